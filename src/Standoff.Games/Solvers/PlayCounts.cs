using System.Collections.Immutable;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>Ends of a tree that were not told apart, and how often one of them was seen.</summary>
/// <param name="Ends">Numbers of the nodes.</param>
/// <param name="Count">Times.</param>
public sealed record PooledOutcome(ImmutableArray<int> Ends, double Count);

/// <summary>Observed play of a tree: how often each move was made, or how often the game ended where.</summary>
public sealed record PlayCounts
{
    private PlayCounts(ImmutableArray<double> moves, ImmutableArray<PooledOutcome> outcomes) => (Moves, Outcomes) = (moves, outcomes);

    /// <summary>By move, in the order of information sets and their actions.</summary>
    public ImmutableArray<double> Moves { get; }

    /// <summary>Outcomes seen.</summary>
    public ImmutableArray<PooledOutcome> Outcomes { get; }

    /// <summary>Everything that was seen, moves and outcomes.</summary>
    public double Total => Moves.Sum() + Outcomes.Sum(o => o.Count);

    /// <summary>Play as counts of moves.</summary>
    /// <exception cref="ArgumentException">A count is negative or no number, there is none above 0, or their number is not that of the moves.</exception>
    public static PlayCounts OfMoves(ExtensiveGame game, ImmutableArray<double> moves)
    {
        if (moves.Length != game.InformationSets.Sum(s => s.Actions.Length))
            throw new ArgumentException($"The game has {game.InformationSets.Sum(s => s.Actions.Length)} moves, not {moves.Length}.", nameof(moves));
        return Checked(new PlayCounts(moves, []));
    }

    /// <summary>Play as counts of outcomes, each of which may have several ends; ends that are in none were never seen.</summary>
    /// <exception cref="ArgumentException">A node is no end of the game, a count is negative or no number, or there is none above 0.</exception>
    public static PlayCounts OfOutcomes(ExtensiveGame game, ImmutableArray<PooledOutcome> outcomes)
    {
        if (outcomes.Any(o => o.Ends.IsEmpty || o.Ends.Any(e => e < 0 || e >= game.Nodes.Length || game.Nodes[e].Children.Length > 0)))
            throw new ArgumentException("Every outcome needs ends of the game.", nameof(outcomes));
        return Checked(new PlayCounts([.. new double[game.InformationSets.Sum(s => s.Actions.Length)]], outcomes));
    }

    private static PlayCounts Checked(PlayCounts counts)
    {
        if (counts.Moves.Concat(counts.Outcomes.Select(o => o.Count)).Any(n => !(n >= 0) || !double.IsFinite(n)) || counts.Total <= 0)
            throw new ArgumentException("Counts must be numbers of at least 0, and one must be above it.", nameof(counts));
        return counts;
    }
}

/// <summary>The likelihood of observed play at a point of the logit equations of a tree.</summary>
internal sealed class PlayLikelihood(AgentEquations equations, PlayCounts counts)
{
    private readonly List<int> path = [];

    /// <summary>ln L at the evaluated point.</summary>
    public double Value()
    {
        var sum = 0.0;
        for (var move = 0; move < counts.Moves.Length; move++)
            sum += counts.Moves[move] == 0 ? 0 : counts.Moves[move] * equations.LogProbability(move);
        foreach (var outcome in counts.Outcomes.Where(o => o.Count > 0))
            sum += outcome.Count * Numerics.ElementaryFunctions.Log(outcome.Ends.Sum(end => equations.EndProbability(end, path)));
        return sum;
    }

    /// <summary>Its derivatives with respect to the logarithms of the moves' probabilities, all taken as free.</summary>
    public double[] Gradient()
    {
        double[] gradient = [.. counts.Moves];
        foreach (var outcome in counts.Outcomes.Where(o => o.Count > 0))
            AddScore(outcome, outcome.Count, gradient);
        return gradient;
    }

    /// <summary>Fisher's information about parameters that move the logarithms of the probabilities.</summary>
    /// <param name="logs">By move and parameter.</param>
    public double[] Information(double[][] logs)
    {
        var width = logs[0].Length;
        var information = new double[width * width];
        for (var decision = 0; decision < equations.Decisions; decision++)
        {
            var (first, count) = equations.Moves(decision);
            var seen = Enumerable.Range(first, count).Sum(move => counts.Moves[move]);
            for (var move = first; seen > 0 && move < first + count; move++)
                AddSquare(logs[move], seen * equations.Probability(move), information);
        }

        foreach (var outcome in counts.Outcomes.Where(o => o.Count > 0))
        {
            var score = new double[logs.Length];
            AddScore(outcome, 1, score);
            AddSquare([.. Enumerable.Range(0, width).Select(k => Enumerable.Range(0, score.Length).Sum(move => score[move] == 0 ? 0 : score[move] * logs[move][k]))], outcome.Count, information);
        }

        return information;
    }

    private void AddScore(PooledOutcome outcome, double weight, double[] gradient)
    {
        var total = outcome.Ends.Sum(end => equations.EndProbability(end, path));
        foreach (var end in outcome.Ends)
        {
            var share = equations.EndProbability(end, path) / Math.Max(total, 1e-300);
            foreach (var move in path)
                gradient[move] += weight * share;
        }
    }

    private static void AddSquare(double[] row, double weight, double[] information)
    {
        for (var i = 0; i < row.Length; i++)
        {
            for (var j = 0; j < row.Length; j++)
                information[(i * row.Length) + j] += weight * row[i] * row[j];
        }
    }
}
