using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>A profile of mixed strategies of a two-player game with its certificate.</summary>
/// <param name="Strategies">By player and strategy, exact probabilities.</param>
/// <param name="Payoffs">Exact expected payoffs by player.</param>
/// <param name="Regret">The most that a player can gain alone, exact; 0, or it is no equilibrium.</param>
public sealed record NashEquilibrium(ImmutableArray<ImmutableArray<Rational>> Strategies, ImmutableArray<Rational> Payoffs, Rational Regret)
{
    /// <summary>The profile with payoffs and regret computed from the game's own table.</summary>
    internal static NashEquilibrium Certify(NormalFormGame game, ImmutableArray<Rational> row, ImmutableArray<Rational> column)
    {
        var replies = new[] { new Rational[row.Length], new Rational[column.Length] };
        for (var profile = 0; profile < game.ProfileCount; profile++)
        {
            var (i, j) = (game.StrategyAt(profile, 0), game.StrategyAt(profile, 1));
            replies[0][i] += column[j] * game.Payoff(profile, 0);
            replies[1][j] += row[i] * game.Payoff(profile, 1);
        }

        var payoffs = new[] { Mean(row, replies[0]), Mean(column, replies[1]) };
        var regrets = replies.Zip(payoffs, (reply, payoff) => reply.Max() - payoff);
        return new NashEquilibrium([row, column], [.. payoffs], regrets.Max());
    }

    internal static void RequireTwoPlayers(NormalFormGame game)
    {
        if (game.Players.Length != 2)
            throw new ArgumentException($"This solver is for two players; the game has {game.Players.Length}.", nameof(game));
    }

    /// <summary>Whether both give the same strategies.</summary>
    internal bool IsSameAs(NashEquilibrium other) => Strategies.Zip(other.Strategies).All(pair => pair.First.SequenceEqual(pair.Second));

    private static Rational Mean(IReadOnlyList<Rational> strategy, IReadOnlyList<Rational> reply)
    {
        var sum = Rational.Zero;
        for (var i = 0; i < strategy.Count; i++)
            sum += strategy[i] * reply[i];
        return sum;
    }
}
