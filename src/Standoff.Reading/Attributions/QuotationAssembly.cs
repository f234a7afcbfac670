using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Puts quotations with the attributions of their sentences: a content that cuts a quotation takes the whole of it, a cue
/// without content takes the quotation beside it, and a quotation that stands free goes on from the last in its paragraph.
/// </summary>
/// <param name="text">The text of the document.</param>
/// <param name="start">Where it begins behind its header.</param>
internal sealed class QuotationAssembly(string text, int start)
{
    // Shorter stretches in quotation marks are words that the author distances himself from, names, titles.
    private const int ShortestSpeech = 20;

    // Characters between what somebody said and a quotation that goes on from it.
    private const int FarthestContinuation = 2000;

    // Characters between a cue and quoted words that no comma or colon announces.
    private const int FarthestBit = 120;

    // Characters between a cue and a quoted bit of what it attributes that are taken in with the bit.
    private const int LongestLead = 80;

    // A comma and a space.
    private const int Adjoining = 3;

    private readonly Stretches _quotations = new(QuotedSpans.Of(text));
    private readonly ImmutableArray<Turn> _turns = Turn.Of(text, start);
    private readonly List<Draft> _drafts = [];
    private readonly List<(TextSpan Span, int First, int End)> _sentences = [];
    private Stretches? _spoken;

    // What stands in the turns of a transcript is said as a whole.
    private Stretches Spoken => _spoken ??= new Stretches([.. _turns.Select(t => t.Speaker.Union(t.Speech))]);

    /// <summary>Adds the next sentence with its findings.</summary>
    public void Add(TextSpan sentence, IReadOnlyList<Finding> findings)
    {
        var first = _drafts.Count;
        foreach (var finding in findings)
        {
            var draft = new Draft(finding);
            if (draft.Cue.Length == 0 || IsInsideSpeech(draft.Cue[0]) || Spoken.At(draft.Cue[0].Start) is not null) continue;
            foreach (var span in draft.Content.ToArray()) draft.Take(Whole(span, draft.Cue));
            _drafts.Add(draft);
        }
        _sentences.Add((sentence, first, _drafts.Count));
    }

    /// <summary>The attributions of all sentences.</summary>
    public ImmutableArray<Attribution> Finish()
    {
        TakeQuotations();
        for (var s = 0; s < _sentences.Count; s++)
        {
            var (sentence, first, end) = _sentences[s];
            TakeBlock(s);
            for (var i = first; i < end; i++) CloseGaps(_drafts[i], sentence, first, end);
            MarkEmbedded(first, end);
        }
        var found = _drafts.Where(d => d.Content.Count > 0 && !d.IsEmbedded).Concat(_turns.Select(t => new Draft(t)));
        return [.. found.Select(d => d.Finish()).OrderBy(a => a.Content[0]).ThenBy(a => a.Cue[0])];
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
        (Draft Draft, int End)? last = null;
        foreach (var quotation in _quotations.All)
        {
            for (; at < _sentences.Count && _sentences[at].Span.End <= quotation.Start; at++) last = LastToSpeak(at) ?? last;
            if (at == _sentences.Count) break;
            var end = at;
            while (end + 1 < _sentences.Count && _sentences[end + 1].Span.Start < quotation.End) end++;
            var owner = Owner(quotation, IsAnnounced(quotation, at) ? at - 1 : at, end, last);
            if (owner is not null && (quotation.Length > ShortestSpeech || OpensAsSpeech(quotation, at))) last = (owner, quotation.End);
        }
    }

    // The last in a sentence to say something in a clause, unless somebody's quotation ended later.
    private (Draft Draft, int End)? LastToSpeak(int sentence)
    {
        var (span, first, end) = _sentences[sentence];
        for (var i = end - 1; i >= first; i--)
        {
            var draft = _drafts[i];
            if (draft.TakesQuotation && draft.Frame is CueFrame.That or CueFrame.Quote && draft.Content.Count > 0) return (draft, span.End);
        }
        return null;
    }

    // The sentence before ends in a colon.
    private bool IsAnnounced(TextSpan quotation, int sentence) =>
        sentence > 0 && quotation.Start == _sentences[sentence].Span.Start && text[_sentences[sentence - 1].Span.End - 1] == ':';

    private Draft? Owner(TextSpan quotation, int from, int to, (Draft Draft, int End)? last)
    {
        var opens = OpensAsSpeech(quotation, from);
        if (Beside(quotation, from, to, opens) is { } speaker) return speaker;
        foreach (var draft in Drafts(from, to))
        {
            if (!draft.Overlaps(quotation)) continue;
            draft.Take(quotation);
            return draft;
        }
        if (opens && last is { } before && GoesOn(before.End, quotation, from))
        {
            before.Draft.Take(quotation);
            return before.Draft;
        }
        return Announcing(quotation, from, to);
    }

    // A colon announces the quotation though no verb of saying does.
    private Draft? Announcing(TextSpan quotation, int from, int to)
    {
        foreach (var draft in Drafts(from, to))
        {
            if (draft.Frame != CueFrame.Colon || draft.Content.Count > 0 || quotation.Start - draft.End is < 0 or > Adjoining) continue;
            draft.Take(quotation);
            return draft;
        }
        return null;
    }

    // "The minister wrote:" and what he wrote in a paragraph of its own without quotation marks.
    private void TakeBlock(int s)
    {
        var (sentence, first, end) = _sentences[s];
        if (s + 1 >= _sentences.Count || sentence.Length == 0 || text[sentence.End - 1] != ':' || !IsNewLine(s + 1)) return;
        var last = s + 1;
        while (last + 1 < _sentences.Count && !IsNewLine(last + 1)) last++;
        for (var i = end - 1; i >= first; i--)
        {
            if (!_drafts[i].TakesQuotation || _drafts[i].Content.Count > 0) continue;
            _drafts[i].Take(new TextSpan(_sentences[s + 1].Span.Start, _sentences[last].Span.End));
            return;
        }
    }

