using System.Globalization;
using System.Security.Cryptography;
using Standoff.ReferenceClasses;

namespace Standoff.Backtest.Sources;

/// <summary>The files that the back-test reads, as their publishers distribute them, with what to cite.</summary>
internal sealed class DataFiles(string folder)
{
    private static readonly (string Path, string[] Columns, string Citation)[] All =
    [
        ("icb/icb2v13_actor.csv", ["crisno", "cracid", "actor", "triggr", "yrtrig", "motrig", "datrig", "trigent", "gravty", "sevvio", "outcom", "pc", "regact", "yrterm", "moterm", "daterm"],
            "Brecher, Wilkenfeld, Beardsley, James & Quinn, International Crisis Behavior, actor level v13"),
        ("cow/cow_nmc.csv", ["ccode", "year", "cinc"], "Singer, Bremer & Stuckey 1972; Singer 1987, National Material Capabilities"),
        ("cow/cow_majors.csv", ["ccode", "styear", "endyear"], "Correlates of War, State System Membership: major powers 2016"),
        ("cow/cow_contdir.csv", ["ccode1", "ccode2", "conttype", "stdate", "enddate"], "Stinnett et al. 2002, direct contiguity 3.2"),
        ("atop/atop_alliance.csv", ["ccode1", "ccode2", "year", "atop_defense"], "Leeds, Ritter, Mitchell & Long 2002, Alliance Treaty Obligations and Provisions 5"),
        ("archigos/archigos.csv", ["gwcode", "startdate", "enddate", "exit"], "Goemans, Gleditsch & Chiozza 2009, Archigos 4.1"),
        ("gml_mid/gml_dirdisp.csv", ["dispnum", "ccode1", "ccode2", "year", "midonset", "sidea1", "sidea2", "orig1", "orig2", "revstate1", "revtype11", "hostlev1", "hostlev", "outcome", "mindur", "maxdur"],
            "Gibler, Miller & Little 2016, militarized interstate disputes 2.2.1"),
    ];

    /// <summary>The folder that holds <c>icb/</c>, <c>cow/</c> and the others.</summary>
    public string Folder => folder;

    /// <summary>The rows of one of the files.</summary>
    /// <exception cref="DataFault">It cannot be used.</exception>
    public List<Row> Read(string path) => Table.Read(Path.Combine(folder, path), All.Single(f => f.Path == path).Columns);

    /// <summary>The rows of a file that adds to the others; none if it is not there.</summary>
    public List<Row> ReadIfThere(string path) => File.Exists(Path.Combine(folder, path)) ? Table.Read(Path.Combine(folder, path)) : [];

    /// <summary>One line a file: name, start of its SHA-256, what to cite.</summary>
    /// <exception cref="DataFault">One is missing.</exception>
    public IEnumerable<string> Describe() => All.Select(f =>
    {
        var located = Table.Located(Path.Combine(folder, f.Path));
        using var stream = File.OpenRead(located);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
        return string.Create(CultureInfo.InvariantCulture, $"| {f.Path}{located[^3..].Replace("csv", "", StringComparison.Ordinal)} | {hash} | {f.Citation} |");
    });
}
