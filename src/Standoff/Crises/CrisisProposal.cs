using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;

namespace Standoff.Crises;

/// <summary>What may be fixed for a proposal.</summary>
public sealed record ProposalOptions
{
    /// <summary>Who challenges; found in the texts if not given.</summary>
    public string? Challenger { get; init; }

    /// <summary>Who is challenged; found in the texts if not given.</summary>
    public string? Target { get; init; }

    /// <summary>The two sides where it is not known which of them challenges; not used with <see cref="Challenger"/> or <see cref="Target"/>.</summary>
    public (string One, string Other)? Between { get; init; }

    /// <summary>The day from which the forecast counts; the latest document date if not given.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Who plays a part, in the user's own words.</summary>
    public CastList? Cast { get; init; }

    /// <summary>The evidence table.</summary>
    public EvidenceTable Evidence { get; init; } = EvidenceTable.Shipped;
}

/// <summary>What came of a proposal: a crisis, or what was missing for one.</summary>
public abstract record CrisisResult
{
    private CrisisResult() { }

    /// <summary>A crisis was found.</summary>
    public sealed record Found(Crisis Crisis) : CrisisResult
    {
        /// <summary>That its sides are a guess; <see langword="null"/> where they were given, or are as plain as texts make them.</summary>
        public SidesDoubt? Doubt { get; init; }
    }

    /// <summary>None was found.</summary>
    /// <param name="Missing">Which of <c>challenger</c>, <c>target</c>, <c>demand</c>.</param>
    /// <param name="Message">One sentence that says what to do.</param>
    public sealed record NoCrisis(ImmutableArray<string> Missing, string Message) : CrisisResult;
}

/// <summary>Proposes a crisis from a ledger.</summary>
public static class CrisisProposal
{
    /// <summary>
    /// The crisis that the ledger tells of. With challenger and target given and no claim that bears on them, it is the default crisis,
    /// whose forecast is its reference classes'.
    /// </summary>
    public static CrisisResult Propose(Ledger ledger, ProposalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        options ??= new ProposalOptions();
        var asOf = options.AsOf ?? ledger.Documents.Select(d => d.Document.Date).Max();
        var register = new ActorRegister(ledger, options.Cast);
        var sides = new Sides(Named(options.Challenger, register), Named(options.Target, register), Between(options, register));
        if (sides.Challenger is { } one && one == sides.Target) return new CrisisResult.NoCrisis(["target"], $"No crisis was found: challenger and target are both {Articles.With(one)}; name two sides with --challenger and --target.");
        var items = ItemView.Of(ledger, register, asOf);
        ImmutableArray<Act> acts = [.. items.SelectMany(ActReader.Of)];
        var search = new SideSearch(new PairFinder(items, acts), sides.AreGiven ? null : PairChances.Of(new PairSigns(ledger, register, items, acts, asOf)), sides);
        foreach (var (pair, doubt, isRead) in search.Pairs())
        {
            var demands = new DemandFinder(items, acts, register, pair);
            var demand = pair.IsAsked ? demands.Find() : null;
            var template = CrisisTemplate.Choose(acts, pair, demand);
            if (isRead && !sides.AreGiven && template.Shown.IsEmpty && !(pair.IsAsked && demands.IsAddressed)) continue;
            return new CrisisResult.Found(new CrisisDraft(ledger, register, items, pair, demand, template, asOf, options.Evidence).Crisis()) { Doubt = doubt };
        }
        return Missing(search.Nearest ?? new Pair(sides.Challenger, sides.Target, []));
    }

    private static (string, string)? Between(ProposalOptions options, ActorRegister register) =>
        options.Between is { } two && options is { Challenger: null, Target: null } ? (Named(two.One, register)!, Named(two.Other, register)!) : null;

    private static string? Named(string? name, ActorRegister register) => name is null ? null : register.SideOf(name) ?? name;

    private static CrisisResult.NoCrisis Missing(Pair pair)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        if (pair.Challenger is null) missing.Add("challenger");
        if (pair.Target is null) missing.Add("target");
        missing.Add("demand");
        var (options, verb) = (pair.Challenger is null || pair.Target is null ? "--challenger and --target" : $"--challenger \"{pair.Challenger}\" --target \"{pair.Target}\"", missing.Count == 1 ? "was" : "were");
        return new CrisisResult.NoCrisis(missing.ToImmutable(), $"No crisis was found: {Listed(missing)} {verb} missing in what was read; name the two sides with {options}.");
    }

    private static string Listed(ImmutableArray<string>.Builder words) =>
        words.Count == 1 ? words[0] : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1];
}

