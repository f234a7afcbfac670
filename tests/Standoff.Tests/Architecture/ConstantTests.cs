using Standoff.Claims;
using Xunit;

namespace Standoff.Tests.Architecture;

/// <summary>
/// Numbers that bear on results stand in tables; those that do not stand in docs/methods.md with their grounds. What is neither (published coefficients, the calendar, bits) is named with
/// its reason in <c>plain-numbers.tsv</c>.
/// </summary>
public sealed class ConstantTests
{
    private static readonly string[] Folders = ["Claims", "Crises", "Forecasts", "Questions", "Briefs", "Histories"];

    private static readonly Source[] Sources = [.. Folders.SelectMany(f => Directory.EnumerateFiles(Repository.In("src", "Standoff", f), "*.cs").Order(StringComparer.Ordinal)).Select(Source.Of)];

    private static readonly Listed[] Methods = [.. Listed.In(File.ReadAllText(Repository.In("docs", "methods.md")))];

    private static readonly PlainNumber[] Plain = [.. ResourceTable.Parse("plain-numbers.tsv", File.ReadAllText(Repository.In("tests", "Standoff.Tests", "Architecture", "plain-numbers.tsv"))).Rows.Select(PlainNumber.Of)];

    [Fact]
    public void Every_number_in_code_has_its_grounds() => None(
        from source in Sources
        from number in source.Numbers
        where !Methods.Any(m => m.Holds(number)) && !Plain.Any(p => p.Covers(source, number))
        select $"{source.Name}:{source.Text.AsSpan(0, number.Index).Count('\n') + 1}: {number.Constant} {number.Text}: make it a row of a table, or name it and list it with this value in docs/methods.md, Constants in code.");

    [Fact]
    public void The_list_of_methods_holds_no_constant_that_is_gone() =>
        None(Methods.Where(m => !Sources.Any(s => s.Numbers.Any(m.Holds))).Select(m => $"{m.Name} = {m.Value}"));

    [Fact]
    public void Every_constant_on_the_list_has_grounds() => Assert.DoesNotContain(Methods, m => m.Grounds.Length == 0);

    [Fact]
    public void Every_plain_number_is_needed_and_has_a_reason() => None(
        Plain.Where(p => p.Reason.Length == 0 || !Sources.Any(s => s.Numbers.Any(n => p.Covers(s, n)))).Select(p => $"{p.File} {p.Fragment}"));

    [Theory]
    [InlineData("Claims", "belief.tsv", "source")]
    [InlineData("Crises", "crisis-settings.tsv", "grounds")]
    [InlineData("Forecasts", "forecast-settings.tsv", "grounds")]
    [InlineData("Questions", "settings.tsv", "grounds")]
    public void A_setting_lies_in_its_range_and_has_grounds(string folder, string table, string grounds) => Assert.All(ResourceTable.Load(folder, table).Rows, r =>
    {
        Assert.InRange(r.Number("value"), r.Number("low"), r.Number("high"));
        Assert.True(r[grounds].Length > 1, $"{table}: {r["key"]} has no grounds");
    });

    [Theory]
    [InlineData("const double Share = 0.7;", "C.Share 0.7")]
    [InlineData("private const int Most = 2;", "C.Most 2")]
    [InlineData("const decimal Half = .5m;", "C.Half .5m")]
    [InlineData("const ulong Big = 1UL << 40;", "C.Big 1UL << 40")]
    [InlineData("public int Draws { get; init; } = 256;", "C.Draws 256")]
    [InlineData("static readonly double[] Bounds = [0, 0.1, 1];", "C.Bounds [0, 0.1, 1]")]
    [InlineData("static readonly double Cap = 3;", "C.Cap 3")]
    [InlineData("double F(double x) => x * 0.5;", " 0.5")]
    [InlineData("double F(double x) => x / 4 > -1.5e-3 ? 1 : 0;", " 4| 1.5e-3")]
    [InlineData("bool F(int x) => x is >= 6 and < 12;", " 6| 12")]
    [InlineData("string F(double x) => $\"no 9 {x * 7:0.00} {(x > 8 ? \"5\" : \"6\")} 4\";", " 7| 8")]
    [InlineData("string F(double x) => $$\"\"\"no 9 {9} {{x * 7}}\"\"\";", " 7")]
    [InlineData("static readonly int[] Some = F(3);", " 3")]
    [InlineData("int F(int[] x) => x.Take(5).Sum();", " 5")]
    [InlineData("const int Size = Other * 2;", "C.Size Other * 2")]
    [InlineData("const int Size = Other + 1;", "")]
    [InlineData("const string Name = \"5\";", "")]
    [InlineData("int F(int[] x) => x[3] + x[^4] + x[5..].Length + x[..^6].Length + x[..1].Length + x[..8].Length + new int[7].Length;", "")]
    [InlineData("int F(int x) => x * 2 - 1; // 3", "")]
    [InlineData("/* 3 */ string F() => \"4 \\\" 5\" + @\"6 \"\" 7\" + '8' + $\"{{9}}\";", "")]
    [InlineData("int X3 => Item4.F5;", "")]
    public void Numbers_are_found_in_code_alone(string code, string found) =>
        Assert.Equal(found, string.Join('|', SourceNumbers.In("public sealed class C\n{\n    " + code + "\n}\n").Select(n => $"{n.Constant} {n.Text}")));

