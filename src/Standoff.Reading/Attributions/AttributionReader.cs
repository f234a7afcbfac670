using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>Finds the attributions of a document: who is said to have said, thought, wanted or felt what.</summary>
public static class AttributionReader
{
    private const int LongestSentence = 400;

    /// <summary>Reads a document. The same document and options give the same attributions, on any machine; no text makes it throw.</summary>
    /// <returns>The attributions by the start of their content, then of their cue.</returns>
    public static ImmutableArray<Attribution> Read(Document document, ReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        return document.IsEnglish ? Read(DocumentAnalysis.Of(document, options)) : [];
    }

    internal static ImmutableArray<Attribution> Read(DocumentAnalysis analysis)
    {
        var assembly = new QuotationAssembly(analysis.Document.Text);
        for (var i = 0; i < analysis.Sentences.Length; i++)
        {
            var sentence = analysis.Pieces[i].Length == 1 ? analysis.Pieces[i][0] : TreeRepair.Mend(analysis.Sentences[i]);
            var findings = sentence.Count is 0 or > LongestSentence ? [] : SentenceCues.Of(new SentenceTree(sentence));
            assembly.Add(analysis.Sentences[i].Span, findings);
        }
        return assembly.Finish();
    }
}
