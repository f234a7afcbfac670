using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Standoff.Crises;
using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// The game's parameters by draw. A parameter is the quantile of its distribution at the draw's point, so class and case, or two variants,
/// differ in a draw only as far as their distributions do.
/// </summary>
internal sealed class ParameterDraws
{
    private const double Edge = 1e-9;

    private static readonly int Challenger = StandoffParameters.IndexOf("challenger-initiative");
    private static readonly int Leader = StandoffParameters.IndexOf("leader-initiative");

    private readonly Parameter?[] _parameters;
    private readonly Distribution[] _distributions;
    private readonly double[][] _values;

    private ParameterDraws(Parameter?[] parameters, Distribution[] distributions, double[][] values) =>
        (_parameters, _distributions, _values) = (parameters, distributions, values);

    /// <summary>What third parties bring to either side; nothing in the class.</summary>
    private ThirdPartySupport Support { get; init; }

    /// <summary>Dimensions of the quasi-random points that parameters take: one each, in the order of the game's table.</summary>
    public static int Dimensions => StandoffParameters.Names.Length;

    /// <summary>The class: every parameter at its prior; the one known if no prior differs.</summary>
    /// <param name="crisis">The crisis.</param>
    /// <param name="points">Points of the run.</param>
    /// <param name="draws">How many of them.</param>
    /// <param name="known">Those of another version.</param>
    /// <param name="parallel">Threads; <see langword="null"/> for one.</param>
    public static ParameterDraws OfClass(Crisis crisis, QuasiRandom points, int draws, ParameterDraws? known = null, ParallelOptions? parallel = null)
    {
        var parameters = StandoffPriors.All.Select(p => crisis.Parameters.FirstOrDefault(c => c.Name == p.Name)).ToArray();
        var distributions = StandoffPriors.All.Select((p, k) => parameters[k]?.Prior ?? p.Prior).ToArray();
        if (known is not null && distributions.SequenceEqual(known._distributions)) return known;
        var values = new double[distributions.Length][];
        Parallel.For(0, values.Length, parallel ?? new() { MaxDegreeOfParallelism = 1 }, k => values[k] = Quantiles(distributions[k], points[k], draws));
        return new(parameters, distributions, values);
    }

    /// <summary>The case: parameters after the claims; whatever is as in <paramref name="known"/> is taken from there.</summary>
    public ParameterDraws OfCase(Crisis crisis, QuasiRandom points, int draws, ParameterDraws? known = null)
    {
        var parameters = StandoffPriors.All.Select(p => crisis.Parameters.FirstOrDefault(c => c.Name == p.Name)).ToArray();
        var distributions = _distributions.Select((d, k) => parameters[k]?.Value ?? d).ToArray();
        return new(parameters, distributions, [.. distributions.Select((d, k) => d.Equals(_distributions[k]) ? _values[k]
            : known is not null && d.Equals(known._distributions[k]) ? known._values[k]
            : Posterior(parameters[k]!, points[k], draws))])
        { Support = ThirdPartySupport.Of(crisis.ThirdParties) };
    }

    /// <summary>The first draws alone.</summary>
    public ParameterDraws Take(int draws) => new(_parameters, _distributions, [.. _values.Select(v => v[..draws])]) { Support = Support };

    /// <summary>Whether every parameter is distributed as in the other, and the same third parties stand behind the sides.</summary>
    public bool SameAs(ParameterDraws other) => Support == other.Support && _distributions.SequenceEqual(other._distributions);

    /// <summary>The game's parameters in one draw.</summary>
    public StandoffParameters this[int draw, StandoffState start, bool departure]
    {
        get
        {
            var values = new double[_values.Length];
            for (var k = 0; k < values.Length; k++) values[k] = _values[k][draw];
            return Build(values, start, departure);
        }
    }

    /// <summary>The game's parameters at their medians.</summary>
    public StandoffParameters AtMedians(StandoffState start, bool departure) =>
        Build([.. _distributions.Select((_, k) => Quantile(k, 0.5))], start, departure);

