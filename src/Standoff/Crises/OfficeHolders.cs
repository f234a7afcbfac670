using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;

namespace Standoff.Crises;

/// <summary>A person whom the texts tie to a state or armed group by an office.</summary>
internal sealed record OfficeHolder(string Name, string State, bool IsHead);

/// <summary>
/// Reads from the texts whom a person serves: "Northland's foreign minister, Ann Head", "Ann Head, the president of Northland".
/// </summary>
internal static class OfficeHolders
{
    private static readonly int Window = (int)CrisisSettings.Of("reach.office");
    private static readonly int Particle = (int)CrisisSettings.Of("reach.name-particle");

    private static readonly (string Title, bool IsHead)[] Titles =
        [.. ResourceTable.Load("Claims", "offices.tsv").Rows.Select(r => (r["title"], r["head"] == "yes")).OrderByDescending(t => t.Item1.Length)];

    /// <summary>All persons among actors and sources of the ledger for whom a state and an office stand beside the name.</summary>
    public static IEnumerable<OfficeHolder> In(Ledger ledger)
    {
        foreach (var document in ledger.Documents)
        {
            var text = document.Document.Text;
            foreach (var name in Persons(document.Reading).Distinct().Order(StringComparer.Ordinal))
                if (Of(name, text) is { } holder) yield return holder;
        }
    }

    private static IEnumerable<string> Persons(Standoff.Reading.Claims.Reading reading) => reading.Claims
        .SelectMany(c => c.Actors.Concat(c.Sources.Where(s => s.Kind == SourceKind.Person).Select(s => s.Name)))
        .Where(n => n.Contains(' ') && IsWritten(n) && Gazetteer.Shipped.FindState(n) is null);

    /// <summary>Whether a name is written as a person's: words with capitals, but for small ones ("bin", "von").</summary>
    public static bool IsWritten(string name) => name.Split(' ').All(w => w.Length > 0 && (char.IsUpper(w[0]) || w.Length <= Particle));

    private static OfficeHolder? Of(string name, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var before = Clause(text[Math.Max(0, at - Window)..at], last: true);
            var after = Clause(text[(at + name.Length)..Math.Min(text.Length, at + name.Length + Window)], last: false);
            var holder = Match(name, before) ?? (after.StartsWith(',') ? Match(name, after[1..].Split(',')[0]) : null);
            if (holder is not null) return holder;
        }
        return null;
    }

    private static OfficeHolder? Match(string name, string words)
    {
        var lower = words.ToLowerInvariant();
        if (lower.Contains("former ", StringComparison.Ordinal) || lower.Contains("ex-", StringComparison.Ordinal)) return null;
        foreach (var (title, isHead) in Titles)
            if (lower.Contains(title, StringComparison.Ordinal) && StateIn(words) is { } state) return new OfficeHolder(name, state, isHead);
        return null;
    }

    // The last state named wins: it is nearest to the name before, and the office's own after.
    private static string? StateIn(string words)
    {
        var tokens = words.Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal).Split([' ', ',', '(', ')', '"', '“'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            if (!char.IsUpper(tokens[i][0])) continue;
            if (ActorRegister.GroupOf(tokens[i]) is { } group) return group;
            if (i > 0 && ActorRegister.GroupOf(tokens[i - 1] + " " + tokens[i]) is { } named) return named;
            if (i > 0 && Gazetteer.Shipped.FindState(tokens[i - 1] + " " + tokens[i]) is { } two) return two.Name;
            if (Gazetteer.Shipped.FindState(tokens[i]) is { } one) return one.Name;
        }
        return null;
    }

    // A full stop inside an abbreviation ("U.S.") does not end a clause.
    private static string Clause(string words, bool last)
    {
        for (var i = last ? words.Length - 2 : 0; i >= 0 && i < words.Length - 1; i += last ? -1 : 1)
        {
            var ends = words[i] is ';' or '\n' or '?' or '!' || (words[i] == '.' && words[i + 1] == ' ' && i > 1 && char.IsLower(words[i - 1]) && char.IsLower(words[i - 2]));
            if (ends) return last ? words[(i + 1)..] : words[..i];
        }
        return words;
    }
}
