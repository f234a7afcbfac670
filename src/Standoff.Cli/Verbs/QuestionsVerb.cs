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
        "standoff questions forecast --case c/",
        "standoff questions resolve q-1 no --on 2030-05-02 --case c/",
        "standoff questions score --case c/",
        "standoff questions export --case c/ > forecasts.csv",
    ];

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.QuestionAction, options.QuestionItems, options.Case, options.QuestionFile),
        new("Forecast", options.AsOf, options.AnswerDraws, options.Seed, options.Jobs),
        new("Answer", options.On, options.Note),
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
        if (request.Items is not [{ Length: > 0 } text]) throw Usages("questions add takes one question in quotation marks");
        var (path, file) = QuestionSession.File(request, session);
        var questions = QuestionSession.Questions(file ?? QuestionsYaml.Empty + "  []\n", path);
        var question = new Question { Id = QuestionsYaml.NextId(questions), Text = text, Opens = request.AsOf };
        Save(request, session, path, QuestionsYaml.Add(file ?? "", question));
        host.Write($"{question.Id} is in {path}\n");
        return ExitCode.Ok;
    }

    private static int Resolve(Request request, CaseSession session, Host host)
    {
        if (request.Items is not [var id, var word] || !Enum.TryParse<QuestionOutcome>(word, ignoreCase: true, out var answer) || char.IsDigit(word[0])) throw Usages("questions resolve takes an id and yes, no or void");
        if (request.On is not { } on) throw Usages("questions resolve needs --on DATE, the day on which it was decided");
        var (path, text, questions) = Load(request, session);
        if (questions.All(q => q.Id != id)) throw new FaultException(Fault.UnknownQuestion(path, id));
        Save(request, session, path, QuestionsYaml.Resolve(text, id, new Resolution(on, answer, request.Note ?? "")));
        host.Write(FormattableString.Invariant($"{id} is resolved: {answer.ToString().ToLowerInvariant()}, on {on:yyyy-MM-dd}\n"));
        return ExitCode.Ok;
    }

    private static int Forecast(Request request, CaseSession session, Host host)
    {
        var open = Load(request, session).Questions.Where(q => q.Resolved is null).ToList();
        var from = QuestionSession.Open(request, session, host);
        var answers = open.Select(q => (q.Id, Answer: from.Answer(q.Ask(from.AsOf), host.Stop))).ToList();
        session.Folder.AppendRecord(string.Concat(answers.Select(a => KeptForecast.Of(a.Id, a.Answer, from.Run).Line())));
        foreach (var fault in from.Omissions) host.Error.WriteLine(fault.Line);
        if (request.Csv) return Export(request, session, host);
        if (request.Json) host.Write(AnswerJson.Write(answers, from.Run));
        else host.Write(QuestionsView.Forecasts(answers, host.Width, InkOf(request, host)));
        return from.Omissions.Select(f => f.ExitCode).DefaultIfEmpty(ExitCode.Ok).Max();
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
