using Xunit;

namespace Standoff.Tests.Cli;

public sealed class DataVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-data").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void What_is_there_is_told_with_rows_years_checksum_and_citation()
    {
        File.WriteAllText(Path.Combine(_folder, "majors.csv"), "ccode,styear,endyear\n900,1900,1950\n920,1945,2016\n");
        var run = ProgramRun.Of("data", "check", _folder);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("standoff/1 · data\n\nMajor powers\n  file    majors.csv\n  SHA-256 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("  rows    2, 1900 to 1945\n  cite    Correlates of War Project, State System Membership\n\nNot there\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_field_is_told_with_its_line_and_the_others_stand()
    {
        File.WriteAllText(Path.Combine(_folder, "majors.csv"), "ccode,styear,endyear\n900,never,1950\n");
        File.WriteAllText(Path.Combine(_folder, "NMC-60.csv"), "ccode,year,cinc\n900,1900,0.5\n");
        var run = ProgramRun.Of("data", "check", _folder);
        Assert.Equal(3, run.Code);
        Assert.Equal($"standoff: error SO3030: {Path.Combine(_folder, "majors.csv")}:2:2: 'never' under 'styear' is no whole number; mend the field\n", run.Error);
        Assert.Contains("  rows    1, 1900 to 1900\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_any_is_told()
    {
        var run = ProgramRun.Of("data", "check", _folder);
        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.StartsWith($"standoff: error SO3031: {_folder}: holds no historical data", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no action given; use check — see standoff data --help", "data")]
    [InlineData("'fetch' is no action of data; use check — see standoff data --help", "data", "fetch")]
    [InlineData("no folder given — see standoff data --help", "data", "check")]
    public void A_slip_is_told(string message, params string[] args) => Assert.Equal($"standoff: error SO2001: {message}\n", ProgramRun.Of(args).Error);
}
