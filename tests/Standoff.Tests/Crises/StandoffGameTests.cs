using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>The laws of the standoff game, on random crises within the shipped ranges.</summary>
public sealed class StandoffGameTests
{
    // Sums of some thousand products of probabilities: rounding stays far below this.
    private const double Rounding = 1e-12;
    private static readonly Ending[] Endings = Enum.GetValues<Ending>();
    private static readonly Force[] Forces = Enum.GetValues<Force>();

    [Fact]
    public void Probabilities_sum_to_one_every_week() => Law(p =>
    {
        var paths = StandoffGame.Solve(p);
        return Weeks(paths).All(week => Near(1, Endings.Sum(e => paths.Cumulative(e, week))) && Near(1, paths.Force(Force.None, week)))
            && Near(1, paths.ChallengerNow.Sum(c => c.Probability)) && Near(1, paths.LeaderNow.Sum(c => c.Probability)) && Near(1, paths.AnswerNow.Sum(c => c.Probability));
    });

    [Fact]
    public void Every_cell_is_a_probability() => Law(p =>
    {
        var paths = StandoffGame.Solve(p);
        return Weeks(paths).All(week => Endings.All(e => Forces.All(f => paths.Joint(e, f, week) is >= 0 and <= 1 + Rounding)));
    });

    [Fact]
    public void Cumulative_probabilities_never_fall_with_the_horizon() => Law(p =>
    {
        var paths = StandoffGame.Solve(p);
        return Weeks(paths).Skip(1).All(week =>
            Endings.Skip(1).All(e => paths.Cumulative(e, week) >= paths.Cumulative(e, week - 1) - Rounding)
            && Forces.All(f => paths.Force(f, week) >= paths.Force(f, week - 1) - Rounding));
    });

    [Fact]
    public void A_shorter_report_of_the_same_solve_is_its_beginning() => Law(p =>
    {
        var (longer, shorter) = (StandoffGame.Solve(p, 26, 38), StandoffGame.Solve(p, 9, 38));
        return Weeks(shorter).All(week => Endings.All(e => longer.Cumulative(e, week) == shorter.Cumulative(e, week)));
    });

    [Fact]
    public void Hazards_give_the_cumulative_probabilities_back() => Law(p =>
    {
        var paths = StandoffGame.Solve(p);
        var open = 1.0;
        var complied = 0.0;
        for (var week = 1; week <= paths.HorizonWeeks; week++)
        {
            complied += open * paths.Hazard(Ending.Compliance, week);
            open *= 1 - Endings.Skip(1).Sum(e => paths.Hazard(e, week));
        }

        return Near(complied, paths.Cumulative(Ending.Compliance, 26)) && Near(open, paths.Cumulative(Ending.None, 26));
    });

    [Fact]
    public void Payoffs_times_k_with_rationality_over_k_change_nothing() => Law(p =>
    {
        const double k = 4; // a power of two, so that even rounding is the same
        var scaled = p;
        foreach (var prior in StandoffPriors.All)
        {
            if (prior.Unit.StartsWith("payoff", StringComparison.Ordinal))
                scaled = scaled.With(prior.Name, p[prior.Name] * k);
            else if (prior.Unit == "1/payoff")
                scaled = scaled.With(prior.Name, p[prior.Name] / k);
        }

        return SameOutcomes(StandoffGame.Solve(p), StandoffGame.Solve(scaled), 0);
    });

    [Fact]
    public void Base_weights_matter_only_up_to_a_factor() => Law(p =>
    {
        var scaled = p;
        foreach (var prior in StandoffPriors.All.Where(prior => prior.Unit == "weight"))
            scaled = scaled.With(prior.Name, p[prior.Name] * 8);
        return SameOutcomes(StandoffGame.Solve(p), StandoffGame.Solve(scaled), Rounding);
    });

    [Fact]
    public void A_draw_has_the_same_bits_alone_in_company_and_on_any_number_of_threads()
    {
        var draws = Gen.Sample(StandoffCrises.Any(), 50, 37).ToList();
        var one = StandoffGame.SolveAll(draws, null, new() { Threads = 1 });
        var three = StandoffGame.SolveAll(draws, null, new() { Threads = 3 });
        for (var i = 0; i < draws.Count; i++)
        {
            Assert.True(SameOutcomes(one[i], three[i], 0));
            Assert.True(SameOutcomes(one[i], StandoffGame.Solve(draws[i]), 0));
            Assert.Equal(one[i].ChallengerNow.SelectMany(c => c.ByType), three[i].ChallengerNow.SelectMany(c => c.ByType));
        }
    }

