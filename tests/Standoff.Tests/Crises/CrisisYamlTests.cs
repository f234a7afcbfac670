using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class CrisisYamlTests
{
    private const string Least = """
        title: Northland v. Southland
        challenger:
          name: Northland
        target:
          name: Southland
        demand:
          text: give up power
          kind: leader-departure
        """;

    [Fact]
    public void What_is_written_reads_back_and_writes_the_same()
    {
        var text = CrisisYaml.Write(NorthlandCase.Crisis(NorthlandCase.Story));
        var result = CrisisYaml.Read(text, "crisis.yaml");

        Assert.Empty(result.Faults);
        Assert.Equal(text, CrisisYaml.Write(result.Crisis!));
    }

    // Priors and classes of its own: the shipped tables may change without changing what the file looks like.
    [Fact]
    public void A_person_sees_the_accepted_file()
    {
        var crisis = NorthlandCase.Crisis(NorthlandCase.Story);
        var prior = new Distribution.Beta(3, 7);
        var shown = crisis with
        {
            Parameters = [.. crisis.Parameters.Where(p => p.Evidence.Length > 0).Select(p => p with { Prior = prior, Value = ParameterUpdate.Posterior(prior, p.Evidence) })],
            Classes = [new ClassChoice("any-crisis", 1, "It fits every crisis.")],
        };

        GoldenFile.Verify(CrisisYaml.Write(shown), "tests", "Standoff.Tests", "Crises", "Golden", "northland.crisis.yaml");
    }

    [Fact]
    public void Posteriors_come_back_bit_by_bit()
    {
        var crisis = NorthlandCase.Crisis(NorthlandCase.Story);

        Assert.Equal(crisis.Means(), CrisisYaml.Read(CrisisYaml.Write(crisis), "crisis.yaml").Crisis!.Means());
    }

    [Theory]
    [InlineData("quotes \" and colons: here # there")]
    [InlineData("- a hyphen")]
    [InlineData("yes")]
    [InlineData("[c-001, {}")]
    [InlineData("line\nbreak\ttab")]
    [InlineData(" leading and trailing ")]
    [InlineData("naïve “curly” 漢字 \U0001F600")]
    [InlineData("&anchor *alias !tag %percent @at `tick")]
    [InlineData("2030-01-01")]
    public void Any_text_survives_the_file(string text)
    {
        var crisis = NorthlandCase.Crisis(NorthlandCase.Story);
        var odd = crisis with { Title = text, Demand = crisis.Demand with { Text = text } };
        var result = CrisisYaml.Read(CrisisYaml.Write(odd), "crisis.yaml");

        Assert.Empty(result.Faults);
        Assert.Equal((text, text), (result.Crisis!.Title, result.Crisis.Demand.Text));
    }

    [Fact]
    public void Eight_lines_are_a_crisis()
    {
        var result = CrisisYaml.Read(Least, "crisis.yaml");

        Assert.Empty(result.Faults);
        Assert.Equal(DemandKind.LeaderDeparture, result.Crisis!.Demand.Kind);
        Assert.Equal(StandoffPriors.Names, result.Crisis.Parameters.Select(p => p.Name));
        Assert.NotEmpty(result.Crisis.Classes);
    }

    [Fact]
    public void A_value_with_grounds_A_overrides_the_evidence()
    {
        var text = CrisisYaml.Write(NorthlandCase.Crisis(NorthlandCase.Story));
        var at = text.IndexOf("    grounds: S", text.IndexOf("  guarantee-broken:", StringComparison.Ordinal), StringComparison.Ordinal);
        var edited = text[..at] + "    grounds: A\n    value: 0.6 to 0.8" + text[(at + "    grounds: S".Length)..];

        var parameter = CrisisYaml.Read(edited, "crisis.yaml").Crisis!["guarantee-broken"];

        Assert.Equal(Grounds.Analyst, parameter.Grounds);
        Assert.Equal(0.7, parameter.Value.Mean, 1e-9);
        Assert.NotEmpty(parameter.Evidence);
    }

    [Theory]
    [InlineData("titel: x", "crisis.yaml:9:1: unknown key 'titel' in the file; expected one of schema, title, as-of, began, ultimatum-on, template, challenger, target, demand, offers, threats, present, flags, third-parties, parameters, covariates, classes, uses.")]
    [InlineData("parameters:\n  audience-cost:\n    prior: about right", "crisis.yaml:11:12: the prior of 'audience-cost' cannot be read: 'about' is no distribution; write " + DistributionText.Forms + ".")]
    [InlineData("parameters:\n  guarantee-broken:\n    value: 0.2 to 1.5\n    grounds: A", "crisis.yaml:11:19: the value of 'guarantee-broken' cannot be read: 1.5 is no probability: it must lie between 0 and 1.")]
    [InlineData("parameters:\n  audience-cost:\n    value: 0.4", "crisis.yaml:10:3: the value of 'audience-cost' overrides its evidence only with 'grounds: A'; write that too, or take the value out.")]
    [InlineData("parameters:\n  audience-cost:\n    grounds: X", "crisis.yaml:11:14: 'X' is no grounds; expected one of S, I, A, D, C.")]
    [InlineData("parameters:\n  audience-cost:\n    evidence:\n      - item: i-001\n        row: no-such\n        group: audience\n        weight: 1", "crisis.yaml:12:9: the evidence table has no row 'no-such'.")]
    [InlineData("present:\n  rungs:\n    measures: 0.5\n    show-of-forc: 0.5", "crisis.yaml:12:5: 'show-of-forc' is no rung; expected one of rhetoric, measures, show-of-force, closure, force-off-soil, limited-strikes, raid, invasion.")]
    [InlineData("present:\n  rungs:\n    measures: 0.5\n    show-of-force: 0.4", "crisis.yaml:11:5: the rungs sum to 0.9; they must sum to 1.")]
    [InlineData("present:\n  rungs:\n    measures: 1.5", "crisis.yaml:11:15: 'measures' must be a number from 0 to 1, not '1.5'.")]
    [InlineData("flags:\n  ultimatum:\n    probability: 1", "crisis.yaml:10:3: 'ultimatum' is no flag; expected one of ultimatum-given, exit-offered, cohesion-cracked, demand-defied, counter-offer-made, counter-offer-refused.")]
    [InlineData("third-parties:\n  - name: Eastland\n    stance: 3", "crisis.yaml:11:13: 'stance' must be a number from -1 to 1, not '3'.")]
    [InlineData("classes:\n  - name: us-minor\n    weight: 0.7", "crisis.yaml:10:3: the weights of the classes sum to 0.7; they must sum to 1.")]
    [InlineData("classes:\n  - name: no-such\n    weight: 1", "crisis.yaml:10:5: 'no-such' is no reference class; expected one of any-crisis, major-minor, us-minor, regime-threat, major-regime-threat, neighbours, border-build-up, show-of-force-trigger, regional-organisation, dispute-threat, dispute-display, leader-minor, leader-major-crisis, leader-us-crisis, sanctions-threat, ultimatum, ultimatum-refused, ultimatum-refused-ready.")]
    [InlineData("covariates:\n  power-ratio:\n    value: 9", "crisis.yaml:11:12: 'value' must be a number from -2 to 2, not '9'.")]
    [InlineData("as-of: yesterday", "crisis.yaml:9:8: 'as-of' must be a day such as 2030-01-31, between 1800 and 2199.")]
    [InlineData("as-of: 2030-05-01\nbegan: 2030-05-02", "crisis.yaml:10:8: 'began' must not lie after the day from which the forecast counts, 2030-05-01.")]
    [InlineData("title: again", "crisis.yaml:9:1: a key stands here twice; keep one of the two.")]
    [InlineData("offers: [", "crisis.yaml:10:1: this is no YAML; check indentation, colons and quotation marks.")]
    [InlineData("offers: none", "crisis.yaml:9:9: 'offers' must be a list, each entry after a hyphen.")]
    public void A_fault_names_its_line_and_what_was_expected(string added, string fault)
    {
        var result = CrisisYaml.Read(Least + "\n" + added, "crisis.yaml");

        Assert.Null(result.Crisis);
        Assert.Contains(fault, result.Faults.Select(f => f.ToString()));
    }

    [Fact]
    public void An_unknown_parameter_is_named()
    {
        var fault = Assert.Single(CrisisYaml.Read(Least + "\nparameters:\n  audiance-cost:\n    unit: payoff", "crisis.yaml").Faults).ToString();

        Assert.StartsWith("crisis.yaml:10:3: 'audiance-cost' is no parameter; expected one of value-of-demand, audience-cost, ", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "crisis.yaml:1:1: the file is empty; write it with 'standoff model'.")]
    [InlineData("just words", "crisis.yaml:1:1: the file must be keys with values, each on its own line.")]
    public void A_file_that_is_no_crisis_is_refused(string text, string fault) =>
        Assert.Equal(fault, CrisisYaml.Read(text, "crisis.yaml").Faults[0].ToString());

    [Fact]
    public void Missing_keys_are_all_named_at_once()
    {
        var faults = CrisisYaml.Read("title: x", "crisis.yaml").Faults.Select(f => f.Message);

        Assert.Equal(["the key 'challenger' is missing in the file.", "the key 'target' is missing in the file.", "the key 'demand' is missing in the file."], faults);
    }
}
