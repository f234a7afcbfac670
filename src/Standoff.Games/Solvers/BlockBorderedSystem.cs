using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// A linear system of blocks that share some unknowns only, with a border: each block is eliminated by itself, and the shared unknowns are solved for
/// (the Schur complement). Where a block alone is nearly singular though the whole is not, the whole is factored densely.
/// </summary>
/// <remarks>
/// Right-hand sides have the blocks' odds, then values in the order of states and players, then one more entry for λ. Inside, values are in the order of
/// players and states: a move depends on its own player's alone, so what it adds to the shared system is one run of it.
/// </remarks>
internal sealed class BlockBorderedSystem
{
    // Elimination of a block loses as many digits as its pivots span.
    private const double SmallestPivotRatio = 1e-7;
    private readonly StateBlock[] blocks;
    private readonly int odds;
    private readonly int players;
    private readonly int values;
    private readonly LinearSystem[] eliminated;
    private readonly LinearSystem shared;
    private readonly double[] sharedSide;
    private readonly double[] border;
    private readonly double[] carried;
    private readonly double[] weights;
    private readonly double[] run;
    private LinearSystem? dense;
    private bool isDense;

    public BlockBorderedSystem(StateBlock[] blocks, int odds, int players)
    {
        (this.blocks, this.odds, this.players) = (blocks, odds, players);
        values = blocks.Length * players;
        eliminated = Array.ConvertAll(blocks, b => new LinearSystem(b.OddsCount));
        shared = new LinearSystem(values + 1);
        sharedSide = new double[values + 1];
        border = new double[odds + values + 1];
        carried = new double[blocks.Max(b => b.OddsCount)];
        weights = new double[blocks.Max(b => b.Moves)];
        run = new double[blocks.Length];
    }

    /// <summary>Sign of the determinant after <see cref="Factor"/>.</summary>
    public int DeterminantSign { get; private set; }

    /// <summary>Factors what the blocks hold, with a last row.</summary>
    /// <param name="lastRow">The border, in the order of right-hand sides.</param>
    /// <param name="write">Fills a block before it is used.</param>
    /// <returns>Whether the matrix is regular.</returns>
    public bool Factor(ReadOnlySpan<double> lastRow, Action<int> write)
    {
        lastRow.CopyTo(border);
        DeterminantSign = 1;
        isDense = false;
        for (var row = 0; row < values; row++)
            shared.Row(row).Clear();
        Permute(border.AsSpan(odds), shared.Row(values));
        for (var block = 0; block < blocks.Length; block++)
        {
            write(block);
            isDense = isDense || !Eliminate(block);
            if (!isDense)
                AddToShared(block);
        }

        if (isDense)
            return FactorDensely();
        var regular = shared.Factor();
        DeterminantSign *= shared.DeterminantSign;
        return regular;
    }

    /// <summary>Replaces a right-hand side by its solution.</summary>
    public void Solve(Span<double> side)
    {
        if (isDense)
        {
            SolveDensely(side);
            return;
        }

        Permute(side[odds..], sharedSide);
        for (var block = 0; block < blocks.Length; block++)
            Carry(block, side);
        shared.Solve(sharedSide);
        for (var block = 0; block < blocks.Length; block++)
            Return(block, side);
        PermuteBack(sharedSide, side[odds..]);
    }

    private int Place(int block, int player) => (player * blocks.Length) + block;

    private void Permute(ReadOnlySpan<double> byState, Span<double> byPlayer)
    {
        for (var k = 0; k < values; k++)
            byPlayer[Place(k / players, k % players)] = byState[k];
        byPlayer[values] = byState[values];
    }

    private void PermuteBack(ReadOnlySpan<double> byPlayer, Span<double> byState)
    {
        for (var k = 0; k < values; k++)
            byState[k] = byPlayer[Place(k / players, k % players)];
        byState[values] = byPlayer[values];
    }

    private bool Eliminate(int block)
    {
        var (from, system) = (blocks[block], eliminated[block]);
        for (var row = 0; row < from.OddsCount; row++)
            from.OddsByOdds(row).CopyTo(system.Row(row));
        if (!system.Factor() || system.PivotRatio() < SmallestPivotRatio)
            return false;
        DeterminantSign *= system.DeterminantSign;
        return true;
    }

    // With K what a row has by the block's odds, times the inverse of those rows: the row by values less K times theirs.
    private void AddToShared(int block)
    {
        var from = blocks[block];
        for (var player = 0; player < players; player++)
        {
            var row = shared.Row(Place(block, player));
            row[Place(block, player)] = 1;
            row[values] = from.ByRationality[from.OddsCount + player];
            AddRow(block, row, from.ValuesByOdds(player), from.Combination(from.OddsCount + player));
        }

        weights.AsSpan().Clear();
        AddRow(block, shared.Row(values), border.AsSpan(from.First, from.OddsCount), weights.AsSpan(0, from.Moves));
    }

