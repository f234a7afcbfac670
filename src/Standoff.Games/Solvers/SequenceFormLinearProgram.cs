using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// Optimal strategies and the value of a two-player zero-sum game with perfect recall: one linear program of the size of the tree, solved exactly
/// (Koller, Megiddo and von Stengel 1996).
/// </summary>
/// <remarks>
/// With all payoffs moved up to be positive, the program max q_∅ subject to F'q ≤ A'x, Ex ≤ e, x, q ≥ 0 has the value of the game as its optimum:
/// a plan that leaves weight unused can be filled up without loss. Its multipliers are the second player's plan.
/// </remarks>
public static class SequenceFormLinearProgram
{
    private const int MostSequences = 3000;

    /// <summary>Solves the game; <see cref="BehaviourEquilibrium.Payoffs"/> holds the value.</summary>
    /// <exception cref="ArgumentException">The game has not two players, or payoffs that don't sum to a constant.</exception>
    /// <exception cref="ImperfectRecallException">A player forgets.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BehaviourEquilibrium Solve(ExtensiveGame game, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        RequireZeroSum(game);
        var form = SequenceForm.Of(game);
        GameTooLargeException.ThrowIfMore("sequences", form.Sequences.Sum(s => s.Length), MostSequences);
        var (first, second) = (form.Sequences[0].Length, form.Sequences[1].Length);
        var duals = form.SetsOf(1).ToList();
        var program = Program(form, duals);
        var objective = new Rational[first + 1 + duals.Count];
        objective[first] = Rational.One;
        var pivots = 0;
        var solution = ExactLinearProgram.Solve(objective, program, pivot =>
        {
            cancellation.ThrowIfCancellationRequested();
            pivots = pivot;
            progress?.Report(new SolverProgress(pivot, 0, 0, 0));
        })!;
        var (row, column) = (solution.Values[..first], solution.Multipliers[..second]);
        Fit(form, 0, row);
        Fit(form, 1, column);
        return BehaviourEquilibrium.Certify(form, [row, column], pivots);
    }

    private static void RequireZeroSum(ExtensiveGame game)
    {
        if (game.Players.Length != 2)
            throw new ArgumentException($"This solver is for two players; the game has {game.Players.Length}.", nameof(game));
        var sums = ExactPayoffs.AtEnds(game).Select(t => t.Totals[0] + t.Totals[1]).Distinct().Take(2).ToList();
        if (sums.Count > 1)
            throw new ArgumentException($"This solver is for zero-sum games; here the two payoffs sum to {sums[0]} at one end and to {sums[1]} at another.", nameof(game));
    }

    // Unknowns: x by sequence of the first player, then q by ∅ and information set of the second.
    private static Rational[][] Program(SequenceForm form, List<int> duals)
    {
        var (first, second) = (form.Sequences[0].Length, form.Sequences[1].Length);
        var right = first + 1 + duals.Count;
        var own = form.SetsOf(0).ToList();
        Rational[][] rows = [.. Enumerable.Range(0, second + 1 + own.Count).Select(_ => new Rational[right + 1])];
        for (var sequence = 0; sequence < second; sequence++)
            rows[sequence][first + (sequence == 0 ? 0 : 1 + duals.IndexOf(form.Sequences[1][sequence].InformationSet))] = Rational.One;
        for (var i = 0; i < duals.Count; i++)
            rows[form.SequenceTo(duals[i])][first + 1 + i] = -1;
        var shift = Rational.One - ExactPayoffs.AtEnds(form.Game).Min(t => t.Totals[0]);
        foreach (var (sequences, chance, payoffs) in form.Payoffs)
            rows[sequences[1]][sequences[0]] -= payoffs[0] + (shift * chance);
        (rows[second][0], rows[second][right]) = (Rational.One, Rational.One);
        for (var i = 0; i < own.Count; i++)
        {
            rows[second + 1 + i][form.SequenceTo(own[i])] = -1;
            for (var action = 0; action < form.Game.InformationSets[own[i]].Actions.Length; action++)
                rows[second + 1 + i][form.SequenceOf(own[i], action)] = Rational.One;
        }

        return rows;
    }

    // Weights that don't add up are filled up, or cut, from the root on; with positive payoffs neither player loses by it.
    private static void Fit(SequenceForm form, int player, Rational[] plan)
    {
        plan[0] = Rational.One;
        foreach (var set in form.SetsOf(player))
        {
            var left = plan[form.SequenceTo(set)];
            var count = form.Game.InformationSets[set].Actions.Length;
            for (var action = 0; action < count; action++)
            {
                var sequence = form.SequenceOf(set, action);
                plan[sequence] = action == count - 1 || plan[sequence] > left ? left : plan[sequence];
                left -= plan[sequence];
            }
        }
    }
}
