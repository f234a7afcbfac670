using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Games.Numerics;

namespace Standoff.Questions;

/// <summary>
/// A union of cells of a crisis forecast: it has come about by a date if the crisis ended in one of the endings by then, or force reached
/// the level.
/// </summary>
/// <param name="Endings">Endings that count.</param>
/// <param name="AtLeast">Least force on the target's soil that counts; <see langword="null"/> if force does not.</param>
public sealed record CellSet(ImmutableArray<Ending> Endings, Force? AtLeast)
{
    /// <summary>The cells that a kind of question asks for; <see langword="null"/> where a crisis forecast does not speak of it.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="challengerActs">Whether whoever would act is the challenger.</param>
    /// <param name="demand">What the crisis is about.</param>
    public static CellSet? Of(QuestionKind kind, bool challengerActs, DemandKind demand)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var departure = demand == DemandKind.LeaderDeparture;
        return (kind.Key, challengerActs) switch
        {
            ("strike" or "clash", true) => new([], Force.Limited),
            ("clash", false) => new([], Force.Limited),
            ("raid", true) => new([], Force.Raid),
            ("invasion", true) => new([], Force.Invasion),
            ("leader-out", false) when departure => new([Ending.NegotiatedExit, Ending.InternalExit, Ending.ForcibleRemoval], null),
            ("leader-ousted", false) when departure => new([Ending.InternalExit, Ending.ForcibleRemoval], null),
            ("leader-captured", false) when departure => new([Ending.ForcibleRemoval], null),
            ("leader-leaves", false) when departure => new([Ending.NegotiatedExit], null),
            ("agreement", _) when !departure => new([Ending.Compliance, Ending.Compromise], null),
            ("concession" or "forces-withdrawn", false) when !departure => new([Ending.Compliance, Ending.Compromise], null),
            ("demand-dropped", true) => new([Ending.Withdrawal], null),
            _ => null,
        };
    }

    /// <summary>
    /// The kind that asks for these cells, whose rates then stand beside them: what was read where it asks for them, else a kind that asks for
    /// just them, else the likeliest of those that ask for a part, else the narrowest that asks for more; <see langword="null"/> if none does.
    /// </summary>
    /// <param name="read">What the words of the question ask for.</param>
    internal QuestionKind? KindFor(QuestionKind read)
    {
        var all = QuestionKind.All.SelectMany(k => SetsOf(k).Select(s => (Kind: k, Set: s))).ToList();
        var same = all.Where(a => IsWithin(a.Set) && a.Set.IsWithin(this)).Select(a => a.Kind).ToList();
        if (same.Count > 0) return same.Contains(read) ? read : same[0];
        // Of kinds that ask for the same cells the first speaks for them.
        var parts = all.Where(a => IsWithin(a.Set)).GroupBy(a => a.Set.ToString(), StringComparer.Ordinal).Select(g => g.First().Kind).ToList();
        if (parts.Count > 0) return parts.MaxBy(k => k.Asked);
        return all.Where(a => a.Set.Endings.Any(Endings.Contains)).OrderBy(a => a.Set.Endings.Length).Select(a => a.Kind).FirstOrDefault();
    }

    private static IEnumerable<CellSet> SetsOf(QuestionKind kind) =>
        (from acts in new[] { true, false } from demand in new[] { DemandKind.PolicyChange, DemandKind.LeaderDeparture } select Of(kind, acts, demand)).OfType<CellSet>();

    private bool IsWithin(CellSet part) => part.Endings.All(Endings.Contains) && (part.AtLeast is null || part.AtLeast >= AtLeast);

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = Endings.Select(CrisisWords.Of).ToList();
        if (AtLeast is { } force) parts.Add($"force: {CrisisWords.Of(force)} or more");
        return string.Join(", or ", parts);
    }
}

/// <summary>The cumulative hazard of a union of cells: −log(1 − P) at whole weeks, straight between them, and beyond the last week at the rate of the last weeks.</summary>
internal sealed class CellHazards
{
    private static readonly int TailWeeks = (int)QuestionSettings.Of("forecast-tail");
    private static readonly double Surest = QuestionSettings.Of("forecast-surest");
    private readonly double[] _weeks;

    private CellHazards(double[] weeks) => _weeks = weeks;

    /// <summary>Last week of the forecast.</summary>
    public int Horizon => _weeks.Length - 1;

    public static CellHazards Of(Forecast forecast, CellSet cells)
    {
        var weeks = new double[forecast.HorizonWeeks + 1];
        for (var w = 0; w < weeks.Length; w++) weeks[w] = Math.Max(w > 0 ? weeks[w - 1] : 0, -ElementaryFunctions.Log(1 - Math.Min(Probability(forecast, cells, w), Surest)));
        return new CellHazards(weeks);
    }

    public double Cumulative(double weeks)
    {
        if (weeks <= 0) return 0;
        if (weeks >= Horizon)
        {
            var tail = Math.Min(TailWeeks, Horizon);
            return _weeks[Horizon] + ((weeks - Horizon) * (_weeks[Horizon] - _weeks[Horizon - tail]) / tail);
        }
        var week = (int)weeks;
        return _weeks[week] + ((weeks - week) * (_weeks[week + 1] - _weeks[week]));
    }

    // Force that was used before today does not answer a question about tomorrow: a forecast counts new force alone.
    private static double Probability(Forecast forecast, CellSet cells, int week)
    {
        if (cells is { Endings.IsEmpty: true, AtLeast: { } level }) return forecast.Force.FirstOrDefault(c => c.Key == level)?.Weeks[week].Mean ?? 1;
        if (cells.AtLeast is null) return cells.Endings.Sum(e => forecast.Endings.FirstOrDefault(c => c.Key == e)?.Weeks[week].Mean ?? 0);
        return forecast.Joint.IsDefaultOrEmpty
            ? throw new ArgumentException("Cells of endings and force together need a forecast that was computed, not one that was read.", nameof(forecast))
            : forecast.Joint[week].Where(c => cells.Endings.Contains(c.Ending) || c.Force >= cells.AtLeast).Sum(c => c.Mean);
    }
}
