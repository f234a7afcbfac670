using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>Logit equations in which every decision may matter to every other one: the linear algebra is dense.</summary>
internal abstract class DenseLogitSystem : LogitSystem
{
    private readonly LinearSystem bordered;
    private readonly double[] jacobian;

    protected DenseLogitSystem(IEnumerable<int> movesByDecision)
        : base(movesByDecision, 0)
    {
        bordered = new LinearSystem(Size + 1);
        jacobian = new double[Size * (Size + 1)];
        Derivatives = new double[MoveCount * MoveCount];
    }

    public override int DeterminantSign => bordered.DeterminantSign;

    /// <summary>By move and move: derivative of the first one's payoff with respect to the logarithm of the second one's probability, all probabilities taken as free.</summary>
    protected double[] Derivatives { get; }

    public override bool Factor(ReadOnlySpan<double> border)
    {
        for (var row = 0; row < Size; row++)
            Jacobian(row).CopyTo(bordered.Row(row));
        border.CopyTo(bordered.Row(Size));
        return bordered.Factor();
    }

    public override void Solve(Span<double> side) => bordered.Solve(side);

    /// <summary>Evaluates the equations at unknowns with λ last and gives the largest violation.</summary>
    public double Residual(ReadOnlySpan<double> at, Span<double> residual)
    {
        Evaluate(at[..Size], at[Size], residual[..Size]);
        var worst = 0.0;
        foreach (var r in residual[..Size])
            worst = double.IsNaN(r) ? double.NaN : Math.Max(worst, Math.Abs(r));
        return worst;
    }

    /// <summary>Factors the derivatives at the evaluated point with λ held, and gives the sign of their determinant.</summary>
    public int FactorEvaluated()
    {
        var border = new double[Size + 1];
        border[Size] = 1;
        return Factor(border) ? DeterminantSign : 0;
    }

    /// <summary>The two above at once.</summary>
    public (int Sign, double Residual) FactorAt(ReadOnlySpan<double> at)
    {
        var error = Residual(at, new double[Size + 1]);
        return (FactorEvaluated(), error);
    }

    /// <summary>Replaces several right-hand sides, given by row, by their solutions.</summary>
    public void SolveMany(Span<double> sides, int width) => bordered.SolveMany(sides, width);

    /// <summary>The unknown that holds a move's odds; −1 for a reference.</summary>
    public int UnknownOf(int decision, int move) => move == Reference(decision) ? -1 : Odds(decision, move);

    /// <summary>First move and number of moves of a decision.</summary>
    public (int First, int Count) Moves(int decision) => (FirstMove(decision), MovesOf(decision));

    /// <summary>Number of decisions.</summary>
    public int Decisions => DecisionCount;

    /// <summary>Probability of a move at the evaluated point.</summary>
    public double Probability(int move) => Probabilities[move];

    /// <summary>Its logarithm.</summary>
    public double LogProbability(int move) => LogProbabilities[move];

    /// <summary>y_a − λ·(u_a − u_reference) and its derivatives, from payoffs and their derivatives.</summary>
    private protected void WriteLogitRows(ReadOnlySpan<double> z, double rationality, Span<double> residual)
    {
        for (var decision = 0; decision < DecisionCount; decision++)
        {
            var first = FirstMove(decision);
            var reference = first + Reference(decision);
            for (var i = 0; i < MovesOf(decision); i++)
            {
                if (first + i == reference)
                    continue;
                var unknown = Odds(decision, i);
                var advantage = Payoffs[first + i] - Payoffs[reference];
                residual[unknown] = z[unknown] - (rationality * advantage);
                var entries = Jacobian(unknown);
                entries.Clear();
                AddOddsDerivatives(first + i, -rationality, entries);
                AddOddsDerivatives(reference, rationality, entries);
                entries[unknown] += 1;
                entries[Size] = -advantage;
            }
        }
    }

    // ∂x_b/∂y_c = [b = c] − p_c within a decision, so ∂u/∂y_c = ∂u/∂x_c − p_c·Σ_b ∂u/∂x_b.
    private void AddOddsDerivatives(int move, double factor, Span<double> entries)
    {
        var derivatives = Derivatives.AsSpan(move * MoveCount, MoveCount);
        for (var decision = 0; decision < DecisionCount; decision++)
        {
            var first = FirstMove(decision);
            var ofDecision = derivatives.Slice(first, MovesOf(decision));
            var sum = 0.0;
            foreach (var derivative in ofDecision)
                sum += derivative;
            for (var i = 0; i < ofDecision.Length; i++)
            {
                if (i != Reference(decision))
                    entries[Odds(decision, i)] += factor * (ofDecision[i] - (Probabilities[first + i] * sum));
            }
        }
    }

    private Span<double> Jacobian(int row) => jacobian.AsSpan(row * (Size + 1), Size + 1);
}
