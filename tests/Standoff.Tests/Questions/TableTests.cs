using Standoff.Claims;
using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class TableTests
{
    private static readonly string[] Signs = [.. ResourceTable.Load("Questions", "signs.tsv").Rows.Select(r => r["sign"]).Distinct()];

    [Fact]
    public void Every_kind_has_a_rate_that_needs_no_sign_and_it_is_the_last() =>
        Assert.All(QuestionKind.All, k => Assert.True(RateRow.Of(k).Select(r => r.When.IsEmpty).Reverse().SequenceEqual(RateRow.Of(k).Select((_, i) => i == 0)), k.Key));

    [Fact]
    public void Rates_and_moves_speak_of_signs_that_exist()
    {
        Assert.All(ResourceTable.Load("Questions", "rates.tsv").Rows.SelectMany(r => r.List("when", '&')).Where(s => s != "always"), s => Assert.Contains(s, Signs));
        Assert.All(ResourceTable.Load("Questions", "moves.tsv").Rows, r => Assert.Contains(r["sign"], Signs));
    }

    [Fact]
    public void A_narrower_kind_lies_within_a_kind_that_exists() =>
        Assert.All(QuestionKind.All.Where(k => k.Within.Length > 0), k => Assert.NotNull(QuestionKind.Of(k.Within)));

    [Fact]
    public void Judgements_stand_inside_their_ranges()
    {
        Assert.All(ResourceTable.Load("Questions", "moves.tsv").Rows, r => Assert.InRange(r.Number("log-ratio"), r.Number("low"), r.Number("high")));
        Assert.All(ResourceTable.Load("Questions", "settings.tsv").Rows, r => Assert.InRange(r.Number("value"), r.Number("low"), r.Number("high")));
    }

    [Fact]
    public void Every_judgement_has_grounds()
    {
        foreach (var table in new[] { "kinds.tsv", "constructions.tsv", "signs.tsv", "rates.tsv", "moves.tsv", "settings.tsv" })
            Assert.All(ResourceTable.Load("Questions", table).Rows, r => Assert.NotEmpty(r["grounds"]));
    }
}
