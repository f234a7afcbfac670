using System.Runtime.CompilerServices;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Text;
using Standoff.Tests.Reading.Claims;
using Xunit;

namespace Standoff.Tests.Reading.Events;

public sealed class EventSpecificationTests
{
    public static TheoryData<string> Passages() => [.. ClaimSpecification.ReadFolder(Folder()).Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Passages))]
    public void A_passage_gives_the_events_that_its_specification_lists(string passage)
    {
        var specification = ClaimSpecification.ReadFolder(Folder()).Single(s => s.ToString() == passage);
        var events = EventReader.Read(new Document(new DocumentId("spec"), "spec", specification.Passage, specification.Date), ReaderOptions.Default);
        var actual = events.Select(e => (IReadOnlyList<string>)[.. specification.Columns.Select(column => Cell(e, column))]).ToList();
        var faults = specification.Differences(actual);
        Assert.True(faults.Count == 0, $"{specification.Passage}\n{string.Join('\n', faults)}");
    }

    private static string Cell(PoliticalEvent one, string column) => column switch
    {
        "type" => one.Type.ToString().ToUpperInvariant(),
        "cameo" => one.Cameo,
        "mode" => one.Mode ?? "",
        "context" => one.Context ?? "",
        "actors" => string.Join(", ", one.Actors.Select(a => a.Name)),
        "recipients" => string.Join(", ", one.Recipients.Select(a => a.Name)),
        "status" => (one.Polarity == EventPolarity.Affirmed ? "" : one.Polarity.ToString().ToLowerInvariant() + " ") + one.Modality.ToString().ToLowerInvariant(),
        _ => throw new InvalidOperationException($"A specification has no column \"{column}\"."),
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Specifications");
}
