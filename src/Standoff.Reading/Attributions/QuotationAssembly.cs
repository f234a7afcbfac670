using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Puts quotations with the attributions of their sentences: a content that cuts a quotation takes the whole of it, a cue
/// without content takes the quotation beside it, and a quotation that stands free goes on from the last in its paragraph.
/// </summary>
internal sealed class QuotationAssembly(string text)
{
    private readonly ImmutableArray<TextSpan> _quotations = QuotedSpans.Of(text);
    private readonly List<Draft> _drafts = [];
    private readonly List<(TextSpan Span, int First, int End)> _sentences = [];

    /// <summary>Adds the next sentence with its findings.</summary>
    public void Add(TextSpan sentence, IReadOnlyList<Finding> findings)
    {
        var first = _drafts.Count;
        foreach (var finding in findings)
        {
            var cue = Extents.Spans(finding.Tree, finding.Cue);
            if (cue.Length == 0 || IsInsideQuotation(cue[0])) continue;
            _drafts.Add(new Draft(Extents.Spans(finding.Tree, finding.Source), cue, finding, _sentences.Count) { Content = [.. Extents.Spans(finding.Tree, finding.Content).Select(s => Whole(s, cue))] });
        }
        _sentences.Add((sentence, first, _drafts.Count));
    }

    /// <summary>The attributions of all sentences.</summary>
    public ImmutableArray<Attribution> Finish()
    {
        TakeQuotations();
        foreach (var (_, first, end) in _sentences) MarkEmbedded(first, end);
        return [.. _drafts.Where(d => d.Content.Count > 0 && !d.IsEmbedded).Select(d => d.Finish()).OrderBy(a => a.Content[0]).ThenBy(a => a.Cue[0])];
    }

    // What is wanted or thought within what is said belongs to what is said; what others say there is a link of a chain.
    private void MarkEmbedded(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var inner = _drafts[i];
            if (inner.IsChainLink) continue;
            for (var k = first; k < end && !inner.IsEmbedded; k++) inner.IsEmbedded = k != i && _drafts[k].Holds(inner) && !inner.Holds(_drafts[k]);
        }
    }

    private void TakeQuotations()
    {
        var at = 0;
        Draft? last = null;
        var lastSentence = -1;
        foreach (var quotation in _quotations)
        {
            while (at < _sentences.Count && _sentences[at].Span.End <= quotation.Start) at++;
            if (at == _sentences.Count) break;
            var end = at;
            while (end + 1 < _sentences.Count && _sentences[end + 1].Span.Start < quotation.End) end++;
            var owner = Covering(quotation, at, end) ?? Beside(quotation, at, end);
            if (owner is null && last is not null && SameParagraph(lastSentence, at) && StandsFree(quotation, at)) owner = last;
            if (owner is null) continue;
            owner.Take(quotation);
            if (quotation.Length > 12) (last, lastSentence) = (owner, end);
        }
    }

    private bool SameParagraph(int from, int to)
    {
        if (from < 0 || to < from) return false;
        return text.AsSpan(_sentences[from].Span.Start, _sentences[to].Span.Start - _sentences[from].Span.Start).IndexOf('\n') < 0;
    }

    // Nothing but the quotation in its sentence, or nothing of weight before it.
    private bool StandsFree(TextSpan quotation, int sentence) => quotation.Start - _sentences[sentence].Span.Start <= 1;

    private Draft? Covering(TextSpan quotation, int from, int to)
    {
        for (var s = from; s <= to; s++)
        {
            for (var i = _sentences[s].First; i < _sentences[s].End; i++)
            {
                if (_drafts[i].Content.Any(c => c.Overlaps(quotation))) return _drafts[i];
            }
        }
        return null;
    }

    // The cue that may take a quotation nearest to it.
    private Draft? Beside(TextSpan quotation, int from, int to)
    {
        Draft? best = null;
        var distance = int.MaxValue;
        foreach (var s in from == to ? (ReadOnlySpan<int>)[from] : [from, to])
        {
            for (var i = _sentences[s].First; i < _sentences[s].End; i++)
            {
                var draft = _drafts[i];
                if (!draft.Finding.TakesQuotation || draft.Content.Count > 0 && !draft.Content.All(IsQuoted)) continue;
                var gap = draft.Cue[0].Start >= quotation.End ? draft.Cue[0].Start - quotation.End : quotation.Start - draft.Cue[^1].End;
                if (gap < distance) (best, distance) = (draft, gap);
            }
        }
        return best;
    }

    private bool IsQuoted(TextSpan span) => QuotationAt(span.Start) >= 0;

    private bool IsInsideQuotation(TextSpan span) => QuotationAt(span.Start) is var q and >= 0 && _quotations[q].Length > 20;

    // A stretch that begins or ends inside a quotation takes all of it, unless the cue stands in it.
    private TextSpan Whole(TextSpan span, ImmutableArray<TextSpan> cue)
    {
        foreach (var place in (ReadOnlySpan<int>)[span.Start, span.End - 1])
        {
            if (QuotationAt(place) is var q and >= 0 && !cue.Any(c => c.Overlaps(_quotations[q]))) span = span.Union(_quotations[q]);
        }
        return span;
    }

    private int QuotationAt(int place)
    {
        var (low, high) = (0, _quotations.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_quotations[middle].End <= place) low = middle + 1;
            else if (_quotations[middle].Start > place) high = middle - 1;
            else return middle;
        }
        return -1;
    }

    private sealed class Draft(ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> cue, Finding finding, int sentence)
    {
        public ImmutableArray<TextSpan> Cue => cue;

        public Finding Finding => finding;

        public int Sentence => sentence;

        public List<TextSpan> Content { get; init; } = [];

        public bool IsEmbedded { get; set; }

        /// <summary>Whether it reports the words of a source that is named by more than a pronoun.</summary>
        public bool IsChainLink => finding.Class == CueClass.Speech && finding.Part != CuePart.Noun && finding.Frame is CueFrame.That or CueFrame.Quote or CueFrame.Clause && finding.Source.Any(t => finding.Tree.Tag(t) is PartOfSpeech.Noun or PartOfSpeech.Propn);

        public bool Holds(Draft other) => Content.Any(c => c.Overlaps(other.Cue[0]));

        public void Take(TextSpan quotation)
        {
            Content.Add(quotation);
        }

        public Attribution Finish() => new(source, cue, Merged(), finding.Part, finding.Class, finding.Frame);

        private ImmutableArray<TextSpan> Merged()
        {
            Content.Sort();
            var merged = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var span in Content)
            {
                if (merged.Count > 0 && merged[^1].End >= span.Start) merged[^1] = merged[^1].Union(span);
                else merged.Add(span);
            }
            return merged.ToImmutable();
        }
    }
}