    /// <summary>The game's parameters, each at a level of its distribution.</summary>
    public StandoffParameters At(StandoffState start, bool departure, double[] levels) =>
        Build([.. levels.Select((level, k) => Quantile(k, level))], start, departure);

    /// <summary>Parameters that are not known exactly.</summary>
    public IEnumerable<int> Uncertain => Enumerable.Range(0, _distributions.Length).Where(k => _distributions[k] is not Distribution.Point);

    /// <summary>A parameter's value at a level of its distribution.</summary>
    public double Quantile(int parameter, double level) => _distributions[parameter] is Distribution.Grid grid && _parameters[parameter] is { } p
        ? p.Prior.Quantile(PriorLevel(grid.Weights, level)) : _distributions[parameter].Quantile(level);

    private StandoffParameters Build(double[] values, StandoffState start, bool departure)
    {
        // The tails of two independent distributions may ask for more than one mover a week.
        var movers = values[Challenger] + values[Leader];
        if (movers > 1) (values[Challenger], values[Leader]) = (values[Challenger] / movers, values[Leader] / movers);
        return StandoffParameters.FromValues(values, start, departure) with { ThirdParties = Support };
    }

    private static double[] Posterior(Parameter parameter, ReadOnlySpan<double> points, int draws)
    {
        if (parameter.Value is not Distribution.Grid grid) return Quantiles(parameter.Value, points, draws);
        var levels = new double[draws];
        for (var i = 0; i < draws; i++) levels[i] = PriorLevel(grid.Weights, points[i]);
        return Quantiles(parameter.Prior, levels, draws);
    }

    /// <summary>
    /// Level of the prior that is at level <paramref name="u"/> of the posterior, whose slices were equally likely before: unmoved weights
    /// leave it where it is, tails included.
    /// </summary>
    private static double PriorLevel(ImmutableArray<double> weights, double u)
    {
        var mass = 0.0;
        for (var k = 0; k < weights.Length; k++)
        {
            if (u < mass + weights[k] || k == weights.Length - 1)
                return Math.Clamp((k + Math.Min(1, (u - mass) / weights[k])) / weights.Length, Edge, 1 - Edge);
            mass += weights[k];
        }
        return u;
    }

    private static double[] Quantiles(Distribution distribution, ReadOnlySpan<double> levels, int draws)
    {
        var values = new double[draws];
        var quantile = distribution is Distribution.Beta beta ? BetaTable.Of(beta).Quantile : (Func<double, double>)distribution.Quantile;
        for (var i = 0; i < draws; i++) values[i] = quantile(levels[i]);
        return values;
    }

    /// <summary>Quantiles of a beta distribution by interpolation of log odds in log odds: an exact one costs twenty times as much.</summary>
    private sealed class BetaTable(Distribution.Beta beta)
    {
        private const int Nodes = 129;
        private const double Widest = 21;
        private const double Sure = 1e-12;
        private const double Inside = 1e-6;
        private static readonly ConditionalWeakTable<Distribution.Beta, BetaTable> Known = [];

        private readonly double[] _values = [.. Enumerable.Range(0, Nodes).Select(k => Odds(Math.Clamp(beta.Quantile(Level(k)), Sure, 1 - Sure)))];

        /// <summary>The table of a distribution, made once: priors are asked for by every version of a crisis.</summary>
        public static BetaTable Of(Distribution.Beta beta) => Known.GetValue(beta, b => new(b));

        public double Quantile(double u)
        {
            var place = Math.Clamp((Odds(u) + Widest) / (2 * Widest) * (Nodes - 1), 0, Nodes - 1 - Inside);
            var k = (int)place;
            return 1 / (1 + ElementaryFunctions.Exp(-(_values[k] + ((place - k) * (_values[k + 1] - _values[k])))));
        }

        private static double Level(int node) => 1 / (1 + ElementaryFunctions.Exp(Widest - (2 * Widest * node / (Nodes - 1))));

        private static double Odds(double p) => ElementaryFunctions.Log(p) - ElementaryFunctions.Log(1 - p);
    }
}
