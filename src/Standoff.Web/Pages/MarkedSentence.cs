using System.Collections.Immutable;
using Standoff.Briefs;

namespace Standoff.Web.Pages;

/// <summary>A sentence cut at the ends of its claims, which may overlap.</summary>
internal static class MarkedSentence
{
    /// <summary>The pieces in order; together they are the sentence.</summary>
    public static ImmutableArray<MarkedPiece> Pieces(QuotedSentence sentence)
    {
        var cuts = sentence.Marks.SelectMany(m => new[] { m.Start, m.End }).Append(0).Append(sentence.Text.Length)
            .Where(c => c >= 0 && c <= sentence.Text.Length).Distinct().Order().ToList();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => Piece(sentence, from, to))];
    }

    private static MarkedPiece Piece(QuotedSentence sentence, int from, int to) => new(
        sentence.Text[from..to],
        sentence.Marks.Count(m => m.Start <= from && m.End >= to),
        [.. sentence.Marks.Where(m => Math.Min(m.End, sentence.Text.Length) == to).Select(m => m.Claim)]);
}

/// <summary>A stretch of a sentence under the same claims.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Depth">How many claims cover it.</param>
/// <param name="Closing">Claims that end with it.</param>
internal sealed record MarkedPiece(string Text, int Depth, ImmutableArray<string> Closing);
