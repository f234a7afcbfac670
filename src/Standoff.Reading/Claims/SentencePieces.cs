using System.Text.RegularExpressions;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>
/// Parts a sentence into the stretches that are parsed each on its own: what stands before and after a semicolon or
/// before a quotation that opens as a sentence does, without a leading dateline, time stamp or label.
/// </summary>
internal static partial class SentencePieces
{
    /// <summary>The pieces of a sentence; one that is the whole where nothing parts it.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="sentence">Where the sentence stands.</param>
    /// <param name="isJoint">Whether the colon at an offset stands between two clauses.</param>
    public static List<TextSpan> Of(string text, TextSpan sentence, Func<int, bool> isJoint)
    {
        var start = sentence.Start + Prefix(text.AsSpan(sentence.Start, sentence.Length));
        var pieces = new List<TextSpan>();
        var (quoted, brackets) = (false, 0);
        for (var i = start; i < sentence.End; i++)
        {
            var c = text[i];
            if (c is '"' or '“' or '”') quoted = c == '"' ? !quoted : c == '“';
            else if (c is '(' or '[') brackets++;
            else if (c is ')' or ']') brackets--;
            if (brackets > 0 || quoted && c != ';' || !Parts(text, i, sentence.End) && !(c == ':' && isJoint(i))) continue;
            pieces.Add(new TextSpan(start, i + 1));
            for (start = i + 1; start < sentence.End && char.IsWhiteSpace(text[start]); start++) i = start;
        }
        if (start < sentence.End) pieces.Add(new TextSpan(start, sentence.End));
        return pieces;
    }

    private static bool Parts(string text, int i, int end)
    {
        if (text[i] == ';') return i + 1 < end && text[i + 1] == ' ';
        if (text[i] == ':' && i + 30 < end && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && text.AsSpan(i + 2, end - i - 2).Count(' ') >= 4 && char.IsLower(text[Math.Max(0, i - 1)])) return true;
        if (text[i] is not (':' or ',') || i + 3 >= end || text[i + 1] != ' ' || text[i + 2] is not ('"' or '“')) return false;
        return text[i] == ':' || char.IsUpper(text[i + 3]);
    }

    private static int Prefix(ReadOnlySpan<char> sentence)
    {
        foreach (var match in Bullet().EnumerateMatches(sentence)) return match.Length + Prefix(sentence[match.Length..]);
        foreach (var match in Stamp().EnumerateMatches(sentence)) return match.Length;
        foreach (var match in Dateline().EnumerateMatches(sentence)) return match.Length;
        if (sentence.Length > 0 && sentence[^1] is not ('.' or '?' or '!' or '"' or '”'))
        {
            foreach (var match in Label().EnumerateMatches(sentence)) return match.Length;
        }
        return 0;
    }

    [GeneratedRegex(@"^(?:[-–—•*·]\s+|\(?\d{1,2}[.)]\s+(?=\p{Lu}))", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:(?:(?:MR|MRS|MS|MISS|DR)\. )?[\p{Lu}][\p{Lu}'’-]{2,}(?: [\p{Lu}][\p{Lu}'’.-]*){0,4}(?: \([^)\n]{2,40}\))?:\s+(?=[\p{Lu}""“‘])|\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?|GMT|[A-Z]{2,4}(?= ?[:–—-]))?\s*[:–—-]?\s+(?:(?:[\p{Lu}]{4,}|OVER|THE)(?: [\p{Lu}]{2,}){0,3}\.\s+)?(?=\S)|RT\s+@\w+:\s+|(?:@\w+\s+)+(?=[A-Z]))", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^(?:[\p{Lu}](?:[\p{Lu}\d .,:'’/-]|(?<=[ ,])(?:Jan|Feb|Mar|March|Apr|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)(?=[. ])){2,60}(?:\([\p{L} ]{2,30}\)\s*)?|[\p{Lu}][\p{L} .,'’/-]{1,60}\([\p{L} ]{2,30}\)\s*)\s*(?:--|[–—-])\s+(?=\S)|^[\p{Lu}]{4,}(?: [\p{Lu}]{2,}){0,3}\.\s+(?=\p{Lu}\p{Ll}|\p{Lu} )", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^[\p{L}\d][\p{L}\d'’. -]{1,40}:\s+(?=[\p{Lu}\d""“‘])", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
