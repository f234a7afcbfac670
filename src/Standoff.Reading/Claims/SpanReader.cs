using System.Collections.Immutable;
using Standoff.Reading.Mentions;
using Standoff.Reading.Quantities;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Reading.Claims;

/// <summary>
/// What a document's own words say about any stretch of it: for readers that find claims in another way, and have to be held to the text.
/// </summary>
public sealed class SpanReader
{
    private readonly DocumentAnalysis _analysis;
    private readonly SentenceTree?[][] _trees;

    private SpanReader(DocumentAnalysis analysis)
    {
        _analysis = analysis;
        _trees = [.. analysis.Pieces.Select(p => new SentenceTree?[p.Length])];
        Sentences = [.. analysis.Sentences.Select(s => s.Span)];
        Names = [.. analysis.Mentions.All.Where(m => m.Kind != MentionKind.Place).Select(m => m.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The document's sentences in order.</summary>
    public ImmutableArray<TextSpan> Sentences { get; }

    /// <summary>Plain names of whom the document names: states, organisations, persons, outlets.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The document.</summary>
    public Document Document => _analysis.Document;

    /// <summary>Parses a document.</summary>
    public static SpanReader Of(Document document, ReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        return new SpanReader(DocumentAnalysis.Of(document, options));
    }

    /// <summary>What a stretch of one sentence says; <see langword="null"/> where it holds no word, cuts a word in two or leaves its sentence.</summary>
    /// <param name="sentence">Index of the sentence in <see cref="Sentences"/>.</param>
    /// <param name="span">The stretch.</param>
    public SpanFacts? Read(int sentence, TextSpan span)
    {
        if (PieceOf(sentence, span) is not { } tree || TokensIn(tree, span) is not { } tokens) return null;
        var head = tree.ClauseIn(tokens.First, tokens.Last);
        if (head < 0) return null;
        var proposition = new Proposition(head, tokens.First, tokens.Last, Voice.Author, "");
        var actors = new ActorFinder(tree, _analysis.Mentions, new ActorMemory(_analysis.Mentions));
        var own = Commitments.Of(tree, head, reported: false);
        return new SpanFacts(
            ClaimBuilder.IdOf(Document, span, span.Of(Document.Text)),
            actors.PredicateOf(proposition, own),
            own.Value,
            [.. Lemmas(tree, tokens.First, tokens.Last)],
            actors.Of(proposition, span, ClaimKind.Event, []),
            [.. QuantityReader.Read(tree.Sentence, span).Select(q => q.Quantity)],
            [.. TimeReader.Read(Document.Text, tree.Sentence.Span, Document.Date, tree.Sentence).Where(t => t is { IsDuration: false, Time: not null })]);
    }

    // A sentence that was parted into pieces has a tree for each; a stretch over several is read in the one that holds most of it.
    private SentenceTree? PieceOf(int sentence, TextSpan span)
    {
        if (sentence < 0 || sentence >= _trees.Length || !Sentences[sentence].Contains(span)) return null;
        var pieces = _analysis.Pieces[sentence];
        if (!pieces.Any(p => p.Count > 0)) return null;
        var best = Enumerable.Range(0, pieces.Length).Where(i => pieces[i].Count > 0).MaxBy(i => Common(pieces[i].Span, span));
        return _trees[sentence][best] ??= new SentenceTree(pieces[best]);
    }

    private static int Common(TextSpan a, TextSpan b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);

    private static (int First, int Last)? TokensIn(SentenceTree tree, TextSpan span)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < tree.Count; i++)
        {
            var token = tree.Span(i);
            if (!token.Overlaps(span)) continue;
            if (!span.Contains(token)) return null;
            if (first < 0) first = i;
            last = i;
        }
        return first < 0 ? null : (first, last);
    }

    private static IEnumerable<string> Lemmas(SentenceTree tree, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (tree.Tag(i) is not PartOfSpeech.Punct) yield return tree.Lemma(i);
    }
}

/// <summary>What a stretch of a sentence says by the words that stand in it.</summary>
/// <param name="Id">The id that a claim of this stretch has.</param>
/// <param name="Predicate">Its main verb or predicate noun, who acts on whom, and whether it is negated.</param>
/// <param name="Commitment">How certain its own modals, adverbs and negations leave it, never uncommitted.</param>
/// <param name="Lemmas">Its words as lemmas, without punctuation.</param>
/// <param name="Actors">Whom it names, agent first.</param>
/// <param name="Quantities">Its numbers.</param>
/// <param name="Times">The times of its whole sentence, resolved against the document's date.</param>
public sealed record SpanFacts(
    ClaimId Id,
    Predicate Predicate,
    Factuality Commitment,
    ImmutableArray<string> Lemmas,
    ImmutableArray<string> Actors,
    ImmutableArray<Quantity> Quantities,
    ImmutableArray<TimeMention> Times);
