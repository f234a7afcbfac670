using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>A move open to a player now.</summary>
/// <param name="Move">The move.</param>
/// <param name="Probability">Probability that the player takes it, if the week's initiative is the player's: the mean over its types.</param>
/// <param name="Value">Q: discounted payoff the player expects from the move and what follows, the mean over its types.</param>
/// <param name="ChangeToPrefer">What would have to be added to the move's value, to either type, to make it as likely as the likeliest move; 0 for that one. +∞ where the player's λ is 0.</param>
/// <param name="ByType">The same for each type.</param>
public sealed record StandoffChoice(StandoffMove Move, double Probability, double Value, double ChangeToPrefer, ImmutableArray<StandoffTypeChoice> ByType);

/// <summary>A move as one type of its player sees it.</summary>
/// <param name="Probability">Probability that the type takes it.</param>
/// <param name="Value">Q to the type.</param>
/// <param name="ChangeToPrefer">What would have to be added to its value to make it as likely as the type's likeliest move.</param>
public readonly record struct StandoffTypeChoice(double Probability, double Value, double ChangeToPrefer);

/// <summary>How a solution came about.</summary>
/// <param name="SolvedWeeks">Weeks solved backwards, to a value of 0 at the end.</param>
/// <param name="Iterations">Rounds of strategies and beliefs.</param>
/// <param name="Residual">Largest difference between the beliefs that the strategies answer and those that follow from them by Bayes' rule.</param>
/// <param name="IsConverged">Whether that is within the tolerance.</param>
public readonly record struct StandoffConvergence(int SolvedWeeks, int Iterations, double Residual, bool IsConverged);

/// <summary>What the standoff game says of one draw: endings and force by week, and what each player would do now and why.</summary>
public sealed class StandoffPaths
{
    internal const int Endings = (int)Ending.Other + 1;
    internal const int Forces = (int)Crises.Force.Invasion + 1;
    private const int Halvings = 60;
    private readonly ReadOnlyMemory<double> joint;
    private readonly ReadOnlyMemory<double> rungs;
    private readonly ReadOnlyMemory<double> record;
    private readonly double challengerRationality;
    private readonly double leaderRationality;
    private readonly int solvedWeeks;
    private readonly double tolerance;

    internal StandoffPaths(StandoffParameters parameters, StandoffOptions options, ReadOnlyMemory<double> record)
    {
        HorizonWeeks = options.HorizonWeeks;
        (solvedWeeks, tolerance) = (options.SolvedWeeks, options.Tolerance);
        challengerRationality = parameters.ChallengerRationality;
        leaderRationality = parameters.LeaderRationality;
        var cells = JointSize(HorizonWeeks);
        joint = record[..cells];
        rungs = record.Slice(cells, HorizonWeeks + 1);
        this.record = record[(cells + HorizonWeeks + 1)..];
    }

    /// <summary>Last week reported.</summary>
    public int HorizonWeeks { get; }

    /// <summary>How it was solved.</summary>
    public StandoffConvergence Convergence
    {
        get
        {
            var residual = record.Span[StandoffRecord.ResidualAt];
            return new(solvedWeeks, (int)record.Span[StandoffRecord.RoundsAt], residual, residual <= tolerance);
        }
    }

    /// <summary>What the challenger expects at the start.</summary>
    public double ChallengerValue => record.Span[StandoffRecord.Choices + StandoffTree.Challenger];

    /// <summary>What the leader expects at the start.</summary>
    public double LeaderValue => record.Span[StandoffRecord.Choices + StandoffTree.Leader];

    /// <summary>How probable a type of the challenger is at the start, after the moves already made.</summary>
    public double Chance(ChallengerType type) => TypeChance(StandoffTree.Challenger, (int)type);

    /// <summary>How probable a type of the leader is at the start, after the moves already made.</summary>
    public double Chance(LeaderType type) => TypeChance(StandoffTree.Leader, (int)type);

    /// <summary>The challenger's open moves at the start.</summary>
    public ImmutableArray<StandoffChoice> ChallengerNow => Choices(StandoffMove.Hold, StandoffMove.Invade, StandoffTree.Challenger, challengerRationality);

    /// <summary>The leader's open moves at the start.</summary>
    public ImmutableArray<StandoffChoice> LeaderNow => Choices(StandoffMove.Defy, StandoffMove.Leave, StandoffTree.Leader, leaderRationality);

