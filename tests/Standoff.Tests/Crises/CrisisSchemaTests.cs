using System.Globalization;
using System.Text.Json.Nodes;
using Json.Schema;
using Standoff.Crises;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Standoff.Tests.Crises;

public sealed class CrisisSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(CrisisSchema.Json);

    [Fact]
    public void The_published_schema_is_the_programs() => GoldenFile.Verify(CrisisSchema.Json, "schemas", "crisis.schema.json");

    [Fact]
    public void What_the_program_writes_fits() =>
        Assert.True(Fits(CrisisYaml.Write(NorthlandCase.Crisis(NorthlandCase.Story))));

    [Theory]
    [InlineData("kind: leader-departure", "kind: surrender")]
    [InlineData("stance: ", "stand: ")]
    [InlineData("title: ", "titel: ")]
    [InlineData("  audience-cost:", "  audience-price:")]
    [InlineData("probability: 0", "probability: 7")]
    [InlineData("schema: standoff-crisis/1", "schema: standoff-crisis/9")]
    public void What_the_reader_refuses_does_not_fit(string right, string wrong)
    {
        var text = CrisisYaml.Write(NorthlandCase.Crisis(NorthlandCase.Story));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var broken = text.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEmpty(CrisisYaml.Read(broken, "crisis.yaml").Faults);
        Assert.False(Fits(broken));
    }

    [Theory]
    [InlineData("0.2 to 0.5")]
    [InlineData("1 in 5")]
    [InlineData("0.3")]
    public void Numbers_may_be_written_as_people_write_them(string value) =>
        Assert.True(Fits($"title: t\nchallenger: {{name: A}}\ntarget: {{name: B}}\ndemand: {{text: go}}\nparameters:\n  audience-cost:\n    value: {value}\n    grounds: A\n"));

    private static bool Fits(string yaml) => Schema.Evaluate(Node(Parse(yaml))).IsValid;

    private static YamlNode Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }

    // Plain scalars are numbers where they read as one, as an editor takes them.
    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(p => KeyValuePair.Create(((YamlScalarNode)p.Key).Value!, Node(p.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when double.TryParse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => ((YamlScalarNode)node).Value,
    };
}
