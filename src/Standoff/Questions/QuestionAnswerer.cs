using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Games.Numerics;

namespace Standoff.Questions;

/// <summary>
/// From a question and a ledger to a probability. The hazard of what is asked is that of the outside view, moved by the page's evidence; where the page gives a crisis
/// between the question's sides it is pooled with the forecast's dated cells, as a weighted mean of the logarithms of the two cumulative
/// hazards. With Λ the pooled hazard by the deadline and σ the spread, the answer is E[1 − exp(−Λ·e^{σz − σ²/2})], z standard normal.
/// </summary>
public static class QuestionAnswerer
{
    /// <summary>Answers a question from what a ledger tells.</summary>
    /// <param name="question">The question as understood.</param>
    /// <param name="ledger">The ledger of the page or pages; an empty one leaves the rates alone.</param>
    /// <param name="options">Draws, seed.</param>
    /// <param name="cancellation">Stops the crisis forecast.</param>
    public static QuestionAnswer Answer(AskedQuestion question, Ledger ledger, QuestionOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(ledger);
        options ??= new QuestionOptions();
        ledger = NoNews.Without(ledger);
        var register = new ActorRegister(ledger, cast: null);
        var sided = Sided(question, register);
        var items = ItemView.Of(ledger, register, question.AsOf);
        var crisis = options.UsesForecast ? CrisisOf(sided, ledger, options, cancellation) : null;
        var page = PageSentence.Of(ledger, register, items, question.AsOf);
        return Composition.Of(sided, IsNews(page) && PageEvidence.Names(sided, page) ? page : [], crisis).Answer();
    }

    // A page of questions, rules and comments is none.
    private static bool IsNews(ImmutableArray<PageSentence> page) => page.Any(s => !s.IsNoNews);

    private static AskedQuestion Sided(AskedQuestion question, ActorRegister register)
    {
        var (actor, target) = (SideOf(question.Actor, register), SideOf(question.Target, register));
        if (question.Kind.IsMutual && actor is not null && target is not null && string.CompareOrdinal(actor, target) > 0) (actor, target) = (target, actor);
        return question with { Actor = actor, Target = target };
    }

    private static string? SideOf(string? name, ActorRegister register) => name is null ? null : register.SideOf(name) ?? name;

    // The crisis that the case has or the texts tell of, if it is between the question's sides, in either direction.
    private static ForecastCrisis? CrisisOf(AskedQuestion question, Ledger ledger, QuestionOptions options, CancellationToken cancellation)
    {
        if (question.Actor is null && question.Cells is null) return null;
        var crisis = new[] { options.Crisis }.Concat(ledger.Claims.IsEmpty ? [] : Proposed(question, ledger)).OfType<Crisis>().FirstOrDefault(c => Speaks(c, question));
        if (crisis is null) return null;
        var forecast = Forecaster.Forecast(crisis with { AsOf = question.AsOf }, null, new ForecastOptions { Draws = options.Draws, InfluenceDraws = Math.Min(options.Draws, ForecastOptions.FewestDraws), Seed = options.Seed, Jobs = options.Jobs, Explain = false }, null, cancellation);
        return new ForecastCrisis(crisis, forecast, ReferenceEquals(crisis, options.Crisis));
    }

    // First the crisis that stands out, then one between the two sides, if a demand was made; sides that are a guess want one, too.
    private static IEnumerable<Crisis?> Proposed(AskedQuestion question, Ledger ledger)
    {
        Crisis? With(string? challenger, string? target) =>
            CrisisProposal.Propose(ledger, new ProposalOptions { AsOf = question.AsOf, Challenger = challenger, Target = target }) is CrisisResult.Found { Crisis: var crisis, Doubt: var doubt } && ((challenger is null && doubt is null) || !crisis.Demand.Claims.IsDefaultOrEmpty) ? crisis : null;
        yield return With(null, null);
        if (question is not { Actor: { } actor, Target: { } other }) yield break;
        yield return With(actor, other);
        yield return With(other, actor);
    }

    private static bool Speaks(Crisis crisis, AskedQuestion question)
    {
        if (question.Cells is not null) return question.Sides.All(s => s == crisis.Challenger.Name || s == crisis.Target.Name);
        var leads = question.Kind.Family == "leader";
        if (question.Actor is not { } actor || !Has(crisis, actor) || (question.Target is { } target ? !Has(crisis, target) : !leads)) return false;
        if (leads && actor != crisis.Target.Name) return false;
        // A crisis that speaks of the wider kind bounds the narrower one as well.
        return WithWider(question.Kind).Any(k => CellSet.Of(k, actor == crisis.Challenger.Name, crisis.Demand.Kind) is not null);
    }

    private static IEnumerable<QuestionKind> WithWider(QuestionKind kind)
    {
        for (var at = kind; at is not null; at = QuestionKind.Of(at.Within)) yield return at;
    }

    private static bool Has(Crisis crisis, string side) => crisis.Challenger.Name == side || crisis.Target.Name == side;

    /// <summary>A crisis with its forecast, and whether it is the one that a case keeps.</summary>
    private sealed record ForecastCrisis(Crisis Crisis, Forecast Forecast, bool IsCase)
    {
        public CellSet? CellsFor(AskedQuestion question) => question.Cells ?? CellSet.Of(question.Kind, question.Actor == Crisis.Challenger.Name, Crisis.Demand.Kind);
    }

