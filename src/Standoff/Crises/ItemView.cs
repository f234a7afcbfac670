using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Text;

namespace Standoff.Crises;

/// <summary>A claim with who acts and who else is named, as states and bodies.</summary>
internal sealed class ClaimView
{
    private static readonly string[] Auxiliaries = ["to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "do", "does", "did", "not"];

    private static readonly int LongestAddress = (int)CrisisSettings.Of("reach.address");

    private static readonly string[] Pronouns = ["he ", "she ", "they ", "it "];

    // Verbs that ask for what follows, whatever the reader took it for.
    private static readonly string[] Asking = ["demand", "order", "urg", "call on", "called on", "calls on", "calling on", "require"];

    private static readonly string[] Insisting = ["insist", "want"];

    // Few rows of the evidence table ask for the order of names.
    private readonly Lazy<ImmutableArray<(int Start, int Length, string Side)>> _named;

    public ClaimView(LedgerClaim ledgerClaim, Document document, ActorRegister cast, string? home = null)
    {
        var (text, register) = (document.Text, new SideNames(cast, home));
        DocumentDate = document.Date;
        var claim = ledgerClaim with { Claim = AsAsked(ledgerClaim.Claim, text) };
        Alias = claim.Alias;
        Place = (claim.Document, claim.Claim.Sentence);
        Claim = claim.Claim;
        IsCommentary = Commentary.Holds(ledgerClaim.Claim, document);
        Words = new ContentWords(claim.Claim.Exact, claim.Claim.Lemmas);
        CueWords = new ContentWords(string.Join(' ', claim.Claim.Cues.Where(c => c.End <= text.Length).Select(c => c.Of(text))), []);
        IsNegative = Proposition.IsNegated(claim.Claim);
        Agents = [.. AgentNames(claim.Claim).Distinct()];
        Others = [.. claim.Claim.Actors.Concat(claim.Claim.Predicate.Patients).Where(n => !Agents.Contains(n)).Distinct()];
        ActorSides = Sides(claim.Claim.Actors, register);
        PatientSides = Sides(claim.Claim.Predicate.Patients, register);
        (AddressedSides, OnBehalf) = Addressed(claim.Claim, text, cast);
        DoerSides = AddressedSides.Length > 0 && IsPronoun(claim.Claim.Exact) ? AddressedSides : Sides(claim.Claim.Predicate.Agents, register);
        AgentSides = Together(Sides(Agents, register), claim.Claim.Exact, cast);
        OtherSides = [.. Sides(Others, register).Where(s => AgentSides.Length < 2 || !AgentSides.Contains(s))];
        SubjectSides = claim.Claim.Predicate.Agents.IsEmpty ? PatientSides : AgentSides;
        SpeakerSides = claim.Claim.Sources.Length > 0 ? Sides([claim.Claim.Sources[^1].Name], register) : [];
        Against = ListedSides.After("against ", claim.Claim.Exact, cast);
        _named = new(() => [.. ListedSides.Named(claim.Claim.Exact, cast)]);
        Nominal = NominalDemand.In(claim.Claim.Exact, cast);
        ConditionText = claim.Claim.Condition is { } span && span.End <= text.Length ? span.Of(text) : null;
        ConditionSides = ConditionText is null ? [] : ListedSides.In(ConditionText, cast);
        if (claim.Claim.Event is { Modality: EventModality.Demanded } demanded) DemandedOf = Sides([.. demanded.Actors.Select(a => a.Name)], register);
        if (claim.Claim.Event is { Type: EventType.Assault, Polarity: EventPolarity.Affirmed, Modality: EventModality.Happened or EventModality.Reported or EventModality.Alleged } assault)
        {
            IsAssault = true;
            Assailants = [.. assault.Actors.Select(a => a.Name)];
            AssailantSides = Sides(Assailants, register);
            AssailedSides = Sides([.. assault.Recipients.Select(a => a.Name)], register);
        }

        if (claim.Claim.Event is not { Polarity: EventPolarity.Affirmed, Modality: EventModality.Happened or EventModality.Reported } told) return;
        Told = told.Type;
        IsAttack = told is { Type: EventType.Assault, Context: "military", Mode: not "seize" };
        HasToldActor = told.Actors.Length > 0;
        ToldFrom = Sides([.. told.Actors.Select(a => a.Name)], register);
        ToldTo = Sides([.. told.Recipients.Select(a => a.Name)], register);
    }

    public string Alias { get; }

    /// <summary>Date of the document.</summary>
    public DateOnly? DocumentDate { get; }

    /// <summary>Document and sentence.</summary>
    public (string Document, int Sentence) Place { get; }

    public Claim Claim { get; }

    /// <summary>Whether only the author of a commentary, or an analyst, holds it.</summary>
    public bool IsCommentary { get; }

    public ContentWords Words { get; }

    /// <summary>The words by which it is said: "demanded", "called on".</summary>
    public ContentWords CueWords { get; }

    public bool IsNegative { get; }

    public ImmutableArray<string> Agents { get; }

    public ImmutableArray<string> Others { get; }

    public ImmutableArray<string> AgentSides { get; }

    public ImmutableArray<string> OtherSides { get; }

    /// <summary>Sides of all actors, in the order of the claim.</summary>
    public ImmutableArray<string> ActorSides { get; }

    /// <summary>Sides that are acted on.</summary>
    public ImmutableArray<string> PatientSides { get; }

    /// <summary>Sides of the grammatical subject: who acts, or in a passive who is acted on.</summary>
    public ImmutableArray<string> SubjectSides { get; }

    /// <summary>Side of whoever is said to say it.</summary>
    public ImmutableArray<string> SpeakerSides { get; }

    /// <summary>Sides of whoever does what the content says; in a demand whoever is to do it.</summary>
    public ImmutableArray<string> DoerSides { get; }

    /// <summary>Sides that are spoken to ("told Northland that …").</summary>
    public ImmutableArray<string> AddressedSides { get; }

    /// <summary>Side in whose name somebody speaks ("on behalf of the alliance").</summary>
    public ImmutableArray<string> OnBehalf { get; }

    /// <summary>Sides of which the event in the content is demanded.</summary>
    public ImmutableArray<string> DemandedOf { get; } = [];

    /// <summary>Type of the event that the content tells as so; <see langword="null"/> where it tells none.</summary>
    public EventType? Told { get; }

    /// <summary>Whether that event is an attack with arms; ground that is taken without one is none.</summary>
    public bool IsAttack { get; }

    /// <summary>Whether that event has an actor, whoever he is.</summary>
    public bool HasToldActor { get; }

    /// <summary>Sides that act in that event.</summary>
    public ImmutableArray<string> ToldFrom { get; } = [];

    /// <summary>Sides that are acted on in that event.</summary>
    public ImmutableArray<string> ToldTo { get; } = [];

    /// <summary>Whether the event in it is violence that is told, or that somebody is accused of.</summary>
    public bool IsAssault { get; }

    /// <summary>Who is told, or accused, of having used violence; empty where nobody is, or no violence is told of.</summary>
    public ImmutableArray<string> Assailants { get; } = [];

    /// <summary>The sides of those.</summary>
    public ImmutableArray<string> AssailantSides { get; } = [];

    /// <summary>Sides of whom or what is told to have met with violence.</summary>
    public ImmutableArray<string> AssailedSides { get; } = [];

    /// <summary>A demand that the content names as a thing; <see langword="null"/> if none.</summary>
    public NominalDemand? Nominal { get; }

    /// <summary>Sides that the content names, in order, with their places in it.</summary>
    public ImmutableArray<(int Start, int Length, string Side)> Named => _named.Value;

    /// <summary>Sides that the condition names.</summary>
    public ImmutableArray<string> ConditionSides { get; }

    /// <summary>Sides that the content says something is against.</summary>
    public ImmutableArray<string> Against { get; }

    /// <summary>The words of what it depends on; <see langword="null"/> where it depends on nothing.</summary>
    public string? ConditionText { get; }

    /// <summary>Everybody who is in it.</summary>
    public IEnumerable<string> AllSides => AgentSides.Concat(OtherSides).Concat(SubjectSides).Concat(SpeakerSides).Distinct();

    /// <summary>Whether an event hangs on an if, or nobody commits to it; acts of speech may well be conditional.</summary>
    public bool IsOpen => !SpeechAct.Is(Claim.Kind) && Claim.Kind != ClaimKind.Unknown
        && (Claim.Condition is not null || Claim.SourceFactuality == Factuality.Uncommitted);

    private static Claim AsAsked(Claim claim, string text) =>
        claim.Kind is ClaimKind.Event or ClaimKind.State or ClaimKind.Position && claim.Sources.Length > 0 && claim.Sources[^1].Kind is SourceKind.Person or SourceKind.State or SourceKind.Organisation
        && claim.Cues.Any(c => c.End <= text.Length && Array.Exists(Asking, a => c.Of(text).StartsWith(a, StringComparison.OrdinalIgnoreCase)))
            || (Insists(claim, text) && IsBare(claim))
            ? claim with { Kind = ClaimKind.Demand }
            : claim;

    private static bool Insists(Claim claim, string text) => claim.Kind is ClaimKind.Event or ClaimKind.State or ClaimKind.Position
        && claim.Cues.Any(c => c.End <= text.Length && Array.Exists(Insisting, i => c.Of(text).StartsWith(i, StringComparison.OrdinalIgnoreCase)));

    // "Insists that Southland withdraw", "that the camp be closed", not "that Southland withdrew" or "that it will be closed": the verb as the dictionary has it.
    private static bool IsBare(Claim claim)
    {
        var words = claim.Exact.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = claim.Predicate.Agents.IsEmpty ? Array.IndexOf(words, "be") : Array.IndexOf(words, claim.Predicate.Lemma);
        return at > 0 && !Auxiliaries.Contains(words[at - 1]);
    }

    // Whoever speaks acts in an act of speech; else the grammatical agent, else the first actor; the speaker where a passive or an event names none.
    private static IEnumerable<string> AgentNames(Claim claim)
    {
        if (SpeechAct.DoerOf(claim) is { } doer) return [doer];
        if (claim.Predicate.Agents.Length > 0) return claim.Predicate.Agents;
        if (claim.Predicate.Patients.IsEmpty && (claim.Actors.Length > 0 || claim.Kind != ClaimKind.Event)) return claim.Actors.Take(1);
        return claim.Sources.Length > 0 && claim.Sources[^1].Kind is SourceKind.Person or SourceKind.State or SourceKind.Organisation ? [claim.Sources[^1].Name] : [];
    }

    private static bool IsPronoun(string exact) => Array.Exists(Pronouns, p => exact.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    // Whoever is named between the verb and what is told.
    private static (ImmutableArray<string> To, ImmutableArray<string> For) Addressed(Claim claim, string text, ActorRegister register)
    {
        var start = claim.Anchor.Span.Start;
        var cue = claim.Cues.Where(c => c.End <= start && start - c.End < LongestAddress && ActWords.Told.Fits(new ContentWords(c.Of(text), []))).Select(c => c.End).DefaultIfEmpty(-1).Max();
        if (cue < 0 || start > text.Length) return ([], []);
        var between = text[cue..start];
        return ([.. ListedSides.In(between, register).Take(1)], ListedSides.After("on behalf of ", between, register));
    }

    // "London, Paris and Rome demanded": whoever is listed with the agent acts with him, unless he is acted on.
    private ImmutableArray<string> Together(ImmutableArray<string> agents, string exact, ActorRegister register)
    {
        if (agents.IsEmpty) return agents;
        var list = ListedSides.Lists(exact, register).FirstOrDefault(l => l.Any(agents.Contains) && !l.Any(s => PatientSides.Contains(s) && !agents.Contains(s)));
        return list.IsDefault ? agents : [.. agents.Concat(list).Distinct()];
    }

    private static ImmutableArray<string> Sides(ImmutableArray<string> names, SideNames register) =>
        [.. names.Select(register.SideOf).OfType<string>().Distinct()];
}

/// <summary>A ledger item with its claims as the crisis sees them.</summary>
internal sealed record ItemView(LedgerItem Item, ImmutableArray<ClaimView> Claims, bool IsHistory)
{
    /// <summary>How much the item counts when it is asked what the texts are about, at most 1: told with a hedge is told, too.</summary>
    public double Weight => Math.Min(1, CrisisSettings.Of("told.least") + (Item.LogLikelihoodRatio / CrisisSettings.Of("told.full")));

    /// <summary>Sentences, by document and number, of which every claim tells of what happened long before.</summary>
    public static HashSet<(string Document, int Sentence)> PastSentences(ImmutableArray<ItemView> items)
    {
        var past = items.Where(i => i.IsHistory).SelectMany(i => i.Claims).Select(c => c.Place).ToHashSet();
        past.ExceptWith(items.Where(i => !i.IsHistory).SelectMany(i => i.Claims).Select(c => c.Place));
        return past;
    }

    /// <summary>All items of a ledger in order.</summary>
    public static ImmutableArray<ItemView> Of(Ledger ledger, ActorRegister register, DateOnly? asOf)
    {
        var history = new History(ledger, asOf);
        var claims = ledger.Claims.ToDictionary(c => c.Alias);
        var documents = ledger.Documents.ToDictionary(d => d.Alias, d => (d.Document, Home: HomeGovernment.Of(d.Document)));
        return
        [
            .. ledger.Items.Select(i => new ItemView(
                i,
                [.. i.Claims.Select(a => View(claims[a]))],
                i.Claims.All(a => history.Holds(claims[a])))),
        ];

        ClaimView View(LedgerClaim claim) => new(claim, documents[claim.Document].Document, register, documents[claim.Document].Home);
    }
}

/// <summary>Tells what happened long before the crisis: by its own date, or by that of its sentence.</summary>
internal sealed class History
{
    // Four digits.
    private const int FirstYear = 1000;

    private static readonly char[] SentenceEnds = ['.', '!', '?', '\n'];
    private static readonly string[] BehindYears = ["and ", "or ", "to ", "when ", "that ", "which ", "by ", "in ", "on ", "at ", "for ", "from ", "with ", "after ", "before ", "until ", "as ", "he ", "she ", "it ", "they ", "the ", "a ", "an ", "was ", "were ", "has ", "had ", "is "];
    private static readonly string[] YearMarks = ["in ", "In ", "of "];

    private readonly DateOnly? _from;
    private readonly DateOnly? _asOf;
    private readonly HashSet<(string Document, int Sentence)> _sentences = [];
    private readonly HashSet<string> _old = [];

    public History(Ledger ledger, DateOnly? asOf)
    {
        _asOf = asOf;
        _from = asOf?.AddDays(-(int)CrisisSettings.Of("window-days"));
        var texts = ledger.Documents.ToDictionary(d => d.Alias, d => d.Document.Text);
        foreach (var claim in ledger.Claims)
        {
            var isOld = (IsOld(claim.Claim) && !IsDated(claim.Claim)) || NamesOldYear(Before(claim, texts[claim.Document]));
            if (isOld) _old.Add(claim.Alias);
            if (isOld || NamesOldYear(claim.Claim.Exact)) _sentences.Add((claim.Document, claim.Claim.Sentence));
        }
    }

    // What somebody asks, offers or threatens today may speak of "the treaties of 1959".
    public bool Holds(LedgerClaim claim) => SpeechAct.Is(claim.Claim.Kind)
        ? _old.Contains(claim.Alias)
        : IsOld(claim.Claim) || (claim.Claim.Time is null && _sentences.Contains((claim.Document, claim.Claim.Sentence)));

    // "The treaty of 1924" is dated, not what is asked for by it.
    private static bool IsDated(Claim claim) => SpeechAct.Is(claim.Kind) && claim.Time is { } time
        && claim.Exact.Contains("of " + time.Value, StringComparison.Ordinal) && !claim.Exact.Contains("in " + time.Value, StringComparison.OrdinalIgnoreCase);

    // The year may stand before the clause: "in 1982, when …".
    private static string Before(LedgerClaim claim, string text)
    {
        var start = Math.Min(claim.Claim.Anchor.Span.Start, text.Length);
        var from = start == 0 ? 0 : text.LastIndexOfAny(SentenceEnds, start - 1) + 1;
        return text[from..start];
    }

    private bool NamesOldYear(string words)
    {
        if (_from is not { } day) return false;
        foreach (var before in YearMarks)
            for (var at = words.IndexOf(before, StringComparison.Ordinal); at >= 0; at = words.IndexOf(before, at + 1, StringComparison.Ordinal))
                if (int.TryParse(words.AsSpan(at + before.Length, Math.Min(4, words.Length - at - before.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year < day.Year && EndsYear(words.AsSpan(at + before.Length + 4))) return true;
        return false;
    }

    // "Of 1200 soldiers" counts; a year stands alone, or before a word that is no noun.
    private static bool EndsYear(ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || after[0] != ' ') return after.IsEmpty || !char.IsLetterOrDigit(after[0]);
        foreach (var word in BehindYears)
            if (after[1..].StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    // What began before the window and runs into it ("since 1990") is background too; a year that is not over ("this year") is the present.
    private bool IsOld(Claim claim) => _from is { } from && claim.Time is { } time
        && ((time.Latest ?? DateOnly.MaxValue) < from || (time.Earliest ?? DateOnly.MaxValue) < from) && !(time.Latest > _asOf);
}
