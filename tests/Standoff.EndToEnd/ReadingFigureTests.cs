using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Standoff.EndToEnd;

/// <summary>No figure of the reader may fall below what <c>evaluation/reading/floors.tsv</c> says.</summary>
public sealed partial class ReadingFigureTests
{
    [Fact]
    public void Claims_do_not_get_worse() => Holds("claims", shared =>
        Scored("predict", "score_claims.py", Path.Combine(shared, "eval", "texts"), Path.Combine(shared, "eval", "texts")));

    [Fact]
    public void Attributions_do_not_get_worse() => Holds("attribution", shared =>
        Scored("attributions", "score_attribution.py", Path.Combine(shared, "data", "reading", "polnear", "text"), Path.Combine(shared, "data", "reading", "polnear")));

    [Fact]
    public void Events_do_not_get_worse() => Holds("events", shared =>
        Scored("events", "score_events.py", Path.Combine(shared, "data", "reading", "plv", "PLV_train.tsv"), Path.Combine(shared, "data", "reading", "plv", "PLV_train.tsv")));

    [Fact]
    public void Tags_and_trees_do_not_get_worse() => Holds("parser", shared =>
    {
        var printed = Run("dotnet", Beside("Standoff.Training.dll"), "evaluate", Path.Combine(shared, "data", "ud"));
        return measure => TreebankFigure(printed, measure);
    });

    private static void Holds(string program, Func<string, Func<string, double>> evaluate)
    {
        var floors = Floors(program);
        Assert.NotEmpty(floors);
        var figure = evaluate(Shared());
        var fallen = floors.Where(f => figure(f.Measure) < f.Floor)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Measure} is {figure(f.Measure):0.####}, below {f.Floor:0.####}"));
        Assert.Empty(fallen);
    }

    private static List<(string Measure, double Floor)> Floors(string program) =>
        [.. File.ReadLines(Repository.In("evaluation", "reading", "floors.tsv"))
            .Where(l => l.StartsWith(program + "\t", StringComparison.Ordinal))
            .Select(l => l.Split('\t'))
            .Select(c => (c[1], double.Parse(c[2], CultureInfo.InvariantCulture)))];

    // Runs one command of the reader's evaluation and the scorer of its gold; answers with the figure at a path of the scorer's JSON.
    private static Func<string, double> Scored(string command, string scorer, string input, string gold)
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "answers");
        Run("dotnet", Beside("Standoff.ReadingEvaluation.dll"), command, input, output);
        var json = JsonDocument.Parse(Run("python3", Path.Combine(Shared(), "eval", scorer), gold, output, "--json")).RootElement;
        return measure => measure.Split('.').Aggregate(json, (at, name) => at.GetProperty(name)).GetDouble();
    }

    private static double TreebankFigure(string printed, string measure)
    {
        var (treebank, name) = (measure.Split('.')[0], measure.Split('.')[1]);
        var line = printed.Split('\n').Single(l => l.StartsWith(treebank + " dev: gold words", StringComparison.Ordinal));
        var found = Percentage().Matches(line).Single(m => string.Equals(m.Groups["name"].Value, name, StringComparison.Ordinal));
        return double.Parse(found.Groups["value"].Value, CultureInfo.InvariantCulture);
    }

    private static string Shared()
    {
        var shared = Path.GetFullPath(Repository.In("..", "shared"));
        if (!Directory.Exists(Path.Combine(shared, "eval"))) Assert.Skip("The annotated texts are not here: there is no folder ../shared/eval beside the repository.");
        if (!IsOnPath("python3")) Assert.Skip("The scorers need python3, which is not here.");
        return shared;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Beside(string program) => Path.Combine(AppContext.BaseDirectory, program);

    private static string Run(string program, params ReadOnlySpan<string> args)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Repository.Root };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', args)} returned {process.ExitCode}.");
        return output;
    }

    [GeneratedRegex(@"(?<name>\w+) (?<value>[\d.]+) %", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Percentage();
}
