using System.Text.RegularExpressions;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;

namespace Standoff.Crises;

/// <summary>The state from which a report was written, by its dateline: there "the Federal Government" and "the Foreign Minister" are that state's.</summary>
internal static partial class HomeGovernment
{
    private static readonly int Head = (int)CrisisSettings.Of("reach.dateline");

    /// <summary>The state of the dateline; <see langword="null"/> where there is none, or several places stand in it.</summary>
    public static string? Of(Document document)
    {
        var head = document.Text[..Math.Min(Head, document.Text.Length)];
        var states = Dateline().Matches(head).Select(l => Gazetteer.Shipped.StateOfPlace(Written(l.Groups["place"].Value), document.Date ?? DateOnly.MaxValue)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return states is [var only] ? only : null;
    }

    /// <summary>Whether a name is an office or body that every state has, and says not of which.</summary>
    public static bool IsUnnamed(string name) => name.Length > 0 && Array.TrueForAll(name.ToLowerInvariant().Split(' '), w => ActWords.Home.FitsWord(w));

    private static string Written(string place) => string.Join(' ', place.Split(' ').Select(w => w.Length < 2 ? w : w[0] + w[1..].ToLowerInvariant()));

    // "LAGOS - ", "VILNIUS, U.S.S.R. - ", "KYIV, March 2 (Agency) — ".
    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{Lu}'’.]+(?: \p{Lu}[\p{Lu}'’.]+)*)(?:, [\p{L}\d. ]{2,30}){0,2}(?: \([^)\n]{1,40}\))? ?[-–—] (?=[^\n]*\p{Ll}{2})", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();
}

/// <summary>Names as sides, where a report's own government may be meant by an office alone.</summary>
internal readonly record struct SideNames(ActorRegister Register, string? Home)
{
    /// <summary>State or body that the name is or acts for; <see langword="null"/> if none is known.</summary>
    public string? SideOf(string name) => Register.SideOf(name) ?? (Home is not null && HomeGovernment.IsUnnamed(name) ? Home : null);
}
