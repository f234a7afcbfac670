using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// A crisis with everything that its numbers are computed from: hazards of its classes, the games of class and case and the tilt between
/// them. Versions of a crisis share the points and whatever is the same in both.
/// </summary>
internal sealed class ForecastModel
{
    private readonly Outside _outside;
    private readonly int _horizon;
    private readonly SharedGames _games;
    private Tilt? _tilt;

    private ForecastModel(Crisis crisis, Outside outside, int horizon, int draws, SharedGames games)
    {
        (Crisis, _outside, _horizon, Draws, _games) = (crisis, outside, horizon, draws, games);
        Outcomes = HeadlineOutcome.For(crisis.Demand.Kind);
        Shift = CovariateShift.Of(crisis, outside.Choices);
    }

    public Crisis Crisis { get; }

    public int Draws { get; }

    public ImmutableArray<ClassChoice> Choices => _outside.Choices;

    public ImmutableArray<HeadlineOutcome> Outcomes { get; }

    /// <summary>What sets the case apart from its classes.</summary>
    public CovariateShift Shift { get; }

    public bool Departure => _outside.Demand == DemandKind.LeaderDeparture;

    public required Start Start { get; init; }

    /// <summary>A bare demand, as old as the crisis.</summary>
    public required Start ClassStart { get; init; }

    public required ParameterDraws ClassParameters { get; init; }

    public required ParameterDraws CaseParameters { get; init; }

    /// <summary>Whether its games were solved with beliefs held.</summary>
    public bool Held { get; private init; }

    /// <summary>The game at the class's defaults.</summary>
    public required InsideView ClassGame { get; init; }

    /// <summary>The case's parameters, from where the case stands.</summary>
    public required InsideView CaseGame { get; init; }

    /// <summary>Class alone, from the class's start.</summary>
    public Run Base => new(Tilt.None(_horizon), ClassStart.Force, 0, 0);

    /// <summary>The class with what sets the case apart from it, from the class's start.</summary>
    public Run Apart => Base with { Shift = Shift };

    /// <summary>Parameters and where the crisis stands, the game believed in full.</summary>
    public Run Game => new(CaseTilt, Start.Force, 1, 0) { Shift = Shift };

    private Tilt CaseTilt => _tilt ??= Tilt.Between(CaseGame, ClassGame, Settings);

    private static ForecastSettings Settings => ForecastSettings.Shipped;

    /// <summary>The forecast: the game's tilt to the power η, with its own error as far as it takes the case from the class.</summary>
    public Run Pool => Pooled(CaseTilt, Start.Force, Shift, Settings.TiltExponent);

    /// <summary>The classes' view of the crisis.</summary>
    public Outside Outside => _outside;

    /// <summary>Weeks.</summary>
    public int Horizon => _horizon;

    /// <summary>The forecast as it would be with another tilt, start, shift or power of the game; a game of power 0 has no error of its own.</summary>
    public static Run Pooled(Tilt tilt, double[] force, CovariateShift shift, double exponent)
    {
        var apart = exponent == 0 ? shift.Largest : Math.Max(tilt.Largest, shift.Largest);
        return new(tilt, force, exponent, Settings.Discrepancy * Math.Min(1, apart / Settings.DiscrepancyAt)) { Shift = shift };
    }

    /// <summary>Builds the model of a crisis.</summary>
    /// <param name="crisis">The crisis.</param>
    /// <param name="options">Draws, seed, horizon.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <param name="draws">Draws of this model.</param>
    /// <param name="known">Another version of the crisis, on the same draws, or <see langword="null"/>.</param>
    /// <param name="held">Whether its games are solved with beliefs held, to be compared with other versions; as in the known version, if there is one.</param>
    /// <param name="more">The same version on more draws, or <see langword="null"/>.</param>
    public static ForecastModel Of(Crisis crisis, ForecastOptions options, ParallelOptions parallel, int draws, ForecastModel? known = null, bool held = false, ForecastModel? more = null)
    {
        held |= known?.Held == true;
        var outside = more?._outside.Take(draws) ?? Outside.Of(crisis, options, draws, known?._outside, parallel);
        var departure = outside.Demand == DemandKind.LeaderDeparture;
        var @class = more?.ClassParameters.Take(draws) ?? ParameterDraws.OfClass(crisis, outside.Points, draws, known?.ClassParameters, parallel);
        var same = known is not null && known.Departure == departure && @class.SameAs(known.ClassParameters);
        var @case = more?.CaseParameters.Take(draws) ?? @class.OfCase(crisis, outside.Points, draws, same ? known!.CaseParameters : null);
        var sameCase = same && @case.SameAs(known!.CaseParameters);
        var games = known?._games ?? new();
        var (start, outset) = (games.Of(Start.OfCase(crisis, outside.Age.Weeks)), games.Of(Start.OfClass(outside.Age.Weeks)));
        same = same && known!.ClassStart.SameAs(outset);
        sameCase = sameCase && same;
        var classGame = same ? known!.ClassGame
            : ClassGames.Of(new(@class, outset, departure, options.Seed, draws, options.HorizonWeeks, held, parallel.MaxDegreeOfParallelism), () => Solve(@class, outset));
        var caseGame = start.SameAs(outset) && @case.SameAs(@class) ? classGame
            : sameCase && start.SameAs(known!.Start) ? known.CaseGame : games.Of(new(@class, @case, start, departure), () => Solve(@case, start));
        return new(crisis, outside, options.HorizonWeeks, draws, games)
        {
            Start = start,
            ClassStart = outset,
            ClassParameters = @class,
            CaseParameters = @case,
            ClassGame = classGame,
            CaseGame = caseGame,
            Held = held,
        };

        InsideView Solve(ParameterDraws parameters, Start from) => InsideView.Solve(parameters, from, departure, draws, options.HorizonWeeks, parallel, held);
    }

