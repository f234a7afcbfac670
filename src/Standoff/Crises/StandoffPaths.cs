using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>A move open to a player now.</summary>
/// <param name="Move">The move.</param>
/// <param name="Probability">Probability that the player takes it, if the week's initiative is the player's.</param>
/// <param name="Value">Q: discounted payoff the player expects from the move and what follows.</param>
/// <param name="ChangeToPrefer">What would have to be added to the move's value to make it as likely as the likeliest move; 0 for that one. +∞ where the player's λ is 0.</param>
public readonly record struct StandoffChoice(StandoffMove Move, double Probability, double Value, double ChangeToPrefer);

/// <summary>How a solution came about.</summary>
/// <param name="SolvedWeeks">Weeks solved by backward induction, to a value of 0 at the end.</param>
/// <param name="Iterations">Sweeps over the tree.</param>
/// <param name="Residual">Largest violation of the equilibrium conditions: 0, as backward induction under complete information is exact but for rounding.</param>
public readonly record struct StandoffConvergence(int SolvedWeeks, int Iterations, double Residual);

/// <summary>What the standoff game says of one draw: endings and force by week, and what each player would do now and why.</summary>
public sealed class StandoffPaths
{
    internal const int Endings = (int)Ending.Other + 1;
    internal const int Forces = (int)Crises.Force.Invasion + 1;
    private readonly ReadOnlyMemory<double> joint;
    private readonly ReadOnlyMemory<double> rungs;
    private readonly ReadOnlyMemory<double> choices;
    private readonly double challengerRationality;
    private readonly double leaderRationality;

    internal StandoffPaths(StandoffParameters parameters, int horizonWeeks, int solvedWeeks, ReadOnlyMemory<double> record)
    {
        HorizonWeeks = horizonWeeks;
        challengerRationality = parameters.ChallengerRationality;
        leaderRationality = parameters.LeaderRationality;
        Convergence = new StandoffConvergence(solvedWeeks, 1, 0);
        var cells = JointSize(horizonWeeks);
        joint = record[..cells];
        rungs = record.Slice(cells, horizonWeeks + 1);
        choices = record[(cells + horizonWeeks + 1)..];
    }

    /// <summary>Last week reported.</summary>
    public int HorizonWeeks { get; }

    /// <summary>How it was solved.</summary>
    public StandoffConvergence Convergence { get; }

    /// <summary>What the challenger expects at the start.</summary>
    public double ChallengerValue => choices.Span[^2];

    /// <summary>What the leader expects at the start.</summary>
    public double LeaderValue => choices.Span[^1];

    /// <summary>The challenger's open moves at the start.</summary>
    public ImmutableArray<StandoffChoice> ChallengerNow => Choices(StandoffMove.Hold, StandoffMove.Invade, challengerRationality);

    /// <summary>The leader's open moves at the start.</summary>
    public ImmutableArray<StandoffChoice> LeaderNow => Choices(StandoffMove.Defy, StandoffMove.Leave, leaderRationality);

    /// <summary>The challenger's answers, were a counter-offer made now.</summary>
    public ImmutableArray<StandoffChoice> AnswerNow => Choices(StandoffMove.Accept, StandoffMove.Refuse, challengerRationality);

    /// <summary>Probability that by the end of the week (0 is the start) the standoff has ended so; for <see cref="Ending.None"/>, that it is open.</summary>
    public double Cumulative(Ending ending, int week)
    {
        var sum = 0.0;
        for (var force = Crises.Force.None; force <= Crises.Force.Invasion; force++)
            sum += Joint(ending, force, week);
        return sum;
    }

    /// <summary>Probability that by the end of the week force on the target's soil has reached at least this much.</summary>
    public double Force(Force atLeast, int week)
    {
        var sum = 0.0;
        for (var ending = Ending.None; ending <= Ending.Other; ending++)
        {
            for (var force = atLeast; force <= Crises.Force.Invasion; force++)
                sum += Joint(ending, force, week);
        }

        return sum;
    }

    /// <summary>Probability of the cell: ended so by the end of the week, with this greatest force by then.</summary>
    public double Joint(Ending ending, Force force, int week) => joint.Span[(((week * Endings) + (int)ending) * Forces) + (int)force];

    /// <summary>All joint cells: by week, ending and force.</summary>
    internal ReadOnlySpan<double> JointCells => joint.Span;

    /// <summary>g: probability of ending so in the week (1 to the horizon), given that the standoff was open before it; 0 where that has probability 0.</summary>
    public double Hazard(Ending ending, int week)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(week, 1);
        var open = Cumulative(Ending.None, week - 1);
        return open > 0 ? Math.Max(0, Cumulative(ending, week) - Cumulative(ending, week - 1)) / open : 0;
    }

    /// <summary>Mean rung at the end of the week of a standoff that is still open.</summary>
    public double ExpectedRung(int week) => rungs.Span[week];

    internal static int JointSize(int horizonWeeks) => (horizonWeeks + 1) * Endings * Forces;

    // Probability, value and log-weighted value of every move; then the two players' values.
    internal static int RecordSize(int horizonWeeks) => JointSize(horizonWeeks) + horizonWeeks + 1 + (2 * ((int)StandoffMove.Refuse + 1)) + 2;

    private ImmutableArray<StandoffChoice> Choices(StandoffMove first, StandoffMove last, double rationality)
    {
        var open = ImmutableArray.CreateBuilder<StandoffChoice>();
        var best = 0.0;
        for (var move = first; move <= last; move++)
            best = Math.Max(best, ProbabilityOf(move));
        for (var move = first; move <= last; move++)
        {
            if (!double.IsNaN(ValueOf(move)))
                open.Add(new StandoffChoice(move, ProbabilityOf(move), ValueOf(move), ChangeToReach(best, ProbabilityOf(move), rationality)));
        }

        return open.DrainToImmutable();
    }

    // σ ∝ w·e^{λQ}: adding Δ to Q multiplies the odds by e^{λΔ}.
    private static double ChangeToReach(double best, double probability, double rationality) =>
        probability == best ? 0 : (ElementaryFunctions.Log(best) - ElementaryFunctions.Log(probability)) / rationality;

    private double ProbabilityOf(StandoffMove move) => choices.Span[2 * (int)move];

    private double ValueOf(StandoffMove move) => choices.Span[(2 * (int)move) + 1];
}
