using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>An attribution while its quotations are still being found.</summary>
internal sealed class Draft
{
    private readonly ImmutableArray<TextSpan> _source;
    private readonly CuePart _part;
    private readonly CueClass _class;

    /// <summary>A draft of what a sentence's cue attributes.</summary>
    public Draft(Finding finding)
    {
        var tree = finding.Tree;
        _source = Extents.Spans(tree, finding.Source);
        (Cue, _part, _class, Frame) = (Extents.CueSpans(tree, finding.Cue), finding.Part, finding.Class, finding.Frame);
        Content = [.. Extents.Spans(tree, finding.Content)];
        TakesQuotation = finding.TakesQuotation;
        IsChainLink = _class == CueClass.Speech && _part != CuePart.Noun && Frame is CueFrame.That or CueFrame.Quote or CueFrame.Clause && finding.Source.Exists(t => tree.Tag(t) is PartOfSpeech.Noun or PartOfSpeech.Propn);
        if (Cue.Length == 0) return;
        Start = _source.Length > 0 && Adjoin(tree, finding.Source, finding.Cue) ? Math.Min(Cue[0].Start, _source[0].Start) : Cue[0].Start;
        End = _source.Length > 0 && Adjoin(tree, finding.Cue, finding.Source) ? Math.Max(Cue[^1].End, _source[^1].End) : Cue[^1].End;
    }

    /// <summary>A draft of a turn in a transcript.</summary>
    public Draft(Turn turn)
    {
        _source = [turn.Speaker];
        (Cue, _part, _class, Frame) = ([turn.Colon], CuePart.Phrase, CueClass.Speech, CueFrame.Colon);
        (Content, Start, End) = ([turn.Speech], turn.Speaker.Start, turn.Colon.End);
    }

    public ImmutableArray<TextSpan> Cue { get; }

    public CueFrame Frame { get; }

    public List<TextSpan> Content { get; private set; }

    /// <summary>Whether the cue may take a quotation beside it.</summary>
    public bool TakesQuotation { get; }

    /// <summary>Whether it reports the words of a source that is named by more than a pronoun.</summary>
    public bool IsChainLink { get; }

    public bool IsEmbedded { get; set; }

    /// <summary>Where the cue begins, with the source right before it.</summary>
    public int Start { get; }

    /// <summary>Where the cue ends, with the source right behind it.</summary>
    public int End { get; }

    /// <summary>Whether the content is a clause that may be quoted.</summary>
    public bool IsClause => Frame is CueFrame.That or CueFrame.Quote or CueFrame.Wh;

    public bool Holds(Draft other) => Content.Exists(c => c.Overlaps(other.Cue[0]));

    public bool Overlaps(TextSpan span) => Content.Exists(c => c.Overlaps(span));

    public void Take(TextSpan span)
    {
        Content.Add(span);
        Merge();
    }

    public void TakeOnly(TextSpan span) => Content = [span];

    public Attribution Finish() => new(_source, Cue, [.. Content], _part, _class, Frame);

    // Neither a sign nor a verb between the two.
    private static bool Adjoin(SentenceTree tree, List<int> left, List<int> right)
    {
        for (var t = left[^1] + 1; t < right[0]; t++)
        {
            if (tree.Tag(t) is PartOfSpeech.Punct or PartOfSpeech.Verb) return false;
        }
        return left[^1] < right[0];
    }

    private void Merge()
    {
        Content.Sort();
        var merged = new List<TextSpan>();
        foreach (var span in Content)
        {
            if (merged.Count > 0 && merged[^1].End >= span.Start) merged[^1] = merged[^1].Union(span);
            else merged.Add(span);
        }
        Content = merged;
    }
}
