using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class CrisisYamlSpliceTests
{
    private const string Mine = """
        # Northland, my copy
        title: Northland v. Southland  # working title

        demand:
            text: give up power
            kind: leader-departure

        # the two sides
        target:
            name: Southland
        challenger: {name: Northland}

        parameters:
            # from the poll of May
            audience-cost:
                value: 0.4 to 0.6
                grounds: A
            # left alone
            leader-resolve:
                grounds: D

        # last words
        """;

    [Fact]
    public void What_nothing_changed_stays_letter_by_letter() =>
        Assert.Equal(Mine + "\n", CrisisYaml.Write(Read(Mine), Mine));

    [Fact]
    public void Only_what_differs_is_written_anew()
    {
        var before = Read(Mine);
        var after = before with
        {
            AsOf = new DateOnly(2030, 5, 1),
            Target = before.Target with { Leader = "Bela Orsun" },
            Parameters = [.. before.Parameters.Select(p => p.Name == "audience-cost" ? p with { Value = new Distribution.Point(0.7) } : p)],
        };
        var text = CrisisYaml.Write(after, Mine);

        Assert.Equal(CrisisYaml.Write(after), CrisisYaml.Write(Read(text)));
        foreach (var line in new[] { "# Northland, my copy", "title: Northland v. Southland  # working title", "# the two sides", "challenger: {name: Northland}", "    # from the poll of May", "    # left alone", "# last words" })
            Assert.Contains(line + "\n", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("demand:", StringComparison.Ordinal) < text.IndexOf("target:", StringComparison.Ordinal));
        Assert.Contains("leader: Bela Orsun", text, StringComparison.Ordinal);
        Assert.Contains(" value: 0.7\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_one_line_is_written_anew_as_a_whole()
    {
        const string Flow = "{title: t, challenger: {name: A}, target: {name: B}, demand: {text: go}}";
        var crisis = Read(Flow) with { Title = "another" };

        Assert.Equal(CrisisYaml.Write(crisis), CrisisYaml.Write(crisis, Flow));
    }

    // Whatever a person leaves out, moves or remarks on, the file holds the crisis that it was given.
    [Fact]
    public void The_file_always_holds_the_crisis()
    {
        var crisis = NorthlandCase.Crisis(NorthlandCase.Story);
        var blocks = CrisisYaml.Write(crisis).Split("\n\n");
        for (var at = 4; at < blocks.Length; at++)
        {
            var edited = string.Join("\n\n", [.. blocks[..at], .. blocks[(at + 1)..]]) + "\n# mine\n";
            if (CrisisYaml.Read(edited, "").Crisis is null) continue;
            var text = CrisisYaml.Write(crisis, edited);
            Assert.Equal(CrisisYaml.Write(crisis), CrisisYaml.Write(Read(text)));
            Assert.Contains("# mine\n", text, StringComparison.Ordinal);
        }
    }

    private static Crisis Read(string yaml)
    {
        var result = CrisisYaml.Read(yaml, "crisis.yaml");
        Assert.Empty(result.Faults);
        return result.Crisis!;
    }
}
