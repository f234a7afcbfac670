using System.Globalization;
using System.Text;

namespace Standoff.Cli.Views;

/// <summary>Fits text into columns: by what it takes on a terminal, not by its length in memory.</summary>
internal static class TextLayout
{
    /// <summary>Columns that a text takes: wide East Asian characters two, marks and controls none.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes()) columns += Columns(rune);
        return columns;
    }

    /// <summary>One line, cut with an ellipsis where it is too long.</summary>
    public static string Cut(string text, int width)
    {
        text = OneLine(text);
        if (Columns(text) <= width) return text;
        var cut = new StringBuilder();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            at += Columns(rune);
            if (at > width - 1) break;
            cut.Append(rune.ToString());
        }
        return cut.ToString().TrimEnd() + "…";
    }

    /// <summary>The text filled up with spaces to a width.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Columns(text)));

    /// <summary>The text in lines of at most a width, broken at spaces.</summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Columns(line) + 1 + Columns(word) > width)
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? word : line + " " + word;
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    // Texts are other people's: their control characters (escape sequences, too) never reach the terminal.
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value != 0x202F && rune.Value != 0xA0) line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (!IsHidden(rune)) line.Append(rune.ToString());
        }
        return line.ToString();
    }

    // Controls, and the marks that turn the direction of what follows.
    private static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static int Columns(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control) return 0;
        return rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
    }
}
