using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// The outside view: b_k, the weekly hazard of each channel in a pool of reference classes, with its gamma posterior.
/// </summary>
/// <remarks>
/// The broadest class gives the profile r_k(t) over the time since the trigger. Any class is that profile times a factor
/// M ~ Gamma(a₀ + d, a₀/m + e): d its events, e = Σ r_k·weeks those expected at the broad profile, m its parent's factor, a₀ half an event.
/// So a small class is pooled towards its parent, and the half event has the weeks that the parent would take for it, not none.
/// </remarks>
internal sealed class ClassHazards
{
    // The broad class as it stands in where no chosen one speaks.
    private const string StandIn = "";

    // Of the trigger's clock and of the ultimatum's.
    private readonly double[][] _profiles;
    private readonly Factor[] _factors;
    private readonly int _chosen;
    private readonly double[][] _weights;
    private readonly int _horizon;
    private readonly bool _isDeparture;
    private readonly ForecastSettings _settings;

    public ClassHazards(ImmutableArray<ClassChoice> choices, DemandKind demand, CrisisAge age, int horizon, ForecastSettings settings)
    {
        (_horizon, _settings, _isDeparture) = (horizon, settings, demand == DemandKind.LeaderDeparture);
        var broad = ClassCounts.Of(ReferenceClass.All[0].Key, demand);
        var profiles = Cells.Select(c => Profile(broad, c.Channel, c.State)).ToArray();
        _profiles = [Ahead(profiles, age.Weeks, horizon), Ahead(profiles, age.UltimatumWeeks, horizon)];
        _factors =
        [
            .. choices.SelectMany(choice => FactorsOf(ReferenceClass.Of(choice.Name), choice.Name, demand, profiles)),
            .. FactorsOf(ReferenceClass.All[0], StandIn, demand, profiles),
        ];
        _chosen = _factors.Count(f => f.Class != StandIn);
        _weights = Weights(choices);
    }

    private ClassHazards(ClassHazards other, ImmutableArray<ClassChoice> choices)
    {
        (_profiles, _factors, _chosen, _horizon, _settings, _isDeparture) = (other._profiles, other._factors, other._chosen, other._horizon, other._settings, other._isDeparture);
        _weights = Weights(choices);
    }

    /// <summary>The same classes with other weights; one that is not among them counts nothing.</summary>
    public ClassHazards Reweighted(ImmutableArray<ClassChoice> choices) => new(this, choices);

    /// <summary>Channel and state of each cell, in storage order.</summary>
    public static (Channel Channel, int State)[] Cells { get; } =
        [.. Enum.GetValues<Channel>().SelectMany(channel => Enumerable.Range(0, Channels.States).Select(state => (channel, state)))];

    /// <summary>Random numbers that a draw takes.</summary>
    public int Dimensions => _factors.Length + RegimeInvasions.Dimensions;

    /// <summary>What an invasion means to the ruler at the given levels: nothing of its own where his departure is not demanded.</summary>
    public RegimeChange Change(ReadOnlySpan<double> levels) => !_isDeparture ? default : levels.IsEmpty ? RegimeInvasions.Mean : new(levels[^2], levels[^1]);

    /// <summary>The classes' factors in a draw, the quantiles of their posteriors at its points, and then what an invasion means to the ruler.</summary>
    public void Levels(QuasiRandom points, int firstDimension, int draw, Span<double> levels)
    {
        // The chosen classes' points, then the rulers', then those of the broad class that stands in.
        for (var f = 0; f < _factors.Length; f++) levels[f] = _factors[f].Posterior.Quantile(points[firstDimension + f + (f < _chosen ? 0 : RegimeInvasions.Dimensions)][draw]);
        if (_isDeparture) (levels[^2], levels[^1]) = RegimeInvasions.Draw(points[firstDimension + _chosen][draw], points[firstDimension + _chosen + 1][draw]);
    }

    /// <summary>Hazards by channel, state and week at the given factors; at the posterior means if there are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(Span<double> hazards, ReadOnlySpan<double> levels)
    {
        Span<double> level = stackalloc double[2 * Cells.Length];
        level.Clear();
        for (var f = 0; f < _factors.Length; f++)
        {
            var factor = _factors[f];
            var value = levels.IsEmpty ? factor.Posterior.Mean : levels[f];
            foreach (var cell in factor.Cells) level[(factor.Clock * Cells.Length) + cell] += _weights[f][cell] * value * Share(Cells[cell].Channel);
        }
        var (sinceTrigger, sinceUltimatum) = (_profiles[0], _profiles[1]);
        for (var c = 0; c < Cells.Length; c++)
            for (var i = c * _horizon; i < (c + 1) * _horizon; i++) hazards[i] = (level[c] * sinceTrigger[i]) + (level[Cells.Length + c] * sinceUltimatum[i]);
    }

