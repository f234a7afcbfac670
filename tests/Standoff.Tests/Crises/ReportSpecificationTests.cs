using System.Runtime.CompilerServices;
using Standoff.NarrativeEvaluation;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>From whole reports to the crisis in them, and from texts about something else to none.</summary>
public sealed class ReportSpecificationTests
{
    // Measured when these reports were first read, after the rules had been made on others; they may rise. Sides that are a guess are said to be one.
    private const int LeastRight = 9;
    private const int MostWrong = 3;
    private const int LeastRightOfPast = 3;
    private const int MostWrongOfPast = 1;

    public static TheoryData<string> Reports() => Names("reports.md");

    public static TheoryData<string> Short() => Names("reports-short.md");

    public static TheoryData<string> Past() => Names("reports-past.md");

    public static TheoryData<string> Open() => Names("reports-open.md");

    public static TheoryData<string> Others() => Names("others.md");

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_gives_the_crisis_that_its_specification_names(string name) => Check("reports.md", name);

    [Theory]
    [MemberData(nameof(Short))]
    public void A_short_report_gives_the_crisis_that_its_specification_names(string name) => Check("reports-short.md", name);

    [Theory]
    [MemberData(nameof(Past))]
    public void A_report_on_a_past_crisis_gives_the_crisis_that_its_specification_names(string name) => Check("reports-past.md", name);

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

    [Theory]
    [InlineData("reports-held.md", LeastRight, MostWrong)]
    [InlineData("reports-past-held.md", LeastRightOfPast, MostWrongOfPast)]
    public void Reports_that_no_rule_was_made_for_are_seldom_misread(string file, int leastRight, int mostWrong)
    {
        var read = Read(file).Select(r => (Report: r, Proposed: r.Proposed(), r.IsGuess)).ToList();
        var right = read.Count(r => r.Report.HasSides(r.Proposed));
        var wrong = read.Where(r => r.Proposed.Count > 0 && !r.Report.HasSides(r.Proposed)).ToList();
        Assert.True(right >= leastRight && wrong.Count <= mostWrong, $"of {read.Count} reports {right} have the right sides and {wrong.Count} the wrong ones");
        Assert.All(wrong, r => Assert.True(r.IsGuess, $"{r.Report.Name}: {string.Join(" | ", r.Proposed)}"));
    }

    [Fact]
    public void Other_texts_that_no_rule_was_made_for_give_no_crisis() => Assert.DoesNotContain(Read("others-held.md"), r => r.Proposed().Count > 0);

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
