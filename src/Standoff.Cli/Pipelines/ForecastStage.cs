using Standoff.Cli.Hosting;
using Standoff.Crises;
using Standoff.Envelopes;
using Standoff.Forecasts;

namespace Standoff.Cli.Pipelines;

/// <summary>The crisis to its forecast.</summary>
internal static class ForecastStage
{
    public static Envelope Run(Envelope envelope, int jobs, Progress progress, CancellationToken stop, bool explain = true)
    {
        progress.Enter("forecast");
        var defaults = new ForecastOptions();
        var draws = envelope.Settings.Draws ?? defaults.Draws;
        var options = defaults with
        {
            Draws = draws,
            // Fewer than the forecast's, so that versions are compared with beliefs held.
            InfluenceDraws = Math.Min(defaults.InfluenceDraws, draws / 2),
            Seed = envelope.Settings.Seed ?? defaults.Seed,
            HorizonWeeks = envelope.Settings.Weeks ?? defaults.HorizonWeeks,
            Jobs = jobs,
            Explain = explain,
            Without = explain ? aliases => CrisisRevision.Without(envelope.Crisis!, envelope.Ledger!, aliases) : null,
        };
        return envelope with { Forecast = Forecaster.Forecast(envelope.Crisis!, envelope.Ledger, options, progress, stop) };
    }
}
