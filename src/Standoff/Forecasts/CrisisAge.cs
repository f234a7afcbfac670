using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// How long a crisis has lasted by the day from which the forecast counts, in weeks and parts of weeks: hazards fall with it. Classes of
/// ultimatums count from the ultimatum, all others from the day on which the crisis began.
/// </summary>
/// <param name="Weeks">Since it began, 0 or more.</param>
/// <param name="UltimatumWeeks">Since the ultimatum; since it began where no day of an ultimatum is known.</param>
internal readonly record struct CrisisAge(double Weeks, double UltimatumWeeks)
{
    private const double DaysPerWeek = 7;

    /// <summary>The age of a crisis; <c>elapsed-weeks</c> of crisis-settings.tsv where its beginning or the day of the forecast is not known.</summary>
    public static CrisisAge Of(Crisis crisis)
    {
        var weeks = Since(crisis.Began, crisis.AsOf) ?? CrisisSettings.Of("elapsed-weeks");
        return new(weeks, Math.Min(weeks, Since(crisis.UltimatumOn, crisis.AsOf) ?? weeks));
    }

    private static double? Since(DateOnly? day, DateOnly? asOf) => day is { } from && asOf is { } to ? Math.Max(0, (to.DayNumber - from.DayNumber) / DaysPerWeek) : null;
}
