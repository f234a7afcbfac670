using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>How to look for the equilibria of an audience-cost game.</summary>
public sealed record AudienceCostSearch
{
    /// <summary>Random starts of Newton's method.</summary>
    public int Starts { get; init; } = 400;

    /// <summary>Starts that are added as long as the indices do not sum to 1, in all at most so many times <see cref="Starts"/>.</summary>
    public int MostRounds { get; init; } = 8;

    /// <summary>Seed of the starts.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>An equilibrium of an audience-cost game with what certifies it.</summary>
/// <param name="Values">Action values, by player, state and action.</param>
/// <param name="Residual">Largest |v − Φ(v)|.</param>
/// <param name="Regret">The most that a player can gain in any state by another plan for ever, shocks included.</param>
/// <param name="Index">Sign of det(I − ∂Φ/∂v): the indices of all equilibria sum to 1.</param>
/// <param name="Growth">Spectral radius of ∂Φ/∂v: below 1 replies to values nearby lead back to it.</param>
/// <param name="Basin">Starts that led to it.</param>
public sealed record AudienceCostEquilibrium(ImmutableArray<double> Values, double Residual, double Regret, int Index, double Growth, int Basin)
{
    /// <summary>Whether replies to values nearby lead back to it.</summary>
    public bool IsStable => Growth < 1;
}

/// <summary>The equilibria found of an audience-cost game.</summary>
/// <param name="Equilibria">Those of least to greatest value of peace to the first player.</param>
/// <param name="Starts">Starts made.</param>
/// <param name="Solved">Starts that led to an equilibrium; the basins sum to it.</param>
public sealed record AudienceCostEquilibria(ImmutableArray<AudienceCostEquilibrium> Equilibria, int Starts, int Solved)
{
    private const double Same = 1e-6;
    private const double Tolerance = 1e-10;
    private const int MostSteps = 100;

    /// <summary>Whether the indices sum to 1, as those of all equilibria do; where they do not, some are missing.</summary>
    public bool IndicesSumToOne => Equilibria.Sum(e => e.Index) == 1;

    /// <summary>Looks for all equilibria by Newton's method from random plans of both players.</summary>
    public static AudienceCostEquilibria Find(AudienceCostDynamics game, AudienceCostSearch? search = null, CancellationToken cancellation = default)
    {
        var options = search ?? new AudienceCostSearch();
        var equations = game.Equations();
        var random = new SplitMix(options.Seed);
        var found = new List<(double[] Values, int Basin)>();
        var (made, solved) = (0, 0);
        for (var round = 0; round < options.MostRounds && !cancellation.IsCancellationRequested; round++)
        {
            for (var start = 0; start < options.Starts; start++, made++)
                solved += TryStart(equations, ref random, found) ? 1 : 0;
            if (found.Sum(f => IndexAt(equations, f.Values)) == 1)
                break;
        }

        return new AudienceCostEquilibria([.. found.Select(f => Certify(equations, f.Values, f.Basin)).OrderBy(e => e.Values[0])], made, solved);
    }

    /// <summary>What certifies an equilibrium that was found elsewhere.</summary>
    public static AudienceCostEquilibrium Certify(AudienceCostDynamics game, ReadOnlySpan<double> values) => Certify(game.Equations(), values.ToArray(), 0);

    /// <summary>The most that a player gains in any state by another plan for ever, where both choose by values that need not be an equilibrium.</summary>
    public static double RegretOf(AudienceCostDynamics game, ReadOnlySpan<double> values)
    {
        var equations = game.Equations();
        equations.Evaluate(values);
        return RegretAt(equations);
    }

    /// <summary>Values of random plans: in each state an action that a player tends to, more or less; what follows is worth what the plans make it.</summary>
    internal static double[] RandomStart(AudienceCostEquations equations, ref SplitMix random)
    {
        var tastes = new double[AudienceCostDynamics.ValueCount];
        for (var first = 0; first < tastes.Length; first += 3)
        {
            var (favoured, strength) = ((int)(3 * random.Next()), 8 * random.Next());
            for (var action = 0; action < 3; action++)
                tastes[first + action] = (action == favoured ? strength : 0) + random.Next();
        }

        var values = (double[])tastes.Clone();
        for (var month = 0; month < 30; month++)
        {
            equations.Evaluate(values);
            for (var first = 0; first < values.Length; first += 3)
            {
                var level = (equations.Reply[first] + equations.Reply[first + 1] + equations.Reply[first + 2] - tastes[first] - tastes[first + 1] - tastes[first + 2]) / 3;
                for (var action = first; action < first + 3; action++)
                    values[action] = level + tastes[action];
            }
        }

        return values;
    }

