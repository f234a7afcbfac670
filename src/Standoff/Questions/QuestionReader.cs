using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Questions;

/// <summary>
/// Reads a question by rules: who would do what to whom by when. Names become <c>side1</c>, <c>person1</c> …, the words that say when are
/// taken out, and the first construction of the table that fits the rest decides the kind.
/// </summary>
public static partial class QuestionReader
{
    [GeneratedRegex(@"\b(?:side|person)\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    // Beyond a quadrillion nothing is counted, and numbers would overflow.
    private const decimal LargestCount = 1_000_000_000_000_000;
    private const int ShortestOwn = 4;
    private const int Stem = 6;
    private const int PassiveReach = 3;

    private static readonly ImmutableArray<(QuestionKind Kind, bool Says, WordPattern Words)> Constructions =
    [
        .. ResourceTable.Load("Questions", "constructions.tsv").Rows.Select(r =>
            (QuestionKind.Of(r["kind"]) ?? throw new ResourceFault("constructions.tsv", r.Line, $"there is no kind '{r["kind"]}'"), r["says"] == "yes", new WordPattern(r["words"]))),
    ];

    private static readonly WordPattern Negation = new("not|never|neither|cannot|avoid*|refrain*|hold off|holds off|fail to|fails to|decline to|declines to|abstain|false that|untrue that|without an attack|without attack|without a strike|without an invasion|no ceasefire|no deal|no agreement|no strike|no attack|no invasion|no war|no talks|no sanctions|be no");

    /// <summary>Understands a question as of a day; none is refused, what it asks may be <see cref="QuestionKind.Other"/>.</summary>
    public static AskedQuestion Read(string text, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = QuestionParts.Of(text);
        var plain = Normalised(parts.Asked);
        var window = DeadlineReader.Read(plain, asOf);
        if (window.IsAssumed && window.Opens <= asOf && parts.Criteria.Length > 0) window = DeadlineReader.Read(Normalised(parts.Criteria), asOf);
        var whole = DeadlineReader.Without(plain);
        var condition = ConditionIn(whole);
        var dateless = condition is null ? whole : whole.Remove(condition.Index, condition.Length);
        var named = Named.In(dateless, asOf);
        var asks = Threshold().Replace(named.Words, " @number ");
        var words = new ContentWords(asks, asks.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var (kind, says) = KindOf(words);
        kind = Mended(kind, named, dateless, asOf);
        var (actor, target, person) = named.Roles(kind);
        return new AskedQuestion
        {
            Text = text.Trim(),
            Kind = kind,
            IsNegated = !says ^ Negation.Fits(words),
            Actor = actor,
            Target = target,
            Person = person,
            People = named.People,
            Condition = condition?.Value.Trim(' ', ','),
            Untaken = [.. named.Listed.Except(new[] { actor, target }.OfType<string>(), StringComparer.Ordinal)],
            Place = kind.Family is "capture" or "control" ? PlaceAfterVerb(dateless) ?? named.Place ?? person : named.Place,
            OwnWords = kind == QuestionKind.Other || kind.Family == "count" ? OwnWords(named.Words) : "",
            Things = Participants.ThingsIn(Placeholder().Replace(named.Words, " "), kind),
            Least = Threshold().Match(named.Words) is { Success: true } number ? NumberOf(number) : null,
            AsOf = asOf,
            Opens = window.Opens,
            Deadline = window.Last,
            IsDeadlineAssumed = window.IsAssumed,
        };
    }

    // What the words alone leave open: whether what is taken is a place, and whether who leaves a state led it or was held there.
    private static QuestionKind Mended(QuestionKind kind, Named named, string dateless, DateOnly asOf)
    {
        var mayTake = kind == QuestionKind.Other || (kind.Key == "caught" && named.TakesUnknown);
        if (mayTake && named.Sides.Length > 0 && Captured().Match(dateless) is { Success: true } taken && !taken.Value.StartsWith("enter", StringComparison.Ordinal)) return QuestionKind.Of("capture")!;
        var person = named.People.FirstOrDefault();
        if (person is null || Gazetteer.Shipped.InOfficeSince(person, asOf) is not null) return kind;
        if (kind.Key is "leader-leaves" or "release" && Envoys().IsMatch(dateless)) return QuestionKind.Of("envoy-out")!;
        return kind.Key == "leader-leaves" && !Flees().IsMatch(dateless) ? QuestionKind.Of("release")! : kind.Key == "leader-captured" ? QuestionKind.Of("caught")! : kind;
    }

    // "If talks fail, will X …": what is asked is what X does; the days of a condition count like any other. "Resolves to yes if …" states what is asked.
    private static Match? ConditionIn(string words) => Resolves().IsMatch(words) || Condition().Match(words) is not { Success: true } condition ? null : condition;

    [GeneratedRegex(@"\bresolves?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Resolves();

    [GeneratedRegex(@"^\s*(?:if|assuming|provided|unless|should|given|conditional\s+on|in\s+case)\b[^?]*?,\s*(?=(?:then\s+)?(?:will|would|does|do)\b)|,?\s+(?:if|unless|assuming|provided|in\s+case)\s+[^?]*(?=\?|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(?:ambassador|envoy|diplomat|consul|high commissioner)s?\b.*\b(?:leaves?|recalled|expelled|withdrawn)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Envoys();

    [GeneratedRegex(@"\b(?:flee\w*|fled|exile|asylum|president|leader|minister|king|power|step|agree\w*|resign\w*|army|commander)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Flees();

    // "At least 100 soldiers", "more than 5,000", "200 or more".
    [GeneratedRegex(@"\b(?:at least|more than|over|above|exceeds?|reach(?:es)?|surpass(?:es)?|fewer than|less than)\s+(?<number>\d[\d,]*(?:\.\d+)?)\s*(?<scale>thousand|million|billion)?|(?<![\w,])(?<number>\d[\d,]*(?:\.\d+)?)(?:\s*(?<scale>thousand|million|billion))?\s+or\s+(?:more|greater|fewer|less)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Threshold();

    /// <summary>The number that a match holds in <c>number</c> and <c>scale</c>; <see langword="null"/> if it is too long for one.</summary>
    internal static decimal? NumberOf(Match match) => decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= LargestCount
        ? number * match.Groups["scale"].Value.ToLowerInvariant() switch { "thousand" => 1_000, "million" => 1_000_000, "billion" => 1_000_000_000, _ => 1 } : null;

    // The longer words of a question without names, days and small words, by their first letters.
    private static string OwnWords(string words) => string.Join('|', words.ToLowerInvariant().Split([' ', ',', '?', '.', '\'', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .Where(w => w.Length >= ShortestOwn && !Participants.IsCommon(w) && w.All(char.IsLetter)).Select(w => w.Length > Stem ? w[..Stem] + "*" : w + "*").Distinct(StringComparer.Ordinal));

    // "Capture Zepa", "take control of the city of Goma": what the verb's object is called.
    private static string? PlaceAfterVerb(string text) => Captured().Match(text) is { Success: true } match ? match.Groups["place"].Value : Falls().Match(text) is { Success: true } fall ? fall.Groups["place"].Value : null;

    [GeneratedRegex(@"\b(?:captur\w*|retak\w*|recaptur\w*|tak(?:e|es|en|ing)|seiz\w*|liberat\w*|control|enter\w*|encircl\w*|conquer\w*)\s+(?:over\s+|of\s+|all of\s+|the\s+|city\s+of\s+|town\s+of\s+)*(?<place>\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Captured();

    [GeneratedRegex(@"(?<place>\p{Lu}[\p{L}'-]+)\s+(?:fall|falls|be captured|be taken|captured|fallen|be under|still be under|remain under)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Falls();

    private static (QuestionKind Kind, bool Says) KindOf(ContentWords words)
    {
        foreach (var (kind, says, pattern) in Constructions)
            if (pattern.Fits(words)) return (kind, says);
        return (QuestionKind.Other, true);
    }

    // One spelling for what is spelt in many ways: quotation marks, dashes between names, "US" with and without full stops.
    private static string Normalised(string text)
    {
        var plain = new StringBuilder(text.Length);
        var trimmed = text.Trim();
        for (var i = 0; i < trimmed.Length; i++)
            plain.Append(trimmed[i] switch { '’' or '‘' => '\'', '–' or '—' => ' ', '/' when i + 1 < trimmed.Length && !char.IsAsciiDigit(trimmed[i + 1]) => ' ', '“' or '”' or '"' => ' ', '\n' or '\r' or '\t' => ' ', var c => c });
        return plain.ToString().Replace("n't", " not", StringComparison.Ordinal);
    }

    /// <summary>A question's names with the words around them.</summary>
    private sealed partial record Named(string Words, ImmutableArray<Named.Side> Sides)
    {
        /// <summary>A name, whom it stands for, and whether "by" or "from" stands before it.</summary>
        internal sealed record Side(string Name, string? State, bool IsPerson, bool IsAgent, bool IsObject, bool IsPlace, bool IsJoined, bool IsEntered)
        {
            /// <summary>The state or body that it stands for; <see langword="null"/> for a person of no known state.</summary>
            public string? Body => State ?? (IsPerson ? null : Name);
        }

        private string? Body(int k) => Sides.Where(s => !s.IsPlace).OrderBy(s => s.State is null && BodyIn(s.Name) is "court" or "tribunal").Select(s => s.Body).OfType<string>().Distinct(StringComparer.Ordinal).Skip(k).FirstOrDefault();

        public static Named In(string text, DateOnly asOf)
        {
            var sentences = SyntaxReader.Shipped.Read(text, new TextSpan(0, text.Length));
            var mentions = MentionReader.Read(text, sentences, asOf).All.Where(m => m.Form is MentionForm.Name or MentionForm.Demonym && m.Kind is not (MentionKind.AnonymousGroup or MentionKind.Outlet)).OrderBy(m => m.Span.Start).ToList();
            var (words, sides, at) = (new StringBuilder(), ImmutableArray.CreateBuilder<Side>(), 0);
            foreach (var mention in mentions.Where(m => m.Span.Start >= at || m == mentions[0]))
            {
                if (mention.Span.Start < at) continue;
                var before = text[at..mention.Span.Start];
                words.Append(before).Append(' ');
                var isPerson = mention.Kind == MentionKind.Person;
                var isPlace = mention.Kind == MentionKind.Place;
                if (!isPlace) words.Append(isPerson ? "person" : "side").Append(sides.Count + 1).Append(' ').Append(BodyIn(mention.Name)).Append(' ');
                else words.Append(text.AsSpan(mention.Span.Start, mention.Span.Length)).Append(' ');
                sides.Add(new Side(mention.Name, ActorRegister.GroupOf(mention.Name) ?? mention.State, isPerson, IsAfterAgentWord(before), IsAfterObjectWord(before), isPlace, before.Trim() is "or" or "and" or "and the" or "or the" or "," or ", the" or ", or" or ", and" or ", or the" or ", and the", Entered().IsMatch(before)));
                at = mention.Span.End;
            }
            words.Append(text.AsSpan(at));
            return new Named(words.ToString(), sides.ToImmutable());
        }

        // Of a body that is named, what it is: a court rules, a parliament votes.
        private static string BodyIn(string name) => name.ToLowerInvariant().Split(' ').FirstOrDefault(w => w is "court" or "tribunal" or "parliament" or "congress" or "senate" or "assembly" or "council") ?? "";

        private static bool IsAfterAgentWord(string before)
        {
            var words = before.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
            if (Holder().IsMatch(before)) return false;
            return words is [.., "by"] or [.., "by", "the"] or [.., "under"] || (words is [.., var what, "from"] && what.TrimEnd('s') is "attack" or "strike" or "fire" or "assault" or "invasion");
        }

        // "Territory held by the Ukrainian government": who holds does not act.
        [GeneratedRegex(@"\b(?:territory|territories|area|areas|land|ground|city|town|region|regions)\s+(?:\w+\s+)?(?:held|controlled|ruled|governed|run|claimed)\s+by(?:\s+the)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Holder();

        // "Troops of a bloc enter Bahrain": what is entered is acted on, whoever else is named before.
        [GeneratedRegex(@"\b(?:enter|enters|entering|invade|invades|invading|cross(?:es)?\s+into|into)\s+(?:the\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Entered();

        // Whose forces are expelled, his leave.
        [GeneratedRegex(@"\bexpels?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex Expels();

        // "On Iran", "against the Syrian army", "from Kuwait": whom it is done to, or where.
        private static bool IsAfterObjectWord(string before)
        {
            var words = before.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
            return words is [.., "on" or "against" or "at" or "in" or "into" or "from" or "upon" or "toward" or "towards"] or [.., "on" or "against" or "in" or "into" or "from", "the"];
        }

        /// <summary>Who acts, on whom, and who is meant in person.</summary>
        public (string? Actor, string? Target, string? Person) Roles(QuestionKind kind)
        {
            var person = Sides.FirstOrDefault(s => s.IsPerson);
            if (kind.Family == "leader") return (person?.State ?? Body(0), Other(person?.State ?? Body(0)), person?.Name);
            var agent = Sides.FirstOrDefault(s => s.IsAgent && !s.IsPlace);
            var agentName = agent is null ? null : agent.State ?? agent.Name;
            var (first, second) = agentName is not null && !kind.IsMutual ? (agentName, Other(agentName)) : (Body(0), Body(1));
            if (!kind.IsMutual && agentName is null && IsJoint(second) && Body(2) is { } third) second = third;
            if (!kind.IsMutual && Sides.FirstOrDefault(s => s.IsEntered)?.Body is { } entered && entered != first) second = entered;
            if (kind.Key == "forces-withdrawn" && second is not null && Expels().IsMatch(Words)) return (second, first, person?.Name);
            if (second is null && agentName is null && (IsPassive() || (!kind.IsMutual && OnlyAsObject(first)))) (first, second) = (null, first);
            if (kind.IsMutual && first is not null && second is not null && string.CompareOrdinal(first, second) > 0) (first, second) = (second, first);
            var place = Sides.FirstOrDefault(s => s.IsPlace && s.State is not null)?.State;
            return (first, second ?? (place != first ? place : null), person?.Name);
        }

        /// <summary>Whether whoever is named last is nobody whose state is known: a name after "capture" that may as well be a place.</summary>
        public bool TakesUnknown => Sides.Any(s => !s.IsPerson || s.State is not null) && Sides[^1] is { IsPerson: true, State: null };

        public ImmutableArray<string> People => [.. Sides.Where(s => s.IsPerson).Select(s => s.Name).Distinct(StringComparer.Ordinal)];

        /// <summary>States and bodies that a list joins to one before.</summary>
        public IEnumerable<string> Listed => Sides.Where(s => s.IsJoined && !s.IsPlace).Select(s => s.Body).OfType<string>().Distinct(StringComparer.Ordinal);

        /// <summary>The last place that is no state.</summary>
        public string? Place => Sides.LastOrDefault(s => s.IsPlace)?.Name;

        // "Israel or the United States": the second acts with the first.
        private bool IsJoint(string? side) => side is not null && Sides.First(s => (s.State ?? s.Name) == side).IsJoined;

        private bool OnlyAsObject(string? side) => side is not null && Sides.Where(s => (s.State ?? s.Name) == side).All(s => s.IsObject);

        private string? Other(string? side) => Sides.Where(s => !s.IsPlace).Select(s => s.Body).OfType<string>().FirstOrDefault(s => s != side);

        private bool IsPassive()
        {
            var words = Words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var side = Array.FindIndex(words, w => w.StartsWith("side", StringComparison.Ordinal));
            return side >= 0 && words.Skip(side + 1).Take(PassiveReach).Any(w => w is "be" or "get" or "suffer" or "face");
        }
    }
}
