using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>How probable it is that two sides are challenger and target.</summary>
/// <param name="Challenger">Who challenges.</param>
/// <param name="Target">Who is challenged.</param>
/// <param name="Probability">That they are the two, given the text.</param>
public readonly record struct PossibleSides(string Challenger, string Target, double Probability);

/// <summary>
/// The probability of each ordered pair of sides, and of there being no crisis between two sides: a conditional logit over the signs of
/// <see cref="PairSigns"/>, P(pair) = e^{w·x(pair)} / (e^{w·x(none)} + Σ e^{w·x}).
/// </summary>
internal sealed class PairChances
{
    private static readonly FrozenDictionary<string, double> Weights =
        ResourceTable.Load("Crises", "pair-weights.tsv").Rows.ToFrozenDictionary(r => r["sign"], r => r.Number("weight"));

    private PairChances(ImmutableArray<PossibleSides> ranked, double none, PairSigns signs) => (Ranked, None, Signs) = (ranked, none, signs);

    /// <summary>All pairs, the likeliest first.</summary>
    public ImmutableArray<PossibleSides> Ranked { get; }

    /// <summary>Probability that the text is about no crisis between two sides.</summary>
    public double None { get; }

    /// <summary>What they were computed from.</summary>
    public PairSigns Signs { get; }

    public static PairChances Of(PairSigns signs)
    {
        var pairs = signs.Pairs().Select(p => (p.Challenger, p.Target, Utility: Utility(signs.Of(p.Challenger, p.Target)))).ToList();
        var none = Utility(signs.OfNone()) - ElementaryFunctions.Log(CrisisSettings.Of("pair.prior"));
        var top = pairs.Select(p => p.Utility).Append(none).Max();
        var odds = pairs.ConvertAll(p => ElementaryFunctions.Exp(p.Utility - top));
        var all = odds.Sum() + ElementaryFunctions.Exp(none - top);
        return new(
            [.. pairs.Select((p, i) => new PossibleSides(p.Challenger, p.Target, odds[i] / all)).OrderByDescending(p => p.Probability).ThenBy(p => p.Challenger, StringComparer.Ordinal).ThenBy(p => p.Target, StringComparer.Ordinal)],
            ElementaryFunctions.Exp(none - top) / all, signs);
    }

    /// <summary>Probability of a pair, given that there is a crisis between two sides.</summary>
    public double Of(string challenger, string target) =>
        None >= 1 ? 0 : Pair(challenger, target).Probability / (1 - None);

    /// <summary>A pair with its probability, given the text; 0 where nothing speaks for it.</summary>
    public PossibleSides Pair(string challenger, string target) =>
        Ranked.FirstOrDefault(p => p.Challenger == challenger && p.Target == target, new PossibleSides(challenger, target, 0));

    private static double Utility(IEnumerable<(string Sign, double Value)> signs) => signs.Sum(s => Weights.GetValueOrDefault(s.Sign) * s.Value);
}
