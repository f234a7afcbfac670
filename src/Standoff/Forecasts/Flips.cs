using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// What would have to be true for another outcome to be likelier than the likeliest: one input at a time within its range, and if no parameter does
/// it alone, all of them moved together along the steepest direction. Where the order turns is found by halving.
/// </summary>
/// <remarks>
/// A parameter's range is the 1st to the 99th percentile of what is known of it; a class's weight, a flag's probability and the power of the game go from 0 to 1,
/// a covariate over its range, a rung is taken as certain. What names and dates settle is not in doubt and is not tried.
/// </remarks>
internal sealed class Flips
{
    private const int MostRivals = 3;
    private const double LeastRival = 0.05;
    private const int Halvings = 10;
    private const double FarthestDeviations = 4;
    private const int MostTogether = 4;
    private const double Edge = 1e-6;
    private static readonly ImmutableArray<double> Powers = [0, 0.25, 0.5, 1];
    private static readonly ImmutableArray<double> Shares = [0, 0.25, 0.5, 0.75, 1];

    private readonly Probe _probe;
    private readonly ForecastModel _model;
    private readonly List<Path> _paths;
    private readonly double[][] _seen;
    // By path, its first step in what was seen.
    private readonly List<int> _first = [];

    private Flips(Probe probe)
    {
        (_probe, _model) = (probe, probe.Model);
        // Parameters first: what was asked of them stands first, too.
        _paths = [.. Parameters(), .. Flags(), .. Rungs(), .. Classes(), .. Covariates(), Game()];
        var others = probe.Ask([.. _paths.Where(p => p.Parameter < 0).SelectMany(p => p.Steps.Select(p.At))]);
        _seen = [.. probe.AtLevels.SelectMany(p => p).Concat(others).Select(Probe.Means)];
        var first = 0;
        foreach (var path in _paths)
        {
            _first.Add(first);
            first += path.Steps.Length;
        }
    }

    public static ImmutableArray<Flip> Of(Probe probe)
    {
        var now = Probe.Means(probe.Now);
        var ranked = Enumerable.Range(0, now.Length).OrderByDescending(k => now[k]).ToArray();
        var rivals = ranked.Skip(1).Take(MostRivals).Where(k => now[k] >= LeastRival).ToArray();
        if (rivals.Length == 0) return [];
        var flips = new Flips(probe);
        Turn[] turns = [.. rivals.SelectMany(rival => flips.Turns(ranked[0], rival))];
        flips.Halve(turns);
        return [.. rivals.Select(rival => flips.Between(ranked[0], rival, now, [.. turns.Where(t => t.Rival == rival)]))];
    }

    /// <summary>A way in which one input can go: steps in order, and the question at each.</summary>
    private sealed record Path(string Kind, string Key, string Name, double Now, ImmutableArray<double> Steps, Func<double, WhatIf> At, Func<double, double>? Value = null, int Parameter = -1, bool IsWhole = false)
    {
        public double Farthest => Math.Max(Math.Abs(Steps[0] - Now), Math.Abs(Steps[^1] - Now));
    }

    /// <summary>An input that turns the order on the way from where it stands to the far end; halved until it is known where.</summary>
    private sealed record Turn(Path Path, int Leader, int Rival)
    {
        public double Near { get; set; } = Path.Now;

        public required double Far { get; set; }

        public double Middle => (Near + Far) / 2;

        public void See(double[] means)
        {
            if (means[Rival] > means[Leader]) Far = Middle;
            else Near = Middle;
        }

        public FlipPoint Point()
        {
            var distance = Path.Farthest > 0 ? Math.Abs(Far - Path.Now) / Path.Farthest : 0;
            return Path.Value is { } value
                ? new(Path.Kind, Path.Key, Path.Name, value(Path.Now), value(Far), Far, distance)
                : new(Path.Kind, Path.Key, Path.Name, Path.Now, Far, null, distance);
        }
    }

    private Flip Between(int leader, int rival, double[] now, Turn[] turns)
    {
        var alone = turns.Any(t => t.Path.Kind == "parameter");
        return new(_model.Outcomes[leader].Key, _model.Outcomes[rival].Key, now[leader] - now[rival],
            [.. turns.Select(t => t.Point()).OrderBy(p => p.Distance).ThenBy(p => p.Key, StringComparer.Ordinal)], alone ? null : Together(leader, rival), _paths.Count);
    }

    // From the step nearest to where the input stands at which the order is turned.
    private IEnumerable<Turn> Turns(int leader, int rival)
    {
        for (var i = 0; i < _paths.Count; i++)
        {
            var (path, first) = (_paths[i], _first[i]);
            var turned = Enumerable.Range(0, path.Steps.Length).Where(step => _seen[first + step][rival] > _seen[first + step][leader]).OrderBy(step => Math.Abs(path.Steps[step] - path.Now)).ToList();
            if (turned.Count > 0) yield return new Turn(path, leader, rival) { Far = path.Steps[turned[0]] };
        }
    }

