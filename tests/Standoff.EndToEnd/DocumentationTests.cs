using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Standoff.EndToEnd;

/// <summary>
/// Executes every <c>console</c> block of the README and the documentation: commands begin with <c>$ </c>, the lines under them are what
/// they print, with <c>…</c> for what is left out.
/// </summary>
public sealed partial class DocumentationTests
{
    private const string Main = "dotnet run -c Release --project src/Standoff.Cli -- ";

    public static TheoryData<string> Pages() =>
        [.. Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Repository.In("docs"), "*.md", SearchOption.AllDirectories)).Concat(Directory.GetFiles(Repository.In("crises"), "README.md", SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(Repository.Root, p)).Where(p => ConsoleBlock().IsMatch(File.ReadAllText(Repository.In(p)))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_console_block_does_what_the_page_says(string page)
    {
        using var folder = new TemporaryFolder();
        Copy(Repository.In("crises"), folder.In("crises"));
        Copy(Repository.In("catalog"), folder.In("catalog"));
        foreach (Match block in ConsoleBlock().Matches(File.ReadAllText(Repository.In(page))))
            foreach (var (command, output) in Commands(block.Groups["body"].Value)) Check(folder.Path, command, output);
    }

    [Fact]
    public void The_readme_has_one_command_for_the_main_job_and_one_for_the_tests()
    {
        var readme = File.ReadAllText(Repository.In("README.md"));
        Assert.Single(Regex.Matches(readme, "^" + Regex.Escape(Main), RegexOptions.Multiline));
        Assert.Equal("dotnet test -c Release", Assert.Single(Regex.Matches(readme, "^dotnet test.*$", RegexOptions.Multiline)).Value);
    }

    [Fact]
    public void Links_of_the_documentation_lead_somewhere()
    {
        var dead =
            from page in Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Repository.In("docs"), "*.md", SearchOption.AllDirectories))
            from Match link in Regex.Matches(File.ReadAllText(page), @"\]\((?<to>[^)#:\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)
            let target = Path.Combine(Path.GetDirectoryName(page)!, link.Groups["to"].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{Path.GetRelativePath(Repository.Root, page)} → {link.Groups["to"].Value}";
        Assert.Empty(dead);
    }

    [GeneratedRegex(@"^```console\n(?<body>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();

    private static IEnumerable<(string Command, string[] Output)> Commands(string block)
    {
        foreach (var part in ("\n" + block).Split("\n$ ").Skip(1))
        {
            var lines = part.TrimEnd('\n').Split('\n');
            yield return (lines[0], lines[1..]);
        }
    }

    private static void Check(string folder, string command, string[] output)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"set -o pipefail; standoff() {{ dotnet exec '{Repository.Program}' \"$@\"; }}; {command.Replace(Main, "standoff ", StringComparison.Ordinal)}");
        using var process = Process.Start(start)!;
        var error = Task.Run(process.StandardError.ReadToEnd);
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"$ {command}\nexit {process.ExitCode}\n{error.Result}");
        var at = 0;
        foreach (var line in output.Where(l => l.Trim() is not ("" or "…")))
        {
            var wanted = new Regex(string.Join(".*", line.Split('…').Select(Regex.Escape)));
            var found = wanted.Match(printed, at);
            Assert.True(found.Success, $"$ {command}\ndoes not print: {line}\nbut:\n{printed}");
            at = found.Index + found.Length;
        }
    }

    private static void Copy(string from, string to)
    {
        // What another test has just received comes and goes.
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".received.", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
