using System.Collections.Concurrent;
using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Questions;

/// <summary>A row of <c>evidence.tsv</c>: what a page may tell, and what it does to the hazard of a kind of question.</summary>
internal sealed class EvidenceRow
{
    private static readonly ImmutableArray<EvidenceRow> All = [.. ResourceTable.Load("Questions", "evidence.tsv").Rows.Select(r => new EvidenceRow(r))];

    private static readonly ConcurrentDictionary<string, ImmutableArray<EvidenceRow>> ByKind = new(StringComparer.Ordinal);

    private const string UnmentionedName = "unmentioned";

    private readonly ConcurrentDictionary<string, EvidenceWords> _patterns = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _kinds;
    private readonly string _words;

    private EvidenceRow(ResourceRow row)
    {
        (Name, Group, Sides, LogRatio, Grounds) = (row["sign"], row["group"], row["sides"], row.Number("log-ratio"), row["grounds"]);
        _kinds = [.. row.List("kinds")];
        (MayBeNegated, IsDone) = (row["negated"] == "any", row["negated"] == "so");
        CountsEach = row["words"].StartsWith("@each", StringComparison.Ordinal);
        TakesOld = row["words"].Contains("@old", StringComparison.Ordinal);
        (_words, Needs) = Special(row["words"].Trim('-'));
    }

    public string Name { get; }

    public string Group { get; }

    public string Sides { get; }

    public double LogRatio { get; }

    public bool MayBeNegated { get; }

    /// <summary>Whether it must be told as having come about, and by the right one.</summary>
    public bool IsDone { get; }

    public string Grounds { get; }

    /// <summary>Whether each of its words counts for itself.</summary>
    public bool CountsEach { get; }

    /// <summary>Whether sentences that name another year count.</summary>
    public bool TakesOld { get; }

    /// <summary>What else a sentence must have; <see langword="null"/> if nothing.</summary>
    public Func<PageSentence, AskedQuestion, bool>? Needs { get; }

    public static ImmutableArray<EvidenceRow> Of(QuestionKind kind) => ByKind.GetOrAdd(kind.Key, k => [.. All.Where(r => r._kinds.Contains(k) && r.Name != UnmentionedName)]);

    /// <summary>The row of a page that does not speak of what is asked.</summary>
    public static EvidenceRow? Unmentioned(QuestionKind kind) => All.FirstOrDefault(r => r.Name == UnmentionedName && (r._kinds.Contains(kind.Key) || r._kinds.Contains("*")));

    /// <summary>Its words for a question, the words of whose kind, or of its own, stand for <c>@acts</c>.</summary>
    public EvidenceWords PatternFor(AskedQuestion question) => _words.Contains("@acts", StringComparison.Ordinal) && question.OwnWords.Length > 0
        ? new EvidenceWords(_words.Replace("@acts", question.OwnWords, StringComparison.Ordinal))
        : _patterns.GetOrAdd(question.Kind.Key, _ => new EvidenceWords(_words.Replace("@acts", question.Kind.ActWords, StringComparison.Ordinal)));

    // A mark takes the place of a group of words and asks something else of the sentence; where it stands alone any words will do.
    private static (string Words, Func<PageSentence, AskedQuestion, bool>? Needs) Special(string words)
    {
        var groups = words.Split('&', StringSplitOptions.TrimEntries);
        var rest = string.Join(" & ", groups.Where(g => !g.StartsWith('@') || g == "@acts"));
        return (rest.Length > 0 ? rest : "*", groups.Select(NeedOf).FirstOrDefault(n => n is not null));
    }

    private static readonly decimal Halfway = (decimal)QuestionSettings.Of("count-halfway");
    private static readonly decimal Short = (decimal)QuestionSettings.Of("count-short");

    private static Func<PageSentence, AskedQuestion, bool>? NeedOf(string mark) => mark switch
    {
        "@dated" => (s, q) => s.DayAhead(q.AsOf) is { } day && day <= q.Deadline,
        "@late" => (s, q) => s.DayAhead(q.AsOf) is { } day && day > q.Deadline,
        "@old" => (s, _) => s.IsOld,
        "@near" => (s, _) => s.IsNear,
        "@far" => (s, _) => s.IsFar,
        "@reached" => (s, q) => s.Count(q) is >= 1,
        "@halfway" => (s, q) => s.Count(q) is { } share && share >= Halfway && share < 1,
        "@on-course" => (s, q) => s.Course(q) is >= 1,
        "@off-course" => (s, q) => s.Course(q) < Halfway,
        "@tally" => (s, _) => s.IsTallied,
        "@short" => (s, q) => s.Count(q) < Short,
        _ => null,
    };
}
