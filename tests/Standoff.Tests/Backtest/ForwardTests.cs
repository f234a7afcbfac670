using Standoff.Backtest.Evidence;
using Standoff.Backtest.Models;
using Standoff.Backtest.Sources;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Backtest;

/// <summary>What looks forward in time must not look back from the end.</summary>
public sealed class ForwardTests
{
    private static readonly int Neighbours = CovariateTable.IndexOf("neighbours");

    [Fact]
    public void Steps_that_persist_reach_into_years_not_seen_and_effects_of_decades_do_not()
    {
        var steps = new Calendar(true, 5, 1, 1);
        Assert.Equal([1925, 1930], steps.Starts(1921, 1934));
        Assert.Equal([1, 1], steps.Row(2005, steps.Starts(1921, 1934)));
        var decades = new Calendar(false, 10, 1, 1);
        Assert.Equal([1920, 1930], decades.Starts(1921, 1934));
        Assert.Equal([0, 0], decades.Row(2005, decades.Starts(1921, 1934)));
        Assert.Empty(Calendar.Still.Starts(1921, 1934));
    }

    [Fact]
    public void The_past_of_a_conflict_counts_only_what_had_ended()
    {
        var past = new ConflictPast([(7, 1950, 1951, true), (7, 1952, 1956, true), (7, 1953, 1954, false), (7, 1920, 1921, true), (8, 1950, 1950, true)]);
        Assert.Equal(1, past.Balance(7, 1952));
        Assert.Equal(0, past.Balance(7, 1955), 1e-12);
        Assert.Equal(0, past.Balance(7, 1951));
        Assert.Equal(0, past.Balance(null, 1960));
    }

    [Fact]
    public void The_level_follows_what_ended_before_a_year_and_nothing_later()
    {
        var cases = Made(1930, 1990, (_, i) => i % 4);
        var forecast = Fixed(cases);
        var drift = new LevelDrift(10, 3);
        // Neighbours' cases end otherwise than the others' and the classes follow them in part: a quarter of a unit is left.
        Assert.All(new LevelFilter(cases, forecast, 1950, drift).In(1960), u => Assert.InRange(u, -0.25, 0.25));
        Assert.All(new LevelFilter(cases, forecast, 1950, drift).In(1950), u => Assert.Equal(0, u));
        // From 1960 on all end in stalemate: known from 1962, when the first of them had ended, and unknown before.
        var shifted = cases.Select(c => c.Year < 1960 ? c : c with { Outcome = 2 }).ToArray();
        var filter = new LevelFilter(shifted, forecast, 1950, drift);
        Assert.Equal(new LevelFilter(cases, forecast, 1950, drift).In(1960), filter.In(1960));
        Assert.True(filter.In(1970)[2] > 0.5 && filter.In(1970)[2] > filter.In(1964)[2]);
        Assert.Equal(0, filter.In(1970).Sum(), 1e-9);
    }

    [Fact]
    public void The_drift_is_as_fast_as_would_have_followed_the_past_best()
    {
        // The same shares in every year, or another ending for everyone every five years.
        var made = Made(1930, 1990, (_, _) => 0);
        var random = new Random(5);
        Assert.Equal(30, Drift([.. made.Select(c => c with { Outcome = random.Next(4) })]).Ridge);
        Assert.True(Drift([.. made.Select(c => c with { Outcome = c.Year / 5 % 4 })]) is { Ridge: 1, Span: < 10 });

        static LevelDrift Drift(PastCase[] cases) => LevelDrift.Of(cases, [.. PastWindow.Before(cases, 1990, _ => true).Select(w => (w, Fixed(cases)))]);
    }

    [Fact]
    public void Stacked_weights_are_shares_and_go_to_what_forecasts()
    {
        // Whether the two are neighbours decides: models that may use covariates gain weight, the class loses it.
        var cases = Made(1930, 1990, (neighbours, i) => neighbours ? 0 : i % 3 == 0 ? 0 : 3);
        var told = Stacking.OfOutcomes(PastWindow.Before(cases, 1990, _ => true));
        Assert.All(told, w => Assert.InRange(w, 0, 1));
        Assert.InRange(told.Sum(), 0.9, 1);
        var windows = PastWindow.Before(cases, 1990, _ => true);
        Assert.All(windows, w => Assert.True(w.Within.All(c => c.Year < 1990)));
        Assert.Equal([1980, 1970, 1960], windows.Select(w => w.Within.Min(c => c.Year)));
    }

    [Fact]
    public void Coefficients_of_the_pool_are_the_weighted_mean_of_its_models()
    {
        var cases = Made(1930, 1990, (neighbours, i) => neighbours ? 0 : i % 4);
        CovariateModel[] models = [CovariateModel.Fit(cases, 5, Calendar.Still, _ => true), CovariateModel.Fit(cases, 50, Calendar.Still, _ => true)];
        var pool = new ShiftedClasses(ClassModel.Fit(cases), models, [0.5, 0.3], [0.5, 0.3]);
        Assert.Equal((0.5 * models[0].OnOutcome(0, Neighbours).Coefficient) + (0.3 * models[1].OnOutcome(0, Neighbours).Coefficient), pool.OnOutcome(0, Neighbours).Coefficient, 1e-12);
        Assert.Equal(1, pool.Of(cases[0]).LogShares.Sum(Math.Exp), 1e-9);
    }

    [Fact]
    public void Counts_of_four_cells_give_shares_and_the_log_ratio_of_odds()
    {
        var cells = default(FourCells);
        for (var i = 0; i < 20; i++) cells = cells.With(i < 10, i % 10 < 8 == i < 10, 1);
        Assert.Equal((8, 2, 2, 8), (cells.Both, cells.ItemOnly, cells.EndingOnly, cells.Neither));
        Assert.Equal(Math.Log(8.5 * 8.5 / (2.5 * 2.5)), cells.LogRatio, 1e-12);
        Assert.Equal(0.5, cells.Frequency, 1e-12);
        Assert.Equal(Math.Sqrt((2 / 8.5) + (2 / 2.5)), cells.Deviation, 1e-12);
    }

    [Fact]
    public void Every_counted_row_stands_in_the_evidence_table_and_moves_a_parameter() => Assert.All(CountedEvidence.All, e =>
    {
        var row = EvidenceTable.Shipped.Find(e.Key);
        Assert.NotNull(row);
        Assert.True(row.IsCounted && row.Route == Route.Parameter);
        Assert.InRange(row.Slope, row.SlopeLow, row.SlopeHigh);
    });

    private static ShiftedClasses Fixed(PastCase[] cases) => new(ClassModel.Fit([.. cases.Where(c => c.Year < 1960)]), [], [], []);

    // Four cases a year of crises of their own, each ended the year after it began.
    private static PastCase[] Made(int first, int last, Func<bool, int, int> outcome) =>
    [
        .. from year in Enumerable.Range(first, last - first)
           from i in Enumerable.Range(0, 4)
           let row = Row(i % 2)
           select new PastCase((year * 10) + i, "made", year, year + 1, 920, 900, outcome(i % 2 == 1, i), i % 4, row, Rung.Measures, false),
    ];

    private static double[] Row(int neighbours)
    {
        var row = new double[CovariateTable.All.Length];
        row[Neighbours] = neighbours;
        return row;
    }
}
