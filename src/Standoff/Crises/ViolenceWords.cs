using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>How a claim tells of violence.</summary>
internal enum ViolenceSort
{
    /// <summary>Shots, bombs, attacks.</summary>
    Arms,

    /// <summary>The same, in words that have other senses.</summary>
    Coded,

    /// <summary>The same, beside what the main verb tells.</summary>
    Within,

    /// <summary>People hurt, which says nothing of who did it.</summary>
    Harm,

    /// <summary>Places that forces take.</summary>
    Ground,

    /// <summary>Violence that is a thing of its own and goes on.</summary>
    Going,
}

/// <summary>The words by which violence that was done is known, as <c>violence-words.tsv</c> lists them.</summary>
internal static class ViolenceWords
{
    private static readonly ImmutableArray<ResourceRow> Rows = ResourceTable.Load("Crises", "violence-words.tsv").Rows;

    private static readonly ImmutableArray<(ViolenceSort Sort, FrozenSet<string> Predicates, WordPattern Words)> Deeds =
        [.. Rows.Where(r => r["predicates"] != "-").Select(r => (Enum.Parse<ViolenceSort>(r["sort"], ignoreCase: true), r.List("predicates").ToFrozenSet(), new WordPattern(r["words"])))];

    /// <summary>What only a state's are called.</summary>
    public static WordPattern Forces { get; } = Pattern("forces");

    /// <summary>Those who are hurt in their state's service.</summary>
    public static WordPattern Uniform { get; } = Pattern("uniform");

    /// <summary>What strikes without a hand being named.</summary>
    public static WordPattern Things { get; } = Pattern("things");

    /// <summary>Doers, and those they fight, that are no state's.</summary>
    public static WordPattern Irregular { get; } = Pattern("irregular");

    /// <summary>A state and its own people.</summary>
    public static WordPattern Civil { get; } = Pattern("civil");

    /// <summary>What was not done, not now, or not between states.</summary>
    public static WordPattern Barred { get; } = Pattern("barred");

    /// <summary>Accidents and works of art, which are nobody's deed.</summary>
    public static WordPattern Unreal { get; } = Pattern("unreal");

    /// <summary>Attacks of the press.</summary>
    public static WordPattern Spoken { get; } = Pattern("spoken");

    /// <summary>What is off anybody's soil.</summary>
    public static WordPattern AtSea { get; } = Pattern("at-sea");

    /// <summary>The sort of violence that the main verb with the words beside it tells of; <see langword="null"/> where it tells of none.</summary>
    public static ViolenceSort? SortOf(ClaimView claim)
    {
        var lemma = claim.Claim.Predicate.Lemma;
        foreach (var (sort, predicates, words) in Deeds)
            if ((sort == ViolenceSort.Within || predicates.Contains(lemma)) && (sort != ViolenceSort.Coded || claim.IsAssault) && words.Fits(claim.Words)) return sort;
        return null;
    }

    private static WordPattern Pattern(string sort) => new(Rows.Single(r => r["sort"] == sort)["words"]);
}
