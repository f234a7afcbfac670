using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Finds the attributions of a document: who is said to have said, thought, wanted or felt what. A source with several
/// coordinated contents is one attribution. Within what is said only what others say is one of its own; what stands inside a
/// quotation is not read any further.
/// </summary>
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
        var assembly = new QuotationAssembly(analysis.Document.Text, DocumentAnalysis.BodyOf(analysis.Document).Start);
        var labels = new LabelCues(analysis.Mentions);
        var headlines = new Headlines(analysis.Sentences);
        for (var i = 0; i < analysis.Sentences.Length; i++)
        {
            var findings = IsHeadline(analysis, i) && Labelled(analysis, headlines, labels, i) is { } labelled
                ? [labelled]
                : Found(headlines.Read(analysis.Pieces[i].Length == 1 ? analysis.Pieces[i][0] : TreeRepair.Mend(analysis.Sentences[i])));
            assembly.Add(analysis.Sentences[i].Span, findings);
        }
        return assembly.Finish();
    }

    private static List<Finding> Found(Sentence sentence) =>
        sentence.Count is 0 or > LongestSentence ? [] : SentenceCues.Of(new SentenceTree(sentence));

    // The first sentence, or one that has its line for itself and is set as a title or ends without a stop.
    private static bool IsHeadline(DocumentAnalysis analysis, int i)
    {
        var sentence = analysis.Sentences[i];
        if (sentence.Count is < 5 or > 40) return false;
        if (i == 0) return true;
        var text = analysis.Document.Text;
        var (before, after) = (analysis.Sentences[i - 1].Span.End, i + 1 < analysis.Sentences.Length ? analysis.Sentences[i + 1].Span.Start : text.Length);
        if (text.AsSpan(before, sentence.Span.Start - before).IndexOf('\n') < 0 || after < text.Length && text.AsSpan(sentence.Span.End, after - sentence.Span.End).IndexOf('\n') < 0) return false;
        return Headlines.IsTitleCase(sentence) || char.IsLetterOrDigit(text[sentence.Span.End - 1]);
    }

    private static Finding? Labelled(DocumentAnalysis analysis, Headlines headlines, LabelCues labels, int i) =>
        labels.Of(new SentenceTree(headlines.Read(TreeRepair.Mend(analysis.Sentences[i]))));
}
