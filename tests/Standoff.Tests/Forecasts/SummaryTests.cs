using FsCheck;
using FsCheck.Fluent;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public class SummaryTests
{
    [Fact]
    public void Percentiles_are_those_of_the_sorted_values() => Prop.ForAll(Gen.Choose(0, 40).Select(k => k / 40.0).NonEmptyListOf().ToArbitrary(), values =>
    {
        double[] drawn = [.. values];
        var estimate = Summaries.Estimate([.. drawn]);
        Array.Sort(drawn);
        return estimate.Low == At(drawn, 0.05) && estimate.High == At(drawn, 0.95);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_game_that_is_known_is_not_solved_again()
    {
        var (games, solved) = (new SharedGames(), 0);
        var crisis = Made.Bare();
        var points = new QuasiRandom(42, 32, ParameterDraws.Dimensions);
        var views = Enumerable.Range(0, 2).Select(_ => games.Of(new(Drawn(), Drawn(), games.Of(Start.OfClass(3)), false), Solve)).ToArray();
        Assert.Same(views[0], views[1]);
        Assert.Same(games.Of(Start.OfClass(3)), games.OnOtherDraws().Of(Start.OfClass(3)));
        Assert.Equal(1, solved);

        ParameterDraws Drawn() => ParameterDraws.OfClass(crisis, points, 32);

        InsideView Solve()
        {
            solved++;
            return new(1, 1, []);
        }
    }

    private static double At(double[] sorted, double level)
    {
        var place = level * (sorted.Length - 1);
        var k = (int)place;
        return k + 1 < sorted.Length ? sorted[k] + ((place - k) * (sorted[k + 1] - sorted[k])) : sorted[k];
    }
}
