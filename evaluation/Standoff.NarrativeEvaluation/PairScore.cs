using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Mentions;

namespace Standoff.NarrativeEvaluation;

/// <summary>What became of the search for two sides.</summary>
internal enum PairVerdict
{
    /// <summary>Challenger and target are a coded pair.</summary>
    Right,

    /// <summary>The two are a coded pair the other way round only.</summary>
    Reversed,

    /// <summary>Another pair.</summary>
    Wrong,

    /// <summary>No crisis was found.</summary>
    None,
}

/// <summary>A narrative as the program read it.</summary>
/// <param name="Narrative">The narrative.</param>
/// <param name="Ledger">Its ledger.</param>
/// <param name="Crisis">The crisis that was proposed without names; <see langword="null"/> if none.</param>
/// <param name="Verdict">What to think of its sides.</param>
internal sealed record PairScore(Narrative Narrative, Ledger Ledger, Crisis? Crisis, PairVerdict Verdict)
{
    public static PairScore Of(Narrative narrative)
    {
        var ledger = LedgerBuilder.Build([narrative.Read()]);
        var crisis = (CrisisProposal.Propose(ledger) as CrisisResult.Found)?.Crisis;
        return new(narrative, ledger, crisis, Judge(narrative, crisis));
    }

    private static PairVerdict Judge(Narrative narrative, Crisis? crisis)
    {
        if (crisis is null) return PairVerdict.None;
        var (challenger, target) = (Code(crisis.Challenger.Name), Code(crisis.Target.Name));
        if (narrative.Pairs.Any(p => p.Challenger.Cow == challenger && p.Target.Cow == target)) return PairVerdict.Right;
        return narrative.Pairs.Any(p => p.Challenger.Cow == target && p.Target.Cow == challenger) ? PairVerdict.Reversed : PairVerdict.Wrong;
    }

    private static int? Code(string side) => Gazetteer.Shipped.FindState(side)?.Cow;
}
