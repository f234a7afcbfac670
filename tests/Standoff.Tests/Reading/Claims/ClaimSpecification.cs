using System.Globalization;
using Standoff.Reading.Claims;
using Standoff.Reading.Quantities;

namespace Standoff.Tests.Reading.Claims;

/// <summary>
/// One passage of a specification with the claims that it must give. A specification is Markdown: prose, a line
/// <c>DATE: …</c>, then for each case the passage as a block quotation and a table with a row per claim, in text order,
/// or the words "No claim." Columns that the table leaves out are not checked, nor is a cell that holds <c>*</c>.
/// </summary>
public sealed record ClaimSpecification(string File, int Line, DateOnly? Date, string Passage, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public override string ToString() => $"{Path.GetFileNameWithoutExtension(File)}:{Line.ToString(CultureInfo.InvariantCulture)}";

    public static IEnumerable<ClaimSpecification> ReadFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(ReadFile);

    /// <summary>What the claims say in the table's columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Actual(IEnumerable<Claim> claims, string text) =>
        [.. claims.Select(c => (IReadOnlyList<string>)[.. Columns.Select(column => Cell(c, column, text))])];

    /// <summary>What differs, one line each; empty if the claims are as specified.</summary>
    public IReadOnlyList<string> Differences(IReadOnlyList<IReadOnlyList<string>> actual)
    {
        var faults = new List<string>();
        for (var i = 0; i < Math.Max(Rows.Count, actual.Count); i++)
        {
            if (i >= Rows.Count) faults.Add("too many: " + string.Join(" | ", actual[i]));
            else if (i >= actual.Count) faults.Add("missing: " + string.Join(" | ", Rows[i]));
            else if (!Rows[i].Zip(actual[i]).All(p => Agrees(p.First, p.Second))) faults.Add("expected " + string.Join(" | ", Rows[i]) + "\n       got " + string.Join(" | ", actual[i]));
        }
        return faults;
    }

    private static bool Agrees(string expected, string actual)
    {
        if (expected == "*" || expected == actual) return true;
        return expected.Contains("* (", StringComparison.Ordinal) && SameHops(expected.Split(" > "), actual.Split(" > ")) || expected.EndsWith("> *", StringComparison.Ordinal) && SameHops(expected.Split(" > "), actual.Split(" > "));
    }

    private static bool SameHops(string[] expected, string[] actual) =>
        expected.Length == actual.Length && expected.Zip(actual).All(p => p.First == "*" || p.First == p.Second || p.First.StartsWith("* (", StringComparison.Ordinal) && p.Second.EndsWith(p.First[2..], StringComparison.Ordinal));

    private static IEnumerable<ClaimSpecification> ReadFile(string file)
    {
        var lines = System.IO.File.ReadAllLines(file);
        DateOnly? date = null;
        var passage = new List<string>();
        var at = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.StartsWith("DATE: ", StringComparison.Ordinal)) date = DateOnly.ParseExact(line[6..], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            else if (line.StartsWith('>'))
            {
                if (passage.Count == 0) at = i + 1;
                passage.Add(line.Length > 1 ? line[2..] : "");
            }
            else if (passage.Count > 0 && line == "No claim.")
            {
                yield return new ClaimSpecification(file, at, date, string.Join('\n', passage), ["content"], []);
                passage.Clear();
            }
            else if (passage.Count > 0 && line.StartsWith('|'))
            {
                var columns = Cells(line);
                var rows = new List<IReadOnlyList<string>>();
                for (i += 2; i < lines.Length && lines[i].StartsWith('|'); i++) rows.Add(Cells(lines[i]));
                yield return new ClaimSpecification(file, at, date, string.Join('\n', passage), columns, rows);
                passage.Clear();
            }
        }
    }

    private static string[] Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(c => c.Trim())];

    private static string Cell(Claim claim, string column, string text) => column switch
    {
        "content" => claim.Exact,
        "source" => string.Join(" > ", claim.Sources.Select(s => $"{s.Name} ({s.Kind.Word()})".TrimStart())),
        "cues" => string.Join(", ", claim.Cues.Select(c => c.Of(text))),
        "factuality" => claim.Factuality == claim.SourceFactuality && claim.Sources.Length == 0 ? claim.Factuality.Code() : claim.Factuality.Code() + "/" + claim.SourceFactuality.Code(),
        "kind" => claim.Kind.Word(),
        "actors" => string.Join(", ", claim.Actors),
        "quantities" => string.Join(", ", claim.Quantities.Select(Amount)),
        "time" => claim.Time?.Value ?? "",
        "condition" => claim.Condition?.Of(text) ?? "",
        "predicate" => $"{string.Join('+', claim.Predicate.Agents)} {(claim.Predicate.Negated ? "not " : "")}{claim.Predicate.Lemma} {string.Join('+', claim.Predicate.Patients)}".Trim(),
        _ => throw new InvalidOperationException($"A specification has no column \"{column}\"."),
    };

    private static string Amount(Quantity q) => q.Value.ToString(CultureInfo.InvariantCulture) + " " + q.Unit + (q.Approximate ? " ~" : "");
}
