namespace Standoff.Crises;

public sealed partial record StandoffParameters
{
    /// <summary>What compliance with the core demand is worth to the challenger: the unit of its payoffs. Unit: payoff.</summary>
    public double ValueOfDemand { get => values[(int)Index.ValueOfDemand]; init => values[(int)Index.ValueOfDemand] = value; }

    /// <summary>A: scale of what dropping the demand costs the challenger at home and abroad; ≥ 0. Unit: payoff.</summary>
    public double AudienceCost { get => values[(int)Index.AudienceCost]; init => values[(int)Index.AudienceCost] = value; }

    /// <summary>k₀: share of A that any dropped demand costs; ≥ 0. Unit: share.</summary>
    public double RetreatBase { get => values[(int)Index.RetreatBase]; init => values[(int)Index.RetreatBase] = value; }

    /// <summary>k_u: share of A added once an ultimatum was given; ≥ 0. Unit: share.</summary>
    public double RetreatUltimatum { get => values[(int)Index.RetreatUltimatum]; init => values[(int)Index.RetreatUltimatum] = value; }

    /// <summary>k_g: share of A added by each rung reached (sunk costs and visibility); ≥ 0. Unit: share/rung.</summary>
    public double RetreatRung { get => values[(int)Index.RetreatRung]; init => values[(int)Index.RetreatRung] = value; }

    /// <summary>q: what a compromise is worth to the challenger (demands other than departure). Unit: payoff.</summary>
    public double Compromise { get => values[(int)Index.Compromise]; init => values[(int)Index.Compromise] = value; }

    /// <summary>q where the demand is the leader's departure. Unit: payoff.</summary>
    public double CompromiseOnDeparture { get => values[(int)Index.CompromiseOnDeparture]; init => values[(int)Index.CompromiseOnDeparture] = value; }

    /// <summary>c: what standing on the ladder costs the challenger, per rung and week; ≥ 0. Unit: payoff/rung/week.</summary>
    public double LadderCost { get => values[(int)Index.LadderCost]; init => values[(int)Index.LadderCost] = value; }

    /// <summary>p_h: chance that a raid attains the demand (a leader seized or killed, a site destroyed). Unit: probability.</summary>
    public double RaidSuccess { get => values[(int)Index.RaidSuccess]; init => values[(int)Index.RaidSuccess] = value; }

    /// <summary>D: expected loss of the day after a raid that succeeds. Unit: payoff.</summary>
    public double RaidDayAfterLoss { get => values[(int)Index.RaidDayAfterLoss]; init => values[(int)Index.RaidDayAfterLoss] = value; }

    /// <summary>f: what a failed raid costs the challenger. Unit: payoff.</summary>
    public double RaidFailureCost { get => values[(int)Index.RaidFailureCost]; init => values[(int)Index.RaidFailureCost] = value; }

    /// <summary>κ: cost of any raid to the challenger, lives and law included; ≥ 0. Unit: payoff.</summary>
    public double RaidCost { get => values[(int)Index.RaidCost]; init => values[(int)Index.RaidCost] = value; }

    /// <summary>p_h^v: chance that an invasion attains the demand. Unit: probability.</summary>
    public double InvasionSuccess { get => values[(int)Index.InvasionSuccess]; init => values[(int)Index.InvasionSuccess] = value; }

    /// <summary>D^v: expected loss of the day after an invasion that succeeds. Unit: payoff.</summary>
    public double InvasionDayAfterLoss { get => values[(int)Index.InvasionDayAfterLoss]; init => values[(int)Index.InvasionDayAfterLoss] = value; }

    /// <summary>κ^v: cost of an invasion to the challenger; ≥ 0. Unit: payoff.</summary>
    public double InvasionCost { get => values[(int)Index.InvasionCost]; init => values[(int)Index.InvasionCost] = value; }

    /// <summary>What the leader's fall by other hands is worth to the challenger where the demand is his departure; half of it otherwise. Unit: payoff.</summary>
    public double InternalExitValue { get => values[(int)Index.InternalExitValue]; init => values[(int)Index.InternalExitValue] = value; }

    /// <summary>o: what a week in office is worth to the leader; 0.03 makes the solved horizon worth about 1. Unit: payoff/week.</summary>
    public double LeaderOffice { get => values[(int)Index.LeaderOffice]; init => values[(int)Index.LeaderOffice] = value; }

