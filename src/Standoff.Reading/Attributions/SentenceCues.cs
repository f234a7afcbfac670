using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>All cues of a sentence.</summary>
internal static class SentenceCues
{
    public static List<Finding> Of(SentenceTree tree)
    {
        var found = new List<Finding>();
        var (verbs, nouns, phrases) = (new VerbCues(tree), new NounCues(tree), new PhraseCues(tree));
        for (var i = 0; i < tree.Count; i++)
        {
            var participle = tree.Tag(i) == PartOfSpeech.Verb && nouns.IsAdjectival(i) && tree.Penn(i) != "VBG" ? nouns.At(i) : null;
            if ((participle ?? (nouns.IsLight(i) ? null : verbs.At(i)) ?? nouns.At(i) ?? phrases.At(i)) is { } finding) found.Add(finding);
        }
        return found;
    }
}
