using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// What sets a case apart from the average case of its classes, as a shift of the logarithm of each hazard: β·(x − x̄), x the case's covariates,
/// x̄ their means in the classes. A covariate that is not known stands at x̄; with none known every shift is exactly 0.
/// </summary>
/// <remarks>
/// β is the ridge regression of <c>covariate-effects.tsv</c>. Log odds between endings are log ratios of their hazards, and the regressions of force
/// are of proportional hazards, so both carry over to hazards as they are. Acts come from the present rung, the drift over the decades from the date. The shift's own error is that
/// of its coefficients, taken as independent. Where no day is known the drift stands at its mean too, but may be that of any decade: the error is then that of the day which says
/// least, and what the decades of the class differ by besides, so that no day gives a wider one. Rates of new force where some was used before are those of crises that began with a violent act, so there x̄ is theirs.
/// </remarks>
internal sealed class CovariateShift
{
    private static readonly ILookup<string, (int Covariate, double Coefficient, double Deviation)> Effects = ResourceTable.Load("Forecasts", "covariate-effects.tsv").Rows
        .ToLookup(r => r["on"], r => (CovariateTable.IndexOf(r["covariate"]), r.Number("coefficient"), r.Number("standard_error")), StringComparer.Ordinal);

    private static readonly ILookup<string, (int Covariate, double Mean, double Violent)> Means = ResourceTable.Load("Forecasts", "covariate-means.tsv").Rows
        .ToLookup(r => r["class"], r => (CovariateTable.IndexOf(r["covariate"]), r.Number("mean"), r.Number("violent")));

    // The rungs on which a crisis stands by a covariate's act.
    private static readonly ImmutableArray<(string Name, Rung From, Rung To)> Acts =
        [("military-act", Rung.ShowOfForce, Rung.Closure), ("indirect-violence", Rung.ForceOffSoil, Rung.ForceOffSoil)];

    private readonly double[] _log;
    private readonly double[] _deviation;

    // By channel and state.
    private CovariateShift(double[] log, double[] deviation)
    {
        (_log, _deviation) = (log, deviation);
        Largest = log.Max(Math.Abs);
    }

    /// <summary>The largest absolute shift of a log hazard, on any day that the crisis may be of.</summary>
    public double Largest { get; private init; }

    /// <summary>No shift.</summary>
    public static CovariateShift None { get; } = new(new double[Channels.Count * Channels.States], new double[Channels.Count * Channels.States]);

    /// <summary>The shift of a crisis against its classes.</summary>
    public static CovariateShift Of(Crisis crisis, ImmutableArray<ClassChoice> choices)
    {
        var shift = Of(crisis, choices, crisis.AsOf?.Year);
        return crisis.AsOf is null && CovariateTable.Steps.Any(s => crisis.Covariates.All(c => c.Name != s.Name)) ? shift.OnAnyDay(crisis, choices) : shift;
    }

    private CovariateShift OnAnyDay(Crisis crisis, ImmutableArray<ClassChoice> choices)
    {
        var decades = Decades(choices).Select(d => (d.Share, Shift: Of(crisis, choices, d.Year))).ToList();
        if (decades.TrueForAll(d => d.Shift.SameAs(this))) return this;
        var variance = _log.Select((log, i) => decades.Max(d => d.Shift._deviation[i] * d.Shift._deviation[i]) + decades.Sum(d => d.Share * (d.Shift._log[i] - log) * (d.Shift._log[i] - log)));
        return new(_log, [.. variance.Select(Math.Sqrt)]) { Largest = decades.Max(d => d.Shift.Largest) };
    }

    /// <summary>A year of each stretch between steps of the calendar, with the share of the classes' crises that fell into it.</summary>
    private static IEnumerable<(int Year, double Share)> Decades(ImmutableArray<ClassChoice> choices)
    {
        var since = CovariateTable.Steps.Select(s => (Year: s.From, Share: MeanOf(s.Name, choices))).ToList();
        yield return (since[0].Year - 1, 1 - since[0].Share);
        for (var i = 0; i < since.Count; i++) yield return (since[i].Year, since[i].Share - (i + 1 < since.Count ? since[i + 1].Share : 0));
    }

    private static CovariateShift Of(Crisis crisis, ImmutableArray<ClassChoice> choices, int? year)
    {
        var (quiet, violent) = (Apart(crisis, choices, year, isViolent: false), Apart(crisis, choices, year, isViolent: true));
        if (quiet.Count == 0) return None;
        var (log, variance) = (new double[Channels.Count * Channels.States], new double[Channels.Count * Channels.States]);
        foreach (var (channel, state) in ClassHazards.Cells)
        {
            var (apart, at) = (state > 0 && channel >= Channel.Limited ? violent : quiet, At((int)channel, state));
            var told = channel <= Channel.Other ? UnderPressure(channel, choices) : 1;
            foreach (var (covariate, coefficient, deviation) in Effects[On(channel)])
            {
                var distance = apart.GetValueOrDefault(covariate) * told;
                log[at] += coefficient * distance;
                variance[at] += deviation * deviation * distance * distance;
            }
        }
        return new(log, [.. variance.Select(Math.Sqrt)]);
    }

