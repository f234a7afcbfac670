namespace Standoff.Games.Solvers;

/// <summary>
/// The derivatives of one state's equations. Those with respect to values are kept as combinations of few rows: by move, the weight that its player's value in
/// each next state has in its payoff. Only the next states that can be reached have a place.
/// </summary>
internal sealed class StateBlock
{
    private readonly double[] oddsByOdds;
    private readonly double[] valuesByOdds;
    private readonly double[] combinations;
    private readonly double[] futures;
    private readonly int[][] movesOf;

    /// <summary>A block.</summary>
    /// <param name="first">Number of its first unknown among all odds.</param>
    /// <param name="owners">By move, its player.</param>
    /// <param name="reached">The next states that some profile leads to.</param>
    public StateBlock(int first, int[] owners, int[] reached)
    {
        (First, Owners, Reached) = (first, owners, reached);
        Players = owners[^1] + 1;
        movesOf = [.. Enumerable.Range(0, Players).Select(p => Enumerable.Range(0, owners.Length).Where(m => owners[m] == p).ToArray())];
        OddsCount = owners.Length - Players;
        oddsByOdds = new double[OddsCount * OddsCount];
        valuesByOdds = new double[Players * OddsCount];
        ByRationality = new double[OddsCount + Players];
        combinations = new double[(OddsCount + Players) * owners.Length];
        futures = new double[owners.Length * reached.Length];
    }

    public int First { get; }

    public int[] Owners { get; }

    public int[] Reached { get; }

    public int Players { get; }

    public int OddsCount { get; }

    public int Moves => Owners.Length;

    /// <summary>A player's moves.</summary>
    public int[] MovesOf(int player) => movesOf[player];

    /// <summary>By row of odds, then of values, with respect to λ.</summary>
    public double[] ByRationality { get; }

    /// <summary>By row of odds, with respect to the state's own odds.</summary>
    public Span<double> OddsByOdds(int row) => oddsByOdds.AsSpan(row * OddsCount, OddsCount);

    /// <summary>By player's value, with respect to the state's own odds.</summary>
    public Span<double> ValuesByOdds(int player) => valuesByOdds.AsSpan(player * OddsCount, OddsCount);

    /// <summary>By move: the factor with which its future enters a row, of which there are first those of the odds, then those of players' values.</summary>
    public Span<double> Combination(int row) => combinations.AsSpan(row * Moves, Moves);

    /// <summary>By next state: ∂(payoff of the move)/∂(its player's value there).</summary>
    public Span<double> Future(int move) => futures.AsSpan(move * Reached.Length, Reached.Length);

    /// <summary>All futures, by move and next state.</summary>
    public ReadOnlySpan<double> Futures => futures;

    /// <summary>Adds what a row has by values to a row over all values, which are in the order of players and states, without the identity's part.</summary>
    public void AddByValues(int row, Span<double> entries, int states)
    {
        for (var move = 0; move < Moves; move++)
        {
            var factor = Combination(row)[move];
            for (var k = 0; k < Reached.Length && factor != 0; k++)
                entries[(Owners[move] * states) + Reached[k]] += factor * Future(move)[k];
        }
    }

    /// <summary>Clears all but the futures.</summary>
    public void Clear()
    {
        Array.Clear(oddsByOdds);
        Array.Clear(valuesByOdds);
        Array.Clear(combinations);
        Array.Clear(ByRationality);
    }
}
