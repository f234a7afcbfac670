using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>How the crisis may end, by week, with what moves it.</summary>
public sealed record Forecast
{
    /// <summary>The day from which weeks count; <see langword="null"/> if no document and no option gave one.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Last week of the curves (26 by default).</summary>
    public required int HorizonWeeks { get; init; }

    /// <summary>Cumulative probability of each first ending by week; <see cref="Ending.None"/> is what is left.</summary>
    public required ImmutableArray<Curve<Ending>> Endings { get; init; }

    /// <summary>
    /// Cumulative probability that force on the target's soil reaches at least the level by week. Force is new force, used after the day from which weeks count: what was used
    /// before stands in <see cref="ForceBefore"/>.
    /// </summary>
    public required ImmutableArray<Curve<Force>> Force { get; init; }

    /// <summary>Probability that force was used on the target's soil before that day.</summary>
    public double ForceBefore { get; init; }

    /// <summary>Joint cells at the horizon; means sum to one.</summary>
    public required ImmutableArray<Cell> Cells { get; init; }

    /// <summary>Headline outcomes: a partition of the cells by a printed precedence.</summary>
    public required ImmutableArray<Outcome> Headline { get; init; }

    /// <summary>Base rate → covariates → claims → game → pool, for each headline outcome.</summary>
    public required ImmutableArray<Waterfall> Waterfalls { get; init; }

    /// <summary>What withdrawing each claim or source would change, largest first.</summary>
    public required ImmutableArray<Influence> Influences { get; init; }

    /// <summary>The reference classes used, with their counts.</summary>
    public required ImmutableArray<ClassRate> Classes { get; init; }

    /// <summary>The game at the parameters' medians: what each side would do now, and why not otherwise.</summary>
    public required ImmutableArray<MoveChoice> Moves { get; init; }

    /// <summary>How probable each side's types are, before and after the moves already made.</summary>
    public ImmutableArray<TypeBelief> Types { get; init; } = [];

    /// <summary>Whether the game's solutions converged, and how many there may be; <see langword="null"/> in a forecast of an older version.</summary>
    public GameCheck? GameCheck { get; init; }

    /// <summary>What it would change in the most uncertain headline outcome to know each parameter, largest first.</summary>
    public required ImmutableArray<Sensitivity> Sensitivities { get; init; }

    /// <summary>What leaving out each assumption would change, largest first: <c>parameter</c>, <c>class</c>, <c>flag</c>, <c>rung</c>, <c>covariate</c>, <c>game</c>.</summary>
    public ImmutableArray<Influence> Assumptions { get; init; } = [];

    /// <summary>How each headline outcome is shared out among the groups of inputs.</summary>
    public ImmutableArray<Decomposition> Decompositions { get; init; } = [];

    /// <summary>What would have to be true for another outcome to be likelier than the leading one.</summary>
    public ImmutableArray<Flip> Flips { get; init; } = [];

    /// <summary>What it would tell to find out each uncertain thing, most informative first.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What comes after each ending, from reference classes.</summary>
    public required ImmutableArray<DayAfter> DayAfter { get; init; }

    /// <summary>Number of draws.</summary>
    public required int Draws { get; init; }

    /// <summary>Number of common draws behind each influence.</summary>
    public required int InfluenceDraws { get; init; }

    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Things that a reader must know: failures to converge, defaults, thin classes.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Means of the joint cells by week, weeks 0 … horizon; not part of any file.</summary>
    internal ImmutableArray<ImmutableArray<Cell>> Joint { get; init; } = [];
}

/// <summary>A probability with its 90 % credible interval.</summary>
/// <param name="Mean">The headline number.</param>
/// <param name="Low">5th percentile.</param>
/// <param name="High">95th percentile.</param>
public readonly record struct Estimate(double Mean, double Low, double High);

/// <summary>A cumulative curve, weeks 0 … horizon.</summary>
public sealed record Curve<TKey>(TKey Key, ImmutableArray<Estimate> Weeks);

/// <summary>One cell of ending × new force at the horizon.</summary>
public sealed record Cell(Ending Ending, Force Force, double Mean);

/// <summary>A headline outcome.</summary>
/// <param name="Key">Stable key, such as <c>negotiated-exit</c>.</param>
/// <param name="Name">As a person would say it.</param>
/// <param name="Estimate">At the horizon.</param>
/// <param name="ClassShare">Share of the interval's variance from the class's small numbers.</param>
/// <param name="ParameterShare">Share from the parameters.</param>
/// <param name="DiscrepancyShare">Share from the game's own error; the three sum to one.</param>
/// <param name="MonteCarloError">Standard error of the mean from the finite number of draws.</param>
public sealed record Outcome(string Key, string Name, Estimate Estimate, double ClassShare, double ParameterShare, double DiscrepancyShare, double MonteCarloError);

