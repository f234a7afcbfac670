using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;
using Standoff.Reading.Times;
using Xunit;

namespace Standoff.Tests.Claims;

public sealed class LedgerTests
{
    private static readonly MadeClaim Fleet = new("The northern fleet has moved twelve frigates to the strait")
    {
        Verb = "move",
        Agents = ["Northland"],
        Actors = ["Northland"],
        Quantities = [new Quantity(12, "frigate", Approximate: false)],
    };

    [Fact]
    public void Two_outlets_that_saw_the_same_thing_are_one_item_with_two_origins()
    {
        var ledger = LedgerBuilder.Build(
        [
            Made.Document(new MadeDocument("a", Outlet: "Harbour Times"), Fleet),
            Made.Document(new MadeDocument("b", Outlet: "Coast Courier"), Fleet with { Text = "Twelve frigates of the northern fleet were sent to the strait", Verb = "send" }),
        ]);

        var item = Assert.Single(ledger.Items);
        Assert.Equal(["c-001", "c-002"], item.Claims);
        Assert.Equal(2, item.Origins.Length);
        Assert.Equal(1, item.Grade.Credibility);
        Assert.Equal(item.Origins.Sum(o => o.LogLikelihoodRatio), item.LogLikelihoodRatio, 12);
    }

    [Fact]
    public void An_echo_of_the_same_origin_adds_nothing()
    {
        var first = Made.Document(new MadeDocument("a", Outlet: "Harbour Times"), Fleet with { Sources = [Made.Anonymous("officials")], Factuality = Factuality.Uncommitted, SourceFactuality = Factuality.Certain });
        var echo = Made.Document(
            new MadeDocument("b", Outlet: "Coast Courier"),
            Fleet with { Sources = [Made.Outlet("Harbour Times"), Made.Anonymous("officials")], Factuality = Factuality.Uncommitted, SourceFactuality = Factuality.Certain });

        var alone = LedgerBuilder.Build([first]);
        var both = LedgerBuilder.Build([first, echo]);

        Assert.Equal(2, Assert.Single(both.Items).Claims.Length);
        Assert.Equal(alone.Items[0].LogLikelihoodRatio, both.Items[0].LogLikelihoodRatio);
    }

    [Fact]
    public void A_bare_reportedly_beside_a_named_origin_adds_nothing()
    {
        var first = Made.Document(new MadeDocument("a", Outlet: "Harbour Times"), Fleet);
        var rumour = Made.Document(new MadeDocument("b", Outlet: "Coast Courier"), Fleet with { Sources = [Made.Anonymous()], Cues = ["reportedly"], Factuality = Factuality.Uncommitted, SourceFactuality = Factuality.Certain });

        Assert.Equal(LedgerBuilder.Build([first]).Items[0].LogLikelihoodRatio, LedgerBuilder.Build([rumour, first]).Items[0].LogLikelihoodRatio);
    }

    [Fact]
    public void The_same_story_told_five_times_by_one_author_counts_once()
    {
        var outlets = new[] { "A", "B", "C", "D", "E" };
        var copies = outlets.Select(o => Made.Document(new MadeDocument(o, "Jo Writer", "Outlet " + o, Genre.Opinion), Fleet)).ToList();

        var once = LedgerBuilder.Build(copies.Take(1).ToList()).Items[0].LogLikelihoodRatio;

        Assert.Equal(once, Assert.Single(LedgerBuilder.Build(copies).Items).LogLikelihoodRatio);
    }

    [Fact]
    public void Agency_copy_in_two_papers_is_one_origin()
    {
        var one = Made.Document(new MadeDocument("a", Outlet: "Harbour Times"), new MadeClaim("PORT CITY (Reuters) Correspondents were at the quay") { Actors = [] }, Fleet);
        var other = Made.Document(new MadeDocument("b", Outlet: "Coast Courier"), new MadeClaim("PORT CITY (Reuters) The morning was grey") { Actors = [] }, Fleet with { Text = "The northern fleet has sent twelve frigates into the strait" });

        Assert.Contains(LedgerBuilder.Build([one, other]).Items, i => i.Claims.Length == 2 && i.Origins.Length == 1);
    }

    [Theory]
    [InlineData(Factuality.Probable)]
    [InlineData(Factuality.Possible)]
    [InlineData(Factuality.Uncommitted)]
    public void A_hedged_version_weighs_less_than_the_flat_one(Factuality hedged)
    {
        var flat = LedgerBuilder.Build([Made.Document("a", Fleet)]).Items[0];
        var less = LedgerBuilder.Build([Made.Document("a", Fleet with { Factuality = hedged })]).Items[0];

        Assert.InRange(less.LogLikelihoodRatio, 0, flat.LogLikelihoodRatio - 0.1);
    }

