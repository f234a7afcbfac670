using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Puts quotations with the attributions of their sentences: a content that cuts a quotation takes the whole of it, a cue
/// without content takes the quotation beside it, and a quotation that stands free goes on from the last in its paragraph.
/// </summary>
internal sealed class QuotationAssembly(string text)
{
    // Shorter stretches in quotation marks are words that the author distances himself from, names, titles.
    private const int ShortestSpeech = 20;

    private readonly ImmutableArray<TextSpan> _quotations = QuotedSpans.Of(text);
    private readonly List<Draft> _drafts = [];
    private readonly List<(TextSpan Span, int First, int End)> _sentences = [];

    /// <summary>Adds the next sentence with its findings.</summary>
    public void Add(TextSpan sentence, IReadOnlyList<Finding> findings)
    {
        var first = _drafts.Count;
        foreach (var finding in findings)
        {
            var draft = new Draft(finding);
            if (draft.Cue.Length == 0 || IsInsideSpeech(draft.Cue[0])) continue;
            foreach (var span in draft.Content.ToArray()) draft.Take(Whole(span, draft.Cue));
            _drafts.Add(draft);
        }
        _sentences.Add((sentence, first, _drafts.Count));
    }

    /// <summary>The attributions of all sentences.</summary>
    public ImmutableArray<Attribution> Finish()
    {
        TakeQuotations();
        foreach (var (sentence, first, end) in _sentences)
        {
            for (var i = first; i < end; i++) CloseGaps(_drafts[i], sentence);
            MarkEmbedded(first, end);
        }
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
        (Draft Draft, TextSpan Quotation)? last = null;
        foreach (var quotation in _quotations)
        {
            while (at < _sentences.Count && _sentences[at].Span.End <= quotation.Start) at++;
            if (at == _sentences.Count) break;
            var end = at;
            while (end + 1 < _sentences.Count && _sentences[end + 1].Span.Start < quotation.End) end++;
            var owner = Owner(quotation, at, end, last);
            if (owner is not null && quotation.Length > ShortestSpeech) last = (owner, quotation);
        }
    }

    private Draft? Owner(TextSpan quotation, int from, int to, (Draft Draft, TextSpan Quotation)? last)
    {
        var opens = OpensAsSpeech(quotation, from);
        if (Beside(quotation, from, to, opens) is { } speaker) return speaker;
        foreach (var draft in Drafts(from, to))
        {
            if (!draft.Overlaps(quotation)) continue;
            draft.Take(quotation);
            return draft;
        }
        if (opens && last is { } before && GoesOn(before.Quotation, quotation, from))
        {
            before.Draft.Take(quotation);
            return before.Draft;
        }
        return null;
    }

    private IEnumerable<Draft> Drafts(int from, int to)
    {
        for (var i = _sentences[from].First; i < _sentences[to].End; i++) yield return _drafts[i];
    }

    // At the start of a sentence, or behind a comma, a colon, a dash or another quotation.
    private bool OpensAsSpeech(TextSpan quotation, int sentence)
    {
        var before = Before(quotation.Start);
        return before < _sentences[sentence].Span.Start || text[before] is ',' or ':' or ';' or '.' or '?' or '!' or '—' or '–' or '-' || QuotedSpans.MarkAt(text, before) > 0;
    }

    private int Before(int place)
    {
        do place--;
        while (place >= 0 && char.IsWhiteSpace(text[place]));
        return place;
    }

    // The paragraph is the same, or the last quotation was left open at its end.
    private bool GoesOn(TextSpan last, TextSpan quotation, int sentence)
    {
        if (quotation.Start - _sentences[sentence].Span.Start > 1) return false;
        var between = text.AsSpan(last.End, quotation.Start - last.End);
        return between.IndexOf('\n') < 0 || between.Trim().IsEmpty && !char.IsWhiteSpace(text[last.End - 1]) && QuotedSpans.MarkAt(text, last.End - 1) == 0;
    }

    // A cue right behind or right before a quotation has it for its content, whatever else its sentence holds.
    private Draft? Beside(TextSpan quotation, int from, int to, bool opens)
    {
        Draft? best = null;
        var distance = int.MaxValue;
        foreach (var draft in Drafts(from, to))
        {
            if (!draft.Finding.TakesQuotation) continue;
            var gap = Gap(draft, quotation);
            if (gap < 0 || gap >= distance) continue;
            if (!draft.Overlaps(quotation) && !MayTake(draft, gap, opens)) continue;
            (best, distance) = (draft, gap);
        }
        if (best is null) return null;
        if (best.Content.Count == 0 || best.Overlaps(quotation) || best.Content.Any(c => QuotationAt(c.End - 1) >= 0)) best.Take(quotation);
        else best.TakeOnly(quotation);
        return best;
    }

    private bool MayTake(Draft draft, int gap, bool opens)
    {
        if (draft.Content.Count == 0) return opens || gap <= 120;
        return opens && (gap <= 3 || draft.Content.All(IsSpeech));
    }

    // Characters between; a source that lies in the quotation was mistaken and does not count.
    private static int Gap(Draft draft, TextSpan quotation)
    {
        if (draft.Start >= quotation.End) return draft.Start - quotation.End;
        if (draft.Cue[0].Start >= quotation.End) return draft.Cue[0].Start - quotation.End;
        return quotation.Start - draft.End;
    }

    private bool IsSpeech(TextSpan span) => QuotationAt(span.Start) >= 0 && QuotationAt(span.End - 1) >= 0;

    // "insisted he had a “great” name", "says the “loose talk” does harm": the words around a quoted bit belong to it.
    private void CloseGaps(Draft draft, TextSpan sentence)
    {
        if (!draft.IsClause || draft.Content.Count == 0) return;
        var (first, last) = (draft.Content[0], draft.Content[^1]);
        if (first.Start > draft.End && QuotationAt(first.Start) >= 0 && first.Start - draft.End < 80 && text.AsSpan(draft.End, first.Start - draft.End).IndexOfAny(",:;") < 0)
            draft.Take(new TextSpan(draft.End + 1, first.End));
        if (QuotationAt(last.End - 1) < 0 || last.End + 1 >= text.Length || text[last.End] != ' ' || !char.IsLetter(text[last.End + 1])) return;
        var limit = draft.Start > last.End ? draft.Start : sentence.End;
        var stop = last.End;
        while (stop < limit && text[stop] is not (',' or ';' or '.' or ':' or '—')) stop++;
        if (stop > last.End + 1 && Drafts(draft).All(d => d.Cue[0].Start < last.End || d.Cue[0].Start >= stop)) draft.Take(new TextSpan(last.Start, stop));
    }

    private IEnumerable<Draft> Drafts(Draft beside)
    {
        var at = _drafts.IndexOf(beside);
        for (var i = Math.Max(0, at - 8); i < Math.Min(_drafts.Count, at + 8); i++) yield return _drafts[i];
    }

    private bool IsInsideSpeech(TextSpan span) => QuotationAt(span.Start) is var q and >= 0 && _quotations[q].Length > ShortestSpeech;

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
}
