using System.Collections.Immutable;
using Standoff.Reading.Times;

namespace Standoff.Crises;

/// <summary>The editable model of a crisis, as <c>crisis.yaml</c> holds it.</summary>
public sealed record Crisis
{
    /// <summary>One line that names the crisis.</summary>
    public required string Title { get; init; }

    /// <summary>The day from which the forecast counts; the latest document date unless said otherwise.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The day on which it began: of the act that set it off. Not known where it is <see langword="null"/>.</summary>
    public DateOnly? Began { get; init; }

    /// <summary>The day on which an ultimatum was given, from which the classes of ultimatums count; <see langword="null"/> where none was or the day is not known.</summary>
    public DateOnly? UltimatumOn { get; init; }

    /// <summary>The template that built it, or that a person named.</summary>
    public string Template { get; init; } = "ultimatum";

    /// <summary>Who makes the demand.</summary>
    public required Party Challenger { get; init; }

    /// <summary>Of whom it is made.</summary>
    public required Party Target { get; init; }

    /// <summary>The core demand.</summary>
    public required Demand Demand { get; init; }

    /// <summary>What was offered, by whom.</summary>
    public ImmutableArray<Statement> Offers { get; init; } = [];

    /// <summary>What was threatened, by whom.</summary>
    public ImmutableArray<Statement> Threats { get; init; } = [];

    /// <summary>Where on the ladder the crisis stands: a probability for each rung, summing to one.</summary>
    public required RungEstimate Present { get; init; }

    /// <summary>What else everyone can see of the standoff, each with its probability; a name that does not stand here is not so.</summary>
    public ImmutableArray<StateFlag> Flags { get; init; } = [];

    /// <summary>States and bodies beside the two, with their stance.</summary>
    public ImmutableArray<ThirdParty> ThirdParties { get; init; } = [];

    /// <summary>All parameters by name, in the order of the parameter table.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>What names, date and demand tell of the crisis; a covariate that does not stand here is unknown.</summary>
    public ImmutableArray<Covariate> Covariates { get; init; } = [];

    /// <summary>Reference classes chosen for the outside view, with weights that sum to one.</summary>
    public ImmutableArray<ClassChoice> Classes { get; init; } = [];

    /// <summary>What each ledger item was used for; every item stands here once.</summary>
    public ImmutableArray<ItemUse> Uses { get; init; } = [];

    /// <summary>Probability that a flag is up; 0 where the crisis does not name it.</summary>
    /// <param name="name">One of <see cref="StateFlag.Names"/>.</param>
    public double Flag(string name) => Flags.FirstOrDefault(f => f.Name == name)?.Probability ?? 0;

    /// <summary>The parameter of a name.</summary>
    /// <exception cref="KeyNotFoundException">No such parameter.</exception>
    public Parameter this[string name] => Parameters.FirstOrDefault(p => p.Name == name)
        ?? throw new KeyNotFoundException($"The crisis has no parameter '{name}'.");
}

/// <summary>A side of the crisis.</summary>
/// <param name="Name">State or organisation.</param>
/// <param name="Leader">Who decides for it, where known.</param>
/// <param name="Claims">Claims that name it in this role.</param>
public sealed record Party(string Name, string? Leader = null, ImmutableArray<string> Claims = default)
{
    /// <summary>Others who act together with it; empty where it acts alone.</summary>
    public ImmutableArray<string> Members { get; init; } = [];
}

/// <summary>The core demand.</summary>
/// <param name="Text">In the words of its clearest claim.</param>
/// <param name="Kind">What is demanded.</param>
/// <param name="Deadline">By when, if said.</param>
/// <param name="Claims">Claims that state it.</param>
public sealed record Demand(string Text, DemandKind Kind, Edtf? Deadline, ImmutableArray<string> Claims);

/// <summary>What is demanded.</summary>
public enum DemandKind
{
    /// <summary>The target's leader gives up power.</summary>
    LeaderDeparture,

    /// <summary>Forces leave a place.</summary>
    Withdrawal,

    /// <summary>Weapons or programmes are given up.</summary>
    Disarmament,

