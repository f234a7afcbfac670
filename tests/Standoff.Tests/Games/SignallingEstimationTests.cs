using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Models;
using Xunit;

namespace Standoff.Tests.Games;

/// <summary>Crisman-Cox and Gibilisco 2021: the sanctions data, 418 dyad-decades, with their first stage.</summary>
public sealed class SignallingEstimationTests
{
    [Fact]
    public void Pseudo_likelihood_and_nested_pseudo_likelihood_give_the_published_coefficients()
    {
        var (estimation, firstStage) = Sanctions();
        var once = estimation.PseudoLikelihood(firstStage);
        var nested = estimation.NestedPseudoLikelihood(firstStage);
        var published = ReferenceGames.Read("signalling/sigint_sanctions_coefs.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        AssertClose(published.Select(row => Number(row[1])), once, 1e-4);
        AssertClose(published.Select(row => Number(row[2])), nested, 1e-4);
        Assert.Equal(-3932.447, nested.LogLikelihood, 1e-3);
        Assert.True(once.HasConverged && nested.HasConverged);
    }

    [Fact]
    public void Constrained_maximum_likelihood_reaches_the_published_value_in_equilibrium_from_either_start()
    {
        var (estimation, firstStage) = Sanctions();
        var nested = estimation.ConstrainedMaximumLikelihood(estimation.NestedPseudoLikelihood(firstStage));
        var once = estimation.ConstrainedMaximumLikelihood(estimation.PseudoLikelihood(firstStage));
        Assert.Equal(-3927.9095, nested.LogLikelihood, 1e-3);
        Assert.Equal(nested.LogLikelihood, once.LogLikelihood, 1e-4);
        Assert.True(nested.Residual < 1e-9 && nested.HasConverged);
        Assert.All(nested.StandardErrors.SelectMany(e => e), e => Assert.True(e > 0));
    }

    // Expected counts of a known game are fitted by the game itself.
    [Fact]
    public void The_payoffs_that_made_the_data_are_found_again()
    {
        double[] truth = [0.3, 0.4, -0.6, 0.5, -0.8, 0.2, -1.2, 0.3];
        var random = new Random(5);
        var games = Enumerable.Range(0, 60).Select(_ =>
        {
            var (x, y) = ((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1);
            ImmutableArray<ImmutableArray<double>> regressors = [[x], [1], [1, y], [1], [1, x], [1], []];
            double[] u = [truth[0] * x, truth[1], truth[2] + (truth[7] * y), truth[4], truth[3] + (0.2 * x), truth[6], 0];
            var e = new CrisisSignalling(u[0], u[1], u[2], u[3], u[4], u[5], u[6]).Equilibria()[0];
            return new SignallingObservation(regressors, 1000 * e.StatusQuo, 1000 * e.Concession, 1000 * e.Conflict, 1000 * e.BackDown);
        }).ToImmutableArray();
        var estimation = new SignallingEstimation(games);
        var beliefs = games.Select(g => new SignallingBeliefs((g.Conflict + g.BackDown) / (g.Concession + g.Conflict + g.BackDown), g.Conflict / (g.Conflict + g.BackDown))).ToImmutableArray();
        var estimate = estimation.ConstrainedMaximumLikelihood(estimation.PseudoLikelihood(beliefs));
        double[] expected = [truth[0], truth[1], truth[2], truth[7], truth[4], truth[3], 0.2, truth[6]];
        Assert.All(expected.Zip(estimate.Coefficients.SelectMany(c => c)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    private static (SignallingEstimation Estimation, ImmutableArray<SignallingBeliefs> FirstStage) Sanctions()
    {
        var lines = ReferenceGames.Read("signalling/sigint_sanctionsData.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        var names = lines[0].Select(name => name.Trim('"')).ToList();
        var games = ImmutableArray.CreateBuilder<SignallingObservation>();
        var beliefs = ImmutableArray.CreateBuilder<SignallingBeliefs>();
        foreach (var line in lines.Skip(1))
        {
            double Of(string name) => Number(line[names.IndexOf(name)]);
            double Root(string name) => Math.Sqrt(Of(name));
            games.Add(new SignallingObservation(
                [
                    [Root("senderecondep"), Of("senderdemocracy"), Of("contig"), Of("ally")],
                    [1, Of("anticipatedsendercosts")],
                    [1, Root("targetecondep"), Of("anticipatedtargetcosts"), Of("contig"), Of("ally")],
                    [1, Root("senderecondep"), Of("senderdemocracy"), Of("lncaprat")],
                    [1, Of("targetdemocracy"), Of("lncaprat")],
                    [1, Of("senderdemocracy")],
                    [],
                ],
                Of("sq"), Of("cd"), Of("sf"), Of("bd")));
            beliefs.Add(new SignallingBeliefs(Of("PRhat"), Of("PFhat")));
        }

        return (new SignallingEstimation(games.ToImmutable()), beliefs.ToImmutable());
    }

    private static void AssertClose(IEnumerable<double> published, SignallingEstimate estimate, double tolerance) =>
        Assert.All(published.Zip(estimate.Coefficients.SelectMany(c => c)), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