    private void AddRow(int block, Span<double> row, ReadOnlySpan<double> byOdds, ReadOnlySpan<double> combination)
    {
        var from = blocks[block];
        combination.CopyTo(weights);
        Span<double> byMove = weights.AsSpan(0, from.Moves);
        Span<double> factors = carried.AsSpan(0, from.OddsCount);
        byOdds.CopyTo(factors);
        eliminated[block].SolveTransposed(factors);
        for (var k = 0; k < factors.Length; k++)
        {
            Lanes.Subtract(byMove, from.Combination(k), factors[k]);
            row[values] -= factors[k] * from.ByRationality[k];
        }

        AddFutures(from, byMove, row);
    }

    private void AddFutures(StateBlock from, ReadOnlySpan<double> byMove, Span<double> row)
    {
        for (var player = 0; player < players; player++)
        {
            var target = row.Slice(player * blocks.Length, blocks.Length);
            if (from.Reached.Length == blocks.Length)
            {
                FusedLanes.AddRows(target, from.Futures, from.MovesOf(player), byMove);
                continue;
            }

            var sum = run.AsSpan(0, from.Reached.Length);
            sum.Clear();
            FusedLanes.AddRows(sum, from.Futures, from.MovesOf(player), byMove);
            for (var k = 0; k < sum.Length; k++)
                target[from.Reached[k]] += sum[k];
        }
    }

    private void Carry(int block, Span<double> side)
    {
        var from = blocks[block];
        var own = side.Slice(from.First, from.OddsCount);
        eliminated[block].Solve(own);
        for (var player = 0; player < players; player++)
            sharedSide[Place(block, player)] -= Lanes.Dot(from.ValuesByOdds(player), own);
        sharedSide[values] -= Lanes.Dot(border.AsSpan(from.First, from.OddsCount), own);
    }

    private void Return(int block, Span<double> side)
    {
        var from = blocks[block];
        for (var move = 0; move < from.Moves; move++)
            weights[move] = FusedLanes.Dot(from.Future(move), Reached(from, from.Owners[move]));
        Span<double> change = carried.AsSpan(0, from.OddsCount);
        for (var row = 0; row < change.Length; row++)
            change[row] = Lanes.Dot(from.Combination(row), weights) + (from.ByRationality[row] * sharedSide[values]);
        eliminated[block].Solve(change);
        Lanes.Subtract(side.Slice(from.First, from.OddsCount), change, 1);
    }

    private ReadOnlySpan<double> Reached(StateBlock from, int player)
    {
        var ofPlayer = sharedSide.AsSpan(player * blocks.Length, blocks.Length);
        if (from.Reached.Length == blocks.Length)
            return ofPlayer;
        for (var k = 0; k < from.Reached.Length; k++)
            run[k] = ofPlayer[from.Reached[k]];
        return run.AsSpan(0, from.Reached.Length);
    }

    private bool FactorDensely()
    {
        dense ??= new LinearSystem(odds + values + 1);
        for (var block = 0; block < blocks.Length; block++)
        {
            var from = blocks[block];
            for (var k = 0; k < from.OddsCount; k++)
                WriteDense(from.First + k, from, from.OddsByOdds(k), k)[^1] = from.ByRationality[k];
            for (var player = 0; player < players; player++)
            {
                var row = WriteDense(odds + Place(block, player), from, from.ValuesByOdds(player), from.OddsCount + player);
                row[odds + Place(block, player)] += 1;
                row[^1] = from.ByRationality[from.OddsCount + player];
            }
        }

        var last = dense.Row(odds + values);
        border.AsSpan(0, odds).CopyTo(last);
        Permute(border.AsSpan(odds), last[odds..]);
        var regular = dense.Factor();
        DeterminantSign = dense.DeterminantSign;
        return regular;
    }

    private Span<double> WriteDense(int row, StateBlock from, ReadOnlySpan<double> byOdds, int combination)
    {
        var entries = dense!.Row(row);
        entries.Clear();
        byOdds.CopyTo(entries[from.First..]);
        from.AddByValues(combination, entries[odds..], blocks.Length);
        return entries;
    }

    private void SolveDensely(Span<double> side)
    {
        Permute(side[odds..], sharedSide);
        sharedSide.CopyTo(side[odds..]);
        dense!.Solve(side);
        side[odds..].CopyTo(sharedSide);
        PermuteBack(sharedSide, side[odds..]);
    }
}
