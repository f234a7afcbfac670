using System.Numerics;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// What of a shape can be reached from some starts, in the order of work. Backwards these are the nodes whose value changes from period to period; forwards
/// cells, a node with a mark that can be reached there, those of terminal nodes last, and what flows into each of them. Serves every solve from these starts.
/// </summary>
internal sealed class FiniteHorizonPlan
{
    private readonly FiniteHorizonGame game;
    private readonly (int Node, int Mark)[] starts;
    // By node, a bit for each mark that can be reached there.
    private readonly int[] reached;
    // By node and mark.
    private readonly int[] cells;

    public FiniteHorizonPlan(FiniteHorizonGame game, TypeSpace types, FiniteHorizonLayout layout, ReadOnlySpan<(int Node, int Mark)> starts)
    {
        foreach (var (node, _) in starts)
        {
            if (layout.RestingPlace(node) < 0)
                throw new ArgumentException($"No period begins at node {node}.", nameof(starts));
        }

        (this.game, this.starts) = (game, starts.ToArray());
        reached = new int[game.NodeCount];
        cells = new int[game.NodeCount * game.MarkCount];
        Array.Fill(cells, -1);
        Reach();
        Changing = [.. Enumerable.Range(0, game.NodeCount).Where(node => reached[node] != 0 && !layout.IsConstant(node)).Reverse()];
        Nodes = [.. Places()];
        OpenNodes = Nodes.Count(n => game.Owner[n.Node] != FiniteHorizonGame.Terminal);
        Resting = [.. from place in Nodes
                      where layout.RestingPlace(place.Node) >= 0
                      from mark in Enumerable.Range(0, game.MarkCount)
                      where Cell(place.Node, mark) >= 0
                      select (place.Node, mark, Cell(place.Node, mark))];
        Beginnings = [.. Resting.Where(r => game.Owner[r.Node] != FiniteHorizonGame.Terminal).Select(r => r.Cell)];
        (Now, Next) = (new FiniteHorizonFlows(types, CellCount), new FiniteHorizonFlows(types, CellCount));
        foreach (var (node, first, count) in Nodes)
        {
            for (var edge = game.EdgeStart[node]; edge < game.EdgeStart[node + 1]; edge++)
                Connect(layout, node, edge);
        }

        Now.Close();
        Next.Close();
    }

    /// <summary>Reached nodes whose value is not the same in every period, from the last to the first.</summary>
    public int[] Changing { get; }

    /// <summary>Reached nodes with their cells: those where play goes on in the order of play, then those where it ends.</summary>
    public (int Node, int First, int Count)[] Nodes { get; }

    /// <summary>How many of <see cref="Nodes"/> are not terminal.</summary>
    public int OpenNodes { get; }

    /// <summary>Cells on which probability stands between periods.</summary>
    public (int Node, int Mark, int Cell)[] Resting { get; }

    /// <summary>Those of them where play goes on.</summary>
    public int[] Beginnings { get; }

    /// <summary>Number of cells.</summary>
    public int CellCount { get; private set; }

    /// <summary>What flows into each cell in the same period.</summary>
    public FiniteHorizonFlows Now { get; }

    /// <summary>What flows into each cell from the period before.</summary>
    public FiniteHorizonFlows Next { get; }

    /// <summary>Nodes and marks on which play may start.</summary>
    public ReadOnlySpan<(int Node, int Mark)> Starts => starts;

    /// <summary>Whether the node can be reached.</summary>
    public bool IsReached(int node) => reached[node] != 0;

    /// <summary>The cell of a node and mark, −1 where it cannot be reached.</summary>
    public int Cell(int node, int mark) => cells[(node * game.MarkCount) + mark];

    private void Reach()
    {
        foreach (var (node, mark) in starts)
            reached[node] |= 1 << mark;

        while (SpreadMarks())
        {
            // Until nothing new is reached.
        }
    }

    private bool SpreadMarks()
    {
        var spread = false;
        for (var node = 0; node < reached.Length; node++)
        {
            for (var edge = game.EdgeStart[node]; edge < game.EdgeStart[node + 1]; edge++)
            {
                var target = game.EdgeSlot[edge] % reached.Length;
                var lifted = Lift(reached[node], game.EdgeMark[edge]);
                spread |= (lifted & ~reached[target]) != 0;
                reached[target] |= lifted;
            }
        }

        return spread;
    }

    // Marks below the edge's own become it.
    private static int Lift(int bits, int mark)
    {
        var below = bits & ((1 << mark) - 1);
        return (bits & ~below) | (below != 0 ? 1 << mark : 0);
    }

    private IEnumerable<(int Node, int First, int Count)> Places()
    {
        foreach (var node in Enumerable.Range(0, game.NodeCount).Where(n => reached[n] != 0).OrderBy(n => game.Owner[n] == FiniteHorizonGame.Terminal))
        {
            var first = CellCount;
            for (var bits = reached[node]; bits != 0; bits &= bits - 1)
                cells[(node * game.MarkCount) + BitOperations.TrailingZeroCount(bits)] = CellCount++;
            yield return (node, first, CellCount - first);
        }
    }

    private void Connect(FiniteHorizonLayout layout, int node, int edge)
    {
        var (slot, mark) = (game.EdgeSlot[edge], game.EdgeMark[edge]);
        var flows = slot < game.NodeCount ? Now : Next;
        for (var bits = reached[node]; bits != 0; bits &= bits - 1)
        {
            var from = BitOperations.TrailingZeroCount(bits);
            var (source, target) = (Cell(node, from), Cell(slot % game.NodeCount, Math.Max(from, mark)));
            if (game.Owner[node] == FiniteHorizonGame.Chance)
                flows.AddChance(target, source, edge);
            else
                flows.AddMove(target, source, game.Owner[node], layout.FirstChoice(node) + edge - game.EdgeStart[node], game.EdgeStart[node + 1] - game.EdgeStart[node]);
        }
    }
}

/// <summary>What flows into cells, as numbers in one row: for each cell first what chance brings there, then what players do.</summary>
internal sealed class FiniteHorizonFlows(TypeSpace types, int cells)
{
    private readonly List<int>[] chances = [.. Enumerable.Range(0, cells).Select(_ => new List<int>())];
    private readonly List<int>[] moves = [.. Enumerable.Range(0, cells).Select(_ => new List<int>())];

    /// <summary>By cell: where its flows from chance begin in <see cref="Entries"/>, then where those from moves do; at last the end.</summary>
    public int[] Bounds { get; } = new int[(2 * cells) + 1];

    /// <summary>
    /// Of a flow from chance the first mass of the cell it comes from and the edge; of a move the same mass and, for each profile, the move's choice by
    /// the owner's type.
    /// </summary>
    public int[] Entries { get; private set; } = [];

    public void AddChance(int target, int source, int edge) => chances[target].AddRange([source * types.ProfileCount, edge]);

    public void AddMove(int target, int source, int owner, int choice, int apart)
    {
        moves[target].Add(source * types.ProfileCount);
        for (var profile = 0; profile < types.ProfileCount; profile++)
            moves[target].Add(choice + (types.TypeOf(owner, profile) * apart));
    }

    /// <summary>Puts everything in one row.</summary>
    public void Close()
    {
        var row = new List<int>();
        for (var cell = 0; cell < chances.Length; cell++)
        {
            Bounds[2 * cell] = row.Count;
            row.AddRange(chances[cell]);
            Bounds[(2 * cell) + 1] = row.Count;
            row.AddRange(moves[cell]);
        }

        Bounds[^1] = row.Count;
        Entries = [.. row];
    }
}
