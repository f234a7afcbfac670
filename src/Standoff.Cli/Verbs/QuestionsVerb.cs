using System.Collections.Immutable;
using System.Text;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Questions;

namespace Standoff.Cli.Verbs;

/// <summary>The questions of a case: listed, forecast, resolved, scored.</summary>
internal sealed class QuestionsVerb : Verb
{
    private static readonly ImmutableArray<string> Actions = ["list", "forecast", "add", "resolve", "score", "export"];

    public override string Name => "questions";

    public override string Summary => "a case's questions: listed, forecast, resolved, scored";

    public override string Usage => "standoff questions [ACTION] [ITEM…] --case FOLDER [options]";

    public override ImmutableArray<string> Examples =>
    [
        "standoff questions add \"Will Spain strike Morocco by 1 May 2030?\" --case c/",
        "standoff questions add \"Will the truce hold?\" --deadline 2030-05-01 --case c/",
        "standoff questions forecast --case c/",
        "standoff questions resolve q-1 no --on 2030-05-02 --case c/",
        "standoff questions score --case c/",
        "standoff questions export --case c/ > forecasts.csv",
    ];

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.QuestionAction, options.QuestionItems, options.Case, options.QuestionFile),
        new("Forecast", options.AsOf, options.AnswerDraws, options.Seed, options.Jobs),
        new("Question", options.QuestionDeadline, options.QuestionCriteria, options.QuestionSource),
        new("Answer", options.On, options.Note, options.QuestionForce),
        new("Output", options.AnswerJson, options.Csv),
        new("General", options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    public override int Run(Request request, Host host)
    {
        var action = request.Action ?? "list";
        if (!Actions.Contains(action)) throw Usages($"'{action}' is no action of questions; use {string.Join(", ", Actions)}");
        if (request.Case is null && (request.QuestionFile is null || action is not ("list" or "export"))) throw Usages($"questions {action} needs --case FOLDER");
        using var session = CaseSession.Open(request.Case, create: false);
        return action switch
        {
            "add" => Add(request, session!, host),
            "resolve" => Resolve(request, session!, host),
            "forecast" => Forecast(request, session!, host),
            "score" => Score(request, session!, host),
            "export" => Export(request, session, host),
            _ => request.Csv ? Export(request, session, host) : List(request, session, host),
        };
    }

    private static FaultException Usages(string message) => new(Fault.Usage($"{message} — see standoff questions --help"));

    private static Ink InkOf(Request request, Host host) => new(host.Colours(host.OutputIsTerminal, request.NoColor));

    private static (string Path, string Text, ImmutableArray<Question> Questions) Load(Request request, CaseSession? session)
    {
        var (path, text) = QuestionSession.File(request, session);
        return text is null ? throw new FaultException(Fault.NoQuestions(path)) : (path, text, QuestionSession.Questions(text, path));
    }

    private static int List(Request request, CaseSession? session, Host host)
    {
        host.Write(QuestionsView.Table(Load(request, session).Questions, QuestionSession.Kept(session), host.Width, InkOf(request, host)));
        return ExitCode.Ok;
    }

    private static int Export(Request request, CaseSession? session, Host host)
    {
        host.Write(Encoding.UTF8.GetBytes(QuestionsCsv.Write(Load(request, session).Questions, QuestionSession.Kept(session))));
        return ExitCode.Ok;
    }

    private static int Add(Request request, CaseSession session, Host host)
    {
        if (request.Items is not [var text] || string.IsNullOrWhiteSpace(text)) throw Usages("questions add takes one question in quotation marks");
        var (path, file) = QuestionSession.File(request, session);
        var questions = QuestionSession.Questions(file ?? QuestionsYaml.Empty + "  []\n", path);
        var (question, asked, day) = Understood(request, session, text.Trim(), QuestionsYaml.NextId(questions));
        if (!request.Force) Challenge(question, day, questions, path);
        Save(request, session, path, QuestionsYaml.Add(file ?? "", question));
        host.Write($"{question.Id} is in {path}\n{QuestionsView.Added(question, asked, isGiven: request.Deadline is not null)}");
        foreach (var same in AnswerCheck.SameWords(questions, question.Text).Where(q => !request.Quiet && q.Deadline != question.Deadline)) host.Error.WriteLine($"standoff: {same.Id} asks the same in words, with another deadline");
        return ExitCode.Ok;
    }

    // The days are written as they are understood now: words such as "within 30 days" would mean others on every later day.
    private static (Question Question, AskedQuestion Asked, DateOnly? Day) Understood(Request request, CaseSession session, string text, string id)
    {
        var day = request.AsOf ?? session.LatestDate;
        if (day is null && request.Deadline is null) throw new FaultException(Fault.NoDay);
        var asked = QuestionReader.Read(text, day ?? request.Deadline!.Value);
        var deadline = request.Deadline ?? asked.Deadline;
        if (request.Deadline is null && DeadlineReader.NoDay(text, day!.Value) is { } none) throw new FaultException(Fault.NoSuchDay(none));
        var opens = day is not null && asked.Opens > day ? asked.Opens : (DateOnly?)null;
        if (opens > deadline) throw Usages(FormattableString.Invariant($"the deadline, {deadline:yyyy-MM-dd}, lies before the first day that counts, {opens:yyyy-MM-dd}"));
        return (new Question { Id = id, Text = text, Criteria = request.Criteria ?? "", Source = request.Source ?? "", Opens = opens, Deadline = deadline }, asked, day);
    }

    private static void Challenge(Question question, DateOnly? day, ImmutableArray<Question> questions, string path)
    {
        if (AnswerCheck.SameWords(questions, question.Text).FirstOrDefault(q => q.Deadline == question.Deadline || (q.Deadline is null && day is { } on && q.Ask(on).Deadline == question.Deadline)) is { } same) throw new FaultException(Fault.AskedAlready(path, same.Id));
        if (day is { } from && question.Deadline < from) throw new FaultException(Fault.DeadlinePast(question.Deadline.Value, from));
    }

    private static int Resolve(Request request, CaseSession session, Host host)
    {
        if (request.Items is not [var id, var word] || !Enum.TryParse<QuestionOutcome>(word, ignoreCase: true, out var answer) || char.IsDigit(word[0])) throw Usages("questions resolve takes an id and yes, no or void");
        if (request.On is not { } on) throw Usages("questions resolve needs --on DATE, the day on which it was decided");
        var (path, text, questions) = Load(request, session);
        var question = questions.FirstOrDefault(q => q.Id == id) ?? throw new FaultException(Fault.UnknownQuestion(path, id));
        var resolution = new Resolution(on, answer, request.Note ?? "");
        if (!request.Force && AnswerCheck.Against(question, resolution, QuestionSession.Kept(session)) is { } against) throw new FaultException(Fault.AnswerContradicts(path, id, against));
        Save(request, session, path, QuestionsYaml.Resolve(text, id, resolution));
        host.Write(FormattableString.Invariant($"{id} is resolved: {answer.ToString().ToLowerInvariant()}, on {on:yyyy-MM-dd}\n"));
        return ExitCode.Ok;
    }

    private static int Forecast(Request request, CaseSession session, Host host)
    {
        var open = Load(request, session).Questions.Where(q => q.Resolved is null).ToList();
        var from = QuestionSession.Open(request, session, host);
        var faults = from.Omissions.AddRange(open.Where(q => q.Deadline is null).Select(q => DeadlineReader.NoDay(q.Text, from.AsOf)).OfType<string>().Select(Fault.NoSuchDay));
        var asked = open.Where(q => q.Deadline is not null || DeadlineReader.NoDay(q.Text, from.AsOf) is null).Select(q => (Question: q, Asked: q.Ask(from.AsOf))).ToList();
        var answers = asked.Where(a => a.Asked.Deadline >= from.AsOf).Select(a => (a.Question.Id, Answer: from.Answer(a.Asked, host.Stop))).ToList();
        if (!request.Quiet) foreach (var note in DeadlineNotes(asked, QuestionSession.Kept(session), from.AsOf)) host.Error.WriteLine("standoff: " + note);
        session.Folder.AppendRecord(string.Concat(answers.Select(a => KeptForecast.Of(a.Id, a.Answer, from.Run).Line())));
        foreach (var fault in faults) host.Error.WriteLine(fault.Line);
        if (request.Csv) return Export(request, session, host);
        if (request.Json) host.Write(AnswerJson.Write(answers, from.Run));
        else host.Write(QuestionsView.Forecasts(answers, host.Width, InkOf(request, host)));
        return faults.Select(f => f.ExitCode).DefaultIfEmpty(ExitCode.Ok).Max();
    }

    private static IEnumerable<string> DeadlineNotes(IEnumerable<(Question Question, AskedQuestion Asked)> asked, ImmutableArray<KeptForecast> kept, DateOnly asOf)
    {
        foreach (var (question, read) in asked)
        {
            if (read.Deadline < asOf) yield return FormattableString.Invariant($"{question.Id} is not forecast: its deadline, {read.Deadline:yyyy-MM-dd}, lies before {asOf:yyyy-MM-dd} — standoff questions resolve {question.Id} says how it ended");
            else if (question.Deadline is null && kept.LastOrDefault(f => f.Question == question.Id) is { } last && last.Deadline != read.Deadline)
                yield return FormattableString.Invariant($"{question.Id} was forecast to {last.Deadline:yyyy-MM-dd}, and its words now mean {read.Deadline:yyyy-MM-dd} — write the one that is meant as its 'deadline'");
        }
    }

    private static int Score(Request request, CaseSession session, Host host)
    {
        var record = TrackRecord.Of(Load(request, session).Questions, QuestionSession.Kept(session));
        if (request.Json) host.Write(AnswerJson.Write(record));
        else host.Write(QuestionsView.Score(record, host.Width, InkOf(request, host)));
        return ExitCode.Ok;
    }

    private static void Save(Request request, CaseSession session, string path, string text)
    {
        if (request.QuestionFile is null) session.Folder.WriteQuestions(text);
        else Standoff.Storage.AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
    }
}
