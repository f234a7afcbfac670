using System.Numerics;
using System.Runtime.CompilerServices;

namespace Standoff.Games.Numerics;

/// <summary>
/// A dictionary of a linear system in exact integers: D·x_i = b_i + Σ_j a_ij·x_j for basic variables i and non-basic variables j, all at least 0.
/// Pivots are free of fractions (Edmonds 1967; Bareiss 1968): every division leaves no remainder, and D is the last pivot.
/// </summary>
/// <remarks>
/// Ties are broken as if each right-hand side had been raised by ε_i, ε_1 ≫ ε_2 ≫ … &gt; 0 (the lexicographic rule), so that no basis comes twice.
/// Variables are numbered as the caller likes.
/// </remarks>
internal sealed class IntegerDictionary<T, TArithmetic>
    where T : IBinaryInteger<T>
    where TArithmetic : struct, IExactArithmetic<T>
{
    private readonly T[][] entries;
    private readonly int[] basic;
    private readonly int[] nonbasic;
    // By variable: its place among the right-hand sides that are raised; −1 for one that starts non-basic.
    private readonly int[] perturbation;
    private readonly int[] order;
    private readonly int[] rowOf;
    private readonly int[] columnOf;
    private readonly int right;
    private readonly long bits;
    private Divisor<T> divisor;

    /// <summary>A dictionary with denominator 1.</summary>
    /// <param name="basic">Numbers of the variables that the rows define.</param>
    /// <param name="nonbasic">Numbers of the variables that the columns stand for.</param>
    /// <param name="rows">By row: coefficients of the non-basic variables, then the right-hand side, which is not negative.</param>
    public IntegerDictionary(int[] basic, int[] nonbasic, BigInteger[][] rows)
    {
        (this.basic, this.nonbasic, order) = ((int[])basic.Clone(), (int[])nonbasic.Clone(), (int[])basic.Clone());
        entries = Array.ConvertAll(rows, row => Array.ConvertAll(row, TArithmetic.Create));
        right = nonbasic.Length;
        bits = LargestBits(rows);
        divisor = TArithmetic.Divide(T.One, bits);
        var variables = basic.Concat(nonbasic).Max() + 1;
        perturbation = Positions(basic, variables);
        rowOf = Positions(basic, variables);
        columnOf = Positions(nonbasic, variables);
    }

    /// <summary>D, at least 1.</summary>
    public T Denominator => divisor.Value;

    public int Rows => basic.Length;

    public int Columns => right;

    public int Basic(int row) => basic[row];

    public int Nonbasic(int column) => nonbasic[column];

    /// <summary>Whether a variable is in the basis.</summary>
    public bool IsBasic(int variable) => rowOf[variable] >= 0;

    /// <summary>The column of a non-basic variable.</summary>
    public int ColumnOf(int variable) => columnOf[variable];

    /// <summary>D times the coefficient of a non-basic variable.</summary>
    public T this[int row, int column] => entries[row][column];

    /// <summary>D times the value of a row's variable.</summary>
    public T Right(int row) => entries[row][right];

    public Rational Value(int variable) => rowOf[variable] < 0
        ? Rational.Zero
        : new Rational(TArithmetic.ToBigInteger(entries[rowOf[variable]][right]), TArithmetic.ToBigInteger(Denominator));

    /// <summary>The row whose variable first comes to 0 as the column's variable grows; −1 where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int LeavingRow(int column)
    {
        var best = -1;
        for (var row = 0; row < entries.Length; row++)
        {
            if (T.IsNegative(entries[row][column]) && (best < 0 || ComesBefore(row, best, column)))
                best = row;
        }

        return best;
    }

    /// <summary>Exchanges a row's variable for a column's; the entry there is negative. The same exchange again leads back.</summary>
    public void Pivot(int row, int column)
    {
        var pivotRow = entries[row];
        var pivot = -pivotRow[column];
        for (var i = 0; i < entries.Length; i++)
        {
            if (i != row)
                Update(entries[i], pivotRow, column, pivot);
        }

        pivotRow[column] = -Denominator;
        divisor = TArithmetic.Divide(pivot, bits);
        Exchange(row, column);
    }

    private static int[] Positions(int[] variables, int count)
    {
        var positions = new int[count];
        Array.Fill(positions, -1);
        for (var i = 0; i < variables.Length; i++)
            positions[variables[i]] = i;
        return positions;
    }

    // All entries are minors of the first rows with unit columns added: at most the product of the rows' lengths (Hadamard 1893).
    private static long LargestBits(BigInteger[][] rows)
    {
        var squares = BigInteger.One;
        foreach (var row in rows)
            squares *= BigInteger.Max(1, row.Aggregate(BigInteger.Zero, (sum, entry) => sum + (entry * entry)));
        return (squares.GetBitLength() / 2) + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Update(T[] target, T[] pivotRow, int column, T pivot)
    {
        var factor = target[column];
        for (var j = 0; j < target.Length; j++)
        {
            if (j != column)
                target[j] = TArithmetic.Combine(pivot, target[j], factor, pivotRow[j], divisor);
        }

        target[column] = -factor;
    }

    private void Exchange(int row, int column)
    {
        (basic[row], nonbasic[column]) = (nonbasic[column], basic[row]);
        (rowOf[basic[row]], columnOf[basic[row]]) = (row, -1);
        (rowOf[nonbasic[column]], columnOf[nonbasic[column]]) = (-1, column);
    }

    // Ratios of the right-hand side, then of the coefficients of ε_1, ε_2, …, which never tie throughout.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ComesBefore(int a, int b, int column)
    {
        var (scaleA, scaleB) = (-entries[a][column], -entries[b][column]);
        var byRight = TArithmetic.CompareProducts(entries[a][right], scaleB, entries[b][right], scaleA);
        if (byRight != 0)
            return byRight < 0;
        foreach (var variable in order)
        {
            var comparison = TArithmetic.CompareProducts(Raised(a, variable), scaleB, Raised(b, variable), scaleA);
            if (comparison != 0)
                return comparison < 0;
        }

        return false;
    }

    // x_k = s_k + ε_k, and the s obey the system: D·x_i = b_i + D·ε_i − Σ_j a_ij·ε_j at x_j = 0.
    private T Raised(int row, int variable)
    {
        if (basic[row] == variable)
            return Denominator;
        return columnOf[variable] >= 0 && perturbation[variable] >= 0 ? -entries[row][columnOf[variable]] : T.Zero;
    }
}
