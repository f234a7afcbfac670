using Standoff.Backtest.Models;
using Xunit;

namespace Standoff.Tests.Backtest;

public sealed class RegressionTests
{
    // Rows, covariates and classes of made-up data; the seed fixes them.
    private static readonly double[][] Rows = Draw(400, 3, 1);
    private static readonly double[] Ones = [.. Rows.Select(_ => 1.0)];

    [Fact]
    public void A_multinomial_logit_finds_the_coefficients_that_made_the_data()
    {
        double[][] truth = [[1, 0, 0], [0, 1, 0], [-1, -1, 0]];
        var random = new Random(2);
        var labels = Rows.Select(r => Pick(RidgeMultinomial.Softmax([.. truth.Select(b => b.Zip(r, (x, y) => x * y).Sum())]), random)).ToArray();
        var model = RidgeMultinomial.Fit(Rows, labels, Ones, 3, [0.1, 0.1, 0.1]);
        for (var k = 0; k < 3; k++)
            for (var j = 0; j < 3; j++) Assert.InRange(model.Coefficient(k, j), truth[k][j] - 0.5, truth[k][j] + 0.5); // three standard errors of 400 rows
        Assert.Equal(0, Enumerable.Range(0, 3).Sum(k => model.Coefficient(k, 0)), 1e-6);
        Assert.Equal(1, model.Predict(Rows[0]).Sum(), 1e-12);
    }

    [Fact]
    public void A_covariate_multiplies_the_hazard()
    {
        var random = new Random(3);
        var happened = Rows.Select(r => random.NextDouble() < 1 - Math.Exp(-Math.Exp(-0.5 + (0.8 * r[0])))).ToArray();
        var model = RidgeHazard.Fit(Rows, happened, Ones, [0.1, 0.1, 0.1]);
        Assert.InRange(model.Coefficient(0), 0.5, 1.1);
        Assert.InRange(model.Coefficient(1), -0.3, 0.3);
        double H(double[] row) => -Math.Log(1 - model.Predict(row));
        Assert.Equal(Math.Exp(model.Coefficient(0)), H([1, 0, 0]) / H([0, 0, 0]), 1e-9);
    }

    [Fact]
    public void A_heavy_ridge_leaves_the_base_rate()
    {
        var labels = Rows.Select((_, i) => i % 4 == 0 ? 1 : 0).ToArray();
        var model = RidgeMultinomial.Fit(Rows, labels, Ones, 2, [CovariateModel.None, CovariateModel.None, CovariateModel.None]);
        Assert.Equal(0.25, model.Predict(Rows[7])[1], 1e-3);
    }

    [Fact]
    public void Trees_learn_what_a_threshold_decides_and_call_nothing_impossible()
    {
        var labels = Rows.Select(r => r[1] > 0.2 ? 1 : 0).ToArray();
        foreach (var predict in new[] { Trees.Forest(Rows, labels, 2), Trees.Boosting(Rows, labels, 2) })
        {
            Assert.True(predict([0, 1.5, 0])[1] > 0.8);
            Assert.True(predict([0, -1.5, 0])[1] is > 0 and < 0.2);
            Assert.Equal(1, predict([0, 1.5, 0]).Sum(), 1e-9);
        }
    }

    [Fact]
    public void A_factor_solves_its_matrix()
    {
        double[,] matrix = { { 4, 1, 0 }, { 1, 3, 1 }, { 0, 1, 2 } };
        var x = new Cholesky(matrix).Solve([1, 2, 3]);
        for (var i = 0; i < 3; i++) Assert.Equal(i + 1, Enumerable.Range(0, 3).Sum(j => matrix[i, j] * x[j]), 1e-12);
        Assert.Equal(2.0 / 18, new Cholesky(matrix).InverseDiagonal()[2] - (9.0 / 18), 1e-12);
    }

    private static double[][] Draw(int rows, int width, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, width).Select(_ => (random.NextDouble() * 4) - 2).ToArray())];
    }

    private static int Pick(double[] probabilities, Random random)
    {
        var u = random.NextDouble();
        var k = 0;
        while (k + 1 < probabilities.Length && (u -= probabilities[k]) > 0) k++;
        return k;
    }
}
