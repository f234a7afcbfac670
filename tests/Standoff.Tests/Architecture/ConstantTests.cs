using System.Text.RegularExpressions;
using Xunit;

namespace Standoff.Tests.Architecture;

/// <summary>Numbers that bear on results stand in tables; those that do not stand in docs/methods.md with their grounds.</summary>
public sealed partial class ConstantTests
{
    [Theory]
    [InlineData("Claims")]
    [InlineData("Crises")]
    [InlineData("Forecasts")]
    public void Every_real_constant_in_code_has_its_grounds_in_the_list_of_methods(string folder)
    {
        var listed = File.ReadAllText(Repository.In("docs", "methods.md"));
        var found = from file in Directory.EnumerateFiles(Repository.In("src", "Standoff", folder), "*.cs")
                    from Match constant in Declaration().Matches(File.ReadAllText(file))
                    select $"{TypeAround(File.ReadAllText(file), constant.Index)}.{constant.Groups["name"].Value}";
        Assert.NotEmpty(found);
        Assert.Empty(found.Distinct().Where(name => !listed.Contains($"`{name}`", StringComparison.Ordinal)).Select(name => $"{name} is not in docs/methods.md, Constants in code: make it a row of a table, or list it there with its grounds."));
    }

    // The last type declared at the left margin before a place.
    private static string TypeAround(string text, int place) => TypeDeclaration().Matches(text).Last(t => t.Index < place).Groups["name"].Value;

    [GeneratedRegex(@"const double (?<name>\w+) = ")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:public|internal)[\w ]* (?:class|record|struct) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
