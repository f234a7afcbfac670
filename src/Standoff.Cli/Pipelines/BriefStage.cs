using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Standoff.Briefs;
using Standoff.Envelopes;
using Standoff.Forecasts;
using Standoff.Questions;

namespace Standoff.Cli.Pipelines;

/// <summary>Ledger, crisis and forecast to the brief.</summary>
internal static class BriefStage
{
    public static Brief Build(Envelope envelope, EmbedSource embed, PreviousRun? previous = null, TrackRecord? record = null) =>
        BriefBuilder.Build(envelope.Ledger!, envelope.Crisis!, envelope.Forecast!, new BriefOptions
        {
            Version = EnvelopeJson.Version,
            Run = RunOf(envelope),
            CommandLine = CommandLine(envelope),
            Embed = embed,
            Previous = previous,
            Record = record,
            Comparison = Compared(envelope, previous),
            Warnings = [.. envelope.Refused.Select(r => $"Left out: {r.Reason}"), .. envelope.Warnings, .. ByModel(envelope)],
        });

    private static Comparison? Compared(Envelope envelope, PreviousRun? previous) => previous is { Crisis: { } crisis, Ledger: { } ledger }
        ? Comparer.Compare(SideOf(envelope) with { Crisis = crisis, Ledger = ledger, Forecast = previous.Forecast }, SideOf(envelope), OptionsOf(envelope))
        : null;

    /// <summary>The envelope as one side of a comparison.</summary>
    public static ComparisonSide SideOf(Envelope envelope) => new(envelope.Crisis!, envelope.Ledger!, envelope.Forecast!) { IsEdited = envelope.Settings.Edited is not null, Cast = envelope.Settings.Cast };

    /// <summary>Draws, seed and weeks of the envelope's forecast.</summary>
    public static ForecastOptions OptionsOf(Envelope envelope) => new() { Draws = envelope.Forecast!.Draws, InfluenceDraws = envelope.Forecast.InfluenceDraws, Seed = envelope.Forecast.Seed, HorizonWeeks = envelope.Forecast.HorizonWeeks };

    // Whoever reads the brief is told whose reading it rests on.
    private static IEnumerable<string> ByModel(Envelope envelope)
    {
        var claims = envelope.Readings.SelectMany(r => r.Claims).ToList();
        return claims.SelectMany(c => c.Why).Where(w => w.StartsWith("language model ", StringComparison.Ordinal)).GroupBy(w => w, StringComparer.Ordinal)
            .Select(g => FormattableString.Invariant($"{g.Count()} of {claims.Count} claims were proposed by the {g.Key}; their words stand in the text, what is made of them is its judgement."));
    }

    /// <summary>A run's id: a hash of everything that its brief is made of.</summary>
    public static string RunOf(Envelope envelope) =>
        "r-" + Convert.ToHexStringLower(SHA256.HashData(EnvelopeJson.Write(envelope with { Brief = null })))[..8];

    /// <summary>A command line that makes the run again from its documents.</summary>
    private static string CommandLine(Envelope envelope)
    {
        var line = new StringBuilder("standoff run DOCUMENTS");
        var (settings, forecast) = (envelope.Settings, envelope.Forecast!);
        if (settings.AsOf is { } day) line.Append(" --as-of ").Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (settings.Challenger is { } challenger) line.Append(" --challenger '").Append(challenger).Append('\'');
        if (settings.Target is { } target) line.Append(" --target '").Append(target).Append('\'');
        foreach (var alias in settings.Without) line.Append(" --without ").Append(alias);
        if (settings.Weeks is { } weeks) line.Append(CultureInfo.InvariantCulture, $" --weeks {weeks}");
        return line.Append(CultureInfo.InvariantCulture, $" --draws {forecast.Draws} --seed {forecast.Seed}").ToString();
    }
}
