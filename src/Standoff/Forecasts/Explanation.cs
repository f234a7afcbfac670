using System.Collections.Immutable;

namespace Standoff.Forecasts;

/// <summary>
/// How an outcome's number is shared out among what sets the case apart: Shapley shares from the broadest class's rate to the headline.
/// </summary>
/// <param name="Outcome">Key of the outcome.</param>
/// <param name="Base">The broadest class alone; with the shares it sums to the headline.</param>
/// <param name="Parts">What each group adds or takes.</param>
public sealed record Decomposition(string Outcome, double Base, ImmutableArray<GroupShare> Parts);

/// <summary>A group's share in an outcome's number.</summary>
/// <param name="Group"><c>classes</c>, <c>covariates</c>, <c>parameters</c> (moved by claims), <c>edits</c> (of an analyst), <c>position</c> (rung and flags), <c>game</c>.</param>
/// <param name="Name">As printed.</param>
/// <param name="Share">What it adds to the probability, averaged over all orders.</param>
public sealed record GroupShare(string Group, string Name, double Share);

/// <summary>What would have to be true for another outcome to be likelier than the leading one.</summary>
/// <param name="Leader">Key of the likeliest outcome.</param>
/// <param name="Rival">Key of the other.</param>
/// <param name="Gap">By how much the leader is likelier now, on the common draws.</param>
/// <param name="Points">Each single change that turns the order, nearest first; empty if none within its range does.</param>
/// <param name="Together">All parameters moved together the shortest way that turns it; <see langword="null"/> if not within four standard deviations.</param>
/// <param name="Tried">How many inputs were tried one at a time.</param>
public sealed record Flip(string Leader, string Rival, double Gap, ImmutableArray<FlipPoint> Points, JointFlip? Together, int Tried);

/// <summary>A single change that turns the order of two outcomes.</summary>
/// <param name="Kind"><c>parameter</c>, <c>flag</c>, <c>rung</c>, <c>class</c> (its weight), <c>covariate</c> or <c>game</c> (the power to which it counts).</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">As printed.</param>
/// <param name="Now">Where it stands: a median, a probability, a weight.</param>
/// <param name="Threshold">Where the order turns.</param>
/// <param name="Level">Of a parameter, the share of its own distribution below the threshold; <see langword="null"/> where it has none.</param>
/// <param name="Distance">How far it would have to go: 0 at where it stands, 1 at the end of its range.</param>
public sealed record FlipPoint(string Kind, string Key, string Name, double Now, double Threshold, double? Level, double Distance);

/// <summary>All parameters moved together along the steepest direction.</summary>
/// <param name="Deviations">Standard deviations of normal scores, over all parameters together.</param>
/// <param name="Largest">The parameters that move most, with the level of each.</param>
public sealed record JointFlip(double Deviations, ImmutableArray<JointMove> Largest);

/// <summary>A parameter's part in a joint move.</summary>
public sealed record JointMove(string Parameter, double Level);

/// <summary>What it would tell to find something out.</summary>
/// <param name="Kind"><c>parameter</c>, <c>flag</c>, <c>rung</c> or <c>item</c> of the ledger.</param>
/// <param name="Key">Its name, or the item's alias.</param>
/// <param name="Name">As printed.</param>
/// <param name="Information">Expected fall of the log score of the headline outcomes, in nats: their mutual information with the answer.</param>
/// <param name="Outcome">The outcome that the answer moves most.</param>
/// <param name="Points">Expected absolute change of that outcome's probability.</param>
/// <param name="Error">Standard error of <paramref name="Points"/> from the finite number of draws.</param>
/// <param name="Answers">What may be found, how likely, and the outcome then.</param>
/// <param name="Claims">Claims that speak of it today.</param>
/// <param name="Origins">Independent origins behind them.</param>
public sealed record Finding(
    string Kind, string Key, string Name, double Information, string Outcome, double Points, double Error, ImmutableArray<Answer> Answers, ImmutableArray<string> Claims, int Origins);

/// <summary>A possible answer.</summary>
/// <param name="Text">The answer: <c>so</c>, <c>not so</c>, a rung, or a parameter's level.</param>
/// <param name="Weight">How likely it is; of a parameter, the weight of the node.</param>
/// <param name="Value">The parameter's value there; <see langword="null"/> of anything else.</param>
/// <param name="Then">The outcome's probability if it is the answer.</param>
public sealed record Answer(string Text, double Weight, double? Value, double Then);
