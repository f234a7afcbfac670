using System.Collections.Immutable;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>What claims, attributions and events are read from: a document's sentences, their trees and its mentions.</summary>
/// <param name="Document">The document.</param>
/// <param name="Spans">Where its sentences stand, in order.</param>
/// <param name="Pieces">For each sentence its parts with their mended trees; most have one.</param>
/// <param name="Mentions">Who is named where.</param>
internal sealed record DocumentAnalysis(Document Document, ImmutableArray<TextSpan> Spans, ImmutableArray<ImmutableArray<Sentence>> Pieces, DocumentMentions Mentions)
{
    private readonly Lazy<ImmutableArray<Sentence>> _sentences = new(() => [.. SyntaxReader.Shipped.Parse(Document.Text, Cut(Document))]);

    /// <summary>The sentences as one tree each, as the parser made them; parsed when asked for, since claims are read from the pieces.</summary>
    public ImmutableArray<Sentence> Sentences => _sentences.Value;

    /// <summary>Parses a document and finds its mentions.</summary>
    public static DocumentAnalysis Of(Document document, ReaderOptions options)
    {
        var sentences = Cut(document);
        var pieces = Mended(document.Text, sentences);
        var mentions = MentionReader.Read(document.Text, [.. pieces.SelectMany(p => p)], document.Date, options.Cast);
        return new DocumentAnalysis(document, [.. sentences.Select(s => s.Span)], pieces, mentions);
    }

    /// <summary>The sentences of a document that is not read any further.</summary>
    public static ImmutableArray<ReadSentence> Unread(Document document) =>
        [.. Cut(document).Select(s => new ReadSentence(s.Span, SentenceStatus.Unread))];

    internal static List<SyntaxReader.CutSentence> Cut(Document document) =>
        [.. SyntaxReader.Cut(document.Text, BodyOf(document))];

    /// <summary>What stands behind a document's header.</summary>
    internal static TextSpan BodyOf(Document document) => new(Math.Clamp(document.Prologue, 0, document.Text.Length), document.Text.Length);

    /// <summary>The trees that claims are read from. A sentence that is parted is parsed piece by piece: short stretches parse better.</summary>
    internal static ImmutableArray<ImmutableArray<Sentence>> Mended(string text, IReadOnlyList<SyntaxReader.CutSentence> sentences)
    {
        var cut = new List<SyntaxReader.CutSentence>(sentences.Count);
        var ends = new int[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            var pieces = PartsOf(text, sentences[i]);
            if (pieces.Count == 1 && pieces[0] == sentences[i].Span) cut.Add(sentences[i]);
            else cut.AddRange(pieces.SelectMany(p => SyntaxReader.Cut(text, p)));
            ends[i] = cut.Count;
        }

        var trees = SyntaxReader.Shipped.Parse(text, cut).Select(s => InterjectionParser.Mend(text, s)).ToImmutableArray();
        return [.. ends.Select((end, i) => trees[(i == 0 ? 0 : ends[i - 1])..end])];
    }

    // Whether a colon parts a sentence is asked of its tree; few sentences have one.
    private static IReadOnlyList<TextSpan> PartsOf(string text, SyntaxReader.CutSentence sentence)
    {
        Sentence? whole = null;
        return SentencePieces.Of(text, sentence.Span, i => IsJoint(whole ??= SyntaxReader.Shipped.Parse(text, [sentence])[0], i));
    }

    // "Nor is his word worth much: he swore that …": a clause on either side, and no speech in front that the colon opens.
    private static bool IsJoint(Sentence sentence, int offset)
    {
        var colon = -1;
        for (var i = 0; i < sentence.Count && colon < 0; i++)
        {
            if (sentence.SpanAt(i).Start == offset) colon = i;
        }
        if (colon < 4 || colon + 4 > sentence.Count || ReportingLexicon.Reports(ThatClauses.VerbLemma(sentence, colon - 1)) || ReportingLexicon.Noun(sentence.LemmaAt(colon - 1)) is not null) return false;
        if (sentence.FormAt(colon + 1) is "that" or "whether" or "to" || sentence.TagAt(colon + 1) is PartOfSpeech.Verb or PartOfSpeech.Punct || IsSaid(sentence, colon)) return false;
        return IsTensed(sentence, 0, colon) && IsTensed(sentence, colon + 1, sentence.Count);
    }

    private static bool IsSaid(Sentence sentence, int colon)
    {
        for (var i = 0; i < colon; i++)
        {
            if (sentence.TagAt(i) == PartOfSpeech.Verb && ReportingLexicon.Reports(sentence.LemmaAt(i).ToLowerInvariant())) return true;
        }
        return false;
    }

    private static bool IsTensed(Sentence sentence, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (sentence.PennTagAt(i) is "VBD" or "VBZ" or "VBP" or "MD") return true;
        }
        return false;
    }

    /// <summary>The pieces of one sentence.</summary>
    internal static ImmutableArray<Sentence> PiecesOf(string text, Sentence sentence) =>
        Mended(text, [new SyntaxReader.CutSentence(sentence.Span, [.. sentence.Tokens.Select(t => t.Span)])])[0];
}
