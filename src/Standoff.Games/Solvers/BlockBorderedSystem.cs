using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>The derivatives of one state's equations.</summary>
/// <param name="first">Number of its first unknown among all odds.</param>
/// <param name="odds">Number of its odds.</param>
/// <param name="players">Number of its values.</param>
/// <param name="values">Number of all states' values.</param>
internal sealed class StateBlock(int first, int odds, int players, int values)
{
    private readonly double[] oddsByOdds = new double[odds * odds];
    private readonly double[] oddsByValues = new double[odds * (values + 1)];
    private readonly double[] valuesByOdds = new double[players * odds];
    private readonly double[] valuesByValues = new double[players * values];

    public int First => first;

    public int OddsCount => odds;

    public int Players => players;

    /// <summary>By row of odds, with respect to the state's own odds.</summary>
    public Span<double> OddsByOdds(int row) => oddsByOdds.AsSpan(row * odds, odds);

    /// <summary>By row of odds, with respect to all values, then λ.</summary>
    public Span<double> OddsByValues(int row) => oddsByValues.AsSpan(row * (values + 1), values + 1);

    /// <summary>By player's value, with respect to the state's own odds.</summary>
    public Span<double> ValuesByOdds(int player) => valuesByOdds.AsSpan(player * odds, odds);

    /// <summary>By player's value, with respect to all values.</summary>
    public Span<double> ValuesByValues(int player) => valuesByValues.AsSpan(player * values, values);

    public void Clear()
    {
        Array.Clear(oddsByOdds);
        Array.Clear(oddsByValues);
        Array.Clear(valuesByOdds);
        Array.Clear(valuesByValues);
    }
}

/// <summary>
/// A linear system of blocks that share some unknowns only, with a border: each block is eliminated by itself, and the shared unknowns are solved for
/// (the Schur complement). Where a block alone is nearly singular though the whole is not, the whole is factored densely.
/// </summary>
internal sealed class BlockBorderedSystem
{
    // Elimination of a block loses as many digits as its pivots span.
    private const double SmallestPivotRatio = 1e-7;
    private readonly StateBlock[] blocks;
    private readonly int odds;
    private readonly int values;
    private readonly LinearSystem[] eliminated;
    // By block: A⁻¹·(B, c).
    private readonly double[][] reduced;
    private readonly LinearSystem shared;
    private readonly double[] sharedSide;
    private readonly double[] border;
    private LinearSystem? dense;
    private bool isDense;

    public BlockBorderedSystem(StateBlock[] blocks, int odds, int values)
    {
        (this.blocks, this.odds, this.values) = (blocks, odds, values);
        eliminated = Array.ConvertAll(blocks, b => new LinearSystem(b.OddsCount));
        reduced = Array.ConvertAll(blocks, b => new double[b.OddsCount * (values + 1)]);
        shared = new LinearSystem(values + 1);
        sharedSide = new double[values + 1];
        border = new double[odds + values + 1];
    }

    /// <summary>Sign of the determinant after <see cref="Factor"/>.</summary>
    public int DeterminantSign { get; private set; }

    /// <summary>Factors what the blocks hold, with a last row.</summary>
    public bool Factor(ReadOnlySpan<double> lastRow)
    {
        lastRow.CopyTo(border);
        DeterminantSign = 1;
        isDense = false;
        border.AsSpan(odds).CopyTo(shared.Row(values));
        for (var block = 0; block < blocks.Length; block++)
        {
            if (!Eliminate(block))
                return FactorDensely();
            AddToShared(block);
        }

        var regular = shared.Factor();
        DeterminantSign *= shared.DeterminantSign;
        return regular;
    }

    /// <summary>Replaces a right-hand side by its solution.</summary>
    public void Solve(Span<double> side)
    {
        if (isDense)
        {
            dense!.Solve(side);
            return;
        }

        side[odds..].CopyTo(sharedSide);
        for (var block = 0; block < blocks.Length; block++)
            Carry(block, side);
        shared.Solve(sharedSide);
        sharedSide.CopyTo(side[odds..]);
        for (var block = 0; block < blocks.Length; block++)
        {
            for (var row = 0; row < blocks[block].OddsCount; row++)
                side[blocks[block].First + row] -= Lanes.Dot(Reduced(block, row), sharedSide);
        }
    }

    private Span<double> Reduced(int block, int row) => reduced[block].AsSpan(row * (values + 1), values + 1);

    private bool Eliminate(int block)
    {
        var (from, system) = (blocks[block], eliminated[block]);
        for (var row = 0; row < from.OddsCount; row++)
        {
            from.OddsByOdds(row).CopyTo(system.Row(row));
            from.OddsByValues(row).CopyTo(Reduced(block, row));
        }

        if (!system.Factor() || system.PivotRatio() < SmallestPivotRatio)
            return false;
        DeterminantSign *= system.DeterminantSign;
        system.SolveMany(reduced[block], values + 1);
        return true;
    }

    private void AddToShared(int block)
    {
        var from = blocks[block];
        for (var player = 0; player < from.Players; player++)
        {
            var row = shared.Row((block * from.Players) + player);
            from.ValuesByValues(player).CopyTo(row);
            row[values] = 0;
            for (var k = 0; k < from.OddsCount; k++)
                Lanes.Subtract(row, Reduced(block, k), from.ValuesByOdds(player)[k]);
        }

        for (var k = 0; k < from.OddsCount; k++)
            Lanes.Subtract(shared.Row(values), Reduced(block, k), border[from.First + k]);
    }

    private void Carry(int block, Span<double> side)
    {
        var from = blocks[block];
        var own = side.Slice(from.First, from.OddsCount);
        eliminated[block].Solve(own);
        for (var player = 0; player < from.Players; player++)
            sharedSide[(block * from.Players) + player] -= Lanes.Dot(from.ValuesByOdds(player), own);
        sharedSide[values] -= Lanes.Dot(border.AsSpan(from.First, from.OddsCount), own);
    }

    private bool FactorDensely()
    {
        dense ??= new LinearSystem(odds + values + 1);
        isDense = true;
        for (var block = 0; block < blocks.Length; block++)
        {
            var from = blocks[block];
            for (var k = 0; k < from.OddsCount; k++)
                WriteDense(from.First + k, from.First, from.OddsByOdds(k), from.OddsByValues(k));
            for (var player = 0; player < from.Players; player++)
                WriteDense(odds + (block * from.Players) + player, from.First, from.ValuesByOdds(player), from.ValuesByValues(player));
        }

        border.CopyTo(dense.Row(odds + values));
        var regular = dense.Factor();
        DeterminantSign = dense.DeterminantSign;
        return regular;
    }

    private void WriteDense(int row, int first, ReadOnlySpan<double> byOdds, ReadOnlySpan<double> byValues)
    {
        var entries = dense!.Row(row);
        entries.Clear();
        byOdds.CopyTo(entries[first..]);
        byValues.CopyTo(entries[odds..]);
    }
}