    [Fact]
    public void A_number_is_listed_only_with_its_name_and_value()
    {
        var listed = Listed.In("`C.Other` 0.7\n\n## Constants in code\n\n| constant | value | grounds |\n| --- | --- | --- |\n| `C.Share`, `C.Least` | −0.7, 1000 | judgement |\n\n## Next\n\n| `C.Most` | 2 | judgement |\n").ToList();
        Assert.Equal(["C.Share", "C.Least"], listed.Select(l => l.Name));
        Assert.True(listed[0].Holds(new SourceNumber(0, 0, "-0.7", "C.Share")));
        Assert.True(listed[1].Holds(new SourceNumber(0, 0, "1_000L", "C.Least")));
        Assert.False(listed[0].Holds(new SourceNumber(0, 0, "-0.71", "C.Share")));
        Assert.False(listed[0].Holds(new SourceNumber(0, 0, "-0.7", "D.Share")));
    }

    private static void None(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private sealed record Source(string Name, string Text, SourceNumber[] Numbers)
    {
        public static Source Of(string file)
        {
            var text = File.ReadAllText(file);
            return new Source(Path.GetRelativePath(Repository.In("src", "Standoff"), file).Replace('\\', '/'), text, [.. SourceNumbers.In(text)]);
        }
    }

    /// <summary>A constant of the list in docs/methods.md.</summary>
    private sealed record Listed(string Name, string Value, string Grounds)
    {
        public static IEnumerable<Listed> In(string document)
        {
            var rows = document.Split('\n').SkipWhile(l => l != "## Constants in code").Skip(1).TakeWhile(l => !l.StartsWith('#')).Where(l => l.StartsWith("| `", StringComparison.Ordinal));
            foreach (var cells in rows.Select(r => r.Split('|', StringSplitOptions.TrimEntries)))
            {
                var names = cells[1].Split(", ");
                var values = names.Length == 1 ? [cells[2]] : cells[2].Split(", ");
                for (var i = 0; i < names.Length; i++) yield return new Listed(names[i].Trim('`'), names.Length == values.Length ? Bare(values[i]) : "(as many values as names)", cells[3]);
            }
        }

        public bool Holds(SourceNumber number) => number.Constant == Name && Bare(number.Text) == Value;

        private static string Bare(string value) => string.Concat(value.Replace('−', '-').Where(c => !char.IsWhiteSpace(c) && c is not ('`' or '_' or 'L' or 'U' or 'm')));
    }

    /// <summary>A stretch of code whose numbers are no judgements; <c>*</c> stands for every file, and for every number of a file. A named constant is never plain, but a table of coefficients is.</summary>
    private sealed record PlainNumber(string File, string Fragment, string Reason)
    {
        public static PlainNumber Of(ResourceRow row) => new(row["file"], row["code"], row["reason"]);

        public bool Covers(Source source, SourceNumber number)
        {
            if ((File != "*" && File != source.Name) || (number.Constant.Length > 0 && number.Text[0] != '[')) return false;
            if (Fragment == "*") return true;
            for (var at = source.Text.IndexOf(Fragment, StringComparison.Ordinal); at >= 0; at = source.Text.IndexOf(Fragment, at + 1, StringComparison.Ordinal))
                if (at <= number.Index && number.Index + number.Length <= at + Fragment.Length) return true;
            return false;
        }
    }
}
