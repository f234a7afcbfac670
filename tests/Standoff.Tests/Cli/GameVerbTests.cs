using System.Text;
using System.Text.Json;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class GameVerbTests
{
    private const string Chicken = """
        NFG 1 R "Chicken" { "A" "B" } { { "swerve" "stay" } { "swerve" "stay" } }
        6 6 7 2 2 7 0 0
        """;

    // A sender knows whether it is strong; the receiver sees the signal only.
    private const string Signals = """
        EFG 2 R "Signals" { "A" "B" }
        c "" 1 "" { "strong" 1/3 "weak" 2/3 } 0
        p "" 1 1 "strong" { "mobilise" "wait" } 0
        p "" 2 1 "mobilised" { "yield" "fight" } 0
        t "" 1 "" { 1, 0 }
        t "" 2 "" { 1/4, -1 }
        t "" 3 "" { 0, 1 }
        p "" 1 2 "weak" { "mobilise" "wait" } 0
        p "" 2 1 "mobilised" { "yield" "fight" } 0
        t "" 4 "" { 1, 0 }
        t "" 5 "" { -1, 1/2 }
        t "" 3
        """;

    [Fact]
    public void A_table_is_solved_exactly_with_all_its_equilibria()
    {
        var run = ProgramRun.With(Chicken, "game", "solve", "-", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("extreme", json.RootElement.GetProperty("method").GetString());
        var profiles = json.RootElement.GetProperty("profiles").EnumerateArray().ToList();
        Assert.Equal(3, profiles.Count);
        Assert.Contains("[\"2/3\",\"1/3\"]", run.Output, StringComparison.Ordinal);
        Assert.All(profiles, p => Assert.Equal(0, p.GetProperty("regret").GetDouble()));
    }

    [Fact]
    public void Logit_equilibria_are_given_at_every_lambda_that_was_asked_for()
    {
        var run = ProgramRun.With(Signals, "game", "solve", "-", "--method", "logit", "--lambda", "1,5,20", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal([1.0, 5, 20], json.RootElement.GetProperty("profiles").EnumerateArray().Select(p => p.GetProperty("lambda").GetDouble()));
    }

    [Theory]
    [InlineData("sequence-lemke")]
    [InlineData("subgame-perfect")]
    [InlineData("extreme")]
    [InlineData("lemke-howson")]
    [InlineData("logit")]
    [InlineData("branches")]
    [InlineData("tracing")]
    [InlineData("weak-dominance")]
    public void Every_method_that_takes_the_game_shows_its_result_to_a_person(string method)
    {
        var run = ProgramRun.With(Signals, "game", "solve", "-", "--method", method);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("Signals · extensive game · 2 players · 3 information sets · 11 nodes\n", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("backward", "Information set \"mobilised\" of B has 2 nodes; backward induction needs one")]
    [InlineData("sequence-lp", "This solver is for zero-sum games; here the two payoffs sum to 1 at one end and to -3/4 at another")]
    public void A_method_that_does_not_take_the_game_says_why(string method, string reason)
    {
        var run = ProgramRun.With(Signals, "game", "solve", "-", "--method", method);
        Assert.Equal((4, "", $"standoff: error SO4005: stdin: {reason} — choose another method than {method}, see standoff game --help\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void A_tree_is_shown_with_its_information_sets()
    {
        var run = ProgramRun.With(Signals, "game", "show", "-");
        Assert.Equal(0, run.Code);
        Assert.Contains("├─ strong [1/3] → A: strong\n│  ├─ mobilise → B: mobilised (2 nodes)\n│  │  ├─ yield → (1, 0)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_shown_with_its_best_replies()
    {
        var run = ProgramRun.With(Chicken, "game", "show", "-");
        Assert.Contains("swerve  6, 6    2*, 7*\nstay    7*, 2*  0, 0\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_is_drawn_with_what_is_played()
    {
        var file = Path.Combine(Path.GetTempPath(), $"standoff-{nameof(A_tree_is_drawn_with_what_is_played)}.svg");
        File.Delete(file);
        try
        {
            Assert.Equal(0, ProgramRun.With(Signals, "game", "show", "-", "-o", file).Code);
            var svg = System.Xml.Linq.XDocument.Load(file);
            Assert.Equal(10, svg.Descendants().Count(e => e.Name.LocalName == "line"));
            Assert.Contains(svg.Descendants(), e => e.Value == "mobilise 1");
            Assert.Equal(0, ProgramRun.With(Signals, "game", "show", "-", "-o", file).Code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_game_converted_there_and_back_is_the_same_game()
    {
        var table = ProgramRun.With(Signals, "game", "convert", "-", "--to", "nfg").Output;
        Assert.Contains("{ \"mobilise/mobilise\" \"mobilise/wait\" \"wait/mobilise\" \"wait/wait\" }", table, StringComparison.Ordinal);
        var tree = ProgramRun.With(table, "game", "convert", "-", "--to", "efg").Output;
        Assert.Equal(table, ProgramRun.With(tree, "game", "convert", "-", "--to", "nfg").Output);
        var same = ProgramRun.With(Signals, "game", "convert", "-").Output;
        Assert.Equal(same, ProgramRun.With(same, "game", "convert", "-").Output);
    }

    [Fact]
    public void A_stochastic_game_goes_through_its_tables()
    {
        const string keep = """{"nums_actions":[[2],[1]],"delta":[0.9],"u":[[[1,3]],[[0]]],"phi":[[[1,0],[0,1]],[[0,1]]]}""";
        var again = ProgramRun.With(keep, "game", "convert", "-").Output;
        Assert.Equal(again, ProgramRun.With(again, "game", "convert", "-").Output);
        var run = ProgramRun.With(again, "game", "solve", "-");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("values by state and player ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "SO3013: stdin:1:1: is no game — a file starts with EFG 2, NFG 1 or, for a stochastic game, with {")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nc \"\" 1 \"\" { \"a\" 1/2 \"b\" 1/3 } 0", "SO3012: stdin:2:1: The probabilities of a draw of chance must sum to 1, not to 5/6 — mend it there")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nc \"\" 1 \"\" { \"a\" -1 \"b\" 2 } 0", "SO3012: stdin:2:1: A probability of chance is -1, which is negative — mend it there")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\np \"\" 2 1 \"s\" { \"l\" } 0", "SO3012: stdin:2:1: Information set \"s\" belongs to no player of the game — mend it there")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\np \"\" 1 1 \"s\" { \"l\" \"r\" } 0\nt \"\" 1 \"\" { 1 }", "SO3012: stdin:3:16: Another node was expected before the end of the file — mend it there")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nt \"\" 1 \"\" { 1e99999 }", "SO3012: stdin:2:13: A number such as 3, -1/2 or 0.25 was expected — mend it there")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nt \"\" 1 \"\" { 1/0 }", "SO3012: stdin:2:13: A number such as 3, -1/2 or 0.25 was expected — mend it there")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nt \"\" 7", "SO3012: stdin:2:6: Outcome 7 has no payoffs yet — mend it there")]
    [InlineData("EFG 2 R \"x", "SO3012: stdin:1:9: The string is not closed — mend it there")]
    [InlineData("NFG 1 R \"x\" { \"A\" \"B\" } { 100000 100000 }\n1", "SO3012: stdin:1:25: The table of payoffs would have more than 20000000 entries — mend it there")]
    [InlineData("NFG 1 R \"x\" { \"A\" \"B\" } { 2 2 }\n1 2 3", "SO3012: stdin:2:6: 2 players with 4 profiles need 8 payoffs, not 3 — mend it there")]
    [InlineData("{\"nums_actions\":[[1]],\n\"delta\":[0.5],\"u\":[[[1]]],\"phi\":[[[0.5]]]}", "SO3012: stdin:2:35: The probabilities of the next state must not be negative and must sum to 1, not to 0.5 — mend it there")]
    [InlineData("{\"nums_actions\":[[1]]", "SO3012: stdin:1:22: The JSON is broken here — mend it there")]
    public void A_bad_file_is_told_with_line_and_column(string text, string error)
    {
        var run = ProgramRun.With(text, "game", "check", "-");
        Assert.Equal((3, "", $"standoff: error {error}\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void Numbers_that_grow_beyond_all_bounds_are_refused()
    {
        var text = new StringBuilder("EFG 2 R \"x\" { \"A\" }\nc \"\" 1 \"\" {");
        for (var i = 0; i < 20_000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $" \"{i}\" 1/{(2L * i) + 1_000_003}");
        text.Append(" } 0\n");
        Assert.Equal(3, ProgramRun.With(text.ToString(), "game", "check", "-").Code);
        Assert.Equal(3, ProgramRun.With($"EFG 2 R \"x\" {{ \"A\" }}\nt \"\" 1 \"\" {{ {new string('9', 1_000_000)} }}", "game", "check", "-").Code);
    }

    [Fact]
    public void A_tree_as_deep_as_it_is_long_is_read_and_solved()
    {
        var text = new StringBuilder("EFG 2 R \"chain\" { \"A\" \"B\" }\n");
        const int depth = 50_000;
        for (var i = 0; i < depth; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"p \"\" {(i % 2) + 1} {(i / 2) + 1} \"{i}\" {{ \"stop\" \"go\" }} 0\nt \"\" {i + 1} \"\" {{ {i % 7}, {i % 5} }}\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"t \"\" {depth + 1} \"\" {{ 1, 1 }}\n");
        var run = ProgramRun.With(text.ToString(), "game", "solve", "-");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("method backward", run.Output, StringComparison.Ordinal);
        var check = ProgramRun.With(text.ToString(), "game", "solve", "-", "--method", "logit");
        Assert.Equal(4, check.Code);
        Assert.Contains("takes at most 6000", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no action given; use solve, show, convert, check or fit", "game")]
    [InlineData("'frob' is no action of game; use solve, show, convert, check or fit", "game", "frob", "a.efg")]
    [InlineData("no game given; name a file, or - for standard input", "game", "solve")]
    [InlineData("game solve takes one game, not 2", "game", "solve", "a.efg", "b.efg")]
    [InlineData("--lambda: '-1' is no number above 0 and at most 1e9 — write it as 1,5,20", "game", "solve", "a.efg", "--lambda=-1")]
    public void A_wrong_command_line_says_what_is_wrong(string message, params string[] args)
    {
        var run = ProgramRun.Of(args);
        Assert.Equal((2, $"standoff: error SO2001: {message} — see standoff game --help\n"), (run.Code, run.Error));
    }
}
