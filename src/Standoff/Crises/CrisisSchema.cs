using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Standoff.Crises;

/// <summary>
/// The JSON Schema (draft 2020-12) of <c>crisis.yaml</c>, for editors that complete and check while one types. Its lists are those that
/// the program reads by; what a schema cannot say, such as sums of one, is told by <see cref="CrisisYaml.Read"/>.
/// </summary>
public static class CrisisSchema
{
    private const string Distribution = "A number, or a distribution: " + DistributionText.Forms + ". \"a to b\" are the 5th and 95th percentile.";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text, LF, with a newline at the end.</summary>
    public static string Json { get; } = Root().ToJsonString(Layout) + "\n";

    private static JsonObject Root()
    {
        var root = Mapping("The model of a crisis; edit it, then run again with it.", ["title", "challenger", "target", "demand"],
            ("schema", new JsonObject { ["const"] = CrisisYamlWriter.Schema }),
            ("title", Text("One line that names the crisis.")),
            ("as-of", Described(new JsonObject { ["type"] = "string", ["format"] = "date" }, "The day from which the forecast counts.")),
            ("began", Described(new JsonObject { ["type"] = "string", ["format"] = "date" }, "The day on which the crisis began; how long it has lasted by as-of follows from it.")),
            ("ultimatum-on", Described(new JsonObject { ["type"] = "string", ["format"] = "date" }, "The day on which an ultimatum was given; classes of ultimatums count from it.")),
            ("template", Described(Choice(CrisisTemplate.Keys), "What kind of crisis it is; parameters that are left out have its defaults.")),
            ("challenger", Reference("party", "Who makes the demand.")),
            ("target", Reference("party", "Of whom it is made.")),
            ("demand", Demand()),
            ("offers", List("What was offered.", Reference("statement"))),
            ("threats", List("What was threatened.", Reference("statement"))),
            ("present", Present()),
            ("flags", Keyed("What everyone can see of the standoff.", StateFlag.Names, _ => Reference("flag"))),
            ("third-parties", List("States and bodies beside the two.", ThirdParty())),
            ("parameters", Keyed("Numbers of the model that are not known exactly.", StandoffPriors.Names, Parameter)),
            ("covariates", Keyed("What sets the case apart from others of its classes; a line that is taken out counts as unknown.", CovariateTable.All, Covariate)),
            ("classes", List("Reference classes of the outside view; the weights sum to 1.", Class())),
            ("uses", List("What each item of the ledger was used for.", Use())));
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        root["title"] = "crisis.yaml";
        root["$defs"] = Definitions();
        return root;
    }

