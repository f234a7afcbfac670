using System.Reflection;
using Standoff.Claims;
using Standoff.LanguageModels;
using Standoff.Reading.Text;
using Standoff.Storage;
using Standoff.Web;
using Xunit;

namespace Standoff.Tests.Architecture;

public sealed class DependencyTests
{
    private static readonly Assembly Reading = typeof(Document).Assembly;
    private static readonly Assembly Games = Assembly.Load("Standoff.Games");
    private static readonly Assembly Method = typeof(Ledger).Assembly;

    // Inside the method each folder may use those to its left.
    private static readonly string[] Order =
        ["Standoff", "Standoff.Claims", "Standoff.Histories", "Standoff.Crises", "Standoff.Forecasts", "Standoff.Questions", "Standoff.Briefs", "Standoff.Envelopes"];

    [Fact]
    public void The_projects_use_each_other_in_one_direction()
    {
        Assert.Empty(OurReferences(Reading));
        Assert.Empty(OurReferences(Games));
        Assert.Equal(["Standoff.Games", "Standoff.Reading"], OurReferences(Method));
        Assert.Equal(["Standoff.Reading"], OurReferences(typeof(LanguageModelReader).Assembly));
        Assert.All([Method, typeof(CaseFolder).Assembly, typeof(BriefHtml).Assembly], a => Assert.DoesNotContain("Standoff.LanguageModels", OurReferences(a)));
        Assert.DoesNotContain("Standoff.Web", OurReferences(typeof(CaseFolder).Assembly));
        Assert.DoesNotContain("Standoff.Storage", OurReferences(typeof(BriefHtml).Assembly));
    }

    [Fact]
    public void Claims_crises_forecasts_questions_briefs_and_envelopes_use_only_what_comes_before_them()
    {
        var upward =
            from type in Method.GetTypes()
            let user = Array.IndexOf(Order, type.Namespace)
            where user >= 0
            from used in TypeUses.Of(type)
            where used.Assembly == Method && Array.IndexOf(Order, used.Namespace) > user
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(upward.Distinct());
    }

    [Fact]
    public void The_check_sees_what_code_uses_and_not_only_signatures()
    {
        Assert.Contains(typeof(Standoff.Briefs.BriefOptions), TypeUses.Of(typeof(Standoff.Briefs.BriefBuilder)));
        Assert.Contains(typeof(File), TypeUses.Of(typeof(AtomicFile)));
    }

    [Fact]
    public void Every_type_of_the_method_stands_in_a_known_folder() =>
        Assert.Empty(Method.GetTypes().Where(t => t.Namespace?.StartsWith("Standoff", StringComparison.Ordinal) == true && !Order.Contains(t.Namespace)).Select(t => t.FullName));

    [Theory]
    [InlineData("Standoff.Reading")]
    [InlineData("Standoff.Games")]
    public void The_leaves_touch_no_file_no_network_no_clock_and_no_console(string leaf)
    {
        string[] banned =
        [
            "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.Console",
            "System.Environment", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Random", "System.Threading.Tasks.ValueTask",
        ];
        var touches =
            from type in Assembly.Load(leaf).GetTypes()
            from used in TypeUses.Of(type)
            where banned.Contains(used.FullName) || used.Namespace?.StartsWith("System.Net", StringComparison.Ordinal) == true
            where (type.FullName, used.FullName) is not (_, "System.Environment") || ReadsEnvironment(type)
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(touches.Distinct());
    }

    [Theory]
    [InlineData("Standoff.Reading")]
    [InlineData("Standoff.Games")]
    public void The_leaves_have_no_asynchronous_methods(string leaf) =>
        Assert.Empty(Assembly.Load(leaf).GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType)).Select(m => $"{m.DeclaringType}.{m.Name}"));

    // The number of processors is no secret of the machine that could change a result.
    private static bool ReadsEnvironment(Type type) =>
        TypeUses.CallsOf(type).Any(m => m.DeclaringType == typeof(Environment) && m.Name is not ("get_ProcessorCount" or "get_CurrentManagedThreadId"));

    private static string[] OurReferences(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Standoff", StringComparison.Ordinal)).Select(n => n == "Standoff.Method" ? "Standoff" : n).Order(StringComparer.Ordinal)];
}
