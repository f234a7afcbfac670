namespace Standoff.Forecasts;

/// <summary>The game's weekly hazards g_k(t) by draw: what the inside view says before it meets the class.</summary>
/// <param name="Draws">Number of draws.</param>
/// <param name="Horizon">Weeks.</param>
/// <param name="Hazards">By draw, channel and week.</param>
internal sealed record InsideView(int Draws, int Horizon, double[] Hazards)
{
    /// <summary>Numbers of one draw.</summary>
    public int Stride => Channels.Count * Horizon;

    /// <summary>A draw's hazards by channel and week.</summary>
    public ReadOnlySpan<double> this[int draw] => Hazards.AsSpan(draw * Stride, Stride);
}
