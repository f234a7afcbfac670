using System.Collections.Immutable;

namespace Standoff.Reading.Text;

/// <summary>Guesses what sort of text a document is from plain signs in its first lines.</summary>
internal static class GenreSigns
{
    private const int HeadLength = 600;
    private const int LinesLooked = 5;

    private static readonly ImmutableArray<Sign> s_signs = [.. ResourceTable.Read("Text.Resources.GenreSigns.tsv").Select(Sign.Of)];

    /// <summary>The genre of the first sign found; unknown without one.</summary>
    public static Genre Guess(string text, int from)
    {
        var head = text.AsSpan(from, Math.Min(text.Length - from, HeadLength)).ToString();
        var lines = head.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(LinesLooked).ToArray();
        foreach (var sign in s_signs)
            if (Array.Exists(lines, sign.IsIn)) return sign.Genre;
        return Genre.Unknown;
    }

    private sealed record Sign(string Words, string Where, Genre Genre)
    {
        public static Sign Of(string[] cells) => new(cells[0], cells[1], Enum.Parse<Genre>(cells[2]));

        public bool IsIn(string line) => Where switch
        {
            "line" => line.Trim(' ', '\uFEFF', ':', '*', '#', '[', ']', '|').Equals(Words, StringComparison.OrdinalIgnoreCase),
            "start" => line.TrimStart('\uFEFF', '*', '#', ' ').StartsWith(Words, StringComparison.OrdinalIgnoreCase),
            _ => line.Contains(Words, StringComparison.Ordinal),
        };
    }
}
