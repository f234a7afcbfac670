using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Tests.Games;

/// <summary>Small random trees for two players, with chance and imperfect information, in which everybody remembers their own moves.</summary>
internal static class RandomTrees
{
    public static Arbitrary<ExtensiveGame> General => Trees(random => Play.End(random.Next(-4, 5), random.Next(-4, 5)));

    public static Arbitrary<ExtensiveGame> ZeroSum => Trees(random => random.Next(-6, 7) is var v ? Play.End(v, -v) : throw new InvalidOperationException());

    private static Arbitrary<ExtensiveGame> Trees(Func<Random, Play> end) =>
        (from seed in Gen.Choose(0, 1_000_000) select Tree(new Random(seed), end)).ToArbitrary();

    private static ExtensiveGame Tree(Random random, Func<Random, Play> end) =>
        ExtensiveGame.From("random", ["A", "B"], Part(random, end, 3 + random.Next(3), "", ""));

    // What each player knows is a string: own moves always, chance and the other's moves only now and then.
    private static Play Part(Random random, Func<Random, Play> end, int depth, string a, string b)
    {
        if (depth == 0 || random.Next(9) == 0)
            return end(random);
        Play Next(string addA, string addB) => Part(random, end, depth - 1, a + addA, b + addB);
        return random.Next(4) switch
        {
            0 => Play.Chance(("x", new Rational(1, 3), Next("x", "")), ("y", new Rational(2, 3), Next("", "y"))),
            1 or 2 => Play.Move("A", a, ("l", Next("l", "")), ("r", Next("r", "R"))),
            _ => Play.Move("B", b, ("l", Next("L", "l")), ("m", Next("", "m")), ("r", Next("", "r"))),
        };
    }
}
