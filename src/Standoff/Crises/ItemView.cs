using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;

namespace Standoff.Crises;

/// <summary>A claim with who acts and who else is named, as states and bodies.</summary>
internal sealed class ClaimView
{
    // Verbs that ask for what follows, whatever the reader took it for.
    private static readonly string[] Asking = ["demand", "order", "urg", "call on", "called on", "calls on", "calling on", "require"];

    public ClaimView(LedgerClaim ledgerClaim, string text, ActorRegister register)
    {
        var claim = ledgerClaim with { Claim = AsAsked(ledgerClaim.Claim, text) };
        Alias = claim.Alias;
        Place = (claim.Document, claim.Claim.Sentence);
        Claim = claim.Claim;
        Words = new ContentWords(claim.Claim.Exact, claim.Claim.Lemmas);
        CueWords = new ContentWords(string.Join(' ', claim.Claim.Cues.Where(c => c.End <= text.Length).Select(c => c.Of(text))), []);
        IsNegative = Proposition.IsNegated(claim.Claim);
        Agents = [.. AgentNames(claim.Claim).Distinct()];
        Others = [.. claim.Claim.Actors.Concat(claim.Claim.Predicate.Patients).Where(n => !Agents.Contains(n)).Distinct()];
        AgentSides = Sides(Agents, register);
        OtherSides = Sides(Others, register);
        PatientSides = Sides(claim.Claim.Predicate.Patients, register);
        SubjectSides = claim.Claim.Predicate.Agents.IsEmpty ? PatientSides : AgentSides;
        SpeakerSides = claim.Claim.Sources.Length > 0 ? Sides([claim.Claim.Sources[^1].Name], register) : [];
    }

    public string Alias { get; }

    /// <summary>Document and sentence.</summary>
    public (string Document, int Sentence) Place { get; }

    public Claim Claim { get; }

    public ContentWords Words { get; }

    /// <summary>The words by which it is said: "demanded", "called on".</summary>
    public ContentWords CueWords { get; }

    public bool IsNegative { get; }

    public ImmutableArray<string> Agents { get; }

    public ImmutableArray<string> Others { get; }

    public ImmutableArray<string> AgentSides { get; }

    public ImmutableArray<string> OtherSides { get; }

    /// <summary>Sides that are acted on.</summary>
    public ImmutableArray<string> PatientSides { get; }

    /// <summary>Sides of the grammatical subject: who acts, or in a passive who is acted on.</summary>
    public ImmutableArray<string> SubjectSides { get; }

    /// <summary>Side of whoever is said to say it.</summary>
    public ImmutableArray<string> SpeakerSides { get; }

    /// <summary>Everybody who is in it.</summary>
    public IEnumerable<string> AllSides => AgentSides.Concat(OtherSides).Concat(SubjectSides).Concat(SpeakerSides).Distinct();

    /// <summary>Whether an event hangs on an if, or nobody commits to it; acts of speech may well be conditional.</summary>
    public bool IsOpen => !SpeechAct.Is(Claim.Kind) && Claim.Kind != ClaimKind.Unknown
        && (Claim.Condition is not null || Claim.SourceFactuality == Factuality.Uncommitted);

    private static Claim AsAsked(Claim claim, string text) =>
        claim.Kind is ClaimKind.Event or ClaimKind.State or ClaimKind.Position && claim.Sources.Length > 0 && claim.Sources[^1].Kind is SourceKind.Person or SourceKind.State or SourceKind.Organisation
        && claim.Cues.Any(c => c.End <= text.Length && Array.Exists(Asking, a => c.Of(text).StartsWith(a, StringComparison.OrdinalIgnoreCase)))
            ? claim with { Kind = ClaimKind.Demand }
            : claim;

    // Whoever speaks acts in an act of speech; else the grammatical agent, else the first actor; the speaker where a passive or an event names none.
    private static IEnumerable<string> AgentNames(Claim claim)
    {
        if (SpeechAct.DoerOf(claim) is { } doer) return [doer];
        if (claim.Predicate.Agents.Length > 0) return claim.Predicate.Agents;
        if (claim.Predicate.Patients.IsEmpty && (claim.Actors.Length > 0 || claim.Kind != ClaimKind.Event)) return claim.Actors.Take(1);
        return claim.Sources.Length > 0 && claim.Sources[^1].Kind is SourceKind.Person or SourceKind.State or SourceKind.Organisation ? [claim.Sources[^1].Name] : [];
    }

    private static ImmutableArray<string> Sides(ImmutableArray<string> names, ActorRegister register) =>
        [.. names.Select(register.SideOf).OfType<string>().Distinct()];
}

/// <summary>A ledger item with its claims as the crisis sees them.</summary>
internal sealed record ItemView(LedgerItem Item, ImmutableArray<ClaimView> Claims, bool IsHistory)
{
    /// <summary>How much the item counts when it is asked what the texts are about, 0.5 … 1: told with a hedge is told, too.</summary>
    public double Weight => Math.Min(1, 0.5 + (Item.LogLikelihoodRatio / 4));

    /// <summary>All items of a ledger in order.</summary>
    public static ImmutableArray<ItemView> Of(Ledger ledger, ActorRegister register, DateOnly? asOf)
    {
        var history = new History(ledger, asOf);
        var claims = ledger.Claims.ToDictionary(c => c.Alias);
        var texts = ledger.Documents.ToDictionary(d => d.Alias, d => d.Document.Text);
        return
        [
            .. ledger.Items.Select(i => new ItemView(
                i,
                [.. i.Claims.Select(a => new ClaimView(claims[a], texts[claims[a].Document], register))],
                i.Claims.All(a => history.Holds(claims[a])))),
        ];
    }
}

/// <summary>Tells what happened long before the crisis: by its own date, or by that of its sentence.</summary>
internal sealed class History
{
    private readonly DateOnly? _from;
    private readonly HashSet<(string Document, int Sentence)> _sentences = [];

    public History(Ledger ledger, DateOnly? asOf)
    {
        _from = asOf?.AddDays(-(int)CrisisSettings.Of("window-days"));
        foreach (var claim in ledger.Claims)
            if (IsOld(claim.Claim)) _sentences.Add((claim.Document, claim.Claim.Sentence));
    }

    public bool Holds(LedgerClaim claim) => IsOld(claim.Claim) || (claim.Claim.Time is null && _sentences.Contains((claim.Document, claim.Claim.Sentence)));

    // What began before the window and runs into it ("since 1990") is background too.
    private bool IsOld(Claim claim) => _from is { } from && ((claim.Time?.Latest ?? DateOnly.MaxValue) < from || (claim.Time?.Earliest ?? DateOnly.MaxValue) < from);
}
