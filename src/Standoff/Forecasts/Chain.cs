using System.Runtime.CompilerServices;
using Standoff.Crises;
using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// The two-coordinate Markov chain of a crisis: where it stands (open or ended, how) and the greatest force since the day from which weeks count. Each week
/// force may rise, then the crisis may end; competing hazards h share 1 − e^{−Σh} in proportion. What force was used before that day is no place in the chain but the
/// chain that is run: of a crisis that was quiet, or of one in which force has been used, whose hazards of new force and of endings are others.
/// </summary>
internal sealed class Chain(int horizon)
{
    /// <summary>Levels of force.</summary>
    public const int Levels = 4;

    private const int Held = (int)Force.Invasion;
    private static readonly int Removed = ((int)Ending.ForcibleRemoval * Levels) + Held;

    private readonly double[] _open = new double[Levels];
    private readonly double[] _ended = new double[Endings * Levels];

    /// <summary>Endings, <see cref="Ending.None"/> among them.</summary>
    public static int Endings { get; } = Enum.GetValues<Ending>().Length;

    /// <summary>Numbers that a run writes: joint cells by week, weeks 0 … horizon.</summary>
    public int Length => (horizon + 1) * Cells;

    /// <summary>Joint cells of one week.</summary>
    public static int Cells { get; } = Endings * Levels;

    /// <summary>Position of a cell's probability in what <see cref="Run"/> writes.</summary>
    public static int Index(int week, Ending ending, Force force) => (((week * Endings) + (int)ending) * Levels) + (int)force;

    /// <summary>Pushes the crisis forward through the hazards.</summary>
    /// <param name="hazards">By channel, state and week; of force in the second state those of new force where some was used before.</param>
    /// <param name="used">Probability of each level of force before the first week.</param>
    /// <param name="change">What an invasion means to the ruler.</param>
    /// <param name="joint">Receives the joint cells by week, or those of the last week alone if it has no room for all.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<double> hazards, ReadOnlySpan<double> used, RegimeChange change, Span<double> joint)
    {
        joint.Clear();
        Add(hazards, used[0], false, change, 0, joint);
        Add(hazards, used[1] + used[2], true, change, 0, joint);
        // Where ground is held already, the ruler may go because of that.
        Add(hazards, used[Held], true, change with { AtOnce = 0 }, change.Weekly, joint);
    }

    /// <summary>Adds the crises, a share <paramref name="weight"/> of all, in which force was used before or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<double> hazards, double weight, bool isUsed, RegimeChange change, double removal, Span<double> joint)
    {
        if (weight <= 0) return;
        var weekly = joint.Length >= Length;
        Array.Clear(_open);
        Array.Clear(_ended);
        _open[0] = weight;
        if (weekly) Store(joint);
        for (var week = 0; week < horizon; week++)
        {
            for (var level = Levels - 2; level >= 0; level--) Escalate(hazards, week, level, isUsed ? 1 : 0, change.AtOnce);
            End(hazards, week, isUsed ? 1 : 0, (0, 1), removal);
            End(hazards, week, 1, (1, Held), removal);
            End(hazards, week, 1, (Held, Levels), change.Weekly);
            if (weekly) Store(joint[((week + 1) * Cells)..]);
        }
        if (!weekly) Store(joint);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Escalate(ReadOnlySpan<double> hazards, int week, int level, int state, double removedAtOnce)
    {
        var total = 0.0;
        for (var to = level + 1; to < Levels; to++) total += Hazard(hazards, ForceChannel(to), state, week);
        if (total <= 0 || _open[level] <= 0) return;
        var moved = _open[level] * (1 - ElementaryFunctions.Exp(-total)) / total;
        for (var to = level + 1; to < Levels; to++)
        {
            var mass = moved * Hazard(hazards, ForceChannel(to), state, week);
            var removed = to == Held ? removedAtOnce * mass : 0;
            _ended[Removed] += removed;
            _open[to] += mass - removed;
            _open[level] -= mass;
        }
    }

    /// <summary>Endings of one week from the levels that share a state; <paramref name="removal"/> is a further hazard of removal by invasion.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void End(ReadOnlySpan<double> hazards, int week, int state, (int First, int Next) levels, double removal)
    {
        var total = removal;
        for (var c = 0; c < Channels.EndingCount; c++) total += Hazard(hazards, (Channel)c, state, week);
        if (total <= 0) return;
        var share = (1 - ElementaryFunctions.Exp(-total)) / total;
        for (var level = levels.First; level < levels.Next; level++)
        {
            var open = _open[level];
            for (var c = 0; c < Channels.EndingCount; c++)
            {
                var mass = open * share * (Hazard(hazards, (Channel)c, state, week) + (c == (int)Channel.RemovalByInvasion ? removal : 0));
                _ended[((int)EndingOf[c] * Levels) + Math.Max(level, (int)ForceOf[c])] += mass;
                _open[level] -= mass;
            }
        }
    }

    private static readonly Ending[] EndingOf = [.. Enum.GetValues<Channel>().Select(Channels.EndingOf)];
    private static readonly Force[] ForceOf = [.. Enum.GetValues<Channel>().Select(Channels.ForceOf)];

    private static Channel ForceChannel(int level) => Channel.Limited + level - 1;

    private double Hazard(ReadOnlySpan<double> hazards, Channel channel, int state, int week) =>
        hazards[((((int)channel * Channels.States) + state) * horizon) + week];

    // The ending of none has no mass of its own among the ended.
    private void Store(Span<double> cells)
    {
        for (var c = Levels; c < _ended.Length; c++) cells[c] += _ended[c];
        for (var level = 0; level < Levels; level++) cells[level] += _open[level];
    }
}
