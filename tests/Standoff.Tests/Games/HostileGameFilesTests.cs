using System.Text;
using Standoff.Games.Formats;
using Xunit;

namespace Standoff.Tests.Games;

/// <summary>Files that are broken, absurd or made to do harm: each is a game or has one error with its place, and none takes long.</summary>
public sealed class HostileGameFilesTests
{
    private const string Tree = "EFG 2 R \"t\" { \"A\" \"B\" }\n\"\"\n";
    private const string Table = "NFG 1 R \"t\" { \"A\" \"B\" } { 2 2 }\n\"\"\n";

    [Theory]
    [InlineData("t \"\" 1 \"\" { 1e999999999, 0 }", "3:13: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("t \"\" 1 \"\" { 1/0, 0 }", "3:13: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("t \"\" 1 \"\" { 1 }", "3:1: 1 payoffs were given for 2 players.")]
    [InlineData("t \"\" 1 \"\" { 1, 2, 3 }", "3:1: 3 payoffs were given for 2 players.")]
    [InlineData("t \"\" -1", "3:6: Outcome -1 has no payoffs yet.")]
    [InlineData("p \"\" 1 1 \"s\" { \"a\" \"b\" } 0\np \"\" 1 1 \"s\" { \"a\" } 0", "4:1: Information set \"s\" of A has the actions a, b in one place and a in another.")]
    [InlineData("p \"\" 1 1 \"s\" { \"a\" } 0\np \"\" 3 1 \"s\" { \"a\" } 0", "4:1: Information set \"s\" belongs to no player of the game.")]
    [InlineData("p \"\" 0 1 \"s\" { \"a\" } 0", "3:1: Information set \"s\" belongs to no player of the game.")]
    [InlineData("p \"\" 1 1 \"s\" { } 0", "3:1: Information set \"s\" has no action.")]
    [InlineData("p \"\" 1 1 \"s\" 0", "3:8: Information set 1 has no actions yet.")]
    [InlineData("p \"\" 1 99999999999 \"s\" { \"a\" } 0", "3:8: A whole number was expected.")]
    [InlineData("p \"\" 1 1 \"s\" { \"a\" \"b\" } 0\nt \"\" 0\n", "5:1: Another node was expected before the end of the file.")]
    [InlineData("t \"\" 0\nt \"\" 0", "4:1: The end of the file was expected, as every branch has ended, not 't'.")]
    [InlineData("c \"\" 1 \"\" { \"a\" 3/2 \"b\" -1/2 } 0", "3:1: A probability of chance is -1/2, which is negative.")]
    [InlineData("c \"\" 1 \"\" { \"a\" 0.1 \"b\" 0.90000000000000000000000000000000000000000001 } 0", "3:1: The probabilities of a draw of chance must sum to 1, not to 1 + 1E-44.")]
    [InlineData("c \"\" 1 \"\" { } 0", "3:1: The probabilities of a draw of chance must sum to 1, not to 0.")]
    [InlineData("c \"\" 7 \"\" 0", "3:6: Chance 7 has no branches yet.")]
    [InlineData("z \"\" 0", "3:1: A node starts with c, p or t, not with \"z\".")]
    [InlineData("t \"\\", "3:3: The string is not closed.")]
    public void A_broken_tree_has_one_error_with_its_place(string nodes, string expected) => Assert.Equal(expected, ExtensiveGameText.Read(Tree + nodes).Error?.ToString());

