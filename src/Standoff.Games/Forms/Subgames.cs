using System.Collections.Immutable;

namespace Standoff.Games.Forms;

/// <summary>The proper subgames of a game: parts of the tree that no information set reaches into or out of (Selten 1965).</summary>
public static class Subgames
{
    /// <summary>The nodes at which subgames start, in order of the tree; the first is the root.</summary>
    public static ImmutableArray<int> Of(ExtensiveGame game)
    {
        var ends = game.SubtreeEnds();
        // By node, the first and last node of any information set that has a member at it or after it.
        var (first, last) = (new int[ends.Length], new int[ends.Length]);
        for (var node = ends.Length - 1; node >= 0; node--)
        {
            var set = game.Nodes[node].InformationSet;
            var (low, high) = set < 0 ? (node, node) : (game.InformationSets[set].Members[0], game.InformationSets[set].Members[^1]);
            foreach (var child in game.Nodes[node].Children)
                (low, high) = (Math.Min(low, first[child]), Math.Max(high, last[child]));
            (first[node], last[node]) = (low, high);
        }

        return [.. Enumerable.Range(0, ends.Length).Where(node => StartsOne(game, node) && first[node] >= node && last[node] < ends[node])];
    }

    private static bool StartsOne(ExtensiveGame game, int node) =>
        game.Nodes[node].Children.Length > 0 && (game.Nodes[node].InformationSet is var set && (set < 0 || game.InformationSets[set].Members.Length == 1));
}
