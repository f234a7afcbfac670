using Standoff.Cli.Faults;
using Standoff.Cli.Outputs;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class OutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_standoff_did_not_write_stays_unless_forced()
    {
        var path = In("notes.json");
        File.WriteAllText(path, "{\"mine\":1}");
        var refused = ProgramRun.With("The minister resigned.", "read", "-", "-o", path);
        Assert.Equal((7, "{\"mine\":1}"), (refused.Code, File.ReadAllText(path)));
        Assert.Equal($"standoff: error SO7001: {path}: exists and was not written by standoff — choose another name or add --force\n", refused.Error);
        Assert.Equal(0, ProgramRun.With("The minister resigned.", "read", "-", "-o", path, "--force").Code);
        Assert.StartsWith("{\"schema\":\"standoff/1\"", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(0, ProgramRun.With("The minister resigned.", "read", "-", "-o", path).Code);
    }

    [Fact]
    public void A_folder_is_no_output_file()
    {
        var run = ProgramRun.With("The minister resigned.", "ledger", "-", "-o", _folder + ".json/../" + Path.GetFileName(_folder));
        Assert.Equal(2, run.Code);
        Directory.CreateDirectory(In("out.json"));
        var folder = ProgramRun.With("The minister resigned.", "ledger", "-", "-o", In("out.json"));
        Assert.Equal((7, $"standoff: error SO7002: {In("out.json")}: is a folder — give a file name, such as {In("out.json")}/brief.html\n"), (folder.Code, folder.Error));
    }

    [Fact]
    public void An_ending_that_says_no_form_is_refused_before_any_work() =>
        Assert.Equal(
            "standoff: error SO2003: brief.docx: the ending says no form — use .html, .md, .json, .jsonl, .txt or .yaml\n",
            ProgramRun.With("The minister resigned.", "read", "-", "-o", "brief.docx").Error);

    [Fact]
    public void A_folder_that_takes_no_files_is_told_of_without_the_file_beside()
    {
        if (!Directory.Exists("/proc")) Assert.Skip("There is no /proc.");
        var fault = Assert.Throws<FaultException>(() => OutputFile.Write("/proc/x.html", "x"u8, force: false));
        Assert.Equal("/proc/x.html: cannot be written: its folder takes no new files — choose another", fault.Message);
    }

    [Fact]
    public void Nothing_half_written_is_left_behind()
    {
        var path = In("a.json");
        OutputFile.Write(path, "{\"schema\":\"standoff/1\"}"u8, force: false);
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Throws<FaultException>(() => OutputFile.Write(In("missing/a.json"), "{}"u8, force: false));
    }

    [Fact]
    public void Output_that_goes_to_no_terminal_has_no_escape_sequences() =>
        Assert.DoesNotContain('\u001b', ProgramRun.With("The minister resigned.", "read", "-", "--text").Output);

    private string In(string name) => Path.Combine(_folder, name);
}
