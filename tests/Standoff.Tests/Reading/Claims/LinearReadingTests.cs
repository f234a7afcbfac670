using System.Text;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Claims;

/// <summary>
/// Four times the text takes about four times the work, whatever the text. Work is counted in bytes allocated, which other
/// programs on the machine do not change.
/// </summary>
public sealed class LinearReadingTests
{
    private const int Size = 5000;

    [Theory]
    [InlineData(". ")]
    [InlineData("7")]
    [InlineData("7,")]
    [InlineData("(the ship ")]
    [InlineData("“Ships sailed. ")]
    [InlineData("\"Ships sailed. ")]
    [InlineData("\"")]
    [InlineData("he said that ")]
    [InlineData("He said: ")]
    [InlineData("ships; ")]
    [InlineData("a/")]
    [InlineData("the ")]
    [InlineData("from ")]
    [InlineData("Iran warned Israel. ")]
    [InlineData("Minister # Smith spoke. Smith left. ")]
    [InlineData("The # Council met. The council spoke. ")]
    [InlineData("Will the ship sail? ")]
    [InlineData("a\n")]
    public void Work_grows_no_faster_than_the_text(string unit)
    {
        Work(unit, Size);
        var (small, large) = (Work(unit, Size), Work(unit, 4 * Size));
        Assert.InRange(large, 0, 5.5 * small);
    }

    private static long Work(string unit, int size)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < size; i++) text.Append(unit.Replace("#", Name(i), StringComparison.Ordinal));
        var document = new Document(new DocumentId("l"), "l", text.ToString(), new DateOnly(2020, 1, 1));
        var before = GC.GetAllocatedBytesForCurrentThread();
        ClaimReader.Read(document, ReaderOptions.Default);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // Another name for every number.
    private static string Name(int i) => $"B{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676 % 26))}";
}
