using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;

namespace Standoff.Envelopes;

/// <summary>How the envelope's types become JSON; compiled, for reflection would cost a tenth of a second at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(SpanConverter), typeof(DocumentIdConverter), typeof(ClaimIdConverter), typeof(ProbabilityConverter), typeof(GradeConverter),
        typeof(DistributionConverter), typeof(FactualityConverter), typeof(WordsConverter),
        typeof(WordConverter<Genre>), typeof(WordConverter<SourceKind>), typeof(WordConverter<ClaimKind>), typeof(WordConverter<SentenceStatus>),
        typeof(WordConverter<ContradictionKind>), typeof(WordConverter<DemandKind>), typeof(WordConverter<Rung>), typeof(WordConverter<Grounds>),
        typeof(WordConverter<MentionKind>), typeof(WordConverter<Route>), typeof(WordConverter<Ending>), typeof(WordConverter<Force>),
        typeof(WordConverter<EventType>), typeof(WordConverter<EventPolarity>), typeof(WordConverter<EventModality>),
    ])]
[JsonSerializable(typeof(EnvelopeFile))]
[JsonSerializable(typeof(ComparisonFile))]
internal sealed partial class EnvelopeContext : JsonSerializerContext
{
    /// <summary>What the writer keeps: nothing escaped that need not be.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The context that all envelopes go through.</summary>
    public static EnvelopeContext Canonical => Default;
}

/// <summary>An enumeration by its words in kebab case; a number is refused.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
