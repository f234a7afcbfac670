using System.Collections.Immutable;

namespace Standoff.Briefs;

/// <summary>What it takes to make this very brief again.</summary>
internal static class ManifestSection
{
    public static Section Write(BriefMaterial material, string run)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        facts.Add(new("Run", Code(run)));
        facts.Add(new("Version", Code(material.Options.Version)));
        facts.Add(new("Seed", Prose.Number(material.Seed)));
        facts.Add(new("Draws", Prose.Of($"{material.Draws}, {material.InfluenceDraws} for influences")));
        facts.Add(new("Weeks", Prose.Number(material.Horizon)));
        facts.Add(new("As of", Prose.Words(material.AsOf is { } day ? NumberText.Day(day) : "not known: no document gave a date")));
        if (material.Options.CommandLine.Length > 0) facts.Add(new("Command line", Code(material.Options.CommandLine)));
        if (!material.Ledger.Withdrawn.IsDefaultOrEmpty) facts.Add(new("Withdrawn claims", Prose.Words(string.Join(", ", material.Ledger.Withdrawn))));
        facts.AddRange(material.Ledger.Documents.Select(d => new Fact($"SHA-256 of {d.Alias}", Code(d.Document.Id.Value))));
        return new Section("manifest", "Reproducibility manifest",
        [
            new Block.Paragraph(Prose.Words("The same documents, crisis, seed, draws and version give the same bytes on every machine.")),
            new Block.Facts(facts.ToImmutable()),
        ]);
    }

    private static Prose Code(string text) => new([new Inline.Code(text)]);
}
