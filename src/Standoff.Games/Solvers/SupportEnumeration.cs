using System.Collections.Immutable;
using System.Numerics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>What support enumeration found.</summary>
/// <param name="Equilibria">The equilibria, by size of the support.</param>
/// <param name="IsComplete">
/// Whether these are all, as far as it can be seen: no system of indifference was singular, no equilibrium leaves a tie, and no pure
/// strategy has two best replies. Any of them would make the game degenerate.
/// Where it is <see langword="false"/> there may be further equilibria, in degenerate games infinitely many.
/// </param>
/// <param name="SupportsTried">Pairs of supports tried.</param>
public sealed record SupportEnumerationResult(ImmutableArray<NashEquilibrium> Equilibria, bool IsComplete, int SupportsTried);

/// <summary>
/// All equilibria of a non-degenerate two-player game: for each pair of supports of equal size, solve for the mixtures that make the
/// other player indifferent, in exact arithmetic. The work doubles with every strategy; meant for up to about eight of them a player.
/// </summary>
public static class SupportEnumeration
{
    private const int MostStrategies = 20;

    /// <summary>Tries every pair of supports.</summary>
    /// <exception cref="ArgumentException">The game has not two players, or a player has more than 20 strategies.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SupportEnumerationResult Solve(NormalFormGame game, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        NashEquilibrium.RequireTwoPlayers(game);
        if (game.Players.Any(p => p.Strategies.Length > MostStrategies))
            throw new ArgumentException($"Support enumeration is for at most {MostStrategies} strategies a player.", nameof(game));
        var search = new Search(game);
        for (var size = 1; size <= Math.Min(game.StrategyCount(0), game.StrategyCount(1)); size++)
        {
            foreach (var rows in Supports(game.StrategyCount(0), size))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var columns in Supports(game.StrategyCount(1), size))
                    search.Try(rows, columns);
                progress?.Report(new SolverProgress(search.Tried, (double)size / game.StrategyCount(0), 0, 0));
            }
        }

        return search.Result();
    }

    private static IEnumerable<int[]> Supports(int strategies, int size)
    {
        for (uint bits = 1; bits < 1u << strategies; bits++)
        {
            if (BitOperations.PopCount(bits) == size)
                yield return [.. Enumerable.Range(0, strategies).Where(i => (bits >> i & 1) != 0)];
        }
    }

    private sealed class Search(NormalFormGame game)
    {
        private readonly ImmutableArray<NashEquilibrium>.Builder found = ImmutableArray.CreateBuilder<NashEquilibrium>();
        private bool complete = true;

        public int Tried { get; private set; }

        public SupportEnumerationResult Result() => new(found.ToImmutable(), complete && !HasTiedReply(0) && !HasTiedReply(1), Tried);

        public void Try(int[] rows, int[] columns)
        {
            Tried++;
            if (IsDominated(rows, columns, 0) || IsDominated(columns, rows, 1))
                return;
            var column = Indifference(rows, columns, 0);
            var row = column is null ? null : Indifference(columns, rows, 1);
            if (row is null || column is null)
                return;
            var equilibrium = NashEquilibrium.Certify(game, [.. row], [.. column]);
            if (equilibrium.Regret.Sign != 0)
                return;
            complete &= !HasTie(row, column, rows.Length);
            found.Add(equilibrium);
        }

        // A strategy that another one beats against each strategy of the other's support can't be in the support.
        private bool IsDominated(int[] own, int[] others, int player) => own.Any(strategy =>
            Enumerable.Range(0, game.StrategyCount(player)).Any(better => others.All(other => Payoff(player, better, other) > Payoff(player, strategy, other))));

        /// <summary>The other player's mixture that makes this player's support indifferent; null where none is a probability distribution with the whole support.</summary>
        private Rational[]? Indifference(int[] own, int[] others, int player)
        {
            // Unknowns: the probabilities of the other's support, then the common payoff.
            var size = own.Length;
            var rows = new Rational[size + 1][];
            for (var i = 0; i < size; i++)
                rows[i] = [.. others.Select(other => Payoff(player, own[i], other)), -1, 0];
            rows[size] = [.. Enumerable.Repeat(Rational.One, size), 0, 1];
            if (!RationalSystem.Solve(rows))
            {
                complete = false;
                return null;
            }

            if (rows.Take(size).Any(row => row[^1].Sign <= 0))
                return null;
            var mixture = new Rational[game.StrategyCount(1 - player)];
            for (var i = 0; i < size; i++)
                mixture[others[i]] = rows[i][^1];
            return mixture;
        }

        private Rational Payoff(int player, int own, int other)
        {
            var (row, column) = player == 0 ? (own, other) : (other, own);
            return game.Payoff(row + (column * game.StrategyCount(0)), player);
        }

        // Two best replies to one pure strategy: an equilibrium may mix them against it, with supports of unequal size.
        private bool HasTiedReply(int player) => Enumerable.Range(0, game.StrategyCount(1 - player)).Any(other =>
        {
            var payoffs = Enumerable.Range(0, game.StrategyCount(player)).Select(own => Payoff(player, own, other)).ToList();
            return payoffs.Count(p => p == payoffs.Max()) > 1;
        });

        // In a non-degenerate game nobody has more best replies than the other has strategies in use.
        private bool HasTie(Rational[] row, Rational[] column, int size) => BestReplies(0, column) > size || BestReplies(1, row) > size;

        private int BestReplies(int player, Rational[] mixture)
        {
            var payoffs = Enumerable.Range(0, game.StrategyCount(player))
                .Select(own => mixture.Select((p, other) => p * Payoff(player, own, other)).Aggregate(Rational.Zero, (a, b) => a + b)).ToList();
            return payoffs.Count(payoff => payoff == payoffs.Max());
        }
    }
}
