using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Standoff.Crises;

/// <summary>Reads a crisis file and says where it is wrong.</summary>
internal sealed class CrisisYamlReader(string file)
{
    // A person writes 0.33 three times.
    private const double SumTolerance = 0.011;
    private const double Rounding = 1e-9;

    private static readonly string[] Letters = ["S", "I", "A", "D", "C"];

    private const string Member = "a member of";

    private readonly YamlFaults _faults = new(file);

    // Who plays which part.
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    // Members that stand among the third parties too.
    private readonly HashSet<string> _beside = new(StringComparer.Ordinal);

    public CrisisYamlResult Read(string text)
    {
        if (YamlMapping.OfFile(text, "write it with 'standoff model'", _faults) is not { } root) return new CrisisYamlResult(null, _faults.All);
        var crisis = Crisis(root);
        return new CrisisYamlResult(_faults.Any ? null : crisis, _faults.All);
    }

    private Crisis Crisis(YamlMapping root)
    {
        var schema = root.Text("schema", CrisisYamlWriter.Schema);
        if (schema != CrisisYamlWriter.Schema) _faults.Add(root.PlaceOf("schema"), $"the schema '{schema}' is not known; expected {CrisisYamlWriter.Schema}.");
        var (title, asOf) = (root.Text("title"), root.Day("as-of"));
        var (began, ultimatumOn, template) = (root.Day("began", asOf), root.Day("ultimatum-on", asOf), Template(root));
        var challenger = Side("the challenger", root.Required("challenger", "'challenger'"));
        var crisis = new Crisis
        {
            Title = title,
            AsOf = asOf,
            Began = began,
            UltimatumOn = ultimatumOn,
            Template = template.Key,
            Challenger = challenger,
            Target = Side("the target", root.Required("target", "'target'")),
            Demand = Demand(root.Required("demand", "'demand'")),
            Offers = Statements(root, "offers"),
            Threats = Statements(root, "threats"),
            Present = Present(root.Mapping("present", "'present'")),
            Flags = Flags(root.Mapping("flags", "'flags'")),
            ThirdParties = [.. root.List("third-parties", "a third party").Select(ThirdParty)],
            Parameters = Parameters(root.Mapping("parameters", "'parameters'"), p => PriorProposal.Of(p, template, challenger.Name)),
            Covariates = Covariates(root.Mapping("covariates", "'covariates'")),
            Classes = Classes(root),
            Uses = [.. root.List("uses", "a use").Select(Use)],
        };
        root.Close();
        crisis = crisis with { Covariates = WithCoalition(crisis.Covariates, crisis.Challenger) };
        return crisis.Classes.IsEmpty
            ? crisis with { Classes = ClassSelection.Choose(crisis.Challenger.Name, crisis.Target.Name, crisis.Demand.Kind, ImmutableHashSet<string>.Empty, crisis.AsOf) }
            : crisis;
    }

    private CrisisTemplate Template(YamlMapping root)
    {
        var key = root.Text("template", CrisisTemplate.Plainest.Key);
        if (CrisisTemplate.Find(key) is { } template) return template;
        _faults.Add(root.PlaceOf("template"), $"'{key}' is no template; expected one of {string.Join(", ", CrisisTemplate.Keys)}.");
        return CrisisTemplate.Plainest;
    }

    private Party Side(string role, YamlMapping? node)
    {
        if (node is null) return new Party("", null, []);
        var party = new Party(node.Text("name"), node.Text("leader", "") is { Length: > 0 } leader ? leader : null, node.Claims());
        Play(party.Name, role, node.PlaceOf("name"));
        var members = node.Words("members", "[Westland, Eastland]");
        foreach (var (member, place) in members) Play(member, $"{Member} {role}'s coalition", place);
        node.Close();
        return party with { Members = [.. members.Select(m => m.Word)] };
    }

    // Each name plays one part; a state under two of its names is one.
    private void Play(string name, string part, Mark place)
    {
        if (name.Length == 0 || _parts.TryAdd(StateNames.Standing(name), part)) return;
        var other = _parts[StateNames.Standing(name)];
        _faults.Add(place, other == part ? $"{name} stands here twice; keep one of the two." : $"{name} is {other} already and cannot be {part} too; name each once.");
    }

    private bool IsMember(string name) => _parts.TryGetValue(StateNames.Standing(name), out var part) && part.StartsWith(Member, StringComparison.Ordinal);

    // A coalition shows by its members: whoever lists them need not say it again. What an analyst set stays.
    private static ImmutableArray<Covariate> WithCoalition(ImmutableArray<Covariate> covariates, Party challenger)
    {
        var told = covariates.FirstOrDefault(c => c.Name == CovariateProposal.ManyChallengers);
        if (told is null && challenger.Members.IsEmpty) return covariates;
        var many = CovariateProposal.Many(challenger.Name, challenger.Members);
        if (told is not null && (told.Grounds != Grounds.Computed || told.Value == many.Value)) return covariates;
        return [.. covariates.Where(c => c != told).Append(many).OrderBy(c => CovariateTable.All.IndexOf(c.Name))];
    }

