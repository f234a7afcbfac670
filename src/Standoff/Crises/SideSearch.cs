using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>What is fixed of the two sides before the texts are asked.</summary>
internal sealed record Sides(string? Challenger, string? Target, (string One, string Other)? Between)
{
    /// <summary>Whether nothing is left to find.</summary>
    public bool AreGiven => Challenger is not null && Target is not null;

    /// <summary>Whether anything is fixed.</summary>
    public bool AreNamed => Challenger is not null || Target is not null || Between is not null;

    /// <summary>Whether a pair agrees with what is fixed.</summary>
    public bool Allow(string? challenger, string? target) => (Challenger ?? challenger) == challenger && (Target ?? target) == target
        && (Between is not { } two || (challenger == two.One && target == two.Other) || (challenger == two.Other && target == two.One));
}

/// <summary>
/// The two sides by the rules, which want a demand or a threat in so many words, and by the chances, which are less sure and say so.
/// </summary>
internal sealed class SideSearch(PairFinder finder, PairChances? chances, Sides sides)
{
    private const int MostOthers = 3;

    /// <summary>The pair that comes nearest, though it is no crisis.</summary>
    public Pair? Nearest { get; private set; }

    /// <summary>Pairs to be tried in turn, each with what is to be said of it, and whether the rules read it, so that it is one only if something is demanded or shown.</summary>
    public IEnumerable<(Pair Pair, SidesDoubt? Doubt, bool IsRead)> Pairs()
    {
        var likely = Likeliest();
        foreach (var pair in finder.Find(sides.Challenger, sides.Target).Where(p => sides.Allow(p.Challenger, p.Target)))
        {
            Nearest ??= pair;
            if (likely is { } better && IsOverruled(pair, better)) continue;
            yield return (pair, DoubtOf(pair), true);
        }
        if (likely is { } guess) yield return (finder.Named(guess.Challenger, guess.Target), new SidesDoubt(guess, Others(guess)), false);
    }

    private bool IsOverruled(Pair pair, PossibleSides better) =>
        chances!.Of(pair.Challenger!, pair.Target!) < CrisisSettings.Of("pair.overruled") && chances.Of(better.Challenger, better.Target) >= CrisisSettings.Of("pair.overruling");

    // Where one side or both are named there is a crisis, whatever the texts make of it.
    private PossibleSides? Likeliest()
    {
        if (chances is null || Allowed() is not [var first, ..]) return null;
        var reverse = chances.Pair(first.Target, first.Challenger);
        return sides.AreNamed || IsPlain(first.Probability, first.Probability + reverse.Probability) ? first : null;
    }

    // Quarrels over trade, courts and games are no crises, and where nothing hostile was read that one does to another, more must speak for it.
    private bool IsPlain(double probability, double either)
    {
        var (signs, isQuarrel) = (chances!.Signs, chances.Signs.IsQuarrel);
        if (signs.WithArms < CrisisSettings.Of(isQuarrel ? "pair.arms" : "pair.arms-alone")) return false;
        return probability >= CrisisSettings.Of(isQuarrel ? "pair.tentative" : "pair.tentative-alone") || (isQuarrel && either >= CrisisSettings.Of("pair.tentative-either"));
    }

    private List<PossibleSides> Allowed() => [.. chances!.Ranked.Where(p => sides.Allow(p.Challenger, p.Target))];

    private ImmutableArray<PossibleSides> Others(PossibleSides taken) =>
        [.. Allowed().Where(p => p.Challenger != taken.Challenger || p.Target != taken.Target).Take(MostOthers)];

    private SidesDoubt? DoubtOf(Pair pair)
    {
        if (chances is null || chances.Of(pair.Challenger!, pair.Target!) >= CrisisSettings.Of("pair.sure")) return null;
        var taken = chances.Pair(pair.Challenger!, pair.Target!);
        return new SidesDoubt(taken, Others(taken));
    }
}
