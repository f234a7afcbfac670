using System.Runtime.Intrinsics;

namespace Standoff.Crises;

/// <summary>
/// Starts of a crisis that is some weeks old. A state at the outset's rung says that no rung was told of, so its share stands where the game
/// itself, begun at the outset so many weeks ago and still open without force, stands by now; flags that were told of are up besides.
/// </summary>
internal sealed class StandoffAgeing
{
    private readonly StandoffTree tree;
    private readonly int age;
    private readonly (int Node, int Mark, double Weight)[] told;
    // From a place of the aged game to where its share starts, for each state at the outset's rung.
    private readonly (int From, int To, double Weight)[] untold;
    private readonly int[] open;

    public StandoffAgeing(IReadOnlyList<(StandoffState State, double Weight)> mixture, int age)
    {
        this.age = age;
        // A state at the outset's rung is among them, so this tree holds all that the aged game can reach.
        tree = StandoffTree.From(new StandoffState(mixture.Min(m => m.State.Rung)));
        told = [.. mixture.Where(m => !IsUntold(m.State)).Select(m => (tree.Find(m.State).WeekNode, (int)m.State.ForceSoFar, m.Weight))];
        var quiet = tree.Places.Where(p => p.Rung < (int)Rung.LimitedStrikes).ToList();
        open = [.. quiet.Select(p => p.WeekNode)];
        untold = [.. mixture.Where(m => IsUntold(m.State)).SelectMany(m => quiet.Select(p => (p.WeekNode, Raised(p, m.State).WeekNode, m.Weight)))];
    }

    /// <summary>Solves the games, lets them age, and pushes the whole mixture forward from there.</summary>
    public void Solve(StandoffWorkspace workspace, int horizon)
    {
        var solver = workspace.Solver;
        solver.SolveBackward(workspace.Numbers);
        solver.Push(workspace.Numbers, [(tree.Find(StandoffState.Outset).WeekNode, 0, Vector256<double>.One)], age);
        var all = Vector256<double>.Zero;
        foreach (var node in open)
            all += Standing(workspace, node);
        var starts = new (int Node, int Mark, Vector256<double> Mass)[told.Length + untold.Length];
        for (var i = 0; i < told.Length; i++)
            starts[i] = (told[i].Node, told[i].Mark, Vector256.Create(told[i].Weight));
        for (var i = 0; i < untold.Length; i++)
            starts[told.Length + i] = (untold[i].To, 0, Standing(workspace, untold[i].From) / all * untold[i].Weight);
        solver.Push(workspace.Numbers, starts, horizon);
    }

    private static bool IsUntold(StandoffState state) => state.Rung == StandoffState.Outset.Rung;

    private StandoffTree.Place Raised(StandoffTree.Place place, StandoffState state) => tree.Find(new StandoffState(
        (Rung)place.Rung, place.Ultimatum || state.UltimatumGiven, place.Exit || state.ExitOffered,
        place.Cracked || state.Cohesion == Cohesion.Cracked ? Cohesion.Cracked : Cohesion.Firm));

    // Mass without force at a node, by lane.
    private Vector256<double> Standing(StandoffWorkspace workspace, int node) =>
        Vector256.Create(workspace.Solver.Occupancy(age, node)[..Vector256<double>.Count]);
}
