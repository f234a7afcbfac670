using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Questions;

/// <summary>A question as it was understood: what it asks for, of whom, by when.</summary>
public sealed record AskedQuestion
{
    /// <summary>The question in its own words.</summary>
    public required string Text { get; init; }

    /// <summary>What it asks for.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>Whether it asks for the opposite: that the leader remains, that no strike comes.</summary>
    public bool IsNegated { get; init; }

    /// <summary>State or body that would act, or whose leader it is; the first named where the kind is mutual.</summary>
    public string? Actor { get; init; }

    /// <summary>State or body that would be acted on, or the other side.</summary>
    public string? Target { get; init; }

    /// <summary>The person it is about.</summary>
    public string? Person { get; init; }

    /// <summary>All persons whom it names.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>The town or region that it is about, where it names one that is no state.</summary>
    public string? Place { get; init; }

    /// <summary>Words of its own by which news would tell of what it asks, where its kind has none; as <see cref="EvidenceWords"/> takes them.</summary>
    internal string OwnWords { get; init; } = "";

    /// <summary>What it asks about besides its sides and persons, as the first letters of its own words without marks over them.</summary>
    internal ImmutableArray<string> Things { get; init; } = [];

    /// <summary>The condition under which it asks, in its own words; the answer does not depend on it.</summary>
    public string? Condition { get; init; }

    /// <summary>Sides that stand beside another in a list ("Poland or Austria") and are not taken into account.</summary>
    public ImmutableArray<string> Untaken { get; init; } = [];

    /// <summary>The count that must be reached, where it asks for one.</summary>
    public decimal? Least { get; init; }

    /// <summary>The day from which it looks ahead.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>First day that counts; <see cref="AsOf"/> unless the question says a later one.</summary>
    public required DateOnly Opens { get; init; }

    /// <summary>Last day that counts.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Whether the question names no deadline and the default horizon stands in.</summary>
    public bool IsDeadlineAssumed { get; init; }

    /// <summary>Cells of a crisis forecast that a person mapped it to; <see langword="null"/> where its kind decides.</summary>
    public CellSet? Cells { get; init; }

    /// <summary>When what its kind asks for has come about; the answer is then yes, or no where the opposite is asked.</summary>
    public string Criteria => Cells is { } cells ? $"the crisis ends so, or force reaches the level, by the deadline: {cells}" : Kind.CriteriaFor(Actor, Target);

    /// <summary>Names of the sides, as far as known.</summary>
    public IEnumerable<string> Sides => new[] { Actor, Target }.OfType<string>();
}

/// <summary>What a question may ask for, as <c>kinds.tsv</c> lists it.</summary>
/// <param name="Key">Stable key, such as <c>strike</c>.</param>
/// <param name="Name">As a person would say it, of A and B.</param>
/// <param name="Family">Which rates and signs bear on it.</param>
/// <param name="Within">Key of a kind that has come about whenever this one has; empty if none.</param>
/// <param name="IsMutual">Whether the two sides may be named in either order.</param>
/// <param name="Criteria">When it has come about, of A and B.</param>
public sealed record QuestionKind(string Key, string Name, string Family, string Within, bool IsMutual, string Criteria)
{
    /// <summary>Share of such questions that come true within six weeks where there is reporting on them, fitted to resolved questions.</summary>
    internal double Asked => QuestionSettings.Of("share." + Key);

    /// <summary>The same as it was judged before any question was scored: the middle of the fit's prior.</summary>
    internal double Judged { get; private init; }

    /// <summary>Words by which news tells that somebody means to do it, or did, as <see cref="EvidenceWords"/> takes them.</summary>
    internal string ActWords { get; private init; } = "";

    private const string OtherKey = "other";

    /// <summary>All kinds in the table's order.</summary>
    public static ImmutableArray<QuestionKind> All { get; } =
        [.. ResourceTable.Load("Questions", "kinds.tsv").Rows.Select(r => new QuestionKind(r["key"], r["name"], r["family"], r["within"].Trim('-'), r["mutual"] == "yes", r["criteria"]) { Judged = r.Number("judged"), ActWords = r["acts"] })];

    /// <summary>What fits nowhere else: it is answered with the general rate of such questions.</summary>
    public static QuestionKind Other { get; } = Of(OtherKey)!;

    /// <summary>The kind of a key; <see langword="null"/> if none.</summary>
    public static QuestionKind? Of(string key) => All.FirstOrDefault(k => k.Key == key);

    internal string CriteriaFor(string? actor, string? target) => string.Join(' ', Criteria.Split(' ').Select(w => w switch
    {
        "A" => Articles.With(actor ?? "somebody"),
        "A's" => Articles.Whose(actor ?? "somebody"),
        "B" => Articles.With(target ?? "the other"),
        "B's" => Articles.Whose(target ?? "the other"),
        _ => w,
    }));
}