    /// <summary>s: what each rung takes from a week in office; ≥ 0. Unit: payoff/rung/week.</summary>
    public double LadderPressure { get => values[(int)Index.LadderPressure]; init => values[(int)Index.LadderPressure] = value; }

    /// <summary>ξ: what a safe life out of office is worth to the leader. Unit: payoff.</summary>
    public double ExitValue { get => values[(int)Index.ExitValue]; init => values[(int)Index.ExitValue] = value; }

    /// <summary>What conceding the demand and staying in office is worth to the leader (demands other than departure); a broken assurance loses it. Unit: payoff.</summary>
    public double ConcessionValue { get => values[(int)Index.ConcessionValue]; init => values[(int)Index.ConcessionValue] = value; }

    /// <summary>b: chance that the guarantee or assurance behind an offer is broken; an indictment of the leader by the challenger raises it. Unit: probability.</summary>
    public double GuaranteeBroken { get => values[(int)Index.GuaranteeBroken]; init => values[(int)Index.GuaranteeBroken] = value; }

    /// <summary>b where no exit offer is on the table. Unit: probability.</summary>
    public double GuaranteeBrokenWithoutOffer { get => values[(int)Index.GuaranteeBrokenWithoutOffer]; init => values[(int)Index.GuaranteeBrokenWithoutOffer] = value; }

    /// <summary>L: what removal costs the leader beyond the lost office; ≥ 0. Unit: payoff.</summary>
    public double LossOnRemoval { get => values[(int)Index.LossOnRemoval]; init => values[(int)Index.LossOnRemoval] = value; }

    /// <summary>r: what giving way costs the leader in honour and in the eyes of his coalition. Unit: payoff.</summary>
    public double LeaderResolve { get => values[(int)Index.LeaderResolve]; init => values[(int)Index.LeaderResolve] = value; }

    /// <summary>R: what the challenger's dropping the demand is worth to the leader. Unit: payoff.</summary>
    public double DropReward { get => values[(int)Index.DropReward]; init => values[(int)Index.DropReward] = value; }

    /// <summary>What a compromise is worth to the leader. Unit: payoff.</summary>
    public double LeaderCompromise { get => values[(int)Index.LeaderCompromise]; init => values[(int)Index.LeaderCompromise] = value; }

    /// <summary>Chance that the week's move is the challenger's. Unit: probability.</summary>
    public double ChallengerInitiative { get => values[(int)Index.ChallengerInitiative]; init => values[(int)Index.ChallengerInitiative] = value; }

    /// <summary>Chance that the week's move is the leader's. Unit: probability.</summary>
    public double LeaderInitiative { get => values[(int)Index.LeaderInitiative]; init => values[(int)Index.LeaderInitiative] = value; }

    /// <summary>Rate of incidents that push the crisis one rung up, per rung reached; ≥ 0. Unit: 1/week/rung.</summary>
    public double IncidentRate { get => values[(int)Index.IncidentRate]; init => values[(int)Index.IncidentRate] = value; }

    /// <summary>Rate of the leader's death or ordinary loss of office. Unit: 1/week.</summary>
    public double NaturalExitRate { get => values[(int)Index.NaturalExitRate]; init => values[(int)Index.NaturalExitRate] = value; }

    /// <summary>Rate at which the leader's own coalition ousts him while it holds together. Unit: 1/week.</summary>
    public double OusterRate { get => values[(int)Index.OusterRate]; init => values[(int)Index.OusterRate] = value; }

    /// <summary>The same once cohesion has cracked. Unit: 1/week.</summary>
    public double OusterRateCracked { get => values[(int)Index.OusterRateCracked]; init => values[(int)Index.OusterRateCracked] = value; }

    /// <summary>Rate at which the coalition's cohesion cracks in peace; ≥ 0. Unit: 1/week.</summary>
    public double CohesionBreakRate { get => values[(int)Index.CohesionBreakRate]; init => values[(int)Index.CohesionBreakRate] = value; }

    /// <summary>What each rung adds to that rate; ≥ 0. Unit: 1/week/rung.</summary>
    public double CohesionBreakPerRung { get => values[(int)Index.CohesionBreakPerRung]; init => values[(int)Index.CohesionBreakPerRung] = value; }

    /// <summary>Rate at which a cracked coalition closes ranks (rally); ≥ 0. Unit: 1/week.</summary>
    public double CohesionHealRate { get => values[(int)Index.CohesionHealRate]; init => values[(int)Index.CohesionHealRate] = value; }

