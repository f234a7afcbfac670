using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Standoff.Tests.Cli;

/// <summary>Texts in a folder of their own, on which the program is run for its envelope.</summary>
internal sealed class ProgramTexts(string name) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory(name).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What a verb makes of texts, each a document.</summary>
    public JsonNode Json(string verb, string[] texts, params string[] more)
    {
        var files = texts.Select((t, i) => Write(FormattableString.Invariant($"{i}.txt"), t)).ToArray();
        var run = ProgramRun.Of([verb, .. files, "--json", .. more]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Output)!;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
