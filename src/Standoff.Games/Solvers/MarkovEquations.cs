using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// The equations of logit Markov equilibrium. By state s, with its odds y_s and all values V: A_s·y_s + B_s·V + c_s·λ for the odds and
/// C_s·y_s + E_s·V for the values, so that y_s can be eliminated state by state.
/// </summary>
internal class MarkovEquations : LogitSystem
{
    private const int MostValues = 3000;
    private readonly StochasticGame game;
    private readonly int players;
    private readonly int states;
    // By player and state.
    private readonly double[] values;
    private readonly StateFutures[] futures;
    // By state, profile and player: what the period pays, and what follows is worth.
    private readonly double[][] worths;
    // By state, profile and player, the move; and the payoff of the period.
    private readonly int[][] moves;
    private readonly double[][] payoffs;
    // By move and move of one state: derivatives with respect to logarithms of probabilities, taken as free.
    private readonly double[] derivatives;
    // By move and odds of one state: the same with respect to odds.
    private readonly double[] byOdds;
    private readonly StateBlock[] blocks;
    private readonly BlockBorderedSystem linear;

    public MarkovEquations(StochasticGame game)
        : base(Decisions(game), game.StateCount * game.PlayerCount)
    {
        this.game = game;
        (players, states) = (game.PlayerCount, game.StateCount);
        GameTooLargeException.ThrowIfMore("values of states", states * players, MostValues);
        values = new double[states * players];
        futures = [.. Enumerable.Range(0, states).Select(s => new StateFutures(game, s))];
        worths = [.. Enumerable.Range(0, states).Select(s => new double[game.ProfileCount(s) * players])];
        moves = [.. Enumerable.Range(0, states).Select(s => Table(s, (profile, player) => FirstMove((s * players) + player) + game.ActionAt(s, profile, player)))];
        payoffs = [.. Enumerable.Range(0, states).Select(s => Table(s, (profile, player) => game.Payoff(s, profile, player)))];
        var most = Enumerable.Range(0, states).Max(MovesIn);
        derivatives = new double[most * most];
        byOdds = new double[most * most];
        blocks = [.. Enumerable.Range(0, states).Select(s => new StateBlock(FirstOdds(s), Owners(s), futures[s].Reached))];
        linear = new BlockBorderedSystem(blocks, OddsCount, players);
        // Values are sums over periods, so that is what λ multiplies.
        PayoffRange = game.PayoffRange / (1 - Enumerable.Range(0, players).Max(game.Discount));
    }

    public sealed override double PayoffRange { get; }

    public sealed override bool IsCheapToEvaluate => true;

    public override int DeterminantSign => linear.DeterminantSign;

    public override bool Factor(ReadOnlySpan<double> border) => linear.Factor(border, WriteBlock);

    public override void Solve(Span<double> side) => linear.Solve(side);

    public override double[] Start()
    {
        var start = new double[Size];
        SetProbabilities(start);
        for (var player = 0; player < players; player++)
            SolveValues(player, start);
        return start;
    }

    public override void Evaluate(ReadOnlySpan<double> z, double rationality, Span<double> residual)
    {
        Rationality = rationality;
        SetProbabilities(z);
        Array.Clear(Payoffs);
        for (var value = 0; value < values.Length; value++)
            values[(value % players * states) + (value / players)] = z[OddsCount + value];
        for (var state = 0; state < states; state++)
        {
            futures[state].Expect(values, worths[state]);
            for (var profile = 0; profile < game.ProfileCount(state); profile++)
            {
                for (var player = 0; player < players; player++)
                    AddPayoff(state, profile, player);
            }

            for (var player = 0; player < players; player++)
                WriteResiduals((state * players) + player, z, residual);
        }
    }

    private static IEnumerable<int> Decisions(StochasticGame game) =>
        Enumerable.Range(0, game.StateCount).SelectMany(state => Enumerable.Range(0, game.PlayerCount).Select(player => game.ActionCount(state, player)));

    private int[] Owners(int state) => [.. Enumerable.Range(0, players).SelectMany(player => Enumerable.Repeat(player, game.ActionCount(state, player)))];

    private int MovesIn(int state) => FirstMove((state + 1) * players) - FirstMove(state * players);

    private int FirstOdds(int state) => FirstMove(state * players) - (state * players);

    private T[] Table<T>(int state, Func<int, int, T> entry) => [.. Enumerable.Range(0, game.ProfileCount(state) * players).Select(k => entry(k / players, k % players))];

    private int Move(int state, int profile, int player) => moves[state][(profile * players) + player];

    private double ChanceOfOthers(int state, int profile, int player)
    {
        var chance = 1.0;
        var played = moves[state].AsSpan(profile * players, players);
        for (var other = 0; other < played.Length; other++)
            chance *= other == player ? 1 : Probabilities[played[other]];
        return chance;
    }

    private void AddPayoff(int state, int profile, int player)
    {
        ref var worth = ref worths[state][(profile * players) + player];
        worth = payoffs[state][(profile * players) + player] + (game.Discount(player) * worth);
        Payoffs[Move(state, profile, player)] += ChanceOfOthers(state, profile, player) * worth;
        TakeWorth(state, profile, player, worth);
    }

    /// <summary>The evaluated λ.</summary>
    protected double Rationality { get; private set; }

    /// <summary>Told what a profile is worth to a player, who's paid and goes on.</summary>
    protected virtual void TakeWorth(int state, int profile, int player, double worth)
    {
    }

    /// <summary>The weight of a profile's transitions in what a player's move depends on, given the chance that the others play their part of it.</summary>
    protected virtual double WeightOfTransition(int state, int profile, int player, double chance) => chance;

