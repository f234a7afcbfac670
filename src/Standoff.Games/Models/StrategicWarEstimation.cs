using System.Collections.Immutable;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Games.Models;

/// <summary>A dispute in the strategic-war model.</summary>
/// <param name="Regressors">By payoff (status quo, war to the first, war to the second), the values that its coefficients multiply.</param>
/// <param name="Escalated">Whether the first state left the status quo.</param>
/// <param name="Fought">Whether the second fought; not read where there was no escalation.</param>
public sealed record StrategicWarObservation(ImmutableArray<ImmutableArray<double>> Regressors, bool Escalated, bool Fought);

/// <summary>Estimated payoffs of the strategic-war model.</summary>
/// <param name="Coefficients">By payoff, in the order of its regressors.</param>
/// <param name="StandardErrors">The same, from the inverse of the observed information.</param>
/// <param name="LogLikelihood">Of all disputes.</param>
/// <param name="Iterations">Steps of scoring.</param>
/// <param name="HasConverged">Whether the maximum was found to a decrement of 1e-10.</param>
public sealed record StrategicWarEstimate(ImmutableArray<ImmutableArray<double>> Coefficients, ImmutableArray<ImmutableArray<double>> StandardErrors, double LogLikelihood, int Iterations, bool HasConverged);

/// <summary>Maximum likelihood of the strategic-war model with agent error and probit link (Signorino 1999; Kenkel and Signorino 2014); capitulation pays the first state 0.</summary>
public static class StrategicWarEstimation
{
    private const int Payoffs = 3;
    private const double InverseRootTwo = 0.70710678118654752;
    private const double LeastProbability = 1e-17;

    /// <summary>The coefficients under which the disputes are likeliest.</summary>
    /// <exception cref="ArgumentException">No dispute, or disputes with differing numbers of regressors.</exception>
    public static StrategicWarEstimate Fit(ImmutableArray<StrategicWarObservation> disputes, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (disputes.IsEmpty || disputes.Any(d => d.Regressors.Length != Payoffs || !d.Regressors.Select(r => r.Length).SequenceEqual(disputes[0].Regressors.Select(r => r.Length))))
            throw new ArgumentException("All disputes need the same regressors for three payoffs.", nameof(disputes));
        int[] first = [0, disputes[0].Regressors[0].Length, disputes[0].Regressors[0].Length + disputes[0].Regressors[1].Length, disputes[0].Regressors.Sum(r => r.Length)];
        var found = LikelihoodMaximum.Find(new double[first[^1]], at => Evaluate(at, first, disputes), 1e-10, 400, (step, point) => progress?.Report(new SolverProgress(step, point.Value, 0, 0)), cancellation);
        var errors = LikelihoodMaximum.StandardErrors(found.Parameters, at => Evaluate(at, first, disputes));
        return new StrategicWarEstimate(Split(found.Parameters, first), Split(errors, first), found.Point.Value, found.Iterations, found.HasConverged);
    }

    private static ImmutableArray<ImmutableArray<double>> Split(double[] values, int[] first) => [.. Enumerable.Range(0, Payoffs).Select(k => ImmutableArray.Create(values.AsSpan(first[k], first[k + 1] - first[k])))];

    private static LikelihoodPoint? Evaluate(double[] at, int[] first, ImmutableArray<StrategicWarObservation> disputes)
    {
        var (value, gradient, information) = (0.0, new double[at.Length], new double[at.Length * at.Length]);
        Span<double> u = stackalloc double[Payoffs];
        foreach (var dispute in disputes)
        {
            for (var k = 0; k < Payoffs; k++)
            {
                u[k] = 0;
                for (var i = first[k]; i < first[k + 1]; i++)
                    u[k] += at[i] * dispute.Regressors[k][i - first[k]];
            }

            var (probabilities, derivatives) = Cells(u[0], u[1], u[2]);
            var seen = !dispute.Escalated ? 0 : dispute.Fought ? 2 : 1;
            value += ElementaryFunctions.Log(probabilities[seen]);
            for (var outcome = 0; outcome < probabilities.Length; outcome++)
                Add(dispute, first, derivatives[outcome], Math.Max(probabilities[outcome], LeastProbability), outcome == seen, gradient, information);
        }

        return double.IsFinite(value) ? new LikelihoodPoint(value, gradient, information) : null;
    }

    // Probabilities of status quo, capitulation and war, and by outcome their derivatives with respect to the three payoffs.
    private static (double[] Probabilities, double[][] Derivatives) Cells(double statusQuo, double war, double warSecond)
    {
        var (fights, yields) = (NormalDistribution.Cumulative(warSecond * InverseRootTwo), NormalDistribution.Cumulative(-warSecond * InverseRootTwo));
        var gain = ((fights * war) - statusQuo) * InverseRootTwo;
        var (escalates, stays) = (NormalDistribution.Cumulative(gain), NormalDistribution.Cumulative(-gain));
        var fightsBy = NormalDistribution.Density(warSecond * InverseRootTwo) * InverseRootTwo;
        var density = NormalDistribution.Density(gain) * InverseRootTwo;
        double[] escalatesBy = [-density, density * fights, density * war * fightsBy];
        double[] fightsByAll = [0, 0, fightsBy];
        return (
            [stays, escalates * yields, escalates * fights],
            [
                [.. escalatesBy.Select(e => -e)],
                [.. escalatesBy.Zip(fightsByAll, (e, f) => (e * yields) - (escalates * f))],
                [.. escalatesBy.Zip(fightsByAll, (e, f) => (e * fights) + (escalates * f))],
            ]);
    }

    private static void Add(StrategicWarObservation dispute, int[] first, double[] derivatives, double probability, bool wasSeen, double[] gradient, double[] information)
    {
        for (var k = 0; k < Payoffs; k++)
        {
            for (var i = first[k]; i < first[k + 1]; i++)
            {
                var own = dispute.Regressors[k][i - first[k]] * derivatives[k];
                gradient[i] += wasSeen ? own / probability : 0;
                for (var l = 0; l < Payoffs; l++)
                {
                    for (var j = first[l]; j < first[l + 1]; j++)
                        information[(i * gradient.Length) + j] += own * dispute.Regressors[l][j - first[l]] * derivatives[l] / probability;
                }
            }
        }
    }
}
