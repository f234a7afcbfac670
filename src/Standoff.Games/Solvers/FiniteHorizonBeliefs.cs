using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>How beliefs are iterated until strategies and beliefs agree.</summary>
/// <param name="Tolerance">Largest change of a belief that still counts as none.</param>
/// <param name="Limit">Rounds at most; what has not settled by then is reported as such.</param>
/// <param name="Progress">Share of the last round's change that a whole step may leave; where a step leaves more for its size, beliefs move half as far from then on.</param>
public sealed record BeliefIteration(double Tolerance = 1e-4, int Limit = 100, double Progress = 0.8);

/// <summary>Beliefs from which a solution starts.</summary>
/// <param name="expected">By node, a profile that is expected there for sure, −1 for the priors; empty for the priors everywhere.</param>
/// <param name="ratios">Those of <see cref="FiniteHorizonLogit.BeliefRatios"/>, for the priors times them; empty for the priors.</param>
public readonly ref struct BeliefStart(ReadOnlySpan<int> expected, ReadOnlySpan<double> ratios)
{
    internal ReadOnlySpan<int> Expected { get; } = expected;

    internal ReadOnlySpan<double> Ratios { get; } = ratios;
}

/// <summary>
/// Beliefs about types at the decision nodes of every period, in four games: by profile, given the owner's own type. Those that the strategies
/// answer are held; those that follow from the strategies by Bayes' rule are found. A game whose found beliefs differ from the held ones by no
/// more than the tolerance is settled: its held beliefs stay as they are while the others move on, so its company changes nothing.
/// </summary>
internal sealed class FiniteHorizonBeliefs
{
    // Below this a sum of masses has no digits left to divide.
    private const double Nobody = 1e-280;
    private readonly FiniteHorizonGame game;
    private readonly TypeSpace types;
    private readonly int profiles;
    private readonly int decisions;
    // Where every type goes with two profiles, the belief in the first of them is kept and the other's is the rest to 1; else all are kept.
    private readonly bool isPaired;
    private readonly int kept;
    // By node: its number among decision nodes.
    private readonly int[] decisionOf;
    // By decision node: who moves there.
    private readonly int[] owners;
    // By period, decision node and what is kept.
    private readonly Vector256<double>[] held;
    private readonly Vector256<double>[] found;
    // By player and profile.
    private readonly Vector256<double>[] priors;
    // By player: its first type's profiles, then its second's.
    private readonly int[][] profilesByType;
    private bool fresh;
    private Vector256<double> moving;
    private Vector256<double> step;
    // Where the step is a whole one, so that what was found is taken as it is.
    private Vector256<double> whole;
    private Vector256<double> change;
    private Vector256<double> last;
    private Vector256<double> residual;
    private Vector256<double> rounds;

    public FiniteHorizonBeliefs(FiniteHorizonGame game, TypeSpace types, int periods)
    {
        (this.game, this.types, profiles) = (game, types, types.ProfileCount);
        decisionOf = new int[game.NodeCount];
        for (var node = 0; node < game.NodeCount; node++)
            decisionOf[node] = game.Owner[node] >= 0 ? decisions++ : -1;
        owners = [.. game.Owner.ToArray().Where(owner => owner >= 0)];
        isPaired = Enumerable.Range(0, types.PlayerCount).All(player => profiles == 2 * types.Count(player));
        kept = isPaired ? profiles / 2 : profiles;
        var size = profiles > 1 ? periods * decisions * kept : 0;
        (held, found) = (new Vector256<double>[size], new Vector256<double>[size]);
        priors = new Vector256<double>[game.PlayerCount * profiles];
        profilesByType = [.. Enumerable.Range(0, types.PlayerCount).Select(player => Enumerable.Range(0, types.Count(player)).SelectMany(type => types.Profiles(player, type).ToArray()).ToArray())];
    }

    /// <summary>Largest difference between held and found beliefs, by game.</summary>
    public Vector256<double> Residual => residual;

