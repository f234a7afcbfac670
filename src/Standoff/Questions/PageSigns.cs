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
/// <param name="Claims">Aliases of the claims that tell it; empty where a sentence tells it in which no claim was found.</param>
/// <param name="Words">The clearest of its claims or sentences, as the page has it.</param>
public sealed record PageSign(string Name, double Belief, ImmutableArray<string> Claims, string Words);

/// <summary>Finds the signs of a page for a question's sides.</summary>
internal sealed class PageSigns
{
    // What somebody expects, hopes or bets is not evidence of what comes.
    private static readonly WordPattern Assessed = new("analyst*|expert*|expect*|predict*|forecast*|odds|likely|unlikely|probab*|chance*|bettor*|betting|polymarket|poll|polls|speculat*|fear*|hope*|hoped");

    private static readonly ImmutableArray<SignRow> Rows = [.. ResourceTable.Load("Questions", "signs.tsv").Rows.Select(SignRow.Of)];

    private readonly SortedDictionary<string, (double Doubt, SortedSet<string> Claims, string Words)> _found = new(StringComparer.Ordinal);

    private PageSigns()
    {
    }

    /// <summary>The signs by name, in alphabetical order.</summary>
    public static ImmutableArray<PageSign> Of(AskedQuestion question, ImmutableArray<ItemView> items, ImmutableArray<PageSentence> sentences)
    {
        var signs = new PageSigns();
        foreach (var item in items.Where(i => !i.IsHistory)) signs.Add(question, item);
        foreach (var sentence in sentences) signs.Add(question, sentence);
        return [.. signs._found.Select(f => new PageSign(f.Key, 1 - f.Value.Doubt, [.. f.Value.Claims], f.Value.Words))];
    }

    // What no claim tells may still stand in the sentence; its words alone are believed less.
    private void Add(AskedQuestion question, PageSentence sentence)
    {
        foreach (var sign in Rows.Where(r => r.Fits(sentence, question)).Select(r => r.Name).Distinct(StringComparer.Ordinal).Where(n => !_found.ContainsKey(n)).ToList())
            _found[sign] = (1 - QuestionSettings.Of("sentence-belief"), new SortedSet<string>(sentence.Claims, StringComparer.Ordinal), sentence.Text);
    }

    private void Add(AskedQuestion question, ItemView item)
    {
        // Belief at even odds says nothing; what is left of it counts.
        var weight = Math.Max(0, (2 * item.Item.Belief.Value) - 1);
        if (weight <= 0) return;
        foreach (var sign in Rows.Where(r => item.Claims.Any(c => !IsAssessed(c) && r.Fits(c, question))).Select(r => r.Name).Distinct(StringComparer.Ordinal))
        {
            var (doubt, claims, words) = _found.GetValueOrDefault(sign, (1, new SortedSet<string>(StringComparer.Ordinal), item.Item.Statement));
            claims.UnionWith(item.Item.Claims);
            _found[sign] = (doubt * (1 - weight), claims, words);
        }
    }

    private static bool IsAssessed(ClaimView claim) => claim.Claim.Kind is ClaimKind.Assessment or ClaimKind.Unknown
        || Assessed.Fits(claim.Words) || (claim.Claim.Sources.Length > 0 && Vocabulary.IsCommentator(claim.Claim.Sources[^1].Name));

    /// <summary>A row of the table.</summary>
    private sealed record SignRow(string Name, FrozenSet<EventType> Events, WordPattern Words, FrozenSet<ClaimKind> Kinds, string Sides, string Status, string Needs, decimal Least)
    {
        public static SignRow Of(ResourceRow row) => new(
            row["sign"],
            row.List("events").Select(e => Enum.Parse<EventType>(e, ignoreCase: true)).ToFrozenSet(),
            new WordPattern(row["words"]),
            row["kinds"] == "*" ? [] : row.List("kinds").Select(k => Enum.Parse<ClaimKind>(k, ignoreCase: true)).ToFrozenSet(),
            row["sides"],
            row["status"],
            row["acts"],
            (decimal)row.Number("least"));

        public bool Fits(ClaimView claim, AskedQuestion question) => HasKind(claim) && HasEvent(claim) && HasStatus(claim, question.AsOf) && HasSides(claim, question.Actor, question.Target) && Words.Fits(claim.Words)
            && HasNeeded(claim.Words, question, claim.Claim.Predicate) && (Least == 0 || claim.Claim.Quantities.Any(q => q.Value >= Least));

        /// <summary>Whether the words of a sentence tell it, by the order in which the sides are named.</summary>
        public bool Fits(PageSentence sentence, AskedQuestion question) => Events.Count == 0 && Least == 0 && Status != "ahead" && Words.Text != "*"
            && (Kinds.Count == 0 || Kinds.Contains(ClaimKind.Event) || Kinds.Contains(ClaimKind.State)) && !sentence.IsOpen
            && HasSides(sentence, question.Actor, question.Target) && Words.Fits(sentence.Words) && HasNeeded(sentence.Words, question, Predicate.None);

        private bool HasNeeded(ContentWords words, AskedQuestion question, Predicate predicate) => Needs switch
        {
            "yes" => question.Kind.Acts.Fits(words),
            "person" => question.Person is { } person && predicate.Agents.Concat(predicate.Patients).Any(n => Standoff.Claims.Names.Same(n, person)),
            _ => true,
        };

        private bool HasSides(PageSentence sentence, string? actor, string? target) => Sides switch
        {
            "A>B" => sentence.Names(actor, target),
            "B>A" => target is not null && sentence.Names(target, actor),
            "pair" => sentence.Names(actor) && sentence.Names(target),
            "A" => actor is not null && sentence.First == actor,
            "B" => target is not null && sentence.First == target,
            "not B" => sentence.First is { } first && first != target && (first == actor || sentence.Names(target)),
            "one" => sentence.Names(actor) || (target is not null && sentence.Names(target)),
            _ => true,
        };

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
