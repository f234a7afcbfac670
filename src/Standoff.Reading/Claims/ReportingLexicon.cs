using System.Collections.Frozen;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>How a verb takes what it reports, asks for or tells.</summary>
internal enum FrameShape
{
    /// <summary>"said that …", "…, he said", a quotation.</summary>
    That,

    /// <summary>"did not say whether …", "asked who …".</summary>
    Wh,

    /// <summary>"denied targeting …".</summary>
    Ing,

    /// <summary>"promised to …".</summary>
    Inf,

    /// <summary>"urged them to …".</summary>
    ObjInf,

    /// <summary>"called it a bluff".</summary>
    ObjPred,

    /// <summary>"described it as …".</summary>
    As,

    /// <summary>"is said to …".</summary>
    PassInf,

    /// <summary>A plain object: "denied any part", "rejected the plan".</summary>
    Np,
}

/// <summary>One row of <c>reporting.tsv</c>.</summary>
/// <param name="Lemma">The verb, with its particle or preposition where it has one.</param>
/// <param name="Shape">The complement it stands with.</param>
/// <param name="Treatment">What the claim is: the content, the telling of the act, or the whole with a hedge.</param>
/// <param name="Author">What the author commits to.</param>
/// <param name="Source">What the one who is reported commits to.</param>
/// <param name="Kind">Kind of act; <see langword="null"/> where the content decides.</param>
/// <param name="KindYields">Whether the content may overrule <paramref name="Kind"/>.</param>
internal sealed record ReportingEntry(
    string Lemma, FrameShape Shape, FrameTreatment Treatment, Factuality Author, Factuality Source, ClaimKind? Kind, bool KindYields);

/// <summary>What the claim of a frame is.</summary>
internal enum FrameTreatment
{
    /// <summary>What is said.</summary>
    Content,

    /// <summary>That it was said or done.</summary>
    Telling,

    /// <summary>The whole, vouched for by somebody unnamed.</summary>
    Report,

    /// <summary>The whole, hedged by the author.</summary>
    Hedge,
}

/// <summary>The verbs that report, ask, promise, threaten, deny and judge.</summary>
internal static class ReportingLexicon
{
    private static readonly FrozenDictionary<(string, FrameShape), ReportingEntry> Entries =
        ResourceTable.Read("Claims.Resources.reporting.tsv").Select(Entry).ToFrozenDictionary(e => (e.Lemma, e.Shape));

    private static readonly FrozenSet<string> Verbs = Entries.Keys.Where(k => k.Item2 == FrameShape.That).Select(k => k.Item1).ToFrozenSet();

    private static readonly FrozenDictionary<string, ReportingEntry> Nouns = ResourceTable.Read("Claims.Resources.reporting-nouns.tsv")
        .ToFrozenDictionary(r => r[0], r => new ReportingEntry(r[0], FrameShape.That, FrameTreatment.Content, Factuality.Uncommitted, ClaimTerms.FactualityOf(r[1]) ?? Factuality.Certain, ClaimTerms.KindOf(r[2]), KindYields: true));

    private static readonly FrozenSet<string> AllVerbs = Entries.Keys.Select(k => k.Item1).ToFrozenSet();

    /// <summary>Whether the lexicon has the verb in any shape.</summary>
    public static bool IsVerb(string lemma) => AllVerbs.Contains(lemma);

    /// <summary>The row of a verb in a shape, if there is one.</summary>
    public static ReportingEntry? Find(string lemma, FrameShape shape) => Entries.GetValueOrDefault((lemma, shape));

    /// <summary>The row of a noun that governs a clause ("the allegation that …"), if there is one.</summary>
    public static ReportingEntry? Noun(string lemma) => Nouns.GetValueOrDefault(lemma);

    /// <summary>Whether the verb can report a clause.</summary>
    public static bool Reports(string lemma) => Verbs.Contains(lemma);

    private static ReportingEntry Entry(string[] cells)
    {
        var kind = cells[5].TrimEnd('?').Split('|')[0];
        return new ReportingEntry(
            cells[0],
            Enum.Parse<FrameShape>(cells[1], ignoreCase: true),
            Enum.Parse<FrameTreatment>(cells[2], ignoreCase: true),
            ClaimTerms.FactualityOf(cells[3]) ?? Factuality.Uncommitted,
            ClaimTerms.FactualityOf(cells[4]) ?? Factuality.Certain,
            ClaimTerms.KindOf(kind),
            cells[5].EndsWith('?') || cells[5].Contains('|'));
    }
}
