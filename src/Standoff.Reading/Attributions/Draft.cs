using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>An attribution while its quotations are still being found.</summary>
internal sealed class Draft(Finding finding)
{
    private readonly ImmutableArray<TextSpan> _source = Extents.Spans(finding.Tree, finding.Source);

    public Finding Finding => finding;

    public ImmutableArray<TextSpan> Cue { get; } = Extents.CueSpans(finding.Tree, finding.Cue);

    public List<TextSpan> Content { get; private set; } = [.. Extents.Spans(finding.Tree, finding.Content)];

    public bool IsEmbedded { get; set; }

    /// <summary>Where the cue begins, with the source right before it.</summary>
    public int Start => _source.Length > 0 && Adjoin(finding.Source, finding.Cue) ? Math.Min(Cue[0].Start, _source[0].Start) : Cue[0].Start;

    /// <summary>Where the cue ends, with the source right behind it.</summary>
    public int End => _source.Length > 0 && Adjoin(finding.Cue, finding.Source) ? Math.Max(Cue[^1].End, _source[^1].End) : Cue[^1].End;

    /// <summary>Whether it reports the words of a source that is named by more than a pronoun.</summary>
    public bool IsChainLink => finding.Class == CueClass.Speech && finding.Part != CuePart.Noun && finding.Frame is CueFrame.That or CueFrame.Quote or CueFrame.Clause
        && finding.Source.Any(t => finding.Tree.Tag(t) is PartOfSpeech.Noun or PartOfSpeech.Propn);

    /// <summary>Whether the content is a clause that may be quoted.</summary>
    public bool IsClause => finding.Frame is CueFrame.That or CueFrame.Quote or CueFrame.Wh;

    public bool Holds(Draft other) => Content.Any(c => c.Overlaps(other.Cue[0]));

    public bool Overlaps(TextSpan span) => Content.Any(c => c.Overlaps(span));

    public void Take(TextSpan span)
    {
        Content.Add(span);
        Merge();
    }

    public void TakeOnly(TextSpan span) => Content = [span];

    public Attribution Finish() => new(_source, Cue, [.. Content], finding.Part, finding.Class, finding.Frame);

    private bool Adjoin(List<int> left, List<int> right)
    {
        for (var t = left[^1] + 1; t < right[0]; t++)
        {
            if (finding.Tree.Tag(t) is PartOfSpeech.Punct or PartOfSpeech.Verb) return false;
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