    /// <summary>Rounds until the game settled, or all rounds.</summary>
    public Vector256<double> Rounds => rounds;

    /// <summary>
    /// Starts from the priors; where an expected profile is given for a node, from being sure of it; where ratios of an earlier solution are given,
    /// from the priors times them.
    /// </summary>
    public void Begin(FiniteHorizonNumbers numbers, ReadOnlySpan<int> expected, ReadOnlySpan<double> ratios)
    {
        fresh = true;
        moving = Vector256<double>.AllBitsSet;
        (residual, rounds, change) = (default, default, default);
        (step, whole, last) = (Vector256<double>.One, Vector256<double>.AllBitsSet, Vector256.Create(double.PositiveInfinity));
        SetPriors(numbers);
        if (held.Length == 0)
            return;
        for (var node = 0; node < game.NodeCount; node++)
        {
            for (var entry = 0; decisionOf[node] >= 0 && entry < kept; entry++)
                Fill(node, entry, expected.IsEmpty ? -1 : expected[node]);
        }

        for (var at = 0; at < ratios.Length; at += profiles)
            Weigh(at / profiles, ratios.Slice(at, profiles));
    }

    /// <summary>By period, decision node and profile: a game's beliefs over its priors.</summary>
    public double[] Ratios(int lane)
    {
        var ratios = new double[held.Length / kept * profiles];
        for (var i = 0; i < ratios.Length; i++)
        {
            var (at, profile) = (i / profiles, i % profiles);
            var prior = priors[(owners[at % decisions] * profiles) + profile][lane];
            ratios[i] = prior > 0 ? Belief(found, at, owners[at % decisions], profile)[lane] / prior : 1;
        }

        return ratios;
    }

    /// <summary>
    /// The beliefs to answer at the node in this round, as they are kept; to be asked for once a round, period and node.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<Vector256<double>> Answered(int period, int node)
    {
        var at = ((period * decisions) + decisionOf[node]) * kept;
        ref var own = ref held[at];
        if (!fresh)
        {
            ref var next = ref found[at];
            for (var entry = 0; entry < kept; entry++)
            {
                var (now, then) = (Unsafe.Add(ref own, entry), Unsafe.Add(ref next, entry));
                var nearer = Vector256.ConditionalSelect(whole, then, Vector256.FusedMultiplyAdd(step, then - now, now));
                Unsafe.Add(ref own, entry) = Vector256.ConditionalSelect(moving, nearer, now);
            }
        }

        return MemoryMarshal.CreateReadOnlySpan(ref own, kept);
    }

    /// <summary>Takes note of how much of each profile reaches the node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Reached(int period, int node, ReadOnlySpan<Vector256<double>> masses)
    {
        var (owner, at) = (game.Owner[node], ((period * decisions) + decisionOf[node]) * kept);
        var (byType, size) = (profilesByType[owner], profiles / types.Count(owner));
        ref var mine = ref MemoryMarshal.GetArrayDataReference(byType);
        ref var prior = ref priors[owner * profiles];
        ref var here = ref MemoryMarshal.GetReference(masses);
        ref var own = ref held[at];
        ref var after = ref found[at];
        var most = change;
        for (var first = 0; first < byType.Length; first += size)
        {
            var sum = Unsafe.Add(ref here, Unsafe.Add(ref mine, first));
            for (var i = first + 1; i < first + size; i++)
                sum += Unsafe.Add(ref here, Unsafe.Add(ref mine, i));
            var somebody = Vector256.GreaterThan(sum, Vector256.Create(Nobody));
            var share = Vector256<double>.One / sum;
            for (var i = first; i < first + (isPaired ? 1 : size); i++)
            {
                var profile = Unsafe.Add(ref mine, i);
                var belief = Vector256.ConditionalSelect(somebody, Unsafe.Add(ref here, profile) * share, Unsafe.Add(ref prior, profile));
                var entry = isPaired ? i / 2 : profile;
                Unsafe.Add(ref after, entry) = belief;
                most = Vector256.MaxNative(most, Vector256.Abs(belief - Unsafe.Add(ref own, entry)));
            }
        }

        change = most;
    }

