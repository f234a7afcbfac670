using Standoff.Backtest.Sources;

namespace Standoff.Backtest.Models;

/// <summary>A decade before the cut-off, with classes and models fitted to what lay before that decade: what a forecaster of the time would have had.</summary>
internal sealed class PastWindow
{
    private const int Decades = 3;
    private const int Decade = 10;

    private PastWindow(IReadOnlyList<PastCase> cases, int from, Func<int, bool> uses)
    {
        From = from;
        var before = cases.Where(c => c.Year < from).ToArray();
        (Within, Classes) = ([.. cases.Where(c => c.Year >= from && c.Year < from + Decade)], ClassModel.Fit(before));
        Models = ModelGrid.Fit(before, uses);
        Weights = CovariateModel.Weights(Within);
    }

    /// <summary>The year in which the decade begins.</summary>
    public int From { get; }

    /// <summary>The decade's cases.</summary>
    public PastCase[] Within { get; }

    /// <summary>Each crisis counts once.</summary>
    public double[] Weights { get; }

    public ClassModel Classes { get; }

    public CovariateModel[] Models { get; }

    /// <summary>The last decades before a year that have anything before them. Nothing from that year on is seen.</summary>
    public static PastWindow[] Before(IReadOnlyList<PastCase> cases, int cutOff, Func<int, bool> uses) =>
        [.. Enumerable.Range(1, Decades).Select(k => cutOff - (k * Decade)).Where(from => cases.Any(c => c.Year < from))
            .Select(from => new PastWindow([.. cases.Where(c => c.Year < cutOff)], from, uses))];
}

/// <summary>The settings of ridge and drift that are averaged over, fixed in advance.</summary>
internal static class ModelGrid
{
    private static readonly Calendar Decades = new(false, 10, 30, 30);
    private static readonly Calendar Steps = new(true, 5, 3, 30);

    private static readonly (double Ridge, Calendar Calendar)[] All = [(5, Decades), (10, Decades), (30, Decades), (10, Steps), (30, Steps)];

    /// <summary>How many.</summary>
    public static int Count => All.Length;

    public static CovariateModel[] Fit(IReadOnlyList<PastCase> cases, Func<int, bool> uses) => [.. All.Select(g => CovariateModel.Fit(cases, g.Ridge, g.Calendar, uses))];

    /// <summary>As printed.</summary>
    public static string Name(int model) => All[model] is var (ridge, calendar)
        ? System.FormattableString.Invariant($"ridge {ridge}, {(calendar.Persists ? "steps that persist" : "effects of decades")}") : "";
}
