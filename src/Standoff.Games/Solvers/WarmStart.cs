using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>A solved point from which nearby systems are solved.</summary>
/// <param name="Unknowns">Unknowns, then λ.</param>
/// <param name="References">The moves against which odds are stated.</param>
/// <param name="Orientation">Sign of the determinant with λ held.</param>
internal sealed record WarmStart(double[] Unknowns, int[] References, int Orientation)
{
    // Further away the step after the first may be to another branch.
    private const int MostSteps = 8;
    // Below it a probability may have been rounded to 0.
    private const double Least = 1e-300;

    /// <summary>The start at an equilibrium that a branch led to.</summary>
    public static WarmStart At(DenseLogitSystem system, LogitPoint equilibrium, LogitOptions options)
    {
        var references = new int[system.Decisions];
        for (var decision = 0; decision < references.Length; decision++)
        {
            var (first, count) = system.Moves(decision);
            references[decision] = Enumerable.Range(0, count).MaxBy(i => equilibrium.Probabilities[first + i]);
        }

        system.Restore(references);
        var unknowns = new double[system.Size + 1];
        unknowns[^1] = equilibrium.Rationality;
        for (var decision = 0; decision < references.Length; decision++)
        {
            var (first, count) = system.Moves(decision);
            for (var i = 0; i < count; i++)
            {
                if (system.UnknownOf(decision, i) is var unknown and >= 0)
                    unknowns[unknown] = ElementaryFunctions.Log(Math.Max(equilibrium.Probabilities[first + i], Least) / equilibrium.Probabilities[first + references[decision]]);
            }
        }

        // Probabilities are rounded, odds need not be.
        new LogitContinuation(system, options, CancellationToken.None, null).TrySolveAt(unknowns);
        var (orientation, _) = system.FactorAt(unknowns);
        return new WarmStart(unknowns, references, orientation);
    }

    /// <summary>Newton's method in full steps with λ held; <see langword="null"/> where it does not go straight to a solution of the same orientation.</summary>
    public LogitPoint? TrySolve(DenseLogitSystem system, LogitOptions options)
    {
        system.Restore(References);
        var z = (double[])Unknowns.Clone();
        var rationality = z[^1];
        var allowed = options.Tolerance * (1 + (rationality * system.PayoffRange));
        var (side, before) = (new double[z.Length], double.PositiveInfinity);
        for (var step = 0; step <= MostSteps; step++)
        {
            var error = system.Residual(z, side);
            if (error <= allowed)
                return system.FactorEvaluated() == Orientation ? system.Point(z.AsSpan(0, system.Size), rationality, error) : null;
            if (!(error < before) || system.FactorEvaluated() == 0)
                return null;
            before = error;
            side[^1] = 0;
            system.Solve(side);
            for (var i = 0; i < system.Size; i++)
                z[i] -= side[i];
        }

        return null;
    }
}
