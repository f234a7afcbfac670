using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// The equations of logit Markov equilibrium. By state s, with its odds y_s and all values V: A_s·y_s + B_s·V + c_s·λ for the odds and
/// C_s·y_s + E_s·V for the values, so that y_s can be eliminated state by state.
/// </summary>
internal sealed class MarkovEquations : LogitSystem
{
    private const int MostValues = 3000;
    private readonly StochasticGame game;
    private readonly int players;
    private readonly int states;
    // By player and state.
    private readonly double[] values;
    // By move and next state: ∂(payoff of the move)/∂(its player's value there).
    private readonly double[] valueDerivatives;
    // By state, move and move of that state: derivatives with respect to logarithms of probabilities, taken as free.
    private readonly double[][] derivatives;
    private readonly StateBlock[] blocks;
    private readonly BlockBorderedSystem linear;

    public MarkovEquations(StochasticGame game)
        : base(Decisions(game), game.StateCount * game.PlayerCount)
    {
        this.game = game;
        (players, states) = (game.PlayerCount, game.StateCount);
        GameTooLargeException.ThrowIfMore("values of states", states * players, MostValues);
        values = new double[states * players];
        valueDerivatives = new double[MoveCount * states];
        derivatives = [.. Enumerable.Range(0, states).Select(s => new double[MovesIn(s) * MovesIn(s)])];
        blocks = [.. Enumerable.Range(0, states).Select(s => new StateBlock(FirstOdds(s), MovesIn(s) - players, players, states * players))];
        linear = new BlockBorderedSystem(blocks, OddsCount, states * players);
        // Values are sums over periods, so that is what λ multiplies.
        PayoffRange = game.PayoffRange / (1 - Enumerable.Range(0, players).Max(game.Discount));
    }

    public override double PayoffRange { get; }

    public override int DeterminantSign => linear.DeterminantSign;

    public override bool Factor(ReadOnlySpan<double> border) => linear.Factor(border);

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
        SetProbabilities(z);
        Array.Clear(Payoffs);
        Array.Clear(valueDerivatives);
        for (var value = 0; value < values.Length; value++)
            values[(value % players * states) + (value / players)] = z[OddsCount + value];
        for (var state = 0; state < states; state++)
        {
            Array.Clear(derivatives[state]);
            for (var profile = 0; profile < game.ProfileCount(state); profile++)
                AddProfile(state, profile);
            blocks[state].Clear();
            for (var player = 0; player < players; player++)
            {
                WriteOddsRows(state, player, z, rationality, residual);
                WriteValueRow(state, player, z, residual);
            }
        }
    }

    private static IEnumerable<int> Decisions(StochasticGame game) =>
        Enumerable.Range(0, game.StateCount).SelectMany(state => Enumerable.Range(0, game.PlayerCount).Select(player => game.ActionCount(state, player)));

    private int MovesIn(int state) => FirstMove((state + 1) * players) - FirstMove(state * players);

    private int FirstOdds(int state) => FirstMove(state * players) - (state * players);

    private int Move(int state, int profile, int player) => FirstMove((state * players) + player) + game.ActionAt(state, profile, player);

    private double ChanceOfOthers(int state, int profile, int player)
    {
        var chance = 1.0;
        for (var other = 0; other < players; other++)
            chance *= other == player ? 1 : Probabilities[Move(state, profile, other)];
        return chance;
    }

    private void AddProfile(int state, int profile)
    {
        var next = game.Transition(state, profile);
        var (first, count) = (FirstMove(state * players), MovesIn(state));
        for (var player = 0; player < players; player++)
        {
            var chance = ChanceOfOthers(state, profile, player);
            var own = Move(state, profile, player);
            var discount = game.Discount(player);
            var future = Lanes.Dot(next, values.AsSpan(player * states, states));
            Lanes.Subtract(valueDerivatives.AsSpan(own * states, states), next, -chance * discount);
            var weighted = chance * (game.Payoff(state, profile, player) + (discount * future));
            Payoffs[own] += weighted;
            for (var other = 0; other < players; other++)
            {
                if (other != player)
                    derivatives[state][((own - first) * count) + Move(state, profile, other) - first] += weighted;
            }
        }
    }

    // y_a − λ·(u_a − u_reference) = 0.
    private void WriteOddsRows(int state, int player, ReadOnlySpan<double> z, double rationality, Span<double> residual)
    {
        var decision = (state * players) + player;
        var (first, block) = (FirstMove(decision), blocks[state]);
        var reference = first + Reference(decision);
        for (var i = 0; i < MovesOf(decision); i++)
        {
            if (first + i == reference)
                continue;
            var unknown = Odds(decision, i);
            var row = unknown - block.First;
            var advantage = Payoffs[first + i] - Payoffs[reference];
            residual[unknown] = z[unknown] - (rationality * advantage);
            AddOddsDerivatives(state, first + i, -rationality, block.OddsByOdds(row));
            AddOddsDerivatives(state, reference, rationality, block.OddsByOdds(row));
            block.OddsByOdds(row)[row] += 1;
            AddValueDerivatives(first + i, player, -rationality, block.OddsByValues(row));
            AddValueDerivatives(reference, player, rationality, block.OddsByValues(row));
            block.OddsByValues(row)[^1] = -advantage;
        }
    }

    // V − Σ_a σ_a·ū_a = 0.
    private void WriteValueRow(int state, int player, ReadOnlySpan<double> z, Span<double> residual)
    {
        var decision = (state * players) + player;
        var (first, block) = (FirstMove(decision), blocks[state]);
        var mean = 0.0;
        for (var i = 0; i < MovesOf(decision); i++)
        {
            mean += Probabilities[first + i] * Payoffs[first + i];
            AddOddsDerivatives(state, first + i, -Probabilities[first + i], block.ValuesByOdds(player));
            AddValueDerivatives(first + i, player, -Probabilities[first + i], block.ValuesByValues(player));
        }

        for (var i = 0; i < MovesOf(decision); i++)
        {
            if (i != Reference(decision))
                block.ValuesByOdds(player)[Odds(decision, i) - block.First] -= Probabilities[first + i] * (Payoffs[first + i] - mean);
        }

        block.ValuesByValues(player)[decision] += 1;
        residual[OddsCount + decision] = z[OddsCount + decision] - mean;
    }

    // ∂x_b/∂y_c = [b = c] − p_c within a decision, so ∂u/∂y_c = ∂u/∂x_c − p_c·Σ_b ∂u/∂x_b.
    private void AddOddsDerivatives(int state, int move, double factor, Span<double> entries)
    {
        var (first, count) = (FirstMove(state * players), MovesIn(state));
        var ofMove = derivatives[state].AsSpan((move - first) * count, count);
        for (var decision = state * players; decision < (state + 1) * players; decision++)
        {
            var ofDecision = ofMove.Slice(FirstMove(decision) - first, MovesOf(decision));
            var sum = 0.0;
            foreach (var derivative in ofDecision)
                sum += derivative;
            for (var i = 0; i < ofDecision.Length; i++)
            {
                if (i != Reference(decision))
                    entries[Odds(decision, i) - blocks[state].First] += factor * (ofDecision[i] - (Probabilities[FirstMove(decision) + i] * sum));
            }
        }
    }

    // Values are in the order of states and players, and a move depends on its own player's alone.
    private void AddValueDerivatives(int move, int player, double factor, Span<double> entries)
    {
        var ofMove = valueDerivatives.AsSpan(move * states, states);
        for (var state = 0; state < ofMove.Length; state++)
            entries[(state * players) + player] += factor * ofMove[state];
    }

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
