using System.Collections.Immutable;
using Standoff.Reading.Attributions;
using Standoff.Reading.Events;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Reading.Claims;

/// <summary>Finds the claims of a document: what is presented as so, said or possible, by whom, and how firmly.</summary>
public static class ClaimReader
{
    private const int LongestSentence = 400;

    /// <summary>Reads a document. The same document and options give the same reading, on any machine; no text makes it throw.</summary>
    public static Reading Read(Document document, ReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        if (!document.IsEnglish) return new Reading(document, DocumentAnalysis.Unread(document), []);
        var analysis = DocumentAnalysis.Of(document, options);
        var reading = new DocumentWalk(analysis).Read();
        return reading with
        {
            Attributions = options.Attributions ? AttributionReader.Read(analysis) : [],
            Events = options.Events ? EventReader.Read(analysis) : [],
        };
    }

    // Sentences in order, with what one hands on to the next: the voice of a quotation that runs on.
    private sealed class DocumentWalk(DocumentAnalysis analysis)
    {
        private readonly ImmutableArray<ReadSentence>.Builder _sentences = ImmutableArray.CreateBuilder<ReadSentence>();
        private readonly List<Claim> _claims = [];
        private readonly Quotation _quotation = new(analysis.Document.Text);
        private readonly ActorMemory _memory = new(analysis.Mentions);
        private readonly Transcript _transcript = new(analysis.Document.Text);
        private Edtf? _anchor;

        public Reading Read()
        {
            var (document, spans, pieces, _) = analysis;
            for (var i = 0; i < spans.Length; i++)
            {
                var status = SentenceStatus.NoClaim;
                foreach (var piece in pieces[i])
                {
                    var read = ReadOne(piece);
                    if (read == SentenceStatus.Read || status == SentenceStatus.NoClaim) status = read;
                }
                _sentences.Add(new ReadSentence(spans[i], status));
            }
            var ordered = _claims.OrderBy(c => c.Anchor.Span).DistinctBy(c => c.Anchor.Span);
            return new Reading(document, _sentences.ToImmutable(), [.. ordered]) { Affiliations = Affiliations() };
        }

        private ClauseWalker Walk(SentenceTree tree, Voice voice)
        {
            var walker = new ClauseWalker(tree, new SpeakerFinder(tree, analysis.Mentions));
            if (!SentenceForm.IsQuestion(tree)) SentenceForm.Read(tree, walker, voice);
            else if (!OpensParagraph(tree.Sentence.Span.Start)) walker.Question(voice);
            return walker;
        }

        // A question that a paragraph opens with is its heading; one that comes later stays open.
        private bool OpensParagraph(int start)
        {
            var text = analysis.Document.Text;
            for (var i = start - 1; i >= 0; i--)
            {
                if (text[i] == '\n') return true;
                if (!char.IsWhiteSpace(text[i])) return false;
            }
            return true;
        }

        // Of two states for one name the first in the text holds.
        private ImmutableSortedDictionary<string, string> Affiliations()
        {
            var states = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var mention in analysis.Mentions.All)
                if (mention.State is { } state && mention.Kind != MentionKind.Place) states.TryAdd(mention.Name, state);
            return states.ToImmutable();
        }

        private SentenceStatus ReadOne(Sentence sentence)
        {
            if (sentence.Count == 0) return SentenceStatus.NoClaim;
            if (sentence.Count > LongestSentence) return SentenceStatus.Unread;
            var tree = new SentenceTree(sentence);
            var (runningOn, certain) = _quotation.Open(sentence.Span);
            var turn = _transcript.At(sentence.Span.Start) ?? Voice.Author;
            var walker = Walk(tree, certain && runningOn.IsReported ? runningOn : turn);
            if (!certain && runningOn.IsReported && walker.LastReported is null) walker = Walk(tree, runningOn);
            _quotation.Close(sentence.Span, walker.LastReported);
            if (OpensParagraph(sentence.Span.Start)) _anchor = null;
            var builder = new ClaimBuilder(analysis.Document, analysis.Mentions, tree, _sentences.Count, _memory, _anchor);
            if (walker.Found.Count > 0)
            {
                var events = new SentenceEvents(analysis.Document, analysis.Mentions, tree, _sentences.Count).ByToken();
                _claims.AddRange(walker.Found.Select(p => builder.Build(p, walker.Found) with { Event = events.GetValueOrDefault(p.Head) }));
            }
            _anchor = builder.LastTime;
            if (walker.Found.Count > 0) return SentenceStatus.Read;
            return SentenceForm.HasVerb(tree) || sentence.Count <= 12 ? SentenceStatus.NoClaim : SentenceStatus.Unread;
        }
    }
}
