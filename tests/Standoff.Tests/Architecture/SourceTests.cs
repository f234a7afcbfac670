using System.Text.RegularExpressions;
using Xunit;

namespace Standoff.Tests.Architecture;

public sealed class SourceTests
{
    private static readonly MethodLength[] Methods = [.. Sources().SelectMany(MethodLength.In)];

    [Fact]
    public void No_method_is_longer_than_60_lines() =>
        Assert.Empty(Methods.Where(m => m.Lines > 60).Select(m => m.ToString()));

    [Fact]
    public void Nine_methods_in_ten_have_at_most_25_lines()
    {
        var share = Methods.Count(m => m.Lines <= 25) / (double)Methods.Length;
        Assert.True(share >= 0.9, $"{share:P1} of {Methods.Length} methods have at most 25 lines.");
    }

    [Fact]
    public void Half_of_all_methods_have_at_most_8_lines()
    {
        var lengths = Methods.Select(m => m.Lines).Order().ToArray();
        Assert.True(lengths[lengths.Length / 2] <= 8, $"The median method has {lengths[lengths.Length / 2]} lines.");
    }

    [Fact]
    public void No_file_has_500_lines() =>
        Assert.Empty(Sources().Where(f => File.ReadLines(f).Count() >= 500).Select(f => Path.GetRelativePath(Repository.Root, f)));

    [Fact]
    public void A_file_lies_in_the_folder_that_its_namespace_names()
    {
        var astray =
            from file in Sources()
            let text = File.ReadAllText(file)
            let space = Regex.Match(text, @"^namespace (?<space>[\w.]+);", RegexOptions.Multiline).Groups["space"].Value
            where space.Length > 0
            let folder = Path.GetRelativePath(Repository.In("src"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')
            where folder != space
            select $"{Path.GetRelativePath(Repository.Root, file)} has the namespace {space}";
        Assert.Empty(astray);
    }

    [Fact]
    public void The_counter_finds_methods_of_every_form()
    {
        const string source = """
            class C
            {
                public C(int a) : base("{")
                {
                    // one { brace
                }

                int Short() => 1;

                static string Text<T>(T x)
                    where T : class
                {
                    if (x is null) { return $"{x:0}"; }
                    return "}";
                }
            }
            """;
        Assert.Equal([("C", 4), ("Short", 1), ("Text", 6)], MethodLength.InText(source, "C.cs").Select(m => (m.Name, m.Lines)));
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.In("src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"));
}