    [Fact]
    public void Every_hedging_word_lowers_the_weight_of_a_narrated_threat()
    {
        var threat = new MadeClaim("the port will be closed by force", ClaimKind.Threat)
        {
            Sources = [Made.Outlet("Harbour Times"), Made.Anonymous("officials"), Made.Person("Ann Head")],
            Factuality = Factuality.Uncommitted,
            SourceFactuality = Factuality.Certain,
        };
        var flat = LedgerBuilder.Build([Made.Document("a", threat)]).Items[0].LogLikelihoodRatio;

        foreach (var word in new[] { "reportedly", "allegedly", "seemingly", "may" })
            Assert.True(LedgerBuilder.Build([Made.Document("a", threat with { Cues = [word] })]).Items[0].LogLikelihoodRatio < flat, word);
    }

    [Fact]
    public void Withdrawing_a_claim_changes_only_the_items_that_hold_it()
    {
        var readings = Enumerable.Range(0, 4).Select(Story).ToList();
        var full = LedgerBuilder.Build(readings);

        Prop.ForAll(Gen.Elements(full.Claims.Select(c => c.Alias).ToArray()).ToArbitrary(), alias =>
        {
            var less = LedgerBuilder.Build(readings, new LedgerOptions { Withdrawn = [alias] });
            Assert.Equal(full.Items.Where(i => !i.Claims.Contains(alias)).Select(Key), less.Items.Where(i => !full.Items.Single(f => f.Alias == i.Alias).Claims.Contains(alias)).Select(Key));
            Assert.Equal([alias], less.Withdrawn);
            Assert.DoesNotContain(less.Claims, c => c.Alias == alias);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_of_documents_changes_no_weight()
    {
        var readings = Enumerable.Range(0, 5).Select(Story).ToArray();
        var expected = Weights(LedgerBuilder.Build(readings));

        Prop.ForAll(Gen.Shuffle(readings).ToArbitrary(), shuffled => Assert.Equal(expected, Weights(LedgerBuilder.Build(shuffled)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Aliases_stay_when_a_document_is_added_and_are_not_used_again()
    {
        var first = Story(1);
        var before = LedgerBuilder.Build([first]);
        var options = new LedgerOptions
        {
            AliasesSoFar = before.Claims.ToImmutableDictionary(c => c.Claim.Id, c => c.Alias),
            DocumentAliasesSoFar = before.Documents.ToImmutableDictionary(d => d.Document.Id, d => d.Alias),
        };

        var after = LedgerBuilder.Build([Story(2), first], options);

        foreach (var claim in before.Claims) Assert.Equal(claim.Alias, after.Claims.Single(c => c.Claim.Id == claim.Claim.Id).Alias);
        Assert.Equal(after.Claims.Length, after.Claims.Select(c => c.Alias).Distinct().Count());
        Assert.Equal("s-1", after.Documents.Single(d => d.Document.Name == first.Document.Name).Alias);
    }

    [Fact]
    public void Numbers_that_do_not_meet_are_two_items_that_clash()
    {
        var ledger = LedgerBuilder.Build(
        [
            Made.Document("a", Fleet),
            Made.Document("b", Fleet with { Text = "The northern fleet has moved twenty frigates to the strait", Quantities = [new Quantity(20, "frigate", Approximate: true)] }),
        ]);

        Assert.Equal(2, ledger.Items.Length);
        var clash = Assert.Single(ledger.Contradictions);
        Assert.Equal(ContradictionKind.Quantity, clash.Kind);
        Assert.Equal("c-001 says 12 frigates, c-002 says 20 frigates.", clash.Reason);
    }

    [Fact]
    public void A_denial_is_linked_to_what_it_denies()
    {
        var denial = Fleet with { Sources = [Made.State("Northland")], Cues = ["denied that"], Factuality = Factuality.Uncommitted, SourceFactuality = Factuality.CertainNot };

        var clash = Assert.Single(LedgerBuilder.Build([Made.Document("a", Fleet), Made.Document("b", denial)]).Contradictions);

        Assert.Equal(ContradictionKind.Denial, clash.Kind);
        Assert.Equal("c-002 denies c-001.", clash.Reason);
    }

    [Fact]
    public void The_later_of_two_statements_of_one_source_is_named()
    {
        var early = Made.Document(new MadeDocument("a", Date: new DateOnly(2030, 1, 1)), Fleet with { Sources = [Made.State("Northland")] });
        var late = Made.Document(new MadeDocument("b", Date: new DateOnly(2030, 1, 5)), Fleet with { Sources = [Made.State("Northland")], Quantities = [new Quantity(30, "frigate", false)] });

        Assert.EndsWith("; c-002 is the later statement of the same source.", Assert.Single(LedgerBuilder.Build([early, late]).Contradictions).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_that_do_not_meet_keep_two_events_apart()
    {
        var march = new Edtf("2030-03", new DateOnly(2030, 3, 1), new DateOnly(2030, 3, 31));
        var may = new Edtf("2030-05", new DateOnly(2030, 5, 1), new DateOnly(2030, 5, 31));

        var ledger = LedgerBuilder.Build([Made.Document("a", Fleet with { Time = march }), Made.Document("b", Fleet with { Time = may })]);

        Assert.Equal(2, ledger.Items.Length);
        Assert.Equal(ContradictionKind.Time, Assert.Single(ledger.Contradictions).Kind);
    }

    [Fact]
    public void The_same_demand_by_two_sides_is_two_items()
    {
        var demand = new MadeClaim("all troops leave the border province", ClaimKind.Demand) { SourceFactuality = Factuality.Certain, Factuality = Factuality.Uncommitted };

        Assert.Equal(2, LedgerBuilder.Build([Made.Document("a", demand with { Sources = [Made.State("Northland")] }, demand with { Sources = [Made.State("Southland")] })]).Items.Length);
    }

    [Theory]
    [InlineData(ClaimKind.Assessment, "", true)]
    [InlineData(ClaimKind.Prediction, "", true)]
    [InlineData(ClaimKind.Position, "two analysts", true)]
    [InlineData(ClaimKind.Position, "officials", false)]
    [InlineData(ClaimKind.Event, "", false)]
    public void Judgements_and_predictions_are_opinion(ClaimKind kind, string source, bool opinion)
    {
        var claim = new MadeClaim("the minister gains by waiting", kind) { Sources = source.Length == 0 ? [] : [Made.Anonymous(source)] };

        Assert.Equal(opinion, LedgerBuilder.Build([Made.Document("a", claim)]).Items[0].IsOpinion);
    }

    [Fact]
    public void A_reliable_source_in_the_register_weighs_more_and_shows_in_the_grade()
    {
        var claim = Fleet with { Sources = [Made.Outlet("Harbour Times")], Factuality = Factuality.Uncommitted, SourceFactuality = Factuality.Certain };
        var graded = new LedgerOptions { Register = SourceRegister.Shipped.With(new RegisteredSource("Harbour Times", [], IsAgency: false, 'A', "test")) };

        var plain = LedgerBuilder.Build([Made.Document("a", claim)]).Items[0];
        var better = LedgerBuilder.Build([Made.Document("a", claim)], graded).Items[0];

        Assert.Equal("F2", plain.Grade.ToString());
        Assert.Equal('A', better.Grade.Reliability);
        Assert.True(better.LogLikelihoodRatio > plain.LogLikelihoodRatio);
    }

    [Theory]
    [InlineData(3, 1.5, 0.6, 1)]
    [InlineData(9, 1.5, 0.6, 2)]
    [InlineData(9, 9, 0.6, 3)]
    [InlineData(9, 9, 9, 4)]
    public void Where_a_grade_begins_is_a_weight_like_any_other(double confirmed, double probable, double possible, int credibility)
    {
        var weights = LedgerWeights.Shipped.With("grade.confirmed", confirmed).With("grade.probable", probable).With("grade.possible", possible);
        var ledger = LedgerBuilder.Build(
        [
            Made.Document(new MadeDocument("a", Outlet: "Harbour Times"), Fleet),
            Made.Document(new MadeDocument("b", Outlet: "Coast Courier"), Fleet with { Text = "Twelve frigates of the northern fleet were sent to the strait", Verb = "send" }),
        ], new LedgerOptions { Weights = weights });

        Assert.Equal(credibility, Assert.Single(ledger.Items).Grade.Credibility);
    }

    [Fact]
    public void No_weight_passes_the_floor_of_error()
    {
        var weights = LedgerWeights.Shipped;

        Assert.Equal(0, weights.LogLikelihoodRatio(0), 12);
        Assert.Equal(Math.Log((1 - weights.Epsilon) / weights.Epsilon), weights.LogLikelihoodRatio(1), 12);
    }

    private static Standoff.Reading.Claims.Reading Story(int i) => Made.Document(
        new MadeDocument("story " + i, "Author " + i % 3, "Outlet " + i % 2),
        Fleet,
        new MadeClaim($"The parliament in Port City voted on {i} new laws about fishing") { Actors = ["Southland"] },
        new MadeClaim("the garrison must leave the island", ClaimKind.Demand) { Sources = [Made.State(i % 2 == 0 ? "Northland" : "Southland")], Factuality = Factuality.Uncommitted, SourceFactuality = Factuality.Certain },
        new MadeClaim("The bridge over the river was shelled at night") { Verb = "shell", Factuality = i % 2 == 0 ? Factuality.Certain : Factuality.Possible });

    private static string Key(LedgerItem item) => $"{item.Alias} {item.LogLikelihoodRatio:R} {item.Belief.Value:R} {item.Grade} {string.Join(',', item.Claims)} {string.Join(',', item.Origins.Select(o => o.Key))}";

    private static List<string> Weights(Ledger ledger) =>
        [.. ledger.Items.Select(i => $"{i.Statement} {i.LogLikelihoodRatio:F12} {i.Origins.Length} {i.Claims.Length}").Order(StringComparer.Ordinal)];
}
