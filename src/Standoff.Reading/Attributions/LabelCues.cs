using System.Collections.Frozen;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>Reads headlines that set their source apart by a colon: "Minister: talks will go on", "Talks to go on: sources".</summary>
internal sealed class LabelCues(DocumentMentions mentions)
{
    private const int LongestLabel = 5;
    private static readonly FrozenDictionary<string, bool> Labels = ResourceTable.Read("Attributions.Resources.labels.tsv").ToFrozenDictionary(r => r[0], r => r[1] == "source");

    /// <summary>The attribution of a headline, if it is one by its form.</summary>
    public Finding? Of(SentenceTree tree)
    {
        var colon = Colon(tree);
        if (colon < 1 || colon >= tree.Count - 1) return null;
        var last = LastWord(tree);
        if (colon <= LongestLabel && last - colon >= 3 && IsSource(tree, 0, colon - 1, isFirst: true)) return Make(tree, colon, (0, colon - 1), (colon + 1, tree.Count - 1));
        if (last - colon is > 0 and <= LongestLabel && colon >= 3 && IsSource(tree, colon + 1, last, isFirst: false)) return Make(tree, colon, (colon + 1, last), (0, colon - 1));
        return null;
    }

    private static int Colon(SentenceTree tree)
    {
        for (var i = 1; i < tree.Count - 1; i++)
        {
            if (tree.Word(i) == ":" && tree.Span(i + 1).Start > tree.Span(i).End) return i;
        }
        return -1;
    }

    private static int LastWord(SentenceTree tree)
    {
        var last = tree.Count - 1;
        while (last > 0 && tree.Tag(last) == PartOfSpeech.Punct) last--;
        return last;
    }

    // A short noun phrase whose head can speak: a name, or a noun that names speakers.
    private bool IsSource(SentenceTree tree, int first, int last, bool isFirst)
    {
        var head = tree.HeadOf(first, last);
        var known = false;
        for (var i = first; i <= last; i++)
        {
            if (Labels.TryGetValue(tree.Word(i), out var speaks))
            {
                if (!speaks) return false;
                known = true;
            }
            if (tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct or PartOfSpeech.Sconj or PartOfSpeech.Adv) return false;
            known |= WordClasses.SourceNoun(tree.Lemma(i)) is not null || mentions.At(tree.Sentence[i]) is { IsActor: true };
        }
        return known || isFirst && last - first < 3 && tree.Tag(head) == PartOfSpeech.Propn;
    }

    private static Finding Make(SentenceTree tree, int colon, (int First, int Last) source, (int First, int Last) content) =>
        new(tree, colon, Range(source), [colon], Range(content), CuePart.Phrase, CueClass.Speech, CueFrame.Colon);

    private static List<int> Range((int First, int Last) range) => [.. Enumerable.Range(range.First, range.Last - range.First + 1)];
}
