namespace Standoff.Backtest.Models;

/// <summary>
/// How rates may drift with the years. Either in steps that persist, each with a ridge: a random walk, whose last level holds for the years after.
/// Or by effects of decades, each with a ridge: the years after stand at the mean.
/// </summary>
/// <param name="Persists">Whether a step persists.</param>
/// <param name="Span">Years of a step or an effect; 0 if nothing drifts.</param>
/// <param name="Penalty">The ridge on outcomes.</param>
/// <param name="ForcePenalty">The ridge on force, whose rate comes back where that of an outcome stays.</param>
internal sealed record Calendar(bool Persists, int Span, double Penalty, double ForcePenalty)
{
    /// <summary>Nothing drifts.</summary>
    public static readonly Calendar Still = new(false, 0, 0, 0);

    /// <summary>Years in which the steps or effects begin, for cases between two years. The first step that persists is the intercept's.</summary>
    public int[] Starts(int first, int last)
    {
        if (Span == 0) return [];
        var from = first - (first % Span) + (Persists ? Span : 0);
        return last < from ? [] : [.. Enumerable.Range(0, ((last - from) / Span) + 1).Select(k => from + (k * Span))];
    }

    /// <summary>1 where a year has the step or effect.</summary>
    public double[] Row(int year, int[] starts) => [.. starts.Select(s => (Persists ? year >= s : year - (year % Span) == s) ? 1.0 : 0)];
}
