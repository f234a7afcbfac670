using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>Correlates-of-War list of major powers and of direct contiguity.</summary>
internal sealed class Majors(string data)
{
    private readonly IReadOnlyList<HistoryRow> _majors = new HistoryFolder(data).Read("majors").Rows;

    private readonly HashSet<(int, int)> _neighbours = [.. new HistoryFolder(data).Read("contiguity").Rows
        .Where(r => r.Number("conttype") is >= 1 and <= 2)
        .SelectMany(r => new[] { (r.Whole("ccode1")!.Value, r.Whole("ccode2")!.Value), (r.Whole("ccode2")!.Value, r.Whole("ccode1")!.Value) })];

    public bool Contains(int state, int year) => _majors.Any(r => r.Whole("ccode") == state && r.Whole("styear") <= year && year <= r.Whole("endyear"));

    /// <summary>Whether the two share a land border or less than 12 miles of water, in any year of the record.</summary>
    public bool AreNeighbours(int first, int second) => _neighbours.Contains((first, second));
}
