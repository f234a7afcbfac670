using System.Collections.Immutable;
using YamlDotNet.Core;

namespace Standoff.Crises;

/// <summary>Reads a crisis file and says where it is wrong.</summary>
internal sealed class CrisisYamlReader(string file)
{
    // A person writes 0.33 three times.
    private const double SumTolerance = 0.011;
    private const double Written = 1e-9;

    // The power ratio is cut off there; every other covariate lies between 0 and 1.
    private const double LargestCovariate = 2;

    private readonly YamlFaults _faults = new(file);

    public CrisisYamlResult Read(string text)
    {
        if (YamlMapping.OfFile(text, "write it with 'standoff model'", _faults) is not { } root) return new CrisisYamlResult(null, _faults.All);
        var crisis = Crisis(root);
        return new CrisisYamlResult(_faults.Any ? null : crisis, _faults.All);
    }

    private Crisis Crisis(YamlMapping root)
    {
        var schema = root.Text("schema", CrisisYamlWriter.Schema);
        if (schema != CrisisYamlWriter.Schema) _faults.Add(root.Place, $"the schema '{schema}' is not known; expected {CrisisYamlWriter.Schema}.");
        var (title, asOf) = (root.Text("title"), root.Day("as-of"));
        var crisis = new Crisis
        {
            Title = title,
            AsOf = asOf,
            Began = root.Day("began", asOf),
            UltimatumOn = root.Day("ultimatum-on", asOf),
            Template = root.Text("template", "ultimatum"),
            Challenger = Side(root.Required("challenger", "'challenger'")),
            Target = Side(root.Required("target", "'target'")),
            Demand = Demand(root.Required("demand", "'demand'")),
            Offers = Statements(root, "offers"),
            Threats = Statements(root, "threats"),
            Present = Present(root.Mapping("present", "'present'")),
            Flags = Flags(root.Mapping("flags", "'flags'")),
            ThirdParties = [.. root.List("third-parties", "a third party").Select(ThirdParty)],
            Parameters = Parameters(root.Mapping("parameters", "'parameters'")),
            Covariates = Covariates(root.Mapping("covariates", "'covariates'")),
            Classes = Classes(root),
            Uses = [.. root.List("uses", "a use").Select(Use)],
        };
        root.Close();
        return crisis.Classes.IsEmpty
            ? crisis with { Classes = ClassSelection.Choose(crisis.Challenger.Name, crisis.Target.Name, crisis.Demand.Kind, ImmutableHashSet<string>.Empty, crisis.AsOf) }
            : crisis;
    }

    private static Party Side(YamlMapping? node)
    {
        if (node is null) return new Party("", null, []);
        var party = new Party(node.Text("name"), node.Text("leader", "") is { Length: > 0 } leader ? leader : null, node.Claims()) { Members = node.Claims("members") };
        node.Close();
        return party;
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
        var weights = new double[Enum.GetValues<Rung>().Length];
        if (node.Required("rungs", "'rungs'") is { } rungs)
        {
            foreach (var (key, place, value) in rungs.Pairs)
            {
                if (CrisisWords.Find<Rung>(key) is { } rung) weights[(int)rung] = rungs.NumberOf(value, $"'{key}'", 0, 1);
                else _faults.Add(place, $"'{key}' is no rung; expected one of {string.Join(", ", CrisisWords.All<Rung>())}.");
            }
            CheckSum(rungs.Place, "the rungs", weights.Sum());
        }
        var estimate = new RungEstimate(Normalised(weights), node.Claims(), node.Text("reason", ""));
        node.Close();
        return estimate;
    }

    private ImmutableArray<StateFlag> Flags(YamlMapping? node)
    {
        if (node is null) return [];
        var flags = ImmutableArray.CreateBuilder<StateFlag>();
        foreach (var (key, place, value) in node.Pairs)
        {
            if (!StateFlag.Names.Contains(key)) _faults.Add(place, $"'{key}' is no flag; expected one of {string.Join(", ", StateFlag.Names)}.");
            var flag = YamlMapping.Of(value, $"'{key}'", _faults);
            flags.Add(new StateFlag(key, flag.Number("probability", 0, 1), flag.Claims(), flag.Text("reason", "")));
            flag.Close();
        }
        return flags.ToImmutable();
    }

    private static ThirdParty ThirdParty(YamlMapping node)
    {
        var party = new ThirdParty(
            node.Text("name"),
            node.Number("stance", -1, 1, 0),
            node.Number("capacity", 0, 1, CrisisSettings.Of("third.capacity")),
            node.Number("availability", 0, 1, CrisisSettings.Of("third.availability")),
            node.Text("reason", ""),
            node.Claims());
        node.Close();
        return party;
    }

    // Parameters that the file leaves out stand at their defaults; the table's order holds.
    private ImmutableArray<Parameter> Parameters(YamlMapping? node)
    {
        var told = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (var (key, place, value) in node?.Pairs ?? [])
        {
            if (StandoffPriors.All.FirstOrDefault(p => p.Name == key) is { } prior) told[key] = new ParameterNode(prior, YamlMapping.Of(value, $"'{key}'", _faults), place, _faults).Read();
            else _faults.Add(place, $"'{key}' is no parameter; expected one of {string.Join(", ", StandoffPriors.Names)}.");
        }
        return [.. StandoffPriors.All.Select(p => told.GetValueOrDefault(p.Name) ?? ParameterNode.Default(p))];
    }

    private ImmutableArray<Covariate> Covariates(YamlMapping? node)
    {
        var covariates = ImmutableArray.CreateBuilder<Covariate>();
        foreach (var (key, place, value) in node?.Pairs ?? [])
        {
            if (!CovariateTable.All.Contains(key)) _faults.Add(place, $"'{key}' is no covariate; expected one of {string.Join(", ", CovariateTable.All)}.");
            var entry = YamlMapping.Of(value, $"'{key}'", _faults);
            covariates.Add(new Covariate(key, entry.Number("value", -LargestCovariate, LargestCovariate), entry.Word("grounds", CrisisWords.GroundsOf, ["S", "I", "A", "D", "C"], Grounds.Analyst), entry.Text("reason", "")));
            entry.Close();
        }
        return covariates.ToImmutable();
    }

    private ImmutableArray<ClassChoice> Classes(YamlMapping root)
    {
        var place = root.Node("classes")?.Start ?? root.Place;
        var choices = root.List("classes", "a class").Select(node =>
        {
            var choice = new ClassChoice(node.Text("name"), node.Number("weight", 0, 1), node.Text("reason", ""));
            if (!ClassSelection.Keys.Contains(choice.Name)) _faults.Add(node.Place, $"'{choice.Name}' is no reference class; expected one of {string.Join(", ", ClassSelection.Keys)}.");
            node.Close();
            return choice;
        }).ToImmutableArray();
        if (choices.Length > 0) CheckSum(place, "the weights of the classes", choices.Sum(c => c.Weight));
        var weights = Normalised([.. choices.Select(c => c.Weight)]);
        return [.. choices.Select((c, i) => c with { Weight = weights[i] })];
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
        return Math.Abs(sum - 1) <= Written || sum <= 0 ? [.. weights] : [.. weights.Select(w => w / sum)];
    }

    private void CheckSum(Mark place, string what, double sum)
    {
        if (Math.Abs(sum - 1) > SumTolerance) _faults.Add(place, $"{what} sum to {DistributionText.Short(sum)}; they must sum to 1.");
    }
}
