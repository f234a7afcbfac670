using System.Globalization;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Claims;

public sealed class UnnamedSourceTests
{
    [Theory]
    [InlineData("Two senior diplomats said that the army had left the port.", "2", "Two senior diplomats", null)]
    [InlineData("A pilot said that the army had left the port.", "1", "A pilot", null)]
    [InlineData("The army had left the port, said 15 residents of the town.", "15", "15 residents of the town", null)]
    [InlineData("Several aides said that the army had left the port.", null, "Several aides", null)]
    [InlineData("The port was closed, according to three officials who spoke on condition of anonymity because they were not authorized to talk to reporters.",
        "3", "three officials who spoke on condition of anonymity because they were not authorized to talk to reporters", "because they were not authorized to talk to reporters")]
    [InlineData("A senior official, who asked not to be named because the talks were private, said that the army had left the port.",
        "1", "A senior official, who asked not to be named because the talks were private", "because the talks were private")]
    public void A_source_without_a_name_keeps_how_many_what_and_why(string text, string? number, string words, string? reason)
    {
        var source = Assert.Single(Assert.Single(Read(text).Claims).Sources);
        Assert.Equal(SourceKind.Anonymous, source.Kind);
        Assert.Equal(new UnnamedSource(number is null ? null : decimal.Parse(number, CultureInfo.InvariantCulture), words, reason), source.Unnamed);
    }

    [Fact]
    public void A_source_with_a_name_has_no_description() =>
        Assert.Null(Assert.Single(Assert.Single(Read("Angela Merkel said that the army had left the port.").Claims).Sources).Unnamed);

    [Fact]
    public void How_it_is_described_does_not_make_a_source_another() =>
        Assert.Equal(new Source("diplomats", SourceKind.Anonymous), new Source("diplomats", SourceKind.Anonymous) { Unnamed = new UnnamedSource(2, "two diplomats", null) });

    [Fact]
    public void A_description_is_written_and_reads_back()
    {
        var reading = Read("Two senior diplomats said that the army had left the port.");
        var line = ClaimJsonLines.Write(reading);
        Assert.Equal(reading.Claims[0].Sources[0].Unnamed, ClaimJsonLines.Read(line).Claims[0].Claim.Sources[0].Unnamed);
        Assert.Contains("\"source\":[{\"name\":\"senior diplomats\",\"kind\":\"anonymous\",\"number\":2,\"words\":\"Two senior diplomats\"}]", line, StringComparison.Ordinal);
    }

    private static Standoff.Reading.Claims.Reading Read(string text) =>
        ClaimReader.Read(new Document(new DocumentId("u"), "u", text, new DateOnly(2024, 5, 6)), ReaderOptions.Default);
}
