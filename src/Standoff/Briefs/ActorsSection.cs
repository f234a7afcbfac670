using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>Who stands against whom, over what, and who stands beside them.</summary>
internal static class ActorsSection
{
    private const int MostClaims = 6;

    public static Section Write(BriefMaterial material)
    {
        var crisis = material.Crisis;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Block.Facts(
        [
            new("Challenger", Side(crisis.Challenger, material)),
            new("Target", Side(crisis.Target, material)),
            new("Demand", Demanded(crisis, material)),
            .. crisis.Offers.Select(o => new Fact("Offer", Said(o, material))),
            .. crisis.Threats.Select(t => new Fact("Threat", Said(t, material))),
        ]));
        if (crisis.ThirdParties.IsDefaultOrEmpty)
            blocks.Add(new Block.Paragraph(Prose.Words("No claim speaks of third parties in a way that the model uses.")));
        else
            blocks.AddRange(new Block.Picture(Picture(material)), new Block.Bullets([.. crisis.ThirdParties.Select(p => Prose.Of($"{new Inline.Strong(p.Name)}: {p.Reason} {material.Links(p.Claims)}"))]));
        return new Section("actors", "Actors and third parties", blocks.ToImmutable());
    }

    private static Prose Side(Party party, BriefMaterial material) =>
        Prose.Of($"{new Inline.Strong(party.Name)}{(party.Leader is { Length: > 0 } leader ? $" under {leader}" : "")}{(party.Members.IsDefaultOrEmpty ? "" : $", together with {string.Join(", ", party.Members)}")} {Some(material.Known(party.Claims))}");

    private static Prose Some(ImmutableArray<string> claims) => claims.Length <= MostClaims
        ? Prose.Claims(claims)
        : Prose.Of($"{Prose.Claims(claims[..MostClaims])} and others");

    private static Prose Said(Statement statement, BriefMaterial material) =>
        Prose.Of($"{new Inline.Quote(statement.Text)}{(statement.By.Length > 0 ? $", by {statement.By}" : "")} {material.Links(statement.Claims)}");

    // Only a claim's words are quoted; that none was spoken the program says itself, and of no demand a deadline is no matter.
    private static Prose Demanded(Crisis crisis, BriefMaterial material)
    {
        var demand = crisis.Demand;
        if (!demand.Claims.IsDefaultOrEmpty && !demand.Text.StartsWith("No demand was ", StringComparison.Ordinal)) return Prose.Of($"{new Inline.Quote(demand.Text)}{Deadline(crisis)} {material.Links(demand.Claims)}");
        return Prose.Of($"{demand.Text.TrimEnd('.')}{(demand.Deadline is null ? "" : Deadline(crisis))}. {material.Links(demand.Claims)}");
    }

    private static string Deadline(Crisis crisis) => crisis.Demand.Deadline switch
    {
        null => ", no deadline said",
        { Latest: { } day } => $", by {NumberText.Day(day)}",
        var open => $", by {open.Value}",
    };

    private static Grid Parties(BriefMaterial material) => new("Third parties",
        [new("Who"), new("Stance, −1 to +1", true), new("Capacity", true), new("Availability", true)],
        [.. material.Crisis.ThirdParties.Select(p => Row(Prose.Words(p.Name), Trait(p, "stance", p.Stance, material), Trait(p, "capacity", p.Capacity, material), Trait(p, "availability", p.Availability, material)))]);

    private static Prose Trait(ThirdParty party, string trait, double value, BriefMaterial material)
    {
        var claims = material.Known(party.Claims);
        return Prose.Number(material.Numbers.Once($"{trait} {party.Name}", () => new($"{BriefMaterial.Capital(trait)} of {Articles.With(party.Name)}", NumberText.Quantity(value), material.Said(party.Grounds, party.Claims, Grounds.Inferred), BriefMaterial.Sentence(party.Reason)) { Claims = claims, Place = BriefMaterial.PlaceOf(party.Grounds, "table of third parties", "third-parties") }));
    }

    private static Figure Picture(BriefMaterial material)
    {
        var crisis = material.Crisis;
        return new Figure.Stances
        {
            Id = "f-stances",
            Title = "Third parties between the two sides",
            Description = string.Join(" ", crisis.ThirdParties.Select(p => $"{p.Name}: stance {NumberText.Quantity(p.Stance)}, capacity {NumberText.Quantity(p.Capacity)}, availability {NumberText.Quantity(p.Availability)}.")),
            Caption = Prose.Words("Left stands with the target, right with the challenger. The outer circle is what a party could bring, the filled part what it is free to bring."),
            Target = crisis.Target.Name,
            Challenger = crisis.Challenger.Name,
            Parties = [.. crisis.ThirdParties.Select(p => new StancePoint(p.Name, p.Stance, p.Capacity, p.Availability))],
            Twin = Parties(material),
        };
    }
}
