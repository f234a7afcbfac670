using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>An item with the route that it takes.</summary>
/// <param name="View">The item.</param>
/// <param name="Use">Route, target, row and reason.</param>
/// <param name="Row">The row that chose it; <see langword="null"/> where none did.</param>
/// <param name="Sign">+1; −1 for an item that denies the one whose row it shares.</param>
internal sealed record RoutedItem(ItemView View, ItemUse Use, EvidenceRow? Row, int Sign);

/// <summary>Gives every item of a ledger its one route.</summary>
internal sealed class ItemRouting(string challenger, string target, ImmutableArray<string> members, DemandKind demand, EvidenceTable table, ViolenceSearch violence)
{
    /// <summary>Mark before the row's key in <see cref="ItemUse.Row"/> where the item denies it.</summary>
    public const string DenialMark = "not ";

    private static readonly string[] TimeUnits = ["minute", "hour", "day", "week"];

    private readonly ThreatSearch _threats = new(challenger, target, members);

    public ImmutableArray<RoutedItem> Route(ImmutableArray<ItemView> items, Ledger ledger)
    {
        _threats.Add(items);
        var routed = items.Select(Route).ToDictionary(r => r.View.Item.Alias);
        foreach (var clash in ledger.Contradictions.Where(c => c.Kind is ContradictionKind.Polarity or ContradictionKind.Denial))
        {
            Deny(routed, clash.First, clash.Second);
            Deny(routed, clash.Second, clash.First);
        }
        return [.. items.Select(i => routed[i.Item.Alias])];
    }

    // What denies an item that is used speaks on the same question with the opposite sign.
    private static void Deny(Dictionary<string, RoutedItem> routed, string denied, string denial)
    {
        if (!routed.TryGetValue(denied, out var said) || !routed.TryGetValue(denial, out var against)) return;
        if (said.Sign < 0 || against.Row is not null || against.View.Item.IsOpinion || said.Use.Route is not (Crises.Route.Parameter or Crises.Route.State or Crises.Route.Move)) return;
        var use = new ItemUse(denial, said.Use.Route, said.Use.Target, DenialMark + said.Row!.Key, $"It denies {denied}, which says: {said.Use.Reason}");
        routed[denial] = new RoutedItem(against.View, use, said.Row, -1);
    }

    private RoutedItem Route(ItemView item)
    {
        foreach (var row in table.Rows)
        {
            if (IsBarred(item, row)) continue;
            foreach (var claim in item.Claims)
                if (Fits(row, claim)) return new RoutedItem(item, new ItemUse(item.Item.Alias, row.Route, row.Target, row.Key, Reason(row, claim)), row, 1);
        }
        return new RoutedItem(item, new ItemUse(item.Item.Alias, Crises.Route.None, "", "", NoUse(item)), null, 1);
    }

    // Opinions and old stories may at most be checked.
    private static bool IsBarred(ItemView item, EvidenceRow row) =>
        row.Route != Crises.Route.Check && (item.Item.IsOpinion || item.IsHistory || item.Item.LogLikelihoodRatio < CrisisSettings.Of("least-weight"));

    private static string NoUse(ItemView item) =>
        item.Item.IsOpinion ? "An opinion, assessment or prediction moves nothing."
        : item.IsHistory ? "It tells of a time before this crisis."
        : item.Claims.All(c => c.IsOpen) ? "It hangs on a condition, or nobody commits to it."
        : item.Item.LogLikelihoodRatio < CrisisSettings.Of("least-weight") ? "It is told too weakly to weigh."
        : "No row of the evidence table speaks of it.";

    private bool Fits(EvidenceRow row, ClaimView claim)
    {
        if (row.Kinds.Length > 0 && !row.Kinds.Contains(claim.Claim.Kind)) return false;
        if (row.Demands.Length > 0 && !row.Demands.Contains(demand)) return false;
        if (row.Polarity != "*" && (row.Polarity == "-") != claim.IsNegative) return false;
        if (claim.IsOpen && row.Route != Crises.Route.Check) return false;
        return FitsRoles(row, claim) && Has(row, claim) && row.Pattern.Fits(claim.Words);
    }

    private bool FitsRoles(EvidenceRow row, ClaimView claim) =>
        (row.Agents.Length == 0 || row.Agents.Any(a => FitsAgent(a, claim)))
        && (row.Patients.Length == 0 || row.Patients.Any(p => Patients(row, claim).Any(s => RoleOf(s) == p)));

    private bool FitsAgent(string agent, ClaimView claim) => agent switch
    {
        "none" => claim.AgentSides.IsEmpty,
        _ when agent.StartsWith("by-", StringComparison.Ordinal) => claim.SpeakerSides.Any(s => "by-" + RoleOf(s) == agent),
        _ when agent.StartsWith("subject-", StringComparison.Ordinal) => claim.SubjectSides.Any(s => "subject-" + RoleOf(s) == agent),
        _ => claim.AgentSides.Any(s => RoleOf(s) == agent),
    };

    // Where anybody may act, or both sides may, everybody in the claim counts; else those beside the agent.
    private static IEnumerable<string> Patients(EvidenceRow row, ClaimView claim) =>
        row.Agents.Length == 0 || row.Agents.Any(a => a.StartsWith("by-", StringComparison.Ordinal)) ? claim.AllSides
        : row.Patients.Length > 1 ? claim.AllSides.Where(s => !claim.AgentSides.Contains(s))
        : claim.OtherSides;

    private string RoleOf(string side) => side == challenger || members.Contains(side) ? "challenger" : side == target ? "target" : "third";

    private bool Has(EvidenceRow row, ClaimView claim) => row.Has switch
    {
        "deadline" => claim.Claim.Time is { Earliest: null, Latest: not null },
        "time-unit" => claim.Claim.Quantities.Any(q => TimeUnits.Contains(q.Unit)),
        "order" => NameOrder.IsDone(claim.Claim.Exact, claim.Named, row.Pattern, s => RoleOf(s) == "challenger", s => RoleOf(s) == "target"),
        "attack" => claim.IsAttack && claim.ToldFrom.Any(s => RoleOf(s) == "challenger") && !claim.AgentSides.Contains(target) && !violence.IsApart(claim) && IsMet(claim),
        "violence-by" => violence.IsByChallenger(claim),
        "violence" => violence.IsBetween(claim),
        "threat-beside" => _threats.AreBeside(claim),
        _ => true,
    };

    // Where only a town or a base is named, it is the target's: an attack on somebody else would name him.
    private bool IsMet(ClaimView claim)
    {
        var met = claim.ToldTo.Concat(claim.PatientSides).Concat(claim.OtherSides).Select(RoleOf).ToHashSet(StringComparer.Ordinal);
        return met.Contains("target") || !met.Contains("third");
    }

    private string Reason(EvidenceRow row, ClaimView claim) => Articles.Sentence(row.Reason,
        ("{agent}", claim.Agents.FirstOrDefault() ?? "somebody"),
        ("{patient}", claim.Others.FirstOrDefault() ?? target),
        ("{third}", claim.AllSides.FirstOrDefault(x => RoleOf(x) == "third") ?? "a third party"),
        ("{challenger}", challenger),
        ("{target}", target));
}
