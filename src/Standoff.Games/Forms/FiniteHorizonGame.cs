namespace Standoff.Games.Forms;

/// <summary>
/// The shape of a game of perfect information that plays the same tree in every period: decision, chance and terminal nodes,
/// edges that stay in the period or lead to the next one, and a mark on each edge whose greatest value along a path is kept
/// beside the terminal reached. Payoffs, chances and base weights are numbers apart (<see cref="Solvers.FiniteHorizonLogit"/>),
/// so that one shape serves many of them.
/// </summary>
public sealed class FiniteHorizonGame
{
    private readonly int[] owner;
    private readonly int[] edgeStart;
    private readonly int[] edgeSlot;
    private readonly int[] edgeMark;

    private FiniteHorizonGame(int players, int marks, int[] owner, int[] edgeStart, int[] edgeSlot, int[] edgeMark)
    {
        PlayerCount = players;
        MarkCount = marks;
        this.owner = owner;
        this.edgeStart = edgeStart;
        this.edgeSlot = edgeSlot;
        this.edgeMark = edgeMark;
    }

    /// <summary>Owner of a node that chance decides.</summary>
    public const int Chance = -1;

    /// <summary>Owner of a node where play ends.</summary>
    public const int Terminal = -2;

    /// <summary>Number of players, numbered from 0.</summary>
    public int PlayerCount { get; }

    /// <summary>Number of marks, 0 to this less one.</summary>
    public int MarkCount { get; }

    /// <summary>Number of nodes of one period.</summary>
    public int NodeCount => owner.Length;

    /// <summary>Number of edges of one period.</summary>
    public int EdgeCount => edgeSlot.Length;

    /// <summary>By node: the player who moves, <see cref="Chance"/> or <see cref="Terminal"/>.</summary>
    public ReadOnlySpan<int> Owner => owner;

    /// <summary>By node: its first edge; one entry more than nodes.</summary>
    public ReadOnlySpan<int> EdgeStart => edgeStart;

    /// <summary>By edge: the node it leads to, plus <see cref="NodeCount"/> where it leads there in the next period.</summary>
    public ReadOnlySpan<int> EdgeSlot => edgeSlot;

    /// <summary>By edge: its mark.</summary>
    public ReadOnlySpan<int> EdgeMark => edgeMark;

    /// <summary>Collects nodes and edges.</summary>
    public sealed class Builder(int players, int marks)
    {
        private readonly List<int> owners = [];
        private readonly List<(int From, int To, bool NextPeriod, int Mark)> edges = [];

        /// <summary>Adds a node and gives its number. Within a period, play runs from lower to higher numbers.</summary>
        /// <param name="owner">A player, <see cref="Chance"/> or <see cref="Terminal"/>.</param>
        public int Add(int owner)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(owner, Terminal);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(owner, players);
            owners.Add(owner);
            return owners.Count - 1;
        }

        /// <summary>Adds a move or a turn of chance. Edges of a node keep the order in which they were added.</summary>
        /// <exception cref="ArgumentException">The edge leaves a terminal, runs backwards within a period, or ends the game in the next one.</exception>
        public void Connect(int from, int to, bool nextPeriod = false, int mark = 0)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(mark, marks);
            if (owners[from] == Terminal)
                throw new ArgumentException($"Node {from} is terminal and has no moves.", nameof(from));
            if (nextPeriod ? owners[to] == Terminal : to <= from)
                throw new ArgumentException($"An edge from node {from} can't lead to node {to} {(nextPeriod ? "in the next period" : "in the same period")}.", nameof(to));
            edges.Add((from, to, nextPeriod, mark));
        }

        /// <summary>The finished shape, and for each edge in the order of <see cref="Connect"/> its number in it.</summary>
        public (FiniteHorizonGame Game, int[] EdgeNumbers) Build()
        {
            var order = Enumerable.Range(0, edges.Count).OrderBy(e => edges[e].From).ToArray();
            var numbers = new int[edges.Count];
            for (var i = 0; i < order.Length; i++)
                numbers[order[i]] = i;
            var slots = Array.ConvertAll(order, e => edges[e].To + (edges[e].NextPeriod ? owners.Count : 0));
            var marksOfEdges = Array.ConvertAll(order, e => edges[e].Mark);
            return (new FiniteHorizonGame(players, marks, [.. owners], Starts(), slots, marksOfEdges), numbers);
        }

        private int[] Starts()
        {
            var starts = new int[owners.Count + 1];
            foreach (var edge in edges)
                starts[edge.From + 1]++;
            for (var node = 0; node < owners.Count; node++)
            {
                if (owners[node] != Terminal && starts[node + 1] == 0)
                    throw new InvalidOperationException($"Node {node} is not terminal and has no moves.");
                starts[node + 1] += starts[node];
            }

            return starts;
        }
    }
}
