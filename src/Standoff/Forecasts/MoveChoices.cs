using System.Collections.Immutable;
using System.Globalization;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>What each side would do now, the parameters at their medians and the crisis in its likeliest state.</summary>
internal static class MoveChoices
{
    public static ImmutableArray<MoveChoice> Of(ForecastModel model)
    {
        var paths = StandoffGame.Solve(model.CaseParameters.AtMedians(model.Start.Mode, model.Departure));
        var crisis = model.Crisis;
        return
        [
            .. paths.ChallengerNow.Select(c => Describe(crisis.Challenger.Name, c, model.Departure)),
            .. paths.LeaderNow.Select(c => Describe(crisis.Target.Leader ?? crisis.Target.Name, c, model.Departure)),
        ];
    }

    private static MoveChoice Describe(string player, StandoffChoice choice, bool departure) =>
        new(player, NameOf(choice.Move, departure), choice.Probability, choice.Value, WhyNot(player, choice));

    private static string WhyNot(string player, StandoffChoice choice) => choice.ChangeToPrefer switch
    {
        <= 0 => "",
        double.PositiveInfinity => $"No change of value would make it the likeliest: {player} does not weigh values.",
        var change => string.Create(CultureInfo.InvariantCulture, $"It would be the likeliest if it were worth {change:0.00} more to {player}."),
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
