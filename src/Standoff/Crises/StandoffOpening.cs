using System.Runtime.Intrinsics;
using Standoff.Games.Solvers;

namespace Standoff.Crises;

/// <summary>
/// Starts of the games, round by round. A told state starts with the types that the moves which led there leave probable: by Bayes' rule with the
/// week's own strategies, π′(τ) ∝ π(τ)·Π_j [1 − q_j + q_j·σ_τ(a_j)/Σ π(τ)σ_τ(a_j)], q_j the probability that move j was made (Jeffrey's rule, so
/// the order of moves is irrelevant). A state at the outset's rung says that no rung was told of, so its share stands where the game itself, begun
/// at the outset so many weeks ago and still open without force, stands by now, with the types that are left there; flags that were told of are up
/// besides.
/// </summary>
internal sealed class StandoffOpening
{
    private static readonly int Profiles = StandoffTypes.Space.ProfileCount;
    private readonly StandoffTree tree;
    private readonly int age;
    private readonly List<(int Node, int Mark)> starts = [];
    private readonly List<Told> told = [];
    private readonly List<Untold> untold = [];
    private readonly int[] open;
    private readonly Vector512<double>[] aged;

    public StandoffOpening(StandoffTree tree, StandoffStart start)
    {
        this.tree = tree;
        age = AgesAt(start) ? start.AgeWeeks : 0;
        // From the outset an exit offer comes with an ultimatum only.
        var quiet = age > 0 ? tree.Places.Where(p => p.Rung is >= (int)Rung.Measures and < (int)Rung.LimitedStrikes && (p.Ultimatum || !p.Exit)).ToList() : [];
        open = [.. quiet.Select(p => p.WeekNode)];
        if (age > 0)
            starts.Add((tree.Find(StandoffState.Outset).WeekNode, 0));
        foreach (var (state, weight) in start.States)
        {
            var evidence = start.Updates ? Made(state, start) : [];
            if (age > 0 && IsUntold(state))
            {
                untold.Add(new(starts.Count, weight, evidence));
                starts.AddRange(quiet.Select(p => (Raised(p, state).WeekNode, 0)));
            }
            else
            {
                told.Add(new(starts.Count, weight, evidence));
                starts.Add((tree.Find(state).WeekNode, (int)state.ForceSoFar));
            }
        }

        // Where moves were made nobody starts, but their chances are asked for.
        foreach (var node in told.SelectMany(t => t.Moves).Concat(untold.SelectMany(u => u.Moves)).Select(m => m.Week).Distinct())
            starts.Add((node, 0));
        aged = new Vector512<double>[starts.Count * Profiles];
    }

    /// <summary>Nodes and marks on which play may start.</summary>
    public ReadOnlySpan<(int Node, int Mark)> Starts => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(starts);

    /// <summary>The lowest state that a tree for this start must hold.</summary>
    public static StandoffState Lowest(StandoffStart start)
    {
        var rung = (Rung)start.States.Min(s => (int)s.State.Rung);
        if (AgesAt(start) || start.Updates)
            return new(rung < StandoffState.Outset.Rung ? rung : StandoffState.Outset.Rung);
        return new(rung, start.States.All(s => s.State.UltimatumGiven));
    }

    /// <summary>Masses of a round by start and profile.</summary>
    public void Fill(FiniteHorizonLogit solved, Span<Vector512<double>> masses)
    {
        if (age > 0)
        {
            aged.AsSpan().Clear();
            solved.Spread(Vector512<double>.One, aged.AsSpan(0, Profiles));
            solved.Push(aged, age);
            masses[..Profiles].Clear();
        }

        foreach (var share in untold)
            Age(solved, share, masses.Slice(share.First * Profiles, open.Length * Profiles));
        foreach (var share in told)
        {
            var own = masses.Slice(share.First * Profiles, Profiles);
            solved.Spread(Vector512<double>.One, own);
            Settle(solved, share.Moves, own, share.Weight);
        }
    }