    [Fact]
    public void At_week_zero_the_standoff_is_open_and_stands_where_it_starts() => Law(p =>
    {
        var paths = StandoffGame.Solve(p);
        return Math.Abs(paths.ExpectedRung(0) - (int)p.Start.Rung) < Rounding && Near(1, paths.Cumulative(Ending.None, 0));
    });

    // In the last week solved, continuation values are 0: the node's own effects stand alone.
    [Fact]
    public void With_continuation_held_fixed_a_dearer_retreat_is_chosen_less() => Law(p =>
    {
        var (cheap, dear) = (LastWeek(p), LastWeek(p with { AudienceCost = p.AudienceCost + 0.1 }));
        return Probability(dear.ChallengerNow, StandoffMove.Drop) < Probability(cheap.ChallengerNow, StandoffMove.Drop);
    });

    [Fact]
    public void With_continuation_held_fixed_a_better_exit_is_chosen_more() => Law(p =>
    {
        var departure = p with { DemandIsDeparture = true };
        var (poor, good) = (LastWeek(departure), LastWeek(departure with { ExitValue = p.ExitValue + 0.1 }));
        return Probability(good.LeaderNow, StandoffMove.Leave) > Probability(poor.LeaderNow, StandoffMove.Leave);
    });

    [Fact]
    public void The_likeliest_move_needs_no_change_and_the_others_need_what_they_say() => Law(p =>
    {
        var week = LastWeek(p);
        var drop = week.ChallengerNow.Single(c => c.Move == StandoffMove.Drop);
        // Adding Δ to the payoff of dropping multiplies its odds by e^{λΔ} within each type, until no other move is likelier: over the types that may be another than before.
        var reached = week.ChallengerNow.Where(c => c.Move != StandoffMove.Drop).Max(c => Raised(week, c, p, drop));
        return week.ChallengerNow.Any(c => c.ChangeToPrefer == 0) && (drop.ChangeToPrefer == 0 || Math.Abs(Raised(week, drop, p) - reached) < 1e-9)
            && Enumerable.Range(0, 2).All(type => Math.Abs((drop.ByType[type].Probability * Math.Exp(p.ChallengerRationality * drop.ByType[type].ChangeToPrefer)) - week.ChallengerNow.Max(c => c.ByType[type].Probability)) < 1e-9);
    });

    [Fact]
    public void Very_rational_players_play_the_subgame_perfect_equilibrium() => Law(p =>
    {
        var rational = p with { ChallengerRationality = 1e7, LeaderRationality = 1e7, ChallengerDetermined = 1, LeaderResolute = 0 };
        var paths = StandoffGame.Solve(rational, 6, 10);
        return PlaysTheBest(paths.ChallengerNow) && PlaysTheBest(paths.LeaderNow) && PlaysTheBest(paths.AnswerNow);
    });

    [Fact]
    public void A_move_without_weight_is_never_made() => Law(p =>
    {
        var paths = StandoffGame.Solve(p with { WeightRaid = 0, WeightInvade = 0, WeightClimb = 0, IncidentRate = 0, Start = new StandoffState(Rung.Closure) });
        return paths.Force(Force.Limited, 26) == 0 && paths.Cumulative(Ending.ForcibleRemoval, 26) == 0;
    });

    [Fact]
    public void A_negotiated_exit_needs_a_departure_and_an_offer() => Law(p =>
    {
        var policy = StandoffGame.Solve(p with { DemandIsDeparture = false });
        var noOffer = StandoffGame.Solve(p with { DemandIsDeparture = true, WeightUltimatum = 0, Start = p.Start with { ExitOffered = false } });
        var offered = StandoffGame.Solve(p with { DemandIsDeparture = true, Start = p.Start with { ExitOffered = true } });
        return policy.Cumulative(Ending.NegotiatedExit, 26) == 0 && noOffer.Cumulative(Ending.NegotiatedExit, 26) == 0 && offered.Cumulative(Ending.NegotiatedExit, 26) > 0;
    });

    [Theory]
    [InlineData(Rung.LimitedStrikes, Force.None, Force.Limited)]
    [InlineData(Rung.Raid, Force.None, Force.Raid)]
    [InlineData(Rung.Closure, Force.Limited, Force.Limited)]
    [InlineData(Rung.Invasion, Force.Limited, Force.Invasion)]
    public void Force_used_before_the_start_stays_on_record(Rung rung, Force before, Force expected)
    {
        var paths = StandoffGame.Solve(StandoffParameters.Default with { Start = new StandoffState(rung, Force: before) });
        Assert.Equal(1, paths.Force(expected, 0));
        Assert.Equal(1, paths.Force(expected, 26), Rounding);
    }

