using System.Text;
using Xunit;

namespace Standoff.EndToEnd;

public sealed class HostileInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file_is_refused_by_name() => Refused(_folder.Write("a.txt", ""), 3);

    [Fact]
    public void A_binary_file_is_refused_by_name() =>
        Refused(_folder.Write("a.txt", [.. Enumerable.Range(0, 5000).Select(i => (byte)((i * 7919) ^ (i >> 3)))]), 3);

    [Fact]
    public void Fifty_megabytes_of_one_line_are_refused_within_two_seconds()
    {
        var file = _folder.Write("a.txt", [.. Enumerable.Repeat((byte)'a', 50_000_000)]);
        // The best of three: what else the machine is doing is not the program's fault.
        var best = Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Refused(file, 3);
            return watch.Elapsed.TotalSeconds;
        });
        Assert.True(best < 2, $"It took {best:0.0} s.");
    }

    [Fact]
    public void Html_nested_ten_thousand_deep_is_refused_by_name() =>
        Refused(_folder.Write("a.html", "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 10_000)) + "The minister resigned."), 3);

    [Fact]
    public void A_folder_as_output_is_refused() => Refused(Repository.Sample, 2, "-o", _folder.Path);

    [Fact]
    public void A_form_that_the_verb_does_not_write_is_refused_and_no_file_is_made()
    {
        Refused(_folder.Write("a.txt", "The minister resigned on Monday."), 2, "-o", _folder.In("a.yaml"), "--draws", "64", "--challenger", "Spain", "--target", "Morocco");
        Assert.False(File.Exists(_folder.In("a.yaml")));
    }

    [Fact]
    public void A_folder_that_links_back_to_itself_is_read_once()
    {
        _folder.Write("a.txt", "The minister resigned on Monday.");
        Directory.CreateSymbolicLink(_folder.In("loop"), ".");
        File.CreateSymbolicLink(_folder.In("dangling.txt"), "nowhere.txt");
        var run = StandoffProcess.Run("read", _folder.Path, "--jsonl");
        Assert.Equal(7, run.Code);
        OneLine(run);
        Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Lines_that_end_in_a_carriage_return_alone_are_lines()
    {
        var run = StandoffProcess.Run("read", _folder.Write("a.txt", "DATE: 2026-03-02\r\rThe minister resigned on Monday.\r"), "--json");
        Assert.Equal(0, run.Code);
        Assert.Contains("\"date\":\"2026-03-02\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("The minister resigned", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_is_refused() => Refused(Repository.Sample, 2, "--no-such-option");

    [Fact]
    public void A_network_address_is_refused() => Refused("https://example.org/article", 2);

    [Fact]
    public void A_text_about_cooking_gives_its_claims_and_says_that_it_holds_no_crisis()
    {
        var file = _folder.Write("soup.txt", "DATE: 2025-12-01\n\nThe soup was served hot. The cook added salt and two onions. Guests praised the bread.\n");
        var run = StandoffProcess.Run("run", file, "-o", _folder.In("b.html"));
        Assert.Equal(4, run.Code);
        OneLine(run);
        Assert.False(File.Exists(_folder.In("b.html")));
        Assert.Contains("\"doc\":\"soup\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The minister \uFFFD said that troops \u05D9\u05E8\u05D5\u05E9\u05DC\u05D9\u05DD \u0645\u0631\u062D\u0628\u0627 would leave.")]
    [InlineData("\U0001F600\U0001F1FB\U0001F1EA The army \U00020000\U00020001 said that it would leave. \u0301\u0301\u0301")]
    [InlineData("\u202EThe army said that it would leave\u202C.\u0000 The\u2028minister\u2029resigned.")]
    public void Odd_characters_keep_their_offsets(string text)
    {
        var run = StandoffProcess.Run("read", _folder.Write("a.txt", text), "--jsonl");
        Assert.InRange(run.Code, 0, 3);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var claim = System.Text.Json.JsonDocument.Parse(line);
            var (start, end) = (claim.RootElement.GetProperty("start").GetInt32(), claim.RootElement.GetProperty("end").GetInt32());
            Assert.Equal(text[start..end], claim.RootElement.GetProperty("exact").GetString());
        }
    }

    [Fact]
    public void Invalid_utf8_is_replaced_and_counted()
    {
        var file = _folder.Write("a.txt", [.. Encoding.UTF8.GetBytes("The minister resigned on Monday. The army "), 0xFF, 0xC3, 0x28, .. Encoding.UTF8.GetBytes(" stayed in its barracks.")]);
        var run = StandoffProcess.Run("read", file, "--json");
        Assert.Equal(0, run.Code);
        Assert.Contains("\"invalidSequences\":2", run.Output, StringComparison.Ordinal);
    }

    private static void Refused(string input, int code, params string[] more)
    {
        var run = StandoffProcess.Run(["run", input, .. more]);
        Assert.Equal((code, ""), (run.Code, run.Output));
        OneLine(run);
    }

    private static void OneLine(StandoffProcess run)
    {
        Assert.StartsWith("standoff: error SO", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }
}
