using System.Globalization;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.NarrativeEvaluation;

/// <summary>
/// A whole report with the crisis that it must give. A specification is Markdown: a heading, a line <c>DATE: …</c>, the report as a block
/// quotation, then a table with one row (challenger, target, demand, deadline, template, rung; <c>*</c> is not checked) or the words
/// "No crisis."
/// </summary>
internal sealed record ReportSpecification(string Name, DateOnly? Date, string Text, IReadOnlyList<string> Expected)
{
    public static IReadOnlyList<ReportSpecification> Read(string file)
    {
        var all = new List<ReportSpecification>();
        var (name, date, text) = ("", (DateOnly?)null, new List<string>());
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal)) name = lines[i][3..];
            else if (lines[i].StartsWith("DATE: ", StringComparison.Ordinal)) date = DateOnly.ParseExact(lines[i][6..], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            else if (lines[i].StartsWith('>')) text.Add(lines[i].Length > 1 ? lines[i][2..] : "");
            else if (text.Count > 0 && (lines[i] == "No crisis." || lines[i].StartsWith('|')))
            {
                var cells = lines[i].StartsWith('|') ? lines[i += 2].Trim().Trim('|').Split('|').Select(c => c.Trim()) : [];
                all.Add(new ReportSpecification(name, date, string.Join('\n', text), [.. cells]));
                text.Clear();
            }
        }
        return all;
    }

    /// <summary>What the program reads out of it.</summary>
    public Reading.Claims.Reading Read() => ClaimReader.Read(new Document(new DocumentId(Name), Name, Text, Date), ReaderOptions.Default);

    /// <summary>What the program proposes, in the columns of the table; empty if it proposes no crisis.</summary>
    public IReadOnlyList<string> Proposed()
    {
        return CrisisProposal.Propose(LedgerBuilder.Build([Read()])) is CrisisResult.Found { Crisis: var c }
            ? [c.Challenger.Name, c.Target.Name, CrisisWords.Of(c.Demand.Kind), c.Demand.Deadline?.Value ?? "", c.Template, CrisisWords.Of(c.Present.Mode)]
            : [];
    }

    /// <summary>Whether the sides that the program proposes are said to be a guess.</summary>
    public bool IsGuess => CrisisProposal.Propose(LedgerBuilder.Build([Read()])) is CrisisResult.Found { Doubt: not null };

    public bool Agrees(IReadOnlyList<string> proposed) => Expected.Count == proposed.Count && Expected.Zip(proposed).All(p => p.First == "*" || p.First == p.Second);

    public bool HasSides(IReadOnlyList<string> proposed) => Expected.Take(2).SequenceEqual(proposed.Take(2));
}
