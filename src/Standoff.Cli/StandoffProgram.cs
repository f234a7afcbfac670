using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Verbs;
using Standoff.Envelopes;

namespace Standoff.Cli;

/// <summary>From a command line to an exit code.</summary>
internal static class StandoffProgram
{
    /// <summary>Every verb, in the order of the pipeline.</summary>
    public static Verb[] Verbs =>
        [new RunVerb(), new ReadVerb(), new LedgerVerb(), new ModelVerb(), new SolveVerb(), new ForecastVerb(), new BriefVerb(), new QuestionVerb(), new QuestionsVerb(), new ExplainVerb(), new CompareVerb(), new GameVerb(), new DataVerb()];

    /// <summary>Runs a command line. Whatever goes wrong is one line on standard error and an exit code.</summary>
    public static int Run(string[] args, Host host)
    {
        try
        {
            return Dispatch(args, host);
        }
        catch (FaultException told)
        {
            host.Error.WriteLine(told.Fault.Line);
            return told.Fault.ExitCode;
        }
        catch (StoppedException stopped)
        {
            host.Error.WriteLine($"standoff: {stopped.Message}");
            return host.StopCode;
        }
        catch (OperationCanceledException) when (host.Stop.IsCancellationRequested)
        {
            host.Error.WriteLine($"standoff: {(host.HowFar is { } howFar ? $"stopped {howFar()}" : "stopped")}");
            return host.StopCode;
        }
        catch (Exception unexpected)
        {
            var fault = Fault.Unexpected(unexpected);
            host.Error.WriteLine(fault.Line);
            if (host.Environment("STANDOFF_DEBUG") is { Length: > 0 }) host.Error.WriteLine(unexpected.ToString());
            return fault.ExitCode;
        }
    }

    private static int Dispatch(string[] args, Host host)
    {
        if (args is [] or ["help"] or ["-h" or "--help" or "-?"]) return Print(host, HelpPage.Of(Verbs));
        if (args is ["--version"]) return Print(host, $"standoff {EnvelopeJson.Version} ({RuntimeInformation.FrameworkDescription})\n");
        if (args is ["help", var name] && Verbs.Any(v => v.Name == name)) args = [name, "--help"];
        var options = new VerbOptions();
        var commands = Verbs.ToDictionary(v => CommandOf(v, options));
        var root = new Command("standoff");
        foreach (var command in commands.Keys) root.Add(command);
        var line = root.Parse(args);
        var verb = commands.GetValueOrDefault(line.CommandResult.Command);
        if (verb is not null && line.GetResult(options.Help) is { Implicit: false }) return Print(host, HelpPage.Of(verb, options));
        if (verb is null || line.Errors.Count > 0) return Complain(host, line, verb);
        if (UnknownOption(line) is { } unknown) throw new FaultException(Fault.Usage($"unknown option '{unknown}' — see standoff {verb.Name} --help"));
        return verb.Run(options.Read(line), host);
    }

    private static Command CommandOf(Verb verb, VerbOptions options)
    {
        var command = new Command(verb.Name, verb.Summary);
        foreach (var symbol in verb.Groups(options).SelectMany(g => g.Symbols))
        {
            if (symbol is Option option) command.Add(option);
            else if (symbol is Argument argument) command.Add(argument);
        }
        return command;
    }

    // To the parser a word that no option claims is a file; one that looks like an option is a slip of the hand.
    private static string? UnknownOption(ParseResult line) => line.Tokens
        .TakeWhile(t => t.Type != TokenType.DoubleDash)
        .FirstOrDefault(t => t.Type == TokenType.Argument && t.Value is ['-', _, ..])?.Value;

    private static int Complain(Host host, ParseResult line, Verb? verb)
    {
        var help = verb is null ? "standoff --help" : $"standoff {verb.Name} --help";
        var messages = line.Errors.Select(MessageOf).Distinct().DefaultIfEmpty("no verb given").ToList();
        if (verb is null) messages = [line.Tokens is [var first, ..] ? $"'{(first.Value == "help" && line.Tokens is [_, var asked, ..] ? asked : first).Value}' is no verb" : "no verb given"];
        foreach (var message in messages) host.Error.WriteLine(Fault.Usage($"{message.TrimEnd('.')} — see {help}").Line);
        return ExitCode.Usage;
    }

    private static string MessageOf(ParseError error)
    {
        var option = (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult)?.IdentifierToken?.Value;
        return option is null || error.Message.Contains(option, StringComparison.Ordinal) ? error.Message : $"{option}: {error.Message}";
    }

    private static int Print(Host host, string text)
    {
        host.Write(text);
        return ExitCode.Ok;
    }
}