/// <summary>How an outcome's number comes about.</summary>
/// <param name="Outcome">Key of the outcome.</param>
/// <param name="Steps">Value after each step; the first is the base rate, the last the headline.</param>
public sealed record Waterfall(string Outcome, ImmutableArray<WaterfallStep> Steps);

/// <summary>A step of a waterfall.</summary>
/// <param name="Key"><c>base-rate</c>, <c>covariates</c>, <c>claims</c>, <c>game</c>, <c>pool</c>.</param>
/// <param name="Name">As printed.</param>
/// <param name="Value">Probability after this step.</param>
/// <param name="Claims">Aliases of the claims that made the step, if any.</param>
public sealed record WaterfallStep(string Key, string Name, double Value, ImmutableArray<string> Claims);

/// <summary>What leaving something out changes, on common draws.</summary>
/// <param name="Kind"><c>claim</c> or <c>source</c>, or what kind of assumption.</param>
/// <param name="Key">Alias of the claim, or the key of the source or assumption.</param>
/// <param name="Name">As printed.</param>
/// <param name="Claims">What is withdrawn.</param>
/// <param name="Changes">Change of each headline outcome's mean, without minus with.</param>
public sealed record Influence(string Kind, string Key, string Name, ImmutableArray<string> Claims, ImmutableArray<OutcomeChange> Changes)
{
    /// <summary>The largest absolute change.</summary>
    public double Largest => Changes.IsDefaultOrEmpty ? 0 : Changes.Max(c => Math.Abs(c.Change));
}

/// <summary>Change of one outcome's mean.</summary>
public sealed record OutcomeChange(string Outcome, double Change);

/// <summary>A reference class as used.</summary>
/// <param name="Key">Key in the table.</param>
/// <param name="Name">As printed.</param>
/// <param name="Definition">Which cases count.</param>
/// <param name="N">How many cases.</param>
/// <param name="Era">Years.</param>
/// <param name="Weight">Share in the outside view.</param>
/// <param name="Reason">Why this case belongs to it.</param>
/// <param name="Rates">Ending or force → count, rate and Jeffreys interval.</param>
/// <param name="Citation">Where the figures come from.</param>
/// <param name="Warning">Selection effects; empty if none.</param>
public sealed record ClassRate(string Key, string Name, string Definition, int N, string Era, double Weight, string Reason, ImmutableArray<ClassRateRow> Rates, string Citation, string Warning)
{
    /// <summary>The crises of the class that are most like this one, nearest first.</summary>
    public ImmutableArray<PastCrisis> Nearest { get; init; } = [];

    /// <summary>How many crises of the class are known by name; the rest are only counted.</summary>
    public int Named { get; init; }
}

/// <summary>A crisis of the past, as a history book tells it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Year">When it began.</param>
/// <param name="Challenger">Who triggered it.</param>
/// <param name="Target">Who was put under pressure.</param>
/// <param name="Ending">How it ended, by the demand of the case at hand.</param>
/// <param name="Violence">How far the violence went.</param>
/// <param name="Weeks">How long it lasted.</param>
/// <param name="Distance">How unlike the case it is in what shifts the rates: 0 the same.</param>
public sealed record PastCrisis(string Name, int Year, string Challenger, string Target, Ending Ending, string Violence, double Weeks, double Distance);

/// <summary>A row of a reference class.</summary>
public sealed record ClassRateRow(string Key, string Name, double Count, Estimate Rate)
{
    /// <summary>Of how many crises, where not of all of the class: those that began without force, or with a violent act; 0 for all.</summary>
    public int N { get; init; }
}

/// <summary>A move open to a side now.</summary>
/// <param name="Player">Party's name.</param>
/// <param name="Move">The move.</param>
/// <param name="Probability">Its choice probability in equilibrium.</param>
/// <param name="Value">Its value Q to the player.</param>
/// <param name="WhyNot">What would have to change for it to be the likeliest; empty for the likeliest.</param>
public sealed record MoveChoice(string Player, string Move, double Probability, double Value, string WhyNot);

/// <summary>What it would change to know a parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Share">Its share of what all parameters, one at a time, move (squares of the differences), 0 … 1.</param>
/// <param name="AtLow">The outcome with the parameter at its 5th percentile, all else as it is.</param>
/// <param name="AtHigh">The outcome with the parameter at its 95th percentile.</param>
/// <param name="Outcome">Which outcome.</param>
public sealed record Sensitivity(string Parameter, string Outcome, double Share, double AtLow, double AtHigh);

/// <summary>A rate of what follows an ending.</summary>
public sealed record DayAfter(Ending Ending, string Question, string Class, int N, double Count, Estimate Rate, string Citation, string Warning);
