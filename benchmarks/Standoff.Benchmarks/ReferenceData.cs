using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Models;

namespace Standoff.Benchmarks;

/// <summary>Published samples that lie beside the repository, in <c>../shared/data/games</c>.</summary>
internal static class ReferenceData
{
    /// <summary>Crisman-Cox and Gibilisco 2018: 179 pairs of 125 countries.</summary>
    public static AudienceCostSample AudienceCosts()
    {
        var regressors = Numbers("audience-costs/dyad_covariates.csv").ToDictionary(row => (row[0], row[1]), row => ImmutableArray.Create(row.AsSpan(2)));
        return new AudienceCostSample
        {
            Countries = [.. Numbers("audience-costs/country_covariates.csv").Select(row => ImmutableArray.Create(row.AsSpan(2)))],
            Pairs = [.. Numbers("audience-costs/games.csv").Zip(Numbers("audience-costs/state_action_counts.csv"), (game, counts) =>
                new AudienceCostObservation((int)game[0] - 1, (int)game[1] - 1, regressors[(game[0], game[1])], regressors[(game[1], game[0])], [.. counts]))],
        };
    }

    /// <summary>The published equilibria of the pairs.</summary>
    public static ImmutableArray<ImmutableArray<double>> PublishedValues() => [.. Numbers("audience-costs/V_equilibrium_published.csv").Select(row => row.ToImmutableArray())];

    /// <summary>The published estimates, or in column 2 their standard errors.</summary>
    public static AudienceCostParameters Published(int column = 1)
    {
        ImmutableArray<double> all = [.. Cells("audience-costs/theta_published.csv").Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];
        return new AudienceCostParameters(all[..4], all[4..8], all[8..11], all[11..14], all[14..17], all[17..]);
    }

    /// <summary>Crisman-Cox and Gibilisco 2021: 418 pairs by decade, with first-stage beliefs.</summary>
    public static (SignallingEstimation Estimation, ImmutableArray<SignallingBeliefs> FirstStage) Sanctions()
    {
        var lines = Lines("signalling/sigint_sanctionsData.csv").Select(line => line.Split(',')).ToList();
        var names = lines[0].Select(name => name.Trim('"')).ToList();
        var rows = lines.Skip(1).Select(line => (Func<string, double>)(name => double.Parse(line[names.IndexOf(name)], CultureInfo.InvariantCulture))).ToList();
        var games = rows.Select(of => new SignallingObservation(
            [
                [Math.Sqrt(of("senderecondep")), of("senderdemocracy"), of("contig"), of("ally")],
                [1, of("anticipatedsendercosts")],
                [1, Math.Sqrt(of("targetecondep")), of("anticipatedtargetcosts"), of("contig"), of("ally")],
                [1, Math.Sqrt(of("senderecondep")), of("senderdemocracy"), of("lncaprat")],
                [1, of("targetdemocracy"), of("lncaprat")],
                [1, of("senderdemocracy")],
                [],
            ],
            of("sq"), of("cd"), of("sf"), of("bd")));
        return (new SignallingEstimation([.. games]), [.. rows.Select(of => new SignallingBeliefs(of("PRhat"), of("PFhat")))]);
    }

    private static IEnumerable<double[]> Numbers(string file) => Cells(file).Select(row => row.Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray());

    private static IEnumerable<string[]> Cells(string file) => Lines(file).Skip(1).Select(line => line.Split(','));

    /// <summary>The repository's folder, above the one that the program runs in.</summary>
    /// <exception cref="DirectoryNotFoundException">It runs outside the repository.</exception>
    public static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Standoff.slnx")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} is not inside the repository.");
        }
    }

    private static IEnumerable<string> Lines(string file)
    {
        var path = Path.Combine(Path.GetDirectoryName(Repository) ?? "/", "shared", "data", "games", file);
        return File.Exists(path) ? File.ReadLines(path).Where(line => line.Length > 0) : throw new FileNotFoundException($"The published sample {path} is not here.");
    }
}
