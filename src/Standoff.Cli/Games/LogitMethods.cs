using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;

namespace Standoff.Cli.Games;

/// <summary>Logit equilibria of games of every form.</summary>
internal static class LogitMethods
{
    public static GameSolution Follow(LoadedGame game, ImmutableArray<double> lambdas, CancellationToken stop)
    {
        var options = new LogitOptions { Rationalities = lambdas, ToTheLimit = lambdas.IsEmpty };
        var branch = game switch
        {
            LoadedGame.Extensive tree => AgentLogit.Follow(tree.Game, options, null, stop),
            LoadedGame.Normal table => NormalFormLogit.Follow(table.Game, options, null, stop),
            LoadedGame.Stochastic states => MarkovLogit.Follow(states.Game, options, null, stop),
            _ => throw new InvalidOperationException(),
        };
        var choices = ChoicesOf(game);
        return new GameSolution
        {
            Method = "logit",
            Choices = choices,
            Profiles = lambdas.IsEmpty ? [Profile(game, choices, branch.Last, Kind(branch))] : [.. branch.Chosen.Select(p => Profile(game, choices, p, "logit equilibrium"))],
            Notes = [.. Notes(branch)],
            Iterations = branch.Steps,
            IsComplete = branch.End is LogitEnd.Limit or LogitEnd.Chosen,
        };
    }

    /// <summary>The equilibrium that the logarithmic tracing procedure selects; a tree is traced in its strategies.</summary>
    public static GameSolution Trace(LoadedGame game, ImmutableArray<double> prior, CancellationToken stop)
    {
        var traced = game is LoadedGame.Extensive tree ? new LoadedGame.Normal(tree.Name, StrategicForm.Of(tree.Game)) : game;
        var branch = traced switch
        {
            LoadedGame.Normal table => LogarithmicTracing.Follow(table.Game, prior, cancellation: stop),
            LoadedGame.Stochastic states => LogarithmicTracing.Follow(states.Game, prior, cancellation: stop),
            _ => throw new InvalidOperationException(),
        };
        var choices = ChoicesOf(traced);
        var kind = branch.End == LogitEnd.Limit ? $"equilibrium, traced from {(prior.IsEmpty ? "uniform expectations" : "the given expectations")}" : "last point of the path, no equilibrium";
        return new GameSolution
        {
            Method = "tracing",
            Choices = choices,
            Profiles = [Profile(traced, choices, branch.Last, kind) with { Rationality = null }],
            Notes = [],
            Iterations = branch.Steps,
            IsComplete = branch.End == LogitEnd.Limit,
        };
    }

    public static GameSolution FindBranches(LoadedGame game, CancellationToken stop)
    {
        var found = game switch
        {
            LoadedGame.Extensive tree => AgentLogit.FindBranches(tree.Game, null, null, stop),
            LoadedGame.Normal table => NormalFormLogit.FindBranches(table.Game, null, null, stop),
            LoadedGame.Stochastic states => MarkovLogit.FindBranches(states.Game, null, null, stop),
            _ => throw new InvalidOperationException(),
        };
        var choices = ChoicesOf(game);
        return new GameSolution
        {
            Method = "branches",
            Choices = choices,
            Profiles = [.. found.Branches.SelectMany(b => b.Limits.Select(limit => Profile(game, choices, limit, "equilibrium", Label(b), Basin(b, found))))],
            Notes = ["There may be further branches."],
            Iterations = found.Branches.Sum(b => b.Branch.Steps + (b.OtherSide?.Steps ?? 0)),
            IsComplete = found.IsComplete,
        };
    }

    private static string Label(FoundBranch branch) => branch.Start switch
    {
        BranchStart.Principal => "principal branch",
        BranchStart.Crossing => "crosses another branch",
        _ => "from random starts",
    };

    private static string Basin(FoundBranch branch, LogitBranches found) => FormattableString.Invariant($"basin {branch.Basin} of {found.Solved}");

    private static string Kind(LogitBranch branch) => branch.End == LogitEnd.Limit ? "equilibrium, limit of the principal branch" : "last point of the principal branch, no equilibrium";

    private static IEnumerable<string> Notes(LogitBranch branch)
    {
        if (branch.Folds.Length > 0) yield return $"The branch turns back at λ = {List(branch.Folds)}.";
        if (branch.Bifurcations.Length > 0) yield return $"Other branches cross it at λ = {List(branch.Bifurcations)}.";
        if (branch.End is not (LogitEnd.Limit or LogitEnd.Chosen)) yield return FormattableString.Invariant($"It ended at λ = {branch.Last.Rationality:G6} ({branch.End}).");
    }

    private static string List(ImmutableArray<double> values) => string.Join(", ", values.Select(v => v.ToString("G5", CultureInfo.InvariantCulture)));

    private static ImmutableArray<Choice> ChoicesOf(LoadedGame game) => game switch
    {
        LoadedGame.Extensive tree => TreeMethods.ChoicesOf(tree.Game),
        LoadedGame.Normal table => TableMethods.ChoicesOf(table.Game),
        LoadedGame.Stochastic states => [.. Enumerable.Range(0, states.Game.StateCount).SelectMany(state => Enumerable.Range(0, states.Game.PlayerCount).Select(player =>
            new Choice(Number(player), $"state {Number(state)}", [.. Enumerable.Range(0, states.Game.ActionCount(state, player)).Select(Number)])))],
        _ => throw new InvalidOperationException(),
    };

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static SolvedProfile Profile(LoadedGame game, ImmutableArray<Choice> choices, LogitPoint point, string kind, params ImmutableArray<string> labels)
    {
        var next = 0;
        ImmutableArray<ImmutableArray<double>> probabilities = [.. choices.Select(c => point.Probabilities.Slice((next += c.Choices.Length) - c.Choices.Length, c.Choices.Length))];
        return new SolvedProfile
        {
            Kind = kind,
            Rationality = point.Rationality,
            Probabilities = probabilities,
            Payoffs = game switch
            {
                LoadedGame.Extensive tree => TreeMethods.PayoffsOf(tree.Game, probabilities),
                LoadedGame.Normal table => TableMethods.PayoffsOf(table.Game, probabilities),
                _ => point.Values,
            },
            Regret = point.Regret,
            Residual = point.Residual,
            Labels = labels,
        };
    }
}
