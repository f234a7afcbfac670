using System.Globalization;
using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;
using Standoff.Games.Solvers;
using Standoff.Tests.Games;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>Private types of the standoff game: what they leave as it was, what they believe, and what moves tell of them.</summary>
public sealed class StandoffTypesTests
{
    private static readonly Ending[] Endings = Enum.GetValues<Ending>();

    public static TheoryData<double, double, bool> Degenerate => new() { { 1, 0, false }, { 0, 1, false }, { 0.4, 0.5, true } };

    // The figures were computed by the solver for complete information that came before this one.
    [Theory]
    [MemberData(nameof(Degenerate))]
    public void With_one_type_for_sure_or_both_alike_the_solution_under_complete_information_comes_back(double determined, double resolute, bool alike)
    {
        foreach (var row in File.ReadLines(Golden("complete-information.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            var values = StandoffPriors.All.Select((p, i) => p.Low + (((i * 0.6180339887498949) + (int.Parse(row[0], CultureInfo.InvariantCulture) * 0.3819660112501051)) % 1.0 * (p.High - p.Low))).ToArray();
            var state = Test(row, out var departure);
            var p = StandoffParameters.FromValues(values, state, departure) with { StrikeSuccess = 0, Rally = 0, ChallengerDetermined = determined, LeaderResolute = resolute };
            if (p.ChallengerInitiative + p.LeaderInitiative > 1)
                p = p with { ChallengerInitiative = 0.5, LeaderInitiative = 0.5 };
            if (alike)
                p = p with { ForceCostRatio = 1, RetreatRatio = 1, RemovalAimGap = 0, ResolveGap = 0, DistrustRatio = 1, RemovalAimBreaks = 1 };
            var paths = Solve(p, int.Parse(row[4], CultureInfo.InvariantCulture));
            double[] got = [.. Endings.Select(e => paths.Cumulative(e, 26)), paths.Force(Force.Raid, 26), paths.ChallengerValue, paths.LeaderValue];
            Assert.All(got.Zip(row[5..], (a, b) => (a, double.Parse(b, CultureInfo.InvariantCulture))), pair => Assert.Equal(pair.Item2, pair.a, 1e-12));
        }
    }

    // Exponents are taken from the first move, so it matters that it may be ruled out.
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0)]
    public void Strategies_and_beliefs_are_those_of_a_slow_reference(double first)
    {
        const int Weeks = 4;
        foreach (var any in Gen.Sample(StandoffCrises.Any(Rung.Measures), 2, 50))
        {
            var p = any with { WeightHold = first * any.WeightHold, WeightDefy = first * any.WeightDefy, WeightAccept = first * any.WeightAccept };
            var tree = StandoffTree.From(StandoffState.Outset);
            var workspace = Solved(tree, p, Weeks, 1e-13);
            var slow = new SlowHorizon(tree.Game, workspace.Numbers, Weeks);
            slow.Solve(tree.Find(p.Start).WeekNode);
            Assert.All(Endings.Skip(1), e => Assert.Equal(slow.Mass(Weeks, tree.Terminal(e)), Total(workspace.Solver, Weeks, tree.Terminal(e)), 1e-9));
            Assert.All(slow.Beliefs, b => Assert.Equal(b.Value, workspace.Solver.Belief(0, b.Key.Period, b.Key.Node, b.Key.Profile), 1e-9));
        }
    }

