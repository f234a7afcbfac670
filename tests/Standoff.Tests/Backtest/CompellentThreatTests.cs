using Standoff.ReferenceClasses;
using Xunit;

namespace Standoff.Tests.Backtest;

/// <summary>A made-up file of the shape of Sechser's set: a threat a row, sides by Correlates-of-War code, whether the demand was met.</summary>
public sealed class CompellentThreatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-threats").FullName;

    public CompellentThreatTests()
    {
        Write("cow/cow_majors.csv", "ccode,styear,endyear\n900,1900,2016\n");
        Write("cow/cow_contdir.csv", "ccode1,ccode2,conttype,stdate,enddate\n900,920,1,1940-01-01,2016-12-31\n");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Demands_met_are_counted_with_their_interval_by_who_threatened()
    {
        Write("mct/threats.csv", "threatid,challenger,target,startyear,compliance,force_used\n1,900,920,1930,1,0\n2,900,930,1950,0,1\n3,920,930,1960,1,0\n4,920,930,1970,-9,0\n");
        var lines = CompellentThreats.Summary(_folder).ToList();
        Assert.Equal("compellent-threat        n=    3 1930-1960  demand met 2 (0.24 to 0.94), force used 1", lines[0]);
        Assert.StartsWith("compellent-threat-major  n=    2 1930-1950  demand met 1 ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_for_a_demand_met_in_part_is_no_success()
    {
        Write("mct/threats.csv", "ccode1,ccode2,year,success\n900,920,1930,2\n900,930,1950,1\n920,930,1960,0\n");
        Assert.Contains("demand met 1 ", CompellentThreats.Summary(_folder).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_set_is_not_there_nothing_is_said() => Assert.Empty(CompellentThreats.Summary(_folder));

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, Path.GetDirectoryName(path)!));
        File.WriteAllText(Path.Combine(_folder, path), text);
    }
}
