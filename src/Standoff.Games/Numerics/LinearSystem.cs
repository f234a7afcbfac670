using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Standoff.Games.Numerics;

/// <summary>
/// A dense square matrix in row order, factored in place by rows with partial pivoting. Larger ones are factored by halves of their columns
/// (Toledo 1997), so that nearly all the work is a product of matrices whose tiles stay in registers and cache.
/// </summary>
internal sealed class LinearSystem(int size)
{
    // Up to this size elimination row by row is as quick.
    private const int LargestPlain = 40;
    private const int PanelWidth = 8;
    private const int StripWidth = 12;
    private readonly double[] entries = new double[size * size];
    private readonly int[] pivots = new int[size];
    private readonly double[] panel = new double[size > LargestPlain ? PanelWidth * size : 0];
    private readonly double[] strip = new double[size > LargestPlain ? StripWidth * size : 0];

    /// <summary>Sign of the determinant after <see cref="Factor"/>: 0 where the matrix is singular.</summary>
    public int DeterminantSign { get; private set; }

    /// <summary>A row to fill before <see cref="Factor"/>.</summary>
    public Span<double> Row(int row) => entries.AsSpan(row * size, size);

    /// <summary>Factors what the rows hold.</summary>
    /// <returns>Whether the matrix is regular.</returns>
    public bool Factor()
    {
        DeterminantSign = 1;
        if (size > LargestPlain ? FactorHalves(0, size) : FactorPlainly())
            return true;
        DeterminantSign = 0;
        return false;
    }

    /// <summary>Replaces a right-hand side by its solution.</summary>
    public void Solve(Span<double> side)
    {
        if (size > LargestPlain)
        {
            SolveInLanes(side);
            return;
        }

        for (var row = 0; row < size; row++)
        {
            (side[row], side[pivots[row]]) = (side[pivots[row]], side[row]);
            var sum = side[row];
            var left = Row(row);
            for (var k = 0; k < row; k++)
                sum -= left[k] * side[k];
            side[row] = sum;
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var right = Row(row);
            var sum = side[row];
            for (var k = row + 1; k < size; k++)
                sum -= right[k] * side[k];
            side[row] = sum / right[row];
        }
    }

    /// <summary>Replaces a right-hand side by the solution of the transposed system.</summary>
    public void SolveTransposed(Span<double> side)
    {
        for (var row = 0; row < size; row++)
        {
            side[row] /= Row(row)[row];
            Lanes.Subtract(side[(row + 1)..], Row(row)[(row + 1)..], side[row]);
        }

        for (var row = size - 1; row >= 0; row--)
            Lanes.Subtract(side[..row], Row(row)[..row], side[row]);
        for (var row = size - 1; row >= 0; row--)
            (side[row], side[pivots[row]]) = (side[pivots[row]], side[row]);
    }

    /// <summary>Replaces several right-hand sides by their solutions at once.</summary>
    /// <param name="sides">By row of the system, the entries of all right-hand sides.</param>
    /// <param name="width">Number of right-hand sides.</param>
    public void SolveMany(Span<double> sides, int width)
    {
        for (var row = 0; row < size; row++)
        {
            var target = sides.Slice(row * width, width);
            if (pivots[row] != row)
                Swap(target, sides.Slice(pivots[row] * width, width));
            for (var k = 0; k < row; k++)
                Lanes.Subtract(target, sides.Slice(k * width, width), Row(row)[k]);
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var target = sides.Slice(row * width, width);
            for (var k = row + 1; k < size; k++)
                Lanes.Subtract(target, sides.Slice(k * width, width), Row(row)[k]);
            Lanes.Scale(target, 1 / Row(row)[row]);
        }
    }

    /// <summary>Smallest pivot as a share of the largest, after <see cref="Factor"/>.</summary>
    public double PivotRatio()
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        for (var row = 0; row < size; row++)
        {
            least = Math.Min(least, Math.Abs(Row(row)[row]));
            most = Math.Max(most, Math.Abs(Row(row)[row]));
        }

        return size == 0 ? 1 : least / most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveInLanes(Span<double> side)
    {
        for (var row = 0; row < size; row++)
        {
            (side[row], side[pivots[row]]) = (side[pivots[row]], side[row]);
            side[row] -= FusedLanes.Dot(Row(row)[..row], side);
        }

        for (var row = size - 1; row >= 0; row--)
            side[row] = (side[row] - FusedLanes.Dot(Row(row)[(row + 1)..], side[(row + 1)..])) / Row(row)[row];
    }

    private bool FactorPlainly()
    {
        for (var column = 0; column < size; column++)
        {
            if (!BringUpPivot(column))
                return false;
            Eliminate(column);
        }

        return true;
    }

    // The left half's columns, what they leave of the right half's, then those.
    private bool FactorHalves(int first, int width)
    {
        if (width <= PanelWidth)
            return FactorPanel(first, width);
        var left = Half(width);
        if (!FactorHalves(first, left))
            return false;
        var (middle, right) = (first + left, width - left);
        SolveLower(first, left, middle, right);
        SubtractProduct(middle, first, middle, new ProductShape(size - middle, left, right));
        return FactorHalves(middle, right);
    }

    private static int Half(int width) => (((width / 2) + PanelWidth - 1) / PanelWidth) * PanelWidth;

