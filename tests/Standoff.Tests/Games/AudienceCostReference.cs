using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Models;

namespace Standoff.Tests.Games;

/// <summary>The sample of Crisman-Cox and Gibilisco 2018 where it is at hand, and a small one of our own.</summary>
internal static class AudienceCostReference
{
    /// <summary>Parameters that the small sample is made with: two regressors of pairs and of countries, five countries.</summary>
    public static AudienceCostParameters SmallParameters { get; } = new([0.6, 0.3], [-0.4, 0.2], [-1.2, 0.3], [-1.8, -0.2], [0.4, 0.9, 0.7], [-0.8, -1.5, -0.3, -2, -1]);

    public static AudienceCostSample Sample()
    {
        var regressors = Rows("dyad_covariates.csv").ToDictionary(row => (row[0], row[1]), row => ImmutableArray.Create(row.AsSpan(2)));
        return new AudienceCostSample
        {
            Countries = [.. Rows("country_covariates.csv").Select(row => ImmutableArray.Create(row.AsSpan(2)))],
            Pairs = [.. Rows("games.csv").Zip(Rows("state_action_counts.csv"), (game, counts) =>
                new AudienceCostObservation((int)game[0] - 1, (int)game[1] - 1, regressors[(game[0], game[1])], regressors[(game[1], game[0])], [.. counts]))],
        };
    }

    public static ImmutableArray<ImmutableArray<double>> Values() => [.. Rows("V_equilibrium_published.csv").Select(row => row.ToImmutableArray())];

    public static AudienceCostParameters Parameters(AudienceCostSample sample) => Named(Published(1), sample);

    /// <summary>A column of the published estimates: 1 for the estimates, 2 for their standard errors.</summary>
    public static ImmutableArray<double> Published(int column) =>
        [.. ReferenceGames.Read("audience-costs/theta_published.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture))];

    public static IEnumerable<double[]> Rows(string file) => ReferenceGames.Read($"audience-costs/{file}").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray());

    public static AudienceCostParameters Named(ImmutableArray<double> all, AudienceCostSample sample)
    {
        var (x, z) = (sample.Pairs[0].RegressorsFirst.Length, sample.Countries[0].Length);
        var both = (2 * x) + (2 * z);
        return new AudienceCostParameters(all[..x], all[x..(2 * x)], all[(2 * x)..((2 * x) + z)], all[((2 * x) + z)..both], all[both..(both + 3)], all[(both + 3)..]);
    }

    /// <summary>All ten pairs of five countries, with the counts to be expected of their equilibria, in which each state is seen about as often as it comes up.</summary>
    public static AudienceCostSample Small(double months = 4000)
    {
        var random = new Random(3);
        double Draw() => (2 * random.NextDouble()) - 1;
        ImmutableArray<ImmutableArray<double>> countries = [.. Enumerable.Range(0, 5).Select(_ => ImmutableArray.Create(1, Draw()))];
        var pairs = from first in Enumerable.Range(0, 5)
                    from second in Enumerable.Range(first + 1, 4 - first)
                    select new AudienceCostObservation(first, second, [1, Draw()], [1, Draw()], [.. new double[AudienceCostDynamics.ValueCount]]);
        var sample = new AudienceCostSample { Countries = countries, Pairs = [.. pairs] };
        return sample with { Pairs = [.. sample.Pairs.Select((pair, i) => pair with { Counts = Expected(sample.Game(i, SmallParameters), months) })] };
    }

    /// <summary>Residual and regret of playing by values that need not be an equilibrium.</summary>
    public static (double Residual, double Regret) Plan(AudienceCostDynamics game, ImmutableArray<double> values) =>
        (game.Residual(values.AsSpan()), AudienceCostEquilibria.RegretOf(game, values.AsSpan()));

    private static ImmutableArray<double> Expected(AudienceCostDynamics game, double months)
    {
        var values = game.Solve(new double[AudienceCostDynamics.ValueCount]).Values;
        var shares = AudienceCostDynamics.StationaryDistribution(values);
        return [.. Enumerable.Range(0, values.Length).Select(i => months * shares[i / 3 % 3] * AudienceCostDynamics.Probability(values, i / 9, i / 3 % 3, i % 3))];
    }
}
