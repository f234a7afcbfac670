using Standoff.Games.Numerics;

namespace Standoff.Games.Forms;

/// <summary>Exact payoffs and chances of the ends of a tree.</summary>
internal static class ExactPayoffs
{
    /// <summary>Each end that chance may lead to, with the probability of chance's moves before it and the payoffs along its path.</summary>
    public static IEnumerable<(int Node, Rational Chance, Rational[] Totals)> AtEnds(ExtensiveGame game) =>
        Totals(game).Where(t => game.Nodes[t.Node].Children.Length == 0 && t.Chance.Sign > 0);

    /// <summary>Each node with the probability of chance's moves before it and the payoffs along its path.</summary>
    public static IEnumerable<(int Node, Rational Chance, Rational[] Totals)> Totals(ExtensiveGame game)
    {
        var chances = new Rational[game.Nodes.Length];
        var totals = new Rational[game.Nodes.Length][];
        for (var i = 0; i < totals.Length; i++)
        {
            var node = game.Nodes[i];
            chances[i] = node.Parent < 0 ? Rational.One : ChanceBefore(game.Nodes[node.Parent], chances[node.Parent], node.ActionBefore);
            var before = node.Parent < 0 ? new Rational[game.Players.Length] : totals[node.Parent];
            totals[i] = node.Payoffs.Length == 0 ? before : [.. before.Zip(node.Payoffs, (sum, paid) => sum + paid)];
            yield return (i, chances[i], totals[i]);
        }
    }

    private static Rational ChanceBefore(ExtensiveGame.Node parent, Rational chance, int action) =>
        parent.InformationSet >= 0 ? chance : chance * parent.Probabilities[action];
}
