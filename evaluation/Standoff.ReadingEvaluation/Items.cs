using Standoff.Reading.Claims;

namespace Standoff.ReadingEvaluation;

/// <summary>
/// Checks that a reading has the items of <c>items.tsv</c>: per row the words that a claim's content must hold (case-folded,
/// separated by spaces), the source that its chain must name, its factuality and kind; an empty cell is not checked.
/// </summary>
internal static class Items
{
    public static int Check(string file)
    {
        var reading = Texts.Read(file);
        var (all, found) = (0, 0);
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "items.tsv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t')))
        {
            all++;
            var near = reading.Claims.Where(c => row[1].Split(' ').All(w => c.Exact.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
            if (near.Exists(c => Agrees(c, row))) found++;
            else Console.WriteLine($"missing: {row[0]}\n{string.Join('\n', near.Select(Line))}");
        }
        Console.WriteLine($"{found} of {all} items found.");
        return found == all ? 0 : 1;
    }

    private static bool Agrees(Claim claim, string[] row) =>
        (row[2].Length == 0 || (row[2] == "-" ? claim.Sources.Length == 0 : row[2] == string.Join(">", claim.Sources.Select(s => s.Name + ":" + s.Kind.Word()))))
        && (row[3].Length == 0 || row[3].Split(' ').Contains(claim.Factuality.Code()))
        && (row[4].Length == 0 || row[4].Split(' ').Contains(claim.Kind.Word()))
        && (row[5].Length == 0 || row[5] == "yes" == claim.Condition is not null);

    private static string Line(Claim claim) =>
        $"    {claim.Exact} [{string.Join(">", claim.Sources.Select(s => s.Name + ":" + s.Kind.Word()))}] {claim.Factuality.Code()} {claim.Kind.Word()} {claim.Condition}";
}