    /// <summary>Rate at which the crisis fades without an ending, at the lowest rung; falls linearly to a quarter at the highest. Unit: 1/week.</summary>
    public double FadingRate { get => values[(int)Index.FadingRate]; init => values[(int)Index.FadingRate] = value; }

    /// <summary>Rate at which an exit offer on the table lapses; ≥ 0. Unit: 1/week.</summary>
    public double OfferLapseRate { get => values[(int)Index.OfferLapseRate]; init => values[(int)Index.OfferLapseRate] = value; }

    /// <summary>δ: weight of the next week in either player's payoff, in (0, 1]. Unit: factor/week.</summary>
    public double Discount { get => values[(int)Index.Discount]; init => values[(int)Index.Discount] = value; }

    /// <summary>λ of the challenger; ≥ 0. Unit: 1/payoff.</summary>
    public double ChallengerRationality { get => values[(int)Index.ChallengerRationality]; init => values[(int)Index.ChallengerRationality] = value; }

    /// <summary>λ of the leader; ≥ 0. Unit: 1/payoff.</summary>
    public double LeaderRationality { get => values[(int)Index.LeaderRationality]; init => values[(int)Index.LeaderRationality] = value; }

    /// <summary>Base weight of holding: the unit of the challenger's weights; > 0. Unit: weight.</summary>
    public double WeightHold { get => values[(int)Index.WeightHold]; init => values[(int)Index.WeightHold] = value; }

    /// <summary>Base weight of climbing a rung. Unit: weight.</summary>
    public double WeightClimb { get => values[(int)Index.WeightClimb]; init => values[(int)Index.WeightClimb] = value; }

    /// <summary>Base weight of an ultimatum with an exit offer. Unit: weight.</summary>
    public double WeightUltimatum { get => values[(int)Index.WeightUltimatum]; init => values[(int)Index.WeightUltimatum] = value; }

    /// <summary>Base weight of dropping the demand. Unit: weight.</summary>
    public double WeightDrop { get => values[(int)Index.WeightDrop]; init => values[(int)Index.WeightDrop] = value; }

    /// <summary>Base weight of a raid (from a show of force upwards). Unit: weight.</summary>
    public double WeightRaid { get => values[(int)Index.WeightRaid]; init => values[(int)Index.WeightRaid] = value; }

    /// <summary>Base weight of an invasion (from a show of force upwards). Unit: weight.</summary>
    public double WeightInvade { get => values[(int)Index.WeightInvade]; init => values[(int)Index.WeightInvade] = value; }

    /// <summary>Base weight of defying: the unit of the leader's weights; > 0. Unit: weight.</summary>
    public double WeightDefy { get => values[(int)Index.WeightDefy]; init => values[(int)Index.WeightDefy] = value; }

    /// <summary>Base weight of a counter-offer. Unit: weight.</summary>
    public double WeightCounterOffer { get => values[(int)Index.WeightCounterOffer]; init => values[(int)Index.WeightCounterOffer] = value; }

    /// <summary>Base weight of giving way (leaving, where the demand is a departure). Unit: weight.</summary>
    public double WeightLeave { get => values[(int)Index.WeightLeave]; init => values[(int)Index.WeightLeave] = value; }

    /// <summary>Base weight of accepting a counter-offer. Unit: weight.</summary>
    public double WeightAccept { get => values[(int)Index.WeightAccept]; init => values[(int)Index.WeightAccept] = value; }

    /// <summary>Base weight of refusing a counter-offer: the unit; > 0. Unit: weight.</summary>
    public double WeightRefuse { get => values[(int)Index.WeightRefuse]; init => values[(int)Index.WeightRefuse] = value; }

    /// <summary>Chance that limited strikes attain the demand when they begin (demands other than departure). Unit: probability.</summary>
    public double StrikeSuccess { get => values[(int)Index.StrikeSuccess]; init => values[(int)Index.StrikeSuccess] = value; }

    /// <summary>What force, used off the target's soil or on it, adds to a week in office: the public rallies; apart from what it does to the coalition's cohesion. Unit: payoff/week.</summary>
    public double Rally { get => values[(int)Index.Rally]; init => values[(int)Index.Rally] = value; }

