using Standoff.Reading.Claims;

namespace Standoff.Reading.Attributions;

/// <summary>All cues of a sentence.</summary>
internal static class SentenceCues
{
    public static List<Finding> Of(SentenceTree tree)
    {
        var found = new List<Finding>();
        var verbs = new VerbCues(tree);
        for (var i = 0; i < tree.Count; i++)
        {
            if (verbs.At(i) is { } finding) found.Add(finding);
        }
        return found;
    }
}
