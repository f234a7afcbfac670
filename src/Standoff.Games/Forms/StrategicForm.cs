using Standoff.Games.Numerics;

namespace Standoff.Games.Forms;

/// <summary>The reduced strategic form of an extensive game: pure strategies that differ only where their own moves rule out coming are one.</summary>
/// <remarks>A strategy's name lists the actions at the player's information sets in order of the tree, with * where none is needed.</remarks>
public static class StrategicForm
{
    private const int MostEntries = 4_000_000;

    /// <summary>The normal-form game.</summary>
    /// <exception cref="GameTooLargeException">The table would have more than four million entries.</exception>
    public static NormalFormGame Of(ExtensiveGame game)
    {
        var strategies = Enumerable.Range(0, game.Players.Length).Select(player => new Plans(game, player).All()).ToArray();
        var profiles = strategies.Aggregate((long)game.Players.Length, (product, list) => product * list.Count);
        GameTooLargeException.ThrowIfMore("entries in its strategic form", profiles, MostEntries);
        var payoffs = new Rational[profiles];
        var profile = new int[strategies.Length];
        foreach (var start in Enumerable.Range(0, payoffs.Length / strategies.Length))
        {
            var rest = start;
            for (var player = 0; player < profile.Length; player++)
                (rest, profile[player]) = Math.DivRem(rest, strategies[player].Count);
            AddPayoffs(game, [.. profile.Select((strategy, player) => strategies[player][strategy])], payoffs.AsSpan(start * profile.Length, profile.Length));
        }

        return new NormalFormGame(game.Title, [.. strategies.Select((list, player) => new NormalFormPlayer(game.Players[player], [.. list.Select(plan => Name(game, player, plan))]))], [.. payoffs]);
    }

    private static string Name(ExtensiveGame game, int player, int[] plan)
    {
        var parts = game.InformationSets.Select((set, i) => (set, i)).Where(s => s.set.Player == player).Select(s => plan[s.i] < 0 ? "*" : s.set.Actions[plan[s.i]]).ToList();
        return parts.Count == 0 ? "1" : string.Join(parts.Any(p => p.Length > 1) ? "/" : "", parts);
    }

    private static void AddPayoffs(ExtensiveGame game, int[][] plans, Span<Rational> payoffs)
    {
        var pending = new Stack<(int Node, Rational Chance)>([(0, Rational.One)]);
        while (pending.TryPop(out var at))
        {
            var node = game.Nodes[at.Node];
            for (var player = 0; player < node.Payoffs.Length; player++)
                payoffs[player] += at.Chance * node.Payoffs[player];
            if (node.InformationSet >= 0)
                pending.Push((node.Children[plans[node.Player][node.InformationSet]], at.Chance));
            else
            {
                for (var branch = 0; branch < node.Children.Length; branch++)
                    pending.Push((node.Children[branch], at.Chance * node.Probabilities[branch]));
            }
        }
    }

    /// <summary>The reduced pure strategies of one player: by information set of the game the action, −1 where it can't come to it.</summary>
    private sealed class Plans(ExtensiveGame game, int player)
    {
        // Who forgets may come to a set by ways that earlier sets don't tell.
        private readonly bool forgets = game.FirstWithImperfectRecall() is not null;
        private readonly List<int> sets = [.. Enumerable.Range(0, game.InformationSets.Length).Where(set => game.InformationSets[set].Player == player)];

        public List<int[]> All()
        {
            var plan = new int[game.InformationSets.Length];
            Array.Fill(plan, -1);
            List<int[]> plans = [plan];
            // A set counts if one of its nodes can be reached; sets come in order of the tree, so what decides about it is decided.
            foreach (var set in sets)
            {
                plans = [.. plans.SelectMany(before => IsReachable(set, before) ? WithEachAction(before, set) : [before])];
                GameTooLargeException.ThrowIfMore("reduced strategies of one player", plans.Count, MostEntries / game.Players.Length);
            }

            return plans;
        }

        private bool IsReachable(int set, int[] plan) => forgets || game.InformationSets[set].Members.Any(node =>
        {
            for (var at = node; game.Nodes[at].Parent >= 0; at = game.Nodes[at].Parent)
            {
                var parent = game.Nodes[game.Nodes[at].Parent];
                if (parent.Player == player && parent.InformationSet != set && plan[parent.InformationSet] != game.Nodes[at].ActionBefore)
                    return false;
            }

            return true;
        });

        private IEnumerable<int[]> WithEachAction(int[] plan, int set)
        {
            for (var action = 0; action < game.InformationSets[set].Actions.Length; action++)
            {
                var longer = (int[])plan.Clone();
                longer[set] = action;
                yield return longer;
            }
        }
    }
}
