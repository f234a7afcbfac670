namespace Standoff.Backtest.Models;

/// <summary>Factor of a symmetric positive definite matrix, A = L·Lᵀ.</summary>
internal sealed class Cholesky
{
    private readonly double[,] _lower;
    private readonly int _size;

    public Cholesky(double[,] matrix)
    {
        (_lower, _size) = ((double[,])matrix.Clone(), matrix.GetLength(0));
        for (var j = 0; j < _size; j++)
        {
            for (var k = 0; k < j; k++)
                for (var i = j; i < _size; i++) _lower[i, j] -= _lower[i, k] * _lower[j, k];
            var pivot = Math.Sqrt(Math.Max(_lower[j, j], 1e-12));
            for (var i = j; i < _size; i++) _lower[i, j] /= pivot;
        }
    }

    /// <summary>x with A·x = b.</summary>
    public double[] Solve(double[] right)
    {
        var x = (double[])right.Clone();
        for (var i = 0; i < _size; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= _lower[i, k] * x[k];
            x[i] /= _lower[i, i];
        }
        for (var i = _size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _size; k++) x[i] -= _lower[k, i] * x[k];
            x[i] /= _lower[i, i];
        }
        return x;
    }

    /// <summary>√(d·A⁻¹·d): the standard deviation of d·x where the matrix is the information on x.</summary>
    public double Deviation(double[] direction) => Math.Sqrt(direction.Zip(Solve(direction), (d, x) => d * x).Sum());

    /// <summary>Diagonal of the inverse: variances where the matrix is an information.</summary>
    public double[] InverseDiagonal() => [.. Enumerable.Range(0, _size).Select(i =>
    {
        var unit = new double[_size];
        unit[i] = 1;
        return Solve(unit)[i];
    })];
}
