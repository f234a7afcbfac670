using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Cli.Games;

/// <summary>Solutions of trees.</summary>
internal static class TreeMethods
{
    public static GameSolution Backward(ExtensiveGame game, CancellationToken stop)
    {
        var result = BackwardInduction.Solve(game, stop);
        ImmutableArray<ImmutableArray<Rational>> exact = [.. game.InformationSets.Select((set, i) =>
            set.Actions.Select((_, action) => action == result.Actions[i] ? Rational.One : Rational.Zero).ToImmutableArray())];
        return new GameSolution
        {
            Method = "backward",
            Choices = ChoicesOf(game),
            Profiles = [SolvedProfile.Of("subgame-perfect equilibrium", exact, result.Payoffs, Rational.Zero)],
            Notes = result.IsUnique ? [] : ["Somebody is indifferent between best actions: other equilibria exist; the first best action was taken."],
        };
    }

    public static GameSolution Behaviour(string method, ExtensiveGame game, BehaviourEquilibrium result) => new()
    {
        Method = method,
        Choices = ChoicesOf(game),
        Profiles = [SolvedProfile.Of(KindOf(method), result.Behaviour, result.Payoffs, result.Regret)],
        Notes = method == "sequence-lp" ? [] : ["One equilibrium of possibly many."],
        Iterations = result.Pivots,
    };

    public static ImmutableArray<Choice> ChoicesOf(ExtensiveGame game) => [.. game.InformationSets.Select(s => new Choice(game.Players[s.Player], s.Name, s.Actions))];

    /// <summary>Expected payoffs by player under the probabilities of the moves.</summary>
    public static ImmutableArray<double> PayoffsOf(ExtensiveGame game, ImmutableArray<ImmutableArray<double>> probabilities)
    {
        var (reach, payoffs) = (new double[game.Nodes.Length], new double[game.Players.Length]);
        reach[0] = 1;
        for (var i = 0; i < reach.Length; i++)
        {
            var node = game.Nodes[i];
            for (var action = 0; action < node.Children.Length; action++)
                reach[node.Children[action]] = reach[i] * (node.InformationSet < 0 ? node.Probabilities[action].ToDouble() : probabilities[node.InformationSet][action]);
            for (var player = 0; node.Children.Length == 0 && player < payoffs.Length; player++) payoffs[player] += reach[i] * node.TotalPayoffs[player];
        }
        return [.. payoffs];
    }

    private static string KindOf(string method) => method switch
    {
        "sequence-lp" => "optimal strategies",
        "subgame-perfect" => "subgame-perfect equilibrium",
        _ => "normal-form perfect equilibrium",
    };
}
