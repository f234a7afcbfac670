using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// The equations of the logarithmic tracing procedure with τ = t/(1 − t) in λ's place, so that t = 0 is τ = 0 and t → 1 is τ → ∞. With u against the others' play and u° against the
/// prior, both with what follows at the current values: η·(1/σ_ref − 1/σ_a) = τ·(u_a − u_ref) + (u°_a − u°_ref), and (1 + τ)·V = Σ σ·(τ·u + u°) + η·Σ ln σ.
/// </summary>
internal sealed class TracingEquations : MarkovEquations
{
    private const int MostIterations = 200_000;
    private const double Settled = 1e-14;
    private readonly int players;
    private readonly double[] prior;
    private readonly double barrier;
    // By move, what it yields against the prior.
    private readonly double[] againstPrior;
    private readonly double[] zero;
    // By state, profile and player: the prior's chance that the others play their part of it.
    private readonly double[][] chances;
    private readonly int[][] moves;

    public TracingEquations(StochasticGame game, double[] prior, double barrier)
        : base(game)
    {
        (players, this.prior, this.barrier) = (game.PlayerCount, prior, barrier);
        againstPrior = new double[MoveCount];
        zero = new double[Size];
        moves = [.. Enumerable.Range(0, game.StateCount).Select(s => Enumerable.Range(0, game.ProfileCount(s) * players).Select(k => FirstMove((s * players) + (k % players)) + game.ActionAt(s, k / players, k % players)).ToArray())];
        chances = [.. moves.Select(ofState => Enumerable.Range(0, ofState.Length).Select(k => ChanceUnderPrior(ofState, k)).ToArray())];
    }

    // Each alone against the prior: σ_a = η/(μ − u°_a), where μ makes them sum to 1; values by iteration, which contracts.
    public override double[] Start()
    {
        var (start, change) = (new double[Size], double.PositiveInfinity);
        for (var iteration = 0; iteration < MostIterations && change > Settled * (1 + PayoffRange); iteration++)
        {
            Evaluate(start, 0, zero);
            change = 0;
            for (var decision = 0; decision < DecisionCount; decision++)
                change = Math.Max(change, Improve(decision, start));
        }

        return start;
    }

    public override void Evaluate(ReadOnlySpan<double> z, double rationality, Span<double> residual)
    {
        Array.Clear(againstPrior);
        base.Evaluate(z, rationality, residual);
    }

    protected override void TakeWorth(int state, int profile, int player, double worth)
    {
        var k = (profile * players) + player;
        againstPrior[moves[state][k]] += chances[state][k] * worth;
    }

    protected override double WeightOfTransition(int state, int profile, int player, double chance) =>
        (Rationality * chance) + chances[state][(profile * players) + player];

    protected override void WriteResiduals(int decision, ReadOnlySpan<double> z, Span<double> residual)
    {
        var first = FirstMove(decision);
        var reference = first + Reference(decision);
        for (var i = 0; i < MovesOf(decision); i++)
        {
            if (first + i != reference)
                residual[Odds(decision, i)] = (barrier * Spread(first + i, reference)) - (Mixed(first + i) - Mixed(reference));
        }

        residual[OddsCount + decision] = z[OddsCount + decision] - (Total(decision) / (1 + Rationality));
    }

    protected override void WriteOddsRow(int decision, int move, StateBlock block)
    {
        base.WriteOddsRow(decision, move, block);
        var (first, row) = (FirstMove(decision), Odds(decision, move) - block.First);
        var (own, reference) = (first + move, first + Reference(decision));
        var entries = block.OddsByOdds(row);
        entries[row] += (barrier / Probabilities[own]) - 1;
        for (var i = 0; i < MovesOf(decision); i++)
        {
            if (i != Reference(decision))
                entries[Odds(decision, i) - block.First] += barrier * Probabilities[first + i] * Spread(own, reference);
        }

        // τ is within the weights of transitions already.
        block.Combination(row)[FirstIn(decision) + move] = -1;
        block.Combination(row)[FirstIn(decision) + Reference(decision)] = 1;
    }

    protected override void WriteValueRow(int decision, StateBlock block)
    {
        var (first, player, scale) = (FirstMove(decision), decision % players, 1 / (1 + Rationality));
        var (row, mean, paid) = (block.OddsCount + player, 0.0, 0.0);
        for (var i = 0; i < MovesOf(decision); i++)
        {
            mean += Probabilities[first + i] * Mixed(first + i);
            paid += Probabilities[first + i] * Payoffs[first + i];
            AddByOdds(block, FirstIn(decision) + i, -Rationality * scale * Probabilities[first + i], block.ValuesByOdds(player));
            block.Combination(row)[FirstIn(decision) + i] = -scale * Probabilities[first + i];
        }

        for (var i = 0; i < MovesOf(decision); i++)
        {
            if (i != Reference(decision))
                block.ValuesByOdds(player)[Odds(decision, i) - block.First] -= scale * ((Probabilities[first + i] * (Mixed(first + i) - mean)) + (barrier * (1 - (MovesOf(decision) * Probabilities[first + i]))));
        }

        block.ByRationality[row] = (-scale * paid) + (scale * scale * Total(decision));
    }

    private double ChanceUnderPrior(int[] ofState, int k)
    {
        var chance = 1.0;
        for (var other = 0; other < players; other++)
            chance *= other == k % players ? 1 : prior[ofState[k - (k % players) + other]];
        return chance;
    }

    private double Mixed(int move) => (Rationality * Payoffs[move]) + againstPrior[move];

    // 1/σ_ref − 1/σ_a.
    private double Spread(int move, int reference) => (1 / Probabilities[reference]) - (1 / Probabilities[move]);

    private double Total(int decision)
    {
        var sum = 0.0;
        for (var move = FirstMove(decision); move < FirstMove(decision) + MovesOf(decision); move++)
            sum += (Probabilities[move] * Mixed(move)) + (barrier * LogProbabilities[move]);
        return sum;
    }

    private double Improve(int decision, double[] start)
    {
        var payoffs = againstPrior.AsSpan(FirstMove(decision), MovesOf(decision));
        var best = 0.0;
        for (var i = 0; i < payoffs.Length; i++)
            best = i == 0 ? payoffs[0] : Math.Max(best, payoffs[i]);
        var above = Margin(payoffs, best);
        var value = 0.0;
        foreach (var payoff in payoffs)
        {
            var probability = barrier / (above + best - payoff);
            value += (probability * payoff) + (barrier * ElementaryFunctions.Log(probability));
        }

        var reference = Reference(decision);
        for (var i = 0; i < payoffs.Length; i++)
        {
            if (i != reference)
                start[Odds(decision, i)] = ElementaryFunctions.Log((above + best - payoffs[reference]) / (above + best - payoffs[i]));
        }

        var change = Math.Abs(value - start[OddsCount + decision]);
        start[OddsCount + decision] = value;
        return change;
    }

    // μ less the best payoff, between η and η times the number of moves.
    private double Margin(ReadOnlySpan<double> payoffs, double best)
    {
        var (low, high) = (barrier, barrier * payoffs.Length);
        for (var halving = 0; halving < 60 && high - low > 1e-16 * high; halving++)
        {
            var (middle, sum) = ((low + high) / 2, 0.0);
            foreach (var payoff in payoffs)
                sum += barrier / (middle + best - payoff);
            (low, high) = sum > 1 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
