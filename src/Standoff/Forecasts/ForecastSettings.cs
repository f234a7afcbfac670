using Standoff.Claims;

namespace Standoff.Forecasts;

/// <summary>The judgements of the forecast, each a row of <c>forecast-settings.tsv</c> with its range and grounds.</summary>
internal sealed class ForecastSettings
{
    private readonly Dictionary<string, double> _values =
        ResourceTable.Load("Forecasts", "forecast-settings.tsv").Rows.ToDictionary(r => r["key"], r => r.Number("value"), StringComparer.Ordinal);

    public static ForecastSettings Shipped { get; } = new();

    /// <summary>η: the power of the game's hazard ratio.</summary>
    public double TiltExponent => _values["tilt-exponent"];

    /// <summary>σ: standard deviation of the game's own error in a log hazard.</summary>
    public double Discrepancy => _values["discrepancy"];

    /// <summary>Largest absolute log tilt at which the discrepancy is full.</summary>
    public double DiscrepancyAt => _values["discrepancy-at"];

    /// <summary>Largest absolute log of a hazard ratio.</summary>
    public double TiltCap => _values["tilt-cap"];

    /// <summary>Added to the game's hazards, per week.</summary>
    public double HazardFloor => _values["hazard-floor"];

    /// <summary>Events of the parent class that a class starts from.</summary>
    public double PoolingEvents => _values["pooling-events"];

    /// <summary>Share of removals by force that a raid brings about.</summary>
    public double RemovalByRaid => _values["removal-by-raid"];

    /// <summary>Largest change below which an influence is not listed.</summary>
    public double InfluenceMinimum => _values["influence-minimum"];
}
