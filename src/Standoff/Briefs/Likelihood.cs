using System.Collections.Immutable;
using System.Globalization;

namespace Standoff.Briefs;

/// <summary>Words of estimative probability: the first row of ICD 203 (2015), one vocabulary for the whole brief.</summary>
public static class Likelihood
{
    private static readonly ImmutableArray<(double From, double To, string Words)> Yardstick =
        [.. BriefTable.Rows("likelihood.tsv").Select(r => (Number(r[0]), Number(r[1]), r[2]))];

    /// <summary>The words for a probability; a bound belongs to the higher band.</summary>
    public static string Words(double probability) => Yardstick.Last(b => probability >= b.From || b.From == 0).Words;

    /// <summary>The bands, from the lowest up.</summary>
    public static ImmutableArray<(double From, double To, string Words)> Bands => Yardstick;

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
