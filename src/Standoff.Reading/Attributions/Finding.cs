using Standoff.Reading.Claims;

namespace Standoff.Reading.Attributions;

/// <summary>A cue found in a sentence, in tokens of its tree.</summary>
/// <param name="Tree">The sentence.</param>
/// <param name="Head">The token that is the cue's head.</param>
/// <param name="Source">The tokens of the source; none if nobody is named.</param>
/// <param name="Cue">The tokens of the cue.</param>
/// <param name="Content">The tokens of the content; none where only a quotation can be it.</param>
/// <param name="Part">What sort of word the cue is.</param>
/// <param name="Class">What attitude the cue reports.</param>
/// <param name="Frame">How the content hangs on it.</param>
internal sealed record Finding(SentenceTree Tree, int Head, List<int> Source, List<int> Cue, List<int> Content, CuePart Part, CueClass Class, CueFrame Frame)
{
    /// <summary>Whether the cue may take a quotation beside it.</summary>
    public bool TakesQuotation { get; init; }
}
