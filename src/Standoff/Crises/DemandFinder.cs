using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Times;

namespace Standoff.Crises;

/// <summary>Finds the core demand, its kind and its deadline.</summary>
internal sealed class DemandFinder(ImmutableArray<ItemView> items, ActorRegister register, string challenger, string target)
{
    private static readonly string[] Leaving = ["leave", "withdraw", "evacuate", "vacate", "quit"];

    private static readonly WordPattern DeadlineWords = new("deadline|ultimatum|expire*|time limit");

    private static readonly ImmutableArray<(DemandKind Kind, WordPattern Words, bool NeedsLeader)> Kinds =
    [
        .. ResourceTable.Load("Crises", "demand-kinds.tsv").Rows.Select(r => (Enum.Parse<DemandKind>(r["kind"]), new WordPattern(r["words"]), r["patient"] == "leader")),
    ];

    /// <summary>Whether words ask for more than another policy: forces out, power or weapons given up.</summary>
    public static bool IsGrave(ContentWords words) => Kinds.Any(k => !k.NeedsLeader && k.Words.Fits(words));

    /// <summary>The demand; <see langword="null"/> if the challenger is not said to demand anything of the target.</summary>
    public Demand? Find()
    {
        var demands = items.Where(i => !i.IsHistory && !i.Item.IsOpinion)
            .Select(i => (View: i, Claim: i.Claims.FirstOrDefault(IsDemand)))
            .Where(d => d.Claim is not null)
            .Select(d => (d.View, Claim: d.Claim!, Kind: KindOf(d.Claim!)))
            .OrderByDescending(d => d.View.Item.LogLikelihoodRatio + (d.Kind != DemandKind.PolicyChange ? 1 : 0) + (d.Claim.OtherSides.Contains(target) ? 1 : 0) + (d.Claim.Claim.Kind == ClaimKind.Demand ? 1 : 0))
            .ThenBy(d => d.View.Item.Alias, StringComparer.Ordinal)
            .ToList();
        if (demands.Count == 0) return null;
        var core = demands[0];
        var same = demands.Where(d => d.Kind == core.Kind).SelectMany(d => d.View.Item.Claims).Order(StringComparer.Ordinal);
        return new Demand(core.Claim.Claim.Exact, core.Kind, Deadline(demands.Select(d => d.Claim)), [.. same]);
    }

    // Whoever speaks for the challenger may demand. The target must be meant, or nobody else ("leave power now").
    private bool IsDemand(ClaimView claim) =>
        PairFinder.SortOf(claim) is "demand" or "ultimatum" && claim.AgentSides.Contains(challenger)
        && (claim.OtherSides.Contains(target) || (claim.OtherSides.IsEmpty && claim.Others.IsEmpty && SpeechAct.IsNarrated(claim.Claim)));

    private DemandKind KindOf(ClaimView claim)
    {
        foreach (var (kind, words, needsLeader) in Kinds)
            if (words.Fits(claim.Words) && (!needsLeader || claim.Others.Any(o => register.SideOf(o) == target && register.IsPart(o)))) return kind;
        return IsFarFromHome(claim) ? DemandKind.Withdrawal : DemandKind.PolicyChange;
    }

    // To leave a state that is not one's own is to withdraw from it.
    private bool IsFarFromHome(ClaimView claim) => Leaving.Contains(claim.Claim.Predicate.Lemma) && claim.PatientSides.Any(s => s != target && s != challenger);

    private Edtf? Deadline(IEnumerable<ClaimView> demands)
    {
        var own = demands.Select(c => c.Claim.Time).FirstOrDefault(t => t is { Earliest: null, Latest: not null });
        return own ?? items.Where(i => !i.IsHistory).SelectMany(i => i.Claims)
            .Where(c => c.Claim.Time is { Latest: not null } && DeadlineWords.Fits(c.Words))
            .Select(c => c.Claim.Time).FirstOrDefault();
    }
}
