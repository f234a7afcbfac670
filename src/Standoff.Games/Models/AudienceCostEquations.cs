using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>
/// The equilibrium equations v = Φ(v) of one audience-cost game with room to work in. After <see cref="Evaluate"/> everything stands at the point evaluated;
/// after <see cref="Factor"/> linear systems in I − ∂Φ/∂v can be solved there.
/// </summary>
internal sealed class AudienceCostEquations(double discount)
{
    private const int Levels = AudienceCostDynamics.Levels;
    private const int Size = AudienceCostDynamics.ValueCount;
    private readonly double[] payoffs = new double[Size * Levels];
    private readonly double[] probabilities = new double[Size];
    private readonly double[] inclusive = new double[2 * Levels];
    private readonly double[] prospects = new double[Size * Levels];
    private readonly double[] reply = new double[Size];
    private readonly double[] trial = new double[Size];
    private readonly double[] step = new double[Size];
    private readonly LinearSystem system = new(Size);

    /// <summary>P(a|s) at the evaluated point, by player, state and action.</summary>
    public ReadOnlySpan<double> Probabilities => probabilities;

    /// <summary>ln Σ_a e^v(a,s) at the evaluated point, by player and state.</summary>
    public ReadOnlySpan<double> Inclusive => inclusive;

    /// <summary>Φ(v) at the evaluated point.</summary>
    public ReadOnlySpan<double> Reply => reply;

    /// <summary>Sign of det(I − ∂Φ/∂v) after <see cref="Factor"/>.</summary>
    public int DeterminantSign => system.DeterminantSign;

    /// <summary>Payoffs of a month: by player, state, own action and the other's.</summary>
    public Span<double> Payoffs => payoffs;

    /// <summary>Weight of the next month.</summary>
    public double Discount => discount;

    /// <summary>Position of a player's value of an action in a state.</summary>
    public static int At(int player, int state, int action) => (((player * Levels) + state) * Levels) + action;

    /// <summary>Takes the payoffs of a game.</summary>
    public void Set(double[][,,] table)
    {
        for (var entry = 0; entry < Size * Levels; entry++)
        {
            var (player, state, own, other) = (entry / 27, entry / 9 % 3, entry / 3 % 3, entry % 3);
            payoffs[entry] = table[player][state, player == 0 ? own : other, player == 0 ? other : own];
        }
    }

    /// <summary>Evaluates at v; the result is the largest |v − Φ(v)|.</summary>
    public double Evaluate(ReadOnlySpan<double> values)
    {
        SetChoices(values);
        var worst = 0.0;
        for (var row = 0; row < Size; row++)
        {
            var (player, state, own) = (row / (Levels * Levels), row / Levels % Levels, row % Levels);
            var (rival, sum) = (At(1 - player, state, 0), 0.0);
            for (var other = 0; other < Levels; other++)
            {
                var prospect = payoffs[(row * Levels) + other] + (discount * inclusive[(player * Levels) + Math.Max(own, other)]);
                prospects[(row * Levels) + other] = prospect;
                sum += probabilities[rival + other] * prospect;
            }

            reply[row] = sum;
            var gap = Math.Abs(values[row] - sum);
            worst = gap > worst || double.IsNaN(gap) ? gap : worst;
        }

        return worst;
    }

    /// <summary>Factors I − ∂Φ/∂v at the evaluated point: ∂Φ_i(a,s)/∂v_i(a',s') = δ·Σ_{b: max(a,b)=s'} P_j(b|s)·P_i(a'|s'); ∂Φ_i(a,s)/∂v_j(b,s) = P_j(b|s)·(Q_i(a,b,s) − Φ_i(a,s)).</summary>
    public bool Factor()
    {
        for (var row = 0; row < Size; row++)
            WriteRow(row, system.Row(row));
        return system.Factor();
    }

    /// <summary>Solves (I − ∂Φ/∂v)·x = side in place.</summary>
    public void Solve(Span<double> side) => system.Solve(side);

    /// <summary>The same for several right-hand sides, given by row.</summary>
    public void SolveMany(Span<double> sides, int width) => system.SolveMany(sides, width);

    /// <summary>Newton's method from values, steps halved until the residual falls.</summary>
    /// <returns>The residual reached and the steps made; the equations stand at the last values.</returns>
    public (double Residual, int Steps) Descend(Span<double> values, int mostSteps, double tolerance)
    {
        var residual = Evaluate(values);
        for (var made = 0; made < mostSteps; made++)
        {
            if (!(residual > tolerance) || !TryStep(values, ref residual))
                return (residual, made);
        }

        return (residual, mostSteps);
    }

    /// <summary>Writes I − ∂Φ/∂v at the evaluated point, row by row.</summary>
    public void WriteDerivatives(Span<double> rows)
    {
        for (var row = 0; row < Size; row++)
            WriteRow(row, rows.Slice(row * Size, Size));
    }

    private void SetChoices(ReadOnlySpan<double> values)
    {
        for (var first = 0; first < Size; first += Levels)
        {
            var largest = Math.Max(values[first], Math.Max(values[first + 1], values[first + 2]));
            var sum = 0.0;
            for (var action = first; action < first + Levels; action++)
                sum += probabilities[action] = ElementaryFunctions.Exp(values[action] - largest);
            for (var action = first; action < first + Levels; action++)
                probabilities[action] /= sum;
            inclusive[first / Levels] = largest + ElementaryFunctions.Log(sum);
        }
    }

    private bool TryStep(Span<double> values, ref double residual)
    {
        for (var i = 0; i < Size; i++)
            step[i] = values[i] - reply[i];
        if (!Factor())
            return false;
        Solve(step);
        for (var share = 1.0; share > 1e-6; share /= 2)
        {
            for (var i = 0; i < Size; i++)
                trial[i] = values[i] - (share * step[i]);
            var after = Evaluate(trial);
            if (after < residual)
            {
                trial.CopyTo(values);
                residual = after;
                return true;
            }
        }

        Evaluate(values);
        return false;
    }

    // A row of I − ∂Φ/∂v.
    private void WriteRow(int row, Span<double> entries)
    {
        var (player, state, own) = (row / (Levels * Levels), row / Levels % Levels, row % Levels);
        entries.Clear();
        entries[row] = 1;
        for (var other = 0; other < Levels; other++)
        {
            var rival = At(1 - player, state, other);
            var (chance, next) = (probabilities[rival], At(player, Math.Max(own, other), 0));
            for (var then = next; then < next + Levels; then++)
                entries[then] -= discount * chance * probabilities[then];
            entries[rival] -= chance * (prospects[(row * Levels) + other] - reply[row]);
        }
    }
}
