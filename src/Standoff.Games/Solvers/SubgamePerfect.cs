using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// One subgame-perfect equilibrium in behaviour strategies of a two-player game with perfect recall (Selten 1965): each subgame is solved once those
/// inside it are, and stands for its value from then on. Exact.
/// </summary>
public static class SubgamePerfect
{
    /// <summary>The equilibrium; where a subgame has several, the one that Lemke's path from uniform play ends in.</summary>
    /// <exception cref="ArgumentException">The game has not two players.</exception>
    /// <exception cref="ImperfectRecallException">A player forgets.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BehaviourEquilibrium Solve(ExtensiveGame game, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        ImperfectRecallException.ThrowIfForgetful(game);
        var ends = game.SubtreeEnds();
        var values = new Dictionary<int, ImmutableArray<Rational>>();
        var behaviour = new ImmutableArray<Rational>[game.InformationSets.Length];
        var pivots = 0;
        var roots = Subgames.Of(game);
        foreach (var root in roots.Reverse())
        {
            var (part, sets) = Cut(game, root, ends, values);
            var solution = SequenceFormLemke.Solve(part, null, null, cancellation);
            for (var set = 0; set < sets.Count; set++)
                behaviour[sets[set]] = solution.Behaviour[set];
            values[root] = solution.Payoffs;
            pivots += solution.Pivots;
            progress?.Report(new SolverProgress(values.Count, values.Count / (double)roots.Length, 0, 0));
        }

        var form = SequenceForm.Of(game);
        var plans = Enumerable.Range(0, game.Players.Length).Select(player => form.Plan(player, behaviour)).ToList();
        // Certified as it stands: at sets that are not reached, too.
        var certified = BehaviourEquilibrium.Certify(form, [.. plans.Select(p => (IReadOnlyList<Rational>)p)], pivots);
        return certified with { Behaviour = [.. behaviour] };
    }

    // The subtree with the subgames inside replaced by ends; and the game's numbers of its information sets, in its own order.
    private static (ExtensiveGame Part, List<int> Sets) Cut(ExtensiveGame game, int root, int[] ends, Dictionary<int, ImmutableArray<Rational>> values)
    {
        var builder = new ExtensiveGameBuilder(game.Title, game.Players);
        var sets = new HashSet<int>();
        for (var i = root; i < ends[root]; i++)
        {
            var node = game.Nodes[i];
            if (i > root && values.TryGetValue(i, out var value))
            {
                builder.AddEnd(value);
                i = ends[i] - 1;
            }
            else if (node.Children.Length == 0)
            {
                builder.AddEnd(node.Payoffs);
            }
            else if (node.InformationSet < 0)
            {
                builder.AddChance(node.ChanceNames, node.Probabilities, node.Payoffs);
            }
            else
            {
                sets.Add(node.InformationSet);
                builder.AddMove(node.Player, game.InformationSets[node.InformationSet].Name, game.InformationSets[node.InformationSet].Actions, node.Payoffs);
            }
        }

        return (builder.Build(), [.. sets.Order()]);
    }
}
