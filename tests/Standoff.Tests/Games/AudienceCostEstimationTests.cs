using System.Collections.Immutable;
using Standoff.Games.Models;
using Standoff.Games.Numerics;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class AudienceCostEstimationTests
{
    [Fact]
    public void The_published_estimate_is_a_maximum_with_the_published_likelihood()
    {
        var (sample, values) = (AudienceCostReference.Sample(), AudienceCostReference.Values());
        var estimation = new AudienceCostEstimation(sample, new AudienceCostOptions { Threads = 2 });
        var published = AudienceCostReference.Parameters(sample);
        var likelihood = estimation.Likelihood(published, values)!;
        Assert.Equal(-8190.5261, likelihood.Value, 1e-4);
        Assert.All(likelihood.Gradient, g => Assert.Equal(0, g, 1e-6));
        var again = estimation.FitFrom(published, values);
        Assert.True(again.HasConverged && again.Residual < 1e-10);
        Assert.Equal(likelihood.Value, again.LogLikelihood, 1e-6);
        Assert.All(published.All.Zip(again.Parameters.All), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        // How the authors' standard errors were had is not known in full: they agree in the middle, not one by one.
        var ratios = again.StandardErrors.All.Zip(AudienceCostReference.Published(2), (own, theirs) => own / theirs).Order().ToList();
        Assert.InRange(ratios[ratios.Count / 2], 0.95, 1.05);
    }

    // The authors' estimate is one local maximum: the larger part of random starts comes to a better one.
    [Fact]
    public void A_random_start_comes_to_a_likelier_equilibrium_of_the_data_than_the_published_one()
    {
        var found = new AudienceCostEstimation(AudienceCostReference.Sample(), new AudienceCostOptions { Starts = 1, MostRounds = 0, Threads = 2, Seed = 8 }).Fit();
        Assert.True(found.LogLikelihood > -8190.5261);
        Assert.True(found.Residual < 1e-8);
    }

    [Fact]
    public void The_parameters_that_made_the_data_are_found_again_from_random_starts()
    {
        var sample = AudienceCostReference.Small();
        var found = new AudienceCostEstimation(sample, new AudienceCostOptions { Starts = 2, Spread = 2 }).Fit();
        Assert.True(found.HasConverged);
        Assert.All(AudienceCostReference.SmallParameters.All.Zip(found.Parameters.All), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.All(found.StandardErrors.All, e => Assert.True(e is > 0 and < 5));
    }

    [Fact]
    public void The_gradient_is_that_of_differences()
    {
        var sample = AudienceCostReference.Small();
        var estimation = new AudienceCostEstimation(sample);
        // Not at the maximum, where it is 0.
        var at = AudienceCostReference.Named([.. AudienceCostReference.SmallParameters.All.Select((p, i) => p + (0.1 * (i % 3)) - 0.1)], sample);
        var here = estimation.Likelihood(at, Zeros(sample))!;
        Assert.All(Enumerable.Range(0, here.Gradient.Length), i =>
        {
            double Value(double step) => estimation.Likelihood(AudienceCostReference.Named(at.All.SetItem(i, at.All[i] + step), sample), here.Values)!.Value;
            Assert.Equal((Value(1e-4) - Value(-1e-4)) / 2e-4, here.Gradient[i], 1e-3);
        });
        Assert.True(here.Gradient.Max(Math.Abs) > 100);
    }

    // Two ways to the same matrix: along the constraints with multipliers, and differences of the gradient of the likelihood without them.
    [Fact]
    public void Standard_errors_are_those_of_the_observed_information()
    {
        var sample = AudienceCostReference.Small(months: 300);
        var estimation = new AudienceCostEstimation(sample);
        var found = estimation.FitFrom(AudienceCostReference.SmallParameters, Zeros(sample));
        var size = found.Parameters.All.Length;
        var information = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            ImmutableArray<double> Gradient(double step) => estimation.Likelihood(AudienceCostReference.Named(found.Parameters.All.SetItem(i, found.Parameters.All[i] + step), sample), found.Values)!.Gradient;
            var (up, down) = (Gradient(1e-4), Gradient(-1e-4));
            for (var j = 0; j < size; j++)
                information[(i * size) + j] = (down[j] - up[j]) / 2e-4;
        }

        var expected = LikelihoodMaximum.StandardErrors(information);
        Assert.All(expected.Zip(found.StandardErrors.All), pair => Assert.Equal(1, pair.Second / pair.First, 1e-3));
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        var sample = AudienceCostReference.Small(months: 300);
        AudienceCostEstimate With(int threads) => new AudienceCostEstimation(sample, new AudienceCostOptions { Starts = 1, Spread = 2, MostRounds = 1, Threads = threads }).Fit();
        var (one, three) = (With(1), With(3));
        Assert.Equal(one.Parameters.All, three.Parameters.All);
        Assert.Equal(one.StandardErrors.All, three.StandardErrors.All);
        Assert.Equal(one.LogLikelihood, three.LogLikelihood);
    }

    [Fact]
    public void A_sample_that_does_not_fit_together_is_refused()
    {
        var sample = AudienceCostReference.Small();
        Assert.Throws<ArgumentException>(() => new AudienceCostEstimation(sample with { Pairs = [] }));
        Assert.Throws<ArgumentException>(() => new AudienceCostEstimation(sample with { Pairs = [sample.Pairs[0] with { Second = 9 }] }));
        Assert.Throws<ArgumentException>(() => new AudienceCostEstimation(sample with { Pairs = [sample.Pairs[0] with { Counts = [-1] }] }));
        Assert.Throws<ArgumentException>(() => new AudienceCostEstimation(sample with { Discount = 1 }));
    }

    private static ImmutableArray<ImmutableArray<double>> Zeros(AudienceCostSample sample) => [.. sample.Pairs.Select(_ => new double[AudienceCostDynamics.ValueCount].ToImmutableArray())];
}
