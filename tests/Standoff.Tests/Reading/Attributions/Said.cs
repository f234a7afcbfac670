using System.Collections.Immutable;
using Standoff.Reading.Attributions;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Attribution = Standoff.Reading.Attributions.Attribution;

namespace Standoff.Tests.Reading.Attributions;

/// <summary>Short texts read for who is said to have said what.</summary>
internal static class Said
{
    public static ImmutableArray<Attribution> In(string text) =>
        AttributionReader.Read(new Document(new DocumentId("said"), "said", text, new DateOnly(2024, 5, 6)), ReaderOptions.Default);
}