    /// <summary>How much a covariate does: the root mean square of its coefficients.</summary>
    public static double Strength(string name)
    {
        var coefficients = Effects.SelectMany(on => on).Where(e => e.Covariate == CovariateTable.IndexOf(name)).Select(e => e.Coefficient).ToList();
        return coefficients.Count == 0 ? 0 : Math.Sqrt(coefficients.Average(c => c * c));
    }

    /// <summary>What the classes' crises had of a covariate, on average; 0 where no class tells.</summary>
    public static double MeanOf(string name, ImmutableArray<ClassChoice> choices)
    {
        var told = choices.SelectMany(c => Means[c.Name].Where(m => m.Covariate == CovariateTable.IndexOf(name)).Select(m => (c.Weight, m.Mean))).ToList();
        var weight = told.Sum(t => t.Weight);
        return weight > 0 ? told.Sum(t => t.Weight * t.Mean) / weight : 0;
    }

    /// <summary>Factor of a channel's hazards in a state at a normal score, of mean 1 over the draws but for the shift; the shift alone without one.</summary>
    public double Factor(int channel, int state, double? score)
    {
        var (log, deviation) = (_log[At(channel, state)], _deviation[At(channel, state)]);
        return log == 0 && deviation == 0 ? 1 : ElementaryFunctions.Exp(log + (score is { } z ? (deviation * z) - (deviation * deviation / 2) : 0));
    }

    private static int At(int channel, int state) => (channel * Channels.States) + state;

    /// <summary>Whether both shift alike.</summary>
    public bool SameAs(CovariateShift other) => _log.AsSpan().SequenceEqual(other._log) && _deviation.AsSpan().SequenceEqual(other._deviation);

    // What a channel is in the regressions: an outcome for the state under pressure, or a level of force.
    private static string On(Channel channel) => channel switch
    {
        Channel.Compliance or Channel.NegotiatedExit => "defeat",
        Channel.Compromise => "compromise",
        Channel.Withdrawal => "victory",
        Channel.Other => "stalemate",
        Channel.Limited => "limited",
        Channel.Raid or Channel.RemovalByRaid => "raid",
        Channel.Invasion or Channel.RemovalByInvasion => "invasion",
        _ => "",
    };

    private static Dictionary<int, double> Apart(Crisis crisis, ImmutableArray<ClassChoice> choices, int? year, bool isViolent)
    {
        var counted = choices.Where(c => Means.Contains(c.Name)).ToList();
        var weight = counted.Sum(c => c.Weight);
        if (weight <= 0) return [];
        var means = counted.SelectMany(c => Means[c.Name].Select(m => (m.Covariate, Share: c.Weight / weight * (isViolent ? m.Violent : m.Mean))))
            .GroupBy(m => m.Covariate).ToDictionary(g => g.Key, g => g.Sum(m => m.Share));
        return Known(crisis, means, year, isViolent).ToDictionary(k => k.Covariate, k => k.Distance);
    }

    /// <summary>
    /// The crisis's own covariates, with the act by which it stands where it stands. A violent beginning is no covariate here: the classes count the hazards of crises
    /// that began without force and of those that began with it apart. The latter all began with the same act.
    /// </summary>
    private static IEnumerable<(int Covariate, double Distance)> Known(Crisis crisis, Dictionary<int, double> means, int? year, bool isViolent)
    {
        foreach (var covariate in crisis.Covariates.Where(c => c.Name != "violent-act" && !IsAct(c.Name)))
            yield return (CovariateTable.IndexOf(covariate.Name), covariate.Value - means[CovariateTable.IndexOf(covariate.Name)]);
        foreach (var (name, from) in CovariateTable.Steps.Where(s => year is not null && crisis.Covariates.All(c => c.Name != s.Name)))
            yield return (CovariateTable.IndexOf(name), (year >= from ? 1 : 0) - means[CovariateTable.IndexOf(name)]);
        if (isViolent) yield break;
        foreach (var (name, from, to) in Acts)
        {
            var (place, set) = (CovariateTable.IndexOf(name), crisis.Covariates.FirstOrDefault(c => c.Name == name));
            // What is not told of stands at the mean; the rest is the act or another.
            var distance = set is not null ? set.Value - means[place] : On(crisis, from, to) - (On(crisis, PresentState.Outset + 1, Rung.Invasion) * means[place]);
            if (distance != 0) yield return (place, distance);
        }
    }

    // Who answers a threat is the state under pressure in ICB, and the challenger here: what shifts his outcome says nothing of the other's.
    private static double UnderPressure(Channel channel, ImmutableArray<ClassChoice> choices)
    {
        var (all, answers) = (0.0, 0.0);
        foreach (var choice in choices)
        {
            var item = ReferenceClass.Of(choice.Name);
            if (!item.InformsOn(channel)) continue;
            all += choice.Weight;
            if (item.IsOfAnswers) answers += choice.Weight;
        }
        return all > 0 ? 1 - (answers / all) : 1;
    }

    private static double On(Crisis crisis, Rung from, Rung to) => Enumerable.Range((int)from, to - from + 1).Sum(rung => crisis.Present.Weights[rung]);

    private static bool IsAct(string name) => Acts.Any(a => a.Name == name);
}