    /// <summary>Ends a round; whether all games are settled.</summary>
    public bool Settle(int round, BeliefIteration iteration)
    {
        residual = Vector256.ConditionalSelect(moving, change, residual);
        rounds = Vector256.ConditionalSelect(moving, Vector256.Create((double)round), rounds);
        moving &= Vector256.GreaterThan(change, Vector256.Create(iteration.Tolerance));
        // A smaller step leaves more by itself.
        var left = Vector256<double>.One - (step * Vector256.Create(1 - iteration.Progress));
        var stuck = Vector256.GreaterThan(change, left * last);
        step = Vector256.ConditionalSelect(stuck, step * Vector256.Create(0.5), step);
        whole = Vector256.Equals(step, Vector256<double>.One);
        (last, change, fresh) = (change, default, false);
        return Vector256.EqualsAll(moving.AsInt64(), Vector256<long>.Zero);
    }

    /// <summary>What a profile's chance is at the node by Bayes' rule, given the owner's own type; the prior where nobody comes.</summary>
    public Vector256<double> Found(int period, int node, int profile) =>
        held.Length == 0 ? Vector256<double>.One : Belief(found, (period * decisions) + decisionOf[node], game.Owner[node], profile);

    private Vector256<double> Belief(Vector256<double>[] beliefs, int at, int owner, int profile)
    {
        if (!isPaired)
            return beliefs[(at * kept) + profile];
        var place = Array.IndexOf(profilesByType[owner], profile);
        var first = beliefs[(at * kept) + (place / 2)];
        return place % 2 == 0 ? first : Vector256<double>.One - first;
    }

    // What is kept is a profile, or the first of a pair.
    private int ProfileOf(int owner, int entry) => isPaired ? profilesByType[owner][2 * entry] : entry;

    // Of each of the owner's types, the beliefs' sum stays 1.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Weigh(int at, ReadOnlySpan<double> ratios)
    {
        var owner = owners[at % decisions];
        for (var entry = 0; entry < kept; entry++)
        {
            var profile = ProfileOf(owner, entry);
            var sum = Vector256<double>.Zero;
            foreach (var other in types.Profiles(owner, types.TypeOf(owner, profile)))
                sum += priors[(owner * profiles) + other] * Vector256.Create(ratios[other]);
            held[(at * kept) + entry] = priors[(owner * profiles) + profile] * Vector256.Create(ratios[profile]) / sum;
        }
    }

    private void Fill(int node, int entry, int expected)
    {
        var profile = ProfileOf(game.Owner[node], entry);
        var prior = priors[(game.Owner[node] * profiles) + profile];
        var belief = expected < 0 ? prior : Sure(game.Owner[node], profile, expected);
        for (var at = (decisionOf[node] * kept) + entry; at < held.Length; at += decisions * kept)
            (held[at], found[at]) = (belief, prior);
    }

    // Of the profiles that agree with the owner's own type, the expected one for sure.
    private Vector256<double> Sure(int owner, int profile, int expected)
    {
        for (var player = 0; player < types.PlayerCount; player++)
        {
            if (player != owner && types.TypeOf(player, profile) != types.TypeOf(player, expected))
                return Vector256<double>.Zero;
        }

        return Vector256<double>.One;
    }

    // Types are independent before anything is seen.
    private void SetPriors(FiniteHorizonNumbers numbers)
    {
        for (var owner = 0; owner < types.PlayerCount; owner++)
        {
            for (var profile = 0; profile < profiles; profile++)
            {
                var chance = Vector256<double>.One;
                for (var player = 0; player < types.PlayerCount; player++)
                {
                    if (player != owner)
                        chance *= numbers.TypeChance(player, types.TypeOf(player, profile));
                }

                priors[(owner * profiles) + profile] = chance;
            }
        }
    }
}