    private bool IsNewLine(int sentence) =>
        text.AsSpan(_sentences[sentence - 1].Span.End, _sentences[sentence].Span.Start - _sentences[sentence - 1].Span.End).IndexOf('\n') >= 0;

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

    // The paragraph is the same, or the last quotation was left open at its end, or the new one is a paragraph of its own.
    private bool GoesOn(int last, TextSpan quotation, int sentence)
    {
        if (quotation.Start - _sentences[sentence].Span.Start > 1 || quotation.Start < last || quotation.Start - last > FarthestContinuation) return false;
        var between = text.AsSpan(last, quotation.Start - last);
        if (between.IndexOf('\n') < 0) return true;
        if (!between.Trim().IsEmpty) return false;
        return !char.IsWhiteSpace(text[last - 1]) && QuotedSpans.MarkAt(text, last - 1) == 0 || IsParagraph(quotation);
    }

    // Nothing follows it in its paragraph.
    private bool IsParagraph(TextSpan quotation)
    {
        var i = quotation.End;
        while (i < text.Length && text[i] is ' ' or '\t' or '\r' or '.') i++;
        return i == text.Length || text[i] == '\n';
    }

    // A cue right behind or right before a quotation has it for its content, whatever else its sentence holds.
    private Draft? Beside(TextSpan quotation, int from, int to, bool opens)
    {
        Draft? best = null;
        var distance = int.MaxValue;
        foreach (var draft in Drafts(from, to))
        {
            if (!draft.TakesQuotation) continue;
            var gap = Gap(draft, quotation);
            if (gap < 0 || gap >= distance) continue;
            if (!draft.Overlaps(quotation) && !MayTake(draft, quotation, gap, opens)) continue;
            (best, distance) = (draft, gap);
        }
        best ??= Trailing(quotation, to);
        if (best is null) return null;
        if (best.Content.Count == 0 || best.Overlaps(quotation) || best.Content.Exists(c => _quotations.At(c.End - 1) is not null)) best.Take(quotation);
        else best.TakeOnly(quotation);
        return best;
    }

    // "“Let us go.” Ann said.": a sentence that is nothing but a cue and its source.
    private Draft? Trailing(TextSpan quotation, int to)
    {
        if (to + 1 >= _sentences.Count || _sentences[to].Span.End > quotation.End + 1) return null;
        foreach (var draft in Drafts(to + 1, to + 1))
        {
            if (draft.TakesQuotation && draft.Content.Count == 0 && Gap(draft, quotation) is >= 0 and <= Adjoining && IsParagraphSame(quotation.End, draft.Start)) return draft;
        }
        return null;
    }

    private bool IsParagraphSame(int from, int to) => text.AsSpan(from, to - from).IndexOf('\n') < 0;

    private bool MayTake(Draft draft, TextSpan quotation, int gap, bool opens)
    {
        if (draft.Content.Count == 0) return opens || gap <= FarthestBit && text.AsSpan(draft.End, Math.Max(0, quotation.Start - draft.End)).IndexOfAny(",;:") < 0;
        return opens && (gap <= Adjoining || draft.Content.TrueForAll(IsQuoted));
    }

    // Characters between; a source that lies in the quotation was mistaken and does not count.
    private static int Gap(Draft draft, TextSpan quotation)
    {
        if (draft.Start >= quotation.End) return draft.Start - quotation.End;
        if (draft.Cue[0].Start >= quotation.End) return draft.Cue[0].Start - quotation.End;
        return quotation.Start - draft.End;
    }

    private bool IsQuoted(TextSpan span) => _quotations.At(span.Start) is not null && _quotations.At(span.End - 1) is not null;

    // "insisted he had a “great” name", "says the “loose talk” does harm": the words around a quoted bit belong to it.
    private void CloseGaps(Draft draft, TextSpan sentence, int firstDraft, int endDraft)
    {
        if (!draft.IsClause || draft.Content.Count == 0) return;
        var (first, last) = (draft.Content[0], draft.Content[^1]);
        if (first.Start > draft.End && _quotations.At(first.Start) is not null && first.Start - draft.End < LongestLead && text.AsSpan(draft.End, first.Start - draft.End).IndexOfAny(",:;\n") < 0)
            draft.Take(new TextSpan(draft.End + 1, first.End));
        if (_quotations.At(last.End - 1) is null || last.End + 1 >= sentence.End || text[last.End] != ' ' || !char.IsLetter(text[last.End + 1])) return;
        var limit = draft.Start > last.End ? draft.Start : sentence.End;
        var stop = last.End;
        while (stop < limit && text[stop] is not (',' or ';' or '.' or ':' or '—')) stop++;
        if (stop <= last.End + 1) return;
        for (var i = firstDraft; i < endDraft; i++)
        {
            if (_drafts[i].Cue[0].Start >= last.End && _drafts[i].Cue[0].Start < stop) return;
        }
        draft.Take(new TextSpan(last.Start, stop));
    }

    private bool IsInsideSpeech(TextSpan span) => _quotations.At(span.Start) is { Length: > ShortestSpeech };

    // A stretch that begins or ends inside a quotation takes all of it, unless the cue stands in it.
    private TextSpan Whole(TextSpan span, ImmutableArray<TextSpan> cue)
    {
        foreach (var place in (ReadOnlySpan<int>)[span.Start, span.End - 1])
        {
            if (_quotations.At(place) is { } quotation && !cue.Any(c => c.Overlaps(quotation))) span = span.Union(quotation);
        }
        return span;
    }
}
