namespace Standoff.Web.Figures;

/// <summary>A linear scale from values to pixels.</summary>
internal readonly record struct Scale(double From, double To, double Start, double End)
{
    /// <summary>Where a value lies.</summary>
    public double this[double value] => Start + ((value - From) / (To - From) * (End - Start));

    /// <summary>The smallest round share, in tenths up to the whole, that holds a value.</summary>
    public static double Ceiling(double value) => value switch
    {
        <= 0.1 => 0.1,
        <= 0.2 => 0.2,
        _ => Math.Min(1, Math.Ceiling(Math.Round(value * 10, 6)) / 10),
    };

    /// <summary>Round ticks from 0 to a ceiling.</summary>
    public static IEnumerable<double> Ticks(double ceiling)
    {
        var step = ceiling switch { <= 0.1 => 0.02, <= 0.2 => 0.05, <= 0.5 => 0.1, _ => 0.2 };
        for (var i = 0; i * step <= ceiling + 1e-9; i++) yield return i * step;
    }
}
