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
