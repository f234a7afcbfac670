using System.Collections.Immutable;
using System.Globalization;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Compares two forecasts of a crisis and shares the change out among what made it: each item whose claims came, went or were revised, with all that they move; days that
/// passed; the two sides; what a person edited. Shares are Shapley's over all sets of these, each a crisis between the two, proposed and forecast on common draws.
/// </summary>
/// <remarks>
/// For every outcome the shares sum to the change. A comparison with itself has no parts; the other way round every share is negated, since the earlier
/// of the two is always taken first and the result reversed.
/// </remarks>
public static class Comparer
{
    private const double Nothing = 1e-12;
    private const double Screen = 0.0005;
    private const int MostItems = 12;
    private const int Few = 4;
    private const int Some = 6;
    private const int DrawsOfFew = 512;
    private const int DrawsOfSome = 256;
    private const int FewestDraws = 64;

    /// <summary>What changed from one forecast to another, and why.</summary>
    /// <param name="then">The earlier one.</param>
    /// <param name="now">The later one.</param>
    /// <param name="options">Seed and threads; draws are chosen by how many parts there are.</param>
    /// <param name="cancellation">Stops between groups of draws.</param>
    public static Comparison Compare(ComparisonSide then, ComparisonSide now, ForecastOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        options ??= new ForecastOptions();
        return IsEarlier(now, then) ? Ordered(now, then, options, cancellation).Reversed() : Ordered(then, now, options, cancellation);
    }

    // By date, then by what they hold: which of two is called the earlier must not depend on the order in which they are given.
    private static bool IsEarlier(ComparisonSide one, ComparisonSide other)
    {
        var dates = Nullable.Compare(one.Crisis.AsOf, other.Crisis.AsOf);
        if (dates != 0) return dates < 0;
        var sizes = one.Ledger.Claims.Length.CompareTo(other.Ledger.Claims.Length);
        return sizes != 0 ? sizes < 0 : string.CompareOrdinal(TextOf(one), TextOf(other)) < 0;
    }

    private static string TextOf(ComparisonSide side) => string.Join('\n', side.Ledger.Claims.Select(c => c.Claim.Id.Value)) + CrisisYaml.Write(side.Crisis);

    private static Comparison Ordered(ComparisonSide then, ComparisonSide now, ForecastOptions options, CancellationToken cancellation)
    {
        options = options with { HorizonWeeks = now.Forecast.HorizonWeeks };
        var parallel = options.Parallel(cancellation);
        var hybrids = Screened(new Hybrids(then, now), options, parallel);
        var draws = Math.Min(options.Draws, hybrids.Parts.Length switch { <= Few => DrawsOfFew, <= Some => DrawsOfSome, _ => FewestDraws });
        var valued = new Valued(hybrids, options, draws, parallel);
        var (shares, errors) = ShapleyValues.Of(hybrids.Parts.Length, valued.Worth, options.Seed);
        var outcomes = Outcomes(then, now);
        var (before, after) = (valued.Means(then.Crisis), valued.Means(now.Crisis));
        var ahead = then.Forecast.HorizonWeeks == now.Forecast.HorizonWeeks ? new double[outcomes.Length] : Horizon(then, hybrids, options, draws, parallel, before);
        var left = outcomes.Select((o, k) => o.Change - (after[k] - before[k]) - ahead[k]).ToArray();
        var parts = hybrids.Parts.Select((p, i) => p with { Shares = [.. outcomes.Select((o, k) => new ChangeShare(o.Key, shares[i][k], errors[i][k]))] })
            .Append(Other("horizon", string.Create(CultureInfo.InvariantCulture, $"Weeks looked ahead: {now.Forecast.HorizonWeeks} instead of {then.Forecast.HorizonWeeks}"), ahead))
            .Append(Other("draws", "The finite number of draws, or another version of the program", left));
        return new Comparison
        {
            From = then.Forecast.AsOf ?? then.Crisis.AsOf,
            To = now.Forecast.AsOf ?? now.Crisis.AsOf,
            HorizonWeeks = now.Forecast.HorizonWeeks,
            Outcomes = [.. outcomes.OrderByDescending(o => Math.Abs(o.Change)).ThenBy(o => o.Key, StringComparer.Ordinal)],
            Parts = [.. parts.Where(p => p.Largest > Nothing).OrderBy(p => p.Kind is "horizon" or "draws").ThenByDescending(p => p.Largest).ThenBy(p => p.Key, StringComparer.Ordinal)],
            Draws = draws,
            IsExact = hybrids.Parts.Length <= ShapleyValues.Exact,
        };

        ChangePart Other(string kind, string name, double[] change) => new(kind, kind, name, [], [.. outcomes.Select((o, k) => new ChangeShare(o.Key, change[k], 0))]);
    }