    /// <summary>The same model on its first draws.</summary>
    public ForecastModel Take(int draws)
    {
        if (draws == Draws) return this;
        var classGame = ClassGame.Take(draws);
        return new(Crisis, _outside.Take(draws), _horizon, draws, _games.OnOtherDraws())
        {
            Start = Start,
            ClassStart = ClassStart,
            ClassParameters = ClassParameters.Take(draws),
            CaseParameters = CaseParameters.Take(draws),
            ClassGame = classGame,
            CaseGame = ReferenceEquals(CaseGame, ClassGame) ? classGame : CaseGame.Take(draws),
            Held = Held,
        };
    }

    /// <summary>Whether the forecast of both is the same for sure.</summary>
    public bool SameForecast(ForecastModel other) => ReferenceEquals(_outside, other._outside) && ReferenceEquals(CaseGame, other.CaseGame)
        && ReferenceEquals(ClassGame, other.ClassGame) && Shift.SameAs(other.Shift) && Start.Force.SequenceEqual(other.Start.Force);

    /// <summary>The parameters that claims moved, at the class's start, the game believed in full.</summary>
    public Run Claims(ParallelOptions parallel) => new(Tilt.Between(ClaimsGame(parallel), ClassGame, Settings), ClassStart.Force, 1, 0) { Shift = Shift };

    /// <summary>The case's parameters, from the class's start; solved once.</summary>
    public InsideView ClaimsGame(ParallelOptions parallel) => CaseParameters.SameAs(ClassParameters) ? ClassGame : Solved(CaseParameters, ClassStart, parallel);

    /// <summary>The class's parameters, from where the case stands; solved once.</summary>
    public InsideView PlaceGame(ParallelOptions parallel) => Start.SameAs(ClassStart) ? ClassGame
        : CaseParameters.SameAs(ClassParameters) ? CaseGame : Solved(ClassParameters, Start, parallel);

    private InsideView Solved(ParameterDraws parameters, Start start, ParallelOptions parallel) =>
        _games.Of(new(ClassParameters, parameters, start, Departure), () => InsideView.Solve(parameters, start, Departure, Draws, _horizon, parallel, Held));

    /// <summary>The start that is equal to this one and stands for it in this model.</summary>
    public Start Known(Start start) => _games.Of(start);

    /// <summary>The game once, every parameter at its median and the crisis in its likeliest state.</summary>
    public (StandoffParameters Parameters, StandoffPaths Paths) AtMedians() => AtMedians(CaseParameters, Start, Departure, _horizon);

    /// <summary>The same of a crisis of which no draw is solved.</summary>
    public static (StandoffParameters Parameters, StandoffPaths Paths) AtMedians(Crisis crisis, ForecastOptions options)
    {
        var outside = Outside.Of(crisis, options, options.Draws, null, options.Parallel(default));
        var parameters = ParameterDraws.OfClass(crisis, outside.Points, options.Draws, null).OfCase(crisis, outside.Points, options.Draws, null);
        return AtMedians(parameters, Start.OfCase(crisis, outside.Age.Weeks), outside.Demand == DemandKind.LeaderDeparture, options.HorizonWeeks);
    }

    private static (StandoffParameters Parameters, StandoffPaths Paths) AtMedians(ParameterDraws parameters, Start start, bool departure, int horizon)
    {
        var medians = parameters.AtMedians(start.Mode, departure);
        return (medians, StandoffGame.SolveAll([medians], start.Game, new() { HorizonWeeks = horizon, SolvedWeeks = InsideView.SolvedFor(horizon), Threads = 1 })[0]);
    }

    /// <summary>Joint cells by week for each draw.</summary>
    public double[][] Draw(Run run, Spread spread, ParallelOptions parallel) => new Ensemble(_outside, _horizon, parallel).Draw(run, Draws, spread, true);

