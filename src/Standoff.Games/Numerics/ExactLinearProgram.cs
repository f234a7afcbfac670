using System.Numerics;

namespace Standoff.Games.Numerics;

/// <summary>
/// max c·z subject to M·z ≤ b, z ≥ 0 with b ≥ 0 in exact arithmetic: the simplex method on integers with the lexicographic rule (Dantzig, Orden and Wolfe 1955),
/// which ends on degenerate programs too.
/// </summary>
internal static class ExactLinearProgram
{
    /// <summary>Solves the program.</summary>
    /// <param name="objective">c.</param>
    /// <param name="constraints">By constraint: coefficients, then the bound.</param>
    /// <param name="pivots">Called after each pivot with their number; may throw to stop.</param>
    /// <returns>The optimum with the multipliers of the constraints; <see langword="null"/> where the objective is unbounded.</returns>
    public static LinearProgramSolution? Solve(Rational[] objective, Rational[][] constraints, Action<int>? pivots = null)
    {
        var variables = objective.Length;
        var count = constraints.Length;
        // The objective is the last row: a variable that is never chosen to leave.
        var rows = new BigInteger[count + 1][];
        for (var i = 0; i < count; i++)
            rows[i] = Integers([.. constraints[i][..variables].Select(c => -c), constraints[i][variables]]);
        var scale = LeastCommonDenominator(objective);
        rows[count] = [.. objective.Select(c => (c * scale).Numerator), 0];
        var dictionary = new IntegerDictionary<BigInteger, Unbounded>([.. Enumerable.Range(variables, count + 1)], [.. Enumerable.Range(0, variables)], rows);
        for (var pivot = 1; Entering(dictionary, count) is var column and >= 0; pivot++)
        {
            var row = dictionary.LeavingRow(column);
            if (row < 0)
                return null;
            dictionary.Pivot(row, column);
            pivots?.Invoke(pivot);
        }

        return Read(dictionary, variables, constraints, scale);
    }

    /// <summary>The row times the least number that makes all its entries whole.</summary>
    public static BigInteger[] Integers(Rational[] row)
    {
        var scale = LeastCommonDenominator(row);
        return Array.ConvertAll(row, entry => (entry * scale).Numerator);
    }

    public static Rational LeastCommonDenominator(IEnumerable<Rational> values)
    {
        var multiple = BigInteger.One;
        foreach (var value in values)
            multiple = multiple / BigInteger.GreatestCommonDivisor(multiple, value.Denominator) * value.Denominator;
        return new Rational(multiple, 1);
    }

    // The column that gains most per unit; the lexicographic rule for rows rules out cycles whatever the column.
    private static int Entering(IntegerDictionary<BigInteger, Unbounded> dictionary, int objectiveRow)
    {
        var best = -1;
        for (var column = 0; column < dictionary.Columns; column++)
        {
            if (dictionary[objectiveRow, column].Sign > 0 && (best < 0 || dictionary[objectiveRow, column] > dictionary[objectiveRow, best]))
                best = column;
        }

        return best;
    }

    private static LinearProgramSolution Read(IntegerDictionary<BigInteger, Unbounded> dictionary, int variables, Rational[][] constraints, Rational scale)
    {
        var count = constraints.Length;
        var multipliers = new Rational[count];
        for (var i = 0; i < count; i++)
        {
            var slack = variables + i;
            if (dictionary.IsBasic(slack))
                continue;
            // The slack was scaled with its row.
            var units = LeastCommonDenominator(constraints[i]);
            multipliers[i] = new Rational(-dictionary[count, dictionary.ColumnOf(slack)], dictionary.Denominator) * units / scale;
        }

        return new LinearProgramSolution([.. Enumerable.Range(0, variables).Select(dictionary.Value)], multipliers, dictionary.Value(variables + count) / scale);
    }
}

/// <summary>An optimum.</summary>
/// <param name="Values">z.</param>
/// <param name="Multipliers">By constraint, the dual solution.</param>
/// <param name="Optimum">c·z.</param>
internal sealed record LinearProgramSolution(Rational[] Values, Rational[] Multipliers, Rational Optimum);
