using System.Collections.Immutable;
using System.Globalization;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Questions;

namespace Standoff.Cli.Verbs;

/// <summary>Answers one question from reporting.</summary>
internal sealed class QuestionVerb : Verb
{
    // A question with all its fine print; what is longer is a page.
    private const int LongestQuestion = 8_000;

    public override string Name => "question";

    public override string Summary => "a question in words, answered with a probability";

    public override string Usage => "standoff question QUESTION [FILE…] [options]";

    public override ImmutableArray<string> Examples =>
    [
        "standoff question \"Will Spain strike Morocco by 1 May 2030?\" page.txt",
        "standoff question \"Will the truce hold through June?\" reports/*.txt --json",
        "standoff question \"Will Spain invade Morocco in 2030?\" --as-of 2030-01-05",
    ];

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Question, options.Files, options.Date, options.Case, options.Cast, options.Without),
        new("Forecast", options.AsOf, options.AnswerDraws, options.Seed, options.Jobs),
        new("Output", options.AnswerJson),
        new("General", options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    public override int Run(Request request, Host host)
    {
        if (request.Question is not { Length: > 0 } text) throw new FaultException(Fault.Usage("no question given; put it in quotation marks — see standoff question --help"));
        if (text.Length > LongestQuestion)
            throw new FaultException(Fault.Usage(string.Create(CultureInfo.InvariantCulture, $"the question has {text.Length:N0} characters, more than {LongestQuestion:N0}; give the question with its criteria, and the reporting as a file")));
        using var session = CaseSession.Open(request.Case, create: false);
        var from = QuestionSession.Open(request, session, host);
        if (DeadlineReader.NoDay(text, from.AsOf) is { } none) throw new FaultException(Fault.NoSuchDay(none));
        foreach (var fault in from.Omissions) host.Error.WriteLine(fault.Line);
        var answer = from.Answer(QuestionReader.Read(text, from.AsOf), host.Stop);
        if (request.Json) host.Write(AnswerJson.Write([("", answer)], from.Run));
        else host.Write(QuestionView.Render(answer, host.Width, new Ink(host.Colours(host.OutputIsTerminal, request.NoColor))));
        return from.Omissions.Select(f => f.ExitCode).DefaultIfEmpty(ExitCode.Ok).Max();
    }
}
