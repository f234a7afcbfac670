using System.Globalization;

namespace Standoff.Backtest.Evidence;

/// <summary>Prints the calibrated rows, and writes them as the table that the product ships.</summary>
internal static class DiagnosticityReport
{
    public static void Print(TextWriter output, EvidenceCounts counts, int cutOff)
    {
        var (rows, mean, spread) = Diagnosticities.Of(counts);
        output.WriteLine(FormattableString.Invariant($"## Diagnosticities counted before {cutOff}"));
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant($"Log ratios of the odds, turned to the sign that theory expects, lie about {mean:0.00} with a spread of {spread:0.00}. Intervals of the shares are Jeffreys' at 90 %, of the slope its 10th to 90th percentile."));
        output.WriteLine();
        output.WriteLine("| row | stands for | cases | share of the class | given the ending | given another | log ratio | pooled | game's response | slope |");
        output.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var row in rows)
        {
            var cells = row.Cells;
            output.WriteLine(FormattableString.Invariant($"| {row.Evidence.Key} | {row.Evidence.StandsFor}; {row.Evidence.Ending} | {cells.N:0} | {Share(cells.Both + cells.ItemOnly, cells.N)} | {Share(cells.Both, cells.Both + cells.EndingOnly)} | {Share(cells.ItemOnly, cells.ItemOnly + cells.Neither)} | {Math.Round(cells.LogRatio, 2):+0.00;−0.00;0.00} ± {cells.Deviation:0.00} | {Math.Round(row.Pooled, 2):+0.00;−0.00;0.00} ± {row.PooledDeviation:0.00} | {row.Response:+0.00;−0.00} | {row.Slope:+0.00;−0.00;0} ({row.Range.Low:+0.00;−0.00;0} to {row.Range.High:+0.00;−0.00;0}) |"));
        }
        output.WriteLine();
    }

    public static void Write(string path, EvidenceCounts counts, int cutOff)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"# How often an item of the evidence table is true of a crisis of the class, and its log odds per standard deviation of the parameter's rank, where past crises before {cutOff} could count it; written by evaluation/Standoff.Backtest, which prints the counts. These numbers stand in place of the judged ones in evidence.tsv.");
        writer.WriteLine("# slope: the pooled log ratio of the item's odds by ending over the distance of the parameter's rank by ending in the game; low, high: its 10th and 90th percentile. n: crises or disputes counted.");
        writer.WriteLine("key\tfrequency\tslope\tlow\thigh\tn\tgrounds\tsource");
        foreach (var row in Diagnosticities.Of(counts).Rows)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Evidence.Key}\t{row.Cells.Frequency:0.###}\t{row.Slope:0.##}\t{row.Range.Low:0.##}\t{row.Range.High:0.##}\t{row.Cells.N:0}\tComputed: {row.Evidence.StandsFor}, by {row.Evidence.Ending}{(row.Evidence.Warning == "-" ? "" : "; " + row.Evidence.Warning)}\t{Source(row.Evidence)}"));
    }

    private static string Source(CountedEvidence evidence) => evidence switch
    {
        { Set: "gml" } => "Gibler, Miller & Little 2016",
        { Item: "ally" } => "ICB actor level v13; Leeds et al. 2002 (ATOP 5)",
        { Ending: "internal-exit" } => "ICB actor level v13; Goemans, Gleditsch & Chiozza 2009 (Archigos 4.1)",
        _ => "ICB actor level v13",
    };

    private static string Share(double count, double n) => string.Create(CultureInfo.InvariantCulture,
        $"{(count + 0.5) / (n + 1):0.00} ({Crises.SpecialFunctions.BetaQuantile(0.05, count + 0.5, n - count + 0.5):0.00} to {Crises.SpecialFunctions.BetaQuantile(0.95, count + 0.5, n - count + 0.5):0.00})");
}
