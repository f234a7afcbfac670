using Standoff.Briefs;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
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
    [InlineData("parameters:\n  audience-cost:\n    value: 0.4\n    grounds: S", "crisis.yaml:10:3: the value of 'audience-cost' overrides its evidence only with 'grounds: A'; write that, or take the value or the grounds out.")]
    [InlineData("parameters:\n  discount: 1.5", "crisis.yaml:10:13: the value of 'discount' cannot be read: 1.5 is outside what it may be: it must lie above 0 and at most 1.")]
    [InlineData("parameters:\n  discount: 0.9 to 1.2", "crisis.yaml:10:20: the value of 'discount' cannot be read: 1.2 is outside what it may be: it must lie above 0 and at most 1.")]
    [InlineData("parameters:\n  discount: uniform(0.9, 1.2)", "crisis.yaml:10:13: the value of 'discount' cannot be read: 1.2 is outside what it may be: it must lie above 0 and at most 1.")]
    [InlineData("parameters:\n  weight-climb: -1", "crisis.yaml:10:17: the value of 'weight-climb' cannot be read: -1 is outside what it may be: it must lie between 0 and 1000000000.")]
    [InlineData("parameters:\n  audience-cost: 1e308", "crisis.yaml:10:18: the value of 'audience-cost' cannot be read: 1E+308 is outside what it may be: it must lie between 0 and 1000000.")]
    [InlineData("parameters:\n  raid-success: normal(0.5, 10)", "crisis.yaml:10:17: the value of 'raid-success' cannot be used: half or more of normal(0.5, 10) lies outside what it may be; it must lie between 0 and 1.")]
    [InlineData("parameters:\n  challenger-initiative: 0.7\n  leader-initiative: 0.6", "crisis.yaml:11:22: challenger-initiative (0.7) and leader-initiative (0.6) sum to 1.3; one side moves in a week at most, so they must not sum to more than 1. Lower one of them.")]
    [InlineData("parameters:\n  audience-cost:\n    evidence:\n      - item: i-001\n        row: no-such\n        group: audience\n        weight: 1e9", "crisis.yaml:15:17: 'weight' must be a number from -1000000 to 1000000, not '1e9'.")]
    [InlineData("covariates:\n  neighbours: 2", "crisis.yaml:10:15: 'neighbours' must be a number from 0 to 1, not '2'.")]
    [InlineData("template: moonshot", "crisis.yaml:9:11: 'moonshot' is no template; expected one of blockade, border-buildup, ultimatum.")]
    [InlineData("schema: standoff-crisis/9", "crisis.yaml:9:9: the schema 'standoff-crisis/9' is not known; expected standoff-crisis/1.")]
    [InlineData("third-parties:\n  - name: Northland", "crisis.yaml:10:11: Northland is the challenger already and cannot be a third party too; name each once.")]
    [InlineData("third-parties:\n  - name: Eastland\n  - name: Eastland", "crisis.yaml:11:11: Eastland stands here twice; keep one of the two.")]
    [InlineData("offers: {", "crisis.yaml:10:1: this is no YAML; check indentation, colons and quotation marks.")]
    [InlineData("parameters:\n  audience-cost:\n    grounds: X", "crisis.yaml:11:14: 'X' is no grounds; expected one of S, I, A, D, C.")]
    [InlineData("parameters:\n  audience-cost:\n    evidence:\n      - item: i-001\n        row: no-such\n        group: audience\n        weight: 1", "crisis.yaml:12:9: the evidence table has no row 'no-such'.")]
    [InlineData("present:\n  rungs:\n    measures: 0.5\n    show-of-forc: 0.5", "crisis.yaml:12:5: 'show-of-forc' is no rung; expected one of rhetoric, measures, show-of-force, closure, force-off-soil, limited-strikes, raid, invasion.")]
    [InlineData("present:\n  rungs:\n    measures: 0.5\n    show-of-force: 0.4", "crisis.yaml:11:5: the rungs sum to 0.9; they must sum to 1.")]
    [InlineData("present:\n  rungs:\n    measures: 1.5", "crisis.yaml:11:15: 'measures' must be a number from 0 to 1, not '1.5'.")]
    [InlineData("flags:\n  ultimatum:\n    probability: 1", "crisis.yaml:10:3: 'ultimatum' is no flag; expected one of ultimatum-given, exit-offered, cohesion-cracked, demand-defied, counter-offer-made, counter-offer-refused.")]
    [InlineData("third-parties:\n  - name: Eastland\n    stance: 3", "crisis.yaml:11:13: 'stance' must be a number from -1 to 1, not '3'.")]
    [InlineData("classes:\n  - name: us-minor\n    weight: 0.7", "crisis.yaml:10:3: the weights of the classes sum to 0.7; they must sum to 1.")]
    [InlineData("classes:\n  - name: no-such\n    weight: 1", "crisis.yaml:10:5: 'no-such' is no reference class; expected one of any-crisis, major-minor, us-minor, regime-threat, major-regime-threat, neighbours, border-build-up, show-of-force-trigger, regional-organisation, answered, dispute-threat, dispute-display, leader-minor, leader-major-crisis, leader-us-crisis, sanctions-threat, ultimatum, ultimatum-refused, ultimatum-refused-ready.")]
    [InlineData("covariates:\n  power-ratio:\n    value: 9", "crisis.yaml:11:12: 'value' must be a number from -2 to 2, not '9'.")]
    [InlineData("as-of: yesterday", "crisis.yaml:9:8: 'as-of' must be a day such as 2030-01-31, between 1800 and 2199.")]
    [InlineData("as-of: 2030-05-01\nbegan: 2030-05-02", "crisis.yaml:10:8: 'began' must not lie after the day from which the forecast counts, 2030-05-01.")]
    [InlineData("title: again", "crisis.yaml:9:1: a key stands here twice; keep one of the two.")]
    [InlineData("offers: [", "crisis.yaml:10:1: this is no YAML; check indentation, colons and quotation marks.")]
    [InlineData("as-of: *day", "crisis.yaml:9:8: '*day' stands for nothing: no value above has the name '&day'; write the value itself.")]
    [InlineData("offers: &all\n  - text: x\n    by: *all", "crisis.yaml:11:9: '*all' stands for nothing: no value above has the name '&all'; write the value itself.")]
    [InlineData("flags:\n  ? [exit-offered, cohesion-cracked]\n  : 1", "crisis.yaml:10:5: a key must be a name, not a list.")]
    [InlineData("covariates: {{neighbours: 1}: 1}", "crisis.yaml:9:14: a key must be a name, not a mapping.")]
    [InlineData("classes: &all []\n*all : 1", "crisis.yaml:10:1: a key must be a name, not an alias.")]
    [InlineData("offers: none", "crisis.yaml:9:9: 'offers' must be a list, each entry after a hyphen.")]
    public void A_fault_names_its_line_and_what_was_expected(string added, string fault)
    {
        var result = CrisisYaml.Read(Least + "\n" + added, "crisis.yaml");

        Assert.Null(result.Crisis);
        Assert.Contains(fault, result.Faults.Select(f => f.ToString()));
    }

    [Theory]
    [InlineData("20300000000-01-31")]
    [InlineData("[2030-01-31]")]
    [InlineData("soon")]
    public void A_deadline_that_is_no_time_is_told_of(string deadline) => Assert.Equal(
        "crisis.yaml:9:13: 'deadline' must be an EDTF time such as 2030-01-31, 2030-01, 2030-01-01/2030-01-31 or ../2030-01-31.",
        Assert.Single(CrisisYaml.Read($"{Least}\n  deadline: {deadline}", "crisis.yaml").Faults).ToString());

    [Fact]
    public void A_value_that_stands_for_another_is_read()
    {
        var result = CrisisYaml.Read(Least.Replace("give up power", "&what give up power", StringComparison.Ordinal) + "\nthreats:\n  - text: *what", "crisis.yaml");

        Assert.Empty(result.Faults);
        Assert.Equal("give up power", result.Crisis!.Threats.Single().Text);
    }

    [Fact]
    public void An_unknown_parameter_is_named()
    {
        var fault = Assert.Single(CrisisYaml.Read(Least + "\nparameters:\n  audiance-cost:\n    unit: payoff", "crisis.yaml").Faults).ToString();

        Assert.StartsWith("crisis.yaml:10:3: 'audiance-cost' is no parameter; expected one of value-of-demand, audience-cost, ", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "crisis.yaml:1:1: the file is empty; write it with 'standoff model'.")]
    [InlineData("title: {unclosed\nchallenger: x\n", "crisis.yaml:1:8: what opens here with '[' or '{' is never closed.")]
    [InlineData("title: t\nchallenger: {\ntarget:\n  name: x\n", "crisis.yaml:2:13: what opens here with '[' or '{' is never closed.")]
    [InlineData("title: t\npresent:\n\trungs: x\n", "crisis.yaml:2:8: this is no YAML; check indentation, colons and quotation marks.")]
    [InlineData("just words", "crisis.yaml:1:1: the file must be keys with values, each on its own line.")]
    public void A_file_that_is_no_crisis_is_refused(string text, string fault) =>
        Assert.Equal(fault, CrisisYaml.Read(text, "crisis.yaml").Faults[0].ToString());

    // Parts that a person adds without a word on them.
    public static TheoryData<string> Added =>
    [
        "third-parties:\n  - name: Eastland\n    stance: 0.5\n    capacity: 0.4\n    availability: 0.5",
        "flags:\n  ultimatum-given:\n    probability: 1",
        "flags:\n  ultimatum-given: 1",
        "present:\n  rungs:\n    raid: 1",
        "covariates:\n  violent-act:\n    value: 1",
        "covariates:\n  violent-act: 1",
        "parameters:\n  audience-cost:\n    value: 0.4 to 0.6",
        "parameters:\n  audience-cost: 0.4 to 0.6",
        "parameters:\n  audience-cost:\n    prior: 0.4 to 0.6",
        "classes:\n  - name: any-crisis\n    weight: 1",
    ];

    [Theory]
    [MemberData(nameof(Added))]
    public void What_has_no_reason_is_the_analysts_and_says_so(string added)
    {
        var result = CrisisYaml.Read(Least + "\n" + added, "/home/me/mine.yaml");

        Assert.Empty(result.Faults);
        Assert.Equal(("Set by hand in mine.yaml.", Grounds.Analyst), Assert.Single(Reasons(result.Crisis!), r => r.Grounds == Grounds.Analyst));
    }

    // The file that is written again says "grounds: A" and leaves the sentence out, which the reader makes anew.
    [Theory]
    [MemberData(nameof(Added))]
    public void What_was_set_by_hand_comes_back_so_under_any_name_of_the_file(string added)
    {
        var crisis = CrisisYaml.Read(Least + "\n" + added, "mine.yaml").Crisis!;
        var text = CrisisYaml.Write(crisis);

        Assert.DoesNotContain("Set by hand", text, StringComparison.Ordinal);
        Assert.Equal(text, CrisisYaml.Write(CrisisYaml.Read(text, "other.yaml").Crisis!));
        Assert.Equal(("Set by hand in other.yaml.", Grounds.Analyst), Assert.Single(Reasons(CrisisYaml.Read(text, "other.yaml").Crisis!), r => r.Grounds == Grounds.Analyst));
        Assert.Equal(Least + "\n" + added + "\n", CrisisYaml.Write(crisis, Least + "\n" + added));
    }

    [Theory]
    [MemberData(nameof(Added))]
    public void A_brief_of_what_was_set_by_hand_names_the_file(string added)
    {
        var crisis = CrisisYaml.Read(Least + "\n" + added, "mine.yaml").Crisis!;
        var forecast = Forecaster.Forecast(crisis, options: new() { Draws = 32, InfluenceDraws = 8, Explain = false });
        var brief = BriefBuilder.Build(LedgerBuilder.Build([]), crisis, forecast, new BriefOptions { Run = "r-0" });

        Assert.Contains(brief.Trace.Numbers, n => n.Grounds == Grounds.Analyst && n.Lineage.Formula.Contains("Set by hand in mine.yaml.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Nothing is told of where the crisis stands. The outset of its class is taken: diplomatic and economic measures.")]
    [InlineData("present:\n  rungs: {measures: 1}", "The crisis now stands at **diplomatic and economic measures**")]
    public void Where_nothing_is_told_the_brief_does_not_say_where_it_stands(string added, string sentence)
    {
        var crisis = CrisisYaml.Read(Least + "\n" + added, "mine.yaml").Crisis!;
        var forecast = Forecaster.Forecast(crisis, options: new() { Draws = 32, InfluenceDraws = 8, Explain = false });

        Assert.Contains(sentence, BriefMarkdown.Write(BriefBuilder.Build(LedgerBuilder.Build([]), crisis, forecast, new BriefOptions())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_that_a_person_gives_stays_and_grounds_may_be_written_everywhere()
    {
        var crisis = CrisisYaml.Read(Least + "\npresent:\n  rungs: {raid: 1}\n  grounds: A\n  reason: Seen from the hill.", "mine.yaml").Crisis!;

        Assert.Equal(("Seen from the hill.", Grounds.Analyst), (crisis.Present.Reason, crisis.Present.Grounds));
    }

    // Who moves the rungs of a file in which nothing was told leaves the sentence of that behind.
    [Fact]
    public void Rungs_that_were_moved_are_no_longer_those_of_which_nothing_is_told()
    {
        var text = CrisisYaml.Write(CrisisYaml.Read(Least, "crisis.yaml").Crisis!);
        var moved = CrisisYaml.Read(text.Replace("    measures: 1\n", "    raid: 1\n", StringComparison.Ordinal), "crisis.yaml").Crisis!;

        Assert.True(CrisisYaml.Read(text, "crisis.yaml").Crisis!.Present.IsAssumed);
        Assert.False(moved.Present.IsAssumed);
        Assert.Equal("Set by hand in crisis.yaml.", moved.Present.Reason);
    }

    [Theory]
    [InlineData("invasion-success", "normal(0.9, 0.1)", 0, 1)]
    [InlineData("challenger-rationality", "normal(4, 3)", 0, 1e9)]
    [InlineData("incident-rate", "normal(0.01, 0.01)", 0, 1e9)]
    [InlineData("discount", "0.98 to 1", 1e-9, 1)]
    public void What_lies_for_the_most_part_within_what_it_may_be_is_cut_there(string name, string value, double low, double high)
    {
        var crisis = CrisisYaml.Read($"{Least}\nparameters:\n  {name}: {value}", "crisis.yaml").Crisis!;
        var cut = Assert.IsType<Distribution.Truncated>(crisis[name].Value);

        Assert.All([1e-9, 0.01, 0.5, 0.99, 1 - 1e-9], u => Assert.InRange(cut.Quantile(u), low, high));
        Assert.InRange(cut.Mean, cut.Low, cut.High);
        Assert.Equal(cut, CrisisYaml.Read(CrisisYaml.Write(crisis), "crisis.yaml").Crisis![name].Value);
    }

    // Whatever the reader takes, the game takes too.
    [Fact]
    public void Every_parameter_can_be_set_to_the_ends_of_what_it_may_be()
    {
        foreach (var prior in StandoffPriors.All.Where(p => !p.Name.EndsWith("-initiative", StringComparison.Ordinal)))
        {
            var domain = StandoffParameters.DomainOf(prior.Name);
            foreach (var value in new[] { domain.Low, domain.High })
            {
                var result = CrisisYaml.Read($"{Least}\nparameters:\n  {prior.Name}: {DistributionText.Format(new Distribution.Point(value))}", "crisis.yaml");
                Assert.Empty(result.Faults);
                var paths = StandoffGame.Solve(StandoffParameters.Default.With(prior.Name, result.Crisis![prior.Name].Value.Median));
                Assert.True(Enum.GetValues<Ending>().All(e => paths.Cumulative(e, 26) is >= 0 and <= 1 + 1e-9), $"{prior.Name} = {value}");
            }
        }
    }

    [Theory]
    [InlineData("  name: Northland", "  name: Southland", "crisis.yaml:5:9: Southland is the challenger already and cannot be the target too; name each once.")]
    [InlineData("  name: Northland", "  name: Northland\n  members: [Northland]", "crisis.yaml:4:13: Northland is the challenger already and cannot be a member of the challenger's coalition too; name each once.")]
    [InlineData("  name: Northland", "  name: Northland\n  members: [Southland]", "crisis.yaml:6:9: Southland is a member of the challenger's coalition already and cannot be the target too; name each once.")]
    [InlineData("  name: Northland", "  name: Northland\n  members: Westland", "crisis.yaml:4:12: 'members' must be a list such as [Westland, Eastland].")]
    public void Each_name_plays_one_part(string right, string wrong, string fault) =>
        Assert.Equal(fault, Assert.Single(CrisisYaml.Read(Least.Replace(right, wrong, StringComparison.Ordinal), "crisis.yaml").Faults).ToString());

    [Fact]
    public void A_member_may_stand_among_the_third_parties_once()
    {
        var yaml = Least.Replace("  name: Northland", "  name: Northland\n  members: [Westland]", StringComparison.Ordinal) + "\nthird-parties:\n  - name: Westland";

        Assert.Empty(CrisisYaml.Read(yaml, "crisis.yaml").Faults);
        Assert.Single(CrisisYaml.Read(yaml + "\n  - name: Westland", "crisis.yaml").Faults);
    }

    [Fact]
    public void A_state_under_two_of_its_names_is_one() =>
        Assert.Single(CrisisYaml.Read(Least.Replace("Northland", "United States", StringComparison.Ordinal).Replace("Southland", "US", StringComparison.Ordinal), "crisis.yaml").Faults);

    [Theory]
    [InlineData("present:\n  rungs:\n    measures: x")]
    [InlineData("present:\n  rungs:\n    mesures: 1")]
    [InlineData("classes:\n  - name: any-crisis\n    weight: x")]
    public void A_number_that_cannot_be_read_is_one_fault(string added) =>
        Assert.Single(CrisisYaml.Read(Least + "\n" + added, "crisis.yaml").Faults);

    [Fact]
    public void Members_of_a_coalition_are_several_challengers()
    {
        const string Name = "many-challengers";
        static Covariate? Of(string yaml) => CrisisYaml.Read(yaml, "crisis.yaml").Crisis!.Covariates.FirstOrDefault(c => c.Name == Name);
        var alone = Least.Replace("Northland", "Saudi Arabia", StringComparison.Ordinal).Replace("Southland", "Qatar", StringComparison.Ordinal);
        var coalition = alone.Replace("name: Saudi Arabia\n", "name: Saudi Arabia\n  members: [Egypt, Bahrain]\n", StringComparison.Ordinal);

        Assert.Null(Of(alone));
        Assert.Equal(new Covariate(Name, 1, Grounds.Computed, "Saudi Arabia acts together with Egypt, Bahrain."), Of(coalition));
        Assert.Equal(1, Of(coalition + "\ncovariates:\n  many-challengers: {value: 0, grounds: C, reason: Saudi Arabia is one state.}")!.Value);
        Assert.Equal(0, Of(coalition + "\ncovariates:\n  many-challengers: 0")!.Value);
        Assert.Equal(0, Of(alone + "\ncovariates:\n  many-challengers: {value: 1, grounds: C, reason: It acts together with others.}")!.Value);
        var few = new ForecastOptions { Draws = 32, InfluenceDraws = 8, Explain = false };
        Assert.NotEqual(Forecaster.Forecast(CrisisYaml.Read(alone, "").Crisis!, options: few).Headline, Forecaster.Forecast(CrisisYaml.Read(coalition, "").Crisis!, options: few).Headline);
    }

    private static IEnumerable<(string Reason, Grounds? Grounds)> Reasons(Crisis crisis) =>
    [
        (crisis.Present.Reason, crisis.Present.Grounds),
        .. crisis.Flags.Select(f => (f.Reason, f.Grounds)),
        .. crisis.ThirdParties.Select(p => (p.Reason, p.Grounds)),
        .. crisis.Covariates.Select(c => (c.Reason, (Grounds?)c.Grounds)),
        .. crisis.Parameters.Select(p => (p.Reason, (Grounds?)p.Grounds)),
        .. crisis.Classes.Select(c => (c.Reason, c.Grounds)),
    ];

    [Fact]
    public void Missing_keys_are_all_named_at_once()
    {
        var faults = CrisisYaml.Read("title: x", "crisis.yaml").Faults.Select(f => f.Message);

        Assert.Equal(["the key 'challenger' is missing in the file.", "the key 'target' is missing in the file.", "the key 'demand' is missing in the file."], faults);
    }
}
