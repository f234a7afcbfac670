using Standoff.Games.Formats;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class GambitTextTests
{
    private const string Signal = """
        EFG 2 R "A \"signal\"" { "Sender" "Receiver" }
        "who knows"

        c "" 1 "" { "strong" 2/3 "weak" 1/3 } 0
        p "" 1 1 "S" { "show" "hide" } 0
        p "" 2 1 "seen" { "yield" "fight" } 0
        t "" 1 "won" { 1.5, -1/2 }
        t "" 2 "" { 0, 0 }
        t "" 1
        p "" 1 2 "W" { "show" "hide" } 3 "paid" { -0.25 0 }
        p "" 2 1
        0
        t "" 1
        t "" 2
        t "" 1
        """;

    [Fact]
    public void A_tree_is_read_with_its_sets_outcomes_and_exact_numbers()
    {
        var game = Read(Signal);
        Assert.Equal("A \"signal\"", game.Title);
        Assert.Equal(["S", "W", "seen"], game.InformationSets.Select(s => s.Name));
        Assert.Equal(2, game.InformationSets[2].Members.Length);
        Assert.Equal(new Rational(-1, 2), game.Nodes[3].Payoffs[1]);
        Assert.Equal(new Rational(2, 3), game.Nodes[0].Probabilities[0]);
    }

    [Fact]
    public void Payoffs_paid_on_the_way_are_added_up()
    {
        var game = Read(Signal);
        Assert.Equal(1.25, game.Nodes[8].TotalPayoffs[0]);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var game = Read(Signal);
        var again = Read(ExtensiveGameText.Write(game));
        Assert.Equal(ExtensiveGameText.Write(game), ExtensiveGameText.Write(again));
        Assert.Equal(game.Nodes.Select(n => n.TotalPayoffs[0]), again.Nodes.Select(n => n.TotalPayoffs[0]));
    }

    [Theory]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nt \"\" 1 \"\" { 1 ", "2:15: '}' was expected before the end of the file.")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nz \"\" 1", "2:1: A node starts with c, p or t, not with \"z\".")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nc \"\" 1 \"\" { \"a\" 1/2 } 0", "2:1: The probabilities of a draw of chance must sum to 1, not to 1/2.")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\np \"\" 2 1 \"\" { \"a\" } 0", "2:1: Information set \"1\" belongs to no player of the game.")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nt \"\" 1 \"\" { 1e99999 }", "2:13: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("EFG 2 R \"x\" { \"A\" }\nt \"\" 4", "2:6: Outcome 4 has no payoffs yet.")]
    [InlineData("EFG 2 R \"x", "1:9: The string is not closed.")]
    [InlineData("", "1:1: A word or number was expected before the end of the file.")]
    public void A_bad_file_is_refused_with_line_column_and_reason(string text, string expected) =>
        Assert.Equal(expected, ExtensiveGameText.Read(text).Error?.ToString());

    [Fact]
    public void Both_versions_of_a_normal_form_file_are_read()
    {
        var payoffs = NormalFormGameText.Read("NFG 1 R \"PD\" { \"A\" \"B\" } { 2 2 } 3 3 5 0 0 5 1 1").Game;
        var outcomes = NormalFormGameText.Read("""
            NFG 1 R "PD" { "A" "B" } { { "c" "d" } { "c" "d" } } "comment"
            { { "peace" 3, 3 } { "" 5, 0 } { "" 0, 5 } { "war" 1, 1 } } 1 2 3 4
            """).Game;
        Assert.NotNull(payoffs);
        Assert.NotNull(outcomes);
        for (var profile = 0; profile < 4; profile++)
            Assert.Equal(payoffs.Payoff(profile, 0), outcomes.Payoff(profile, 0));
        Assert.Equal(5, payoffs.PayoffRounded(1, 0));
        Assert.Equal(NormalFormGameText.Write(outcomes), NormalFormGameText.Write(NormalFormGameText.Read(NormalFormGameText.Write(outcomes)).Game!));
    }

    [Theory]
    [InlineData("NFG 1 R \"\" { \"A\" } { 2 } 1", "1 players with 2 profiles need 2 payoffs, not 1.")]
    [InlineData("NFG 1 R \"\" { \"A\" \"B\" } { 2 } 1", "Strategies are given for 1 of 2 players.")]
    [InlineData("NFG 1 R \"\" { \"A\" } { 2 } { { \"\" 1 } } 1 7", "There is no outcome 7.")]
    public void A_bad_normal_form_file_is_refused(string text, string reason) => Assert.Equal(reason, NormalFormGameText.Read(text).Error?.Reason);

    [Fact]
    public void A_tree_thirty_thousand_moves_deep_is_no_trouble()
    {
        var text = "EFG 2 R \"deep\" { \"A\" }\n" + string.Concat(Enumerable.Repeat("p \"\" 1 1 \"s\" { \"on\" } 0\n", 30_000)) + "t \"\" 1 \"\" { 1 }";
        Assert.Equal(30_001, Read(text).Nodes.Length);
    }

    private static ExtensiveGame Read(string text)
    {
        var file = ExtensiveGameText.Read(text);
        Assert.True(file.IsGame, file.Error?.ToString());
        return file.Game;
    }
}
