using System.Collections.Immutable;
using System.Globalization;
using Standoff.Reading.Attributions;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Attributions;

public sealed class BratFileTests
{
    [Fact]
    public void An_attribution_is_three_texts_a_trigger_and_an_event()
    {
        const string text = "The army left, Ann said.";
        Assert.Equal(
            "T1\tSource 15 18\tAnn\nT2\tCue 19 23\tsaid\nT3\tContent 0 13\tThe army left\nT4\tAttribution 19 23\tsaid\n"
            + "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\nA1\tPart E1 Verb\nA2\tClass E1 Speech\nA3\tFrame E1 That\n",
            BratFile.Write(text, Said.In(text)));
    }

    [Fact]
    public void An_attribution_to_nobody_has_no_source() =>
        Assert.Contains("E1\tAttribution:T3 Cue:T1 Content:T2\n", BratFile.Write("The army left, reportedly.", [Made([], [(16, 25)], [(0, 13)])]), StringComparison.Ordinal);

    [Fact]
    public void Offsets_count_code_points()
    {
        const string text = "🚢🚢 left, Ann said.";
        Assert.Contains("T3\tContent 0 7\t🚢🚢 left\n", BratFile.Write(text, [Made([(11, 14)], [(15, 19)], [(0, 9)])]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stretch_over_line_ends_is_a_fragment_for_each_line()
    {
        const string text = "Ann said: \"We left.\r\n\r\nNobody\tstayed.\"";
        var file = BratFile.Write(text, [Made([(0, 3)], [(4, 8)], [(10, text.Length)])]);
        Assert.Contains("T3\tContent 10 19;23 29;30 38\t\"We left. Nobody stayed.\"\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_back_to_the_same_words()
    {
        const string text = "“🚢 We left 🚢,” Ann Lee said. “Nobody 😀 stayed.”\n\nThe fleet, she 😀 said, would return.";
        var attributions = Said.In(text);
        Assert.NotEmpty(attributions);
        var expected = attributions.SelectMany(a => new[] { a.Source, a.Cue, a.Content, a.Cue }).Where(s => !s.IsEmpty).Select(s => string.Join(' ', s.Select(f => f.Of(text))));
        Assert.Equal(expected, BratFile.Write(text, attributions).Split('\n').Where(l => l.StartsWith('T')).Select(l => Words(l, text)));
    }

    // The words at a line's offsets, as a reader of code points sees them; they must be those that the line repeats.
    private static string Words(string line, string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var cells = line.Split('\t');
        var fragments = cells[1][(cells[1].IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';').Select(f => f.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray());
        var words = string.Join(' ', fragments.Select(f => string.Concat(runes[f[0]..f[1]].Select(r => r.ToString()))));
        Assert.Equal(cells[2], words);
        return words;
    }

    private static Attribution Made((int, int)[] source, (int, int)[] cue, (int, int)[] content) =>
        new(Spans(source), Spans(cue), Spans(content), CuePart.Verb, CueClass.Speech, CueFrame.That);

    private static ImmutableArray<TextSpan> Spans((int Start, int End)[] spans) => [.. spans.Select(s => new TextSpan(s.Start, s.End))];
}
