using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>The game's weekly hazards g_k(t) by draw: what the inside view says before it meets the class.</summary>
/// <param name="Draws">Number of draws.</param>
/// <param name="Horizon">Weeks.</param>
/// <param name="Hazards">By draw, channel and week.</param>
internal sealed record InsideView(int Draws, int Horizon, double[] Hazards)
{
    /// <summary>Numbers of one draw.</summary>
    public int Stride => Channels.Count * Horizon;

    /// <summary>A draw's hazards by channel and week.</summary>
    public ReadOnlySpan<double> this[int draw] => Hazards.AsSpan(draw * Stride, Stride);

    /// <summary>Solves the game in every draw from where the crisis stands.</summary>
    public static InsideView Solve(ParameterDraws parameters, Start start, bool departure, int draws, int horizon, ParallelOptions parallel)
    {
        var solved = Math.Max(StandoffGame.DefaultSolved, horizon + 12);
        var games = Enumerable.Range(0, draws).Select(i => parameters[i, start.Mode, departure]).ToArray();
        var paths = StandoffGame.SolveAll(games, start.States, horizon, solved, parallel.MaxDegreeOfParallelism, parallel.CancellationToken);
        var hazards = new double[draws * Channels.Count * horizon];
        Parallel.For(0, draws, parallel, i => new GameHazards(paths[i], horizon, departure).Fill(hazards.AsSpan(i * Channels.Count * horizon)));
        return new(draws, horizon, hazards);
    }

    /// <summary>The first draws alone.</summary>
    public InsideView Take(int draws) => draws == Draws ? this : new(draws, Horizon, Hazards[..(draws * Stride)]);
}

/// <summary>Hazards from a game's joint cells by week.</summary>
internal sealed class GameHazards(StandoffPaths paths, int horizon, bool departure)
{
    /// <summary>Writes the hazards by channel and week.</summary>
    public void Fill(Span<double> hazards)
    {
        for (var channel = Channel.Compliance; channel <= Channel.Invasion; channel++)
            for (var week = 1; week <= horizon; week++) hazards[((int)channel * horizon) + week - 1] = Hazard(channel, week);
    }

    private double Hazard(Channel channel, int week)
    {
        var risk = channel >= Channel.Limited ? OpenBelow(Channels.ForceOf(channel), week - 1) : OpenBelow((Force)Chain.Levels, week - 1);
        return risk > 1e-12 ? Math.Max(0, Total(channel, week) - Total(channel, week - 1)) / risk : 0;
    }

    private double Total(Channel channel, int week) => channel switch
    {
        >= Channel.Limited => AtLeast(Channels.ForceOf(channel), week),
        Channel.RemovalByRaid => Ended(Ending.ForcibleRemoval, Force.None, Force.Raid, week),
        Channel.RemovalByInvasion => Ended(Ending.ForcibleRemoval, Force.Invasion, Force.Invasion, week),
        // Leaving without an exit offer is compliance to the game; the demand was that he leave, so it counts as his exit.
        Channel.NegotiatedExit when departure => Ended(Ending.NegotiatedExit, week) + Ended(Ending.Compliance, week),
        _ => Ended(Channels.EndingOf(channel), week),
    };

    private double Ended(Ending ending, int week) => Ended(ending, Force.None, Force.Invasion, week);

    private double Ended(Ending ending, Force from, Force to, int week)
    {
        var sum = 0.0;
        for (var force = from; force <= to; force++) sum += paths.Joint(ending, force, week);
        return sum;
    }

    private double AtLeast(Force force, int week)
    {
        var sum = 0.0;
        for (var ending = Ending.None; ending <= Ending.Other; ending++) sum += Ended(ending, force, Force.Invasion, week);
        return sum;
    }

    private double OpenBelow(Force force, int week)
    {
        var sum = 0.0;
        for (var level = Force.None; level < force; level++) sum += paths.Joint(Ending.None, level, week);
        return sum;
    }
}
