using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Crises;

/// <summary>Writes the parameters of one draw into a lane of the game's numbers.</summary>
internal static class StandoffNumbers
{
    private const int Challenger = StandoffTree.Challenger;
    private const int Leader = StandoffTree.Leader;
    // A crisis on the highest rung fades at a quarter of the rate of one on the lowest.
    private const double FadingLostPerRung = 0.75 / (int)Rung.LimitedStrikes;

    public static void Write(StandoffTree tree, FiniteHorizonNumbers numbers, int lane, StandoffParameters p)
    {
        numbers.SetDiscount(lane, p.Discount);
        numbers.SetRationality(lane, Challenger, p.ChallengerRationality);
        numbers.SetRationality(lane, Leader, p.LeaderRationality);
        foreach (var place in tree.Places)
        {
            WriteWeek(numbers, lane, p, place);
            WriteChallenger(numbers, lane, p, place);
            WriteForce(numbers, lane, p, place);
            WriteLeader(numbers, lane, p, place);
            WriteNature(numbers, lane, p, place);
        }
    }

    private static void WriteWeek(FiniteHorizonNumbers n, int lane, StandoffParameters p, StandoffTree.Place place)
    {
        n.SetNodePayoff(lane, place.WeekNode, Challenger, -p.LadderCost * place.Rung);
        n.SetNodePayoff(lane, place.WeekNode, Leader, p.LeaderOffice - (p.LadderPressure * place.Rung));
        n.SetEdgeWeight(lane, place.ChallengerMoves, p.ChallengerInitiative);
        n.SetEdgeWeight(lane, place.LeaderMoves, p.LeaderInitiative);
        n.SetEdgeWeight(lane, place.NobodyMoves, Math.Max(0, 1 - p.ChallengerInitiative - p.LeaderInitiative));
    }

    private static void WriteChallenger(FiniteHorizonNumbers n, int lane, StandoffParameters p, StandoffTree.Place place)
    {
        var retreat = p.AudienceCost * (p.RetreatBase + (place.Ultimatum ? p.RetreatUltimatum : 0) + (p.RetreatRung * place.Rung));
        n.SetEdgeWeight(lane, place[StandoffMove.Hold], p.WeightHold);
        SetWeight(n, lane, place[StandoffMove.Climb], p.WeightClimb);
        SetWeight(n, lane, place[StandoffMove.Ultimatum], p.WeightUltimatum);
        SetEdge(n, lane, place[StandoffMove.Drop], p.WeightDrop, -retreat, p.DropReward);
        SetEdge(n, lane, place[StandoffMove.Raid], p.WeightRaid, -p.RaidCost, 0);
        SetEdge(n, lane, place[StandoffMove.Invade], p.WeightInvade, -p.InvasionCost, 0);
        SetEdge(n, lane, place[StandoffMove.Accept], p.WeightAccept, p.DemandIsDeparture ? p.CompromiseOnDeparture : p.Compromise, p.LeaderCompromise);
        n.SetEdgeWeight(lane, place[StandoffMove.Refuse], p.WeightRefuse);
    }

    private static void WriteForce(FiniteHorizonNumbers n, int lane, StandoffParameters p, StandoffTree.Place place)
    {
        var seized = p.DemandIsDeparture ? p.RaidSuccess : 0;
        var gain = p.ValueOfDemand - p.RaidDayAfterLoss;
        SetEdge(n, lane, place.RaidRemoves, seized, gain, -p.LossOnRemoval);
        SetEdge(n, lane, place.RaidEnforces, p.RaidSuccess - seized, gain, p.ConcessionValue - p.LeaderResolve);
        SetEdge(n, lane, place.RaidFails, 1 - p.RaidSuccess, -p.RaidFailureCost, 0);
        SetEdge(n, lane, place.InvasionRemoves, p.InvasionSuccess, p.ValueOfDemand - p.InvasionDayAfterLoss, -p.LossOnRemoval);
        SetEdge(n, lane, place.InvasionFails, 1 - p.InvasionSuccess, 0, p.DropReward);
    }

    private static void WriteLeader(FiniteHorizonNumbers n, int lane, StandoffParameters p, StandoffTree.Place place)
    {
        var broken = place.Exit ? p.GuaranteeBroken : p.GuaranteeBrokenWithoutOffer;
        // A broken assurance costs a leader who left everything, one who conceded and stayed in office what the concession bought.
        var givingWay = p.DemandIsDeparture
            ? ((1 - broken) * p.ExitValue) - (broken * p.LossOnRemoval) - p.LeaderResolve
            : ((1 - broken) * p.ConcessionValue) - p.LeaderResolve;
        var onTerms = place.Exit && p.DemandIsDeparture ? p.WeightLeave : 0;
        n.SetEdgeWeight(lane, place[StandoffMove.Defy], p.WeightDefy);
        n.SetEdgeWeight(lane, place[StandoffMove.CounterOffer], p.WeightCounterOffer);
        SetEdge(n, lane, place[StandoffMove.Leave], p.WeightLeave - onTerms, p.ValueOfDemand, givingWay);
        SetEdge(n, lane, place.LeavesOnTerms, onTerms, p.ValueOfDemand, givingWay);
    }

    // Competing risks of one week: P(event k) = (1 − e^{−H})·h_k/H with H the sum of the rates h_k.
    private static void WriteNature(FiniteHorizonNumbers n, int lane, StandoffParameters p, StandoffTree.Place place)
    {
        var incident = place.Incident < 0 ? 0 : p.IncidentRate * place.Rung;
        var turn = place.Cracked ? p.CohesionHealRate : p.CohesionBreakRate + (p.CohesionBreakPerRung * place.Rung);
        var lapse = place.Exit ? p.OfferLapseRate : 0;
        var fall = p.NaturalExitRate + (place.Cracked ? p.OusterRateCracked : p.OusterRate);
        var fade = p.FadingRate * (1 - (FadingLostPerRung * place.Rung));
        var sum = incident + turn + lapse + fall + fade;
        var still = ElementaryFunctions.Exp(-sum);
        var share = sum > 0 ? (1 - still) / sum : 0;
        n.SetEdgeWeight(lane, place.Nothing, still);
        SetWeight(n, lane, place.Incident, incident * share);
        n.SetEdgeWeight(lane, place.CohesionTurns, turn * share);
        SetWeight(n, lane, place.OfferLapses, lapse * share);
        SetEdge(n, lane, place.Falls, fall * share, p.InternalExitValue * (p.DemandIsDeparture ? 1 : 0.5), -p.LossOnRemoval);
        SetEdge(n, lane, place.Fades, fade * share, 0, p.DropReward);
    }

    private static void SetWeight(FiniteHorizonNumbers n, int lane, int edge, double weight)
    {
        if (edge >= 0)
            n.SetEdgeWeight(lane, edge, weight);
    }

    private static void SetEdge(FiniteHorizonNumbers n, int lane, int edge, double weight, double challenger, double leader)
    {
        if (edge < 0)
            return;
        n.SetEdgeWeight(lane, edge, weight);
        n.SetEdgePayoff(lane, edge, Challenger, challenger);
        n.SetEdgePayoff(lane, edge, Leader, leader);
    }
}
