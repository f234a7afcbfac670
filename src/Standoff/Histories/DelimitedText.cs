using System.Text;

namespace Standoff.Histories;

/// <summary>Records of a text of fields between commas, semicolons or tabs, as RFC 4180 quotes them: a quoted field may hold separators, doubled quotes and line breaks.</summary>
internal static class DelimitedText
{
    private static readonly char[] Separators = [',', '\t', ';'];

    /// <summary>Records with the line that each begins on. Empty lines are none.</summary>
    /// <exception cref="HistoryFault">A quote is not closed.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Records(string name, string text)
    {
        var separator = Separator(text);
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (first, start) = (line, at);
            var fields = Record(name, text, separator, ref at, ref line);
            if (text.AsSpan(start, at - start).Trim().Length > 0) yield return (first, fields);
        }
    }

    /// <summary>The separator that the first line has most of.</summary>
    private static char Separator(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var header = end < 0 ? text : text[..end];
        return Separators.MaxBy(s => header.Count(c => c == s));
    }

    private static string[] Record(string name, string text, char separator, ref int at, ref int line)
    {
        var (fields, field, quoted, opened) = (new List<string>(), new StringBuilder(), false, 0);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n') line++;
            if (c == '"' && quoted && at + 1 < text.Length && text[at + 1] == '"') { field.Append('"'); at++; }
            else if (c == '"' && (quoted || field.Length == 0)) (quoted, opened) = (!quoted, line);
            else if (c == separator && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else if (c == '\n' && !quoted) { at++; break; }
            else if (c != '\r' || quoted) field.Append(c);
        }
        if (quoted) throw new HistoryFault(name, opened, 0, "a quote is opened and not closed; mend the line.");
        return [.. fields, field.ToString()];
    }
}