    private static bool AgesAt(StandoffStart start) => start.AgeWeeks > 0 && start.States.Any(s => IsUntold(s.State));

    private static bool IsUntold(StandoffState state) => state.Rung == StandoffState.Outset.Rung;

    private StandoffTree.Place Raised(StandoffTree.Place place, StandoffState state) => tree.Find(new StandoffState(
        (Rung)place.Rung, place.Ultimatum || state.UltimatumGiven, place.Exit || state.ExitOffered,
        place.Cracked || state.Cohesion == Cohesion.Cracked ? Cohesion.Cracked : Cohesion.Firm));

    private void Age(FiniteHorizonLogit solved, Untold share, Span<Vector512<double>> own)
    {
        for (var i = 0; i < open.Length; i++)
        {
            for (var profile = 0; profile < Profiles; profile++)
                own[(i * Profiles) + profile] = solved.Standing(open[i], 0, profile);
        }

        Settle(solved, share.Moves, own, share.Weight);
    }

    // What the moves tell of each profile, then the share's weight over all that is left.
    private static void Settle(FiniteHorizonLogit solved, Seen[] moves, Span<Vector512<double>> own, double weight)
    {
        Span<Vector512<double>> prior = stackalloc Vector512<double>[Profiles];
        Span<Vector512<double>> factors = stackalloc Vector512<double>[Profiles];
        solved.Spread(Vector512<double>.One, prior);
        factors.Fill(Vector512<double>.One);
        foreach (var move in moves)
            move.Weigh(solved, prior, factors);
        var all = Vector512<double>.Zero;
        for (var i = 0; i < own.Length; i++)
        {
            own[i] *= factors[i % Profiles];
            all += own[i];
        }

        for (var i = 0; i < own.Length; i++)
            own[i] = own[i] / all * weight;
    }

    private Seen[] Made(StandoffState state, StandoffStart start)
    {
        var made = new List<Seen>();
        for (var rung = (int)StandoffState.Outset.Rung; rung < (int)state.StandingRung; rung++)
            Add(made, new StandoffState((Rung)rung), StandoffMove.Climb, 1);
        if (state.UltimatumGiven)
            Add(made, new StandoffState(state.StandingRung), StandoffMove.Ultimatum, 1);
        foreach (var (move, probability) in start.Moves)
            Add(made, state, move, probability);
        return [.. made];
    }

    private void Add(List<Seen> made, StandoffState before, StandoffMove move, double probability)
    {
        var place = tree.Find(before);
        if (place[move] < 0)
            return;
        var node = place.NodeOf(move);
        var turn = (int)(place[move] - tree.Game.EdgeStart[node]);
        made.Add(new(tree.Game.Owner[node], place.WeekNode, node, turn, probability));
    }

    private sealed record Told(int First, double Weight, Seen[] Moves);

    private sealed record Untold(int First, double Weight, Seen[] Moves);

    /// <summary>A move seen, at the node where it was open.</summary>
    private sealed record Seen(int Player, int Week, int Node, int Turn, double Probability)
    {
        public void Weigh(FiniteHorizonLogit solved, ReadOnlySpan<Vector512<double>> prior, Span<Vector512<double>> factors)
        {
            var mean = Vector512<double>.Zero;
            for (var profile = 0; profile < prior.Length; profile++)
                mean += prior[profile] * Choice(solved, profile);
            // A move that nobody makes tells nothing.
            var tells = Vector512.GreaterThan(mean, Vector512<double>.Zero);
            for (var profile = 0; profile < prior.Length; profile++)
            {
                var ratio = Vector512.ConditionalSelect(tells, Choice(solved, profile) / mean, Vector512<double>.One);
                factors[profile] *= Vector512.Create(1 - Probability) + (Vector512.Create(Probability) * ratio);
            }
        }

        private Vector512<double> Choice(FiniteHorizonLogit solved, int profile) => solved.Strategy(0, Node, Turn, StandoffTypes.Space.TypeOf(Player, profile));
    }
}
