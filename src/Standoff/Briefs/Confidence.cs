using System.Collections.Immutable;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>
/// How sure the evidence makes us, apart from how likely something is. Without a record of scored forecasts it is never
/// high; it is low if one of the rows of <c>confidence.tsv</c> says so.
/// </summary>
internal sealed record Confidence(string Level, ImmutableArray<Prose> Reasons)
{
    private static readonly Dictionary<string, double> Threshold = Claims.ResourceTable.Load("Briefs", "confidence.tsv").Rows
        .ToDictionary(r => r["rule"], r => r.Number("threshold"));

    public static Confidence In(Estimate estimate, BriefMaterial material)
    {
        var reasons = ImmutableArray.CreateBuilder<Prose>();
        if (estimate.High - estimate.Low > Threshold["low-if-interval-wider-than"]) reasons.Add(Prose.Words("the interval is wide"));
        if (material.UsedOrigins.Length < Threshold["low-if-origins-fewer-than"])
            reasons.Add(Prose.Of($"the model rests on {material.OriginCount} independent {(material.UsedOrigins.Length == 1 ? "origin" : "origins")}"));
        if (SmallestClass(material) is { } small)
            reasons.Add(Prose.Of($"the class “{small.Name}” holds {material.ClassSize(small)} cases"));
        return reasons.Count > 0 ? new("low", reasons.ToImmutable()) : new("moderate", []);
    }

    private static ClassRate? SmallestClass(BriefMaterial material) =>
        material.Forecast.Classes.Where(c => c.N < Threshold["low-if-class-smaller-than"]).MinBy(c => c.N);
}
