using System.Runtime.CompilerServices;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Claims;

public sealed class SeedArticleTests
{
    [Fact]
    public void The_article_that_the_product_was_conceived_from_yields_its_items_with_their_sources_and_hedges()
    {
        var root = Root();
        var seeds = Path.Combine(root, "..", "shared", "seeds");
        if (!Directory.Exists(seeds)) Assert.Skip("The article is not here: there is no folder ../shared/seeds beside the repository.");
        var file = Directory.EnumerateFiles(seeds, "*.txt").Order(StringComparer.Ordinal).First();
        var read = Assert.IsType<DocumentResult.Read>(DocumentReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)));
        var reading = ClaimReader.Read(read.Document, ReaderOptions.Default);
        var items = ExpectedItem.ReadAll(Path.Combine(root, "evaluation", "Standoff.ReadingEvaluation", "items.tsv"));
        Assert.All(items, item => Assert.True(item.IsIn(reading), item.Name + ": " + string.Join(" | ", item.Near(reading).Select(ExpectedItem.Chain))));
        Assert.All(reading.Claims, c => Assert.Equal(c.Exact, c.Anchor.Span.Of(read.Document.Text)));
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Standoff.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Standoff.slnx is not above " + here);
    }
}