    [Theory]
    [InlineData("1 2 3", "3:6: 2 players with 4 profiles need 8 payoffs, not 3.")]
    [InlineData("1 2 3 4 5 6 7 8 9", "3:18: 2 players with 4 profiles need 8 payoffs, not 9.")]
    [InlineData("NaN", "3:1: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("1 Infinity", "3:3: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("0x10", "3:1: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("1/2/3", "3:1: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("1e5e5", "3:1: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("/", "3:1: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("1..5", "3:1: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("١", "3:1: A number such as 3, -1/2 or 0.25 was expected.")]
    [InlineData("1e-999999999", "3:1: A number such as 3, -1/2 or 0.25 was expected.")]
    public void A_broken_table_has_one_error_with_its_place(string payoffs, string expected) => Assert.Equal(expected, NormalFormGameText.Read(Table + payoffs).Error?.ToString());

    [Theory]
    [InlineData("NFG 1 R \"t\" { \"A\" \"B\" } { 2000000000 2 }", "1:37: A player can't have 2000000000 strategies.")]
    [InlineData("NFG 1 R \"t\" { \"A\" \"B\" } { 0 2 }", "1:28: A player can't have 0 strategies.")]
    [InlineData("NFG 1 R \"t\" { \"A\" \"B\" } { 1000000 1000000 }", "1:25: The table of payoffs would have more than 20000000 entries.")]
    [InlineData("NFG 1 R \"t\" { \"A\" \"B\" } { 2 }", "1:25: Strategies are given for 1 of 2 players.")]
    [InlineData("NFG 1 R \"t\" { \"A\" } } { 2 }", "1:21: '{' was expected, not '}'.")]
    [InlineData("NFG 1 R 5", "1:9: '\"' was expected, not '5'.")]
    [InlineData("NFG 9", "1:5: \"1\" was expected.")]
    public void A_broken_head_has_one_error_with_its_place(string text, string expected) => Assert.Equal(expected, NormalFormGameText.Read(text).Error?.ToString());

    [Theory]
    [InlineData("\"delta\":[1,1]", "1:1: Discount factors must lie in [0, 1).")]
    [InlineData("\"delta\":[1e999999999,0]", "1:11: A discount factor must be a number.")]
    [InlineData("\"delta\":[]", "1:1: A stochastic game needs at least one player and one state.")]
    [InlineData("\"nums_actions\":[]", "1:1: A stochastic game needs at least one player and one state.")]
    [InlineData("\"nums_actions\":[[100000,100000]]", "1:17: The tables would have more than 50000000 entries.")]
    [InlineData("\"nums_actions\":[[1.5,1]]", "1:19: A number of actions must be a whole number of at least 1.")]
    [InlineData("\"u\":[[[[1e308]],[[-1e308]]]]", "1:1: Payoffs differ by so much that their sums over periods are larger than any number.")]
    [InlineData("\"u\":[[[[null]],[[2]]]]", "1:10: A payoff must be a number.")]
    [InlineData("\"u\":\"x\"", "1:6: A number or a list was expected.")]
    [InlineData("\"phi\":[[[[-1]]]]", "1:11: The probabilities of the next state must not be negative and must sum to 1, not to -1.")]
    [InlineData("\"phi\":[[[[1]]]],\"phi\":[[[[1]]]]", "1:18: The object has \"phi\" twice.")]
    [InlineData("\"u\":[[[[1]],[[2]]]]}{\"x\":1", "1:22: The JSON is broken here.")]
    public void A_broken_stochastic_game_has_one_error_with_its_place(string first, string expected)
    {
        string[] rest = ["\"nums_actions\":[[1,1]]", "\"delta\":[0.9,0.9]", "\"u\":[[[[1]],[[2]]]]", "\"phi\":[[[[1]]]]"];
        var others = rest.Where(r => !first.Contains(r[..r.IndexOf(':', StringComparison.Ordinal)], StringComparison.Ordinal));
        var text = first.Contains('}', StringComparison.Ordinal) ? "{" + first + "," + string.Join(',', others) + "}" : "{" + string.Join(',', others.Prepend(first)) + "}";
        Assert.Equal(expected, StochasticGameText.Read(text).Error?.ToString());
    }

    [Fact]
    public void Lists_a_hundred_thousand_deep_are_refused() =>
        Assert.Equal("The JSON is broken here.", StochasticGameText.Read("{\"u\":" + new string('[', 100_000) + new string(']', 100_000) + "}").Error?.Reason);

    // Names that are all the same once made ever longer ones, and numbers of sets were counted anew at each node.
    [Fact]
    public void Twenty_thousand_sets_of_one_name_are_read_and_written_back()
    {
        var text = new StringBuilder(Tree);
        for (var set = 1; set <= 20_000; set++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"p \"\" 1 {set} \"s\" {{ \"a\" \"b\" }} 0\nt \"\" 0\n");
        var game = ExtensiveGameText.Read(text.Append("t \"\" 0").ToString()).Game!;
        Assert.Equal(20_000, game.InformationSets.Select(s => s.Name).Distinct().Count());
        Assert.Equal(["s", "s'", "s''", "s'''", "s 5"], game.InformationSets.Take(5).Select(s => s.Name));
        Assert.Equal(20_000, ExtensiveGameText.Read(ExtensiveGameText.Write(game)).Game!.InformationSets.Length);
    }

    [Fact]
    public void A_draw_of_twenty_thousand_unlike_fractions_and_a_tree_of_a_million_nodes_are_refused()
    {
        var fractions = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"\"{i}\" 1/{(2 * i) + 3}")));
        Assert.Equal("3:1: The probabilities of a draw of chance have no common denominator of a sensible length, so they can't be added exactly.", ExtensiveGameText.Read($"{Tree}c \"\" 1 \"\" {{ {fractions} }} 0\n").Error?.ToString());
        var wide = string.Join(' ', Enumerable.Range(0, 1000).Select(i => FormattableString.Invariant($"\"{i}\"")));
        var nodes = string.Concat(Enumerable.Repeat($"p \"\" 1 1 \"s\" {{ {wide} }} 0\n", 501));
        Assert.EndsWith("The tree has more than 500000 nodes.", ExtensiveGameText.Read(Tree + nodes + string.Concat(Enumerable.Repeat("t \"\" 0\n", 501 * 999))).Error?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_word()
    {
        Assert.NotNull(NormalFormGameText.Read("\uFEFF" + Table + "1 1 1 1 1 1 1 1").Game);
        Assert.NotNull(ExtensiveGameText.Read("\uFEFF" + Tree + "t \"\" 0").Game);
    }

    // Characters dropped, doubled, swapped or replaced by what the formats mean something by, in every game of the catalogue.
    [Fact]
    public void A_mutilated_game_is_a_game_or_has_its_error_within_the_text()
    {
        const string meant = "{}\"\\[],:/-.eE0179 \n\0\u00e9\ud83d";
        var random = new Random(17);
        foreach (var path in Directory.EnumerateFiles(Repository.In("catalog"), "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            for (var trial = 0; trial < 40 && text.Length is > 0 and < 20_000; trial++)
            {
                var broken = new StringBuilder(text);
                for (var change = random.Next(1, 6); change > 0 && broken.Length > 0; change--)
                    Mutilate(broken, random, meant);
                Check(path, broken.ToString());
            }
        }
    }

    private static void Mutilate(StringBuilder text, Random random, string meant)
    {
        var at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0: text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)); break;
            case 1: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 12), text.Length - at))); break;
            case 2: text[at] = meant[random.Next(meant.Length)]; break;
            default: text.Insert(at, meant[random.Next(meant.Length)]); break;
        }
    }

    private static void Check(string path, string text)
    {
        var error = Path.GetExtension(path) switch
        {
            ".efg" => ErrorOf(ExtensiveGameText.Read(text)),
            ".nfg" => ErrorOf(NormalFormGameText.Read(text)),
            ".json" => ErrorOf(StochasticGameText.Read(text)),
            _ => null,
        };
        if (error is null)
            return;
        var lines = text.Split('\n');
        Assert.InRange(error.Line, 1, lines.Length);
        Assert.InRange(error.Column, 1, Encoding.UTF8.GetByteCount(lines[error.Line - 1]) + 1);
        Assert.EndsWith(".", error.Reason, StringComparison.Ordinal);
    }

    private static GameFileError? ErrorOf<T>(GameFile<T> file)
        where T : class
    {
        Assert.True(file.Game is null != file.Error is null);
        return file.Error;
    }
}
