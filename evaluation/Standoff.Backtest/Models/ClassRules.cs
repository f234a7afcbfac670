using System.Globalization;
using Standoff.Backtest.Sources;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Backtest.Models;

/// <summary>Which reference classes a case of the data belongs to, by the conditions of the product's table.</summary>
internal static class ClassRules
{
    private const int UnitedStates = 2;

    private static readonly int ChallengerMajor = CovariateTable.IndexOf("challenger-major");
    private static readonly int TargetMajor = CovariateTable.IndexOf("target-major");
    private static readonly int Neighbours = CovariateTable.IndexOf("neighbours");
    private static readonly int Many = CovariateTable.IndexOf("many-challengers");

    /// <summary>Classes that count whole crises, their force included.</summary>
    public static bool IsOfCrises(ReferenceClass item) => item.Informs.Contains("endings") && item.Informs.Contains("force");

    public static bool Holds(ReferenceClass item, PastCase @case) =>
        @case.Year >= FirstYear(item)
        && HoldsOfChallenger(item.Challenger, @case)
        && (item.Target != "minor" || @case.Covariates[TargetMajor] == 0)
        && (item.Demand == "any" || @case.IsDeparture)
        && (item.Act == "any" || (item.Act == "display" && @case.Rung == Rung.ShowOfForce))
        && (item.Adjacent == "any" || @case.Covariates[Neighbours] == 1);

    // Every class but that of organisations counts crises that one state triggered.
    private static bool HoldsOfChallenger(string condition, PastCase @case) => condition switch
    {
        "organisation" => @case.Covariates[Many] == 1,
        "us" => @case.Challenger == UnitedStates,
        "major" => @case.Challenger is not null && @case.Covariates[ChallengerMajor] == 1,
        _ => @case.Challenger is not null,
    };

    private static int FirstYear(ReferenceClass item) => int.Parse(item.Era.AsSpan(0, 4), CultureInfo.InvariantCulture);
}
