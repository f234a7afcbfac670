using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;

namespace Standoff.Cli.Games;

/// <summary>The solvers by their names on the command line.</summary>
internal static class GameMethods
{
    /// <summary>The names, as <c>--method</c> takes them.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["logit", "branches", "tracing", "extreme", "support", "lemke-howson", "pure", "strict-dominance", "weak-dominance", "backward", "subgame-perfect", "sequence-lp", "sequence-lemke"];

    /// <summary>The method for a game where none was asked for.</summary>
    public static string Default(LoadedGame game, bool wantsLogit) => game switch
    {
        _ when wantsLogit => "logit",
        LoadedGame.Extensive { Game.HasPerfectInformation: true } => "backward",
        LoadedGame.Extensive { Game: { Players.Length: 2 } tree } when tree.FirstWithImperfectRecall() is null => "sequence-lemke",
        LoadedGame.Normal { Game: { Players.Length: 2 } table } when table.StrategyCount(0) + table.StrategyCount(1) <= 24 => "extreme",
        LoadedGame.Normal { Game.Players.Length: 2 } => "lemke-howson",
        _ => "logit",
    };

    /// <summary>Solves a game.</summary>
    /// <exception cref="ArgumentException">The method is not for games like it.</exception>
    /// <exception cref="InvalidOperationException">The same: the game is too large, or somebody forgets.</exception>
    public static GameSolution Solve(LoadedGame game, string method, ImmutableArray<double> lambdas, CancellationToken stop) => method switch
    {
        "logit" => LogitMethods.Follow(game, lambdas, stop),
        "branches" => LogitMethods.FindBranches(game, stop),
        "backward" => TreeMethods.Backward(Tree(game), stop),
        "subgame-perfect" => TreeMethods.Behaviour(method, Tree(game), SubgamePerfect.Solve(Tree(game), null, stop)),
        "sequence-lp" => TreeMethods.Behaviour(method, Tree(game), SequenceFormLinearProgram.Solve(Tree(game), null, stop)),
        "sequence-lemke" => TreeMethods.Behaviour(method, Tree(game), SequenceFormLemke.Solve(Tree(game), null, null, stop)),
        "pure" => TableMethods.Pure(Table(game), stop),
        "strict-dominance" => TableMethods.Dominance(method, Table(game), DominanceKind.Strict, stop),
        "weak-dominance" => TableMethods.Dominance(method, Table(game), DominanceKind.Weak, stop),
        "support" => TableMethods.Support(Table(game), stop),
        "lemke-howson" => TableMethods.LemkeHowsonPaths(Table(game), stop),
        _ => TableMethods.Extreme(Table(game), stop),
    };

    private static ExtensiveGame Tree(LoadedGame game) => game switch
    {
        LoadedGame.Extensive tree => tree.Game,
        LoadedGame.Normal table => SimultaneousTree.Of(table.Game),
        _ => throw new ArgumentException("a stochastic game has no tree"),
    };

    private static NormalFormGame Table(LoadedGame game) => game switch
    {
        LoadedGame.Extensive tree => StrategicForm.Of(tree.Game),
        LoadedGame.Normal table => table.Game,
        _ => throw new ArgumentException("a stochastic game has no finite table of payoffs"),
    };
}
