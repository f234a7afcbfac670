using Standoff.Cli.Faults;
using Standoff.Cli.Inputs;
using Standoff.Reading.Mentions;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class CastFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_cast_list_says_who_is_who()
    {
        File.WriteAllText(_path, "- name: Jane Doe\n  state: Freedonia\n  aliases: [the general, Gen. Doe]\n- name: Herald\n  kind: outlet\n");
        var cast = CastFile.Read(_path);
        Assert.Equal(["Jane Doe", "Herald"], cast.Entries.Select(e => e.Name));
        Assert.Equal((MentionKind.Person, "Freedonia"), (cast.Entries[0].Kind, cast.Entries[0].State));
        Assert.Equal(["the general", "Gen. Doe"], cast.Entries[0].Aliases);
    }

    [Theory]
    [InlineData("name: x", ":1:1: a cast list is a sequence of members, each beginning with \"- name:\"")]
    [InlineData("- name: x\n  kind: wizard", ":2:9: 'wizard' is no kind; the kinds are")]
    [InlineData("- name: x\n  colour: red", ":2:3: 'colour' is none of the keys name, kind, state and aliases")]
    [InlineData("- state: x", ":1:3: a member needs a name")]
    [InlineData("- name: [\n", ":2:")]
    public void A_fault_is_told_with_line_and_column(string yaml, string message)
    {
        File.WriteAllText(_path, yaml);
        var fault = Assert.Throws<FaultException>(() => CastFile.Read(_path)).Fault;
        Assert.StartsWith(_path + message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Model, fault.ExitCode);
    }
}
