using System.Text;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Envelopes;
using Standoff.Forecasts;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class ComparerTests
{
    private static readonly ForecastOptions Few = new() { Draws = 64, InfluenceDraws = 32, Jobs = 1, Explain = false };

    private const string Monday = "Norway demanded on Monday that Iceland withdraw its trawlers from the disputed waters at once. Iceland rejected the demand, its foreign minister said.";

    private const string Tuesday = "Norway has deployed eleven warships off the coast of Iceland, officials said. Norway threatened on Tuesday to seize the trawlers by force.";

    private const string Wednesday = "Norwegian forces have attacked several vessels off the coast of Iceland, the navy said on Wednesday. Norway closed the airspace over Iceland.";

    private static readonly Lazy<ComparisonSide> First = new(() => Side(new(2027, 3, 1), Monday, Tuesday));
    private static readonly Lazy<ComparisonSide> Second = new(() => Side(new(2027, 3, 3), Monday, Tuesday, Wednesday));
    private static readonly Lazy<ComparisonSide> Third = new(() => Side(new(2027, 3, 3), Monday, Wednesday));

    // Each pair compared once, the earlier one first.
    private static readonly Dictionary<string, Lazy<Comparison>> Forth = Pairs.Select(p => p.Data).ToDictionary(pair => pair, pair => new Lazy<Comparison>(() => Comparer.Compare(Of(pair).Then, Of(pair).Now, Few)));

    public static TheoryData<string> Pairs => ["came", "went", "both", "edited", "classes"];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Shares_sum_to_the_change_of_every_outcome(string pair)
    {
        var comparison = Forth[pair].Value;
        Assert.NotEmpty(comparison.Parts);
        foreach (var outcome in comparison.Outcomes)
            Assert.Equal(outcome.Change, comparison.Parts.Sum(p => p.Shares.Single(s => s.Outcome == outcome.Key).Change), 1e-10);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Swapping_the_two_negates_every_share_and_what_came_is_what_went(string pair)
    {
        var (then, now) = Of(pair);
        var (forth, back) = (Forth[pair].Value, Comparer.Compare(now, then, Few));
        Assert.Equal(forth.Parts.Select(p => p.Key), back.Parts.Select(p => p.Key));
        foreach (var (f, b) in forth.Parts.Zip(back.Parts))
        {
            Assert.Equal(f.Kind switch { "added" => "withdrawn", "withdrawn" => "added", var same => same }, b.Kind);
            Assert.Equal(f.Shares.Select(s => -s.Change), b.Shares.Select(s => s.Change));
        }
        Assert.Equal(forth.Outcomes.Select(o => -o.Change), back.Outcomes.Select(o => o.Change));
    }

    [Fact]
    public void Comparing_a_forecast_with_itself_gives_nothing()
    {
        var comparison = Comparer.Compare(First.Value, First.Value, Few);
        Assert.Empty(comparison.Parts);
        Assert.All(comparison.Outcomes, o => Assert.Equal(0, o.Change));
    }

    [Fact]
    public void A_report_that_came_is_named_with_the_claims_that_moved_the_forecast()
    {
        var comparison = Forth["came"].Value;
        var added = comparison.Parts.Where(p => p.Kind == "added").ToList();
        Assert.NotEmpty(added);
        var known = First.Value.Ledger.Claims.Select(c => c.Claim.Id).ToHashSet();
        var fresh = Second.Value.Ledger.Claims.Where(c => !known.Contains(c.Claim.Id)).Select(c => c.Alias).ToHashSet();
        Assert.All(added.SelectMany(p => p.Claims), c => Assert.Contains(c, fresh));
    }

    [Fact]
    public void An_edited_parameter_takes_the_change_that_it_makes_alone()
    {
        var part = Assert.Single(Forth["edited"].Value.Parts);
        Assert.Equal("edits", part.Kind);
        Assert.Contains("challenger-rationality", part.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_classes_take_the_change_that_they_make_alone() => Assert.Equal("classes", Assert.Single(Forth["classes"].Value.Parts).Kind);

    // The same report again with a sentence more is another document, of which all other sentences are as they were.
    [Theory]
    [InlineData("Russia had sent a senior military adviser to Iceland, the Wall Street Journal reported.", "third party")]
    [InlineData("Norwegian forces struck a military base in Iceland on Monday.", "rung and beginning")]
    [InlineData("Norway gave Iceland an ultimatum: withdraw the trawlers within 48 hours or face force.", "classes")]
    public void A_sentence_more_in_a_report_takes_all_that_it_moves(string sentence, string what)
    {
        var report = what == "classes" ? Monday : Monday + " " + Tuesday;
        var (then, now) = (Side(new(2027, 3, 2), report), Side(new(2027, 3, 2), report + " " + sentence));
        Assert.True(what switch
        {
            "third party" => now.Crisis.ThirdParties.Length > then.Crisis.ThirdParties.Length,
            "classes" => !now.Crisis.Classes.Select(c => c.Name).SequenceEqual(then.Crisis.Classes.Select(c => c.Name)),
            _ => now.Crisis.Present.Mode > then.Crisis.Present.Mode && now.Crisis.Began > then.Crisis.Began,
        });
        var comparison = Comparer.Compare(then, now, Few);
        Assert.All(comparison.Parts, p => Assert.Equal("added", p.Kind));
        Assert.All(comparison.Parts.Select(p => p.Name), n => Assert.Contains(n, sentence, StringComparison.Ordinal));
        Assert.Contains(comparison.Outcomes, o => Math.Abs(o.Change) > 0.001);
    }

    [Fact]
    public void A_claim_that_was_rewritten_is_revised_and_no_time_has_passed()
    {
        var (then, now) = (Side(new(2027, 3, 2), Monday + " " + Tuesday), Side(new(2027, 3, 2), Monday + " " + Tuesday.Replace("eleven warships off", "troops into Iceland and warships off", StringComparison.Ordinal)));
        Assert.DoesNotContain(Comparer.Compare(then, now, Few).Parts, p => p.Kind is not ("added" or "withdrawn" or "revised"));
    }

    [Fact]
    public void Days_that_passed_take_what_they_alone_change()
    {
        var later = First.Value.Crisis with { AsOf = First.Value.Crisis.AsOf!.Value.AddDays(28) };
        var part = Assert.Single(Comparer.Compare(First.Value, Forecasted(First.Value.Ledger, later), Few).Parts);
        Assert.Equal("Elapsed time: 28 days", part.Name);
    }

    [Theory]
    [InlineData(true, "What an analyst set: the rung")]
    [InlineData(false, "Claims left out by hand, or another version of the program: the rung")]
    public void Only_what_a_person_edited_is_called_edited(bool isEdited, string name)
    {
        var raised = First.Value.Crisis with { Present = First.Value.Crisis.Present with { Weights = [0, 0, 0, 0, 0, 0, 1, 0] } };
        var part = Assert.Single(Comparer.Compare(First.Value, Forecasted(First.Value.Ledger, raised) with { IsEdited = isEdited }, Few).Parts);
        Assert.Equal(name, part.Name);
    }

    [Fact]
    public void What_an_analyst_set_in_both_is_no_part_and_stands_against_the_claims()
    {
        Crisis Set(Crisis crisis) => crisis with { Present = crisis.Present with { Weights = [0, 0, 0, 0, 0, 0, 1, 0] } };
        var (then, now) = (Forecasted(First.Value.Ledger, Set(First.Value.Crisis)), Forecasted(Second.Value.Ledger, Set(Second.Value.Crisis)));
        Assert.DoesNotContain(Comparer.Compare(then with { IsEdited = true }, now with { IsEdited = true }, Few).Parts, p => p.Kind is "edits" or "rest");
    }

    [Fact]
    public void Looking_further_ahead_is_told_apart_from_the_draws()
    {
        var near = First.Value with { Forecast = Forecaster.Forecast(First.Value.Crisis, First.Value.Ledger, Few with { HorizonWeeks = 8 }) };
        Assert.Equal("horizon", Comparer.Compare(near, First.Value, Few).Parts.MaxBy(p => p.Largest)!.Kind);
    }

    [Fact]
    public void A_comparison_comes_back_from_its_document_as_it_was()
    {
        var comparison = Forth["both"].Value;
        var bytes = ComparisonJson.Write(comparison);
        Assert.StartsWith("{\"schema\":\"standoff/1\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(bytes, ComparisonJson.Write(ComparisonJson.Read(bytes)!));
    }

    private static (ComparisonSide Then, ComparisonSide Now) Of(string pair) => pair switch
    {
        "came" => (First.Value, Second.Value),
        "went" => (Second.Value, Third.Value),
        "both" => (First.Value, Third.Value),
        "edited" => (First.Value, Forecasted(First.Value.Ledger, Edited(First.Value.Crisis))),
        _ => (First.Value, Forecasted(First.Value.Ledger, First.Value.Crisis with { Classes = [new("us-minor", 1, "made")] })),
    };

    private static Crisis Edited(Crisis crisis) => crisis with
    {
        Parameters = [.. crisis.Parameters.Select(p => p.Name == "challenger-rationality" ? p with { Value = new Distribution.Point(12), Grounds = Grounds.Analyst } : p)],
    };

    private static ComparisonSide Side(DateOnly day, params string[] texts)
    {
        var readings = texts.Select((text, i) => ClaimReader.Read(Assert.IsType<DocumentResult.Read>(DocumentReader.Read(Encoding.UTF8.GetBytes(text), $"{i}.txt", new DocumentOptions { Date = day })).Document, new ReaderOptions())).ToList();
        var ledger = LedgerBuilder.Build(readings);
        var found = Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(ledger, new ProposalOptions { Challenger = "Norway", Target = "Iceland", AsOf = day }));
        return Forecasted(ledger, found.Crisis);
    }

    private static ComparisonSide Forecasted(Ledger ledger, Crisis crisis) => new(crisis, ledger, Forecaster.Forecast(crisis, ledger, Few));
}