    /// <summary>Draws of each headline outcome at the horizon.</summary>
    public double[][] AtHorizon(Run run, Spread spread, ParallelOptions parallel) =>
        AtHorizon(new Ensemble(_outside, _horizon, parallel).Draw(run, Draws, spread, false));

    /// <summary>Draws of each headline outcome in the last week of the joint cells.</summary>
    public double[][] AtHorizon(double[][] joint) => [.. Outcomes.Select(o => joint.Select(j => o.Sum(j.AsSpan(j.Length - Chain.Cells))).ToArray())];

    /// <summary>Means of the headline outcomes at the horizon.</summary>
    public double[] Means(Run run, ParallelOptions parallel) => [.. AtHorizon(run, Spread.All, parallel).Select(d => Summaries.Mean(d))];
}

/// <summary>The outside view of a crisis: its classes' hazards and the points of the run.</summary>
internal sealed record Outside(ImmutableArray<ClassChoice> Choices, DemandKind Demand, CrisisAge Age, ClassHazards Hazards, QuasiRandom Points)
{
    /// <summary>Dimensions: parameters of the game, then the error of each channel, then that of its shift, then the classes.</summary>
    public static int ErrorDimension => ParameterDraws.Dimensions;

    /// <summary>First dimension of the errors of what sets the case apart, one a channel.</summary>
    public static int ShiftDimension => ErrorDimension + Channels.Count;

    /// <summary>First dimension of the classes.</summary>
    public static int ClassDimension => ShiftDimension + Channels.Count;

    // By draw: the classes' factors, and the normal scores of errors.
    private double[] _levels = [];
    private double[] _scores = [];

    /// <summary>The classes' factors in a draw.</summary>
    public ReadOnlySpan<double> Levels(int draw) => _levels.AsSpan(draw * Hazards.Dimensions, Hazards.Dimensions);

    /// <summary>Normal score of an error in a draw: of the channels first, then of their shifts.</summary>
    public double Score(int error, int draw) => _scores[(draw * Errors) + error];

    private static int Errors => 2 * Channels.Count;

    private static Outside New(ImmutableArray<ClassChoice> choices, DemandKind demand, CrisisAge age, ClassHazards hazards, QuasiRandom points, ParallelOptions parallel)
    {
        var (levels, scores) = (new double[points.Draws * hazards.Dimensions], new double[points.Draws * Errors]);
        const int Block = 64;
        Parallel.For(0, (points.Draws + Block - 1) / Block, parallel, block =>
        {
            for (var draw = block * Block; draw < Math.Min(points.Draws, (block + 1) * Block); draw++)
            {
                hazards.Levels(points, ClassDimension, draw, levels.AsSpan(draw * hazards.Dimensions, hazards.Dimensions));
                for (var error = 0; error < Errors; error++) scores[(draw * Errors) + error] = SpecialFunctions.NormalQuantile(points[ErrorDimension + error][draw]);
            }
        });
        return new(choices, demand, age, hazards, points) { _levels = levels, _scores = scores };
    }

    /// <summary>The first draws alone.</summary>
    public Outside Take(int draws) => draws == Points.Draws ? this : this with
    {
        Points = Points.Take(draws),
        _levels = _levels[..(draws * Hazards.Dimensions)],
        _scores = _scores[..(draws * Errors)],
    };

    /// <summary>The outside view of a crisis; the one known if nothing that it rests on differs.</summary>
    public static Outside Of(Crisis crisis, ForecastOptions options, int draws, Outside? known, ParallelOptions parallel)
    {
        ImmutableArray<ClassChoice> choices = crisis.Classes.IsDefaultOrEmpty ? [new(ReferenceClass.All[0].Key, 1, "No class was chosen: the broadest.")] : crisis.Classes;
        var age = CrisisAge.Of(crisis);
        if (known is not null && known.Demand == crisis.Demand.Kind && known.Age == age && known.Points.Draws == draws
            && known.Choices.Select(c => c.Name).SequenceEqual(choices.Select(c => c.Name)) && !known.Choices.Select(c => c.Weight).SequenceEqual(choices.Select(c => c.Weight)))
            return known.Reweighted(choices);
        if (known is not null && known.Demand == crisis.Demand.Kind && known.Age == age
            && known.Choices.Select(c => (c.Name, c.Weight)).SequenceEqual(choices.Select(c => (c.Name, c.Weight)))) return known;
        var hazards = new ClassHazards(choices, crisis.Demand.Kind, age, options.HorizonWeeks, ForecastSettings.Shipped);
        return New(choices, crisis.Demand.Kind, age, hazards, new QuasiRandom(options.Seed, draws, ClassDimension + hazards.Dimensions), parallel);
    }

    /// <summary>The same classes with other weights, on the same points.</summary>
    public Outside Reweighted(ImmutableArray<ClassChoice> choices) => this with { Choices = choices, Hazards = Hazards.Reweighted(choices) };
}
