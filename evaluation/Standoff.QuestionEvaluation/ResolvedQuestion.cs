using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Histories;
using Standoff.Questions;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.QuestionEvaluation;

/// <summary>What is asked of the program.</summary>
internal sealed record EvaluationOptions(string Questions, string? Pages, string? Half, bool ReadsPages, bool UsesForecast, bool Lists, bool Explains, bool ShowsSigns)
{
    public static EvaluationOptions Of(string[] args)
    {
        string? After(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        return new EvaluationOptions(args[0], After("--pages"), After("--half"), !args.Contains("--no-pages"), !args.Contains("--no-forecast"), args.Contains("--list") || args.Contains("--why"), args.Contains("--why"), args.Contains("--signs"));
    }
}

/// <summary>A question whose answer is known, with the page that was at hand.</summary>
internal sealed record ResolvedQuestion(string Text, DateOnly AsOf, bool CameTrue, string? Page, double? Crowd, string? Half)
{
    private static readonly HistorySource Source = new("questions", "list of questions", [],
        [Column("question", HistoryValue.Text), Column("freeze_datetime", HistoryValue.Text), Column("resolved_to", HistoryValue.Number),
            Column("page", HistoryValue.Text, true), Column("half", HistoryValue.Text, true), Column("freeze_crowd", HistoryValue.Number, true)], "-", "", "");

    /// <summary>
    /// Rows of a file with the columns <c>question</c>, <c>freeze_datetime</c> and <c>resolved_to</c>; <c>page</c> names a file, <c>half</c>
    /// the half of the set, <c>freeze_crowd</c> what others said.
    /// </summary>
    public static List<ResolvedQuestion> Read(EvaluationOptions options)
    {
        if (!File.Exists(options.Questions)) throw new HistoryFault(options.Questions, 0, 0, "is missing; name a file of questions.");
        var rows = HistoryTable.Read(Source, options.Questions, options.Questions).Rows;
        return [.. rows.Where(r => options.Half is null || r["half"] == options.Half).Select(r => Of(r, options))];
    }

    // A page that several questions are asked of is read once.
    private static readonly ConcurrentDictionary<(string Page, DateOnly AsOf), Ledger> Ledgers = [];

    public AnsweredQuestion Answer(EvaluationOptions options)
    {
        var ledger = options.ReadsPages && Page is not null ? Ledgers.GetOrAdd((Page, AsOf), _ => LedgerBuilder.Build([ReadPage(Page)])) : LedgerBuilder.Build([]);
        var asked = QuestionReader.Read(Text, AsOf);
        return new AnsweredQuestion(this, QuestionAnswerer.Answer(asked, ledger, new QuestionOptions { UsesForecast = options.UsesForecast, Jobs = 1 }));
    }

    private Reading.Claims.Reading ReadPage(string path) => DocumentReader.Read(File.ReadAllBytes(path), path, new DocumentOptions { Date = AsOf }) switch
    {
        DocumentResult.Read read => ClaimReader.Read(read.Document, ReaderOptions.Default),
        DocumentResult.Refused refused => throw new HistoryFault(path, 0, 0, refused.Reason),
        var other => throw new InvalidOperationException($"No such result: {other}"),
    };

    private static ResolvedQuestion Of(HistoryRow row, EvaluationOptions options)
    {
        if (!DateOnly.TryParse(row["freeze_datetime"], CultureInfo.InvariantCulture, out var day))
            throw new HistoryFault(options.Questions, row.Line, 0, $"'{row["freeze_datetime"]}' under 'freeze_datetime' is no date; mend the field.");
        var folder = options.Pages ?? Path.GetDirectoryName(Path.GetFullPath(options.Questions))!;
        var page = row["page"] is { Length: > 0 } name ? Path.Combine(folder, name) : null;
        return new ResolvedQuestion(row["question"], day, row.Number("resolved_to") > 0.5, page, row.Number("freeze_crowd"), row["half"]);
    }

    private static HistoryColumn Column(string name, HistoryValue value, bool isOptional = false) => new(name, value, isOptional, IsKey: !isOptional, ImmutableArray.Create(name));
}

/// <summary>A question with the program's answer and what came of it.</summary>
internal sealed record AnsweredQuestion(ResolvedQuestion Question, QuestionAnswer Answer)
{
    public double Probability => Answer.Probability.Mean;

    /// <summary>What the page tells: rows of evidence with their beliefs.</summary>
    public IEnumerable<(EvidenceRow Row, double Belief)> Told => Answer.Signs.Select(s => (EvidenceRow.Of(Answer.Asked.Kind).FirstOrDefault(r => r.Name == s.Name) ?? EvidenceRow.Unmentioned(Answer.Asked.Kind)!, s.Belief));

    /// <summary>Kind, weeks to the deadline, what came of it, page, answer, answer without a page, and each sign of the page with its belief, for whoever fits weights.</summary>
    public string SignLine() => string.Join('\t', Answer.Asked.Kind.Key, Answer.Asked.IsNegated ? "not" : "", string.Create(CultureInfo.InvariantCulture, $"{(Answer.Asked.Deadline.DayNumber - Answer.Asked.AsOf.DayNumber + 1) / 7.0:0.00}"), Question.CameTrue ? "1" : "0", Path.GetFileName(Question.Page),
        string.Create(CultureInfo.InvariantCulture, $"{Probability:0.0000}"), string.Create(CultureInfo.InvariantCulture, $"{Answer.BaseRate:0.0000}"), string.Join(' ', Answer.Signs.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name}:{s.Belief:0.000}"))));

    /// <summary>The answer with how the question was read and what moved it; with its sentences where they are asked for.</summary>
    public string Line(bool explains)
    {
        var asked = Answer.Asked;
        var how = string.Create(CultureInfo.InvariantCulture, $"{Probability,6:0.000} {(Question.CameTrue ? "YES" : "no ")} base {Answer.BaseRate:0.000} hazard {Answer.Hazard:0.0000}{(Answer.CellProbability is { } c ? $" cells {c:0.000}" : "")} | {Question.Text} | {(asked.IsNegated ? "not " : "")}{asked.Kind.Key} {asked.Actor ?? "-"} > {asked.Target ?? "-"} {asked.Person} {asked.Opens:yyyy-MM-dd} to {asked.Deadline:yyyy-MM-dd}");
        if (explains) return how + string.Concat(Answer.Moves.Select(m => string.Create(CultureInfo.InvariantCulture, $"\n         {m.Sign} {m.LogRatio:+0.00;-0.00} {m.Words.Trim().ReplaceLineEndings(" ")}")));
        return how + "\n         " + string.Join(" ", Answer.Moves.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Sign} {m.LogRatio:+0.00;-0.00}")));
    }
}
