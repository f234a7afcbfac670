using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;

namespace Standoff.NarrativeEvaluation;

/// <summary>The texts from which the weights of the signs are learnt, and those beside them that they are judged by.</summary>
internal static class TrainingTexts
{
    // Reports are what the program is for, and there are few of them.
    private const double ReportWeight = 4;

    private const int Halves = 2;
    private const int Every = 20;
    private const int LongestRelease = 15_000;

    private static readonly string[] Looked = ["reports.md", "reports-short.md", "reports-open.md", "reports-past.md", "others.md"];

    private static readonly string[] Wars = ["Ukrain", "Taiwan", "DPRK"];

    /// <summary>A narrative with its coded pairs.</summary>
    public static PairText Of(Narrative narrative) =>
        PairText.Of(narrative.Name, LedgerBuilder.Build([narrative.Read()]), narrative.Day, (c, t) => narrative.Pairs.Any(p => p.Challenger.Cow == Code(c) && p.Target.Cow == Code(t)), 1);

    /// <summary>Reports of a specification, each with the pair that it is about, if any.</summary>
    public static IEnumerable<PairText> Reports(string folder) => Looked.SelectMany(f => ReportSpecification.Read(Path.Combine(folder, f))).Select(r =>
        PairText.Of(r.Name, LedgerBuilder.Build([r.Read()]), r.Date, (c, t) => r.Expected.Count > 1 && r.Expected[0] == c && r.Expected[1] == t, ReportWeight));

    /// <summary>Articles of Wikinews that are about no crisis between two states, the halves by turns.</summary>
    public static IEnumerable<PairText> Wikinews(string folder, int half) => Directory.GetFiles(Path.Combine(folder, "wikinews"), "*.txt").Order(StringComparer.Ordinal)
        .Where((f, i) => i % Halves == half && !Quarrels().Any(f.Contains)).Select(Article).OfType<Reading.Claims.Reading>().Select(NoCrisis);

    /// <summary>One in twenty of the short press releases of the State Department that speak of none of the great crises of their years.</summary>
    public static IEnumerable<PairText> Releases(string folder, int remainder) => File.ReadLines(Path.Combine(folder, "state_dept_releases.jsonl")).Where((_, i) => i % Every == remainder).Select(Release).OfType<Reading.Claims.Reading>().Select(NoCrisis);

    private static int Code(string side) => Gazetteer.Shipped.FindState(side)?.Cow ?? -1;

    private static PairText NoCrisis(Reading.Claims.Reading reading) => PairText.Of(reading.Document.Name, LedgerBuilder.Build([reading]), reading.Document.Date, (_, _) => false, 1);

    private static Reading.Claims.Reading? Article(string file) => DocumentReader.Read(File.ReadAllBytes(file), file) is DocumentResult.Read { Document: var document }
        ? ClaimReader.Read(document with { Date = document.Date ?? DateOnly.ParseExact(Path.GetFileName(file)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) }, ReaderOptions.Default)
        : null;

    private static Reading.Claims.Reading? Release(string line)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        if (text.Length > LongestRelease || Wars.Any(w => text.Contains(w, StringComparison.Ordinal))) return null;
        var (name, date) = (json.RootElement.GetProperty("title").GetString()!, DateTimeOffset.Parse(json.RootElement.GetProperty("pubDate").GetString()!, CultureInfo.InvariantCulture));
        return ClaimReader.Read(new Document(new DocumentId(name), name, text, DateOnly.FromDateTime(date.DateTime)), ReaderOptions.Default);
    }

    private static string[] Quarrels()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Standoff.NarrativeEvaluation.Resources.quarrels.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Skip(1)];
    }
}
