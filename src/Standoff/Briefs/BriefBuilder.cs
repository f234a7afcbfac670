using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>Writes the brief of a forecast.</summary>
public static class BriefBuilder
{
    /// <summary>The brief of a forecast; a pure function of its arguments.</summary>
    /// <param name="ledger">The claims.</param>
    /// <param name="crisis">The model that was made of them.</param>
    /// <param name="forecast">What the model gave.</param>
    /// <param name="options">How the brief is made.</param>
    /// <exception cref="NumberWithoutLineageException">A number that would be printed comes from nowhere.</exception>
    public static Brief Build(Ledger ledger, Crisis crisis, Forecast forecast, BriefOptions options)
    {
        var material = new BriefMaterial(ledger, crisis, forecast, options);
        var run = options.Run.Length > 0 ? options.Run : RunId(material);
        var sections = Sections(material, run);
        return new Brief(
            crisis.Title,
            Question(material),
            material.AsOf,
            material.Until,
            run,
            options.Handling,
            sections,
            new Trace(material.Numbers.All, TraceWriter.Claims(material), TraceWriter.Documents(material)),
            SummaryWriter.Write(material, run));
    }

    /// <summary>The brief of a comparison: what changed, what made it, and the claims behind it.</summary>
    /// <param name="ledger">The later ledger.</param>
    /// <param name="crisis">The later crisis.</param>
    /// <param name="forecast">The later forecast.</param>
    /// <param name="options">With the run before and the comparison.</param>
    /// <exception cref="NumberWithoutLineageException">A number that would be printed comes from nowhere.</exception>
    public static Brief Compare(Ledger ledger, Crisis crisis, Forecast forecast, BriefOptions options)
    {
        var material = new BriefMaterial(ledger, crisis, forecast, options);
        ImmutableArray<Section> sections =
        [
            .. new[] { ChangesSection.Write(material) }.OfType<Section>().Select(s => s with { Title = "What changed" }),
            new Section("trace", "Trace appendix", [new Block.Derivations(), new Block.Claims(), new Block.Texts()]),
        ];
        return new Brief(crisis.Title, ComparisonProse.Question(options.Comparison), material.AsOf, material.Until, options.Run, options.Handling, sections,
            new Trace(material.Numbers.All, TraceWriter.Claims(material), TraceWriter.Documents(material)), SummaryWriter.Write(material, options.Run));
    }

    private static ImmutableArray<Section> Sections(BriefMaterial material, string run)
    {
        Section?[] written =
        [
            KeyJudgementsSection.Write(material),
            PrecedentsSection.Write(material),
            OutcomesSection.Write(material),
            WaterfallSection.Write(material),
            InfluenceSection.Write(material),
            UnusedSection.Write(material),
            ChangesSection.Write(material),
            ActorsSection.Write(material),
            LadderSection.Write(material),
            GameSection.Write(material),
            DayAfterSection.Write(material),
            AlternativesSection.Write(material),
            AssumptionsSection.Write(material),
            SourcesSection.Write(material),
            TrackRecordSection.Write(material),
            MethodSection.Write(material),
            new Section("trace", "Trace appendix", [new Block.Derivations(), new Block.Claims(), new Block.Texts()]),
            ManifestSection.Write(material, run),
        ];
        return [.. written.OfType<Section>()];
    }

    private static string Question(BriefMaterial material) =>
        $"How does it end {material.ByTheEnd}, and what force is used until then?";

    private static string RunId(BriefMaterial material)
    {
        var inputs = new StringBuilder();
        foreach (var document in material.Ledger.Documents) inputs.Append(document.Document.Id.Value).Append('\n');
        inputs.AppendJoin(',', material.Ledger.Withdrawn).Append('\n');
        inputs.Append(CultureInfo.InvariantCulture, $"{material.Forecast.Seed} {material.Forecast.Draws} {material.Forecast.HorizonWeeks} {material.AsOf:O} {material.Options.Version}");
        return "r-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs.ToString())))[..8];
    }
}