    [Fact]
    public void What_lies_behind_the_solved_weeks_hardly_matters_within_the_horizon()
    {
        var (solved38, solved52) = (StandoffGame.Solve(StandoffParameters.Default), StandoffGame.Solve(StandoffParameters.Default, 26, 52));
        foreach (var ending in Endings)
            Assert.Equal(solved52.Cumulative(ending, 26), solved38.Cumulative(ending, 26), 0.03);
    }

    // Reference line: ICB, United States triggers a crisis for a minor state, n = 32. Tolerance: about two binomial standard errors.
    [Fact]
    public void At_the_defaults_endings_look_like_the_reference_class()
    {
        var paths = StandoffGame.Solve(StandoffParameters.Default);
        Assert.Equal(0.44, paths.Cumulative(Ending.Compromise, 26), 0.10);
        Assert.Equal(0.375, paths.Cumulative(Ending.Compliance, 26) + paths.Cumulative(Ending.ForcibleRemoval, 26), 0.10);
        Assert.Equal(0.125, paths.Cumulative(Ending.None, 26) + paths.Cumulative(Ending.Other, 26), 0.08);
        Assert.Equal(0.06, paths.Cumulative(Ending.Withdrawal, 26), 0.05);
    }

    [Fact]
    public void A_parameter_outside_its_range_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => StandoffGame.Solve(StandoffParameters.Default with { RaidSuccess = 1.5 }));
        Assert.StartsWith("raid-success must lie between 0 and 1.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => StandoffGame.Solve(StandoffParameters.Default with { AudienceCost = double.NaN }));
        Assert.Throws<ArgumentException>(() => StandoffParameters.Default["no-such-parameter"]);
    }

    [Fact]
    public void Every_property_is_a_row_of_the_table_in_the_same_order()
    {
        var properties = typeof(StandoffParameters).GetProperties().Where(p => p.PropertyType == typeof(double) && p.GetIndexParameters().Length == 0).ToList();
        Assert.Equal(StandoffParameters.Names.Length, properties.Count);
        foreach (var property in properties)
        {
            var name = string.Concat(property.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
            Assert.Equal((double)property.GetValue(StandoffParameters.Default)!, StandoffParameters.Default[name]);
            Assert.Equal(0.123, (double)property.GetValue(StandoffParameters.Default.With(name, 0.123))!);
        }
    }

    [Fact]
    public void A_changed_copy_leaves_the_original_alone()
    {
        var before = StandoffParameters.Default.AudienceCost;
        var copy = StandoffParameters.Default with { AudienceCost = before + 1 };
        Assert.Equal(before, StandoffParameters.Default.AudienceCost);
        Assert.NotEqual(StandoffParameters.Default, copy);
        Assert.Equal(StandoffParameters.Default, copy with { AudienceCost = before });
    }

    private static StandoffPaths LastWeek(StandoffParameters p) => StandoffGame.Solve(p, 1, 1);

    private static double Probability(IEnumerable<StandoffChoice> choices, StandoffMove move) => choices.Single(c => c.Move == move).Probability;

    // Probability of a move over the types, once the change that another move needs is added to that other move.
    private static double Raised(StandoffPaths paths, StandoffChoice move, StandoffParameters p, StandoffChoice? raised = null)
    {
        var other = raised ?? move;
        var factor = Math.Exp(p.ChallengerRationality * other.ChangeToPrefer);
        return Enumerable.Range(0, 2).Sum(type => paths.Chance((ChallengerType)type) * move.ByType[type].Probability
            * (raised is null ? factor : 1) / (1 + (other.ByType[type].Probability * (factor - 1))));
    }

    private static bool PlaysTheBest(IReadOnlyCollection<StandoffChoice> choices)
    {
        var ranked = choices.OrderByDescending(c => c.Value).ToList();
        // Ties within the noise of λ = 1e7 are no generic game.
        return ranked[0].Value - ranked[1].Value < 1e-5 || ranked[0].Probability > 0.999;
    }

    private static bool SameOutcomes(StandoffPaths a, StandoffPaths b, double tolerance) =>
        Weeks(a).All(week => Endings.All(e => Forces.All(f => Math.Abs(a.Joint(e, f, week) - b.Joint(e, f, week)) <= tolerance)));

    private static IEnumerable<int> Weeks(StandoffPaths paths) => Enumerable.Range(0, paths.HorizonWeeks + 1);

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < Rounding;

    private static void Law(Func<StandoffParameters, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(StandoffCrises.Any().ToArbitrary(), holds));
}
