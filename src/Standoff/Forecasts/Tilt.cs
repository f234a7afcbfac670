using System.Runtime.CompilerServices;
using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// log g_k(t | case) − log g_k(t | class) by draw, channel and week. Both games see the same random numbers, so where the case is the class
/// each difference is exactly 0.
/// </summary>
internal sealed class Tilt
{
    private readonly double[]? _logs;
    private readonly double[] _mean;
    private readonly int _stride;

    private Tilt(double[]? logs, double[] mean)
    {
        (_logs, _mean, _stride) = (logs, mean, mean.Length);
        var horizon = _stride / Channels.Count;
        Largest = Enumerable.Range(0, Channels.Count).Max(c => Math.Abs(_mean.AsSpan(c * horizon, horizon).ToArray().Average()));
    }

    /// <summary>The largest absolute mean over draws and weeks of any channel: how far the game takes the case from its class.</summary>
    public double Largest { get; }

    /// <summary>Log ratios averaged over the draws, by channel and week.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>Log ratios of one draw, by channel and week.</summary>
    public ReadOnlySpan<double> this[int draw] => _logs is null ? _mean : _logs.AsSpan(draw * _stride, _stride);

    /// <summary>No tilt: the case is its class.</summary>
    public static Tilt None(int horizon) => new(null, new double[Channels.Count * horizon]);

    /// <summary>How the case's game differs from the class's, draw by draw.</summary>
    public static Tilt Between(InsideView @case, InsideView @class, ForecastSettings settings)
    {
        if (ReferenceEquals(@case, @class)) return None(@case.Horizon);
        var logs = new double[@case.Hazards.Length];
        Fill(logs, @case.Hazards, @class.Hazards, settings.HazardFloor, settings.TiltCap);
        var mean = new double[@case.Stride];
        for (var draw = 0; draw < @case.Draws; draw++)
            for (var i = 0; i < mean.Length; i++) mean[i] += logs[(draw * mean.Length) + i];
        for (var i = 0; i < mean.Length; i++) mean[i] /= @case.Draws;
        return new(logs, mean);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(double[] logs, double[] @case, double[] @class, double floor, double cap)
    {
        for (var i = 0; i < logs.Length; i++)
            logs[i] = @case[i] == @class[i] || double.IsNaN(@case[i] + @class[i]) ? 0 : Math.Clamp(ElementaryFunctions.Log((@case[i] + floor) / (@class[i] + floor)), -cap, cap);
    }
}
