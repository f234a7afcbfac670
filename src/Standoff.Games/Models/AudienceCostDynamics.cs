using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>
/// The dynamic audience-cost game of two states (Crisman-Cox and Gibilisco 2018): peace, crisis or war; each month both choose no hostility,
/// threat or force at once, and the next state is the higher of the two actions. Choices carry private type-1 extreme value shocks of scale 1,
/// and continuation values contain their *inclusive value* ln Σ e^v, unlike <see cref="Solvers.MarkovLogit"/>.
/// </summary>
/// <param name="Payoffs">By player (0, 1), state and the two players' actions (each 0 to 2): payoff of a month.</param>
/// <param name="Discount">Weight of the next month, in [0, 1).</param>
public sealed record AudienceCostDynamics(double[][,,] Payoffs, double Discount)
{
    /// <summary>States, and actions in each of them.</summary>
    public const int Levels = 3;

    /// <summary>Action values of both players: by player, state and action.</summary>
    public const int ValueCount = 2 * Levels * Levels;

    /// <summary>Φ(v): the action values that follow if both choose by v and everything after is worth what v says. An equilibrium is a fixed point.</summary>
    public double[] Reply(ReadOnlySpan<double> values)
    {
        var reply = new double[ValueCount];
        for (var player = 0; player < 2; player++)
        {
            for (var state = 0; state < Levels; state++)
            {
                for (var own = 0; own < Levels; own++)
                {
                    for (var other = 0; other < Levels; other++)
                        reply[At(player, state, own)] += Probability(values, 1 - player, state, other) * Prospect(values, player, state, own, other);
                }
            }
        }

        return reply;
    }

    /// <summary>Largest |v − Φ(v)|: 0 at an equilibrium.</summary>
    public double Residual(ReadOnlySpan<double> values)
    {
        var reply = Reply(values);
        var worst = 0.0;
        for (var i = 0; i < ValueCount; i++)
            worst = Math.Max(worst, Math.Abs(values[i] - reply[i]));
        return worst;
    }

    /// <summary>P(action | state) of a player.</summary>
    public static double Probability(ReadOnlySpan<double> values, int player, int state, int action) =>
        ElementaryFunctions.Exp(values[At(player, state, action)] - Inclusive(values, player, state));

    /// <summary>Long-run shares of peace, crisis and war.</summary>
    public static double[] StationaryDistribution(ReadOnlySpan<double> values)
    {
        // π·T = π with Σπ = 1 in place of the last equation.
        var system = new LinearSystem(Levels);
        for (var state = 0; state < Levels; state++)
        {
            system.Row(state)[state] -= 1;
            for (var own = 0; own < Levels; own++)
            {
                for (var other = 0; other < Levels; other++)
                    system.Row(Math.Max(own, other))[state] += Probability(values, 0, state, own) * Probability(values, 1, state, other);
            }
        }

        system.Row(Levels - 1).Fill(1);
        var shares = new double[Levels];
        shares[^1] = 1;
        system.Factor();
        system.Solve(shares);
        return shares;
    }

    /// <summary>An equilibrium by Newton's method, steps halved until the residual falls; which one depends on the start, as there are several.</summary>
    /// <returns>The last values, their residual and the steps made; the residual says whether they are an equilibrium.</returns>
    public (double[] Values, double Residual, int Iterations) Solve(ReadOnlySpan<double> start, int maximumSteps = 200)
    {
        var values = start.ToArray();
        var residual = Residual(values);
        for (var iteration = 0; iteration < maximumSteps; iteration++)
        {
            if (residual < 1e-12 || !TryStep(ref values, ref residual))
                return (values, residual, iteration);
        }

        return (values, residual, maximumSteps);
    }

    private static int At(int player, int state, int action) => (((player * Levels) + state) * Levels) + action;

    private static double Inclusive(ReadOnlySpan<double> values, int player, int state)
    {
        var own = values.Slice(At(player, state, 0), Levels);
        var largest = Math.Max(own[0], Math.Max(own[1], own[2]));
        var sum = 0.0;
        foreach (var v in own)
            sum += ElementaryFunctions.Exp(v - largest);
        return largest + ElementaryFunctions.Log(sum);
    }

    private double Prospect(ReadOnlySpan<double> values, int player, int state, int own, int other) =>
        Payoffs[player][state, player == 0 ? own : other, player == 0 ? other : own] + (Discount * Inclusive(values, player, Math.Max(own, other)));

    private bool TryStep(ref double[] values, ref double residual)
    {
        var reply = Reply(values);
        var system = Jacobian(values, reply);
        var step = values.Zip(reply, (v, r) => v - r).ToArray();
        if (!system.Factor())
            return false;
        system.Solve(step);
        for (var share = 1.0; share > 1e-6; share /= 2)
        {
            var next = values.Zip(step, (v, s) => v - (share * s)).ToArray();
            var after = Residual(next);
            if (after < residual)
            {
                (values, residual) = (next, after);
                return true;
            }
        }

        return false;
    }

    // Of v − Φ(v). ∂Φ_i(a,s)/∂v_i(a',s') = δ·Σ_{b: max(a,b)=s'} P_j(b|s)·P_i(a'|s'); ∂Φ_i(a,s)/∂v_j(b,s) = P_j(b|s)·(Q_i(a,b,s) − Φ_i(a,s)).
    private LinearSystem Jacobian(double[] values, double[] reply)
    {
        var system = new LinearSystem(ValueCount);
        for (var row = 0; row < ValueCount; row++)
        {
            var (player, state, own) = (row / (Levels * Levels), row / Levels % Levels, row % Levels);
            var entries = system.Row(row);
            entries[row] += 1;
            for (var other = 0; other < Levels; other++)
            {
                var chance = Probability(values, 1 - player, state, other);
                var next = Math.Max(own, other);
                for (var then = 0; then < Levels; then++)
                    entries[At(player, next, then)] -= Discount * chance * Probability(values, player, next, then);
                entries[At(1 - player, state, other)] -= chance * (Prospect(values, player, state, own, other) - reply[row]);
            }
        }

        return system;
    }
}
