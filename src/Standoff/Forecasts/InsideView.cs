using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>The game's weekly hazards g_k(t) by draw: what the inside view says before it meets the class.</summary>
/// <param name="Draws">Number of draws.</param>
/// <param name="Horizon">Weeks.</param>
/// <param name="Hazards">By draw, channel and week.</param>
internal sealed record InsideView(int Draws, int Horizon, double[] Hazards)
{
    private static readonly int MostRounds = new StandoffOptions().Rounds;

    /// <summary>By draw: the game's joint cells at the horizon.</summary>
    public ImmutableArray<double> Last { get; init; } = [];

    /// <summary>By draw: how far strategies and beliefs were from agreeing when the solver stopped.</summary>
    public ImmutableArray<double> Residuals { get; init; } = [];

    /// <summary>Numbers of one draw.</summary>
    public int Stride => Channels.Count * Horizon;

    /// <summary>A draw's hazards by channel and week.</summary>
    public ReadOnlySpan<double> this[int draw] => Hazards.AsSpan(draw * Stride, Stride);

    /// <summary>Solves the game in every draw from where the crisis stands.</summary>
    public static InsideView Solve(ParameterDraws parameters, Start start, bool departure, int draws, int horizon, ParallelOptions parallel, bool held = false) =>
        Solve([.. Enumerable.Range(0, draws).Select(i => parameters[i, start.Mode, departure])], start, departure, horizon, parallel, held);

    /// <summary>
    /// Solves the given games from where the crisis stands. With beliefs <paramref name="held"/>, strategies answer what moves tell in the game at
    /// the defaults, and are not iterated: for comparing many versions of a crisis with one another at a quarter of the cost.
    /// </summary>
    public static InsideView Solve(StandoffParameters[] games, Start start, bool departure, int horizon, ParallelOptions parallel, bool held = false)
    {
        var draws = games.Length;
        var solved = SolvedFor(horizon);
        var paths = StandoffGame.SolveAll(games, start.Game, new()
        {
            HorizonWeeks = horizon,
            SolvedWeeks = solved,
            Threads = parallel.MaxDegreeOfParallelism,
            From = held ? FirstBeliefs.Class : FirstBeliefs.Prior,
            Rounds = held ? 1 : MostRounds,
        }, parallel.CancellationToken);
        var hazards = new double[draws * Channels.Count * horizon];
        Parallel.For(0, draws, parallel, i => GameHazards.Fill(paths[i].JointCells, horizon, departure, hazards.AsSpan(i * Channels.Count * horizon)));
        return new(draws, horizon, hazards) { Residuals = [.. paths.Select(p => p.Convergence.Residual)], Last = LastOf(paths) };
    }

    /// <summary>Joint cells at the horizon, path by path.</summary>
    public static ImmutableArray<double> LastOf(StandoffPaths[] paths)
    {
        var last = ImmutableArray.CreateBuilder<double>(paths.Length * Chain.Cells);
        foreach (var path in paths) last.AddRange(path.JointCells[^Chain.Cells..]);
        return last.MoveToImmutable();
    }

    // Beliefs near the end of the game are those of its end; 52 weeks instead of 38 move no outcome at week 26 by more than 0.003.
    private const int WeeksBeyond = 12;

    /// <summary>Weeks to solve for a horizon.</summary>
    public static int SolvedFor(int horizon) => Math.Max(StandoffGame.DefaultSolved, horizon + WeeksBeyond);

    /// <summary>One draw alone.</summary>
    public InsideView One(int draw) => new(1, Horizon, this[draw].ToArray());

    /// <summary>The first draws alone.</summary>
    public InsideView Take(int draws) => draws == Draws ? this : new(draws, Horizon, Hazards[..(draws * Stride)]) { Residuals = Residuals[..draws], Last = Last[..(draws * Chain.Cells)] };
}

/// <summary>Hazards from a game's joint cells by week.</summary>
internal static class GameHazards
{
    private const double LeastRisk = 1e-12;
    private const int Levels = Chain.Levels;
    private const int Weekly = 8 * Levels;

    /// <summary>
    /// Writes the hazards by channel and week: what came about in the week over what was open to it before; not a number where nothing was. A level of force that was
    /// reached before is not reached again in the game, which tells nothing of it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(ReadOnlySpan<double> joint, int horizon, bool departure, Span<double> hazards)
    {
        for (var week = 0; week < horizon; week++)
        {
            var before = joint.Slice(week * Weekly, Weekly);
            var after = joint.Slice((week + 1) * Weekly, Weekly);
            var open = before[0] + before[1] + before[2] + before[3];
            for (var channel = 0; channel < Channels.Count; channel++)
            {
                var level = channel - (int)Channel.Limited + 1;
                var risk = level <= 0 ? open : level == 1 ? before[0] : level == 2 ? before[0] + before[1] : before[0] + before[1] + before[2];
                var events = Total(after, (Channel)channel, departure) - Total(before, (Channel)channel, departure);
                hazards[(channel * horizon) + week] = risk > LeastRisk ? Math.Max(0, events) / risk : double.NaN;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Total(ReadOnlySpan<double> cells, Channel channel, bool departure) => channel switch
    {
        >= Channel.Limited => AtLeast(cells, channel - Channel.Limited + 1),
        Channel.RemovalByRaid => Ended(cells, Ending.ForcibleRemoval) - cells[((int)Ending.ForcibleRemoval * Levels) + (int)Force.Invasion],
        Channel.RemovalByInvasion => cells[((int)Ending.ForcibleRemoval * Levels) + (int)Force.Invasion],
        // Leaving without an exit offer is compliance to the game; the demand was that he leave, so it counts as his exit.
        Channel.NegotiatedExit when departure => Ended(cells, Ending.NegotiatedExit) + Ended(cells, Ending.Compliance),
        Channel.Compliance => Ended(cells, Ending.Compliance),
        Channel.NegotiatedExit => Ended(cells, Ending.NegotiatedExit),
        Channel.Compromise => Ended(cells, Ending.Compromise),
        Channel.Withdrawal => Ended(cells, Ending.Withdrawal),
        Channel.InternalExit => Ended(cells, Ending.InternalExit),
        _ => Ended(cells, Ending.Other),
    };

    private static double Ended(ReadOnlySpan<double> cells, Ending ending)
    {
        var at = (int)ending * Levels;
        return cells[at] + cells[at + 1] + cells[at + 2] + cells[at + 3];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double AtLeast(ReadOnlySpan<double> cells, int level)
    {
        var sum = 0.0;
        for (var at = 0; at < cells.Length; at += Levels)
            for (var force = level; force < Levels; force++) sum += cells[at + force];
        return sum;
    }
}
