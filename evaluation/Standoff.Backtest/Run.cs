using Standoff.Backtest.Evidence;
using Standoff.Backtest.Models;
using Standoff.Backtest.Sources;

namespace Standoff.Backtest;

/// <summary>Reads the data, scores every split and writes the tables that were asked for.</summary>
internal sealed class Run(Options options, TextWriter output)
{
    private static readonly int[] CrisisCutOffs = [1970, 1980, 1990];
    private static readonly int[] DisputeCutOffs = [1970, 1980];

    public void Write()
    {
        var files = new DataFiles(options.Data);
        var described = files.Describe().ToList();
        output.WriteLine("| file | SHA-256 | cite |");
        output.WriteLine("| --- | --- | --- |");
        foreach (var line in described) output.WriteLine(line);
        output.WriteLine();
        var states = new States(files);
        var covariates = new CovariateSources(states);
        var tilts = new GameTilts();
        var (crises, disputes) = (IcbCases.Read(files, covariates), DisputeCases.Read(files, covariates));
        foreach (var line in files.LeftOut) output.WriteLine($"{line}\n");
        if (options.Tables is { } folder)
        {
            WriteTables(folder, crises, files, states, tilts);
            return;
        }
        Score("International crises", crises, CrisisCutOffs, tilts);
        Score("Militarized disputes", disputes, DisputeCutOffs, tilts);
        var cutOff = CutOff(crises);
        DiagnosticityReport.Print(output, new EvidenceCounts(files, states, cutOff), cutOff);
    }

    private void Score(string what, IReadOnlyList<PastCase> cases, int[] standard, GameTilts tilts)
    {
        var known = new Dictionary<int, Method>();
        Method Fitted(int cutOff) => known.TryGetValue(cutOff, out var method) ? method : known[cutOff] = Method.Before(cases, cutOff, tilts);
        foreach (var cutOff in options.CutOffs.Count > 0 ? options.CutOffs : standard) new Report(output, what, cases, cutOff, Fitted).Write();
        if (options.CutOffs.Count == 0) new DecadeReport(output, what, cases, Fitted).Write();
    }

    // Everything before the last cut-off that was asked for; everything there is if none was.
    private void WriteTables(string folder, IReadOnlyList<PastCase> crises, DataFiles files, States states, GameTilts tilts)
    {
        var cutOff = CutOff(crises);
        var before = crises.Where(c => c.Year < cutOff).ToArray();
        var method = Method.Before(crises, cutOff, tilts);
        var tables = new Tables(folder, cutOff);
        tables.WriteModel(method, before.Length, before.Select(c => c.Crisis).Distinct().Count());
        tables.WriteStates(states);
        DiagnosticityReport.Write(Path.Combine(folder, "Crises", "Resources", "diagnosticities.tsv"), new EvidenceCounts(files, states, cutOff), cutOff);
        new Report(output, "International crises", crises, cutOff, _ => method).Fitted(method);
    }

    private int CutOff(IReadOnlyList<PastCase> crises) => options.CutOffs.Count > 0 ? options.CutOffs.Max() : crises.Max(c => c.Year) + 1;
}
