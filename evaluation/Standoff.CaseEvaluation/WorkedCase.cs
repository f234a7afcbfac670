using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;

namespace Standoff.CaseEvaluation;

/// <summary>A case of <c>crises/endings.tsv</c>: what its documents made of it, and how it ended.</summary>
/// <param name="Key">Folder.</param>
/// <param name="Outcome">Key of the headline outcome that came about.</param>
/// <param name="IsForce">Whether force was used on the target's soil.</param>
/// <param name="Crisis">The crisis as the documents tell it.</param>
internal sealed record WorkedCase(string Key, string Outcome, bool IsForce, Crisis Crisis)
{
    private static readonly string[] Met = ["compliance", "negotiated-exit"];

    /// <summary>All cases of the folder.</summary>
    /// <exception cref="CaseFault">One lacks its documents, or no crisis is found in them.</exception>
    public static WorkedCase[] Read(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "endings.tsv")).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => Read(folder, l.Split('\t')))];

    private static WorkedCase Read(string folder, string[] cells)
    {
        var documents = Path.Combine(folder, cells[0], "documents");
        if (!Directory.Exists(documents)) throw new CaseFault($"{documents} is missing; endings.tsv names it.");
        var cast = GivenSides.AddedTo(null, cells[4], cells[5]);
        var readings = Directory.GetFiles(documents).Order(StringComparer.Ordinal).Select(p => ReadDocument(p, cast)).ToList();
        return CrisisProposal.Propose(LedgerBuilder.Build(readings), new ProposalOptions { Challenger = cells[4], Target = cells[5], Cast = cast }) switch
        {
            CrisisResult.Found found => new(cells[0], Known(cells[0], cells[1], found.Crisis), cells[2] != nameof(Force.None), found.Crisis),
            CrisisResult.NoCrisis none => throw new CaseFault($"{cells[0]}: {none.Message}"),
            var other => throw new InvalidOperationException($"No such result: {other}"),
        };
    }

    // What meets a demand is called a negotiated exit where the texts were read as asking a leader to go, and compliance else.
    private static string Known(string key, string outcome, Crisis crisis)
    {
        var outcomes = HeadlineOutcome.For(crisis.Demand.Kind).Select(o => o.Key).ToList();
        var known = outcomes.Contains(outcome) ? outcome : Met.Contains(outcome) ? outcomes.Find(Met.Contains) : null;
        return known ?? throw new CaseFault($"{key}: '{outcome}' of endings.tsv is no outcome of a brief with this demand ({crisis.Demand.Kind}); write one of {string.Join(", ", outcomes)}.");
    }

    private static Reading.Claims.Reading ReadDocument(string path, CastList? cast) => DocumentReader.Read(File.ReadAllBytes(path), path) switch
    {
        DocumentResult.Read read => ClaimReader.Read(read.Document, ReaderOptions.Default with { Cast = cast }),
        DocumentResult.Refused refused => throw new CaseFault(refused.Reason),
        var other => throw new InvalidOperationException($"No such result: {other}"),
    };
}

/// <summary>A worked case that cannot be evaluated.</summary>
internal sealed class CaseFault(string message) : Exception(message);