    // A few columns, copied together: while a column is eliminated, the next one's pivot is looked for.
    private bool FactorPanel(int first, int width)
    {
        CopyPanel(first, width, toPanel: true);
        var pivot = LargestInPanel(first);
        var regular = true;
        for (var column = first; column < first + width && regular; column++)
        {
            pivots[column] = pivot;
            regular = IsPivot(Panel(pivot)[column - first]);
            if (pivot != column)
            {
                Swap(Panel(column), Panel(pivot));
                Swap(Row(column), Row(pivot));
                DeterminantSign = -DeterminantSign;
            }

            pivot = regular ? EliminatePanel(column, column - first) : column;
        }

        CopyPanel(first, width, toPanel: false);
        return regular;
    }

    private Span<double> Panel(int row) => panel.AsSpan(row * PanelWidth, PanelWidth);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyPanel(int first, int width, bool toPanel)
    {
        for (var row = first; row < size; row++)
        {
            var entriesOfRow = Row(row).Slice(first, width);
            if (!toPanel)
            {
                Panel(row)[..width].CopyTo(entriesOfRow);
                continue;
            }

            entriesOfRow.CopyTo(Panel(row));
            Panel(row)[width..].Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int LargestInPanel(int first)
    {
        var best = first;
        for (var row = first + 1; row < size; row++)
        {
            if (Math.Abs(panel[row * PanelWidth]) > Math.Abs(panel[best * PanelWidth]))
                best = row;
        }

        return best;
    }

    /// <summary>Eliminates a column of the panel.</summary>
    /// <returns>The row with the next column's largest entry.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int EliminatePanel(int column, int place)
    {
        Span<double> pivotRow = stackalloc double[PanelWidth];
        Panel(column)[(place + 1)..].CopyTo(pivotRow[(place + 1)..]);
        var (low, high) = (Vector256.Create<double>(pivotRow), Vector256.Create<double>(pivotRow[4..]));
        var pivot = panel[(column * PanelWidth) + place];
        var next = Math.Min(place + 1, PanelWidth - 1);
        var (best, most) = (column + 1, -1.0);
        for (var row = column + 1; row < size; row++)
        {
            ref var target = ref panel[row * PanelWidth];
            var factor = Unsafe.Add(ref target, place) / pivot;
            var minus = Vector256.Create(-factor);
            Vector256.FusedMultiplyAdd(minus, low, Vector256.LoadUnsafe(ref target)).StoreUnsafe(ref target);
            Vector256.FusedMultiplyAdd(minus, high, Vector256.LoadUnsafe(ref target, 4)).StoreUnsafe(ref target, 4);
            Unsafe.Add(ref target, place) = factor;
            var candidate = Math.Abs(Unsafe.Add(ref target, next));
            if (candidate > most)
                (best, most) = (row, candidate);
        }

        return best;
    }

    // The part of the upper factor right of a square whose lower factor, with ones in its diagonal, is known.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveLower(int first, int count, int column, int width)
    {
        if (count > PanelWidth)
        {
            var upper = Half(count);
            SolveLower(first, upper, column, width);
            SubtractProduct(first + upper, first, column, new ProductShape(count - upper, upper, width));
            SolveLower(first + upper, count - upper, column, width);
            return;
        }

        for (var row = first + 1; row < first + count; row++)
        {
            for (var k = first; k < row; k++)
                FusedLanes.Add(Row(row).Slice(column, width), Row(k).Slice(column, width), -Row(row)[k]);
        }
    }

    // Entries from (row, column) on, less those from (row, depth) on times those from (depth, column) on.
    private void SubtractProduct(int row, int depth, int column, ProductShape shape) =>
        FusedLanes.SubtractProduct(Row(row, column), Row(row, depth), Row(depth, column), shape, size, strip);

    private Span<double> Row(int row, int column) => entries.AsSpan((row * size) + column);

    private bool BringUpPivot(int column)
    {
        var pivot = LargestBelow(column);
        pivots[column] = pivot;
        if (!IsPivot(entries[(pivot * size) + column]))
            return false;
        if (pivot == column)
            return true;
        Swap(Row(column), Row(pivot));
        DeterminantSign = -DeterminantSign;
        return true;
    }

    private bool IsPivot(double value)
    {
        DeterminantSign *= value < 0 ? -1 : 1;
        return Math.Abs(value) > 0 && double.IsFinite(value);
    }

    private int LargestBelow(int column)
    {
        var best = column;
        for (var row = column + 1; row < size; row++)
        {
            if (Math.Abs(entries[(row * size) + column]) > Math.Abs(entries[(best * size) + column]))
                best = row;
        }

        return best;
    }

    // Whole rows are swapped, so that multipliers move with them and Solve may swap as it goes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Swap(Span<double> first, Span<double> second)
    {
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second[..first.Length]);
        var k = 0;
        for (; k <= first.Length - 4; k += 4)
        {
            var held = Vector256.LoadUnsafe(ref a, (nuint)k);
            Vector256.LoadUnsafe(ref b, (nuint)k).StoreUnsafe(ref a, (nuint)k);
            held.StoreUnsafe(ref b, (nuint)k);
        }

        for (; k < first.Length; k++)
            (first[k], second[k]) = (second[k], first[k]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Eliminate(int column)
    {
        var pivotRow = Row(column)[column..];
        for (var row = column + 1; row < size; row++)
        {
            var target = Row(row)[column..];
            var factor = target[0] / pivotRow[0];
            target[0] = factor;
            if (factor != 0)
                Lanes.Subtract(target[1..], pivotRow[1..], factor);
        }
    }
}
