using System.Globalization;
using Standoff.Reading.Claims;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>A proposed item: its alias and the propositions of its claims with their documents and origins.</summary>
internal sealed record ItemDraft(string Alias, IReadOnlyList<(string Claim, Proposition Proposition, Document Document, string Origin)> Claims);

/// <summary>Finds items that cannot both be so.</summary>
internal sealed class ContradictionFinder(LedgerWeights weights)
{
    private static readonly string[] DenialStems = ["den", "dismiss", "reject", "refut", "disput"];

    /// <summary>All clashes, the pair with the lower alias first.</summary>
    public IEnumerable<Contradiction> Find(IReadOnlyList<ItemDraft> items)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var words = items[i].Claims.SelectMany(c => c.Proposition.Words).Distinct().ToList();
            foreach (var j in words.SelectMany(w => holders.GetValueOrDefault(w) ?? []).Distinct().Order())
                if (Clash(items[j], items[i]) is { } clash) yield return clash;
            foreach (var word in words)
            {
                if (!holders.TryGetValue(word, out var list)) holders[word] = list = [];
                list.Add(i);
            }
        }
    }

    private Contradiction? Clash(ItemDraft first, ItemDraft second)
    {
        foreach (var a in first.Claims)
            foreach (var b in second.Claims)
                if (KindOf(a.Proposition, a.Document, b.Proposition, b.Document) is { } kind)
                    return new Contradiction(first.Alias, second.Alias, kind, Reason(kind, a, b));
        return null;
    }

    private ContradictionKind? KindOf(Proposition a, Document inA, Proposition b, Document inB)
    {
        if (a.Family is ClaimFamily.Opinion or ClaimFamily.Unknown) return null;
        if (a.IsNegative == b.IsNegative && a.Family == ClaimFamily.Fact && a.ParticularQuantitiesClash(b, weights) && !a.TimesClash(b, weights) && a.Dice(b) >= weights["contradiction.quantity-words"])
            return ContradictionKind.Quantity;
        if (!a.IsSameMatter(b, weights)) return null;
        var likeness = a.Likeness(b, weights);
        if (likeness < weights["contradiction.likeness"]) return null;
        if (a.IsNegative != b.IsNegative)
            return a.TimesClash(b, weights) ? null : IsDenial(a.IsNegative ? a : b, a.IsNegative ? inA : inB) ? ContradictionKind.Denial : ContradictionKind.Polarity;
        if (a.QuantitiesClash(b, weights)) return ContradictionKind.Quantity;
        return a.TimesClash(b, weights) && IsOneOff(a, b) ? ContradictionKind.Time : null;
    }

    // Two dates for much the same words may be two events; only nearly the same words about an event clash.
    private bool IsOneOff(Proposition a, Proposition b) => a.Claim.Kind == ClaimKind.Event && b.Claim.Kind == ClaimKind.Event && a.Dice(b) >= weights["contradiction.one-off"];

    private static bool IsDenial(Proposition negative, Document document) => negative.Claim.Cues
        .Where(c => c.End <= document.Text.Length)
        .Select(c => c.Of(document.Text).ToLowerInvariant())
        .Any(c => Array.Exists(DenialStems, s => c.StartsWith(s, StringComparison.Ordinal)));

    private static string Reason(ContradictionKind kind, (string Claim, Proposition Proposition, Document Document, string Origin) a, (string Claim, Proposition Proposition, Document Document, string Origin) b)
    {
        var clash = kind switch
        {
            ContradictionKind.Denial => $"{Negative(a, b).Claim} denies {Positive(a, b).Claim}",
            ContradictionKind.Polarity => $"{Positive(a, b).Claim} says so, {Negative(a, b).Claim} says not so",
            ContradictionKind.Quantity => $"{a.Claim} says {Numbers(a.Proposition.Claim)}, {b.Claim} says {Numbers(b.Proposition.Claim)}",
            _ => $"{a.Claim} dates it {a.Proposition.Claim.Time}, {b.Claim} dates it {b.Proposition.Claim.Time}",
        };
        return clash + Revision(a, b) + ".";
    }

    // The same origin that speaks otherwise on a later day has revised itself; both statements stay.
    private static string Revision((string Claim, Proposition Proposition, Document Document, string Origin) a, (string Claim, Proposition Proposition, Document Document, string Origin) b)
    {
        if (a.Origin != b.Origin || a.Document.Date is not { } one || b.Document.Date is not { } other || one == other) return "";
        return one < other ? $"; {b.Claim} is the later statement of the same source" : $"; {a.Claim} is the later statement of the same source";
    }

    private static (string Claim, Proposition Proposition, Document Document, string Origin) Negative(
        (string Claim, Proposition Proposition, Document Document, string Origin) a, (string Claim, Proposition Proposition, Document Document, string Origin) b) => a.Proposition.IsNegative ? a : b;

    private static (string Claim, Proposition Proposition, Document Document, string Origin) Positive(
        (string Claim, Proposition Proposition, Document Document, string Origin) a, (string Claim, Proposition Proposition, Document Document, string Origin) b) => a.Proposition.IsNegative ? b : a;

    private static string Numbers(Claim claim) => string.Join(", ", claim.Quantities.Select(Number));

    private static string Number(Quantity quantity) =>
        quantity.Value.ToString(CultureInfo.InvariantCulture) + (quantity.Unit.Length == 0 ? "" : " " + (quantity.Value == 1 ? quantity.Unit : Plural(quantity.Unit)));

    // Units are kept in the singular.
    private static string Plural(string unit) => unit switch
    {
        "person" => "people",
        "child" => "children",
        "life" => "lives",
        "foot" => "feet",
        "crisis" => "crises",
        "aircraft" or "personnel" or "police" or "percent" or "staff" or "media" => unit,
        _ when unit.EndsWith("man", StringComparison.Ordinal) => unit[..^2] + "en",
        _ when unit.EndsWith('y') && unit.Length > 1 && !"aeiou".Contains(unit[^2], StringComparison.Ordinal) => unit[..^1] + "ies",
        _ when unit.EndsWith('s') || !char.IsLetter(unit[^1]) => unit,
        _ => unit + "s",
    };
}
