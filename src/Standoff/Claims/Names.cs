using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Standoff.Claims;

/// <summary>Whether two names mean the same.</summary>
internal static class Names
{
    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        ["the", "mr", "mrs", "ms", "president", "general", "of", "sen", "rep", "gen", "sir", "dr"]);

    /// <summary>Lower case, without diacritics, punctuation, articles and titles.</summary>
    public static string Fold(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join(' ', words.Where(w => !Empty.Contains(w)));
        return kept.Length > 0 ? kept : string.Join(' ', words);
    }

    /// <summary>Whether the names are equal when folded, or all words of the shorter end the longer ("Maduro", "Nicolás Maduro").</summary>
    public static bool Same(string one, string other) => SameFolded(Fold(one), Fold(other));

    internal static bool SameFolded(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return false;
        if (a == b) return true;
        return a.Length > b.Length ? a.EndsWith(" " + b, StringComparison.Ordinal) : b.EndsWith(" " + a, StringComparison.Ordinal);
    }
}
