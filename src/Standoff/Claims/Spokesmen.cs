using System.Collections.Frozen;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>Who speaks for a state: whoever holds an office of it at the time, by the table of leaders or by what stands beside his name in the text.</summary>
internal sealed class Spokesmen
{
    // Characters beside a name within which a title is his.
    private const int Reach = 60;

    private static readonly string[][] Titles =
        [.. ResourceTable.Load("Claims", "offices.tsv").Rows.Where(r => r["speaks"] == "yes").Select(r => r["title"].Split(' '))];

    // Who was, or would be, holds none; nor does one whom the opposition has.
    private static readonly FrozenSet<string> NotInOffice = FrozenSet.ToFrozenSet(["former", "ex", "opposition", "shadow", "exiled", "ousted", "deposed", "rebel", "rival", "candidate", "would", "self", "vice"]);

    private readonly Dictionary<(DocumentId Document, string Name), bool> _known = [];

    /// <summary>Whether somebody speaks for the state to which his document ties him.</summary>
    public bool SpeaksFor(string name, string state, LedgerDocument document) =>
        document.Reading.Affiliations.TryGetValue(name, out var own) && own == state && name != state && IsInOffice(name, document.Document);

    private bool IsInOffice(string name, Document document)
    {
        if (_known.TryGetValue((document.Id, name), out var known)) return known;
        return _known[(document.Id, name)] = (document.Date is { } day && Gazetteer.Shipped.InOfficeSince(name, day) is not null) || HasTitle(name, document.Text);
    }

    private static bool HasTitle(string name, string text)
    {
        for (var at = name.Length == 0 ? -1 : text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            if (EndsInTitle(Before(text, at)) || (After(text, at + name.Length) is { Length: > 0 } apposition && HoldsTitle(apposition))) return true;
        return false;
    }

    // "Northland's foreign minister, Ann Head": the title is the last before the name.
    private static bool EndsInTitle(string[] words) => Titles.Any(t => words.AsSpan().EndsWith(t)) && !words.Any(NotInOffice.Contains);

    // "Ann Head, the foreign minister of Northland".
    private static bool HoldsTitle(string[] words) => Titles.Any(t => words.AsSpan().IndexOf(t) >= 0) && !words.Any(NotInOffice.Contains);

    private static string[] Before(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - Reach)..at);
        return Words(before[(1 + before.LastIndexOfAny(".;:\n"))..]);
    }

    private static string[] After(string text, int at)
    {
        if (at >= text.Length || text[at] != ',') return [];
        var rest = text.AsSpan((at + 1)..Math.Min(text.Length, at + 1 + Reach));
        return Words(rest[..(rest.IndexOfAny(",.;:\n") is var end and >= 0 ? end : rest.Length)]);
    }

    private static string[] Words(ReadOnlySpan<char> text) => text.ToString().ToLowerInvariant().Split([' ', ',', '-', '\r', '“', '"'], StringSplitOptions.RemoveEmptyEntries);
}