    // A first move may be so much worse than another that its exponent cannot be written. Such games may rest at several points, but at each strategies answer beliefs.
    [Fact]
    public void Where_moves_are_worlds_apart_strategies_still_answer_beliefs()
    {
        const int Weeks = 4;
        var settled = 0;
        foreach (var any in Gen.Sample(StandoffCrises.Any(Rung.Measures), 20, 50))
        {
            var p = any with { ValueOfDemand = 500 * any.ValueOfDemand, Compromise = 500 * any.Compromise, CompromiseOnDeparture = 500 * any.CompromiseOnDeparture };
            var tree = StandoffTree.From(StandoffState.Outset);
            var workspace = Solved(tree, p, Weeks, 1e-13);
            if (workspace.Solver.Residual[0] > 1e-13) continue;
            settled++;
            var slow = new SlowHorizon(tree.Game, workspace.Numbers, Weeks);
            foreach (var (week, node, profile) in Decisions(tree, tree.Find(p.Start).WeekNode, Weeks))
                slow.Beliefs[(week, node, profile)] = workspace.Solver.Belief(0, week, node, profile);
            slow.Backward();
            Assert.All(slow.Strategies.Where(s => slow.Beliefs.ContainsKey((s.Key.Period, s.Key.Node, 0))), s => Assert.Equal(s.Value, workspace.Solver.Probability(0, s.Key.Period, s.Key.Node, s.Key.Move, s.Key.Type), 1e-7));
        }

        Assert.InRange(settled, 10, 20);
    }

    [Fact]
    public void Beliefs_are_the_share_of_the_type_pairs_that_the_strategies_carry()
    {
        const int Weeks = 6;
        foreach (var p in Gen.Sample(StandoffCrises.Any(Rung.Measures), 2, 50))
        {
            var tree = StandoffTree.From(StandoffState.Outset);
            var workspace = Solved(tree, p, Weeks, 1e-4);
            var slow = new SlowHorizon(tree.Game, workspace.Numbers, Weeks);
            foreach (var place in tree.Places)
            {
                foreach (var node in new[] { place.ChallengerNode, place.LeaderNode, place.AnswerNode })
                    Copy(tree, workspace.Solver, slow, node, Weeks);
            }

            slow.Forward(tree.Find(p.Start).WeekNode);
            Assert.All(slow.Beliefs, b => Assert.Equal(b.Value, workspace.Solver.Belief(0, b.Key.Period, b.Key.Node, b.Key.Profile), 1e-9));
        }
    }

    [Fact]
    public void Nearly_every_crisis_settles_and_from_either_first_beliefs_at_the_same_point()
    {
        var draws = Gen.Sample(StandoffCrises.Any(), 100, 50).ToList();
        var (prior, separated) = (StandoffGame.SolveAll(draws), StandoffGame.SolveAll(draws, null, new() { From = FirstBeliefs.Separated }));
        Assert.InRange(prior.Count(p => p.Convergence.IsConverged), 97, 100);
        var both = prior.Zip(separated).Where(p => p.First.Convergence.IsConverged && p.Second.Convergence.IsConverged);
        Assert.All(both, p => Assert.All(Endings, e => Assert.Equal(p.First.Cumulative(e, 26), p.Second.Cumulative(e, 26), 1e-3)));
    }

    [Fact]
    public void Spreads_keep_the_mean_over_types() => Law(p =>
    {
        var types = new StandoffTypes(p with { RemovalAimBreaks = 1.2, DistrustRatio = 1.2 });
        double Challenger(Func<ChallengerType, double> of) => (p.ChallengerDetermined * of(ChallengerType.Determined)) + ((1 - p.ChallengerDetermined) * of(ChallengerType.Hesitant));
        double Leader(Func<LeaderType, double> of) => (p.LeaderResolute * of(LeaderType.Resolute)) + ((1 - p.LeaderResolute) * of(LeaderType.Yielding));
        return Near(1, Challenger(types.ForceCost)) && Near(1, Challenger(types.Retreat)) && Near(0, Challenger(types.RemovalBesides)) && Near(p.LeaderResolve, Leader(types.Resolve))
            && Near(0.2, Challenger(c => Leader(l => types.Broken(0.2, c, l))));
    }, 25);

