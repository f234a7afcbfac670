namespace Standoff.Games.Numerics;

/// <summary>Systems of linear equations in exact arithmetic.</summary>
internal static class RationalSystem
{
    /// <summary>Solves n equations given as rows of n coefficients and the right-hand side; the solution stands in the last column.</summary>
    /// <returns>Whether there is exactly one solution.</returns>
    public static bool Solve(Rational[][] rows)
    {
        for (var column = 0; column < rows.Length; column++)
        {
            var pivot = Array.FindIndex(rows, column, row => row[column].Sign != 0);
            if (pivot < 0)
                return false;
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            Clear(rows, column);
        }

        return true;
    }

    private static void Clear(Rational[][] rows, int column)
    {
        var pivotRow = rows[column];
        var scale = Rational.One / pivotRow[column];
        for (var k = column; k < pivotRow.Length; k++)
            pivotRow[k] *= scale;
        for (var i = 0; i < rows.Length; i++)
        {
            var factor = rows[i][column];
            if (i == column || factor.Sign == 0)
                continue;
            for (var k = column; k < pivotRow.Length; k++)
                rows[i][k] -= factor * pivotRow[k];
        }
    }
}
