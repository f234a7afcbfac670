using Standoff.Reading.Claims;

namespace Standoff.Tests.Reading.Claims;

/// <summary>
/// Something that a reader must find in a text, told without the text's words: a few key words of the content, the
/// chain of sources, and what the other fields may be. A row of a tab-separated file; an empty cell is not checked.
/// </summary>
/// <param name="Name">What it is.</param>
/// <param name="Words">Words that the content must hold, in any case.</param>
/// <param name="Source">The chain as <c>Name:kind>Name:kind</c>, "-" for the author.</param>
/// <param name="Factualities">Codes that will do.</param>
/// <param name="Kinds">Kinds that will do.</param>
/// <param name="Conditional">Whether it must depend on a condition; <see langword="null"/> if it does not matter.</param>
public sealed record ExpectedItem(string Name, string[] Words, string Source, string[] Factualities, string[] Kinds, bool? Conditional)
{
    /// <summary>The rows below the header.</summary>
    public static IReadOnlyList<ExpectedItem> ReadAll(string file) => [.. File.ReadLines(file).Skip(1).Where(l => l.Length > 0).Select(Read)];

    /// <summary>The claims whose content holds the words.</summary>
    public IReadOnlyList<Claim> Near(Standoff.Reading.Claims.Reading reading) => [.. reading.Claims.Where(c => Words.All(w => c.Exact.Contains(w, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Whether one of the claims is it.</summary>
    public bool IsIn(Standoff.Reading.Claims.Reading reading) => Near(reading).Any(Agrees);

    /// <summary>A chain in the form that the rows use.</summary>
    public static string Chain(Claim claim) => claim.Sources.IsEmpty ? "-" : string.Join('>', claim.Sources.Select(s => s.Name + ":" + s.Kind.Word()));

    private static ExpectedItem Read(string row)
    {
        var cells = row.Split('\t');
        return new ExpectedItem(cells[0], Words(cells[1]), cells[2], Words(cells[3]), Words(cells[4]), cells[5].Length == 0 ? null : cells[5] == "yes");
        static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private bool Agrees(Claim claim) =>
        (Source.Length == 0 || Source == Chain(claim))
        && (Factualities.Length == 0 || Factualities.Contains(claim.Factuality.Code()))
        && (Kinds.Length == 0 || Kinds.Contains(claim.Kind.Word()))
        && (Conditional is null || Conditional == claim.Condition is not null);
}
