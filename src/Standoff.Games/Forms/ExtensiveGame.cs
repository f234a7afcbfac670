using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Forms;

/// <summary>An information set: nodes that its player can't tell apart.</summary>
/// <param name="Player">The player's number.</param>
/// <param name="Name">Name; unique among the player's sets.</param>
/// <param name="Actions">Names of the actions.</param>
/// <param name="Members">Its nodes, in order of the tree.</param>
public sealed record InformationSet(int Player, string Name, ImmutableArray<string> Actions, ImmutableArray<int> Members);

/// <summary>
/// A finite game tree with chance and information sets. Nodes are numbered in prefix order, so a node comes before all that follows it.
/// </summary>
public sealed class ExtensiveGame
{
    private readonly ImmutableArray<Node> nodes;

    internal ExtensiveGame(string title, ImmutableArray<string> players, ImmutableArray<Node> nodes, ImmutableArray<InformationSet> informationSets)
    {
        Title = title;
        Players = players;
        this.nodes = nodes;
        InformationSets = informationSets;
    }

    /// <summary>Title.</summary>
    public string Title { get; }

    /// <summary>Names of the players.</summary>
    public ImmutableArray<string> Players { get; }

    /// <summary>All information sets: by player, then by first appearance in the tree.</summary>
    public ImmutableArray<InformationSet> InformationSets { get; }

    /// <summary>All nodes in prefix order; the first is the root.</summary>
    public ImmutableArray<Node> Nodes => nodes;

    /// <summary>Whether every information set has one node.</summary>
    public bool HasPerfectInformation => InformationSets.All(set => set.Members.Length == 1);

    /// <summary>Largest less smallest sum of payoffs along a path, over players.</summary>
    public double PayoffRange
    {
        get
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var node in nodes.Where(n => n.Children.Length == 0))
            {
                low = Math.Min(low, node.TotalPayoffs.Min());
                high = Math.Max(high, node.TotalPayoffs.Max());
            }

            return high - low;
        }
    }

    /// <summary>A game from its tree.</summary>
    /// <exception cref="ArgumentException">The tree contradicts itself: unknown player, other actions in the same information set, wrong number of payoffs, probabilities that don't sum to 1.</exception>
    public static ExtensiveGame From(string title, ImmutableArray<string> players, Play root)
    {
        var builder = new ExtensiveGameBuilder(title, players);
        builder.Add(root);
        return builder.Build();
    }

    /// <summary>The first information set whose player has forgotten an earlier action or an earlier information set; <see langword="null"/> under perfect recall.</summary>
    public InformationSet? FirstWithImperfectRecall()
    {
        var own = OwnHistories();
        return InformationSets.FirstOrDefault(set => set.Members.Any(node => own[node][set.Player] != own[set.Members[0]][set.Player]));
    }

    // By node and player, a number for the player's own information sets and actions on the way there: the same for the same history. Nodes share arrays where nothing is added.
    private int[][] OwnHistories()
    {
        var numbers = new Dictionary<(int Before, int Set, int Action), int>();
        var histories = new int[nodes.Length][];
        histories[0] = new int[Players.Length];
        for (var i = 1; i < nodes.Length; i++)
        {
            var parent = nodes[nodes[i].Parent];
            histories[i] = histories[nodes[i].Parent];
            if (parent.Player < 0)
                continue;
            var key = (histories[i][parent.Player], parent.InformationSet, nodes[i].ActionBefore);
            if (!numbers.TryGetValue(key, out var number))
                numbers[key] = number = numbers.Count + 1;
            histories[i] = (int[])histories[i].Clone();
            histories[i][parent.Player] = number;
        }

        return histories;
    }

    /// <summary>One past the last node of the subtree that starts at each node: a subtree is a run of nodes.</summary>
    internal int[] SubtreeEnds()
    {
        var ends = new int[nodes.Length];
        for (var node = nodes.Length - 1; node >= 0; node--)
        {
            ends[node] = Math.Max(ends[node], node + 1);
            if (nodes[node].Parent >= 0)
                ends[nodes[node].Parent] = Math.Max(ends[nodes[node].Parent], ends[node]);
        }

        return ends;
    }

    /// <summary>A node of the tree.</summary>
    public sealed record Node
    {
        /// <summary>The parent's number; −1 at the root.</summary>
        public required int Parent { get; init; }

        /// <summary>The action of the parent that leads here.</summary>
        public required int ActionBefore { get; init; }

        /// <summary>The player who moves; −1 for chance and at an end.</summary>
        public required int Player { get; init; }

        /// <summary>Index into <see cref="InformationSets"/>; −1 for chance and at an end.</summary>
        public required int InformationSet { get; init; }

        /// <summary>Numbers of the nodes that follow, by action; empty at an end.</summary>
        public required ImmutableArray<int> Children { get; init; }

        /// <summary>Names of the branches of chance; empty elsewhere.</summary>
        public ImmutableArray<string> ChanceNames { get; init; } = [];

        /// <summary>Probabilities of the branches of chance; empty elsewhere.</summary>
        public ImmutableArray<Rational> Probabilities { get; init; } = [];

        /// <summary>Payoffs by player that are paid on reaching this node; empty for none.</summary>
        public ImmutableArray<Rational> Payoffs { get; init; } = [];

        /// <summary>Payoffs by player summed from the root to here.</summary>
        public required ImmutableArray<double> TotalPayoffs { get; init; }

        /// <summary>Name of the outcome in a file; empty for none.</summary>
        public string Outcome { get; init; } = "";
    }
}
