using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// Logit Markov quantal response equilibria of a stochastic game (Eibelshäuser and Poensgen 2019): in each state each action has probability
/// ∝ e^{λ·ū}, ū the payoff of the period and the discounted value of what follows, *without* the inclusive value of the choice shocks.
/// Follows the principal branch from uniform play; its limit is a stationary Markov perfect equilibrium.
/// </summary>
/// <remarks>The linear algebra is dense: its time grows with the cube of states × players × actions.</remarks>
public static class MarkovLogit
{
    /// <summary>The branch; probabilities are in the order of states, players and actions, values in the order of states and players.</summary>
    public static LogitBranch Follow(StochasticGame game, LogitOptions? options = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        new LogitContinuation(new Equations(game), options ?? new LogitOptions(), cancellation, progress).Follow();

    private sealed class Equations : LogitSystem
    {
        private readonly StochasticGame game;
        private readonly int players;
        // By move and value: ∂(payoff of the move)/∂V.
        private readonly double[] valueDerivatives;
        private readonly int valueCount;

        public Equations(StochasticGame game)
            : base(Decisions(game), game.StateCount * game.PlayerCount)
        {
            this.game = game;
            players = game.PlayerCount;
            valueCount = game.StateCount * players;
            valueDerivatives = new double[MoveCount * valueCount];
            // Values are sums over periods, so that is what λ multiplies.
            PayoffRange = game.PayoffRange / (1 - Enumerable.Range(0, players).Max(game.Discount));
        }

        public override double PayoffRange { get; }

        public override double[] Start()
        {
            var start = new double[Size];
            SetProbabilities(start);
            for (var player = 0; player < players; player++)
                SolveValues(player, start);
            return start;
        }

        public override void Evaluate(ReadOnlySpan<double> z, double rationality, Span<double> residual, Func<int, Span<double>> row)
        {
            SetProbabilities(z);
            Array.Clear(Payoffs);
            Array.Clear(Derivatives);
            Array.Clear(valueDerivatives);
            var values = z[OddsCount..];
            for (var state = 0; state < game.StateCount; state++)
            {
                for (var profile = 0; profile < game.ProfileCount(state); profile++)
                    AddProfile(state, profile, values);
            }

            WriteLogitRows(z, rationality, residual, row);
            AddValueColumns(rationality, row);
            WriteValueRows(values, residual, row);
        }

        private static IEnumerable<int> Decisions(StochasticGame game) =>
            Enumerable.Range(0, game.StateCount).SelectMany(state => Enumerable.Range(0, game.PlayerCount).Select(player => game.ActionCount(state, player)));

        private int Move(int state, int profile, int player) => FirstMove((state * players) + player) + game.ActionAt(state, profile, player);

        private double ChanceOfOthers(int state, int profile, int player)
        {
            var chance = 1.0;
            for (var other = 0; other < players; other++)
                chance *= other == player ? 1 : Probabilities[Move(state, profile, other)];
            return chance;
        }

        private void AddProfile(int state, int profile, ReadOnlySpan<double> values)
        {
            var next = game.Transition(state, profile);
            for (var player = 0; player < players; player++)
            {
                var chance = ChanceOfOthers(state, profile, player);
                var own = Move(state, profile, player);
                var future = 0.0;
                for (var s = 0; s < next.Length; s++)
                {
                    future += next[s] * values[(s * players) + player];
                    valueDerivatives[(own * valueCount) + (s * players) + player] += chance * game.Discount(player) * next[s];
                }

                var weighted = chance * (game.Payoff(state, profile, player) + (game.Discount(player) * future));
                Payoffs[own] += weighted;
                for (var other = 0; other < players; other++)
                {
                    if (other != player)
                        Derivatives[(own * MoveCount) + Move(state, profile, other)] += weighted;
                }
            }
        }

        private void AddValueColumns(double rationality, Func<int, Span<double>> row)
        {
            for (var decision = 0; decision < DecisionCount; decision++)
            {
                var first = FirstMove(decision);
                var reference = valueDerivatives.AsSpan((first + Reference(decision)) * valueCount, valueCount);
                for (var i = 0; i < MovesOf(decision); i++)
                {
                    if (i == Reference(decision))
                        continue;
                    var entries = row(Odds(decision, i))[OddsCount..];
                    var own = valueDerivatives.AsSpan((first + i) * valueCount, valueCount);
                    for (var v = 0; v < valueCount; v++)
                        entries[v] -= rationality * (own[v] - reference[v]);
                }
            }
        }

        // V − Σ_a σ_a·ū_a = 0 for each state and player, which is its decision's number too.
        private void WriteValueRows(ReadOnlySpan<double> values, Span<double> residual, Func<int, Span<double>> row)
        {
            for (var decision = 0; decision < DecisionCount; decision++)
            {
                var first = FirstMove(decision);
                var count = MovesOf(decision);
                var entries = row(OddsCount + decision);
                entries.Clear();
                var mean = 0.0;
                for (var i = 0; i < count; i++)
                {
                    var probability = Probabilities[first + i];
                    mean += probability * Payoffs[first + i];
                    AddOddsDerivatives(first + i, -probability, entries);
                    var own = valueDerivatives.AsSpan((first + i) * valueCount, valueCount);
                    for (var v = 0; v < valueCount; v++)
                        entries[OddsCount + v] -= probability * own[v];
                }

                for (var i = 0; i < count; i++)
                {
                    if (i != Reference(decision))
                        entries[Odds(decision, i)] -= Probabilities[first + i] * (Payoffs[first + i] - mean);
                }

                entries[OddsCount + decision] += 1;
                residual[OddsCount + decision] = values[decision] - mean;
            }
        }

        // (I − δ·P)·V = r under the current probabilities.
        private void SolveValues(int player, double[] start)
        {
            var system = new LinearSystem(game.StateCount);
            var side = new double[game.StateCount];
            for (var state = 0; state < game.StateCount; state++)
            {
                var entries = system.Row(state);
                entries[state] = 1;
                for (var profile = 0; profile < game.ProfileCount(state); profile++)
                {
                    var chance = ChanceOfOthers(state, profile, player) * Probabilities[Move(state, profile, player)];
                    side[state] += chance * game.Payoff(state, profile, player);
                    for (var s = 0; s < game.StateCount; s++)
                        entries[s] -= chance * game.Discount(player) * game.Transition(state, profile)[s];
                }
            }

            system.Factor();
            system.Solve(side);
            for (var state = 0; state < game.StateCount; state++)
                start[OddsCount + (state * players) + player] = side[state];
        }
    }
}
