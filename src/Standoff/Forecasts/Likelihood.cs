using System.Collections.Immutable;

namespace Standoff.Forecasts;

/// <summary>Words of estimative probability after Intelligence Community Directive 203.</summary>
/// <param name="Low">Lower end of the range; belongs to it.</param>
/// <param name="High">Upper end; belongs to the next range, but for 1.</param>
/// <param name="Term">The word, such as "likely".</param>
/// <param name="Synonym">The directive's other word.</param>
/// <param name="Source">Paragraph of the directive.</param>
public sealed record Likelihood(double Low, double High, string Term, string Synonym, string Source)
{
    /// <summary>All ranges, ascending, without gaps from 0 to 1.</summary>
    public static ImmutableArray<Likelihood> All { get; } = [.. ResourceTable.Read("likelihoods.tsv").Rows.Select(r =>
        new Likelihood(r.Number("low"), r.Number("high"), r["term"], r["synonym"], r["source"]))];

    /// <summary>The range that holds a probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1] or not a number.</exception>
    public static Likelihood Of(double probability)
    {
        var p = new Probability(probability).Value;
        return All.First(l => p < l.High || l.High >= 1);
    }
}
