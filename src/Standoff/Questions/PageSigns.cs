using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;

namespace Standoff.Questions;

/// <summary>Something that the page tells and that bears on the question.</summary>
/// <param name="Name">Name in <c>signs.tsv</c>.</param>
/// <param name="Belief">How far it is believed, 0 … 1.</param>
/// <param name="Claims">Aliases of the claims that tell it.</param>
public sealed record PageSign(string Name, double Belief, ImmutableArray<string> Claims);

/// <summary>Finds the signs of a page for a question's sides.</summary>
internal sealed class PageSigns
{
    // What somebody expects, hopes or bets is not evidence of what comes.
    private static readonly WordPattern Assessed = new("analyst*|expert*|expect*|predict*|forecast*|odds|likely|unlikely|probab*|chance*|bettor*|betting|polymarket|poll|polls|speculat*|fear*|hope*|hoped");

    private static readonly ImmutableArray<SignRow> Rows = [.. ResourceTable.Load("Questions", "signs.tsv").Rows.Select(SignRow.Of)];

    private readonly SortedDictionary<string, (double Doubt, SortedSet<string> Claims)> _found = new(StringComparer.Ordinal);

    private PageSigns()
    {
    }

    /// <summary>The signs by name, in alphabetical order.</summary>
    public static ImmutableArray<PageSign> Of(AskedQuestion question, ImmutableArray<ItemView> items)
    {
        var signs = new PageSigns();
        foreach (var item in items.Where(i => !i.IsHistory)) signs.Add(question, item);
        return [.. signs._found.Select(f => new PageSign(f.Key, 1 - f.Value.Doubt, [.. f.Value.Claims]))];
    }

    private void Add(AskedQuestion question, ItemView item)
    {
        // Belief at even odds says nothing; what is left of it counts.
        var weight = Math.Max(0, (2 * item.Item.Belief.Value) - 1);
        if (weight <= 0) return;
        foreach (var sign in Rows.Where(r => item.Claims.Any(c => !IsAssessed(c) && r.Fits(c, question))).Select(r => r.Name).Distinct(StringComparer.Ordinal))
        {
            var (doubt, claims) = _found.GetValueOrDefault(sign, (1, new SortedSet<string>(StringComparer.Ordinal)));
            claims.UnionWith(item.Item.Claims);
            _found[sign] = (doubt * (1 - weight), claims);
        }
    }

    private static bool IsAssessed(ClaimView claim) => claim.Claim.Kind is ClaimKind.Assessment or ClaimKind.Unknown
        || Assessed.Fits(claim.Words) || (claim.Claim.Sources.Length > 0 && Vocabulary.IsCommentator(claim.Claim.Sources[^1].Name));

    /// <summary>A row of the table.</summary>
    private sealed record SignRow(string Name, FrozenSet<EventType> Events, WordPattern Words, FrozenSet<ClaimKind> Kinds, string Sides, string Status, bool NeedsAct, decimal Least)
    {
        public static SignRow Of(ResourceRow row) => new(
            row["sign"],
            row.List("events").Select(e => Enum.Parse<EventType>(e, ignoreCase: true)).ToFrozenSet(),
            new WordPattern(row["words"]),
            row["kinds"] == "*" ? [] : row.List("kinds").Select(k => Enum.Parse<ClaimKind>(k, ignoreCase: true)).ToFrozenSet(),
            row["sides"],
            row["status"],
            row["acts"] == "yes",
            (decimal)row.Number("least"));

        public bool Fits(ClaimView claim, AskedQuestion question) => HasKind(claim) && HasEvent(claim) && HasStatus(claim, question.AsOf) && HasSides(claim, question.Actor, question.Target) && Words.Fits(claim.Words)
            && (!NeedsAct || question.Kind.Acts.Fits(claim.Words)) && (Least == 0 || claim.Claim.Quantities.Any(q => q.Value >= Least));

        private bool HasKind(ClaimView claim) => Kinds.Count > 0 ? Kinds.Contains(claim.Claim.Kind) : claim.Claim.Kind != ClaimKind.Prediction;

        private bool HasEvent(ClaimView claim) => Events.Count == 0 || (claim.Claim.Event is { } told && Events.Contains(told.Type)
            && (Status == "any" || (told.Polarity == EventPolarity.Affirmed && (Status != "so" || told.Modality is EventModality.Happened or EventModality.Reported or EventModality.Alleged))));

        private bool HasStatus(ClaimView claim, DateOnly asOf) => Status switch
        {
            "so" => !claim.IsNegative && !claim.IsOpen && !(claim.Claim.Time?.Earliest > asOf),
            "said" => !claim.IsNegative && claim.Claim.Condition is null,
            "ahead" => !claim.IsNegative && claim.Claim.Condition is null && !(claim.Claim.Time?.Latest < asOf),
            _ => true,
        };

        private bool HasSides(ClaimView claim, string? actor, string? target) => Sides switch
        {
            "A>B" => Acts(claim, actor) && Suffers(claim, target),
            "B>A" => target is not null && Acts(claim, target) && Suffers(claim, actor),
            "pair" => Names(claim, actor) && Names(claim, target),
            "A" => Acts(claim, actor) || (actor is not null && claim.SubjectSides.Contains(actor)),
            "B" => target is not null && (Acts(claim, target) || claim.SubjectSides.Contains(target) || claim.PatientSides.Contains(target)),
            "not B" => target is null ? actor is null || Names(claim, actor) : !Acts(claim, target) && (Names(claim, actor) || Names(claim, target) || !claim.AllSides.Any()),
            "one" => (actor is null && target is null) || (actor is not null && claim.AllSides.Contains(actor)) || (target is not null && claim.AllSides.Contains(target)),
            _ => true,
        };

        private static bool Acts(ClaimView claim, string? side) => side is null || claim.AgentSides.Contains(side) || claim.SpeakerSides.Contains(side);

        private static bool Suffers(ClaimView claim, string? side) => side is null || claim.OtherSides.Contains(side) || claim.PatientSides.Contains(side);

        private static bool Names(ClaimView claim, string? side) => side is null || claim.AllSides.Contains(side);
    }
}
