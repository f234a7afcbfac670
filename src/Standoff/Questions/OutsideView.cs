using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Games.Numerics;
using Standoff.Reading.Mentions;

namespace Standoff.Questions;

/// <summary>A rate that an answer rests on.</summary>
/// <param name="Key">Row of the table.</param>
/// <param name="Name">What is counted, or the judgement.</param>
/// <param name="Hazard">Per week.</param>
/// <param name="Weight">Share in the answer.</param>
/// <param name="Claims">Claims that chose it.</param>
/// <param name="Grounds">Where it comes from.</param>
public sealed record RateUse(string Key, string Name, double Hazard, double Weight, ImmutableArray<string> Claims, string Grounds);

/// <summary>A sign that moved the answer beyond the rate.</summary>
/// <param name="Sign">Its name.</param>
/// <param name="LogRatio">What it did to the logarithm of the hazard.</param>
/// <param name="Claims">Claims that tell it.</param>
/// <param name="Grounds">Where the number comes from.</param>
public sealed record SignMove(string Sign, double LogRatio, ImmutableArray<string> Claims, string Grounds);

/// <summary>
/// Hazard per week of what a question asks for: the mixture of the rates whose signs the page tells, moved by its other signs. A state such
/// as a crisis ends at its own rate, after which the kind's last rate holds; the move fades with its half-life. So a far deadline is judged
/// by the rate alone.
/// </summary>
internal sealed class OutsideView
{
    private readonly double _move;
    private readonly ImmutableArray<Part> _parts;
    private readonly double _resting;

    private OutsideView(ImmutableArray<Part> parts, double resting, double move, ImmutableArray<RateUse> rates, ImmutableArray<SignMove> moves)
    {
        (_parts, _resting, _move, Rates, Moves) = (parts, resting, move, rates, moves);
        Spread = parts.Sum(p => p.Weight * p.Spread);
    }

    /// <summary>Standard deviation of the log hazard.</summary>
    public double Spread { get; }

    public ImmutableArray<RateUse> Rates { get; }

    public ImmutableArray<SignMove> Moves { get; }

    /// <summary>∫ of the hazard from now to a time in weeks; the move halves every half-life.</summary>
    public double Cumulative(double weeks)
    {
        if (weeks <= 0) return 0;
        const int steps = 64;
        var (sum, width) = (0.0, weeks / steps);
        for (var i = 0; i < steps; i++) sum += HazardAt((i + 0.5) * width) * ElementaryFunctions.Exp(_move * Fading((i + 0.5) * width)) * width;
        return sum;
    }

    private double HazardAt(double week)
    {
        var sum = QuestionSettings.Of("asked-floor");
        foreach (var part in _parts)
        {
            var lasting = ElementaryFunctions.Exp(-part.End * week);
            sum += part.Weight * ((lasting * part.Hazard) + ((1 - lasting) * Math.Min(_resting, part.Hazard)));
        }
        return sum;
    }

    // A share of the mixture: its hazard while its state lasts, and the rate at which that ends.
    private sealed record Part(double Weight, double Hazard, double End, double Spread);

    public static OutsideView Of(AskedQuestion question, ImmutableArray<PageSign> signs)
    {
        var rates = ImmutableArray.CreateBuilder<RateUse>();
        var parts = ImmutableArray.CreateBuilder<Part>();
        var (left, resting) = (1.0, 0.0);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in RateRow.Of(question.Kind))
        {
            var told = row.When.Select(w => signs.FirstOrDefault(s => s.Name == w)).ToList();
            if (row.When.IsEmpty) resting = row.Rate.Sum(t => Rate(t, question).Hazard);
            if (told.Any(s => s is null)) continue;
            var weight = left * told.Aggregate(1.0, (p, s) => p * s!.Belief);
            if (weight < Negligible) continue;
            used.UnionWith(row.When);
            foreach (var use in Uses(row, question, weight, told!)) rates.Add(use);
            parts.Add(new Part(weight, row.Rate.Sum(t => Rate(t, question).Hazard), row.Lasts.Length > 0 ? CountedRate.Of(row.Lasts).Hazard : 0, row.Spread));
            left -= weight;
        }
        var moves = MoveRow.Of(question.Kind).Where(m => !used.Contains(m.Sign)).Select(m => Moved(m, signs)).OfType<SignMove>().ToImmutableArray();
        var cap = QuestionSettings.Of("largest-move");
        return new OutsideView(parts.ToImmutable(), resting, Math.Clamp(moves.Sum(m => m.LogRatio), -cap, cap), rates.ToImmutable(), moves);
    }

    private const double Negligible = 0.005;

    private static double Fading(double week) => ElementaryFunctions.Exp(-week * ElementaryFunctions.Log(2) / QuestionSettings.Of("sign-half-life"));

    private static SignMove? Moved(MoveRow row, ImmutableArray<PageSign> signs) =>
        signs.FirstOrDefault(s => s.Name == row.Sign) is { } sign ? new SignMove(row.Sign, row.LogRatio * sign.Belief, sign.Claims, row.Grounds) : null;

    private static IEnumerable<RateUse> Uses(RateRow row, AskedQuestion question, double weight, List<PageSign> told)
    {
        var claims = told.SelectMany(s => s.Claims).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        foreach (var term in row.Rate)
        {
            var (hazard, counted) = Rate(term, question);
            var when = row.When.IsEmpty ? "nothing further told" : string.Join(" and ", row.When);
            yield return counted is null
                ? new RateUse("judgement", $"{when}: {row.Grounds}", hazard, weight, claims, row.Grounds)
                : new RateUse(counted.Key, $"{when}: {counted.Name} ({FormattableString.Invariant($"{counted.Events:0.#} in {counted.Weeks:0} weeks, {counted.Era}")}{(Math.Abs(term.Factor - 1) > 1e-9 ? FormattableString.Invariant($", × {term.Factor:0.###}") : "")})", hazard, weight, claims, row.Grounds);
        }
    }

    private static (double Hazard, CountedRate? Counted) Rate(RateTerm term, AskedQuestion question)
    {
        if (term.Key.Length == 0) return (term.Factor, null);
        var counted = term.Key.Split(':') switch
        {
            ["class", var key] => CountedRate.OfClass(key),
            ["pair", var act] => PairRate(act, question),
            ["tenure", var exit] => CountedRate.Of($"leader.{Tenure(question)}.{exit}"),
            _ => CountedRate.Of(term.Key),
        };
        return (counted.Hazard * term.Factor, counted);
    }

    // A pair of which one is unknown is judged as an average pair of neighbours with a past dispute.
    private static CountedRate PairRate(string act, AskedQuestion question)
    {
        if (question is not { Actor: { } actor, Target: { } target }) return CountedRate.Of($"{act}.dispute.neighbours");
        var past = CovariateProposal.IsProtracted(actor, target, question.AsOf) ? "rivals" : "quiet";
        return CountedRate.Of($"{act}.{past}.{(Neighbours.Are(actor, target) ? "neighbours" : "apart")}");
    }

    private static string Tenure(AskedQuestion question)
    {
        const double newYears = 2;
        const double longYears = 10;
        if (question.Person is not { } person || Gazetteer.Shipped.InOfficeSince(person, question.AsOf) is not { } since) return "settled";
        var years = (question.AsOf.DayNumber - since.DayNumber) / 365.25;
        return years < newYears ? "new" : years < longYears ? "settled" : "entrenched";
    }
}
