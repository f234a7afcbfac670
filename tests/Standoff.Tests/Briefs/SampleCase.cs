using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Times;

namespace Standoff.Tests.Briefs;

/// <summary>Ledger and crisis of the invented case.</summary>
internal static class SampleCase
{
    // Claims of different documents that tell of the same thing, by the start of their words.
    private static readonly (string Item, string[] Starts)[] Groups =
    [
        ("call", ["any call between", "Her foreign minister"]),
        ("fleet", ["Arvenia moved seven"]),
    ];

    private static readonly string[] Used =
    [
        "Arvenia has given", "Vael and his family", "Arvenia moved", "Tolmark closed", "it would not send", "President Marta", "Arvenia seems", "a second patrol",
        "The Government of Tolmark rejects", "Eleven Arvenian", "Tolmark is ready", "Tolmark thanks",
    ];

    public static Ledger Ledger { get; } = BuildLedger();

    public static Crisis Crisis { get; } = BuildCrisis();

    /// <summary>Alias of the claim whose words start so.</summary>
    public static string Alias(string start) => Ledger.Claims.First(c => c.Claim.Exact.StartsWith(start, StringComparison.Ordinal)).Alias;

    private static ImmutableArray<string> Aliases(params string[] starts) => [.. starts.Select(Alias)];

    private static string ItemOf(string start) => Ledger.Claims.First(c => c.Claim.Exact.StartsWith(start, StringComparison.Ordinal)).Item;

    private static Ledger BuildLedger()
    {
        var claims = ImmutableArray.CreateBuilder<LedgerClaim>();
        var items = new List<(string Key, List<LedgerClaim> Claims)>();
        foreach (var document in SampleDocuments.All)
            foreach (var claim in document.Reading.Claims)
            {
                var key = Array.Find(Groups, g => g.Starts.Any(s => claim.Exact.StartsWith(s, StringComparison.Ordinal))).Item ?? claim.Exact;
                var index = items.FindIndex(i => i.Key == key);
                if (index < 0) items.Add((key, []));
                index = index < 0 ? items.Count - 1 : index;
                var entry = new LedgerClaim($"c-{claims.Count + 1:000}", document.Alias, claim, $"i-{index + 1:000}", OriginKey(document, claim));
                claims.Add(entry);
                items[index].Claims.Add(entry);
            }
        var all = claims.ToImmutable();
        return new Ledger(SampleDocuments.All, all, [.. items.Select((i, n) => Item(n + 1, i.Claims))], Contradictions(all), []);
    }

    private static string OriginKey(LedgerDocument document, Claim claim) => claim.Sources.IsEmpty ? document.Document.Name : claim.Sources[^1].Name.Length == 0 ? document.Document.Name + "/unnamed" : claim.Sources[^1].Name;

    private static LedgerItem Item(int number, List<LedgerClaim> claims)
    {
        var origins = claims.GroupBy(c => c.Origin).Select(g => new Origin(g.Key, g.Key, [.. g.Select(c => c.Alias)], Weight(g.First().Claim.Factuality))).ToImmutableArray();
        var weight = origins.Sum(o => o.LogLikelihoodRatio);
        var opinion = claims.All(c => c.Claim.Kind is ClaimKind.Assessment or ClaimKind.Prediction);
        var grade = new AdmiraltyGrade(claims[0].Document switch { "s-1" => 'B', "s-2" => 'C', _ => 'D' }, origins.Length > 1 ? 2 : opinion ? 6 : 3);
        return new LedgerItem($"i-{number:000}", claims[0].Claim.Exact, [.. claims.Select(c => c.Alias)], origins, grade, new Probability(1 / (1 + Math.Exp(-weight))), weight, opinion);
    }

    private static double Weight(Factuality factuality) => factuality switch { Factuality.Certain or Factuality.CertainNot => 1.7, Factuality.Probable => 0.9, _ => 0.6 };

    private static ImmutableArray<Contradiction> Contradictions(ImmutableArray<LedgerClaim> claims)
    {
        string Of(string start) => claims.First(c => c.Claim.Exact.StartsWith(start, StringComparison.Ordinal)).Item;
        return
        [
            new(Of("Her foreign minister"), Of("The President of the Republic spoke"), ContradictionKind.Denial, "The ministry says that the President spoke with no foreign leader in February."),
            new(Of("Arvenia moved seven"), Of("Eleven Arvenian"), ContradictionKind.Quantity, "Seven warships against eleven."),
        ];
    }

    private static Crisis BuildCrisis() => new()
    {
        Title = "Arvenia's ultimatum to the President of Tolmark",
        AsOf = new DateOnly(2027, 3, 3),
        Challenger = new Party("Arvenia", "Marta Lindqvist", Aliases("Arvenia has given", "President Marta")),
        Target = new Party("Tolmark", "Idris Vael", Aliases("Arvenia has given", "The Government of Tolmark")),
        Demand = new Demand("Arvenia has given President Idris Vael of Tolmark until March 20 to leave office", DemandKind.LeaderDeparture, new Edtf("2027-03-20", new DateOnly(2027, 3, 20), new DateOnly(2027, 3, 20)), Aliases("Arvenia has given")),
        Offers = [new("Vael and his family were offered safe passage to a third country", "Arvenia", Aliases("Vael and his")), new("Tolmark is ready to discuss elections before the end of 2027", "Tolmark", Aliases("Tolmark is ready"))],
        Threats = [new("Arvenia has given President Idris Vael of Tolmark until March 20 to leave office", "Arvenia", Aliases("Arvenia has given")), new("the offer would not be made twice", "Arvenia", Aliases("the offer would"))],
        Present = new RungEstimate([0.01, 0.02, 0.22, 0.60, 0.13, 0.02, 0, 0], Aliases("Arvenia moved", "Tolmark closed", "a second patrol", "Eleven Arvenian"), "A closed airspace and a fleet in the strait; force off the target's soil is reported at third hand."),
        Flags = [new(StateFlag.UltimatumGiven, 0.82, Aliases("Arvenia has given"), "Unnamed officials tell of a deadline.")],
        ThirdParties =
        [
            new("Kessia", -0.6, 0.35, 0.2, "It is Tolmark's closest partner and says it will send no forces.", Aliases("it would not send", "Tolmark thanks")),
            new("Federation of Oss", -0.4, 0.7, 0.3, "It is thanked for solidarity; nothing is said of help.", Aliases("Tolmark thanks")),
        ],
        Parameters = SampleParameters.All(Aliases, ItemOf),
        Classes = [new("major-power-ultimatum", 0.6, "A stronger state demands a change of government and shows force."), new("exit-offers", 0.4, "The leader was offered a safe exit.")],
        Uses = [.. Ledger.Items.Select(Use)],
    };

    private static ItemUse Use(LedgerItem item)
    {
        if (Used.Any(s => item.Statement.StartsWith(s, StringComparison.Ordinal)))
            return new ItemUse(item.Alias, item.Statement.StartsWith("Arvenia moved", StringComparison.Ordinal) ? Route.State : Route.Parameter, "rung", "deployment", "It fixes where the crisis stands.");
        return item.IsOpinion
            ? new ItemUse(item.Alias, Route.None, "", "", "A commentator's opinion moves nothing.")
            : new ItemUse(item.Alias, Route.None, "", "", "No row of the evidence table matches it.");
    }
}
