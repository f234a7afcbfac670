using System.Collections.Immutable;
using System.Globalization;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>What each side would do now, the parameters at their medians and the crisis in its likeliest state.</summary>
internal static class MoveChoices
{
    private static readonly string[] ChallengerTypes = [TypeBeliefs.NameOf(ChallengerType.Hesitant), TypeBeliefs.NameOf(ChallengerType.Determined)];
    private static readonly string[] LeaderTypes = [TypeBeliefs.NameOf(LeaderType.Yielding), TypeBeliefs.NameOf(LeaderType.Resolute)];

    public static ImmutableArray<MoveChoice> Of(Crisis crisis, StandoffPaths paths)
    {
        var departure = crisis.Demand.Kind == DemandKind.LeaderDeparture;
        return
        [
            .. paths.ChallengerNow.Select(c => Describe(ChallengerOf(crisis), ChallengerTypes, c, departure)),
            .. paths.LeaderNow.Select(c => Describe(LeaderOf(crisis), LeaderTypes, c, departure)),
        ];
    }

    public static string ChallengerOf(Crisis crisis) => crisis.Challenger.Name;

    public static string LeaderOf(Crisis crisis) => crisis.Target.Leader ?? crisis.Target.Name;

    private static MoveChoice Describe(string player, string[] types, StandoffChoice choice, bool departure) =>
        new(player, NameOf(choice.Move, departure), choice.Probability, choice.Value, WhyNot(player, types, choice));

    private static string WhyNot(string player, string[] types, StandoffChoice choice) => choice.ChangeToPrefer switch
    {
        <= 0 => "",
        double.PositiveInfinity => $"No change of value would make it the likeliest: {player} does not weigh values.",
        var change => string.Create(CultureInfo.InvariantCulture, $"It would be the likeliest if it were worth {change:0.00} more to {player}: {string.Join(", ", types.Select((t, i) => ByType(t, choice.ByType[i])))}."),
    };

    private static string ByType(string type, StandoffTypeChoice choice) => choice.ChangeToPrefer switch
    {
        <= 0 => $"if {type}, it is the likeliest already",
        double.PositiveInfinity => $"if {type}, never",
        var change => string.Create(CultureInfo.InvariantCulture, $"{change:0.00} if {type}"),
    };

    private static string NameOf(StandoffMove move, bool departure) => move switch
    {
        StandoffMove.Hold => "hold",
        StandoffMove.Climb => "climb a rung",
        StandoffMove.Ultimatum => "give an ultimatum with an exit offer",
        StandoffMove.Drop => "drop the demand",
        StandoffMove.Raid => "raid",
        StandoffMove.Invade => "invade",
        StandoffMove.Defy => "defy",
        StandoffMove.CounterOffer => "make a counter-offer",
        StandoffMove.Leave => departure ? "leave" : "give way",
        StandoffMove.Accept => "accept",
        _ => "refuse",
    };
}
