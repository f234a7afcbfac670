using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Cli.Faults;
using Standoff.Cli.Games;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Views;
using Standoff.Games.Formats;
using Standoff.Games.Forms;

namespace Standoff.Cli.Verbs;

/// <summary>Reads, shows, converts and solves any game, not only a crisis.</summary>
internal sealed class GameVerb : Verb
{
    private const int DefaultTimeout = 300;
    private static readonly ImmutableArray<string> Actions = ["solve", "show", "convert", "check", "fit"];

    public override string Name => "game";

    public override string Summary => "solve, show, convert, check or fit a game from a file";

    public override string Usage => "standoff game solve|show|convert|check|fit GAME… [options]";

    public override ImmutableArray<string> Examples =>
    [
        "standoff game solve horse.efg --method logit --lambda 1,5,20 --json",
        "standoff game solve chicken.nfg",
        "standoff game show horse.efg -o horse.svg",
        "standoff game convert horse.efg -o horse.nfg",
        "standoff game check games/*.efg",
        "standoff game fit chicken.nfg --data counts.csv --per-player",
        "standoff game fit --model signalling --data cases.csv --payoff a=const,polity",
    ];

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Action, options.GameFiles),
        new("Solving", options.Method, options.Lambda, options.Prior, options.Timeout),
        new("Fitting", options.Data, options.PerPlayer, options.FitModel, options.Payoff, options.StartSeed, options.Jobs),
        new("Output", options.GameOutput, options.To, options.GameJson, options.Force),
        new("General", options.NoColor, options.Help),
    ];

    public override int Run(Request request, Host host)
    {
        var action = request.Action ?? throw Usages("no action given; use solve, show, convert, check or fit");
        if (!Actions.Contains(action)) throw Usages($"'{action}' is no action of game; use solve, show, convert, check or fit");
        if (action == "fit") return Fit(request, host);
        if (request.Games.IsEmpty) throw Usages($"no game given; name a file, or - for standard input");
        if (action != "check" && request.Games.Length > 1) throw Usages($"game {action} takes one game, not {request.Games.Length.ToString(CultureInfo.InvariantCulture)}");
        if (request.Output is { } path and not "-") OutputFile.Check(path, request.Force);
        return action switch
        {
            "check" => Check(request, host),
            "convert" => Convert(LoadedGame.Read(request.Games[0], host), request, host),
            "show" => Show(LoadedGame.Read(request.Games[0], host), request, host),
            _ => Solve(LoadedGame.Read(request.Games[0], host), request, host),
        };
    }

    private static FaultException Usages(string message) => new(Fault.Usage($"{message} — see standoff game --help"));

    private static int Check(Request request, Host host)
    {
        var code = ExitCode.Ok;
        foreach (var path in request.Games)
        {
            try
            {
                var game = LoadedGame.Read(path, host);
                host.Write($"{game.Name}: {TextLayout.Cut(GameText.Heading(game) + Remark(game), int.MaxValue)}\n");
            }
            catch (FaultException bad)
            {
                host.Error.WriteLine(bad.Fault.Line);
                code = bad.Fault.ExitCode;
            }
        }
        return code;
    }

    private static string Remark(LoadedGame game) => game is LoadedGame.Extensive { Game: var tree }
        ? tree.FirstWithImperfectRecall() is { } set ? $" · imperfect recall at \"{set.Name}\" of {tree.Players[set.Player]}" : tree.HasPerfectInformation ? " · perfect information" : " · perfect recall"
        : "";

    private static int Convert(LoadedGame game, Request request, Host host)
    {
        var form = request.To ?? (request.Output is { } path && Path.GetExtension(path) is ".efg" or ".nfg" or ".json" ? Path.GetExtension(request.Output)[1..] : null);
        var text = Named(game, "convert", () => (game, form) switch
        {
            (LoadedGame.Extensive tree, "efg" or null) => ExtensiveGameText.Write(tree.Game),
            (LoadedGame.Extensive tree, "nfg") => NormalFormGameText.Write(StrategicForm.Of(tree.Game)),
            (LoadedGame.Normal table, "nfg" or null) => NormalFormGameText.Write(table.Game),
            (LoadedGame.Normal table, "efg") => ExtensiveGameText.Write(SimultaneousTree.Of(table.Game)),
            (LoadedGame.Stochastic states, "json" or null) => StochasticGameText.Write(states.Game),
            _ => throw new ArgumentException($"it can't be written as .{form}"),
        });
        Deliver(text, request, host);
        return ExitCode.Ok;
    }

    private static int Show(LoadedGame game, Request request, Host host)
    {
        var draws = request.Output is { } path && Path.GetExtension(path) is ".svg";
        var (solution, code) = draws || request.Method is not null || request.Lambdas.Length > 0 ? Solution(game, request, host) : (null, ExitCode.Ok);
        Deliver(draws ? Named(game, "show", () => GameDrawing.Draw(game, solution)) : GameText.Render(game, solution, host.Width, InkOf(request, host)), request, host);
        return code;
    }

    private static int Solve(LoadedGame game, Request request, Host host)
    {
        var form = request.Output is { } path and not "-" ? Path.GetExtension(path) : request.Json ? ".json" : ".txt";
        if (form is not (".json" or ".txt" or ".svg")) throw new FaultException(Fault.FormNotOfVerb(request.Output!, "game"));
        var (solution, code) = Solution(game, request, host);
        var bytes = form switch
        {
            ".json" => GameJson.Write(game, solution),
            ".svg" => Encoding.UTF8.GetBytes(Named(game, solution.Method, () => GameDrawing.Draw(game, solution))),
            _ => Encoding.UTF8.GetBytes((request.Output is null or "-" ? "" : "standoff/1 · ") + SolutionText.Render(game, solution, host.Width, InkOf(request, host))),
        };
        if (request.Output is { } file and not "-") OutputFile.Write(file, bytes, request.Force);
        else host.Write(bytes);
        return code;
    }

    private static int Fit(Request request, Host host)
    {
        if (request.Data is not { } data) throw Usages("game fit needs a table; name it with --data");
        if (request.FitModel is null == request.Games.IsEmpty) throw Usages("game fit takes either a game or --model");
        if (request.Games.Length > 1) throw Usages($"game fit takes one game, not {request.Games.Length.ToString(CultureInfo.InvariantCulture)}");
        var form = request.Output is { } path and not "-" ? Path.GetExtension(path) : request.Json ? ".json" : ".txt";
        if (form is not (".json" or ".txt")) throw new FaultException(Fault.FormNotOfVerb(request.Output!, "game"));
        if (request.Output is { } checkedPath and not "-") OutputFile.Check(checkedPath, request.Force);
        var seconds = request.Timeout ?? DefaultTimeout;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(host.Stop);
        stop.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            var report = FitReportOf(request, DataTable.Read(data, host), host, stop.Token);
            var bytes = form == ".json" ? report.Json() : Encoding.UTF8.GetBytes((request.Output is null or "-" ? "standoff/1 · " : "") + report.Text(host.Width, InkOf(request, host)));
            if (request.Output is { } file and not "-") OutputFile.Write(file, bytes, request.Force);
            else host.Write(bytes);
            if (report.HasConverged) return ExitCode.Ok;
            var fault = Fault.FitNotConverged(data);
            host.Error.WriteLine(fault.Line);
            return fault.ExitCode;
        }
        catch (OperationCanceledException) when (!host.Stop.IsCancellationRequested)
        {
            throw new FaultException(Fault.OutOfTime(data, seconds));
        }
    }

    private static FitReport FitReportOf(Request request, DataTable table, Host host, CancellationToken stop)
    {
        if (request.FitModel is null)
        {
            var game = LoadedGame.Read(request.Games[0], host);
            return Named(game, "fit", () => PlayFits.Fit(game, table, request.PerPlayer, stop));
        }
        try
        {
            return ModelFits.Fit(request.FitModel, table, request.Payoffs, request.Seed ?? 1, request.Jobs ?? Environment.ProcessorCount, stop);
        }
        catch (ArgumentException refused)
        {
            throw new FaultException(Fault.NoFit(table.Name, refused.Message.TrimEnd('.')));
        }
    }

    private static (GameSolution Solution, int Code) Solution(LoadedGame game, Request request, Host host)
    {
        var seconds = request.Timeout ?? DefaultTimeout;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(host.Stop);
        stop.CancelAfter(TimeSpan.FromSeconds(seconds));
        var method = request.Method ?? GameMethods.Default(game, request.Lambdas.Length > 0);
        try
        {
            var solution = Named(game, method, () => method == "tracing" ? LogitMethods.Trace(game, request.Prior, stop.Token) : GameMethods.Solve(game, method, request.Lambdas, stop.Token));
            if (solution.IsComplete) return (solution, ExitCode.Ok);
            var fault = stop.IsCancellationRequested ? Fault.OutOfTime(game.Name, seconds) : Fault.NoPath(game.Name, solution.Profiles is [.., var last] ? last.Rationality ?? 0 : 0);
            host.Error.WriteLine(fault.Line);
            return (solution, fault.ExitCode);
        }
        catch (OperationCanceledException) when (!host.Stop.IsCancellationRequested)
        {
            throw new FaultException(Fault.OutOfTime(game.Name, seconds));
        }
    }

    // What a solver refuses is told with the game's name.
    private static T Named<T>(LoadedGame game, string method, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception refused) when (refused is ArgumentException or GameTooLargeException or ImperfectRecallException or Standoff.Games.Solvers.ImperfectInformationException)
        {
            throw new FaultException(Fault.NotForMethod(game.Name, method, refused is ArgumentException { ParamName: { } name } ? refused.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : refused.Message));
        }
    }

    private static Ink InkOf(Request request, Host host) => new(request.Output is null or "-" && host.Colours(host.OutputIsTerminal, request.NoColor));

    private static void Deliver(string text, Request request, Host host)
    {
        if (request.Output is { } path and not "-") OutputFile.Write(path, Encoding.UTF8.GetBytes(text), request.Force);
        else host.Write(text);
    }
}
