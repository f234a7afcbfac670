using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// Logit quantal response equilibria of a normal-form game (McKelvey and Palfrey 1995): every player chooses each strategy with probability
/// ∝ e^{λ·u}. Follows the principal branch from uniform play; its limit is a Nash equilibrium.
/// </summary>
public static class NormalFormLogit
{
    /// <summary>The branch; probabilities are in the order of players and their strategies.</summary>
    public static LogitBranch Follow(NormalFormGame game, LogitOptions? options = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        new LogitContinuation(new Equations(game), options ?? new LogitOptions(), cancellation, progress).Follow();

    /// <summary>The principal branch, the branches that cross it, and those that random starts at a moderate λ lead to; each limit carries its regret.</summary>
    public static LogitBranches FindBranches(NormalFormGame game, LogitSearch? search = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        new BranchSearch(() => new Equations(game), search ?? new LogitSearch(), progress, cancellation).Find();

    private sealed class Equations(NormalFormGame game) : DenseLogitSystem(game.Players.Select(p => p.Strategies.Length))
    {
        private readonly double[] others = new double[game.Players.Length];

        public override double PayoffRange { get; } = game.PayoffRange;

        public override void Evaluate(ReadOnlySpan<double> z, double rationality, Span<double> residual)
        {
            SetProbabilities(z);
            Array.Clear(Payoffs);
            Array.Clear(Derivatives);
            for (var profile = 0; profile < game.ProfileCount; profile++)
                AddProfile(profile);
            WriteLogitRows(z, rationality, residual);
        }

        private void AddProfile(int profile)
        {
            for (var player = 0; player < others.Length; player++)
            {
                var chance = 1.0;
                for (var other = 0; other < others.Length; other++)
                    chance *= other == player ? 1 : Probabilities[Move(profile, other)];
                var weighted = chance * game.PayoffRounded(profile, player);
                var own = Move(profile, player);
                Payoffs[own] += weighted;
                for (var other = 0; other < others.Length; other++)
                {
                    if (other != player)
                        Derivatives[(own * MoveCount) + Move(profile, other)] += weighted;
                }
            }
        }

        private int Move(int profile, int player) => FirstMove(player) + game.StrategyAt(profile, player);
    }
}
