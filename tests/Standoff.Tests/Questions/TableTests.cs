using Standoff.Claims;
using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class TableTests
{
    [Fact]
    public void Every_kind_has_a_rate_and_a_share() =>
        Assert.All(QuestionKind.All, k =>
        {
            Assert.True(RateRow.Of(k).Spread > 0, k.Key);
            Assert.InRange(k.Asked, 0.001, 0.9);
        });

    [Fact]
    public void Evidence_speaks_of_kinds_that_exist_and_of_roles_that_are_known()
    {
        foreach (var row in ResourceTable.Load("Questions", "evidence.tsv").Rows)
        {
            Assert.All(row.List("kinds").Where(k => k != "*"), k => Assert.NotNull(QuestionKind.Of(k)));
            Assert.Contains(row["sides"], (string[])["A>B", "B>A", "A", "notB", "A at place", "other at place", "either", "P", "place", "people", "page", "asked", "A asked", "A named"]);
            Assert.Contains(row["negated"], (string[])["no", "any", "so"]);
        }
    }

    [Fact]
    public void A_kind_that_lies_within_another_is_asked_with_less_success() =>
        Assert.All(QuestionKind.All.Where(k => k.Within.Length > 0), k => Assert.True(k.Asked <= QuestionKind.Of(k.Within)!.Asked, k.Key));

    [Fact]
    public void A_narrower_kind_lies_within_a_kind_that_exists() =>
        Assert.All(QuestionKind.All.Where(k => k.Within.Length > 0), k => Assert.NotNull(QuestionKind.Of(k.Within)));

    [Fact]
    public void Judgements_stand_inside_their_ranges()
    {
        Assert.All(ResourceTable.Load("Questions", "evidence.tsv").Rows, r => Assert.InRange(r.Number("log-ratio"), r.Number("low"), r.Number("high")));
        Assert.All(ResourceTable.Load("Questions", "fitted.tsv").Rows, r => Assert.InRange(r.Number("value"), r.Number("low"), r.Number("high")));
        Assert.All(ResourceTable.Load("Questions", "settings.tsv").Rows, r => Assert.InRange(r.Number("value"), r.Number("low"), r.Number("high")));
    }

    [Fact]
    public void Every_judgement_has_grounds()
    {
        foreach (var table in new[] { "kinds.tsv", "constructions.tsv", "evidence.tsv", "hosts.tsv", "rates.tsv", "settings.tsv" })
            Assert.All(ResourceTable.Load("Questions", table).Rows, r => Assert.NotEmpty(r["grounds"]));
    }
}
