using Standoff.Reading.Claims;

namespace Standoff.Reading.Attributions;

/// <summary>Finds what the verbs of a sentence attribute: the first frame that the lexicon gives the verb and the sentence has.</summary>
internal sealed class VerbCues(SentenceTree tree)
{
    private readonly ContentEdges _edges = new(tree);

    /// <summary>The attribution that a verb makes, if it makes one.</summary>
    public Finding? At(int verb)
    {
        if (CueVerb.At(tree, _edges, verb) is not { } cue) return null;
        if (cue.IsPassive) return PassiveFrames.Of(cue);
        // A tensed verb of which nothing tells who says it has at most a quotation.
        if (cue.IsFinite && cue.Source < 0) return cue.Takes(CueFrame.Quote) ? cue.Find(CueFrame.Quote, []) : null;
        return ClauseFrames.Of(cue) ?? PhraseFrames.Of(cue, _edges) ?? Quoting(cue);
    }

    private static Finding? Quoting(CueVerb cue) => cue.Takes(CueFrame.Quote) && cue.Source >= 0 ? cue.Find(CueFrame.Quote, []) : null;
}
