using System.Text;
using System.Text.Json;
using Xunit;

namespace Standoff.EndToEnd;

public sealed class GameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_game_of_the_catalogue_is_solved_to_json_and_to_a_drawing()
    {
        var horse = Repository.In("catalog", "selten-1975", "horse.efg");
        var run = StandoffProcess.Run("game", "solve", horse, "--method", "logit", "--lambda", "1,5,20", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Bytes);
        Assert.Equal(3, json.RootElement.GetProperty("profiles").GetArrayLength());
        Assert.Equal(run.Bytes, StandoffProcess.Run("game", "solve", horse, "--method", "logit", "--lambda", "1,5,20", "--json").Bytes);
        Assert.Equal(0, StandoffProcess.Run("game", "show", horse, "-o", _folder.In("horse.svg")).Code);
        Assert.StartsWith("<svg", File.ReadAllText(_folder.In("horse.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_game_of_the_catalogue_is_sound()
    {
        string[] games = [.. Directory.GetFiles(Repository.In("catalog"), "*.?fg", SearchOption.AllDirectories)];
        var run = StandoffProcess.Run(["game", "check", .. games]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(games.Length, run.Output.Count(c => c == '\n'));
    }

    // 24 × 24 strategies have more vertices than anybody can wait for.
    [Fact]
    public void What_takes_too_long_stops_in_time()
    {
        var random = new Random(24);
        var table = new StringBuilder("NFG 1 R \"large\" { \"A\" \"B\" } { 24 24 }\n").AppendJoin(' ', Enumerable.Range(0, 2 * 24 * 24).Select(_ => random.Next(-1000, 1000)));
        var run = StandoffProcess.Run("/", Encoding.UTF8.GetBytes(table.ToString()), "game", "solve", "-", "--method", "extreme", "--timeout", "1");
        Assert.Equal((124, "standoff: error SO5003: stdin: not solved within 1 s — allow more with --timeout\n"), (run.Code, run.Error));
    }

    [Fact]
    public void A_file_without_end_of_braces_or_sense_ends_in_one_line()
    {
        foreach (var text in new[] { new string('{', 100_000), "EFG 2 R \"x\" " + new string('{', 100_000), "{\"u\":" + new string('[', 100_000), "NFG 1 R \"x\" { \"A\" } { 1000000 } 1" })
        {
            var run = StandoffProcess.Run("/", Encoding.UTF8.GetBytes(text), "game", "check", "-");
            Assert.Equal((3, ""), (run.Code, run.Output));
            Assert.StartsWith("standoff: error SO30", run.Error, StringComparison.Ordinal);
            Assert.Equal(1, run.Error.Count(c => c == '\n'));
        }
    }
}
