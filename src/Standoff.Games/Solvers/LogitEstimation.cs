using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>Whether a maximum of the likelihood is one of its slope or of the range of λ.</summary>
public enum LogitBound
{
    /// <summary>The slope is 0 there.</summary>
    None,

    /// <summary>Play is best described as uniform: λ = 0.</summary>
    Uniform,

    /// <summary>The likelihood rises as far as the branch was followed: play looks like best replies, and λ has no finite estimate.</summary>
    BestReplies,
}

/// <summary>A local maximum of the likelihood of play along a branch.</summary>
/// <param name="Start">How the branch was found.</param>
/// <param name="Point">The equilibrium with its λ.</param>
/// <param name="LogLikelihood">Of all that was seen.</param>
/// <param name="StandardError">Of λ, from the observed information along the branch; NaN at a bound.</param>
/// <param name="Bound">Whether it stands at an end of the branch.</param>
public sealed record LogitMaximum(BranchStart Start, LogitPoint Point, double LogLikelihood, double StandardError, LogitBound Bound);

/// <summary>λ as observed play tells it.</summary>
/// <param name="Maxima">All local maxima on all branches found, the likeliest first: the estimate.</param>
/// <param name="UniformLogLikelihood">ln L of uniform play.</param>
/// <param name="Branches">Branches searched.</param>
/// <param name="Steps">Steps along them.</param>
/// <param name="IsComplete">Whether the search for branches ended by itself.</param>
public sealed record LogitFit(ImmutableArray<LogitMaximum> Maxima, double UniformLogLikelihood, int Branches, int Steps, bool IsComplete)
{
    /// <summary>The likeliest of all.</summary>
    public LogitMaximum Best => Maxima[0];
}

/// <summary>
/// Maximum likelihood of λ in logit quantal response equilibrium (McKelvey and Palfrey 1995, 1998) from observed play: the whole of every branch that is found is searched, so the
/// estimate is the global maximum on them and not the first local one.
/// </summary>
public static class LogitEstimation
{
    /// <summary>The estimate from play of a tree.</summary>
    /// <param name="game">The game.</param>
    /// <param name="counts">What was seen.</param>
    /// <param name="search">How branches are looked for.</param>
    /// <param name="progress">Told each step of a branch.</param>
    /// <param name="cancellation">Ends it with what was found.</param>
    /// <exception cref="ArgumentException">All payoffs are the same.</exception>
    /// <exception cref="ImperfectRecallException">A player forgets.</exception>
    public static LogitFit Fit(ExtensiveGame game, PlayCounts counts, LogitSearch? search = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (game.PayoffRange == 0)
            throw new ArgumentException("All payoffs are the same, so λ changes nothing.", nameof(game));
        var options = search ?? new LogitSearch();
        var found = AgentLogit.FindBranches(game, options, progress, cancellation);
        var equations = new AgentEquations(game);
        var maxima = found.Branches.SelectMany(branch => MaximaOf(game, equations, counts, options.Options, branch));
        return new LogitFit(
            [.. maxima.OrderByDescending(m => m.LogLikelihood)],
            LogLikelihood(game, counts, found.Branches[0].Branch.Points[0].Probabilities),
            found.Branches.Length,
            found.Branches.Sum(b => b.Branch.Steps + (b.OtherSide?.Steps ?? 0)),
            found.IsComplete);
    }

    /// <summary>The same from play of a table; counts are by player and strategy.</summary>
    public static LogitFit Fit(NormalFormGame game, ImmutableArray<double> counts, LogitSearch? search = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        var tree = SimultaneousTree.Of(game);
        return Fit(tree, PlayCounts.OfMoves(tree, counts), search, progress, cancellation);
    }

    /// <summary>ln L of play with given probabilities of the moves; −∞ where something was seen that has none.</summary>
    public static double LogLikelihood(ExtensiveGame game, PlayCounts counts, ImmutableArray<double> probabilities)
    {
        var ends = EndProbabilities(game, probabilities);
        var sum = 0.0;
        for (var move = 0; move < probabilities.Length; move++)
            sum += counts.Moves[move] == 0 ? 0 : counts.Moves[move] * ElementaryFunctions.Log(probabilities[move]);
        foreach (var outcome in counts.Outcomes.Where(o => o.Count > 0))
            sum += outcome.Count * ElementaryFunctions.Log(outcome.Ends.Sum(end => ends[end]));
        return sum;
    }

    private static IEnumerable<LogitMaximum> MaximaOf(ExtensiveGame game, AgentEquations equations, PlayCounts counts, LogitOptions options, FoundBranch branch)
    {
        // From a random start a branch was followed to both sides: one line.
        ImmutableArray<LogitPoint> points = [.. (branch.OtherSide?.Points ?? []).Skip(1).Reverse(), .. branch.Branch.Points];
        var values = points.Select(p => LogLikelihood(game, counts, p.Probabilities)).ToList();
        for (var i = 0; i < points.Length; i++)
        {
            var (before, after) = (i == 0 ? double.NegativeInfinity : values[i - 1], i == points.Length - 1 ? double.NegativeInfinity : values[i + 1]);
            if (double.IsNegativeInfinity(values[i]) || values[i] < before || values[i] <= after)
                continue;
            if (i > 0 && i < points.Length - 1)
                yield return BranchMaximum.Find(equations, counts, options, branch.Start, points[i - 1], points[i], points[i + 1]);
            else if (points[i].Rationality == 0 || points[i].Regret <= options.RegretTolerance * equations.PayoffRange)
                yield return new LogitMaximum(branch.Start, points[i], values[i], double.NaN, points[i].Rationality == 0 ? LogitBound.Uniform : LogitBound.BestReplies);
        }
    }

    private static double[] EndProbabilities(ExtensiveGame game, ImmutableArray<double> probabilities)
    {
        var (reach, first, next) = (new double[game.Nodes.Length], new int[game.InformationSets.Length], 0);
        for (var set = 0; set < first.Length; set++)
            (first[set], next) = (next, next + game.InformationSets[set].Actions.Length);
        reach[0] = 1;
        for (var i = 1; i < reach.Length; i++)
        {
            var (parent, action) = (game.Nodes[game.Nodes[i].Parent], game.Nodes[i].ActionBefore);
            reach[i] = reach[game.Nodes[i].Parent] * (parent.InformationSet < 0 ? parent.Probabilities[action].ToDouble() : probabilities[first[parent.InformationSet] + action]);
        }

        return reach;
    }
}