    /// <summary>The challenger's answers, were a counter-offer made now.</summary>
    public ImmutableArray<StandoffChoice> AnswerNow => Choices(StandoffMove.Accept, StandoffMove.Refuse, StandoffTree.Challenger, challengerRationality);

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

    internal static int RecordSize(int horizonWeeks) => JointSize(horizonWeeks) + horizonWeeks + 1 + StandoffRecord.Size;

    private double TypeChance(int player, int type) => record.Span[StandoffRecord.TypesAt + (player * StandoffRecord.Types) + type];

    private ImmutableArray<StandoffChoice> Choices(StandoffMove first, StandoffMove last, int player, double rationality)
    {
        var open = ImmutableArray.CreateBuilder<StandoffChoice>();
        var best = 0.0;
        for (var move = first; move <= last; move++)
            best = Math.Max(best, Mean(move, player, 0));
        for (var move = first; move <= last; move++)
        {
            if (double.IsNaN(record.Span[StandoffRecord.ChoiceAt(move, 0) + 1]))
                continue;
            var byType = Enumerable.Range(0, StandoffRecord.Types).Select(type => ByType(move, first, last, type, rationality)).ToImmutableArray();
            open.Add(new StandoffChoice(move, Mean(move, player, 0), Mean(move, player, 1), ChangeToReach(move, player, best, rationality), byType));
        }

        return open.DrainToImmutable();
    }

    private StandoffTypeChoice ByType(StandoffMove move, StandoffMove first, StandoffMove last, int type, double rationality)
    {
        var best = 0.0;
        for (var other = first; other <= last; other++)
            best = Math.Max(best, record.Span[StandoffRecord.ChoiceAt(other, type)]);
        var probability = record.Span[StandoffRecord.ChoiceAt(move, type)];
        // σ ∝ w·e^{λQ}: adding Δ to Q multiplies the odds by e^{λΔ}.
        var change = probability == best ? 0 : (ElementaryFunctions.Log(best) - ElementaryFunctions.Log(probability)) / rationality;
        return new(probability, record.Span[StandoffRecord.ChoiceAt(move, type) + 1], change);
    }

    // Over the types as they are thought of at the start: of the probability (0) or the value (1).
    private double Mean(StandoffMove move, int player, int what)
    {
        var sum = 0.0;
        for (var type = 0; type < StandoffRecord.Types; type++)
        {
            if (TypeChance(player, type) is > 0 and var chance)
                sum += chance * record.Span[StandoffRecord.ChoiceAt(move, type) + what];
        }

        return sum;
    }

    // The least value that makes the odds of the move over both types those of the likeliest move, whose own probability falls as this one's rises:
    // what is left over 1 keeps its shares within each type.
    private double ChangeToReach(StandoffMove move, int player, double best, double rationality)
    {
        if (Mean(move, player, 0) == best)
            return 0;
        if (rationality == 0 || Mean(move, player, 0) == 0)
            return double.PositiveInfinity;
        var (low, high) = (0.0, 1 / rationality);
        while (Raised(move, player, high * rationality) < 0)
            (low, high) = (high, 2 * high);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Raised(move, player, middle * rationality) < 0) low = middle;
            else high = middle;
        }

        return high;
    }

    // Probability of the move less that of the likeliest other one, its odds multiplied by e^x within each type.
    private double Raised(StandoffMove move, int player, double x)
    {
        var factor = ElementaryFunctions.Exp(x);
        var (first, last) = move <= StandoffMove.Invade ? (StandoffMove.Hold, StandoffMove.Invade) : move <= StandoffMove.Leave ? (StandoffMove.Defy, StandoffMove.Leave) : (StandoffMove.Accept, StandoffMove.Refuse);
        var (own, best) = (0.0, 0.0);
        for (var other = first; other <= last; other++)
        {
            var sum = 0.0;
            for (var type = 0; type < StandoffRecord.Types; type++)
            {
                var taken = record.Span[StandoffRecord.ChoiceAt(move, type)];
                sum += TypeChance(player, type) * record.Span[StandoffRecord.ChoiceAt(other, type)] * (other == move ? factor : 1) / (1 + (taken * (factor - 1)));
            }

            if (other == move) own = sum;
            else best = Math.Max(best, sum);
        }

        return own - best;
    }
}
