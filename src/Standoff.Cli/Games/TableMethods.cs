using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Cli.Games;

/// <summary>Solutions of tables of payoffs.</summary>
internal static class TableMethods
{
    public static GameSolution Extreme(NormalFormGame game, CancellationToken stop)
    {
        var result = ExtremeEquilibria.Solve(game, null, stop);
        var isolated = result.Subsets.All(s => s.Row.Length == 1 && s.Column.Length == 1);
        return new GameSolution
        {
            Method = "extreme",
            Choices = ChoicesOf(game),
            Profiles = [.. result.Equilibria.Select(e => SolvedProfile.Of("equilibrium", e.Profile.Strategies, e.Profile.Payoffs, e.Profile.Regret, [.. Labels(e, isolated)]))],
            Notes = isolated
                ? [$"These are all equilibria."]
                : [FormattableString.Invariant($"These are the extreme equilibria; all others mix them within one of {result.Subsets.Length} maximal Nash subsets, in {result.Components} connected components.")],
            Iterations = result.Pivots,
        };
    }

    public static GameSolution Support(NormalFormGame game, CancellationToken stop)
    {
        var result = SupportEnumeration.Solve(game, null, stop);
        return Exact("support", game, result.Equilibria, result.SupportsTried, result.IsComplete ? "These are all equilibria." : "The game is degenerate: there may be further equilibria. The method extreme finds all.");
    }

    public static GameSolution LemkeHowsonPaths(NormalFormGame game, CancellationToken stop) =>
        Exact("lemke-howson", game, LemkeHowson.SolveFromAllLabels(game, null, stop), 0, "These are the ends of the paths from all labels; there may be further equilibria.");

    public static GameSolution Pure(NormalFormGame game, CancellationToken stop) => new()
    {
        Method = "pure",
        Choices = ChoicesOf(game),
        Profiles = [.. PureEquilibria.Solve(game, null, stop).Select(profile => SolvedProfile.Of("pure equilibrium", Mixed(game, profile), PayoffsOf(game, profile), Rational.Zero))],
        Notes = ["These are all equilibria in pure strategies."],
    };

    public static GameSolution Dominance(string method, NormalFormGame game, DominanceKind kind, CancellationToken stop)
    {
        var result = IteratedDominance.Solve(game, new DominanceOptions { Kind = kind }, null, stop);
        var struck = result.Eliminations.Select(e => FormattableString.Invariant($"Round {e.Round}: {game.Players[e.Player].Name} drops {game.Players[e.Player].Strategies[e.Strategy]}, dominated by {(e.By < 0 ? "a mixture" : game.Players[e.Player].Strategies[e.By])}."));
        return new GameSolution
        {
            Method = method,
            Choices = ChoicesOf(game),
            Profiles = result.SolvesTheGame ? [SolvedProfile.Of("dominance solution", Mixed(game, [.. result.Surviving.Select(s => s[0])]), PayoffsOf(game, [.. result.Surviving.Select(s => s[0])]), Rational.Zero)] : [],
            Notes = [.. struck, .. result.Surviving.Select((left, player) => $"{game.Players[player].Name} is left with {string.Join(", ", left.Select(s => game.Players[player].Strategies[s]))}."), .. kind == DominanceKind.Weak ? (string[])["All dominated strategies of a round go at once; in another order others may be left."] : []],
            Iterations = result.Eliminations.Length,
        };
    }

    public static ImmutableArray<Choice> ChoicesOf(NormalFormGame game) => [.. game.Players.Select(p => new Choice(p.Name, "", p.Strategies))];

    /// <summary>Expected payoffs by player under the probabilities of the strategies.</summary>
    public static ImmutableArray<double> PayoffsOf(NormalFormGame game, ImmutableArray<ImmutableArray<double>> probabilities)
    {
        double[][] profile = [.. probabilities.Select(p => p.ToArray())];
        return [.. game.Players.Select((_, player) => game.ExpectedPayoffs(profile, player).Zip(profile[player], (u, p) => u * p).Sum())];
    }

    private static GameSolution Exact(string method, NormalFormGame game, IEnumerable<NashEquilibrium> equilibria, int iterations, string note) => new()
    {
        Method = method,
        Choices = ChoicesOf(game),
        Profiles = [.. equilibria.Select(e => SolvedProfile.Of("equilibrium", e.Strategies, e.Payoffs, e.Regret))],
        Notes = [note],
        Iterations = iterations,
    };

    private static IEnumerable<string> Labels(ExtremeEquilibrium equilibrium, bool isolated)
    {
        if (!isolated) yield return FormattableString.Invariant($"component {equilibrium.Component + 1}");
        if (equilibrium.Stability.IsStrict) yield return "strict";
        yield return equilibrium.Stability.IsPerfect ? "perfect" : "in dominated strategies";
        if (equilibrium.Stability.Index is { } index) yield return index > 0 ? "index +1" : "index -1: unstable";
    }

    private static ImmutableArray<ImmutableArray<Rational>> Mixed(NormalFormGame game, ImmutableArray<int> pure) =>
        [.. game.Players.Select((p, player) => p.Strategies.Select((_, s) => s == pure[player] ? Rational.One : Rational.Zero).ToImmutableArray())];

    private static IEnumerable<Rational> PayoffsOf(NormalFormGame game, ImmutableArray<int> pure)
    {
        var profile = 0;
        for (var player = 0; player < pure.Length; player++) profile = game.Deviate(profile, player, pure[player]);
        return game.Players.Select((_, player) => game.Payoff(profile, player));
    }
}
