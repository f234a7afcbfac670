using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>From a crisis to its forecast.</summary>
public static class Forecaster
{
    /// <summary>
    /// Computes the forecast: the classes' hazards (outside view), tilted by the standoff game (inside view), over draws of all that is uncertain.
    /// </summary>
    /// <param name="crisis">The crisis.</param>
    /// <param name="ledger">The ledger behind it, for the names of claims and sources; <see langword="null"/> leaves influences out.</param>
    /// <param name="options">Draws, seed, horizon, threads.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between groups of draws.</param>
    /// <exception cref="UnknownReferenceClassException">The crisis names a class that is not in the table.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Forecast Forecast(Crisis crisis, Ledger? ledger = null, ForecastOptions? options = null,
        IProgress<ForecastProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new ForecastOptions();
        Validate(options);
        var parallel = options.Parallel(cancellation);
        progress?.Report(new("solving the game", 0));
        var model = ForecastModel.Of(crisis, options, parallel, options.Draws);
        progress?.Report(new("drawing the ensemble", 0.4));
        var pool = model.Pool;
        var joint = model.Draw(pool, Spread.All, parallel);
        // Versions are compared with one another on fewer draws, where beliefs are held; on all draws they are solved like the forecast itself.
        var small = options.InfluenceDraws == options.Draws ? model : ForecastModel.Of(crisis, options, parallel, options.InfluenceDraws, held: true, more: model);
        var explaining = new Explaining(small, ledger, options, parallel);
        var (described, influences) = (default(Forecast)!, ImmutableArray<Influence>.Empty);
        // Each has stretches for one thread alone, in which the others go on.
        SideBySide(parallel, [() => influences = Influences.Of(small, ledger, options, parallel, progress), .. explaining.Work, () => described = Compose(model, small, pool, joint, options, parallel)]);
        progress?.Report(new("done", 1));
        return explaining.Explain(described with { Influences = influences });
    }

    // What a caller's own function throws reaches him as it was thrown.
    private static void SideBySide(ParallelOptions parallel, Action[] work)
    {
        try
        {
            Parallel.Invoke(parallel, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions.MinBy(e => e is OperationCanceledException)!);
        }
    }

    /// <summary>What moves the forecast, found in pieces of work that need nothing of one another; nothing where it was not asked for.</summary>
    private sealed class Explaining(ForecastModel small, Ledger? ledger, ForecastOptions options, ParallelOptions parallel)
    {
        private ImmutableArray<Influence> _assumptions;
        private Decompositions? _decompositions;
        private (Probe Probe, ImmutableArray<Flip> Flips, ImmutableArray<Finding> Findings)? _asked;

        public Action[] Work => options.Explain ? [Ask, Assume, Decompose] : [];

        public Forecast Explain(Forecast forecast) => _asked is not { } asked ? forecast : forecast with
        {
            Sensitivities = Forecasts.Sensitivities.Of(asked.Probe, forecast.Headline),
            Assumptions = _assumptions,
            Decompositions = _decompositions!.Of([.. forecast.Headline.Select(o => o.Estimate.Mean)]),
            Flips = asked.Flips,
            Findings = asked.Findings,
        };

        private void Ask()
        {
            var probe = new Probe(small, options, parallel);
            _asked = (probe, Forecasts.Flips.Of(probe), Forecasts.Findings.Of(probe, ledger));
        }

        private void Assume() => _assumptions = Forecasts.Assumptions.Of(small, options, parallel);

        private void Decompose() => _decompositions = Decompositions.Of(small, options, parallel);
    }

    private static void Validate(ForecastOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, ForecastOptions.FewestDraws, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.HorizonWeeks, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.InfluenceDraws, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.InfluenceDraws, options.Draws, nameof(options));
    }

    private static Forecast Compose(ForecastModel model, ForecastModel small, Run pool, double[][] joint, ForecastOptions options, ParallelOptions parallel)
    {
        var outcomes = model.AtHorizon(joint);
        var (medians, paths) = model.AtMedians();
        var spreads = new VarianceShares(model, pool, parallel);
        var headline = model.Outcomes.Select((o, k) => spreads.Describe(o, k, outcomes[k])).ToImmutableArray();
        var cells = CellsByWeek(joint, options.HorizonWeeks, parallel);
        return new Forecast
        {
            AsOf = model.Crisis.AsOf,
            HorizonWeeks = options.HorizonWeeks,
            Endings = [.. Enum.GetValues<Ending>().Select(e => new Curve<Ending>(e, Weekly((j, w) => Summaries.Ended(j, e, w))))],
            Force = [.. Levels.Select(f => new Curve<Force>(f, Weekly((j, w) => Summaries.Reached(j, f, w))))],
            ForceBefore = 1 - model.Start.Force[(int)Force.None],
            Cells = cells[^1],
            Joint = [.. cells],
            Headline = headline,
            Waterfalls = Waterfalls.Of(model, small, outcomes, parallel),
            Influences = [],
            Classes = ClassRates.Of(model.Choices, model.Crisis, 1 - model.Start.Force[(int)Force.None]),
            Moves = MoveChoices.Of(model.Crisis, paths),
            Types = TypeBeliefs.Of(model.Crisis, medians, paths),
            GameCheck = GameCheck.Of(model, options, parallel),
            Sensitivities = [],
            DayAfter = DayAfterTable.Rows,
            Draws = options.Draws,
            InfluenceDraws = options.InfluenceDraws,
            Seed = options.Seed,
            Warnings = ForecastWarnings.Of(model, options),
        };

        ImmutableArray<Estimate> Weekly(Func<double[], int, double> quantity) => Summaries.ByWeek(joint, options.HorizonWeeks, quantity, parallel);
    }

    private static readonly Force[] Levels = [Force.Limited, Force.Raid, Force.Invasion];

    private static ImmutableArray<Cell>[] CellsByWeek(double[][] joint, int horizon, ParallelOptions parallel)
    {
        var weeks = new ImmutableArray<Cell>[horizon + 1];
        Parallel.For(0, weeks.Length, parallel, week =>
        {
            var means = Summaries.Means(joint, week);
            weeks[week] = [.. from ending in Enum.GetValues<Ending>()
                              from force in Enum.GetValues<Force>()
                              select new Cell(ending, force, means[Chain.Index(0, ending, force)])];
        });
        return weeks;
    }
}
