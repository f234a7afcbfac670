using Standoff.Backtest.Sources;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Backtest.Models;

/// <summary>
/// What the standoff game says of a case against its class, at the defaults: logarithms of the ratios of its hazards over half a year, from where
/// the case stands and from a bare demand. The data tell of a case only its rung and whether who rules is at stake, so few games are solved.
/// </summary>
/// <param name="Outcome">By outcome.</param>
/// <param name="Force">By level of force, from 1 on.</param>
internal sealed record GameTilt(double[] Outcome, double[] Force)
{
    /// <summary>All numbers, outcomes first.</summary>
    public double[] All => [.. Outcome, .. Force];
}

/// <summary>Tilts by start, and how they move with the game's composites.</summary>
internal sealed class GameTilts
{
    private const double Step = 0.5;

    // Which hazards of the game make an outcome for the state under pressure: it wins, compromise, it fades, it loses.
    private static readonly Channel[][] Outcomes =
    [
        [Channel.Withdrawal], [Channel.Compromise], [Channel.Other], [Channel.Compliance, Channel.NegotiatedExit, Channel.RemovalByRaid, Channel.RemovalByInvasion],
    ];

    private static readonly Channel[][] Levels = [[Channel.Limited], [Channel.Raid], [Channel.Invasion]];

    private readonly Dictionary<(Rung, bool), (GameTilt Tilt, double[][] Slopes)> _known = [];

    /// <summary>
    /// The composites that could be told apart in such data: how sharply the challenger weighs values, what retreat costs him, and how ready both
    /// are to climb, give way, bargain and use force. Each is counted in standard deviations of its prior.
    /// </summary>
    public static readonly string[][] Composites =
    [
        ["challenger-rationality"], ["audience-cost"], ["weight-climb"], ["weight-leave"], ["weight-counter-offer", "weight-accept"], ["weight-raid", "weight-invade"],
    ];

    /// <summary>The tilt at the defaults and its slopes by composite.</summary>
    public (GameTilt Tilt, double[][] Slopes) Of(PastCase @case)
    {
        var key = (@case.Rung, @case.IsDeparture);
        if (_known.TryGetValue(key, out var found)) return found;
        var tilt = Between(@case, StandoffParameters.Default);
        var slopes = Composites.Select(c => Between(@case, Moved(c, Step)).All.Zip(Between(@case, Moved(c, -Step)).All, (up, down) => (up - down) / (2 * Step)).ToArray()).ToArray();
        return _known[key] = (tilt, slopes);
    }

    private static GameTilt Between(PastCase @case, StandoffParameters game)
    {
        var own = Hazards(game with { DemandIsDeparture = @case.IsDeparture, Start = new StandoffState(@case.Rung) }, @case.IsDeparture);
        var bare = Hazards(game with { DemandIsDeparture = @case.IsDeparture, Start = StandoffState.Outset }, @case.IsDeparture);
        var levels = Ratios(own, bare, Levels);
        // A level that stands reached has no hazard left to compare.
        for (var level = 0; level < Math.Min((int)new StandoffState(@case.Rung).ForceSoFar, levels.Length); level++) levels[level] = 0;
        return new(Ratios(own, bare, Outcomes), levels);
    }

    private static double[] Hazards(StandoffParameters game, bool departure)
    {
        var paths = StandoffGame.Solve(game);
        var hazards = new double[Channels.Count * StandoffGame.DefaultHorizon];
        GameHazards.Fill(paths.JointCells, StandoffGame.DefaultHorizon, departure, hazards);
        return hazards;
    }

    private static double[] Ratios(double[] own, double[] bare, Channel[][] groups) =>
        [.. groups.Select(g => Math.Clamp(Math.Log(Mean(own, g) / Mean(bare, g)), -ForecastSettings.Shipped.TiltCap, ForecastSettings.Shipped.TiltCap))];

    private static double Mean(double[] hazards, Channel[] group) => ForecastSettings.Shipped.HazardFloor
        + group.Sum(c => hazards.AsSpan((int)c * StandoffGame.DefaultHorizon, StandoffGame.DefaultHorizon).ToArray().Average());

    private static StandoffParameters Moved(string[] composite, double deviations)
    {
        var game = StandoffParameters.Default;
        foreach (var name in composite)
        {
            var prior = StandoffPriors.All[StandoffParameters.IndexOf(name)];
            var deviation = Math.Log(prior.High / prior.Low) / (2 * 1.6449);
            game = game.With(name, prior.Default * Math.Exp(deviations * deviation));
        }
        return game;
    }
}
