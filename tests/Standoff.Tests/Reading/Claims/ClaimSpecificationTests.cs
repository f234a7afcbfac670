using System.Runtime.CompilerServices;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Claims;

public sealed class ClaimSpecificationTests
{
    public static TheoryData<string> Passages() => [.. ClaimSpecification.ReadFolder(Folder()).Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Passages))]
    public void A_passage_gives_the_claims_that_its_specification_lists(string passage)
    {
        var specification = ClaimSpecification.ReadFolder(Folder()).Single(s => s.ToString() == passage);
        var document = new Document(new DocumentId("spec"), "spec", specification.Passage, specification.Date);
        var reading = ClaimReader.Read(document, ReaderOptions.Default);
        var faults = specification.Differences(specification.Actual(reading.Claims, document.Text));
        Assert.True(faults.Count == 0, $"{specification.Passage}\n{string.Join('\n', faults)}");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Specifications");
}
