using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// The logit equations of a game in n unknowns z and λ. Each decision has the log odds of its moves against its first one as unknowns;
/// further unknowns (values of states) may follow. Probabilities that go to 0 are no trouble in these coordinates.
/// </summary>
internal abstract class LogitSystem
{
    private readonly int[] moveStart;

    protected LogitSystem(IEnumerable<int> movesByDecision, int furtherUnknowns)
    {
        moveStart = [0, .. Accumulate(movesByDecision)];
        OddsCount = MoveCount - DecisionCount;
        Size = OddsCount + furtherUnknowns;
        Probabilities = new double[MoveCount];
        LogProbabilities = new double[MoveCount];
        Payoffs = new double[MoveCount];
        Derivatives = new double[MoveCount * MoveCount];
    }

    /// <summary>Number of unknowns without λ.</summary>
    public int Size { get; }

    /// <summary>Largest less smallest payoff.</summary>
    public abstract double PayoffRange { get; }

    protected int DecisionCount => moveStart.Length - 1;

    protected int MoveCount => moveStart[^1];

    protected int OddsCount { get; }

    protected double[] Probabilities { get; }

    protected double[] LogProbabilities { get; }

    /// <summary>By move: what its decider expects of it.</summary>
    protected double[] Payoffs { get; }

    /// <summary>By move and move: derivative of the first one's payoff with respect to the logarithm of the second one's probability, all probabilities taken as free.</summary>
    protected double[] Derivatives { get; }

    /// <summary>Unknowns at λ = 0.</summary>
    public virtual double[] Start() => new double[Size];

    /// <summary>Residuals, and by row of unknowns the derivatives with respect to them and to λ (last column).</summary>
    public abstract void Evaluate(ReadOnlySpan<double> z, double rationality, Span<double> residual, Func<int, Span<double>> row);

    /// <summary>The evaluated point in the game's terms.</summary>
    public LogitPoint Point(ReadOnlySpan<double> z, double rationality, double residual) =>
        new(rationality, [.. Probabilities], [.. z[OddsCount..]], residual, Regret());

    /// <summary>Largest gain of a decision, at the evaluated point.</summary>
    public double Regret()
    {
        var regret = 0.0;
        for (var decision = 0; decision < DecisionCount; decision++)
        {
            var (best, mean) = (double.NegativeInfinity, 0.0);
            for (var move = moveStart[decision]; move < moveStart[decision + 1]; move++)
            {
                best = Math.Max(best, Payoffs[move]);
                mean += Probabilities[move] * Payoffs[move];
            }

            regret = Math.Max(regret, best - mean);
        }

        return regret;
    }

    protected int FirstMove(int decision) => moveStart[decision];

    protected int MovesOf(int decision) => moveStart[decision + 1] - moveStart[decision];

    protected int FirstOdds(int decision) => moveStart[decision] - decision;

    protected void SetProbabilities(ReadOnlySpan<double> z)
    {
        for (var decision = 0; decision < DecisionCount; decision++)
        {
            var odds = z.Slice(FirstOdds(decision), MovesOf(decision) - 1);
            var largest = 0.0;
            foreach (var y in odds)
                largest = Math.Max(largest, y);
            var sum = ElementaryFunctions.Exp(-largest);
            foreach (var y in odds)
                sum += ElementaryFunctions.Exp(y - largest);
            var logSum = largest + ElementaryFunctions.Log(sum);
            for (var i = 0; i <= odds.Length; i++)
            {
                var log = (i == 0 ? 0 : odds[i - 1]) - logSum;
                LogProbabilities[FirstMove(decision) + i] = log;
                Probabilities[FirstMove(decision) + i] = ElementaryFunctions.Exp(log);
            }
        }
    }

    /// <summary>y_a − λ·(u_a − u_0) and its derivatives, from <see cref="Payoffs"/> and <see cref="Derivatives"/>.</summary>
    protected void WriteLogitRows(ReadOnlySpan<double> z, double rationality, Span<double> residual, Func<int, Span<double>> row)
    {
        for (var decision = 0; decision < DecisionCount; decision++)
        {
            var first = FirstMove(decision);
            for (var i = 1; i < MovesOf(decision); i++)
            {
                var unknown = FirstOdds(decision) + i - 1;
                var advantage = Payoffs[first + i] - Payoffs[first];
                residual[unknown] = z[unknown] - (rationality * advantage);
                var entries = row(unknown);
                entries.Clear();
                AddOddsDerivatives(first + i, -rationality, entries);
                AddOddsDerivatives(first, rationality, entries);
                entries[unknown] += 1;
                entries[Size] = -advantage;
            }
        }
    }

    // ∂x_b/∂y_c = [b = c] − p_c within a decision, so ∂u/∂y_c = ∂u/∂x_c − p_c·Σ_b ∂u/∂x_b.
    protected void AddOddsDerivatives(int move, double factor, Span<double> entries)
    {
        var derivatives = Derivatives.AsSpan(move * MoveCount, MoveCount);
        for (var decision = 0; decision < DecisionCount; decision++)
        {
            var first = FirstMove(decision);
            var ofDecision = derivatives.Slice(first, MovesOf(decision));
            var sum = 0.0;
            foreach (var derivative in ofDecision)
                sum += derivative;
            for (var i = 1; i < ofDecision.Length; i++)
                entries[FirstOdds(decision) + i - 1] += factor * (ofDecision[i] - (Probabilities[first + i] * sum));
        }
    }

    private static IEnumerable<int> Accumulate(IEnumerable<int> counts)
    {
        var sum = 0;
        foreach (var count in counts)
            yield return sum += count;
    }
}
