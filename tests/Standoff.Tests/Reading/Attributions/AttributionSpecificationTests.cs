using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Standoff.Reading.Attributions;
using Standoff.Reading.Text;
using Standoff.Tests.Reading.Claims;
using Xunit;

namespace Standoff.Tests.Reading.Attributions;

public sealed class AttributionSpecificationTests
{
    public static TheoryData<string> Passages() => [.. ClaimSpecification.ReadFolder(Folder()).Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Passages))]
    public void A_passage_gives_the_attributions_that_its_specification_lists(string passage)
    {
        var specification = ClaimSpecification.ReadFolder(Folder()).Single(s => s.ToString() == passage);
        var found = Said.In(specification.Passage);
        var faults = specification.Differences([.. found.Select(a => (IReadOnlyList<string>)[.. specification.Columns.Select(c => Cell(a, c, specification.Passage))])]);
        Assert.True(faults.Count == 0, $"{specification.Passage}\n{string.Join('\n', faults)}");
    }

    private static string Cell(Attribution attribution, string column, string text) => column switch
    {
        "source" => Words(attribution.Source, text),
        "cue" => Words(attribution.Cue, text),
        "content" => Words(attribution.Content, text),
        "class" => attribution.Class.ToString(),
        "frame" => attribution.Frame.ToString(),
        _ => throw new InvalidOperationException($"A specification of attributions has no column \"{column}\"."),
    };

    private static string Words(ImmutableArray<TextSpan> fragments, string text) => string.Join(" … ", fragments.Select(f => f.Of(text)));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Specifications");
}