    /// <summary>One start; what it leads to is added if it is new.</summary>
    internal static double[]? FromRandomStart(AudienceCostEquations equations, ref SplitMix random)
    {
        var values = RandomStart(equations, ref random);
        return equations.Descend(values, MostSteps, Tolerance).Residual <= Tolerance ? values : null;
    }

    private static bool TryStart(AudienceCostEquations equations, ref SplitMix random, List<(double[] Values, int Basin)> found)
    {
        if (FromRandomStart(equations, ref random) is not { } values)
            return false;
        var known = found.FindIndex(f => f.Values.Zip(values, (a, b) => Math.Abs(a - b)).Max() < Same);
        if (known < 0)
            found.Add((values, 1));
        else
            found[known] = (found[known].Values, found[known].Basin + 1);
        return true;
    }

    private static int IndexAt(AudienceCostEquations equations, double[] values)
    {
        equations.Evaluate(values);
        return equations.Factor() ? equations.DeterminantSign : 0;
    }

    private static AudienceCostEquilibrium Certify(AudienceCostEquations equations, double[] values, int basin)
    {
        equations.Descend(values, 5, 1e-13);
        var index = IndexAt(equations, values);
        return new AudienceCostEquilibrium([.. values], equations.Evaluate(values), RegretAt(equations), index, GrowthAt(equations), basin);
    }

    // By squaring: ‖A^(2^k)‖^(1/2^k) tends to the spectral radius, whether the eigenvalues are real or not.
    private static double GrowthAt(AudienceCostEquations equations)
    {
        const int size = AudienceCostDynamics.ValueCount;
        var power = new double[size * size];
        equations.WriteDerivatives(power);
        for (var i = 0; i < power.Length; i++)
            power[i] = (i % (size + 1) == 0 ? 1 : 0) - power[i];
        var (log, share) = (0.0, 1.0);
        for (var squaring = 0; squaring < 20; squaring++, share /= 2)
        {
            var norm = Math.Sqrt(power.Sum(x => x * x));
            if (norm == 0)
                return 0;
            log += share * ElementaryFunctions.Log(norm);
            Lanes.Scale(power, 1 / norm);
            power = Square(power, size);
        }

        return ElementaryFunctions.Exp(log);
    }

    private static double[] Square(double[] a, int size)
    {
        var square = new double[a.Length];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
                Lanes.Subtract(square.AsSpan(i * size, size), a.AsSpan(k * size, size), -a[(i * size) + k]);
        }

        return square;
    }

    // Against the other's plan the best plan's values are the fixed point of a contraction, and so are those of the plan itself, with E[shock | a] = −ln P(a) besides a constant.
    private static double RegretAt(AudienceCostEquations equations)
    {
        var regret = 0.0;
        for (var player = 0; player < 2; player++)
        {
            var (best, plan) = (equations.Inclusive.Slice(3 * player, 3).ToArray(), equations.Inclusive.Slice(3 * player, 3).ToArray());
            for (var month = 0; month < 600; month++)
                (best, plan) = (MonthBefore(equations, player, best, isBest: true), MonthBefore(equations, player, plan, isBest: false));
            regret = Math.Max(regret, best.Zip(plan, (b, p) => b - p).Max());
        }

        return regret;
    }

    private static double[] MonthBefore(AudienceCostEquations equations, int player, double[] later, bool isBest)
    {
        var now = new double[3];
        Span<double> worth = stackalloc double[3];
        for (var state = 0; state < 3; state++)
        {
            for (var own = 0; own < 3; own++)
                worth[own] = Worth(equations, player, state, own, later);
            var (largest, sum) = (Math.Max(worth[0], Math.Max(worth[1], worth[2])), 0.0);
            for (var own = 0; own < 3; own++)
            {
                var chance = equations.Probabilities[AudienceCostEquations.At(player, state, own)];
                now[state] += chance > 0 ? chance * (worth[own] - ElementaryFunctions.Log(chance)) : 0;
                sum += ElementaryFunctions.Exp(worth[own] - largest);
            }

            now[state] = isBest ? largest + ElementaryFunctions.Log(sum) : now[state];
        }

        return now;
    }

    private static double Worth(AudienceCostEquations equations, int player, int state, int own, double[] later)
    {
        var sum = 0.0;
        for (var other = 0; other < 3; other++)
        {
            var payoff = equations.Payoffs[(AudienceCostEquations.At(player, state, own) * 3) + other];
            sum += equations.Probabilities[AudienceCostEquations.At(1 - player, state, other)] * (payoff + (equations.Discount * later[Math.Max(own, other)]));
        }

        return sum;
    }
}