    // y_a − λ·(u_a − u_reference) = 0 and V − Σ_a σ_a·ū_a = 0.
    protected virtual void WriteResiduals(int decision, ReadOnlySpan<double> z, Span<double> residual)
    {
        var (first, mean) = (FirstMove(decision), 0.0);
        for (var i = 0; i < MovesOf(decision); i++)
        {
            mean += Probabilities[first + i] * Payoffs[first + i];
            if (i != Reference(decision))
                residual[Odds(decision, i)] = z[Odds(decision, i)] - (Rationality * Advantage(decision, i));
        }

        residual[OddsCount + decision] = z[OddsCount + decision] - mean;
    }

    protected double Advantage(int decision, int move) => Payoffs[FirstMove(decision) + move] - Payoffs[FirstMove(decision) + Reference(decision)];

    private void WriteBlock(int state)
    {
        blocks[state].Clear();
        Array.Clear(derivatives);
        for (var player = 0; player < players; player++)
        {
            var weights = futures[state].Weights(player);
            for (var profile = 0; profile < game.ProfileCount(state); profile++)
            {
                var chance = ChanceOfOthers(state, profile, player);
                AddDerivatives(state, profile, player, chance * worths[state][(profile * players) + player]);
                weights[profile] = game.Discount(player) * WeightOfTransition(state, profile, player, chance);
            }

            futures[state].Mix(player, blocks[state]);
        }

        for (var move = 0; move < MovesIn(state); move++)
            WriteByOdds(state, move);
        for (var player = 0; player < players; player++)
        {
            WriteOddsRows(state, player);
            WriteValueRow((state * players) + player, blocks[state]);
        }
    }

    private void AddDerivatives(int state, int profile, int player, double weighted)
    {
        var (first, count) = (FirstMove(state * players), MovesIn(state));
        var row = (Move(state, profile, player) - first) * count;
        for (var other = 0; other < players; other++)
        {
            if (other != player)
                derivatives[row + Move(state, profile, other) - first] += weighted;
        }
    }

    // ∂x_b/∂y_c = [b = c] − p_c within a decision, so ∂u/∂y_c = ∂u/∂x_c − p_c·Σ_b ∂u/∂x_b.
    private void WriteByOdds(int state, int move)
    {
        var (first, count) = (FirstMove(state * players), MovesIn(state));
        var entries = byOdds.AsSpan(move * blocks[state].OddsCount, blocks[state].OddsCount);
        for (var decision = state * players; decision < (state + 1) * players; decision++)
        {
            var ofDecision = derivatives.AsSpan((move * count) + FirstMove(decision) - first, MovesOf(decision));
            var sum = 0.0;
            foreach (var derivative in ofDecision)
                sum += derivative;
            for (var i = 0; i < ofDecision.Length; i++)
            {
                if (i != Reference(decision))
                    entries[Odds(decision, i) - blocks[state].First] = ofDecision[i] - (Probabilities[FirstMove(decision) + i] * sum);
            }
        }
    }

    private void WriteOddsRows(int state, int player)
    {
        var decision = (state * players) + player;
        for (var i = 0; i < MovesOf(decision); i++)
        {
            if (i != Reference(decision))
                WriteOddsRow(decision, i, blocks[state]);
        }
    }

    protected virtual void WriteOddsRow(int decision, int move, StateBlock block)
    {
        var (first, row) = (FirstIn(decision), Odds(decision, move) - block.First);
        var reference = first + Reference(decision);
        AddByOdds(block, first + move, -Rationality, block.OddsByOdds(row));
        AddByOdds(block, reference, Rationality, block.OddsByOdds(row));
        block.OddsByOdds(row)[row] += 1;
        block.Combination(row)[first + move] = -Rationality;
        block.Combination(row)[reference] = Rationality;
        block.ByRationality[row] = -Advantage(decision, move);
    }

    protected virtual void WriteValueRow(int decision, StateBlock block)
    {
        var (first, player, mean) = (FirstIn(decision), decision % players, 0.0);
        for (var i = 0; i < MovesOf(decision); i++)
        {
            var probability = Probabilities[FirstMove(decision) + i];
            mean += probability * Payoffs[FirstMove(decision) + i];
            AddByOdds(block, first + i, -probability, block.ValuesByOdds(player));
            block.Combination(block.OddsCount + player)[first + i] = -probability;
        }

        for (var i = 0; i < MovesOf(decision); i++)
        {
            if (i != Reference(decision))
                block.ValuesByOdds(player)[Odds(decision, i) - block.First] -= Probabilities[FirstMove(decision) + i] * (Payoffs[FirstMove(decision) + i] - mean);
        }
    }

    /// <summary>Adds a move's payoff's derivatives by the odds of its state.</summary>
    protected void AddByOdds(StateBlock block, int move, double factor, Span<double> entries) =>
        Lanes.Subtract(entries, byOdds.AsSpan(move * block.OddsCount, block.OddsCount), -factor);

    /// <summary>A decision's first move among those of its state.</summary>
    protected int FirstIn(int decision) => FirstMove(decision) - FirstMove(decision / players * players);

    // (I − δ·P)·V = r under the current probabilities.
    private void SolveValues(int player, double[] start)
    {
        var system = new LinearSystem(states);
        var side = new double[states];
        for (var state = 0; state < states; state++)
        {
            var entries = system.Row(state);
            entries[state] = 1;
            for (var profile = 0; profile < game.ProfileCount(state); profile++)
            {
                var chance = ChanceOfOthers(state, profile, player) * Probabilities[Move(state, profile, player)];
                side[state] += chance * game.Payoff(state, profile, player);
                Lanes.Subtract(entries, game.Transition(state, profile), chance * game.Discount(player));
            }
        }

        system.Factor();
        system.Solve(side);
        for (var state = 0; state < states; state++)
            start[OddsCount + (state * players) + player] = side[state];
    }
}
