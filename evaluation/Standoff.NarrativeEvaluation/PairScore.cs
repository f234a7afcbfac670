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
/// <param name="IsGuess">Whether its sides are said to be a guess.</param>
internal sealed record PairScore(Narrative Narrative, Ledger Ledger, Crisis? Crisis, bool IsGuess)
{
    public static PairScore Of(Narrative narrative)
    {
        var ledger = LedgerBuilder.Build([narrative.Read()]);
        var found = CrisisProposal.Propose(ledger) as CrisisResult.Found;
        return new(narrative, ledger, found?.Crisis, found?.Doubt is not null);
    }

    /// <summary>The coded pair that was found; <see langword="null"/> if it was another.</summary>
    public CodedPair? Pair => Crisis is null ? null : Narrative.Pairs.FirstOrDefault(p => p.Challenger.Cow == Code(Crisis.Challenger.Name) && p.Target.Cow == Code(Crisis.Target.Name));

    /// <summary>What to think of its sides.</summary>
    public PairVerdict Verdict => Crisis is null ? PairVerdict.None
        : Pair is not null ? PairVerdict.Right
        : Narrative.Pairs.Any(p => p.Challenger.Cow == Code(Crisis.Target.Name) && p.Target.Cow == Code(Crisis.Challenger.Name)) ? PairVerdict.Reversed
        : PairVerdict.Wrong;

    /// <summary>Whether the text names both sides of a coded pair.</summary>
    public bool IsReachable
    {
        get
        {
            var named = ListedSides.In(Narrative.Text, new ActorRegister(Ledger, null)).Select(Code).ToHashSet();
            return Narrative.Pairs.Any(p => named.Contains(p.Challenger.Cow) && named.Contains(p.Target.Cow));
        }
    }

    private static int? Code(string side) => Gazetteer.Shipped.FindState(side)?.Cow;
}
