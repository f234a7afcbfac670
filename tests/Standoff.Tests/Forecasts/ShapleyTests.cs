using FsCheck;
using FsCheck.Fluent;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class ShapleyTests
{
    // A worth for every set: an own pseudo-random number, the same for the same set and game.
    private static double[] Worth(int game, ulong set) => [Mixed(game, set), Mixed(game + 1000, set)];

    private static double Mixed(int game, ulong set)
    {
        var z = (set + 1) * 0x9E3779B97F4A7C15 ^ ((ulong)game * 0xBF58476D1CE4E5B9);
        z = (z ^ (z >> 31)) * 0x94D049BB133111EB;
        return (z >> 11) * (1.0 / (1UL << 53));
    }

    private static Arbitrary<int> Games => Gen.Choose(0, 999).ToArbitrary();

    private static Arbitrary<int> Sizes => Gen.Choose(1, 12).ToArbitrary();

    private static ulong All(int parts) => (1UL << parts) - 1;

    [Fact]
    public void Shares_sum_to_the_whole_whatever_the_game_and_the_number_of_parts() =>
        Prop.ForAll(Sizes, Games, (parts, game) =>
        {
            var (shares, _) = ShapleyValues.Of(parts, s => Worth(game, s));
            return Enumerable.Range(0, 2).All(q => Math.Abs(shares.Sum(s => s[q]) - (Worth(game, All(parts))[q] - Worth(game, 0)[q])) < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_that_adds_nothing_to_any_set_has_no_share() =>
        Prop.ForAll(Sizes, Games, (parts, game) =>
        {
            var idle = game % parts;
            var (shares, errors) = ShapleyValues.Of(parts, s => Worth(game, s & ~(1UL << idle)));
            return shares[idle].Concat(errors[idle]).All(x => x == 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reversing_all_and_none_negates_every_share() =>
        Prop.ForAll(Sizes, Games, (parts, game) =>
        {
            var (forth, _) = ShapleyValues.Of(parts, s => Worth(game, s));
            var (back, _) = ShapleyValues.Of(parts, s => Worth(game, All(parts) & ~s));
            return forth.Zip(back).All(p => Math.Abs(p.First[0] + p.Second[0]) < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_that_add_the_same_to_every_set_have_the_same_share() =>
        Prop.ForAll(Gen.Choose(2, 8).ToArbitrary(), Games, (parts, game) =>
        {
            // The first two count only by how many of them are in.
            var (shares, _) = ShapleyValues.Of(parts, s => Worth(game, (s & ~3UL) | ((s & 3) == 3 ? 3UL : (s & 3) == 0 ? 0UL : 1UL)));
            return Math.Abs(shares[0][0] - shares[1][0]) < 1e-12;
        }).QuickCheckThrowOnFailure();

    /// <summary>Owen's airport: the cost of a runway is the largest user's; each stretch is shared by those who need it.</summary>
    [Fact]
    public void The_airport_is_paid_for_by_those_who_need_each_stretch()
    {
        double[] needs = [1, 2, 4];
        var (shares, _) = ShapleyValues.Of(3, s => [Enumerable.Range(0, 3).Where(i => (s >> i & 1) == 1).Select(i => needs[i]).DefaultIfEmpty(0).Max()]);
        Assert.Equal([1 / 3.0, (1 / 3.0) + (1 / 2.0), (1 / 3.0) + (1 / 2.0) + 2], shares.Select(s => s[0]), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Random_orders_come_within_their_error_of_the_truth()
    {
        // An additive game with pairs: what a part adds alone, and half of what it adds with its neighbour.
        const int Parts = 14;
        double[] worth = [.. Enumerable.Range(0, Parts).Select(i => Mixed(7, (ulong)i))];
        var (shares, errors) = ShapleyValues.Of(Parts, s => [Enumerable.Range(0, Parts).Where(i => (s >> i & 1) == 1).Sum(i => worth[i] + ((s >> ((i + 1) % Parts) & 1) == 1 ? 0.4 * worth[i] : 0))]);
        for (var i = 0; i < Parts; i++)
        {
            var truth = worth[i] + (0.2 * worth[i]) + (0.2 * worth[(i + Parts - 1) % Parts]);
            Assert.InRange(Math.Abs(shares[i][0] - truth), 0, (5 * errors[i][0]) + 1e-12);
        }
    }
}
