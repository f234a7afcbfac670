using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>The words by which an act is known, as <c>pair-words.tsv</c> lists them.</summary>
internal static class ActWords
{
    private static readonly ImmutableArray<ResourceRow> Rows = ResourceTable.Load("Crises", "pair-words.tsv").Rows;

    /// <summary>Signs of what is done, in the order in which they are tried.</summary>
    public static ImmutableArray<(ActSort Sort, FrozenSet<string> Predicates, WordPattern Words)> Signs { get; } =
        [.. Rows.Where(r => Enum.TryParse<ActSort>(r["sort"], out _)).Select(r => (Enum.Parse<ActSort>(r["sort"]), r.List("predicates").ToFrozenSet(), new WordPattern(r["words"])))];

    /// <summary>Verbs by which who is asked says that he will not, if they are negated.</summary>
    public static FrozenSet<string> Refusals { get; } = Rows.Where(r => r["sort"] == "refusal").SelectMany(r => r.List("predicates")).ToFrozenSet();

    /// <summary>Words of a demand that is more than a wish.</summary>
    public static WordPattern Firm { get; } = Pattern("firm");

    /// <summary>Words of a demand with a day or a threat behind it.</summary>
    public static WordPattern Ultimatum { get; } = Pattern("ultimatum-words");

    /// <summary>Words of a call for calm, talks or a truce.</summary>
    public static WordPattern Appeal { get; } = Pattern("appeal");

    /// <summary>Words of harm to come.</summary>
    public static WordPattern Harm { get; } = Pattern("harm");

    /// <summary>Words of harm that answers harm.</summary>
    public static WordPattern Defence { get; } = Pattern("defence");

    /// <summary>Words of a condition that is a demand: what happens if it is not done.</summary>
    public static WordPattern Undone { get; } = Pattern("undone");

    /// <summary>Words of a condition that somebody be attacked.</summary>
    public static WordPattern Attacked { get; } = Pattern("attacked");

    /// <summary>Words of duty: what somebody is told to do.</summary>
    public static WordPattern Duty { get; } = Pattern("duty");

    /// <summary>Words of forces, ships and aircraft.</summary>
    public static WordPattern Forces { get; } = Pattern("forces");

    /// <summary>Words for those whom a government tells as its own.</summary>
    public static WordPattern Own { get; } = Pattern("own");

    /// <summary>Words of places where forces are to be seen.</summary>
    public static WordPattern Posted { get; } = Pattern("posted");

    /// <summary>Words of a command with what follows if it is not obeyed.</summary>
    public static WordPattern ImperativeOr { get; } = Pattern("imperative-or");

    /// <summary>Words of harm that is threatened without being named.</summary>
    public static WordPattern Consequences { get; } = Pattern("consequences");

    /// <summary>Verbs that threaten.</summary>
    public static WordPattern Warning { get; } = Pattern("warning");

    /// <summary>Words of measures that are no force.</summary>
    public static WordPattern ShortOfForce { get; } = Pattern("short-of-force");

    /// <summary>Verbs whose object is spoken to.</summary>
    public static WordPattern Told { get; } = Pattern("told");

    /// <summary>Verbs that, negated, refuse in the name of whom they act on.</summary>
    public static FrozenSet<string> Pressed { get; } = Rows.Where(r => r["sort"] == "pressed").SelectMany(r => r.List("predicates")).ToFrozenSet();

    /// <summary>Verbs that ask for a thing.</summary>
    public static FrozenSet<string> Asked { get; } = Rows.Where(r => r["sort"] == "asked").SelectMany(r => r.List("predicates")).ToFrozenSet();

    /// <summary>The same verbs with what shows that a thing is asked for, and not that somebody means to do it himself.</summary>
    public static WordPattern AskedFor { get; } = Pattern("asked");

    /// <summary>What one state asks of another.</summary>
    public static WordPattern AskedThing { get; } = Pattern("asked-thing");

    /// <summary>Turns of speech that ask for nothing, and what is demanded no more.</summary>
    public static WordPattern NoAct { get; } = Pattern("no-act");

    /// <summary>Words of terms: what must be done before something else.</summary>
    public static WordPattern Terms { get; } = Pattern("terms");

    /// <summary>Words for what somebody has said, of which the claim tells what it is.</summary>
    public static WordPattern Stated { get; } = Pattern("stated");

    /// <summary>Words of offices and bodies that every state has.</summary>
    public static WordPattern Home { get; } = Pattern("home");

    /// <summary>Words of what one asks of one's own, or of everybody.</summary>
    public static WordPattern ForAnybody { get; } = Pattern("for-anybody");

    private static WordPattern Pattern(string sort) => new(Rows.Single(r => r["sort"] == sort)["words"]);
}
