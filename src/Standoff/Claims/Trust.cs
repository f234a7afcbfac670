using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>How far one claim is trusted: t in [0, 1], from hedging, attribution and reliability alone.</summary>
internal sealed class Trust(LedgerWeights weights, SourceRegister register)
{
    /// <summary>t = genre × Π hops × commitment × hedge, or the author's own endorsement where that is firmer.</summary>
    public double Of(Claim claim, Document document)
    {
        var voice = Voice(document) * Hedge(claim, document);
        var chain = voice * Commitment(claim);
        foreach (var source in SpeechAct.VouchersOf(claim)) chain *= Hop(source);
        var own = claim.Sources.Length > 0 && claim.Factuality != Factuality.Uncommitted ? voice * weights.Commitment(claim.Factuality) : 0;
        return Math.Max(chain, own);
    }

    /// <summary>The best reliability among those who vouch last: the innermost graded source, else the outlet.</summary>
    public char ReliabilityOf(Claim claim, Document document)
    {
        for (var i = claim.Sources.Length - 1; i >= 0; i--)
            if (register.ReliabilityOf(claim.Sources[i].Name) is var grade and not 'F') return grade;
        return document.Outlet is { } outlet ? register.ReliabilityOf(outlet) : 'F';
    }

    private double Voice(Document document) =>
        document.Outlet is { } outlet && register.ReliabilityOf(outlet) is var grade and not 'F' ? weights["reliability." + grade] : weights.Genre(document.Genre);

    private double Hop(Source source) =>
        register.ReliabilityOf(source.Name) is var grade and not 'F' ? weights["reliability." + grade] : weights.Hop(source);

    // A threat is conditional by its nature: that it is says nothing against its having been made.
    private double Commitment(Claim claim)
    {
        var factuality = claim.SourceFactuality;
        if (claim.Kind == ClaimKind.Unknown) return weights["commitment.unknown"];
        if (SpeechAct.Is(claim.Kind) && factuality == Factuality.Uncommitted) return weights["commitment.act"];
        return weights.Commitment(factuality);
    }

    private double Hedge(Claim claim, Document document)
    {
        var factor = 1.0;
        foreach (var cue in claim.Cues)
            if (cue.End <= document.Text.Length)
                foreach (var hedge in Vocabulary.HedgesIn(cue.Of(document.Text)))
                    if (hedge != "modal" || IsFlat(claim)) factor = Math.Min(factor, weights["hedge." + hedge]);
        return factor;
    }

    private static bool IsFlat(Claim claim) =>
        claim.SourceFactuality is Factuality.Certain or Factuality.CertainNot || (SpeechAct.Is(claim.Kind) && claim.SourceFactuality == Factuality.Uncommitted);
}
