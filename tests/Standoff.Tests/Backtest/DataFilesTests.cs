using Standoff.Backtest.Models;
using Standoff.Backtest.Sources;
using Standoff.Crises;
using Standoff.Histories;
using Xunit;

namespace Standoff.Tests.Backtest;

/// <summary>Made-up files of the shape that the publishers distribute.</summary>
public sealed class DataFilesTests : IDisposable
{
    private const string IcbHeader = "crisno,crisname,cracid,actor,triggr,yrtrig,motrig,datrig,trigent,gravty,sevvio,outcom,pc,regact,yrterm,moterm,daterm";

    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-backtest").FullName;

    public DataFilesTests()
    {
        Write("icb/icb2v13_actor.csv", IcbHeader, "1,MADE,920,AAA,9,1950,5,1,900,2,4,4,2,1,1950,7,1", "1,MADE,921,BBB,2,1950,5,1,997,3,,9,1,1,1950,7,1", ",,,,,,,,,,,,,,,,");
        Write("cow/cow_nmc.csv", "ccode,year,cinc", "900,1949,0.1", "920,1947,0.001");
        Write("cow/cow_majors.csv", "ccode,styear,endyear", "900,1945,2016");
        Write("cow/cow_contdir.csv", "ccode1,ccode2,conttype,stdate,enddate", "900,920,1,1940-01-01,2016-12-31");
        Write("atop/atop_alliance.csv", "ccode1,ccode2,year,atop_defense", "920,900,1950,1");
        Write("archigos/archigos.csv", "gwcode,leader,startdate,enddate,exit", "900,Made,1940-01-01,1960-01-01,Regular");
        Write("gml_mid/gml_dirdisp.csv", "dispnum,ccode1,ccode2,year,midonset,sidea1,sidea2,orig1,orig2,revstate1,revtype11,hostlev1,hostlev,outcome,mindur",
            "7,900,920,1950,1,1,0,1,1,1,3,3,5,4,20", "7,920,900,1950,1,0,1,1,1,0,-9,4,5,4,20");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void What_was_known_at_the_trigger_and_how_it_ended_is_read()
    {
        var (files, sources) = Read();
        var cases = IcbCases.Read(files, sources);
        Assert.Equal(2, cases.Count);
        Assert.Equal((900, 920, 3, 3), (cases[0].Challenger, cases[0].Target, cases[0].Outcome, cases[0].Force));
        Assert.Equal((true, Rung.LimitedStrikes), (cases[0].IsDeparture, cases[0].Rung));
        Assert.Equal(CovariateTable.PowerRatio(0.1, 0.001), Value(cases[0], "power-ratio"), 1e-12);
        Assert.Equal([1, 0, 1, 1, 0, 1, 1, 1, 0], new[] { "challenger-major", "target-major", "neighbours", "allied", "target-major-ally", "regime-threat", "violent-act", "since-1950", "since-1960" }.Select(n => Value(cases[0], n)));
        Assert.Equal((null, null, null), (cases[1].Challenger, cases[1].Outcome, cases[1].Force));
        Assert.True(double.IsNaN(Value(cases[1], "power-ratio")));
        Assert.Equal(1, Value(cases[1], "nonstate-challenger"));
    }

    [Fact]
    public void Violence_nearby_is_that_of_another_state_of_the_crisis_by_the_same_day()
    {
        Write("icb/icb2v13_actor.csv", IcbHeader, "1,MADE,920,AAA,2,1950,5,1,900,2,4,4,2,1,1950,7,1", "1,MADE,921,BBB,9,1950,5,2,900,3,4,3,1,1,1950,7,1", "1,MADE,922,CCC,2,1950,5,2,900,3,4,3,1,1,1950,7,1", "2,MADE,923,DDD,8,1950,5,2,900,3,4,3,1,1,1950,7,1");
        var (files, sources) = Read();
        Assert.Equal([0, 0, 1, 0], IcbCases.Read(files, sources).Select(c => Value(c, "violence-nearby")));
    }

    [Fact]
    public void Every_file_that_is_read_is_told_with_its_checksum()
    {
        Assert.Equal(7, new DataFiles(_folder).Describe().Count());
        Write("icb/ICB_system_core.csv", "crisno,trigger_year,mediation", "1,1950,1");
        Assert.Contains(new DataFiles(_folder).Describe(), l => l.StartsWith($"| icb/ICB_system_core.csv | {HistoryFolder.Checksum(Path.Combine(_folder, "icb/ICB_system_core.csv"))} | International Crisis Behavior, system level: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_without_what_identifies_them_are_left_out_and_told()
    {
        Write("icb/icb2v13_actor.csv", IcbHeader, "1,MADE,920,AAA,9,1950,5,1,900,2,4,4,2,1,1950,7,1", ",MADE,921,BBB,9,1950,5,1,900,2,4,4,2,1,1950,7,1", "1,MADE,.,CCC,9,1950,5,1,900,2,4,4,2,1,1950,7,1");
        var (files, sources) = Read();
        Assert.Single(IcbCases.Read(files, sources));
        Assert.Equal(["Left out: 2 rows of icb/icb2v13_actor.csv, whose codes or year are unknown."], files.LeftOut);
    }

    [Fact]
    public void After_the_last_year_of_the_record_power_stays_what_it_was()
    {
        var states = new States(new DataFiles(_folder));
        Assert.Equal((0.1, 0.001), (states.Share(900, 2020), states.Share(920, 2020)));
        Write("cow/cow_nmc.csv", "ccode,year,cinc", "900,1949,0.1", "920,1940,0.001");
        Assert.Null(new States(new DataFiles(_folder)).Share(920, 2020));
    }

    [Fact]
    public void A_file_without_rows_is_named() => Fault("cow/cow_nmc.csv", "ccode,year,cinc\n", "cow_nmc.csv: has column names and no rows; fetch it again.");

    [Fact]
    public void A_dispute_is_read_from_the_side_that_wants_a_change()
    {
        var (files, sources) = Read();
        var dispute = Assert.Single(DisputeCases.Read(files, sources));
        Assert.Equal((900, 920, 3, 3), (dispute.Challenger, dispute.Target, dispute.Outcome, dispute.Force));
        Assert.True(dispute.IsDeparture);
        Assert.True(double.IsNaN(Value(dispute, "violent-act")));
    }

    [Fact]
    public void A_missing_file_is_named() => Fault("cow/cow_nmc.csv", null, "is missing; download National Material Capabilities from correlatesofwar.org and put it there.");

    [Fact]
    public void A_file_of_another_shape_is_named() =>
        Fault("cow/cow_nmc.csv", "ccode,year,milex\n900,1949,1\n", "cow_nmc.csv:1: has no column 'cinc'; is it the National Material Capabilities that its publisher distributes?");

    [Fact]
    public void A_torn_line_is_named() => Fault("cow/cow_nmc.csv", "ccode,year,cinc\n900,1949\n", "cow_nmc.csv:2: has 2 fields where the header has 3; mend the line.");

    [Fact]
    public void An_empty_file_is_named() => Fault("cow/cow_nmc.csv", "", "is empty; expected a line of column names.");

    [Fact]
    public void A_class_of_a_case_of_which_nothing_is_known_comes_back()
    {
        var (files, sources) = Read();
        var cases = IcbCases.Read(files, sources);
        var model = CovariateModel.Fit(cases, 10, Calendar.Still, _ => true);
        var (outcome, force) = model.Shifts(cases[0] with { Covariates = [.. cases[0].Covariates.Select(_ => double.NaN)] }, ClassModel.Fit(cases).Of(cases[0]));
        Assert.All(outcome.Concat(force), s => Assert.Equal(0, s));
    }

    private static double Value(PastCase @case, string name) => @case.Covariates[CovariateTable.IndexOf(name)];

    private (DataFiles Files, CovariateSources Sources) Read()
    {
        var files = new DataFiles(_folder);
        return (files, new CovariateSources(new States(files)));
    }

    private void Fault(string path, string? text, string message)
    {
        File.Delete(Path.Combine(_folder, path));
        if (text is not null) File.WriteAllText(Path.Combine(_folder, path), text);
        Assert.EndsWith(message, Assert.Throws<HistoryFault>(() => Read()).Message, StringComparison.Ordinal);
    }

    private void Write(string path, params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(_folder, Path.GetDirectoryName(path)!));
        File.WriteAllLines(Path.Combine(_folder, path), lines);
    }
}
