using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>Writes the brief of a forecast.</summary>
public static class BriefBuilder
{
    /// <summary>The brief of a forecast; a pure function of its arguments.</summary>
    public static Brief Build(Ledger ledger, Crisis crisis, Forecast forecast, BriefOptions options)
        => throw new NotSupportedException();
}
