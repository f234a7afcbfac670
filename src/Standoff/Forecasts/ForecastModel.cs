using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// A crisis with everything that its numbers are computed from: hazards of its classes, both games and the tilt between them.
/// Variants of a crisis share the points and the class's game.
/// </summary>
internal sealed class ForecastModel
{
    private readonly ParallelOptions _parallel;
    private readonly ClassHazards _classes;
    private readonly QuasiRandom _points;
    private readonly ForecastSettings _settings;
    private readonly int _horizon;

    private ForecastModel(Crisis crisis, ForecastOptions options, ParallelOptions parallel, int draws)
    {
        (Crisis, _parallel, _horizon, Draws, _settings) = (crisis, parallel, options.HorizonWeeks, draws, ForecastSettings.Shipped);
        Departure = crisis.Demand.Kind == DemandKind.LeaderDeparture;
        Choices = crisis.Classes.IsDefaultOrEmpty ? [new(ReferenceClass.All[0].Key, 1, "no class was chosen")] : crisis.Classes;
        _classes = new ClassHazards(Choices, crisis.Demand.Kind, Elapsed(crisis), _horizon, _settings);
        _points = new QuasiRandom(options.Seed, draws, ParameterDraws.Dimensions + Ensemble.Dimensions(_classes));
        Ensemble = new(_classes, _points, ParameterDraws.Dimensions, _horizon, parallel);
        Outcomes = HeadlineOutcome.For(crisis.Demand.Kind);
        Start = Start.OfCase(crisis);
    }

    public Crisis Crisis { get; }

    public int Draws { get; }

    public bool Departure { get; }

    public ImmutableArray<ClassChoice> Choices { get; }

    public ImmutableArray<HeadlineOutcome> Outcomes { get; }

    public Ensemble Ensemble { get; }

    public Start Start { get; }

    public required ParameterDraws ClassParameters { get; init; }

    public required ParameterDraws CaseParameters { get; init; }

    /// <summary>The game at the class's defaults.</summary>
    public required InsideView ClassGame { get; init; }

    /// <summary>The case's parameters at the class's start.</summary>
    public required InsideView ClaimsGame { get; init; }

    /// <summary>The case's parameters at the case's start.</summary>
    public required InsideView CaseGame { get; init; }

    /// <summary>Builds the model of a crisis.</summary>
    public static ForecastModel Of(Crisis crisis, ForecastOptions options, ParallelOptions parallel)
    {
        var bare = new Builder(crisis, options, parallel, options.Draws);
        return bare.Build(null);
    }

    /// <summary>The model of another version of this crisis, on the first draws of this one.</summary>
    public ForecastModel Variant(Crisis crisis, ForecastOptions options, int draws) =>
        new Builder(crisis, options, _parallel, draws).Build(this);

    /// <summary>Class alone, from the class's start.</summary>
    public Run Base => new(Tilt.None(_horizon), Start.OfClass.Force, 0, 0);

    /// <summary>The claims' parameters, the game believed in full.</summary>
    public Run Claims => new(Tilt.Between(ClaimsGame, ClassGame, _settings), Start.OfClass.Force, 1, 0);

    /// <summary>Parameters and where the crisis stands, the game believed in full.</summary>
    public Run Game => new(Tilt.Between(CaseGame, ClassGame, _settings), Start.Force, 1, 0);

    /// <summary>The forecast: the game's tilt to the power η, with its own error as far as it takes the case from the class.</summary>
    public Run Pool
    {
        get
        {
            var tilt = Tilt.Between(CaseGame, ClassGame, _settings);
            var scale = Math.Min(1, tilt.Largest / _settings.DiscrepancyAt);
            return new(tilt, Start.Force, _settings.TiltExponent, _settings.Discrepancy * scale);
        }
    }

    /// <summary>Draws of each headline outcome at the horizon.</summary>
    public double[][] AtHorizon(Run run, int draws, Spread spread)
    {
        var joint = Ensemble.Draw(run, draws, spread);
        var last = Chain.Index(_horizon, Ending.None, Force.None);
        return [.. Outcomes.Select(o => joint.Select(j => o.Sum(j.AsSpan(last))).ToArray())];
    }

    /// <summary>Points of a game parameter by draw.</summary>
    public ReadOnlySpan<double> PointsOf(int parameter) => _points[parameter];

    private static double Elapsed(Crisis crisis) =>
        crisis.Parameters.FirstOrDefault(p => p.Name == "elapsed-weeks") is { } p ? Math.Max(0, p.Value.Quantile(0.5)) : ForecastSettings.Shipped.ElapsedWeeks;

    /// <summary>Solves what is not known from another version of the crisis.</summary>
    private sealed class Builder(Crisis crisis, ForecastOptions options, ParallelOptions parallel, int draws)
    {
        public ForecastModel Build(ForecastModel? known)
        {
            var bare = new QuasiRandom(options.Seed, draws, ParameterDraws.Dimensions);
            var departure = crisis.Demand.Kind == DemandKind.LeaderDeparture;
            var @class = ParameterDraws.OfClass(crisis, bare, draws);
            var reuse = known is not null && known.Departure == departure && @class.SameAs(known.ClassParameters);
            var @case = @class.OfCase(crisis, bare, draws);
            var classGame = reuse ? known!.ClassGame : Solve(@class, Start.OfClass, departure);
            var claimsGame = @case.SameAs(@class) ? classGame
                : reuse && @case.SameAs(known!.CaseParameters) ? known.ClaimsGame : Solve(@case, Start.OfClass, departure);
            var start = Start.OfCase(crisis);
            var caseGame = start.SameAs(Start.OfClass) ? claimsGame
                : reuse && @case.SameAs(known!.CaseParameters) && start.SameAs(known.Start) ? known.CaseGame : Solve(@case, start, departure);
            return new(crisis, options, parallel, draws)
            {
                ClassParameters = @class, CaseParameters = @case, ClassGame = classGame, ClaimsGame = claimsGame, CaseGame = caseGame,
            };
        }

        private InsideView Solve(ParameterDraws parameters, Start start, bool departure) =>
            InsideView.Solve(parameters, start, departure, draws, options.HorizonWeeks, parallel);
    }
}