    /// <summary>Any other change of policy.</summary>
    PolicyChange,
}

/// <summary>An offer or a threat.</summary>
/// <param name="Text">In the words of its clearest claim.</param>
/// <param name="By">Who makes it.</param>
/// <param name="Claims">Claims that state it.</param>
public sealed record Statement(string Text, string By, ImmutableArray<string> Claims);

/// <summary>The present rung as a distribution over <see cref="Rung"/>.</summary>
/// <param name="Weights">One probability per rung, in order.</param>
/// <param name="Claims">Claims that fix it.</param>
/// <param name="Reason">One sentence.</param>
public sealed record RungEstimate(ImmutableArray<double> Weights, ImmutableArray<string> Claims, string Reason)
{
    /// <summary>The likeliest rung; the lower one on a tie.</summary>
    public Rung Mode => (Rung)Weights.IndexOf(Weights.Max());

    /// <summary>Where a person says that it comes from; <see langword="null"/> where claims, or that there are none, say it.</summary>
    public Grounds? Grounds { get; init; }

    /// <summary>Whether nothing is told of where the crisis stands, so that its class's outset is taken.</summary>
    public bool IsAssumed => Claims.IsDefaultOrEmpty && Grounds is null or Crises.Grounds.Default && Weights[(int)PresentState.Outset] == 1;
}

/// <summary>
/// Something that everyone can see and that the game starts from: an ultimatum was given, an exit offer lies on the table, the coalition has
/// cracked; or a move that leaves no trace but in what it tells of who made it.
/// </summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Probability">That it is so, 0 … 1.</param>
/// <param name="Claims">Claims that tell of it.</param>
/// <param name="Reason">One sentence.</param>
public sealed record StateFlag(string Name, double Probability, ImmutableArray<string> Claims, string Reason)
{
    /// <summary>Where a person says that it comes from; <see langword="null"/> where claims, or that there are none, say it.</summary>
    public Grounds? Grounds { get; init; }

    /// <summary>An ultimatum was given.</summary>
    public const string UltimatumGiven = "ultimatum-given";

    /// <summary>An exit offer lies on the table.</summary>
    public const string ExitOffered = "exit-offered";

    /// <summary>The coalition behind the target's leader has cracked.</summary>
    public const string CohesionCracked = "cohesion-cracked";

    /// <summary>A move: the leader turned the demand down.</summary>
    public const string DemandDefied = "demand-defied";

    /// <summary>A move: the leader answered with terms of his own.</summary>
    public const string CounterOfferMade = "counter-offer-made";

    /// <summary>A move: the challenger turned such terms down.</summary>
    public const string CounterOfferRefused = "counter-offer-refused";

    /// <summary>All flags, in order.</summary>
    public static ImmutableArray<string> Names { get; } = [UltimatumGiven, ExitOffered, CohesionCracked, DemandDefied, CounterOfferMade, CounterOfferRefused];
}

/// <summary>The ladder of escalation, in order.</summary>
public enum Rung
{
    /// <summary>Words only.</summary>
    Rhetoric,

    /// <summary>Diplomatic and economic measures.</summary>
    Measures,

    /// <summary>Forces moved to be seen.</summary>
    ShowOfForce,

    /// <summary>Airspace or waters closed, blockade.</summary>
    Closure,

    /// <summary>Force used, off the target's soil.</summary>
    ForceOffSoil,

    /// <summary>Limited strikes on the target's soil.</summary>
    LimitedStrikes,

    /// <summary>A raid on its soil.</summary>
    Raid,

    /// <summary>Ground held for 72 hours or more.</summary>
    Invasion,
}

/// <summary>A state or body beside the two sides.</summary>
/// <param name="Name">Who.</param>
/// <param name="Stance">−1 wholly with the target … +1 wholly with the challenger.</param>
/// <param name="Capacity">What it could bring, 0 … 1.</param>
/// <param name="Availability">How free it is to bring it, 0 … 1.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Claims">Claims about it.</param>
public sealed record ThirdParty(string Name, double Stance, double Capacity, double Availability, string Reason, ImmutableArray<string> Claims)
{
    /// <summary>Where a person says that it comes from; <see langword="null"/> where claims, or that there are none, say it.</summary>
    public Grounds? Grounds { get; init; }
}

