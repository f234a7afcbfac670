using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Forms;

/// <summary>A player of a normal-form game.</summary>
/// <param name="Name">Name.</param>
/// <param name="Strategies">Names of the pure strategies, at least one.</param>
public sealed record NormalFormPlayer(string Name, ImmutableArray<string> Strategies);

/// <summary>A finite game in strategic form with exact payoffs: every player chooses once, all at the same time.</summary>
public sealed class NormalFormGame
{
    private readonly ImmutableArray<Rational> exact;
    private readonly double[] rounded;
    private readonly int[] strides;

    /// <summary>A game from its table of payoffs.</summary>
    /// <param name="title">Title.</param>
    /// <param name="players">Players and their strategies.</param>
    /// <param name="payoffs">By profile (the first player's strategy runs fastest), then by player.</param>
    /// <exception cref="ArgumentException">A player has no strategy, or the table has another size than the strategies demand.</exception>
    public NormalFormGame(string title, ImmutableArray<NormalFormPlayer> players, ImmutableArray<Rational> payoffs)
    {
        Title = title;
        Players = players;
        strides = new int[players.Length];
        long profiles = 1;
        for (var player = 0; player < players.Length; player++)
        {
            if (players[player].Strategies.Length == 0)
                throw new ArgumentException($"Player {players[player].Name} has no strategy.", nameof(players));
            strides[player] = (int)profiles;
            profiles *= players[player].Strategies.Length;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(profiles * players.Length, int.MaxValue / 2, nameof(players));
        }

        if (players.Length == 0 || payoffs.Length != profiles * players.Length)
            throw new ArgumentException($"{players.Length} players with {profiles} profiles need {profiles * players.Length} payoffs, not {payoffs.Length}.", nameof(payoffs));
        ProfileCount = (int)profiles;
        exact = payoffs;
        rounded = [.. payoffs.Select(p => p.ToDouble())];
    }

    /// <summary>Title.</summary>
    public string Title { get; }

    /// <summary>Players and their strategies.</summary>
    public ImmutableArray<NormalFormPlayer> Players { get; }

    /// <summary>Number of pure-strategy profiles.</summary>
    public int ProfileCount { get; }

    /// <summary>A two-player game from the row player's and the column player's payoffs.</summary>
    /// <exception cref="ArgumentException">The matrices differ in size.</exception>
    public static NormalFormGame Bimatrix(Rational[,] row, Rational[,] column, string title = "")
    {
        if (row.GetLength(0) != column.GetLength(0) || row.GetLength(1) != column.GetLength(1))
            throw new ArgumentException("The two matrices must have the same size.", nameof(column));
        var payoffs = ImmutableArray.CreateBuilder<Rational>();
        for (var j = 0; j < row.GetLength(1); j++)
        {
            for (var i = 0; i < row.GetLength(0); i++)
                payoffs.AddRange(row[i, j], column[i, j]);
        }

        return new NormalFormGame(title, [Numbered("Row", row.GetLength(0)), Numbered("Column", row.GetLength(1))], payoffs.ToImmutable());
    }

    /// <summary>Number of a player's strategies.</summary>
    public int StrategyCount(int player) => Players[player].Strategies.Length;

    /// <summary>The strategy that a player plays in a profile.</summary>
    public int StrategyAt(int profile, int player) => profile / strides[player] % StrategyCount(player);

    /// <summary>The profile with one player's strategy changed.</summary>
    public int Deviate(int profile, int player, int strategy) => profile + ((strategy - StrategyAt(profile, player)) * strides[player]);

    /// <summary>Exact payoff to a player in a profile.</summary>
    public Rational Payoff(int profile, int player) => exact[(profile * Players.Length) + player];

    /// <summary>The same as the nearest double.</summary>
    public double PayoffRounded(int profile, int player) => rounded[(profile * Players.Length) + player];

    /// <summary>Largest less smallest payoff in the table: the unit in which regrets are judged.</summary>
    public double PayoffRange => rounded.Max() - rounded.Min();

    /// <summary>A player's expected payoff of each pure strategy against the others' mixed strategies.</summary>
    /// <param name="profile">Mixed strategies by player and strategy.</param>
    /// <param name="player">The player.</param>
    public double[] ExpectedPayoffs(IReadOnlyList<double[]> profile, int player)
    {
        var expected = new double[StrategyCount(player)];
        for (var cell = 0; cell < ProfileCount; cell++)
        {
            var chance = 1.0;
            for (var other = 0; other < Players.Length; other++)
                chance *= other == player ? 1 : profile[other][StrategyAt(cell, other)];
            expected[StrategyAt(cell, player)] += chance * PayoffRounded(cell, player);
        }

        return expected;
    }

    /// <summary>The most that any player can gain by changing strategy alone; 0 at a Nash equilibrium.</summary>
    public double Regret(IReadOnlyList<double[]> profile)
    {
        var regret = 0.0;
        for (var player = 0; player < Players.Length; player++)
        {
            var expected = ExpectedPayoffs(profile, player);
            regret = Math.Max(regret, expected.Max() - expected.Zip(profile[player], (u, p) => u * p).Sum());
        }

        return regret;
    }

    private static NormalFormPlayer Numbered(string name, int count) =>
        new(name, [.. Enumerable.Range(1, count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
}
