using System.Runtime.CompilerServices;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>From whole reports to the crisis in them, and from texts about something else to none.</summary>
public sealed class ReportSpecificationTests
{
    // Measured when these reports were first read, after the rules had been made on others; they may rise.
    private const int LeastRight = 7;
    private const int MostWrong = 1;

    public static TheoryData<string> Reports() => Names("reports.md");

    public static TheoryData<string> Short() => Names("reports-short.md");

    public static TheoryData<string> Open() => Names("reports-open.md");

    public static TheoryData<string> Others() => Names("others.md");

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_gives_the_crisis_that_its_specification_names(string name) => Check("reports.md", name);

    [Theory]
    [MemberData(nameof(Short))]
    public void A_short_report_gives_the_crisis_that_its_specification_names(string name) => Check("reports-short.md", name);

    [Theory]
    [MemberData(nameof(Open))]
    public void A_report_that_is_not_understood_gives_no_crisis_rather_than_another(string name)
    {
        var report = Read("reports-open.md").Single(r => r.Name == name);
        var proposed = report.Proposed();
        Assert.True(proposed.Count == 0 || report.HasSides(proposed), string.Join(" | ", proposed));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_text_about_something_else_gives_no_crisis(string name) => Assert.Empty(Read("others.md").Single(r => r.Name == name).Proposed());

    [Fact]
    public void Reports_that_no_rule_was_made_for_are_seldom_misread()
    {
        var read = Read("reports-held.md").Select(r => (Report: r, Proposed: r.Proposed())).ToList();
        var right = read.Count(r => r.Report.HasSides(r.Proposed));
        var wrong = read.Count(r => r.Proposed.Count > 0 && !r.Report.HasSides(r.Proposed));
        Assert.True(right >= LeastRight && wrong <= MostWrong, $"of {read.Count} reports {right} have the right sides and {wrong} the wrong ones");
        Assert.DoesNotContain(Read("others-held.md"), r => r.Proposed().Count > 0);
    }

    private static void Check(string file, string name)
    {
        var report = Read(file).Single(r => r.Name == name);
        var proposed = report.Proposed();
        Assert.True(report.Agrees(proposed), $"{name}\nexpected {string.Join(" | ", report.Expected)}\n     got {string.Join(" | ", proposed)}");
    }

    private static TheoryData<string> Names(string file) => [.. Read(file).Select(r => r.Name)];

    private static IReadOnlyList<ReportSpecification> Read(string file) => ReportSpecification.Read(Path.Combine(Folder(), file));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Specifications");
}
