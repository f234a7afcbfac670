using System.Globalization;
using System.Text;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.ReadingEvaluation;

/// <summary>
/// Reads texts that repeat one thing, at a size and at four times the size: work that grows by much more than four is
/// not linear. Of names of patterns and files only those are read, files repeated until they have the size.
/// </summary>
internal static class Scaling
{
    private const int Times = 4;

    private static readonly (string Name, Func<int, string> Unit)[] Patterns =
    [
        ("points", _ => ". "), ("points, no space", _ => "."), ("question marks", _ => "? "), ("digits", _ => "7"), ("digit groups", _ => "7,"), ("letters", _ => "a"), ("hyphens", _ => "-"), ("words", _ => "ship "),
        ("capitals", i => $"Aab{(char)('a' + (i % 26))} "), ("brackets that open", _ => "("), ("brackets, spaced", _ => "( "), ("brackets that close", _ => ")"), ("nested brackets", _ => "(the ship "),
        ("quotation marks", _ => "\""), ("quotations that open", _ => "“the ship "), ("quotations never closed", _ => "“Ships sailed. "), ("straight quotes, sentences", _ => "\"Ships sailed. "), ("apostrophes", _ => "'"),
        ("commas", _ => ", "), ("semicolons", _ => "ships; "), ("colons", _ => "He said: "), ("dashes", _ => "— "), ("line ends", _ => "\n"), ("short lines", _ => "a\n"), ("headings", _ => "Ships\n\n"), ("spaces", _ => " "), ("tabs", _ => "\t"),
        ("sayings nested", _ => "he said that "), ("sayings, one sentence", _ => "he said the ship sailed and "), ("sayings, sentences", _ => "He said that the ship sailed. "), ("if", _ => "if the ship sails "), ("to wants to", _ => "wants to "),
        ("conjunctions", _ => "ships and "), ("relative clauses", _ => "which the ship that "), ("of chains", _ => "of the minister "), ("possessives", _ => "Iran's "), ("numbers", _ => "five "), ("millions", _ => "million "), ("about", _ => "about "), ("percent", _ => "5 percent of "),
        ("the", _ => "the "), ("from", _ => "from "), ("months", _ => "March "), ("years", _ => "2019 "), ("years joined", _ => "2019-"), ("between", _ => "between the "), ("weekdays", _ => "on Monday "), ("dates", _ => "March 7, 2019, "),
        ("states", _ => "Iran "), ("states, sentences", _ => "Iran warned Israel. "), ("new persons", i => $"Minister John {Name(i)} spoke. "), ("one surname", i => $"Minister {Name(i)} Smith spoke. Smith left. "), ("pronouns", _ => "He said it. "), ("bodies", i => $"The {Name(i)} Council met. The council spoke. "), ("acronyms", i => $"The {Name(i)} Party (PAB) met. "),
        ("titles", _ => "President "), ("initials", _ => "J. "), ("abbreviations", _ => "Gen. "), ("acronyms, dotted", _ => "U.S. "), ("addresses", _ => "www.a."), ("mails", _ => "a@b."), ("surrogates", _ => "🚢"), ("marks", _ => "a\u0301"), ("stray marks", _ => "\u0301"), ("zeros", _ => "\0"), ("arabic", _ => "مرحبا "),
        ("tags", _ => "<b>"), ("tags nested", _ => "<div><p>ship "), ("entities", _ => "&amp;"), ("comments", _ => "<!-- "), ("items", _ => "1. Ships sailed\n"), ("bullets", _ => "• ships\n"), ("notes", _ => "Ships sailed. [17] "), ("labels", _ => "Ships: "), ("date lines", _ => "PARIS (Reuters) — "),
        ("does not", _ => "does not "), ("reports", _ => "reports that "), ("denies", _ => ", denies that "), ("ellipses", _ => "… "), ("slashes", _ => "a/"), ("underscores", _ => "_"), ("percent signs", _ => "%"), ("dollars", _ => "$"),
    ];

    public static int Run(int size, string[] names)
    {
        var worst = 0.0;
        var files = names.Where(File.Exists).Select(f => (Path.GetFileName(f), Repeated(File.ReadAllText(f))));
        var texts = Patterns.Where(p => names.Length == 0 || names.Contains(p.Name)).Concat(files).ToList();
        foreach (var (name, unit) in texts)
        {
            Measure(Text(unit, 2000));
            var (small, _) = Measure(Text(unit, size));
            var (large, claims) = Measure(Text(unit, size * Times));
            worst = Math.Max(worst, large / Math.Max(small, 0.02));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {small,8:F3} s {large,8:F3} s  x {large / small,5:F1}  {claims,6} claims{(large > 0.3 && large / small > Times * 1.6 ? "  <<<" : "")}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts of {size:N0} and {size * Times:N0} characters; largest growth {worst:F1}"));
        return 0;
    }

    private static Func<int, string> Repeated(string text) => _ => text + "\n\n";

    private static string Text(Func<int, string> unit, int size)
    {
        var text = new StringBuilder(size + 100);
        for (var i = 0; text.Length < size; i++) text.Append(unit(i));
        return text.ToString();
    }

    private static (double Seconds, int Claims) Measure(string text)
    {
        var before = Environment.CpuUsage.TotalTime;
        // Taken in as a file, and read as the English that it may not be.
        DocumentReader.Read(Encoding.UTF8.GetBytes(text), "a.txt");
        var claims = ClaimReader.Read(new Document(new DocumentId("s"), "s", text, new DateOnly(2020, 1, 1)), ReaderOptions.Default).Claims.Length;
        return ((Environment.CpuUsage.TotalTime - before).TotalSeconds, claims);
    }

    // A new name for every number: letters of its digits to base 20.
    private static string Name(int i)
    {
        var name = new StringBuilder("B");
        for (var rest = i + 400; rest > 0; rest /= 20) name.Append("aeioulmnrtsdkvghbpfz"[rest % 20]);
        return name.ToString();
    }
}
