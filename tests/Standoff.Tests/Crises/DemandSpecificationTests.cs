using System.Runtime.CompilerServices;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>From a report between two sides that are known to what the one demands of the other.</summary>
public sealed class DemandSpecificationTests
{
    public static TheoryData<int> Rows() => [.. Enumerable.Range(0, Table().Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_demand_is_what_its_specification_says(int row)
    {
        var (challenger, target, report, words, kind) = Table()[row];
        var reading = ClaimReader.Read(new Document(new DocumentId("a"), "a", report.Replace('¶', '\n'), new DateOnly(1981, 5, 4)), ReaderOptions.Default);

        var demand = Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([reading]), new ProposalOptions { Challenger = challenger, Target = target })).Crisis.Demand;

        Assert.StartsWith(words.Length > 0 ? words : "No demand was", demand.Text, StringComparison.Ordinal);
        Assert.Equal(kind, CrisisWords.Of(demand.Kind));
    }

    private static List<(string Challenger, string Target, string Report, string Words, string Kind)> Table([CallerFilePath] string here = "") =>
    [
        .. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Specifications", "demands.md")).Where(l => l.StartsWith('|')).Skip(2)
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray()).Select(c => (c[0], c[1], c[2], c[3], c[4])),
    ];
}
