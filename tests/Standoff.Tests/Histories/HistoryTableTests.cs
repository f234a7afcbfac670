using System.IO.Compression;
using System.Text;
using Standoff.Histories;
using Xunit;

namespace Standoff.Tests.Histories;

/// <summary>Made-up files of the shapes in which publishers distribute their data.</summary>
public sealed class HistoryTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-histories").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Headings_of_other_versions_are_the_same_columns()
    {
        var rows = Read("contiguity", "contdird.csv", "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n900920,900,AAA,920,BBB,1950,1,3.2\n").Rows;
        Assert.Equal((900, 920, 1, 1950, 1950), (rows[0].Whole("ccode1"), rows[0].Whole("ccode2"), rows[0].Whole("conttype"), rows[0].Year("stdate"), rows[0].Year("enddate")));
        var spans = Read("contiguity", "contdir.csv", "conttype,statelno,statelab,statehno,statehab,begin,end,notes,version\n2,900,AAA,920,BBB,192001,201612,\"coast, both\",3.2\n").Rows;
        Assert.Equal((1920, new DateOnly(2016, 12, 15)), (spans[0].Year("stdate"), spans[0].Date("enddate")));
    }

    [Fact]
    public void Tabs_and_Latin_letters_are_read()
    {
        var bytes = Encoding.Latin1.GetBytes("obsid\tccode\tleader\tstartdate\tenddate\tentry\texit\nAAA-1940\t900\tMüller\t1940-01-01\t1941-01-01\tRegular\tRegular\n");
        var table = Read("leaders", "Archigos_4.1.txt", bytes);
        Assert.True(table.IsLatin);
        Assert.Equal(("Müller", 900, new DateOnly(1941, 1, 1)), (table.Rows[0]["leader"], table.Rows[0].Whole("gwcode"), table.Rows[0].Date("enddate")));
        Assert.Equal(["exitcode"], table.Lacking);
    }

    [Fact]
    public void Codes_of_the_unknown_are_unknown()
    {
        var rows = Read("nmc", "NMC-60.csv", "stateabb,ccode,year,milex,cinc,version\nAAA,900,1950,-9,.,6\nAAA,900,1951,-9,NA,6\nAAA,900,1952,-9,0.25,6\n").Rows;
        Assert.Equal([null, null, 0.25], rows.Select(r => r.Number("cinc")));
    }

    [Theory]
    [InlineData("-9")]
    [InlineData("-8")]
    [InlineData("-7.0")]
    [InlineData("-88")]
    public void A_code_below_0_is_unknown(string code)
    {
        var row = Read("nmc", "nmc-60.csv", $"ccode,year,cinc\n900,1950,{code}\n").Rows[0];
        Assert.Null(row.Number("cinc"));
        Assert.Equal(1, Read("nmc", "nmc-60.csv", $"ccode,year,cinc\n{code},1950,0.5\n900,1950,0.5\n").LeftOut);
    }

    [Theory]
    [InlineData("leaders", "1March_Archigos_4.1.txt")]
    [InlineData("leaders", "Archigos_4.1.txt")]
    [InlineData("disputes", "gml-ddy-disputes-2.2.1.csv")]
    [InlineData("nmc", "nmc-60.csv")]
    [InlineData("nmc", "NMC-60-abridged.CSV")]
    [InlineData("intrastate-wars", "INTRA-STATE WARS v5.1 CSV.csv")]
    [InlineData("conflicts", "UcdpPrioConflict_v25_1.csv")]
    [InlineData("icb", "ICB2v15.csv")]
    [InlineData("icb", "ICB/icb2v15.csv")]
    [InlineData("alliances", "ATOP5_1ddyr.csv.gz")]
    [InlineData("compellent", "MCT/data.csv")]
    public void A_publishers_own_name_is_known_in_small_letters_and_in_capitals(string key, string file)
    {
        Directory.CreateDirectory(Path.Combine(_folder, Path.GetDirectoryName(file)!));
        var path = Write(file, "x\n"u8.ToArray());
        Assert.Equal(path, HistorySource.Of(key).FileIn(_folder));
        Assert.Equal([key], new HistoryFolder(_folder).Check(path).Select(f => f.Source.Key));
    }

    [Theory]
    [InlineData("nmc", "NMC-60-abridged.dta", "is a Stata file, which is not read; fetch National Material Capabilities as .csv from correlatesofwar.org, or save it as text with commas.")]
    [InlineData("icb", "icb2v15.xlsx", "is a workbook, which is not read; fetch International Crisis Behavior, actor level as .csv from sites.duke.edu/icbdata, or save it as text with commas.")]
    [InlineData("leaders", "1March_Archigos_4.1.dta", "is a Stata file, which is not read; fetch Archigos as .csv from rochester.edu/college/faculty/hgoemans/data.htm, or save it as text with commas.")]
    public void A_form_that_is_not_read_is_told_by_name_unless_one_that_is_lies_beside_it(string key, string file, string message)
    {
        Write(file, [0x50, 0x4B, 0]);
        var folder = new HistoryFolder(_folder);
        Assert.EndsWith(file + ": " + message, folder.Check().Single(f => f.Source.Key == key).Fault!.Message, StringComparison.Ordinal);
        Assert.EndsWith(message, Assert.Throws<HistoryFault>(() => folder.Read(key)).Message, StringComparison.Ordinal);
        Write(Path.GetFileNameWithoutExtension(file) + (key == "leaders" ? ".txt" : ".csv"), "x\n"u8.ToArray());
        Assert.DoesNotContain("not read", folder.Check().Single(f => f.Source.Key == key).Fault!.Message, StringComparison.Ordinal);
    }

    // Packed block by block, so that the stream may be cut where the unpacking sees no fault.
    [Fact]
    public void A_packed_file_that_was_cut_off_anywhere_is_told()
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Fastest, true))
        {
            zip.Write("ccode,styear,endyear\n"u8);
            for (var i = 1; i < 40; i++)
            {
                zip.Write(Encoding.UTF8.GetBytes($"{i},1900,19{i + 10}\n"));
                zip.Flush();
            }
        }
        var whole = memory.ToArray();
        Assert.Equal(39, Read("majors", "majors.csv.gz", whole).Rows.Length);
        for (var cut = 2; cut < whole.Length; cut++)
            Assert.EndsWith("is cut off or damaged; fetch it again.", Assert.Throws<HistoryFault>(() => Read("majors", "majors.csv.gz", whole[..cut])).Message, StringComparison.Ordinal);
        Assert.Equal(78, Read("majors", "majors.csv.gz", [.. whole, .. Packed("1,1900,1950\n", 39)]).Rows.Length);
    }

    private static byte[] Packed(string line, int times)
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Fastest, true)) zip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, times))));
        return memory.ToArray();
    }

    [Fact]
    public void A_packed_file_is_unpacked_and_a_quoted_line_break_is_no_new_row()
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Fastest, true)) zip.Write("ccode,styear,endyear,\"note\"\n900,1900,1950,\"two\nlines, \"\"quoted\"\"\"\n920,1900,1950,\n"u8);
        var table = Read("majors", "majors2016.csv.gz", memory.ToArray());
        Assert.Equal([900, 920], table.Rows.Select(r => r.Whole("ccode")));
        Assert.Equal([2, 4], table.Rows.Select(r => r.Line));
        Assert.Equal((1900, 1900), table.Years);
    }

    [Theory]
    [InlineData("ccode,year\n900,1950\n", "majors.csv:1: has no column 'styear'; is it the Major powers that its publisher distributes?")]
    [InlineData("ccode,styear,endyear\n900,1900,1950\n920,19OO,1950\n", "majors.csv:3:2: '19OO' under 'styear' is no whole number; mend the field.")]
    [InlineData("ccode,styear,endyear,StYear\n900,1900,1950,1901\n", "majors.csv:1:4: the heading 'StYear' stands twice, first in field 2; take one away.")]
    [InlineData("ccode,styear,endyear\n900,1900\n", "majors.csv:2: has 2 fields where the header has 3; mend the line.")]
    [InlineData("ccode,styear,endyear\n\n900,\"1900,1950\n", "majors.csv:3: a quote is opened and not closed; mend the line.")]
    [InlineData("ccode,styear,endyear\n900,19\01,1\n", "majors.csv:2: holds bytes that no text has; it may be a workbook or a Stata file: save it as text with commas.")]
    [InlineData("", "majors.csv: is empty; expected a line of column names.")]
    public void A_bad_file_is_told_by_line_and_field(string text, string message) =>
        Assert.EndsWith(message, Assert.Throws<HistoryFault>(() => Read("majors", "majors.csv", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_in_two_bytes_a_letter_is_named() =>
        Assert.EndsWith("majors.csv:1: is in UTF-16; save it as UTF-8.", Assert.Throws<HistoryFault>(() => Read("majors", "majors.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("ccode,styear,endyear\n")])).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_packed_is_told() =>
        Assert.EndsWith("is not packed as its ending .gz says; unpack it or fetch it again.", Assert.Throws<HistoryFault>(() => Read("majors", "majors.csv.gz", "ccode,styear,endyear\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_several_versions_the_last_by_name_counts_and_one_bad_file_does_not_stop_the_others()
    {
        Write("icb2v13.csv", "crisno\n1\n"u8.ToArray());
        Write("icb2v14.csv", "crisno\n1\n"u8.ToArray());
        Write("majors.csv", "ccode,styear,endyear\n900,1900,1950\n"u8.ToArray());
        var found = new HistoryFolder(_folder).Check();
        var icb = found.Single(f => f.Source.Key == "icb");
        Assert.Equal("icb2v14.csv", icb.File);
        Assert.Equal((1, 0), (icb.Fault!.Line, icb.Fault.Column));
        Assert.Equal((1, (1900, 1900)), (found.Single(f => f.Source.Key == "majors").Rows, found.Single(f => f.Source.Key == "majors").Years!.Value));
        Assert.Equal(64, icb.Sha256.Length);
        Assert.Null(found.Single(f => f.Source.Key == "nmc").File);
    }

    [Fact]
    public void Every_source_names_a_column_for_its_year_and_what_to_cite() => Assert.All(HistorySource.All, s =>
    {
        Assert.True(s.YearColumn == "-" || s.Columns.Any(c => c.Name == s.YearColumn), s.Key);
        Assert.NotEmpty(s.Citation);
        Assert.Distinct(s.Columns.Select(c => c.Name));
    });

    private HistoryTable Read(string key, string file, string text) => Read(key, file, Encoding.UTF8.GetBytes(text));

    private HistoryTable Read(string key, string file, byte[] bytes) => HistoryTable.Read(HistorySource.Of(key), Write(file, bytes), file);

    private string Write(string file, byte[] bytes)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
