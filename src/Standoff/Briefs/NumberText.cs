using System.Globalization;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>
/// The one way in which numbers are printed: invariant, whole percents, never 0 % for what may happen nor 100 % for
/// what may not, narrow no-break spaces (U+202F) before units and between thousands, U+2212 for minus.
/// </summary>
public static class NumberText
{
    private const string Narrow = "\u202F";
    private const string Minus = "\u2212";

    // What is printed as a whole point; less would be a decimal of a point, which the draws do not bear.
    internal const double HalfPoint = 0.005;

    // Errors are printed to a tenth of a point; this is half of that.
    private const double LeastError = 0.0005;

    /// <summary>A probability: <c>38 %</c>, <c>under 1 %</c>, <c>over 99 %</c>.</summary>
    public static string Percent(double probability) => WholePercent(probability) switch
    {
        0 when probability > 0 => $"under 1{Narrow}%",
        100 when probability < 1 => $"over 99{Narrow}%",
        var whole => $"{Whole(whole)}{Narrow}%",
    };

    /// <summary>A range of probabilities: <c>27–51 %</c>, <c>&lt;1–5 %</c>.</summary>
    public static string Range(double low, double high) =>
        Percent(low) == Percent(high) ? Percent(low) : $"{Bound(low)}–{Bound(high)}{Narrow}%";

    /// <summary>The 90 % interval of an estimate.</summary>
    public static string Interval(Estimate estimate) => Range(estimate.Low, estimate.High);

    /// <summary>Mean and interval: <c>38 % (27–51 %)</c>.</summary>
    public static string Of(Estimate estimate) => Percent(estimate.Mean) is var mean && Interval(estimate) is var interval && mean == interval
        ? mean
        : $"{mean} ({interval})";

    /// <summary>A difference of probabilities in percentage points: <c>+3 points</c>, <c>−1 point</c>, <c>less than 1 point up</c>.</summary>
    public static string Points(double difference)
    {
        var points = (int)Math.Round(difference * 100, MidpointRounding.AwayFromZero);
        if (points == 0) return difference == 0 ? "no change" : $"less than 1{Narrow}point {(difference > 0 ? "up" : "down")}";
        return $"{(points < 0 ? Minus : "+")}{Whole(Math.Abs(points))}{Narrow}{(Math.Abs(points) == 1 ? "point" : "points")}";
    }

    /// <summary>The same where a sign would say more than the draws bear: <c>under 1 point</c> for less than half a point either way.</summary>
    public static string RoundPoints(double difference) => Math.Abs(difference) < HalfPoint && difference != 0 ? $"under 1{Narrow}point" : Points(difference);

    /// <summary>The same without its unit, for a column of a table: <c>+11</c>, <c>−1</c>, <c>&lt;1</c>.</summary>
    public static string BarePoints(double difference)
    {
        var points = (int)Math.Round(difference * 100, MidpointRounding.AwayFromZero);
        return points == 0 ? difference == 0 ? "0" : "<1" : $"{(points < 0 ? Minus : "+")}{Whole(Math.Abs(points))}";
    }

    /// <summary>A small difference of probabilities with a decimal: <c>+0.4 points</c>.</summary>
    public static string FinePoints(double difference)
    {
        var tenths = Math.Round(difference * 100, 1, MidpointRounding.AwayFromZero);
        if (tenths == 0) return difference == 0 ? "no change" : $"under 0.1{Narrow}points";
        return $"{(tenths < 0 ? Minus : "+")}{Math.Abs(tenths).ToString("0.0", CultureInfo.InvariantCulture)}{Narrow}points";
    }

    /// <summary>A standard error in percentage points: <c>±0.4 points</c>.</summary>
    public static string Error(double error) => error >= LeastError
        ? $"±{(error * 100).ToString("0.0", CultureInfo.InvariantCulture)}{Narrow}points"
        : error > 0 ? $"under 0.1{Narrow}points" : "none";

    /// <summary>A count: <c>2 000</c>.</summary>
    public static string Count(long count)
    {
        var digits = Math.Abs(count).ToString("#,0", CultureInfo.InvariantCulture).Replace(",", Narrow, StringComparison.Ordinal);
        return count < 0 ? Minus + digits : digits;
    }

    /// <summary>A count of what may be fractional (a weighted class): at most one decimal.</summary>
    public static string Count(double count) => Signed(count, Math.Abs(count).ToString("#,0.#", CultureInfo.InvariantCulture).Replace(",", Narrow, StringComparison.Ordinal));

    /// <summary>A quantity without unit to three significant digits, at most four decimals.</summary>
    public static string Quantity(double value)
    {
        var size = Math.Abs(value);
        var format = size switch { >= 100 => "0", >= 10 => "0.#", >= 1 or 0 => "0.##", >= 0.1 => "0.00", >= 0.01 => "0.###", _ => "0.####" };
        var text = size.ToString(format, CultureInfo.InvariantCulture);
        return text == "0" && size > 0 ? "under 0.0001" : Signed(value, text);
    }

    /// <summary>Two quantities as a range: <c>0.12–0.55</c>, <c>−1.2 to 0.4</c>.</summary>
    public static string QuantityRange(double low, double high)
        => low < 0 || high < 0 ? $"{Quantity(low)} to {Quantity(high)}" : $"{Quantity(low)}–{Quantity(high)}";

    /// <summary>A day: <c>5 June 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d\u00A0MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A coordinate of a drawing: at most two decimals.</summary>
    public static string Coordinate(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    private static string Bound(double p) => WholePercent(p) switch
    {
        0 when p > 0 => "<1",
        100 when p < 1 => ">99",
        var whole => Whole(whole),
    };

    private static int WholePercent(double p) => (int)Math.Round(p * 100, MidpointRounding.AwayFromZero);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Signed(double value, string digits) => value < 0 && digits.Any(c => c is >= '1' and <= '9') ? Minus + digits : digits;
}