    /// <summary>The parts of one answer.</summary>
    private sealed class Composition(AskedQuestion question, ImmutableArray<(PageSign Sign, EvidenceRow Row)> evidence, ImmutableArray<PageSentence> page, ForecastCrisis? crisis)
    {
        private readonly OutsideView _outside = OutsideView.Of(question, evidence, !page.IsEmpty);
        private readonly CellSet? _set = crisis?.CellsFor(question);
        private readonly CellHazards? _cells = crisis?.CellsFor(question) is { } set ? CellHazards.Of(crisis.Forecast, set) : null;

        // What a person mapped to cells, or asks of the crisis that a case keeps, the forecast alone answers: its brief and its questions say the same.
        private bool IsOfCells => question.Cells is not null || crisis is { IsCase: true };

        private double Opens => Math.Max(0, (question.Opens.DayNumber - question.AsOf.DayNumber) / 7.0);

        // The last day counts as well.
        private double Ends => Math.Max(0, (question.Deadline.DayNumber - question.AsOf.DayNumber + 1) / 7.0);

        public static Composition Of(AskedQuestion question, ImmutableArray<PageSentence> page, ForecastCrisis? crisis) => new(question, PageEvidence.Of(question, page), page, crisis);

        public QuestionAnswer Answer()
        {
            return new QuestionAnswer
            {
                Asked = question,
                Probability = Turned(Estimate()),
                BaseRate = Turned(Composition.Of(question, [], null).Estimate()).Mean,
                Hazard = Within(Pooled),
                Rates = _outside.Rates,
                Moves = _outside.Moves,
                Signs = [.. evidence.Select(e => e.Sign)],
                Cells = _set?.ToString(),
                CellProbability = _cells is null ? null : Turned(Point(1 - ElementaryFunctions.Exp(-Within(_cells.Cumulative)))).Mean,
                Warnings = [.. Warnings()],
            };
        }

        // What another kind contains is never likelier than that kind.
        private Estimate Estimate()
        {
            if (IsOfCells && _cells is not null) return OfCells();
            var own = SpreadHazard.Of(Within(Pooled), _outside.Spread);
            if (question.Cells is not null) return own;
            own = Unsure(own);
            if (QuestionKind.Of(question.Kind.Within) is not { } wider) return own;
            var limit = Composition.Of(question with { Kind = wider, Cells = null }, page, crisis).Estimate();
            return new Estimate(Math.Min(own.Mean, limit.Mean), Math.Min(own.Low, limit.Low), Math.Min(own.High, limit.High));
        }

        // The forecast's own probability; its draws stand for what the hazard's spread stands for elsewhere.
        private Estimate OfCells()
        {
            var hazard = Within(_cells!.Cumulative);
            var spread = SpreadHazard.Of(hazard, _outside.Spread);
            return new Estimate(1 - ElementaryFunctions.Exp(-hazard), spread.Low, spread.High);
        }

        // No page makes sure of what has not come about yet.
        private static Estimate Unsure(Estimate estimate)
        {
            var surest = QuestionSettings.Of("surest");
            return new Estimate(Math.Min(estimate.Mean, surest), Math.Min(estimate.Low, surest), estimate.High);
        }

        private static Estimate Point(double value) => new(value, value, value);

        private double Pooled(double weeks)
        {
            if (IsOfCells && _cells is not null) return _cells.Cumulative(weeks);
            var outside = _outside.Cumulative(weeks);
            if (_cells is null || outside <= 0) return outside;
            var share = QuestionSettings.Of("forecast-weight");
            var inside = Math.Max(_cells.Cumulative(weeks), QuestionSettings.Of("asked-floor") * weeks);
            return ElementaryFunctions.Exp((share * ElementaryFunctions.Log(inside)) + ((1 - share) * ElementaryFunctions.Log(outside)));
        }

        private double Within(Func<double, double> cumulative) => Math.Max(0, cumulative(Math.Max(Ends, Opens)) - cumulative(Opens));

        private Estimate Turned(Estimate estimate) => question.IsNegated ? new Estimate(1 - estimate.Mean, 1 - estimate.High, 1 - estimate.Low) : estimate;

        private IEnumerable<string> Warnings()
        {
            if (question.Kind == QuestionKind.Other && !(IsOfCells && _cells is not null)) yield return "No kind of question that the program knows fits the words; the answer is the general rate of such questions.";
            if (question.Condition is { } condition) yield return $"The condition ('{condition}') is not judged: the answer is for the case as it stands.";
            if (!question.Untaken.IsEmpty) yield return $"Of several that the question names, {Articles.With(question.Actor ?? question.Person ?? "one")}{(question.Target is { } target ? " and " + Articles.With(target) : "")} alone {(question.Target is null ? "is" : "are")} taken; left out: {string.Join(", ", question.Untaken)}.";
            if (question.IsDeadlineAssumed) yield return FormattableString.Invariant($"The question names no deadline; {DeadlineReader.DefaultWeeks} weeks are taken.");
            if (question.Deadline < question.AsOf) yield return "The deadline lies before the day from which the question looks ahead.";
            if (question.Kind.Family is "force" && question is { Actor: null } or { Target: null }) yield return "A side of the question was not recognised; an average pair of states stands in.";
            if (_cells is not null && Ends > _cells.Horizon) yield return FormattableString.Invariant($"The deadline lies beyond the crisis forecast's {_cells.Horizon} weeks; its last hazards are carried on.");
            if (_cells is not null) yield break;
            if (question.Cells is not null) yield return "The question is mapped to cells of a crisis forecast, but what was read gives no crisis between its sides; the answer rests on rates.";
            else if (evidence.IsEmpty) yield return "Nothing that was read bears on the question; the answer rests on rates alone.";
            else yield return "What was read gives no crisis between the question's sides whose forecast speaks of it; the answer rests on rates and on what the page tells.";
        }
    }
}