    private static Demand Demand(YamlMapping? node)
    {
        if (node is null) return new Demand("", DemandKind.PolicyChange, null, []);
        var demand = new Demand(
            node.Text("text"),
            node.Word("kind", CrisisWords.Find<DemandKind>, CrisisWords.All<DemandKind>(), DemandKind.PolicyChange),
            node.Time("deadline"),
            node.Claims());
        node.Close();
        return demand;
    }

    private static ImmutableArray<Statement> Statements(YamlMapping root, string key) =>
        [.. root.List(key, key == "offers" ? "an offer" : "a threat").Select(node =>
        {
            var statement = new Statement(node.Text("text"), node.Text("by", ""), node.Claims());
            node.Close();
            return statement;
        })];

    private RungEstimate Present(YamlMapping? node)
    {
        if (node is null) return PresentState.Rung([]);
        var estimate = new RungEstimate(node.Required("rungs", "'rungs'") is { } rungs ? Rungs(rungs) : PresentState.Rung([]).Weights, node.Claims(), "");
        var (reason, grounds) = Told(node);
        node.Close();
        // Who moves the rungs of a crisis of which nothing was told leaves that sentence behind.
        var isStale = reason == PresentState.NothingTold && !(estimate with { Grounds = grounds }).IsAssumed;
        return isStale ? estimate with { Reason = ByHand.Sentence(file), Grounds = Grounds.Analyst } : estimate with { Reason = reason, Grounds = grounds };
    }

    private ImmutableArray<double> Rungs(YamlMapping rungs)
    {
        var weights = new double[Enum.GetValues<Rung>().Length];
        var before = _faults.Count;
        foreach (var (key, place, value) in rungs.Pairs)
        {
            if (CrisisWords.Find<Rung>(key) is { } rung) weights[(int)rung] = rungs.NumberOf(value, $"'{key}'", 0, 1);
            else _faults.Add(place, $"'{key}' is no rung; expected one of {string.Join(", ", CrisisWords.All<Rung>())}.");
        }
        if (_faults.Count == before) CheckSum(rungs.Place, "the rungs", weights.Sum());
        return Normalised(weights);
    }

    /// <summary>Reason and grounds of what stands at a node: without a reason it is the analyst's.</summary>
    private (string Reason, Grounds? Grounds) Told(YamlMapping node)
    {
        var grounds = node.Word<Grounds>("grounds", CrisisWords.GroundsOf, Letters);
        return node.Text("reason", "") is { } reason && !string.IsNullOrWhiteSpace(reason) ? (reason, grounds) : (ByHand.Sentence(file), grounds ?? Grounds.Analyst);
    }

    private ImmutableArray<StateFlag> Flags(YamlMapping? node)
    {
        if (node is null) return [];
        var flags = ImmutableArray.CreateBuilder<StateFlag>();
        foreach (var (key, place, value) in node.Pairs)
        {
            if (!StateFlag.Names.Contains(key)) _faults.Add(place, $"'{key}' is no flag; expected one of {string.Join(", ", StateFlag.Names)}.");
            flags.Add(value is YamlScalarNode ? Alone(node.NumberOf(value, $"'{key}'", 0, 1)) : Flag(YamlMapping.Of(value, $"'{key}'", _faults)));

            StateFlag Alone(double probability) => new(key, probability, [], ByHand.Sentence(file)) { Grounds = Grounds.Analyst };

            StateFlag Flag(YamlMapping entry)
            {
                var (reason, grounds) = Told(entry);
                var flag = new StateFlag(key, entry.Number("probability", 0, 1), entry.Claims(), reason) { Grounds = grounds };
                entry.Close();
                return flag;
            }
        }
        return flags.ToImmutable();
    }

    private ThirdParty ThirdParty(YamlMapping node)
    {
        var (reason, grounds) = Told(node);
        var party = new ThirdParty(
            node.Text("name"),
            node.Number("stance", -1, 1, 0),
            node.Number("capacity", 0, 1, CrisisSettings.Of("third.capacity")),
            node.Number("availability", 0, 1, CrisisSettings.Of("third.availability")),
            reason,
            node.Claims())
        { Grounds = grounds };
        // What a member of a coalition brings into the game is written as a third party's: it may be both.
        if (!IsMember(party.Name) || !_beside.Add(StateNames.Standing(party.Name))) Play(party.Name, "a third party", node.PlaceOf("name"));
        node.Close();
        return party;
    }