/// <summary>A number of the model that is not known exactly.</summary>
public sealed record Parameter
{
    /// <summary>Its name in the parameter table, such as <c>audience-cost</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The distribution before this case's claims.</summary>
    public required Distribution Prior { get; init; }

    /// <summary>
    /// After the claims; equal to <see cref="Prior"/> where no item supports it. An analyst's value is not moved.
    /// </summary>
    public required Distribution Value { get; init; }

    /// <summary>Its unit, such as "share of the demand's value".</summary>
    public required string Unit { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required Grounds Grounds { get; init; }

    /// <summary>One sentence that explains it.</summary>
    public required string Reason { get; init; }

    /// <summary>The items that moved it.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Aliases of all claims behind it.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];
}

/// <summary>Where a number comes from.</summary>
public enum Grounds
{
    /// <summary>S: from claims.</summary>
    Sourced,

    /// <summary>I: inferred from the text.</summary>
    Inferred,

    /// <summary>A: set by an analyst.</summary>
    Analyst,

    /// <summary>D: a default or prior.</summary>
    Default,

    /// <summary>C: computed.</summary>
    Computed,
}

/// <summary>One ledger item's pull on one parameter.</summary>
/// <param name="Item">Alias of the item.</param>
/// <param name="Row">Key of the evidence table's row.</param>
/// <param name="Group">Items with a common cause share a group.</param>
/// <param name="LogLikelihoodRatio">The item's ℓ, less what the same origins said already in a stronger item of the same row; below 0 for a denial.</param>
/// <param name="Claims">Its claims.</param>
public sealed record Evidence(string Item, string Row, string Group, double LogLikelihoodRatio, ImmutableArray<string> Claims)
{
    /// <summary>Whom the item is about; items of one row about the same side by the same origin tell one story.</summary>
    public string About { get; init; } = "";
}

/// <summary>Something that sets the case apart from others of its classes, as <c>covariates.tsv</c> lists it.</summary>
/// <param name="Name">Its name in the table, such as <c>power-ratio</c>.</param>
/// <param name="Value">Its value; 0 or 1 where it is a yes or no, a probability where that is not certain.</param>
/// <param name="Grounds">Where it comes from.</param>
/// <param name="Reason">One sentence.</param>
public sealed record Covariate(string Name, double Value, Grounds Grounds, string Reason);

/// <summary>A reference class chosen for the case.</summary>
/// <param name="Name">Key in the table of reference classes.</param>
/// <param name="Weight">Share in the pool; all choices sum to one.</param>
/// <param name="Reason">Why it was chosen.</param>
public sealed record ClassChoice(string Name, double Weight, string Reason)
{
    /// <summary>Where a person says that it comes from; <see langword="null"/> where the table of classes chose it.</summary>
    public Grounds? Grounds { get; init; }
}

/// <summary>What a ledger item was used for.</summary>
/// <param name="Item">Alias of the item.</param>
/// <param name="Route">The one route it takes.</param>
/// <param name="Target">Parameter, move, rung or field; empty for <see cref="Route.None"/>.</param>
/// <param name="Row">Key of the evidence table's row that chose it; empty where none matched.</param>
/// <param name="Reason">One sentence.</param>
public sealed record ItemUse(string Item, Route Route, string Target, string Row, string Reason);

/// <summary>How an item enters the model.</summary>
public enum Route
{
    /// <summary>It has no use; said so.</summary>
    None,

    /// <summary>It fixes where the crisis stands.</summary>
    State,

    /// <summary>It is an observed move of the game.</summary>
    Move,

    /// <summary>It moves a parameter.</summary>
    Parameter,

    /// <summary>It defines the reference class and updates nothing.</summary>
    Class,

    /// <summary>It is a stated base rate, to be checked, not evidence.</summary>
    Check,
}
