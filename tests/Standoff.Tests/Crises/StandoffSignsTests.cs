using Standoff.Crises;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>
/// In which direction a number moves the outcomes of whole games: not a law, so it is counted and printed, not asserted. Run with
/// <c>dotnet test --filter FullyQualifiedName~StandoffSigns -- xUnit.Explicit=only</c>.
/// </summary>
public sealed class StandoffSignsTests(ITestOutputHelper output)
{
    private const int Crises = 600;

    [Fact(Explicit = true)]
    public void Signs_over_random_departure_crises()
    {
        var points = new QuasiRandom(1, Crises, StandoffParameters.Names.Length + 2);
        var crises = Enumerable.Range(0, Crises).Select(i => At(points, i)).ToList();
        Count(crises, "A third more audience cost", p => p with { AudienceCost = p.AudienceCost * 4 / 3 });
        Count(crises, "A likelier broken guarantee", p => p with { GuaranteeBroken = Math.Min(1, p.GuaranteeBroken + 0.1), GuaranteeBrokenWithoutOffer = Math.Min(1, p.GuaranteeBrokenWithoutOffer + 0.1) });
        Count(crises, "A challenger likelier determined", p => p with { ChallengerDetermined = Math.Min(1, p.ChallengerDetermined + 0.1) });
        Count(crises, "A leader likelier resolute", p => p with { LeaderResolute = Math.Min(1, p.LeaderResolute + 0.1) });
        Assert.Equal(Crises, crises.Count);
    }

    private void Count(List<StandoffParameters> crises, string what, Func<StandoffParameters, StandoffParameters> moved)
    {
        var (before, after) = (StandoffGame.SolveAll(crises), StandoffGame.SolveAll([.. crises.Select(moved)]));
        int More(Func<StandoffPaths, double> of) => before.Zip(after).Count(p => of(p.Second) > of(p.First));
        output.WriteLine($"{what}, of {Crises}: withdrawal likelier in {More(p => p.Cumulative(Ending.Withdrawal, 26))}, force in {More(p => p.Force(Force.Limited, 26))}, "
            + $"negotiated exit in {More(p => p.Cumulative(Ending.NegotiatedExit, 26))}, compromise in {More(p => p.Cumulative(Ending.Compromise, 26))}; "
            + $"{before.Concat(after).Count(p => !p.Convergence.IsConverged)} solutions did not settle.");
    }

    private static StandoffParameters At(QuasiRandom points, int draw)
    {
        var values = StandoffPriors.All.Select((p, k) => p.Low + (points[k][draw] * (p.High - p.Low))).ToArray();
        var rung = (Rung)(int)(points[values.Length][draw] * ((int)Rung.LimitedStrikes + 1));
        var flags = (int)(points[values.Length + 1][draw] * 8);
        var state = new StandoffState(rung, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0 ? Cohesion.Cracked : Cohesion.Firm);
        return StandoffParameters.FromValues(values, state, true);
    }
}
