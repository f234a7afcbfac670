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