/// <summary>Puts a crisis together once the two sides are known.</summary>
internal sealed class CrisisDraft(
    Ledger ledger, ActorRegister register, ImmutableArray<ItemView> items, Pair pair, Demand? demand, TemplateChoice choice, DateOnly? asOf, EvidenceTable table)
{
    // Who is held or was overthrown gives no orders: a demand to free him is made of others.
    private static readonly WordPattern Captivity = new("free|freed|freeing|release*|detain*|held|overthr*|oust*|depos*|toppl*|reinstat*|restor*|return him|return her|kidnap*|captur*|jail*");

    // The rungs on which force has been used on the target's soil.
    private static readonly string[] Force = [CrisisWords.Of(Rung.LimitedStrikes), CrisisWords.Of(Rung.Raid), CrisisWords.Of(Rung.Invasion)];

    private const int MostReasons = 3;

    private readonly string _challenger = pair.Challenger!;
    private readonly string _target = pair.Target!;
    private readonly Dictionary<string, LedgerItem> _items = ledger.Items.ToDictionary(i => i.Alias);

    private readonly ImmutableArray<RoutedItem> _routed =
        new ItemRouting(pair.Challenger!, pair.Target!, pair.Members, demand?.Kind ?? DemandKind.PolicyChange, table,
            new ViolenceSearch(pair.Challenger!, pair.Target!, pair.Members, new SentenceSides(ledger, register, items), items)).Route(items, ledger);

    public Crisis Crisis()
    {
        var reports = Reports();
        return new Crisis
        {
            Title = $"{_challenger} v. {_target}",
            AsOf = asOf,
            Began = Began(),
            UltimatumOn = FirstTold(r => r.Sign > 0 && r.Use.Target == StateFlag.UltimatumGiven),
            Template = choice.Template.Key,
            Challenger = Side(_challenger) with { Members = pair.Members },
            Target = Side(_target),
            Demand = demand ?? choice.Template.Unspoken(_challenger, _target),
            Offers = Statements(ClaimKind.Offer),
            Threats = Statements(ClaimKind.Threat),
            Present = PresentState.Rung(reports),
            Flags = Flags(reports),
            ThirdParties = new ThirdPartyFinder([_challenger, _target, .. pair.Members]).Find(_routed, asOf),
            Parameters = [.. StandoffPriors.All.Select(Parameter)],
            Covariates = CovariateProposal.Of(_challenger, _target, demand?.Kind, asOf, pair.Members, () => new StakeReader(ledger, items, _challenger, _target, asOf), PresentState.Violence(reports)),
            Classes = ClassSelection.Choose(_challenger, _target, demand?.Kind, Acts(), asOf),
            Uses = [.. _routed.Select(WithDemand)],
        };
    }

    // When it began is seldom said: it had lasted some weeks when the first document told of the demand or of what was done for it. Where force is told of with its day, it began
    // with that, or when a document first told of it.
    private DateOnly? Began()
    {
        var told = FirstTold(r => r.Use.Route is Route.State or Route.Move || r.View.Item.Claims.Any(c => demand?.Claims.Contains(c) == true || choice.Shown.Any(a => a.Claim.Alias == c)));
        return FirstForce() is { } force ? (told < force ? told : force) : told?.AddDays(-(int)Math.Round(7 * CrisisSettings.Of("elapsed-weeks")));
    }

    private DateOnly? FirstForce() => _routed.Where(r => r.Sign > 0 && Force.Contains(r.Use.Target)).SelectMany(r => r.View.Claims).Select(c => c.Claim.Time?.Earliest).Where(d => d <= asOf).Min();

    private DateOnly? FirstTold(Func<RoutedItem, bool> holds) => _routed.Where(r => !r.View.IsHistory && holds(r)).SelectMany(r => r.View.Claims).Min(c => c.DocumentDate);

    // What shows the template puts the crisis on its rung, if no row of the evidence table has put it there.
    private List<StateReport> Reports()
    {
        var reports = OriginWeights.Of(_routed.Select(r => r.Use), _items);
        var rung = CrisisWords.Of(choice.Template.Rung);
        if (choice.Shown.IsEmpty || reports.Any(r => r.Target == rung)) return reports;
        var clearest = items.Where(i => i.Item.Claims.Any(c => choice.Shown.Any(a => a.Claim.Alias == c))).MaxBy(i => i.Item.LogLikelihoodRatio)!.Item;
        return [.. reports, new StateReport(rung, clearest.LogLikelihoodRatio, clearest.Claims)];
    }

    private ImmutableArray<StateFlag> Flags(List<StateReport> reports) =>
    [
        .. StateFlag.Names.Select(name => PresentState.Flag(name, reports, _routed.FirstOrDefault(r => r.Use.Target == name)?.Use.Reason ?? "")).OfType<StateFlag>(),
    ];

    // The demand itself defines the crisis; where no row takes it up, it is of no further use.
    private ItemUse WithDemand(RoutedItem item) =>
        item.Use.Route == Route.None && demand is not null && item.View.Item.Claims.Any(demand.Claims.Contains)
            ? item.Use with { Route = Route.Class, Target = "demand", Reason = "It states the core demand, which defines the class; it updates nothing." }
            : item.Use;

    private Parameter Parameter(StandoffPrior prior)
    {
        var moving = _routed.Where(r => r.Use.Route == Route.Parameter && r.Use.Target == prior.Name).ToList();
        var evidence = OriginWeights.Of(moving.Select(Evidence), _items);
        var own = PriorProposal.Of(prior, choice.Template, _challenger);
        return new Parameter
        {
            Name = prior.Name,
            Prior = own.Prior,
            Value = ParameterUpdate.Posterior(own.Prior, evidence, table),
            Unit = prior.Unit,
            Grounds = evidence.IsEmpty ? own.Grounds : Grounds.Sourced,
            Reason = evidence.IsEmpty ? own.Reason : string.Join(' ', moving.Select(m => m.Use.Reason).Distinct().Take(MostReasons)),
            Evidence = evidence,
            Claims = [.. evidence.SelectMany(e => e.Claims).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static Evidence Evidence(RoutedItem item) =>
        new(item.View.Item.Alias, item.Row!.Key, item.Row.Group, item.Sign, item.View.Item.Claims) { About = item.View.Claims.SelectMany(c => c.SubjectSides.Concat(c.AgentSides)).FirstOrDefault() ?? "" };

    private Party Side(string side)
    {
        var naming = items.SelectMany(i => i.Claims).Where(c => c.AgentSides.Contains(side) || c.OtherSides.Contains(side)).ToList();
        var demanding = naming.Where(c => demand?.Claims.Contains(c.Alias) == true).SelectMany(c => c.Agents.Concat(c.Others)).ToList();
        var captives = naming.Where(c => Captivity.Fits(c.Words)).SelectMany(c => c.Others).ToHashSet(StringComparer.Ordinal);
        var leader = naming.SelectMany(c => c.Claim.Actors.Concat(c.Claim.Sources.Where(s => s.Kind == SourceKind.Person).Select(s => s.Name)))
            .Where(n => register.SideOf(n) == side && register.IsPerson(n))
            .GroupBy(n => n)
            .OrderBy(g => captives.Contains(g.Key)).ThenByDescending(g => demanding.Count(n => n == g.Key)).ThenByDescending(g => register.IsHead(g.Key)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key).FirstOrDefault();
        return new Party(side, leader, [.. naming.Select(c => c.Alias).Distinct().Order(StringComparer.Ordinal)]);
    }

    private ImmutableArray<Statement> Statements(ClaimKind kind) =>
    [
        .. items.Where(i => !i.IsHistory && !i.Item.IsOpinion)
            .Select(i => (i.Item, Claim: i.Claims.FirstOrDefault(c => c.Claim.Kind == kind && !c.IsCommentary && c.AgentSides.Length > 0)))
            .Where(s => s.Claim is not null)
            .Select(s => new Statement(s.Item.Statement, s.Claim!.Agents.FirstOrDefault() ?? "", s.Item.Claims)),
    ];

    // An ultimatum, turned down or not, with forces at hand or not, is a class of its own: nothing else tells as much of what comes next.
    private void AddUltimatum(HashSet<string> acts)
    {
        acts.Add("ultimatum");
        if (!_routed.Any(r => r.Use.Route == Route.Move && r.Use.Target is StateFlag.DemandDefied or StateFlag.CounterOfferRefused && r.View.Claims.Any(c => c.AgentSides.Contains(_target)))) return;
        acts.Add("ultimatum-refused");
        if (acts.Contains("display")) acts.Add("ultimatum-refused-ready");
    }

    private HashSet<string> Acts()
    {
        var acts = new HashSet<string>(StringComparer.Ordinal);
        if (!choice.Shown.IsEmpty) acts.Add(choice.Template.Act);
        if (demand?.Kind != DemandKind.LeaderDeparture) acts.Add("answer");
        foreach (var item in _routed.Where(r => r.Sign > 0))
        {
            if (item.Use.Target == "act:threat" || item.Use.Target == StateFlag.UltimatumGiven) acts.Add("threat");
            if (item.Use.Target == CrisisWords.Of(Rung.ShowOfForce)) acts.Add("display");
            if (item.Use.Target == CrisisWords.Of(Rung.Measures)) acts.Add("sanctions");
        }
        if (_routed.Any(r => r.Sign > 0 && r.Use.Target == StateFlag.UltimatumGiven)) AddUltimatum(acts);
        return acts;
    }
}
