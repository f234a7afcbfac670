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
/// <param name="Grounds">Where it comes from.</param>
public sealed record RateUse(string Key, string Name, double Hazard, double Weight, string Grounds);

/// <summary>A sign that moved the answer beyond the rate.</summary>
/// <param name="Sign">Its name.</param>
/// <param name="LogRatio">What it did to the logarithm of the hazard.</param>
/// <param name="Claims">Claims that tell it.</param>
/// <param name="Words">The clearest of the sentences that tell it; empty where the sign is that none does.</param>
/// <param name="Grounds">Where the number comes from.</param>
public sealed record SignMove(string Sign, double LogRatio, ImmutableArray<string> Claims, string Words, string Grounds);

/// <summary>
/// Cumulative hazard of what a question asks for. Without a page it is the counted rate of its kind. With one it is −log(1 − s)·(t/6)^p, s the
/// share of such questions that come true within six weeks, moved by what the page tells; the move fades with its half-life, so that a far
/// deadline is judged by the share alone; below a week it is taken by the share of them that the term has, as whatever is done takes time.
/// </summary>
internal sealed class OutsideView
{
    private const int Steps = 64;

    private readonly double _move;
    private readonly double _rate;
    private readonly double? _asked;

    private OutsideView(AskedQuestion question, bool isRead, ImmutableArray<SignMove> moves, double move)
    {
        var row = RateRow.Of(question.Kind);
        _rate = row.Rate.Sum(t => Rate(t, question).Hazard) + QuestionSettings.Of("asked-floor");
        _asked = isRead ? -ElementaryFunctions.Log(1 - question.Kind.Asked) : null;
        (Moves, _move) = (moves, move);
        Spread = isRead ? QuestionSettings.Of("page-spread") : row.Spread;
        Rates = isRead ? [AskedUse(question.Kind), .. Uses(row, question, 0)] : [.. Uses(row, question, 1)];
    }

    /// <summary>Standard deviation of the log hazard.</summary>
    public double Spread { get; }

    public ImmutableArray<RateUse> Rates { get; }

    /// <summary>What moved it, heaviest first.</summary>
    public ImmutableArray<SignMove> Moves { get; }

    public static OutsideView Of(AskedQuestion question, ImmutableArray<(PageSign Sign, EvidenceRow Row)> evidence, bool isRead)
    {
        var groups = evidence.GroupBy(e => e.Row.Group, StringComparer.Ordinal).Select(g => Bounded([.. g.Select(e => (e, Size: EvidenceScale.Of(e.Row, question.Kind) * e.Row.LogRatio * e.Sign.Belief))], "group-cap"));
        var moves = groups.SelectMany(g => g).Select(m => new SignMove(m.e.Sign.Name, m.Size, m.e.Sign.Claims, m.e.Sign.Words, m.e.Row.Grounds))
            .OrderByDescending(m => Math.Abs(m.LogRatio)).ThenBy(m => m.Sign, StringComparer.Ordinal).ToImmutableArray();
        var cap = QuestionSettings.Of("largest-move");
        return new OutsideView(question, isRead, moves, Math.Clamp(moves.Sum(m => m.LogRatio), -cap, cap));
    }

    // Signs of one group are shrunk together, so that their sum stays within the bound.
    private static IEnumerable<(T e, double Size)> Bounded<T>(List<(T e, double Size)> moves, string bound)
    {
        var (sum, cap) = (Math.Abs(moves.Sum(m => m.Size)), QuestionSettings.Of(bound));
        return sum <= cap ? moves : moves.Select(m => (m.e, m.Size * cap / sum));
    }

    /// <summary>Cumulative hazard from now to a time in weeks; the move halves every half-life.</summary>
    public double Cumulative(double weeks)
    {
        if (weeks <= 0) return 0;
        if (_asked is null) return _rate * weeks;
        var (sum, before) = (0.0, 0.0);
        for (var i = 1; i <= Steps; i++)
        {
            var after = Unmoved(weeks * i / Steps);
            sum += (after - before) * ElementaryFunctions.Exp(_move * Fading(weeks * (i - 0.5) / Steps));
            before = after;
        }
        return sum * Begun(weeks);
    }

    /// <summary>The part of what comes about at all that has had time to: a linear clock through the first week.</summary>
    internal static double Begun(double weeks) => Math.Min(1, weeks / QuestionSettings.Of("short-term"));

    private double Unmoved(double weeks) => _asked!.Value * ElementaryFunctions.Exp(QuestionSettings.Of("asked-power") * ElementaryFunctions.Log(weeks / QuestionSettings.Of("asked-weeks")));

    /// <summary>What is left of a page's move after some weeks.</summary>
    internal static double Fading(double week) => ElementaryFunctions.Exp(-week * ElementaryFunctions.Log(2) / QuestionSettings.Of("sign-half-life"));

    private static RateUse AskedUse(QuestionKind kind) => new("asked",
        FormattableString.Invariant($"{kind.Asked:0.##} of such questions with reporting come true within {QuestionSettings.Of("asked-weeks"):0} weeks"),
        -ElementaryFunctions.Log(1 - kind.Asked) / QuestionSettings.Of("asked-weeks"), 1, "fitted.tsv");

    private static IEnumerable<RateUse> Uses(RateRow row, AskedQuestion question, double weight)
    {
        foreach (var term in row.Rate)
        {
            var (hazard, counted) = Rate(term, question);
            yield return counted is null
                ? new RateUse("judgement", row.Grounds, hazard, weight, row.Grounds)
                : new RateUse(counted.Key, $"{counted.Name} ({FormattableString.Invariant($"{counted.Events:0.#} in {counted.Weeks:0} weeks, {counted.Era}")}{(Math.Abs(term.Factor - 1) > 1e-9 ? FormattableString.Invariant($", × {term.Factor:0.###}") : "")})", hazard, weight, row.Grounds);
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
