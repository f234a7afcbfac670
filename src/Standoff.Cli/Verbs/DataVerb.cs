using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Histories;

namespace Standoff.Cli.Verbs;

/// <summary>Says what historical data a folder holds, and whether it can be used.</summary>
internal sealed class DataVerb : Verb
{
    public override string Name => "data";

    public override string Summary => "check historical data from their publishers, a folder or a file";

    public override string Usage => "standoff data check FOLDER|FILE";

    public override ImmutableArray<string> Examples => ["standoff data check ~/history"];

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) => [new("Input", options.DataAction, options.DataFolder), new("General", options.Help)];

    public override int Run(Request request, Host host)
    {
        if (request.Action is not "check") throw new FaultException(Fault.Usage($"{(request.Action is { } other ? $"'{other}' is no action of data" : "no action given")}; use check — see standoff data --help"));
        if (request.Folder is not { } folder) throw new FaultException(Fault.Usage("no folder given — see standoff data --help"));
        if (!Directory.Exists(folder) && !File.Exists(folder)) throw new FaultException(Fault.NotFound(folder));
        var files = Directory.Exists(folder) ? new HistoryFolder(folder).Check() : new HistoryFolder(Path.GetDirectoryName(Path.GetFullPath(folder))!).Check(folder);
        if (files.All(f => f.File is null)) throw new FaultException(Fault.NoHistory(folder));
        host.Write(Text(files));
        foreach (var bad in files.Where(f => f.Fault is not null)) host.Error.WriteLine(Fault.BadHistory(bad.Fault!.Message).Line);
        return files.Any(f => f.Fault is not null) ? ExitCode.Input : ExitCode.Ok;
    }

    private static string Text(ImmutableArray<HistoryFile> files)
    {
        var text = new StringBuilder("standoff/1 · data\n");
        foreach (var file in files.Where(f => f.File is not null)) Found(text, file);
        var missing = files.Where(f => f.File is null).ToList();
        if (missing.Count > 0) text.Append("\nNot there\n");
        foreach (var file in missing) text.Append(CultureInfo.InvariantCulture, $"  {file.Source.Name}: {file.Source.Places[0]}, from {file.Source.Home}\n");
        return text.ToString();
    }

    private static void Found(StringBuilder text, HistoryFile file)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{file.Source.Name}\n  file    {file.File}\n  SHA-256 {file.Sha256}\n");
        if (file.Fault is null) text.Append(CultureInfo.InvariantCulture, $"  rows    {file.Rows}{(file.Years is { } years ? $", {years.First} to {years.Last}" : "")}{(file.LeftOut > 0 ? $"; {file.LeftOut} left out, whose codes or year are unknown" : "")}\n");
        else text.Append("  rows    cannot be read\n");
        if (file.Lacking.Length > 0) text.Append(CultureInfo.InvariantCulture, $"  lacks   {string.Join(", ", file.Lacking)}\n");
        if (file.IsLatin) text.Append("  text    not UTF-8; read as Latin-1\n");
        text.Append(CultureInfo.InvariantCulture, $"  cite    {file.Source.Citation}\n");
    }
}
