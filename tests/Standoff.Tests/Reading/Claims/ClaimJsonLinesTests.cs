using Standoff.Reading.Claims;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;
using Standoff.Reading.Times;
using Xunit;

namespace Standoff.Tests.Reading.Claims;

public sealed class ClaimJsonLinesTests
{
    private static readonly Claim Sample = new()
    {
        Id = new ClaimId("00ff"),
        Anchor = new Anchor(new DocumentId("d0c"), new TextSpan(4, 12)),
        Exact = "é \"two\"\n",
        Sentence = 3,
        Sources = [new Source("Herald", SourceKind.Outlet), new Source("", SourceKind.Anonymous)],
        Cues = [new TextSpan(0, 3)],
        Factuality = Factuality.Uncommitted,
        SourceFactuality = Factuality.ProbableNot,
        Kind = ClaimKind.Demand,
        Actors = ["United States"],
        Quantities = [new Quantity(1.5m, "percent", Approximate: true)],
        Time = new Edtf("2024-05", new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 31)),
        Condition = new TextSpan(20, 30),
        Predicate = new Predicate("give", ["United States"], [], Negated: true),
        Lemmas = ["two"],
        Why = ["kind: a rule"],
    };

    [Fact]
    public void A_claim_is_written_in_the_fields_and_the_order_of_the_guide() => Assert.Equal(
        """{"doc":"news","start":4,"end":12,"exact":"é \"two\"\n","source":[{"name":"Herald","kind":"outlet"},{"name":"","kind":"anonymous"}],"cues":[[0,3]],"factuality":"UU","sourceFactuality":"PR-","kind":"demand","actors":["United States"],"quantities":[{"value":1.5,"unit":"percent","approximate":true}],"time":"2024-05","condition":[20,30],"id":"00ff","document":"d0c","sentence":3,"predicate":{"lemma":"give","agents":["United States"],"patients":[],"negated":true},"lemmas":["two"],"why":["kind: a rule"]}""",
        ClaimJsonLines.Write(Sample, "news", reasons: true));

    [Fact]
    public void What_was_written_reads_back_to_the_same_line()
    {
        var line = ClaimJsonLines.Write(Sample, "news", reasons: true);
        var lines = ClaimJsonLines.Read(line + "\n\n" + line);
        Assert.Empty(lines.Faults);
        Assert.All(lines.Claims, c => Assert.Equal(line, ClaimJsonLines.Write(c.Claim, c.Document, reasons: true)));
        Assert.Equal(2, lines.Claims.Length);
    }

    [Fact]
    public void A_line_that_is_no_claim_is_named_and_the_others_are_kept()
    {
        var lines = ClaimJsonLines.Read("""
            {"doc":"a","start":0,"end":3,"exact":"abc","unknown":1}
            {"doc":"a","start":0,"end":9,"exact":"abc"}
            not json
            """);
        Assert.Single(lines.Claims);
        Assert.Equal([2, 3], lines.Faults.Select(f => f.Line));
        Assert.Equal("Line 2 is no claim: the length of \"exact\" is not end - start.", lines.Faults[0].Reason);
    }
}
