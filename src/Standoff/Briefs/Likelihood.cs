using System.Collections.Immutable;

namespace Standoff.Briefs;

/// <summary>Words of estimative probability: the first row of ICD 203 (2015), one vocabulary for the whole brief.</summary>
public static class Likelihood
{
    private static readonly ImmutableArray<(double From, double To, string Words)> Yardstick =
        [.. Claims.ResourceTable.Load("Briefs", "likelihood.tsv").Rows.Select(r => (r.Number("from"), r.Number("to"), r["words"]))];

    /// <summary>The words for a probability; a bound belongs to the higher band.</summary>
    public static string Words(double probability) => Yardstick.Last(b => probability >= b.From || b.From == 0).Words;

    /// <summary>The bands, from the lowest up.</summary>
    public static ImmutableArray<(double From, double To, string Words)> Bands => Yardstick;
}