    // Parameters that the file leaves out stand where a proposal without claims would put them; the table's order holds.
    private ImmutableArray<Parameter> Parameters(YamlMapping? node, Func<StandoffPrior, PriorProposal> proposed)
    {
        var told = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (var (key, place, value) in node?.Pairs ?? [])
        {
            if (StandoffPriors.All.FirstOrDefault(p => p.Name == key) is { } prior) told[key] = new ParameterNode(prior, proposed(prior), file, _faults).Read(value, place);
            else _faults.Add(place, $"'{key}' is no parameter; expected one of {string.Join(", ", StandoffPriors.Names)}.");
        }
        ImmutableArray<Parameter> parameters = [.. StandoffPriors.All.Select(p => told.GetValueOrDefault(p.Name) ?? ParameterNode.Default(p, proposed(p)))];
        if (node is not null && !_faults.Any) CheckInitiatives(node, parameters);
        return parameters;
    }

    private void CheckInitiatives(YamlMapping node, ImmutableArray<Parameter> parameters)
    {
        var (challenger, leader) = (parameters.First(p => p.Name == "challenger-initiative"), parameters.First(p => p.Name == "leader-initiative"));
        if (challenger.Value.Median + leader.Value.Median is var sum && sum <= 1 + Rounding) return;
        var place = node.PlaceOf(node.Node(leader.Name) is null ? challenger.Name : leader.Name);
        _faults.Add(place, $"{challenger.Name} ({DistributionText.Short(challenger.Value.Median)}) and {leader.Name} ({DistributionText.Short(leader.Value.Median)}) sum to {DistributionText.Short(sum)}; one side moves in a week at most, so they must not sum to more than 1. Lower one of them.");
    }

    private ImmutableArray<Covariate> Covariates(YamlMapping? node)
    {
        var covariates = ImmutableArray.CreateBuilder<Covariate>();
        foreach (var (key, place, value) in node?.Pairs ?? [])
        {
            if (CovariateTable.All.Contains(key)) covariates.Add(Covariate(key, value, node!));
            else _faults.Add(place, $"'{key}' is no covariate; expected one of {string.Join(", ", CovariateTable.All)}.");
        }
        return covariates.ToImmutable();
    }

    private Covariate Covariate(string name, YamlNode value, YamlMapping all)
    {
        var (low, high) = CovariateTable.RangeOf(name);
        if (value is YamlScalarNode scalar) return new Covariate(name, all.NumberOf(scalar, $"'{name}'", low, high), Grounds.Analyst, ByHand.Sentence(file));
        var entry = YamlMapping.Of(value, $"'{name}'", _faults);
        var (reason, grounds) = Told(entry);
        var covariate = new Covariate(name, entry.Number("value", low, high), grounds ?? Grounds.Analyst, reason);
        entry.Close();
        return covariate;
    }

    private ImmutableArray<ClassChoice> Classes(YamlMapping root)
    {
        var place = root.Node("classes")?.Start ?? root.Place;
        var before = _faults.Count;
        var choices = root.List("classes", "a class").Select(Class).ToImmutableArray();
        if (choices.Length > 0 && _faults.Count == before) CheckSum(place, "the weights of the classes", choices.Sum(c => c.Weight));
        var weights = Normalised([.. choices.Select(c => c.Weight)]);
        return [.. choices.Select((c, i) => c with { Weight = weights[i] })];
    }

    private ClassChoice Class(YamlMapping node)
    {
        var (reason, grounds) = Told(node);
        var choice = new ClassChoice(node.Text("name"), node.Number("weight", 0, 1), reason) { Grounds = grounds };
        if (!ClassSelection.Keys.Contains(choice.Name)) _faults.Add(node.Place, $"'{choice.Name}' is no reference class; expected one of {string.Join(", ", ClassSelection.Keys)}.");
        node.Close();
        return choice;
    }

    private static ItemUse Use(YamlMapping node)
    {
        var use = new ItemUse(node.Text("item"), node.Word("route", CrisisWords.Find<Route>, CrisisWords.All<Route>(), Route.None), node.Text("target", ""), node.Text("row", ""), node.Text("reason", ""));
        node.Close();
        return use;
    }

    // What a person rounds need not sum to one exactly; what the program wrote is left as it is.
    private static ImmutableArray<double> Normalised(double[] weights)
    {
        var sum = weights.Sum();
        return Math.Abs(sum - 1) <= Rounding || sum <= 0 ? [.. weights] : [.. weights.Select(w => w / sum)];
    }

    private void CheckSum(Mark place, string what, double sum)
    {
        if (Math.Abs(sum - 1) > SumTolerance) _faults.Add(place, $"{what} sum to {DistributionText.Short(sum)}; they must sum to 1.");
    }
}
