using Standoff.Briefs;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Briefs;

public sealed class BriefBuilderTests
{
    private static readonly Brief Sample = SampleBrief.Brief;

    [Fact]
    public void Sections_stand_in_reading_order() => Assert.Equal(
        ["key-judgements", "precedents", "outcomes", "waterfall", "what-would-change-this", "unused", "what-changed", "actors", "ladder", "game", "day-after", "alternatives", "assumptions", "sources", "method", "trace", "manifest"],
        Sample.Sections.Select(s => s.Id));

    [Fact]
    public void What_crises_like_this_one_came_to_stands_before_any_forecast()
    {
        var blocks = Sample.Sections[0].Blocks;
        var counts = Assert.IsType<Block.Table>(blocks[0]).Grid;
        Assert.Contains("32 cases", counts.Columns[1].Name, StringComparison.Ordinal);
        Assert.Contains("12 of 32 (25–52\u202F%)", counts.Rows[0][1].ToString(), StringComparison.Ordinal);
        Assert.True(blocks.ToList().FindIndex(b => b is Block.Judgement) < blocks.ToList().FindIndex(b => b is Block.Picture { Figure: Figure.Futures }));
        Assert.Equal(2, Sample.Summary.Precedents.Length);
    }

    [Fact]
    public void Outcomes_are_defined_in_the_order_in_which_they_are_settled()
    {
        var list = Assert.Single(Sample.Sections.Single(s => s.Id == "outcomes").Blocks.OfType<Block.Bullets>());
        Assert.True(list.Ordered);
        Assert.Equal(SampleForecast.Forecast.Headline.Length, list.Items.Length);
        Assert.StartsWith("The leader is removed by force: ", list.Items[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DemandKind.LeaderDeparture)]
    [InlineData(DemandKind.PolicyChange)]
    public void Every_outcome_has_a_definition(DemandKind demand) => Assert.All(Standoff.Forecasts.HeadlineOutcome.For(demand), o => Assert.NotEmpty(o.Definition));

    [Fact]
    public void An_invasion_is_said_to_stand_under_two_outcomes_that_sum_to_it()
    {
        Standoff.Forecasts.Outcome Made(string key, string name, double mean) => new(key, name, new(mean, mean / 2, mean * 1.5), 0.5, 0.3, 0.2, 0.001);
        var forecast = SampleForecast.Forecast with
        {
            Headline = [Made("forcible-removal", "The leader is removed by force", 0.12), Made("invasion", "Ground is taken on the target's soil", 0.08), Made("open", "It goes on without new force", 0.8)],
            Cells = [new(Ending.ForcibleRemoval, Force.Invasion, 0.1), new(Ending.ForcibleRemoval, Force.Raid, 0.02), new(Ending.Compromise, Force.Invasion, 0.03), new(Ending.None, Force.Invasion, 0.05), new(Ending.None, Force.None, 0.8)],
            Force = [new(Force.Invasion, [new(0, 0, 0), new(0.18, 0.1, 0.3)])],
            Flips = [],
        };
        var relation = BriefBuilder.Build(SampleCase.Ledger, SampleCase.Crisis, forecast, new BriefOptions()).Summary.Relation;
        Assert.Contains("(18\u202F% (10–30\u202F%))", relation, StringComparison.Ordinal);
        Assert.Contains("10\u202F% of futures hold one that removes the leader", relation, StringComparison.Ordinal);
        Assert.Contains("8\u202F% (4–12\u202F%) hold one that does not", relation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No demand was found in the documents.", null, "No demand was found in the documents. ")]
    [InlineData("give up power", null, "give up power. ")]
    [InlineData("give up power", "2027-03", "give up power, by 31 March 2027. ")]
    public void Only_a_claims_words_are_quoted_as_the_demand(string text, string? deadline, string fact)
    {
        var crisis = SampleCase.Crisis with { Demand = new Demand(text, DemandKind.PolicyChange, deadline is null ? null : Standoff.Reading.Times.Edtf.Month(2027, 3), []) };

        Assert.Equal(fact, Facts(crisis, "actors").Single(f => f.Name == "Demand").Text.ToString().Replace('\u00A0', ' ').Replace('\u202F', ' '));
        Assert.StartsWith("“Arvenia has given", Facts(SampleCase.Crisis, "actors").Single(f => f.Name == "Demand").Text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_parameter_was_moved_and_two_were()
    {
        var moved = SampleCase.Crisis.Parameters.First(p => !p.Evidence.IsDefaultOrEmpty);
        var one = SampleCase.Crisis with { Parameters = [moved, .. SampleCase.Crisis.Parameters.Where(p => p.Evidence.IsDefaultOrEmpty)] };

        Assert.Contains(" parameters, 1 was moved by claims", Text(one, "assumptions"), StringComparison.Ordinal);
        Assert.Contains(" were moved by claims", Text(SampleCase.Crisis, "assumptions"), StringComparison.Ordinal);
    }

    private static Section Of(Crisis crisis, string section) => BriefBuilder.Build(SampleCase.Ledger, crisis, SampleForecast.Forecast, new BriefOptions()).Sections.Single(s => s.Id == section);

    private static IEnumerable<Fact> Facts(Crisis crisis, string section) => Of(crisis, section).Blocks.OfType<Block.Facts>().SelectMany(f => f.Rows);

    private static string Text(Crisis crisis, string section) => string.Join('\n', Of(crisis, section).Blocks.OfType<Block.Paragraph>().Select(p => p.Text.ToString()));

    // A closure and a deployment fix where the crisis stands, whether or not a text gives their day.
    [Fact]
    public void What_the_rung_rests_on_stands_on_the_timeline()
    {
        var used = SampleCase.Crisis.Uses.Where(u => u.Route == Route.State).Select(u => u.Item).ToHashSet();
        var told = SampleCase.Ledger.Items.Where(i => used.Contains(i.Alias) && i.Claims.Select(a => SampleCase.Ledger.Claims.Single(c => c.Alias == a)).Any(c => c.Claim.Kind is Standoff.Reading.Claims.ClaimKind.Event or Standoff.Reading.Claims.ClaimKind.State)).ToList();
        Assert.NotEmpty(told);
        var shown = Sample.Sections.Single(s => s.Id == "ladder").Blocks.OfType<Block.Picture>().Select(p => p.Figure).OfType<Figure.Timeline>().Single().Entries.Select(e => e.Claim).ToHashSet();
        Assert.All(told, i => Assert.Contains(i.Claims, shown.Contains));
    }

    [Fact]
    public void What_was_not_set_is_a_default()
    {
        Assert.Equal(Grounds.Default, Sample.Trace.Numbers.Single(n => n.Label == "Draws of the ensemble").Grounds);
        Assert.Equal((Grounds.Default, "option --weeks"), Sample.Trace.Numbers.Where(n => n.Label == "Weeks of the forecast").Select(n => (n.Grounds, n.Lineage.Place)).Single());
        var set = BriefBuilder.Build(SampleCase.Ledger, SampleCase.Crisis, SampleForecast.Forecast with { Draws = 500 }, new BriefOptions());
        Assert.Equal(Grounds.Analyst, set.Trace.Numbers.Single(n => n.Label == "Draws of the ensemble").Grounds);
    }

    // What is told of the scores of forecasts from texts is what the report has.
    [Fact]
    public void The_method_page_quotes_the_report_on_narratives()
    {
        var row = File.ReadAllLines(Repository.In("evaluation", "narratives", "results.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries)).ToList();
        string[] Of(string line) => row.Where(r => r[0] == line && r.Length > 8).Skip(1).First();
        var said = Sample.Sections.Single(s => s.Id == "method").Blocks.OfType<Block.Caution>().Single().Text.ToString();
        Assert.Contains($"log loss {Of("+ claims")[1]} against {Of("+ covariates")[1]}", said, StringComparison.Ordinal);
        Assert.Contains($"({Of("+ claims")[3]} against {Of("+ covariates")[3]})", said, StringComparison.Ordinal);
        Assert.Contains($"({Of("base rate")[3]})", said, StringComparison.Ordinal);
        Assert.DoesNotContain("No forecast from texts has been scored", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_made_only_of_numbers_that_stand_before_it()
    {
        var seen = new HashSet<string>();
        foreach (var number in Sample.Trace.Numbers)
        {
            Assert.All(number.Lineage.Inputs, i => Assert.Contains(i, seen));
            Assert.True(seen.Add(number.Id));
        }
    }

    [Fact]
    public void Every_claim_that_a_number_names_is_in_the_trace()
    {
        var claims = Sample.Trace.Claims.Select(c => c.Alias).ToHashSet();
        Assert.All(Sample.Trace.Numbers.SelectMany(n => n.Lineage.Claims), c => Assert.Contains(c, claims));
    }

    [Fact]
    public void From_a_headline_outcome_the_trace_leads_down_to_claims()
    {
        var numbers = Sample.Trace.Numbers.ToDictionary(n => n.Id);
        var headline = Sample.Trace.Numbers.First(n => n.Label.StartsWith("“The leader leaves by agreement”", StringComparison.Ordinal) && n.Interval is not null);
        var reached = new HashSet<string>();
        var open = new Stack<string>([headline.Id]);
        var claims = new HashSet<string>();
        while (open.TryPop(out var id))
        {
            if (!reached.Add(id)) continue;
            claims.UnionWith(numbers[id].Lineage.Claims);
            foreach (var input in numbers[id].Lineage.Inputs) open.Push(input);
        }
        Assert.Contains(SampleCase.Alias("Arvenia has given"), claims);
        Assert.Contains(SampleCase.Alias("it would not send"), claims);
        Assert.DoesNotContain(SampleCase.Alias("A raid on the palace"), claims);
    }

    [Fact]
    public void Likelihood_and_confidence_never_share_a_sentence()
    {
        var judgements = Sample.Sections[0].Blocks.OfType<Block.Judgement>().ToList();
        Assert.True(judgements.Count >= 4);
        string[] words = [.. Likelihood.Bands.Select(b => b.Words).OrderByDescending(w => w.Length)];
        Assert.All(judgements, j =>
        {
            Assert.Contains(words, w => j.Likelihood.ToString().Contains(w, StringComparison.Ordinal));
            Assert.DoesNotContain("onfidence", j.Likelihood.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(words, w => j.Confidence.ToString().Contains(w, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_claim_without_use_is_listed_with_the_reason()
    {
        var text = BriefMarkdown.Write(Sample);
        foreach (var claim in Sample.Trace.Claims.Where(c => !c.IsUsed))
            Assert.Contains($"[{claim.Alias}](#{claim.Alias})", text[text.IndexOf("### Each of them, and why", StringComparison.Ordinal)..text.IndexOf("## What changed", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal(Sample.Trace.Claims.Count(c => !c.IsUsed), Sample.Summary.ClaimsWithoutUse);
    }

    [Fact]
    public void The_summary_counts_every_sentence_once()
    {
        var summary = Sample.Summary;
        Assert.Equal(SampleCase.Ledger.Documents.Sum(d => d.Reading.Sentences.Length), summary.Read + summary.Unread + summary.NoClaim);
        Assert.Equal((23, 1, 3), (summary.Read, summary.Unread, summary.NoClaim));
    }

    [Fact]
    public void The_largest_change_since_the_last_run_leads_the_changes() =>
        Assert.Equal("2\u202F% → 5\u202F% (+3\u202Fpoints)", Sample.Summary.Changes.First(c => c.Key == "strikes-open").Text);

    [Fact]
    public void A_withdrawn_claim_is_linked_from_nowhere()
    {
        var gone = SampleCase.Alias("President Marta");
        var ledger = SampleCase.Ledger with { Claims = [.. SampleCase.Ledger.Claims.Where(c => c.Alias != gone)], Withdrawn = [gone] };
        var brief = BriefBuilder.Build(ledger, SampleCase.Crisis, SampleForecast.Forecast, SampleBrief.Options);
        Assert.DoesNotContain($"(#{gone})", BriefMarkdown.Write(brief), StringComparison.Ordinal);
        Assert.DoesNotContain(brief.Trace.Claims, c => c.Alias == gone);
    }

    [Fact]
    public void A_bare_case_still_makes_a_brief()
    {
        var ledger = SampleCase.Ledger with { Claims = [], Items = [], Contradictions = [] };
        var crisis = SampleCase.Crisis with { AsOf = null, ThirdParties = [], Uses = [], Parameters = [], Demand = SampleCase.Crisis.Demand with { Deadline = null } };
        var forecast = SampleForecast.Forecast with { AsOf = null, Influences = [], Moves = [], Sensitivities = [], DayAfter = [], Waterfalls = [], Warnings = [] };
        var brief = BriefBuilder.Build(ledger, crisis, forecast, new BriefOptions());
        Assert.Contains("within 26 weeks", brief.Question, StringComparison.Ordinal);
        Assert.Empty(brief.Trace.Claims);
        Assert.DoesNotContain(brief.Sections, s => s.Id is "game" or "day-after" or "waterfall" or "what-changed");
    }

    [Fact]
    public void Where_force_may_have_been_used_already_the_judgement_is_on_what_is_still_to_come()
    {
        var lines = BriefText.KeyJudgements(BriefBuilder.Build(SampleCase.Ledger, SampleCase.Crisis, SampleForecast.Forecast with { ForceBefore = 0.1 }, SampleBrief.Options));
        Assert.Contains(lines, l => l.StartsWith("New force on the soil of Tolmark from now on, limited strikes or more: unlikely by 1", StringComparison.Ordinal) && l.Contains("That some was used before: very unlikely, 10", StringComparison.Ordinal));
    }

    [Fact]
    public void A_violent_beginning_that_an_analyst_set_is_his_and_not_the_rungs()
    {
        var crisis = SampleCase.Crisis with { Covariates = [new("violent-act", 1, Grounds.Analyst, "made")] };
        var brief = BriefBuilder.Build(SampleCase.Ledger, crisis, SampleForecast.Forecast with { ForceBefore = 1 }, SampleBrief.Options);
        Assert.Contains(brief.Trace.Numbers, n => n.Grounds == Grounds.Analyst && n.Lineage.Place == "crisis.yaml, covariates");
    }

    [Fact]
    public void An_analysts_number_names_the_file_that_holds_it() =>
        Assert.Contains(Sample.Trace.Numbers, n => n.Grounds == Grounds.Analyst && n.Lineage.Place == "crisis.yaml, discount");

    [Theory]
    [InlineData(EmbedSource.Full, true, 3)]
    [InlineData(EmbedSource.Quotes, true, 2)]
    [InlineData(EmbedSource.None, false, 0)]
    public void Only_as_much_of_the_sources_is_shown_as_asked(EmbedSource embed, bool shows, int withoutClaim)
    {
        var brief = BriefBuilder.Build(SampleCase.Ledger, SampleCase.Crisis, SampleForecast.Forecast, SampleBrief.Options with { Embed = embed });
        var sentences = brief.Trace.Documents.SelectMany(d => d.Sentences).ToList();
        Assert.Equal(shows, sentences.Count > 0);
        Assert.Equal(withoutClaim, sentences.Count(s => s.Status == Standoff.Reading.Claims.SentenceStatus.NoClaim));
    }
}
