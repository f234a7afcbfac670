using Standoff.Crises;

namespace Standoff.ReferenceClasses;

/// <summary>Which demand a case is read as: the same record ends differently if the demand is that the leader goes.</summary>
internal enum Reading
{
    /// <summary>Any demand but a departure.</summary>
    Policy,

    /// <summary>The demand is that the leader goes.</summary>
    Departure,
}

/// <summary>One historical case, followed from its trigger to its first ending or to the end of the record.</summary>
/// <param name="Key">Number in its data set, for the listing.</param>
/// <param name="Year">Year of the trigger.</param>
/// <param name="Challenger">Correlates-of-War code of who triggered it.</param>
/// <param name="Target">Code of the state that was put under pressure.</param>
/// <param name="Weeks">From the trigger to the ending.</param>
/// <param name="Policy">How it ended, the demand being one of policy; <see cref="Ending.None"/> if the record stops first.</param>
/// <param name="Departure">How it ended if the demand is read as the leader's departure.</param>
/// <param name="Force">Greatest force, shares of one case for each level (the data do not tell strikes from raids).</param>
/// <param name="ForceWeek">When force began, if it did; 0 where a violent act set the crisis off and force followed.</param>
internal sealed record HistoricalCase(
    string Key, int Year, int Challenger, int Target, double Weeks, Ending Policy, Ending Departure, double[] Force, double? ForceWeek)
{
    /// <summary>Whether a violent act set it off.</summary>
    public bool IsViolentStart { get; init; }

    /// <summary>When force came after the act that set the crisis off, if it did: the first there was where it began without, new force where it began with some.</summary>
    public double? NewForceWeek { get; init; }

    public Ending Ended(Reading reading) => reading == Reading.Departure ? Departure : Policy;
}