    [Fact]
    public void A_move_that_determined_challengers_make_more_often_makes_determination_likelier() => Law(p =>
    {
        var refused = Started(p, new ObservedMove(StandoffMove.Refuse, 1));
        var (hesitant, determined) = (Probability(refused.AnswerNow, StandoffMove.Refuse, 0), Probability(refused.AnswerNow, StandoffMove.Refuse, 1));
        return Math.Sign(Math.Round(determined - hesitant, 9)) == Math.Sign(Math.Round(refused.Chance(ChallengerType.Determined) - Started(p).Chance(ChallengerType.Determined), 9));
    }, 25);

    [Fact]
    public void Moves_update_by_Bayes_rule_with_the_strategies_as_far_as_they_were_made() => Law(p =>
    {
        const double q = 0.6;
        var paths = Started(p with { Start = StandoffState.Outset }, new ObservedMove(StandoffMove.Defy, q));
        var (yielding, resolute) = (Probability(paths.LeaderNow, StandoffMove.Defy, 0), Probability(paths.LeaderNow, StandoffMove.Defy, 1));
        var mean = ((1 - p.LeaderResolute) * yielding) + (p.LeaderResolute * resolute);
        return Math.Abs(paths.Chance(LeaderType.Resolute) - (p.LeaderResolute * (1 - q + (q * resolute / mean)))) < 1e-9
            && Near(p.ChallengerDetermined, paths.Chance(ChallengerType.Determined));
    }, 25);

    [Fact]
    public void The_order_of_moves_is_irrelevant_and_one_that_was_not_made_tells_nothing()
    {
        var p = StandoffParameters.Default;
        ObservedMove defied = new(StandoffMove.Defy, 0.9), made = new(StandoffMove.CounterOffer, 0.5);
        Assert.Equal(Started(p, defied, made).Chance(LeaderType.Resolute), Started(p, made, defied).Chance(LeaderType.Resolute), 1e-12);
        Assert.Equal(p.LeaderResolute, Started(p, new ObservedMove(StandoffMove.Defy, 0)).Chance(LeaderType.Resolute), 1e-12);
    }

    [Fact]
    public void Where_nothing_is_to_update_types_stand_at_their_priors_and_moves_that_led_to_the_start_tell_of_the_challenger()
    {
        var p = StandoffParameters.Default with { Start = new StandoffState(Rung.Closure, UltimatumGiven: true), DemandIsDeparture = true };
        Assert.Equal(p.ChallengerDetermined, StandoffGame.Solve(p).Chance(ChallengerType.Determined), 1e-12);
        Assert.NotEqual(p.ChallengerDetermined, Started(p).Chance(ChallengerType.Determined), 1e-3);
        Assert.Equal(p.LeaderResolute, Started(p).Chance(LeaderType.Resolute), 1e-12);
    }

    [Fact]
    public void Backing_of_the_target_makes_invasions_rarer_and_partners_of_the_challenger_likelier() => Law(p =>
    {
        var start = p with { Start = new StandoffState(Rung.Closure), ThirdPartyPull = 1, InvasionSuccess = 0.8, InvasionDayAfterLoss = 0.2 };
        double Invades(ThirdPartySupport support) => StandoffGame.Solve(start with { ThirdParties = support }, 1, 1).ChallengerNow.Single(c => c.Move == StandoffMove.Invade).Probability;
        return Invades(new(0.5, 0)) < Invades(default) && Invades(new(0, 0.5)) > Invades(default);
    }, 25);

    [Fact]
    public void Support_is_stance_times_capacity_times_availability_by_side()
    {
        var support = ThirdPartySupport.Of([Party(-1, 0.8, 0.5), Party(-0.5, 0.2, 1), Party(0.9, 0.5, 1), Party(0, 1, 1)]);
        Assert.Equal(0.5, support.OfTarget, 1e-12);
        Assert.Equal(0.45, support.OfChallenger, 1e-12);
        Assert.Equal(ThirdPartySupport.Most, ThirdPartySupport.Of([.. Enumerable.Repeat(Party(-1, 1, 1), 9)]).OfTarget);

        static ThirdParty Party(double stance, double capacity, double availability) => new("x", stance, capacity, availability, "", []);
    }

