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
        var equations = Equations();
        equations.Evaluate(values);
        return equations.Reply.ToArray();
    }

    /// <summary>Largest |v − Φ(v)|: 0 at an equilibrium.</summary>
    public double Residual(ReadOnlySpan<double> values) => Equations().Evaluate(values);

    /// <summary>P(action | state) of a player.</summary>
    public static double Probability(ReadOnlySpan<double> values, int player, int state, int action)
    {
        var own = values.Slice(AudienceCostEquations.At(player, state, 0), Levels);
        var sum = 0.0;
        foreach (var v in own)
            sum += ElementaryFunctions.Exp(v - own[action]);
        return 1 / sum;
    }

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
        var (residual, steps) = Equations().Descend(values, maximumSteps, 1e-12);
        return (values, residual, steps);
    }

    /// <summary>The game's equations.</summary>
    internal AudienceCostEquations Equations()
    {
        var equations = new AudienceCostEquations(Discount);
        equations.Set(Payoffs);
        return equations;
    }
}
