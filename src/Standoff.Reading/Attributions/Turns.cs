using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>A turn of a transcript: the name in front of the colon and what its bearer says up to the end of the paragraph.</summary>
internal readonly record struct Turn(TextSpan Speaker, TextSpan Colon, TextSpan Speech)
{
    // Fewer labelled paragraphs may be a list of topics.
    private const int FewestTurns = 3;

    /// <summary>The turns of a text from an offset on; none if it is no transcript.</summary>
    public static ImmutableArray<Turn> Of(string text, int from)
    {
        var turns = ImmutableArray.CreateBuilder<Turn>();
        for (var start = from; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOf('\n') is var line and >= 0 ? start + line : text.Length;
            if (At(text, start, end) is { } turn) turns.Add(turn);
            start = end + 1;
        }
        return turns.Count >= FewestTurns ? turns.ToImmutable() : [];
    }

    private static Turn? At(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        foreach (var label in TranscriptPatterns.Label().EnumerateMatches(text.AsSpan(start, Math.Min(end - start, 80))))
        {
            var colon = start + text.AsSpan(start, label.Length).LastIndexOf(':');
            var speech = start + label.Length;
            if (speech < end) return new Turn(new TextSpan(start, colon), new TextSpan(colon, colon + 1), new TextSpan(speech, end));
        }
        return null;
    }
}

internal static partial class TranscriptPatterns
{
    // "ANN LEE:", "MR. LEE (through interpreter):", one to four words, all in capitals.
    [GeneratedRegex(@"^(?:[\p{Lu}][\p{Lu}.'’-]+)(?: [\p{Lu}][\p{Lu}.'’-]*){0,3}(?: \([^)\n]{1,30}\))?:\s+", RegexOptions.CultureInvariant)]
    public static partial Regex Label();
}
