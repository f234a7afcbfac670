using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Reading.Events;

/// <summary>Finds the political events of a document: who does what to whom, in PLOVER's terms.</summary>
public static class EventReader
{
    /// <summary>Reads a document. The same document and options give the same events, on any machine; no text makes it throw.</summary>
    /// <returns>The events in the order of their sentences, within one those of the outer clauses first.</returns>
    public static ImmutableArray<PoliticalEvent> Read(Document document, ReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        if (!document.IsEnglish) return [];
        return Read(DocumentAnalysis.Of(document, options));
    }

    internal static ImmutableArray<PoliticalEvent> Read(DocumentAnalysis analysis)
    {
        var events = ImmutableArray.CreateBuilder<PoliticalEvent>();
        for (var i = 0; i < analysis.Pieces.Length; i++)
        {
            foreach (var piece in analysis.Pieces[i])
                if (piece.Count is > 0 and <= SentenceEvents.LongestSentence) events.AddRange(new SentenceEvents(analysis.Document, analysis.Mentions, new SentenceTree(HeadlineRepair.Mend(piece)), i).Read().Select(e => e.Event));
        }
        return events.ToImmutable();
    }
}
