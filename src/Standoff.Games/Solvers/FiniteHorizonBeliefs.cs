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
/// <param name="Expected">By node, a profile that is expected there for sure, −1 for the priors; empty for the priors everywhere.</param>
/// <param name="Ratios">Those of <see cref="FiniteHorizonLogit.BeliefRatios"/>, for the priors times them; empty for the priors.</param>
public readonly record struct BeliefStart(ReadOnlyMemory<int> Expected, ReadOnlyMemory<double> Ratios);

/// <summary>
/// Beliefs about types at the decision nodes of every period, in the games that are solved side by side: by profile, given the owner's own type. Those
/// that the strategies answer are held; those that follow from the strategies by Bayes' rule are found. A game whose found beliefs differ from the held
/// ones by no more than the tolerance is settled; its company changes nothing in it, neither those that move on nor those that enter.
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
    // By decision node.
    private readonly int[] nodes;
    // By period, decision node and what is kept.
    private readonly Vector512<double>[] held;
    private readonly Vector512<double>[] found;
    // By player and profile.
    private readonly Vector512<double>[] priors;
    // By player: its first type's profiles, then its second's.
    private readonly int[][] profilesByType;
    private BeliefStart from;
    private FiniteHorizonPlan? plan;
    // Games that are in their first round, and those that have not settled.
    private Vector512<double> entered;
    private bool anyEntered;
    private Vector512<double> moving;
    private Vector512<double> step;
    // Where the step is a whole one, so that what was found is taken as it is.
    private Vector512<double> whole;
    private Vector512<double> change;
    private Vector512<double> last;

    public FiniteHorizonBeliefs(FiniteHorizonGame game, TypeSpace types, int periods)
    {
        (this.game, this.types, profiles) = (game, types, types.ProfileCount);
        decisionOf = new int[game.NodeCount];
        for (var node = 0; node < game.NodeCount; node++)
            decisionOf[node] = game.Owner[node] >= 0 ? decisions++ : -1;
        nodes = [.. Enumerable.Range(0, game.NodeCount).Where(node => decisionOf[node] >= 0)];
        isPaired = Enumerable.Range(0, types.PlayerCount).All(player => profiles == 2 * types.Count(player));
        kept = isPaired ? profiles / 2 : profiles;
        var size = profiles > 1 ? periods * decisions * kept : 0;
        (held, found) = (new Vector512<double>[size], new Vector512<double>[size]);
        priors = new Vector512<double>[game.PlayerCount * profiles];
        profilesByType = [.. Enumerable.Range(0, types.PlayerCount).Select(player => Enumerable.Range(0, types.Count(player)).SelectMany(type => types.Profiles(player, type).ToArray()).ToArray())];
    }

    /// <summary>Largest difference between held and found beliefs in the last round before a game settled, by game.</summary>
    public Vector512<double> Residual { get; private set; }

    /// <summary>Rounds until a game settled, by game.</summary>
    public Vector512<double> Rounds { get; private set; }

    /// <summary>Takes up what can be reached and the beliefs that games enter with; nothing has entered yet.</summary>
    public void Begin(FiniteHorizonPlan reached, BeliefStart start) => (plan, from, moving) = (reached, start, default);

    /// <summary>Lets games enter.</summary>
    /// <param name="numbers">The numbers of all games.</param>
    /// <param name="lanes">A bit for each that enters.</param>
    public void Enter(FiniteHorizonNumbers numbers, int lanes)
    {
        entered = MaskOf(lanes);
        anyEntered = true;
        moving |= entered;
        step = Vector512.ConditionalSelect(entered, Vector512<double>.One, step);
        whole |= entered;
        last = Vector512.ConditionalSelect(entered, Vector512.Create(double.PositiveInfinity), last);
        Rounds = Vector512.ConditionalSelect(entered, Vector512<double>.Zero, Rounds);
        SetPriors(numbers);
    }

    /// <summary>By period, decision node and profile: a game's beliefs over its priors.</summary>
    public double[] Ratios(int lane)
    {
        var ratios = new double[held.Length / kept * profiles];
        for (var i = 0; i < ratios.Length; i++)
        {
            var (at, profile) = (i / profiles, i % profiles);
            var node = nodes[at % decisions];
            var prior = priors[(game.Owner[node] * profiles) + profile][lane];
            ratios[i] = prior > 0 ? Found(at / decisions, node, profile)[lane] / prior : 1;
        }

        return ratios;
    }

    /// <summary>
    /// The beliefs to answer at the node in this round, as they are kept; to be asked for once a round, period and node.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<Vector512<double>> Answered(int period, int node)
    {
        var at = ((period * decisions) + decisionOf[node]) * kept;
        ref var own = ref held[at];
        ref var next = ref found[at];
        for (var entry = 0; entry < kept; entry++)
        {
            var (now, then) = (Unsafe.Add(ref own, entry), Unsafe.Add(ref next, entry));
            var nearer = Vector512.ConditionalSelect(whole, then, Vector512.FusedMultiplyAdd(step, then - now, now));
            Unsafe.Add(ref own, entry) = Vector512.ConditionalSelect(moving, nearer, now);
        }

        if (anyEntered)
            Enter(at, node);

        return MemoryMarshal.CreateReadOnlySpan(ref own, kept);
    }

    /// <summary>Takes note of how much of each profile reaches the node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Reached(int period, int node, ReadOnlySpan<Vector512<double>> masses)
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
            var somebody = Vector512.GreaterThan(sum, Vector512.Create(Nobody));
            var share = Vector512<double>.One / sum;
            for (var i = first; i < first + (isPaired ? 1 : size); i++)
            {
                var profile = Unsafe.Add(ref mine, i);
                var belief = Vector512.ConditionalSelect(somebody, Unsafe.Add(ref here, profile) * share, Unsafe.Add(ref prior, profile));
                var entry = isPaired ? i / 2 : profile;
                Unsafe.Add(ref after, entry) = belief;
                most = Vector512.MaxNative(most, Vector512.Abs(belief - Unsafe.Add(ref own, entry)));
            }
        }

        change = most;
    }

    /// <summary>Ends a round; a bit for each game that has settled in it, or has had all its rounds.</summary>
    public int Settle(BeliefIteration iteration)
    {
        Residual = Vector512.ConditionalSelect(moving, change, Residual);
        Rounds += Vector512.ConditionalSelect(moving, Vector512<double>.One, Vector512<double>.Zero);
        var settled = moving & (Vector512.LessThanOrEqual(change, Vector512.Create(iteration.Tolerance)) | Vector512.GreaterThanOrEqual(Rounds, Vector512.Create((double)iteration.Limit)));
        moving &= ~settled;
        // A smaller step leaves more by itself.
        var left = Vector512<double>.One - (step * Vector512.Create(1 - iteration.Progress));
        var stuck = Vector512.GreaterThan(change, left * last);
        step = Vector512.ConditionalSelect(stuck, step * Vector512.Create(0.5), step);
        whole = Vector512.Equals(step, Vector512<double>.One);
        (last, change, anyEntered) = (change, default, false);
        return (int)Vector512.ExtractMostSignificantBits(settled);
    }

    /// <summary>What a profile's chance is at the node by Bayes' rule, given the owner's own type; the prior where nobody comes.</summary>
    public Vector512<double> Found(int period, int node, int profile)
    {
        var owner = game.Owner[node];
        if (held.Length == 0 || plan?.IsReached(node) != true)
            return priors[(owner * profiles) + profile];
        var at = ((period * decisions) + decisionOf[node]) * kept;
        if (!isPaired)
            return found[at + profile];
        var place = Array.IndexOf(profilesByType[owner], profile);
        return place % 2 == 0 ? found[at + (place / 2)] : Vector512<double>.One - found[at + (place / 2)];
    }

    private static Vector512<double> MaskOf(int lanes)
    {
        var mask = Vector512<long>.Zero;
        for (var lane = 0; lane < FiniteHorizonNumbers.Lanes; lane++)
            mask = mask.WithElement(lane, (lanes >> lane & 1) == 1 ? -1L : 0L);
        return mask.AsDouble();
    }

    // The priors, what is expected for sure, or the priors times ratios.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Enter(int at, int node)
    {
        var owner = game.Owner[node];
        var expected = from.Expected.Length == 0 ? -1 : from.Expected.Span[node];
        var ratios = from.Ratios.Length == 0 ? default : from.Ratios.Span.Slice(at / kept * profiles, profiles);
        for (var entry = 0; entry < kept; entry++)
        {
            var profile = isPaired ? profilesByType[owner][2 * entry] : entry;
            var first = priors[(owner * profiles) + profile];
            if (expected >= 0)
                first = Sure(owner, profile, expected);
            else if (!ratios.IsEmpty)
                first = isPaired ? Weighed(owner, profile, profilesByType[owner][(2 * entry) + 1], ratios) : Weighed(owner, profile, ratios);
            held[at + entry] = Vector512.ConditionalSelect(entered, first, held[at + entry]);
        }
    }

    private Vector512<double> Weighed(int owner, int profile, int other, ReadOnlySpan<double> ratios)
    {
        var own = priors[(owner * profiles) + profile] * ratios[profile];
        return own / (own + (priors[(owner * profiles) + other] * ratios[other]));
    }

    // Of each of the owner's types the sum stays 1.
    private Vector512<double> Weighed(int owner, int profile, ReadOnlySpan<double> ratios)
    {
        var sum = Vector512<double>.Zero;
        foreach (var other in types.Profiles(owner, types.TypeOf(owner, profile)))
            sum += priors[(owner * profiles) + other] * ratios[other];
        return priors[(owner * profiles) + profile] * ratios[profile] / sum;
    }

    // Of the profiles that agree with the owner's own type, the expected one for sure.
    private Vector512<double> Sure(int owner, int profile, int expected)
    {
        for (var player = 0; player < types.PlayerCount; player++)
        {
            if (player != owner && types.TypeOf(player, profile) != types.TypeOf(player, expected))
                return Vector512<double>.Zero;
        }

        return Vector512<double>.One;
    }

    // Types are independent before anything is seen.
    private void SetPriors(FiniteHorizonNumbers numbers)
    {
        for (var owner = 0; owner < types.PlayerCount; owner++)
        {
            for (var profile = 0; profile < profiles; profile++)
            {
                var chance = Vector512<double>.One;
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