    private static void Law(Func<StandoffParameters, bool> holds, int tests) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(StandoffCrises.Any().ToArbitrary(), holds));

    private static StandoffWorkspace Solved(StandoffTree tree, StandoffParameters p, int weeks, double tolerance)
    {
        var workspace = new StandoffWorkspace(new FiniteHorizonNumbers(tree.Game, StandoffTypes.Space), new FiniteHorizonLogit(tree.Game, weeks, weeks, StandoffTypes.Space));
        for (var lane = 0; lane < FiniteHorizonNumbers.Lanes; lane++)
            StandoffNumbers.Write(tree, workspace.Numbers, lane, p);
        workspace.Solver.Solve(workspace.Numbers, [(tree.Find(p.Start).WeekNode, 0)], (s, masses) => s.Spread(Vector512<double>.One, masses), default, new BeliefIteration(tolerance, 500));
        return workspace;
    }

    private static void Copy(StandoffTree tree, FiniteHorizonLogit solver, SlowHorizon slow, int node, int weeks)
    {
        for (var week = 0; week < weeks; week++)
        {
            for (var type = 0; type < 2; type++)
            {
                for (var move = 0; move < tree.Game.EdgeStart[node + 1] - tree.Game.EdgeStart[node]; move++)
                    slow.Strategies[(week, node, type, move)] = solver.Probability(0, week, node, move, type);
            }
        }
    }

    // Of the nodes to which any play leads.
    private static IEnumerable<(int Week, int Node, int Profile)> Decisions(StandoffTree tree, int start, int weeks)
    {
        var (reached, open) = (new SortedSet<int> { start }, new Queue<int>([start]));
        while (open.TryDequeue(out var node))
        {
            for (var edge = tree.Game.EdgeStart[node]; edge < tree.Game.EdgeStart[node + 1]; edge++)
                if (reached.Add(tree.Game.EdgeSlot[edge] % tree.Game.NodeCount)) open.Enqueue(tree.Game.EdgeSlot[edge] % tree.Game.NodeCount);
        }

        return from week in Enumerable.Range(0, weeks)
               from node in reached
               where tree.Game.Owner[node] >= 0
               from profile in Enumerable.Range(0, StandoffTypes.Space.ProfileCount)
               select (week, node, profile);
    }

    private static double Total(FiniteHorizonLogit solver, int week, int node)
    {
        var sum = 0.0;
        for (var mark = 0; mark < 4; mark++)
            sum += solver.Occupancy(week, node)[mark * FiniteHorizonNumbers.Lanes];
        return sum;
    }

    private static StandoffState Test(string[] row, out bool departure)
    {
        var flags = int.Parse(row[2], CultureInfo.InvariantCulture);
        departure = row[3] == "1";
        return new((Rung)int.Parse(row[1], CultureInfo.InvariantCulture), (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0 ? Cohesion.Cracked : Cohesion.Firm);
    }

    private static StandoffPaths Solve(StandoffParameters p, int age)
    {
        if (age == 0)
            return StandoffGame.Solve(p);
        var up = p with { Start = p.Start with { Rung = (Rung)Math.Max((int)Rung.ShowOfForce, (int)p.Start.Rung) } };
        return StandoffGame.SolveAll([up], new StandoffStart([(StandoffState.Outset, 0.25), (up.Start, 0.75)], age))[0];
    }

    private static StandoffPaths Started(StandoffParameters p, params ObservedMove[] moves) =>
        StandoffGame.SolveAll([p], new StandoffStart([(p.Start, 1)]) { Moves = [.. moves] }, new() { HorizonWeeks = 4, SolvedWeeks = 8, Threads = 1, Tolerance = 1e-12 })[0];

    private static double Probability(IEnumerable<StandoffChoice> choices, StandoffMove move, int type) => choices.Single(c => c.Move == move).ByType[type].Probability;

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;

    private static string Golden(string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
}
