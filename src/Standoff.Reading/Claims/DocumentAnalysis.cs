using System.Collections.Immutable;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>What claims, attributions and events are read from: a document's sentences, their trees and its mentions.</summary>
/// <param name="Document">The document.</param>
/// <param name="Sentences">Its sentences in order.</param>
/// <param name="Pieces">For each sentence its parts with their mended trees; most have one.</param>
/// <param name="Mentions">Who is named where.</param>
internal sealed record DocumentAnalysis(Document Document, ImmutableArray<Sentence> Sentences, ImmutableArray<ImmutableArray<Sentence>> Pieces, DocumentMentions Mentions)
{
    /// <summary>Parses a document and finds its mentions.</summary>
    public static DocumentAnalysis Of(Document document, ReaderOptions options)
    {
        var parsed = Parsed(document);
        var pieces = parsed.Select(s => PiecesOf(document.Text, s)).ToImmutableArray();
        var mentions = MentionReader.Read(document.Text, [.. pieces.SelectMany(p => p)], document.Date, options.Cast);
        return new DocumentAnalysis(document, parsed, pieces, mentions);
    }

    /// <summary>The sentences of a document that is not read any further.</summary>
    public static ImmutableArray<ReadSentence> Unread(Document document) =>
        [.. Parsed(document).Select(s => new ReadSentence(s.Span, SentenceStatus.Unread))];

    private static ImmutableArray<Sentence> Parsed(Document document) =>
        [.. SyntaxReader.Shipped.Read(document.Text, new TextSpan(Math.Clamp(document.Prologue, 0, document.Text.Length), document.Text.Length))];

    // A sentence that is parted is parsed again piece by piece: short stretches parse better.
    internal static ImmutableArray<Sentence> PiecesOf(string text, Sentence sentence)
    {
        var pieces = SentencePieces.Of(text, sentence.Span, i => IsJoint(sentence, i));
        if (pieces.Count == 1 && pieces[0] == sentence.Span) return [InterjectionParser.Mend(text, sentence)];
        return [.. pieces.SelectMany(p => SyntaxReader.Shipped.Read(text, p)).Select(s => InterjectionParser.Mend(text, s))];
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
}
