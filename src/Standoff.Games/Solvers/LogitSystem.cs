using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// The logit equations of a game in n unknowns z and λ. Each decision has the log odds of its moves against one of them, its reference, as
/// unknowns; further unknowns (values of states) may follow. Probabilities that go to 0 are no trouble in these coordinates
/// as long as the reference is not among them.
/// </summary>
internal abstract class LogitSystem
{
    // Odds are large numbers whose differences count once the reference is e^5 times less likely than another move.
    private const double ReferenceTooRare = 5;
    private const int MostMoves = 6000;
    private readonly int[] moveStart;
    private readonly int[] references;

    protected LogitSystem(IEnumerable<int> movesByDecision, int furtherUnknowns)
    {
        moveStart = [0, .. Accumulate(movesByDecision)];
        GameTooLargeException.ThrowIfMore("moves", MoveCount, MostMoves);
        references = new int[DecisionCount];
        OddsCount = MoveCount - DecisionCount;
        Size = OddsCount + furtherUnknowns;
        Probabilities = new double[MoveCount];
        LogProbabilities = new double[MoveCount];
        Payoffs = new double[MoveCount];
    }

    /// <summary>Number of unknowns without λ.</summary>
    public int Size { get; }

    /// <summary>Largest less smallest payoff.</summary>
    public abstract double PayoffRange { get; }

    /// <summary>Whether <see cref="Evaluate"/> costs far less than <see cref="Factor"/>, as where derivatives are left to the latter.</summary>
    public virtual bool IsCheapToEvaluate => false;

    protected int DecisionCount => moveStart.Length - 1;

    protected int MoveCount => moveStart[^1];

    protected int OddsCount { get; }

    /// <summary>Number of unknowns that are odds; they come first.</summary>
    public int OddsUnknowns => OddsCount;

    protected double[] Probabilities { get; }

    protected double[] LogProbabilities { get; }

    /// <summary>By move: what its decider expects of it.</summary>
    protected double[] Payoffs { get; }

    /// <summary>Unknowns at λ = 0.</summary>
    public virtual double[] Start() => new double[Size];

    /// <summary>Residuals of the equations; keeps what <see cref="Factor"/> needs.</summary>
    public abstract void Evaluate(ReadOnlySpan<double> z, double rationality, Span<double> residual);

    /// <summary>Factors the derivatives with respect to unknowns and λ at the evaluated point, with one more row.</summary>
    /// <returns>Whether the matrix is regular.</returns>
    public abstract bool Factor(ReadOnlySpan<double> border);

    /// <summary>Sign of the determinant after <see cref="Factor"/>, up to one that is the same at all points with the same references; 0 where it is singular.</summary>
    public abstract int DeterminantSign { get; }

    /// <summary>Replaces a right-hand side, the border's last, by its solution.</summary>
    public abstract void Solve(Span<double> side);

    /// <summary>The moves against which odds are stated; what a saved point needs besides its unknowns.</summary>
    public int[] References() => (int[])references.Clone();

    /// <summary>Goes back to the references of a saved point.</summary>
    public void Restore(int[] saved) => saved.CopyTo(references, 0);

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

    /// <summary>Where a decision's reference has become rare, takes its likeliest move instead and restates point and direction.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Rebase(double[] point, double[] direction)
    {
        var changed = false;
        for (var decision = 0; decision < DecisionCount; decision++)
        {
            var likeliest = references[decision];
            for (var i = 0; i < MovesOf(decision); i++)
            {
                if (i != references[decision] && point[Odds(decision, i)] > Math.Max(ReferenceTooRare, likeliest == references[decision] ? 0 : point[Odds(decision, likeliest)]))
                    likeliest = i;
            }

            if (likeliest == references[decision])
                continue;
            var before = references[decision];
            Restate(point, decision, before, likeliest);
            Restate(direction, decision, before, likeliest);
            references[decision] = likeliest;
            changed = true;
        }

        return changed;
    }

    protected int FirstMove(int decision) => moveStart[decision];

    protected int MovesOf(int decision) => moveStart[decision + 1] - moveStart[decision];

    protected int Reference(int decision) => references[decision];

    /// <summary>Index of the unknown of a move that is not the reference.</summary>
    protected int Odds(int decision, int move) => Odds(decision, move, references[decision]);

    protected void SetProbabilities(ReadOnlySpan<double> z)
    {
        for (var decision = 0; decision < DecisionCount; decision++)
        {
            var logs = LogProbabilities.AsSpan(FirstMove(decision), MovesOf(decision));
            var largest = 0.0;
            for (var i = 0; i < logs.Length; i++)
            {
                logs[i] = i == references[decision] ? 0 : z[Odds(decision, i)];
                largest = Math.Max(largest, logs[i]);
            }

            var sum = 0.0;
            foreach (var log in logs)
                sum += ElementaryFunctions.Exp(log - largest);
            var logSum = largest + ElementaryFunctions.Log(sum);
            for (var i = 0; i < logs.Length; i++)
            {
                logs[i] -= logSum;
                Probabilities[FirstMove(decision) + i] = ElementaryFunctions.Exp(logs[i]);
            }
        }
    }

    private int Odds(int decision, int move, int reference) => moveStart[decision] - decision + move - (move > reference ? 1 : 0);

    // Odds against the new reference are those against the old one, less the new one's own.
    private void Restate(double[] z, int decision, int before, int after)
    {
        var old = new double[MovesOf(decision)];
        for (var i = 0; i < old.Length; i++)
            old[i] = i == before ? 0 : z[Odds(decision, i, before)];
        for (var i = 0; i < old.Length; i++)
        {
            if (i != after)
                z[Odds(decision, i, after)] = old[i] - old[after];
        }
    }

    private static IEnumerable<int> Accumulate(IEnumerable<int> counts)
    {
        var sum = 0;
        foreach (var count in counts)
            yield return sum += count;
    }
}