    // What the earlier crisis gains or loses by being looked at as far ahead as the later one.
    private static double[] Horizon(ComparisonSide then, Hybrids hybrids, ForecastOptions options, int draws, ParallelOptions parallel, double[] before)
    {
        var near = new Valued(hybrids, options with { HorizonWeeks = then.Forecast.HorizonWeeks }, draws, parallel).Means(then.Crisis);
        return [.. before.Zip(near, (b, n) => b - n)];
    }

    // Items that move nothing by half a tenth of a point, neither before all else changed nor after, are one part.
    private static Hybrids Screened(Hybrids hybrids, ForecastOptions options, ParallelOptions parallel)
    {
        var items = Enumerable.Range(0, hybrids.Parts.Length).Where(i => hybrids.Claims[i] != 0).ToArray();
        if (items.Length < 2) return hybrids;
        var valued = new Valued(hybrids, options, Math.Min(options.Draws, FewestDraws), parallel);
        var all = (1UL << hybrids.Parts.Length) - 1;
        var (first, last) = (valued.Worth(0), valued.Worth(all));
        var sizes = items.ToDictionary(i => i, i => Math.Max(Largest(first, valued.Worth(1UL << i)), Largest(last, valued.Worth(all & ~(1UL << i)))));
        var kept = items.OrderByDescending(i => sizes[i]).Take(MostItems).Where(i => sizes[i] >= Screen).ToHashSet();
        int[] small = [.. items.Where(i => !kept.Contains(i))];
        return small.Length < 2 ? hybrids : hybrids.Merged(small);
    }

    private static double Largest(double[] one, double[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Max();

    private static ImmutableArray<ThenAndNow> Outcomes(ComparisonSide then, ComparisonSide now)
    {
        var keys = Keys(then, now);
        return [.. keys.Select(key => new ThenAndNow(key, Find(now, key)?.Name ?? Find(then, key)!.Name, Find(then, key)?.Estimate ?? default, Find(now, key)?.Estimate ?? default))];
    }

    private static Outcome? Find(ComparisonSide side, string key) => side.Forecast.Headline.FirstOrDefault(o => o.Key == key);

    private static ImmutableArray<string> Keys(ComparisonSide then, ComparisonSide now) =>
        [.. now.Forecast.Headline.Concat(then.Forecast.Headline).Select(o => o.Key).Distinct(StringComparer.Ordinal)];

    /// <summary>The forecast of any set of parts, in the order of the comparison's outcomes.</summary>
    private sealed class Valued(Hybrids hybrids, ForecastOptions options, int draws, ParallelOptions parallel)
    {
        private readonly Dictionary<ulong, ForecastModel> _games = [];
        private readonly ImmutableArray<string> _keys = Keys(hybrids.Then, hybrids.Now);

        // On fewer draws than the forecasts', which are only compared with one another, beliefs are held.
        private bool IsHeld => draws < hybrids.Now.Forecast.Draws;

        public double[] Worth(ulong set)
        {
            // Parts that only reweigh the outside view share one solution of the games.
            var game = set & hybrids.GameParts;
            var model = ForecastModel.Of(hybrids.At(set), options, parallel, draws, _games.GetValueOrDefault(game), IsHeld);
            _games.TryAdd(game, model);
            return Means(model);
        }

        public double[] Means(Crisis crisis) => Means(ForecastModel.Of(crisis, options, parallel, draws, _games.GetValueOrDefault(hybrids.GameParts), IsHeld));

        private double[] Means(ForecastModel model)
        {
            var means = model.Means(model.Pool, parallel);
            var places = model.Outcomes.Select((o, k) => (o.Key, k)).ToDictionary(o => o.Key, o => o.k, StringComparer.Ordinal);
            return [.. _keys.Select(key => places.TryGetValue(key, out var k) ? means[k] : 0)];
        }
    }
}
