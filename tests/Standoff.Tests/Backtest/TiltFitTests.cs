using Standoff.Backtest.Models;
using Xunit;

namespace Standoff.Tests.Backtest;

public sealed class TiltFitTests
{
    private static readonly TiltFit Fit = new([.. Enumerable.Range(0, 40).Select(Sight)]);

    public static TheoryData<double[]> Points =>
    [
        new double[] { 0.3, -1, 0, 0, 0, 0, 0, 0 },
        new double[] { -0.4, 0.2, 0.5, -0.3, 0.8, 0, -1, 0.1 },
    ];

    /// <summary>The step is where rounding and curvature of a central difference balance.</summary>
    [Theory, MemberData(nameof(Points))]
    public void The_gradient_of_the_penalised_likelihood_is_that_of_finite_differences(double[] point)
    {
        const double Step = 1e-5;
        var gradient = new double[TiltFit.Width];
        Fit.Objective(point, gradient, new double[TiltFit.Width, TiltFit.Width]);
        for (var i = 0; i < TiltFit.Width; i++) Assert.Equal((At(point, i, Step) - At(point, i, -Step)) / (2 * Step), gradient[i], 1e-6);
    }

    [Fact]
    public void What_the_data_say_nothing_of_stays_at_its_prior()
    {
        var blind = new TiltFit([.. Enumerable.Range(0, 40).Select(i => Sight(i) with { Tilt = new double[5], Slopes = Zero() })]).Fit();
        Assert.Equal(0, blind[0].Estimate, 1e-9);
        Assert.All(blind.Where((_, i) => i != 1), n => Assert.Equal(0, n.Contraction, 1e-9));
        Assert.DoesNotContain(blind, n => n.IsIdentified && n.Name != "logarithm of the discrepancy");
    }

    [Fact]
    public void A_tilt_that_foretells_the_outcome_is_believed_and_its_opposite_is_not()
    {
        var right = new TiltFit([.. Enumerable.Range(0, 200).Select(i => Told(i, 1.5))]).Fit()[0];
        var wrong = new TiltFit([.. Enumerable.Range(0, 200).Select(i => Told(i, -1.5))]).Fit()[0];
        Assert.True(right.Estimate > 0.5, right.ToString());
        Assert.True(wrong.Estimate < -0.5, wrong.ToString());
    }

    private static double At(double[] point, int i, double step)
    {
        var moved = (double[])point.Clone();
        moved[i] += step;
        return Fit.Objective(moved, new double[TiltFit.Width], new double[TiltFit.Width, TiltFit.Width]);
    }

    private static Sight Told(int i, double height)
    {
        var outcome = i % 4;
        var tilt = new double[5];
        tilt[outcome] = height;
        return new([.. Enumerable.Repeat(Math.Log(0.25), 4)], 0.5, outcome, null, tilt, Zero(), 1);
    }

    private static Sight Sight(int i)
    {
        double Wave(int k) => Math.Sin((i * 7.1) + (k * 2.3));
        var scores = RidgeMultinomial.Softmax([.. Enumerable.Range(0, 4).Select(Wave)]).Select(p => Math.Log(p)).ToArray();
        double[][] slopes = [.. Enumerable.Range(0, 6).Select(m => Enumerable.Range(0, 5).Select(k => 0.5 * Wave(k + (5 * m))).ToArray())];
        return new(scores, 0.2 + Math.Abs(Wave(9)), i % 5 == 4 ? null : i % 4, i % 3 == 0 ? null : i % 2 == 0, [.. Enumerable.Range(3, 5).Select(Wave)], slopes, 1.0 / (1 + (i % 3)));
    }

    private static double[][] Zero() => [.. Enumerable.Range(0, 6).Select(_ => new double[5])];
}
