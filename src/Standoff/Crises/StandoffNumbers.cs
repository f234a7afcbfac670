using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Crises;

/// <summary>Writes the parameters of one draw into a lane of the game's numbers.</summary>
internal static class StandoffNumbers
{
    private const int Challenger = StandoffTree.Challenger;
    private const int Leader = StandoffTree.Leader;
    private static readonly double FadingLostPerRung = CrisisSettings.Of("fading.lost") / (int)Rung.LimitedStrikes;
    private static readonly double ExitForOtherDemand = CrisisSettings.Of("internal-exit.other-demand");

    public static void Write(StandoffTree tree, FiniteHorizonNumbers numbers, int lane, StandoffParameters p)
    {
        numbers.SetDiscount(lane, p.Discount);
        numbers.SetRationality(lane, Challenger, p.ChallengerRationality);
        numbers.SetRationality(lane, Leader, p.LeaderRationality);
        numbers.SetTypeChance(lane, Challenger, (int)ChallengerType.Determined, p.ChallengerDetermined);
        numbers.SetTypeChance(lane, Challenger, (int)ChallengerType.Hesitant, 1 - p.ChallengerDetermined);
        numbers.SetTypeChance(lane, Leader, (int)LeaderType.Resolute, p.LeaderResolute);
        numbers.SetTypeChance(lane, Leader, (int)LeaderType.Yielding, 1 - p.LeaderResolute);
        var types = new StandoffTypes(p);
        foreach (var place in tree.Places)
        {
            WriteWeek(numbers, lane, p, types, place);
            WriteWeights(numbers, lane, p, place);
            WriteForce(numbers, lane, p, types, place);
            WriteNature(numbers, lane, p, place);
        }

        for (var profile = 0; profile < StandoffTypes.Space.ProfileCount; profile++)
            WritePayoffs(tree, new Payoffs(numbers, lane, profile), p, types);
    }

    private static void WriteWeek(FiniteHorizonNumbers n, int lane, StandoffParameters p, StandoffTypes types, StandoffTree.Place place)
    {
        var rally = place.Rung >= (int)Rung.ForceOffSoil ? p.Rally : 0;
        n.SetNodePayoff(lane, place.WeekNode, Challenger, -p.LadderCost * types.Shared * place.Rung);
        n.SetNodePayoff(lane, place.WeekNode, Leader, p.LeaderOffice - (p.LadderPressure * place.Rung) + rally);
        n.SetEdgeWeight(lane, place.ChallengerMoves, p.ChallengerInitiative);
        n.SetEdgeWeight(lane, place.LeaderMoves, p.LeaderInitiative);
        n.SetEdgeWeight(lane, place.NobodyMoves, Math.Max(0, 1 - p.ChallengerInitiative - p.LeaderInitiative));
    }

    private static void WriteWeights(FiniteHorizonNumbers n, int lane, StandoffParameters p, StandoffTree.Place place)
    {
        n.SetEdgeWeight(lane, place[StandoffMove.Hold], p.WeightHold);
        SetWeight(n, lane, place[StandoffMove.Climb], p.WeightClimb);
        SetWeight(n, lane, place[StandoffMove.Ultimatum], p.WeightUltimatum);
        SetWeight(n, lane, place[StandoffMove.Drop], p.WeightDrop);
        SetWeight(n, lane, place[StandoffMove.Raid], p.WeightRaid);
        SetWeight(n, lane, place[StandoffMove.Invade], p.WeightInvade);
        n.SetEdgeWeight(lane, place[StandoffMove.Accept], p.WeightAccept);
        n.SetEdgeWeight(lane, place[StandoffMove.Refuse], p.WeightRefuse);
        var onTerms = place.Exit && p.DemandIsDeparture ? p.WeightLeave : 0;
        n.SetEdgeWeight(lane, place[StandoffMove.Defy], p.WeightDefy);
        n.SetEdgeWeight(lane, place[StandoffMove.CounterOffer], p.WeightCounterOffer);
        n.SetEdgeWeight(lane, place[StandoffMove.Leave], p.WeightLeave - onTerms);
        SetWeight(n, lane, place.LeavesOnTerms, onTerms);
    }

