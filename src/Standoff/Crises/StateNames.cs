using Standoff.Reading.Mentions;

namespace Standoff.Crises;

/// <summary>Names under which the tables keep states that history knows by several.</summary>
internal static class StateNames
{
    /// <summary>The first name of the state's Correlates-of-War code: Russia for the Soviet Union, Zimbabwe for Rhodesia; the name itself where there is none.</summary>
    public static string Standing(string name) => Gazetteer.Shipped.FindState(name) is { Cow: > 0 } state ? Gazetteer.Shipped.FindStateByCow(state.Cow)!.Name : name;
}
