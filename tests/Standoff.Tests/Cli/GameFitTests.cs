using System.Globalization;
using System.Text;
using System.Text.Json;
using Standoff.Games.Models;
using Standoff.Tests.Games;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class GameFitTests : IDisposable
{
    private static readonly string Chicken = Repository.In("catalog", "rapoport-chammah-1966", "chicken.nfg");
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void λ_of_a_table_is_fitted_to_counts_of_strategies()
    {
        var run = ProgramRun.With("player,strategy,count\nRow,swerve,70\nRow,stay,30\nColumn,1,68\nColumn,2,32\n", "game", "fit", Chicken, "--data", "-", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(200, json.RootElement.GetProperty("observations").GetDouble());
        var λ = json.RootElement.GetProperty("parameters")[0];
        Assert.Equal("λ", λ.GetProperty("name").GetString());
        Assert.InRange(λ.GetProperty("estimate").GetDouble(), 0.01, 5);
        Assert.InRange(λ.GetProperty("standard_error").GetDouble(), 1e-4, 1);
        Assert.Equal(5, json.RootElement.GetProperty("parameters").GetArrayLength());
    }

    [Fact]
    public void λ_of_a_tree_is_fitted_to_counts_of_moves_or_of_outcomes()
    {
        const string game = "EFG 2 R \"Entry\" { \"A\" \"B\" }\np \"\" 1 1 \"market\" { \"out\" \"in\" } 0\nt \"\" 1 \"quiet\" { 0, 2 }\np \"\" 2 1 \"entry\" { \"fight\" \"share\" } 0\nt \"\" 2 \"war\" { -1, -1 }\nt \"\" 3 \"shared\" { 1, 1 }\n";
        File.WriteAllText(_file, "player,set,action,count\nA,market,out,30\nA,market,in,70\nB,entry,fight,20\nB,entry,share,50\n");
        var moves = ProgramRun.With(game, "game", "fit", "-", "--data", _file);
        File.WriteAllText(_file, "outcome,count\nquiet,30\nwar,20\nshared,50\n");
        var outcomes = ProgramRun.With(game, "game", "fit", "-", "--data", _file);
        Assert.Equal((0, 0, "", ""), (moves.Code, outcomes.Code, moves.Error, outcomes.Error));
        Assert.Equal(LineWith(moves.Output, "   λ "), LineWith(outcomes.Output, "   λ "));
        Assert.StartsWith("standoff/1 · Entry · extensive game", moves.Output, StringComparison.Ordinal);
        Assert.All(moves.Output.Split('\n'), line => Assert.True(line.Length <= 92, line));
    }

    [Fact]
    public void Each_player_gets_a_λ_where_that_is_asked_for()
    {
        File.WriteAllText(_file, "player,set,action,count\nA,market,out,30\nA,market,in,70\nB,entry,fight,20\nB,entry,share,50\n");
        const string game = "EFG 2 R \"Entry\" { \"A\" \"B\" }\np \"\" 1 1 \"market\" { \"out\" \"in\" } 0\nt \"\" 1 \"quiet\" { 0, 2 }\np \"\" 2 1 \"entry\" { \"fight\" \"share\" } 0\nt \"\" 2 \"war\" { -1, -1 }\nt \"\" 3 \"shared\" { 1, 1 }\n";
        var run = ProgramRun.With(game, "game", "fit", "-", "--data", _file, "--per-player", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        // B chooses between -1 and 1, A between 0 and what B then does: 3/7.
        Assert.Equal(Math.Log(2.5) / 2, json.RootElement.GetProperty("parameters")[1].GetProperty("estimate").GetDouble(), 1e-4);
        Assert.Equal(Math.Log(7.0 / 3) / (3.0 / 7), json.RootElement.GetProperty("parameters")[0].GetProperty("estimate").GetDouble(), 1e-4);
    }

    [Theory]
    [InlineData("player,strategy,count\nRow,swerve,x\n", "SO4040: stdin:2:12: 'x' in count is no number — mend it there")]
    [InlineData("player,strategy,count\nRow,swerve,-3\n", "SO4040: stdin:2:12: '-3' in count is no count: it is below 0 — mend it there")]
    [InlineData("player,strategy,count\nRow,swerve\n", "SO4040: stdin:2:5: The line has 2 cells, the first one 3 — mend it there")]
    [InlineData("player,strategy,count\nRow,\"swerve,3\n", "SO4040: stdin:2:5: The quote is not closed — mend it there")]
    [InlineData("player,strategy,strategy\nRow,1,3\n", "SO4040: stdin:1:17: The column 'strategy' stands here twice — mend it there")]
    [InlineData("player,strategy,count\n", "SO4040: stdin:1:1: A table needs a line of column names and a line of values — mend it there")]
    [InlineData("player,strategy,times\nRow,swerve,3\n", "SO4041: stdin:1:1: has no column 'count' — it has player, strategy, times")]
    [InlineData("player,strategy,count\nRow,swerve,3\nMe,swerve,3\n", "SO4042: stdin:3:1: 'Me' is not a player; the game has Row, Column — mend it there, or give the game that the play is of")]
    [InlineData("player,strategy,count\nRow,jump,3\n", "SO4042: stdin:2:5: 'jump' is not a choice of Row there; the game has swerve, stay — mend it there, or give the game that the play is of")]
    [InlineData("player,strategy,count\nRow,swerve,0\n", "SO4043: stdin: nothing was counted: all counts are 0 — give data that tell something of every coefficient")]
    public void Bad_data_are_told_with_line_and_column(string table, string error)
    {
        var run = ProgramRun.With(table, "game", "fit", Chicken, "--data", "-");
        Assert.Equal((4, "", $"standoff: error {error}\n"), (run.Code, run.Output, run.Error));
    }

    [Theory]
    [InlineData("game fit needs a table; name it with --data", "game", "fit", "a.nfg")]
    [InlineData("game fit takes either a game or --model", "game", "fit", "--data", "a.csv")]
    [InlineData("game fit takes either a game or --model", "game", "fit", "a.nfg", "--model", "signalling", "--data", "a.csv")]
    [InlineData("game fit takes one game, not 2", "game", "fit", "a.nfg", "b.nfg", "--data", "a.csv")]
    [InlineData("--model: 'chess' is not one of strategic-war, signalling, audience-costs", "game", "fit", "--model", "chess", "--data", "a.csv")]
    public void A_wrong_command_line_says_what_is_wrong(string message, params string[] args)
    {
        var run = ProgramRun.Of(args);
        Assert.Equal((2, $"standoff: error SO2001: {message} — see standoff game --help\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("no --payoff given; write --payoff NAME=TERM,TERM,… for status-quo, war, war-second")]
    [InlineData("--payoff peace=const: names none of status-quo, war, war-second; write it as status-quo=const,COLUMN", "peace=const")]
    [InlineData("--payoff war=x: war has its terms already", "war=const", "war=x")]
    [InlineData("--payoff war=x,x: 'x' stands there twice", "war=x,x")]
    public void Terms_of_payoffs_that_the_model_cannot_take_are_told(string message, params string[] payoffs)
    {
        var run = ProgramRun.With("esc,war,x\n1,0,1\n", ["game", "fit", "--model", "strategic-war", "--data", "-", .. payoffs.SelectMany(p => new[] { "--payoff", p })]);
        Assert.Equal((2, $"standoff: error SO2001: {message} — see standoff game --help\n"), (run.Code, run.Error));
    }

    // The share of outcomes in each half of the data is that of the payoffs it was made with, so these are found again.
    [Fact]
    public void The_strategic_war_model_is_fitted_to_a_table_and_lines_without_a_value_are_left_out()
    {
        var table = new StringBuilder("esc,war,strong,\"regime, first\"\n,,1,dem\n1,,0,dem\n1,1,NA,dem\n");
        foreach (var (strong, statusQuo, capitulation, war) in new[] { (0, 300, 400, 300), (1, 200, 200, 600) })
        {
            foreach (var (line, count) in new[] { ("0,NA", statusQuo), ("1,0", capitulation), ("1,1", war) })
            {
                for (var i = 0; i < count; i++) table.Append(CultureInfo.InvariantCulture, $"{line},{strong},{(i % 2 == 0 ? "dem" : "auto")}\n");
            }
        }

        var run = ProgramRun.With(table.ToString(), "game", "fit", "--model", "strategic-war", "--data", "-", "--payoff", "status-quo=const,strong", "--payoff", "war-second=const,strong", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2000, json.RootElement.GetProperty("observations").GetDouble());
        Assert.Equal("Left out: 3 lines that lack a value.", json.RootElement.GetProperty("notes")[0].GetString());
        var saturated = (300 * Math.Log(0.3)) + (400 * Math.Log(0.4)) + (300 * Math.Log(0.3)) + (400 * Math.Log(0.2)) + (600 * Math.Log(0.6));
        Assert.Equal(saturated, json.RootElement.GetProperty("log_likelihood").GetDouble(), 1e-6);
        Assert.All(json.RootElement.GetProperty("parameters").EnumerateArray(), p => Assert.True(p.GetProperty("standard_error").GetDouble() > 0));
    }

    [Fact]
    public void The_signalling_model_is_fitted_to_a_table_of_counts()
    {
        var table = new StringBuilder("sq,cd,sf,bd,trade\n");
        for (var i = 0; i < 20; i++)
        {
            var x = i / 10.0;
            var e = new CrisisSignalling(0, 0.4, -0.6 + (0.3 * x), -0.8, -0.9, -1.2, 0).Equilibria()[0];
            table.Append(CultureInfo.InvariantCulture, $"{1000 * e.StatusQuo},{1000 * e.Concession},{1000 * e.Conflict},{1000 * e.BackDown},{x * x}\n");
        }

        var run = ProgramRun.With(table.ToString(), "game", "fit", "--model", "signalling", "--data", "-", "--payoff", "V_A=const", "--payoff", "C_B=const,sqrt(trade)", "--payoff", "W_A=const", "--payoff", "W_B=const", "--payoff", "a=const", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        double[] expected = [0.4, -0.6, 0.3, -0.8, -0.9, -1.2];
        Assert.All(expected.Zip(json.RootElement.GetProperty("parameters").EnumerateArray()), pair => Assert.Equal(pair.First, pair.Second.GetProperty("estimate").GetDouble(), 1e-3));
    }

    [Fact]
    public void The_audience_cost_model_is_fitted_to_a_table_of_pairs()
    {
        var sample = AudienceCostReference.Small();
        var run = ProgramRun.With(AudienceTable(sample), "game", "fit", "--model", "audience-costs", "--data", "-", "--payoff", "pair=const,x", "--payoff", "country=const,z", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var found = json.RootElement.GetProperty("parameters").EnumerateArray().ToList();
        Assert.Equal(("crisis", "const"), (found[0].GetProperty("of").GetString(), found[0].GetProperty("name").GetString()));
        Assert.Equal(("audience cost", "C4"), (found[^1].GetProperty("of").GetString(), found[^1].GetProperty("name").GetString()));
        Assert.All(AudienceCostReference.SmallParameters.All.Zip(found), pair => Assert.Equal(pair.First, pair.Second.GetProperty("estimate").GetDouble(), 1e-3));
    }

    [Fact]
    public void A_country_cannot_have_two_values_nor_stand_against_itself()
    {
        var lines = AudienceTable(AudienceCostReference.Small()).Split('\n');
        string[] fit = ["game", "fit", "--model", "audience-costs", "--data", "-", "--payoff", "pair=const", "--payoff", "country=const,z"];
        var other = ProgramRun.With(string.Join('\n', [lines[0], lines[1], lines[2].Replace(lines[2].Split(',')[4], "9", StringComparison.Ordinal)]), fit);
        Assert.StartsWith("standoff: error SO4040: stdin:3:", other.Error, StringComparison.Ordinal);
        Assert.Contains("C0 has another value of z in an earlier line", other.Error, StringComparison.Ordinal);
        Assert.Equal("standoff: error SO4040: stdin:2:4: 'C0' is paired with itself — mend it there\n", ProgramRun.With($"{lines[0]}\n{lines[1].Replace("C1", "C0", StringComparison.Ordinal)}", [.. fit[..^2], "--payoff", "country=const"]).Error);
    }

    private static string AudienceTable(AudienceCostSample sample)
    {
        var table = new StringBuilder("first,second,x.1,x.2,z.1,z.2");
        foreach (var side in (ReadOnlySpan<string>)["1", "2"])
        {
            foreach (var state in (ReadOnlySpan<string>)["peace", "crisis", "war"])
                table.Append(CultureInfo.InvariantCulture, $",{state}.none.{side},{state}.threat.{side},{state}.force.{side}");
        }

        foreach (var pair in sample.Pairs)
        {
            var (z1, z2) = (sample.Countries[pair.First][1], sample.Countries[pair.Second][1]);
            table.Append(CultureInfo.InvariantCulture, $"\nC{pair.First},C{pair.Second},{pair.RegressorsFirst[1]},{pair.RegressorsSecond[1]},{z1},{z2},{string.Join(',', pair.Counts.Select(n => n.ToString("R", CultureInfo.InvariantCulture)))}");
        }

        return table.Append('\n').ToString();
    }

    private static string LineWith(string text, string start) => text.Split('\n').First(line => line.StartsWith(start, StringComparison.Ordinal));
}