    /// <summary>γ: how much third parties move costs, success and compromise, see <see cref="ThirdPartySupport"/>; ≥ 0. Unit: log/support.</summary>
    public double ThirdPartyPull { get => values[(int)Index.ThirdPartyPull]; init => values[(int)Index.ThirdPartyPull] = value; }

    /// <summary>Chance that a partner of the challenger's coalition drops out before costs come due. Unit: probability.</summary>
    public double CoalitionDropout { get => values[(int)Index.CoalitionDropout]; init => values[(int)Index.CoalitionDropout] = value; }

    /// <summary>Chance that the challenger is of the determined type, before its moves are seen. Unit: probability.</summary>
    public double ChallengerDetermined { get => values[(int)Index.ChallengerDetermined]; init => values[(int)Index.ChallengerDetermined] = value; }

    /// <summary>What force costs the hesitant challenger over what it costs the determined one; the mean stays. Unit: ratio.</summary>
    public double ForceCostRatio { get => values[(int)Index.ForceCostRatio]; init => values[(int)Index.ForceCostRatio] = value; }

    /// <summary>What dropping the demand costs the determined challenger over what it costs the hesitant one; the mean stays. Unit: ratio.</summary>
    public double RetreatRatio { get => values[(int)Index.RetreatRatio]; init => values[(int)Index.RetreatRatio] = value; }

    /// <summary>By how much more the leader's removal is worth to the determined challenger, who aims at it, than to the hesitant one, where the demand is another; the mean stays. Unit: share.</summary>
    public double RemovalAimGap { get => values[(int)Index.RemovalAimGap]; init => values[(int)Index.RemovalAimGap] = value; }

    /// <summary>Chance that the leader is of the resolute type, before his moves are seen. Unit: probability.</summary>
    public double LeaderResolute { get => values[(int)Index.LeaderResolute]; init => values[(int)Index.LeaderResolute] = value; }

    /// <summary>What giving way costs the resolute leader more than the yielding one; the mean stays r. Unit: payoff.</summary>
    public double ResolveGap { get => values[(int)Index.ResolveGap]; init => values[(int)Index.ResolveGap] = value; }

    /// <summary>Chance of a broken guarantee as the resolute, distrustful leader has it over that of the yielding one; the mean stays b. Unit: ratio.</summary>
    public double DistrustRatio { get => values[(int)Index.DistrustRatio]; init => values[(int)Index.DistrustRatio] = value; }

    /// <summary>Chance that the determined challenger breaks a guarantee over that of the hesitant one; the mean stays b. Unit: ratio.</summary>
    public double RemovalAimBreaks { get => values[(int)Index.RemovalAimBreaks]; init => values[(int)Index.RemovalAimBreaks] = value; }

    // In the order of the table of defaults.
    private enum Index
    {
        ValueOfDemand,
        AudienceCost,
        RetreatBase,
        RetreatUltimatum,
        RetreatRung,
        Compromise,
        CompromiseOnDeparture,
        LadderCost,
        RaidSuccess,
        RaidDayAfterLoss,
        RaidFailureCost,
        RaidCost,
        InvasionSuccess,
        InvasionDayAfterLoss,
        InvasionCost,
        InternalExitValue,
        LeaderOffice,
        LadderPressure,
        ExitValue,
        ConcessionValue,
        GuaranteeBroken,
        GuaranteeBrokenWithoutOffer,
        LossOnRemoval,
        LeaderResolve,
        DropReward,
        LeaderCompromise,
        ChallengerInitiative,
        LeaderInitiative,
        IncidentRate,
        NaturalExitRate,
        OusterRate,
        OusterRateCracked,
        CohesionBreakRate,
        CohesionBreakPerRung,
        CohesionHealRate,
        FadingRate,
        OfferLapseRate,
        Discount,
        ChallengerRationality,
        LeaderRationality,
        WeightHold,
        WeightClimb,
        WeightUltimatum,
        WeightDrop,
        WeightRaid,
        WeightInvade,
        WeightDefy,
        WeightCounterOffer,
        WeightLeave,
        WeightAccept,
        WeightRefuse,
        StrikeSuccess,
        Rally,
        ThirdPartyPull,
        CoalitionDropout,
        ChallengerDetermined,
        ForceCostRatio,
        RetreatRatio,
        RemovalAimGap,
        LeaderResolute,
        ResolveGap,
        DistrustRatio,
        RemovalAimBreaks,
    }
}