    private static JsonObject Definitions() => new()
    {
        ["claims"] = Described(new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }, "Aliases of claims, such as [c-001, c-017]."),
        ["distribution"] = Described(new JsonObject { ["type"] = new JsonArray("number", "string") }, Distribution),
        ["grounds"] = Described(Choice(["S", "I", "A", "D", "C", .. CrisisWords.All<Grounds>()]), "S sourced, I inferred, A set by an analyst, D default, C computed."),
        ["party"] = Mapping("A side of the crisis.", ["name"], ("name", Text("State or organisation.")), ("leader", Text("Who decides for it.")), ("members", List("Others who act together with it.", Text("State or organisation."))), Claims),
        ["statement"] = Mapping("An offer or a threat.", ["text"], ("text", Text("In the words of its clearest claim.")), ("by", Text("Who makes it.")), Claims),
        ["flag"] = AnyOf(Number("The probability that it is so, set by hand.", 0, 1), Mapping("Whether it is so.", ["probability"], ("probability", Number("That it is so.", 0, 1)), Given, Reason, Claims)),
        ["evidence"] = Mapping("One item's pull on a parameter.", ["item", "row", "group", "weight"],
            ("item", Text("Alias of the item.")), ("row", Text("Row of the evidence table.")), ("about", Text("Whom the item is about.")),
            ("group", Text("Items with a common cause share a group.")), ("weight", Described(new JsonObject { ["type"] = "number" }, "Log-likelihood ratio of its reports.")), Claims),
    };

    private static (string, JsonObject) Claims => ("claims", Reference("claims"));

    private static (string, JsonObject) Given => ("grounds", Reference("grounds"));

    private static (string, JsonObject) Reason => ("reason", Text("One sentence."));

    private static JsonObject Demand() => Mapping("The core demand.", ["text"],
        ("text", Text("In the words of its clearest claim.")),
        ("kind", Described(Choice(CrisisWords.All<DemandKind>()), "What is demanded.")),
        ("deadline", Text("By when, as EDTF: 2030-01-31, 2030-01, ../2030-01-31.")),
        Claims);

    private static JsonObject Present() => Mapping("Where the crisis stands.", ["rungs"],
        ("rungs", Keyed("A probability for each rung; they sum to 1.", [.. CrisisWords.All<Rung>()], _ => Number("", 0, 1))), Given, Reason, Claims);

    private static JsonObject ThirdParty() => Mapping("A state or body beside the two sides.", ["name"],
        ("name", Text("Who.")),
        ("stance", Number("-1 wholly with the target ... 1 wholly with the challenger.", -1, 1)),
        ("capacity", Number("What it could bring.", 0, 1)),
        ("availability", Number("How free it is to bring it.", 0, 1)),
        Given, Reason, Claims);

    private static JsonObject Covariate(string name)
    {
        var (low, high) = CovariateTable.RangeOf(name);
        return AnyOf(Number($"{CovariateTable.Definition(name)}; set by hand.", low, high), Mapping(CovariateTable.Definition(name) + ".", ["value"], ("value", Number("0 or 1 for a yes or no.", low, high)), Given, Reason));
    }

    private static JsonObject AnyOf(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    private static JsonObject Parameter(string name)
    {
        var prior = StandoffPriors.All.First(p => p.Name == name);
        return AnyOf(Reference("distribution"), Mapping($"{prior.Unit}, {StandoffParameters.DomainOf(name).Words}; by default {DistributionText.Short(prior.Default)}: {prior.Grounds}.", [],
            ("value", Reference("distribution")), ("prior", Reference("distribution")), ("unit", Text(prior.Unit)), Given, Reason,
            ("evidence", List("The items that moved it.", Reference("evidence")))));
    }

    private static JsonObject Class() => Mapping("A reference class.", ["name", "weight"],
        ("name", Choice(ClassSelection.Keys)), ("weight", Number("Share in the pool.", 0, 1)), Given, Reason);

    private static JsonObject Use() => Mapping("An item and its one route.", ["item"],
        ("item", Text("Alias of the item.")), ("route", Choice(CrisisWords.All<Route>())), ("target", Text("Parameter, move, rung or field.")),
        ("row", Text("Row of the evidence table.")), Reason);

    private static JsonObject Mapping(string description, ImmutableArray<string> required, params ReadOnlySpan<(string Key, JsonObject Schema)> properties)
    {
        var members = new JsonObject();
        foreach (var (key, schema) in properties) members[key] = schema;
        var mapping = new JsonObject { ["type"] = "object", ["description"] = description, ["properties"] = members, ["additionalProperties"] = false };
        if (!required.IsEmpty) mapping["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]);
        return mapping;
    }

    private static JsonObject Keyed(string description, ImmutableArray<string> keys, Func<string, JsonObject> schema) =>
        Mapping(description, [], [.. keys.Select(k => (k, schema(k)))]);

    private static JsonObject List(string description, JsonObject items) => Described(new JsonObject { ["type"] = "array", ["items"] = items }, description);

    private static JsonObject Text(string description) => Described(new JsonObject { ["type"] = "string" }, description);

    private static JsonObject Number(string description, double low, double high) =>
        Described(new JsonObject { ["type"] = "number", ["minimum"] = low, ["maximum"] = high }, description);

    private static JsonObject Choice(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };

    private static JsonObject Reference(string name, string description = "") => Described(new JsonObject { ["$ref"] = "#/$defs/" + name }, description);

    private static JsonObject Described(JsonObject schema, string description)
    {
        if (description.Length > 0) schema["description"] = description;
        return schema;
    }
}
