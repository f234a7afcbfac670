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

    [Fact]
    public void One_file_is_checked_by_its_name()
    {
        var file = Path.Combine(_folder, "majors2016.csv");
        File.WriteAllText(file, "ccode,styear,endyear\n900,1900,1950\n");
        var run = ProgramRun.Of("data", "check", file);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("standoff/1 · data\n\nMajor powers\n  file    majors2016.csv\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Not there", run.Output, StringComparison.Ordinal);
        File.Move(file, Path.Combine(_folder, "powers.csv"));
        Assert.Equal((3, $"standoff: error SO3031: {Path.Combine(_folder, "powers.csv")}: bears none of the names of historical data that are known — docs/formats/histories.md says them\n"), (ProgramRun.Of("data", "check", Path.Combine(_folder, "powers.csv")) is var other ? other.Code : 0, other.Error));
        Assert.Contains("SO3001", ProgramRun.Of("data", "check", file).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_is_not_read_says_what_to_fetch()
    {
        File.WriteAllText(Path.Combine(_folder, "NMC-60.dta"), "<stata_dta>");
        var run = ProgramRun.Of("data", "check", _folder);
        Assert.Equal((3, $"standoff: error SO3030: {Path.Combine(_folder, "NMC-60.dta")}: is a Stata file, which is not read; fetch National Material Capabilities as .csv from correlatesofwar.org, or save it as text with commas\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("no action given; use check — see standoff data --help", "data")]
    [InlineData("'fetch' is no action of data; use check — see standoff data --help", "data", "fetch")]
    [InlineData("no folder given — see standoff data --help", "data", "check")]
    public void A_slip_is_told(string message, params string[] args) => Assert.Equal($"standoff: error SO2001: {message}\n", ProgramRun.Of(args).Error);
}