    private double Share(Channel channel) => channel switch
    {
        Channel.RemovalByRaid => _settings.RemovalByRaid,
        Channel.RemovalByInvasion => 1 - _settings.RemovalByRaid,
        _ => 1,
    };

    /// <summary>
    /// Broad class: half an event at the average rate, so that an empty period is not a hazard of nothing. Exits of leaders are too few for
    /// a profile, and some classes follow them past the crisis: their rate is constant.
    /// </summary>
    internal static double[] Profile(ClassCounts counts, Channel channel, int state)
    {
        var (events, weeks) = (counts.Events(channel, state), counts.Weeks(channel, state));
        var average = Math.Max(events.Sum(), 0.5) / Math.Max(weeks.Sum(), 1);
        return Channels.IsExit(channel)
            ? [.. events.Select(_ => average)]
            : [.. events.Zip(weeks, (d, e) => (0.5 + d) / ((0.5 / average) + e))];
    }

    private IEnumerable<Factor> FactorsOf(ReferenceClass item, string name, DemandKind demand, double[][] profiles)
    {
        var groups = Enumerable.Range(0, Cells.Length).Where(c => item.InformsOn(Cells[c].Channel) && Channels.IsOpen(Cells[c].Channel, demand))
            .GroupBy(c => (Channels.CellOf(Cells[c].Channel), ClassCounts.DependsOnState(Cells[c].Channel) ? Cells[c].State : 0));
        foreach (var group in groups)
        {
            var (shape, rate) = Posterior(item, group.First(), demand, profiles);
            yield return new Factor(name, item.IsOfUltimatums ? 1 : 0, new GammaDistribution(shape, rate), [.. group]);
        }
    }

    private (double Shape, double Rate) Posterior(ReferenceClass item, int cell, DemandKind demand, double[][] profiles)
    {
        var (channel, state) = Cells[cell];
        var counts = ClassCounts.Of(item.Key, demand);
        var expected = counts.Weeks(channel, state).Zip(profiles[cell], (e, r) => e * r).Sum();
        var parent = item.Parent.Length == 0 ? 1 : ParentMean(item.Parent, cell, demand, profiles);
        return (_settings.PoolingEvents + counts.Events(channel, state).Sum(), (_settings.PoolingEvents / parent) + expected);
    }

    private double ParentMean(string key, int cell, DemandKind demand, double[][] profiles)
    {
        var parent = ReferenceClass.Of(key);
        if (!parent.InformsOn(Cells[cell].Channel)) return parent.Parent.Length == 0 ? 1 : ParentMean(parent.Parent, cell, demand, profiles);
        var (shape, rate) = Posterior(parent, cell, demand, profiles);
        return shape / rate;
    }

    /// <summary>By factor and cell. Weights of the classes that speak to a cell sum to one; where none does, the broad class stands in.</summary>
    private double[][] Weights(ImmutableArray<ClassChoice> choices)
    {
        var weights = _factors.Select(f => new double[Cells.Length]).ToArray();
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var speaking = Enumerable.Range(0, _factors.Length).Where(f => _factors[f].Cells.Contains(cell)).ToList();
            var sum = speaking.Sum(f => WeightOf(_factors[f].Class, choices));
            foreach (var f in speaking)
                weights[f][cell] = sum > 0 ? WeightOf(_factors[f].Class, choices) / sum : _factors[f].Class == StandIn ? 1 : 0;
        }
        return weights;
    }

    private static double WeightOf(string @class, ImmutableArray<ClassChoice> choices) => choices.FirstOrDefault(c => c.Name == @class)?.Weight ?? 0;

    /// <summary>Mean rates of the weeks to come by cell, so many weeks after the beginning: a week may lie in two periods. The last period goes on.</summary>
    private static double[] Ahead(double[][] profiles, double elapsed, int horizon)
    {
        var ahead = new double[Cells.Length * horizon];
        for (var c = 0; c < Cells.Length; c++)
            for (var w = 0; w < horizon; w++)
                for (var p = 0; p < ClassCounts.Periods; p++) ahead[(c * horizon) + w] += profiles[c][p] * Overlap(p, elapsed + w);
        return ahead;
    }

    private static double Overlap(int period, double week)
    {
        var end = period == ClassCounts.Periods - 1 ? double.PositiveInfinity : ClassCounts.Bounds[period].To;
        return Math.Max(0, Math.Min(week + 1, end) - Math.Max(week, ClassCounts.Bounds[period].From));
    }

    /// <summary>One class's factor on one or more cells, by its clock.</summary>
    private sealed record Factor(string Class, int Clock, GammaDistribution Posterior, int[] Cells);
}
