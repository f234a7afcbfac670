using System.Globalization;
using System.Text;

namespace Standoff.Reading.Mentions;

/// <summary>How personal names are built.</summary>
internal static class PersonNames
{
    private static readonly string[] s_familyNameFirst = ["China", "Taiwan", "North Korea", "South Korea"];

    /// <summary>A name without the marks over and under its letters, as the table of leaders has most of them.</summary>
    public static string Plain(string name)
    {
        if (name.AsSpan().IndexOfAnyInRange('\u00c0', '\u024f') < 0) return name;
        var plain = name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(plain);
    }

    /// <summary>The family name: the first word of names of eastern Asia, else the last that is no "Jr." or numeral.</summary>
    public static string SurnameOf(string name, string? state)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return name;
        var last = words[^1] is "Jr." or "Sr." or "II" or "III" or "VI" && words.Length > 1 ? words[^2] : words[^1];
        var easternOrder = words.Length > 1 && words[0].Length > 1 && ((state is not null && Array.IndexOf(s_familyNameFirst, state) >= 0) || (last.Contains('-', StringComparison.Ordinal) && char.IsLower(last[^1]) && char.IsLower(last[last.IndexOf('-', StringComparison.Ordinal) + 1])));
        return easternOrder ? words[0] : last;
    }
}