    private static void WriteForce(FiniteHorizonNumbers n, int lane, StandoffParameters p, StandoffTypes types, StandoffTree.Place place)
    {
        var seized = p.DemandIsDeparture ? p.RaidSuccess : 0;
        var invaded = types.InvasionSuccess;
        var struck = p.DemandIsDeparture ? 0 : p.StrikeSuccess;
        SetWeight(n, lane, place.RaidRemoves, seized);
        SetWeight(n, lane, place.RaidEnforces, p.RaidSuccess - seized);
        SetWeight(n, lane, place.RaidFails, 1 - p.RaidSuccess);
        SetWeight(n, lane, place.InvasionRemoves, invaded);
        SetWeight(n, lane, place.InvasionFails, 1 - invaded);
        SetWeight(n, lane, place.StrikesEnforce, struck);
        SetWeight(n, lane, place.StrikesGoOn, 1 - struck);
    }

    private static void WritePayoffs(StandoffTree tree, Payoffs n, StandoffParameters p, StandoffTypes types)
    {
        var (challenger, leader) = (StandoffTypes.Challenger(n.Profile), StandoffTypes.Leader(n.Profile));
        var removal = types.RemovalBesides(challenger);
        var force = types.ForceCost(challenger) * types.Shared;
        var conceded = p.ConcessionValue - types.Resolve(leader);
        var compromise = (p.DemandIsDeparture ? p.CompromiseOnDeparture : p.Compromise) * types.Pressed;
        foreach (var place in tree.Places)
        {
            var retreat = p.AudienceCost * types.Retreat(challenger) * (p.RetreatBase + (place.Ultimatum ? p.RetreatUltimatum : 0) + (p.RetreatRung * place.Rung));
            var broken = types.Broken(place.Exit ? p.GuaranteeBroken : p.GuaranteeBrokenWithoutOffer, challenger, leader);
            // A broken assurance costs a leader who left everything, one who conceded and stayed in office what the concession bought.
            var givingWay = p.DemandIsDeparture
                ? ((1 - broken) * p.ExitValue) - (broken * p.LossOnRemoval) - types.Resolve(leader)
                : ((1 - broken) * p.ConcessionValue) - types.Resolve(leader);
            n.Set(place[StandoffMove.Drop], -retreat, p.DropReward);
            n.Set(place[StandoffMove.Raid], -p.RaidCost * force, 0);
            n.Set(place[StandoffMove.Invade], -p.InvasionCost * force * types.AgainstBacking, 0);
            n.Set(place[StandoffMove.Accept], compromise, p.LeaderCompromise);
            n.Set(place[StandoffMove.Leave], p.ValueOfDemand, givingWay);
            n.Set(place.LeavesOnTerms, p.ValueOfDemand, givingWay);
            n.Set(place.RaidRemoves, p.ValueOfDemand + removal - p.RaidDayAfterLoss, -p.LossOnRemoval);
            n.Set(place.RaidEnforces, p.ValueOfDemand - p.RaidDayAfterLoss, conceded);
            n.Set(place.RaidFails, -p.RaidFailureCost, 0);
            n.Set(place.StrikesEnforce, p.ValueOfDemand, conceded);
            n.Set(place.InvasionRemoves, p.ValueOfDemand + removal - p.InvasionDayAfterLoss, -p.LossOnRemoval);
            n.Set(place.InvasionFails, 0, p.DropReward);
            n.Set(place.Falls, (p.InternalExitValue * (p.DemandIsDeparture ? 1 : ExitForOtherDemand)) + removal, -p.LossOnRemoval);
            n.Set(place.Fades, 0, p.DropReward);
        }
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
        n.SetEdgeWeight(lane, place.Falls, fall * share);
        n.SetEdgeWeight(lane, place.Fades, fade * share);
    }

    private static void SetWeight(FiniteHorizonNumbers n, int lane, int edge, double weight)
    {
        if (edge >= 0)
            n.SetEdgeWeight(lane, edge, weight);
    }

    /// <summary>Payoffs of edges under one profile of types, in one lane.</summary>
    private readonly record struct Payoffs(FiniteHorizonNumbers Numbers, int Lane, int Profile)
    {
        public void Set(int edge, double challenger, double leader)
        {
            if (edge < 0)
                return;
            Numbers.SetEdgePayoff(Lane, edge, StandoffTree.Challenger, Profile, challenger);
            Numbers.SetEdgePayoff(Lane, edge, StandoffTree.Leader, Profile, leader);
        }
    }
}