    // All of them at once, so that their games are solved side by side.
    private void Halve(Turn[] turns)
    {
        Turn[] open = [.. turns.Where(t => !t.Path.IsWhole)];
        for (var i = 0; i < Halvings && open.Length > 0; i++)
        {
            var means = _probe.MeansOf([.. open.Select(t => t.Path.At(t.Middle))]);
            for (var k = 0; k < open.Length; k++) open[k].See(means[k]);
        }
    }

    private JointFlip? Together(int leader, int rival)
    {
        var direction = Steepest(leader, rival);
        if (direction.All(d => d == 0) || !Turns(FarthestDeviations)) return null;
        var (near, far) = (0.0, FarthestDeviations);
        for (var i = 0; i < Halvings; i++)
        {
            if (Turns((near + far) / 2)) far = (near + far) / 2;
            else near = (near + far) / 2;
        }
        var levels = Levels(direction, far);
        var largest = Enumerable.Range(0, direction.Length).Where(k => direction[k] != 0).OrderByDescending(k => Math.Abs(direction[k])).Take(MostTogether);
        return new(far, [.. largest.Select(k => new JointMove(StandoffParameters.Names[k], levels[k]))]);

        bool Turns(double deviations)
        {
            var means = _probe.MeansOf([new WhatIf { Levels = Levels(direction, deviations) }])[0];
            return means[rival] > means[leader];
        }
    }

    private static double[] Levels(double[] direction, double deviations) =>
        [.. direction.Select(d => Math.Clamp(NormalCdf(d * deviations), Edge, 1 - Edge))];

    // The logistic approximation of Bowling et al. 2009, off by at most 1.4e-4: no more is needed to name a level.
    private static double NormalCdf(double z) => 1 / (1 + ElementaryFunctions.Exp((-0.07056 * z * z * z) - (1.5976 * z)));

    // Slope of the gap in each parameter's normal score, over its second and fourth node; a direction of length 1 down the gap.
    private double[] Steepest(int leader, int rival)
    {
        var slopes = new double[StandoffParameters.Names.Length];
        for (var i = 0; i < _paths.Count; i++)
            if (_paths[i].Parameter >= 0) slopes[_paths[i].Parameter] = Gap(_first[i] + 2) - Gap(_first[i] + 4);
        var length = Math.Sqrt(slopes.Sum(s => s * s));
        return length > 0 ? [.. slopes.Select(s => s / length)] : slopes;

        double Gap(int step) => _seen[step][leader] - _seen[step][rival];
    }

    private IEnumerable<Path> Parameters() =>
        from k in _model.CaseParameters.Uncertain
        select new Path("parameter", StandoffParameters.Names[k], StandoffParameters.Names[k], 0.5, Probe.ParameterLevels, level => new WhatIf { Levels = Probe.At(k, level) },
            level => _model.CaseParameters.Quantile(k, level), k);

    private IEnumerable<Path> Flags() =>
        from name in StateFlag.Names
        let flag = _model.Crisis.Flags.FirstOrDefault(f => f.Name == name) ?? new StateFlag(name, 0, [], "")
        select new Path("flag", name, name, flag.Probability, [0, 1], p => Findings.With(_model.Crisis, flag, p));

    private IEnumerable<Path> Rungs() =>
        from rung in Enum.GetValues<Rung>()
        where rung > PresentState.Outset
        select new Path("rung", CrisisWords.Of(rung), rung.Words(), _model.Crisis.Present.Weights[(int)rung], [1], _ => Findings.At(_model.Crisis, rung), IsWhole: true);

    private IEnumerable<Path> Classes() => _model.Choices.Length < 2 ? [] :
        from c in _model.Choices
        select new Path("class", c.Name, ReferenceClass.Of(c.Name).Name, c.Weight, Shares, w => new WhatIf { Outside = Weighted(c, w) });

    private Outside Weighted(ClassChoice chosen, double weight)
    {
        var others = 1 - chosen.Weight;
        var choices = _model.Choices.Select(c => c with { Weight = c.Name == chosen.Name ? weight : others > 0 ? c.Weight / others * (1 - weight) : 0 });
        return _model.Outside.Reweighted([.. choices]);
    }

    private IEnumerable<Path> Covariates() =>
        from name in CovariateTable.All
        where CovariateTable.IsTrait(name)
        let known = _model.Crisis.Covariates.FirstOrDefault(c => c.Name == name)
        where known is not { Grounds: Grounds.Computed }
        let range = CovariateTable.RangeOf(name)
        select new Path("covariate", name, CovariateTable.Definition(name), known?.Value ?? CovariateShift.MeanOf(name, _model.Choices), [range.Low, range.High], x => new WhatIf { Shift = Findings.Shifted(_model, name, x) });

    private static Path Game() =>
        new("game", "game", "the power to which the game counts", ForecastSettings.Shipped.TiltExponent, Powers, power => new WhatIf { Exponent = power });
}
