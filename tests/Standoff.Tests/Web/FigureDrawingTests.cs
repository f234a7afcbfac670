using System.Xml.Linq;
using Standoff.Briefs;
using Standoff.Tests.Briefs;
using Standoff.Web.Figures;
using Xunit;

namespace Standoff.Tests.Web;

public sealed class FigureDrawingTests
{
    private static readonly Dictionary<string, Figure> Figures = SampleBrief.Brief.Sections.SelectMany(s => s.Blocks).OfType<Block.Picture>().Select(p => p.Figure).ToDictionary(f => f.Id);

    public static TheoryData<string> Ids => [.. Figures.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_drawing_looks_as_accepted(string id) =>
        GoldenFile.Verify(Drawings(id)[0].ToString() + "\n", "tests", "Standoff.Tests", "Web", "Golden", $"{id[2..]}.svg");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_is_drawn_outside_the_canvas(string id)
    {
        foreach (var drawing in Drawings(id))
        {
            var width = double.Parse(drawing.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture);
            var across = drawing.Descendants().Attributes().Where(a => a.Name.LocalName is "x" or "x1" or "x2" or "cx").Select(a => double.Parse(a.Value, System.Globalization.CultureInfo.InvariantCulture));
            Assert.All(across, x => Assert.InRange(x, 0, width));
        }
    }

    // At the end of the axis the outer dots of a wide outcome would lie on one another.
    [Fact]
    public void Dots_do_not_pile_up_at_the_end_of_the_axis()
    {
        var dots = (Figure.Dotplots)Figures["f-dotplots"];
        var wide = dots with { Outcomes = [dots.Outcomes[0] with { Estimate = new(0.31, 0.11, 0.58), Quantiles = [.. Enumerable.Range(0, 50).Select(i => 0.05 + (0.015 * i))] }] };
        var path = Drawings(wide)[0].Descendants().First(e => e.Name.LocalName == "path" && e.Attribute("class")!.Value.StartsWith("dots", StringComparison.Ordinal)).Attribute("d")!.Value;
        var last = path.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(p => double.Parse(p.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).GroupBy(x => x).MaxBy(g => g.Key)!;
        Assert.InRange(last.Count(), 1, 2);
    }

    [Fact]
    public void A_sensitivity_of_two_points_does_not_fill_the_width_of_an_axis_with_ticks()
    {
        var tornado = (Figure.Tornado)Figures["f-tornado"];
        var small = tornado with { Middle = 0.31, Bars = [tornado.Bars[0] with { Low = 0.30, High = 0.32 }] };
        var drawing = Drawings(small)[0];
        var bar = drawing.Descendants().Single(e => e.Attribute("class")?.Value == "bar");
        Assert.InRange(double.Parse(bar.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture), 40, 110);
        Assert.Contains(drawing.Descendants().Where(e => e.Name.LocalName == "text"), t => t.Value == "26\u202F%");
    }

    [Fact]
    public void Names_of_outcomes_are_whole_on_a_small_screen()
    {
        var dots = (Figure.Dotplots)Figures["f-dotplots"];
        var named = dots with { Outcomes = [dots.Outcomes[0] with { Name = "Ground is taken on the target's soil" }] };
        Assert.DoesNotContain("…", Drawings(named)[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_at_the_ends_of_curves_do_not_overlap()
    {
        var tied = (Figure.Curves)Figures["f-endings"];
        var line = tied.Lines[0];
        var crowded = tied with { Lines = [.. Enumerable.Range(0, 7).Select(i => line with { Key = $"k{i}", Name = $"Line {i}" })] };
        var heights = Drawings(crowded)[0].Descendants().Where(e => e.Value.StartsWith("Line ", StringComparison.Ordinal) && e.Name.LocalName == "text")
            .Select(e => double.Parse(e.Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(7, heights.Count);
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 14, $"{pair.Second} is too near to {pair.First}"));
    }

    [Fact]
    public void Fifty_futures_are_fifty_dots_unless_one_stands_for_less_than_a_dot()
    {
        var dots = Drawings("f-futures")[0].Descendants().Where(e => e.Name.LocalName == "circle").ToList();
        Assert.Equal(50, dots.Count(d => d.Attribute("class")!.Value.StartsWith("f ", StringComparison.Ordinal)));
    }

    private static XElement[] Drawings(string id) => Drawings(Figures[id]);

    private static XElement[] Drawings(Figure figure) => [.. XElement.Parse($"<both>{FigureDrawing.Draw(figure)}</both>").Elements()];
}
