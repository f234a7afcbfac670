using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// What it would tell to find something out: each uncertain input at each of its answers, weighted by how likely the answer is. The worth of the
/// knowledge is the mutual information Σ w·KL(p | answer ‖ p̄) of answer and headline outcomes, by which the expected log score falls, and beside it the
/// expected absolute change of the outcome that the answer moves most.
/// </summary>
/// <remarks>
/// A parameter's answers are the five nodes of Gauss and Legendre over the levels of its distribution, exact for polynomials to the ninth degree in the level.
/// The value of perfect information: Raiffa &amp; Schlaifer 1961; of one input at a time: Felli &amp; Hazen 1998. In the draws a parameter varies for class and
/// case alike; to know it of the case moves the case against its class, so the draws themselves could not be regressed on it.
/// </remarks>
internal static class Findings
{
    private const double Least = 0.001;
    private const double Known = 0.005;
    private const string So = "so";
    private const string NotSo = "not so";

    /// <summary>Weights of the five nodes of Gauss and Legendre.</summary>
    internal static readonly ImmutableArray<double> NodeWeights = [0.118463442528095, 0.239314335249683, 0.284444444444444, 0.239314335249683, 0.118463442528095];

    public static ImmutableArray<Finding> Of(Probe probe, Ledger? ledger)
    {
        var (model, crisis) = (probe.Model, probe.Model.Crisis);
        Inquiry[] asked = [.. Flags(crisis), .. Rungs(crisis), .. Covariates(model), .. ledger is null ? [] : Items(crisis, ledger)];
        var answers = probe.Ask([.. asked.SelectMany(i => i.Answers.Select(a => a.If!))]);
        var found = Parameters(model).Select((inquiry, i) => Describe(inquiry, probe.AtLevels[i][1..^1], model.Outcomes)).ToList();
        var at = 0;
        foreach (var inquiry in asked)
        {
            found.Add(Describe(inquiry, answers[at..(at + inquiry.Answers.Length)], model.Outcomes));
            at += inquiry.Answers.Length;
        }
        return [.. found.Where(f => f.Points >= Least).OrderByDescending(f => f.Information).ThenBy(f => f.Kind, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal)];
    }

    private sealed record Inquiry(string Kind, string Key, string Name, (string Text, double Weight, double? Value, WhatIf? If)[] Answers, ImmutableArray<string> Claims, int Origins);

    private static Finding Describe(Inquiry inquiry, double[][][] draws, ImmutableArray<HeadlineOutcome> outcomes)
    {
        var weights = inquiry.Answers.Select(a => a.Weight).ToArray();
        var means = draws.Select(Probe.Means).ToArray();
        var moves = Enumerable.Range(0, outcomes.Length).Select(k => Move([.. draws.Select(d => d[k])], weights)).ToArray();
        var most = Enumerable.Range(0, outcomes.Length).MaxBy(k => moves[k].Points);
        var answers = inquiry.Answers.Select((a, i) => new Answer(a.Text, a.Weight, a.Value, means[i][most]));
        return new(inquiry.Kind, inquiry.Key, inquiry.Name, Information(means, weights), outcomes[most].Key, moves[most].Points, moves[most].Error, [.. answers], inquiry.Claims, inquiry.Origins);
    }

    /// <summary>Mutual information of answer and outcomes, in nats: never negative, and 0 where no answer moves anything.</summary>
    internal static double Information(double[][] means, double[] weights)
    {
        var sum = 0.0;
        for (var k = 0; k < means[0].Length; k++)
        {
            var average = weights.Select((w, i) => w * means[i][k]).Sum();
            for (var i = 0; i < means.Length; i++)
                if (means[i][k] > 0) sum += weights[i] * means[i][k] * ElementaryFunctions.Log(means[i][k] / average);
        }
        return Math.Max(0, sum);
    }

    /// <summary>Expected absolute change of one outcome, with the standard error over the draws, each answer's direction held fixed.</summary>
    private static (double Points, double Error) Move(double[][] answers, double[] weights)
    {
        var means = answers.Select(a => Summaries.Mean(a)).ToArray();
        var average = weights.Select((w, i) => w * means[i]).Sum();
        var signs = means.Select(m => Math.Sign(m - average)).ToArray();
        var draws = Enumerable.Range(0, answers[0].Length).Select(d =>
        {
            var middle = weights.Select((w, i) => w * answers[i][d]).Sum();
            return weights.Select((w, i) => w * signs[i] * (answers[i][d] - middle)).Sum();
        }).ToArray();
        return (Math.Max(0, Summaries.Mean(draws)), Math.Sqrt(Summaries.Variance(draws) / draws.Length));
    }

    private static IEnumerable<Inquiry> Parameters(ForecastModel model) =>
        from k in model.CaseParameters.Uncertain
        let name = StandoffParameters.Names[k]
        let parameter = model.Crisis.Parameters.FirstOrDefault(p => p.Name == name)
        select new Inquiry("parameter", name, name,
            [.. Probe.ParameterLevels[1..^1].Select((level, i) => (FormattableString.Invariant($"at {level:0.00} of its distribution"), NodeWeights[i], (double?)model.CaseParameters.Quantile(k, level), (WhatIf?)null))],
            parameter is null || parameter.Claims.IsDefault ? [] : parameter.Claims, 0);

    private static IEnumerable<Inquiry> Flags(Crisis crisis) =>
        from f in crisis.Flags
        where f.Probability is > Known and < 1 - Known
        select new Inquiry("flag", f.Name, f.Name, [(So, f.Probability, null, With(crisis, f, 1)), (NotSo, 1 - f.Probability, null, With(crisis, f, 0))], f.Claims.IsDefault ? [] : f.Claims, 0);

    internal static WhatIf With(Crisis crisis, StateFlag flag, double probability) =>
        new() { Crisis = crisis with { Flags = [.. crisis.Flags.Where(o => o.Name != flag.Name), flag with { Probability = probability }] } };

    private static IEnumerable<Inquiry> Rungs(Crisis crisis)
    {
        var weights = crisis.Present.Weights;
        var rungs = Enumerable.Range(0, weights.Length).Where(r => weights[r] > Known).ToArray();
        var sum = rungs.Sum(r => weights[r]);
        if (rungs.Length > 1)
            yield return new("rung", "present", "present rung", [.. rungs.Select(r => (((Rung)r).Words(), weights[r] / sum, (double?)null, (WhatIf?)At(crisis, (Rung)r)))], crisis.Present.Claims.IsDefault ? [] : crisis.Present.Claims, 0);
    }

    internal static WhatIf At(Crisis crisis, Rung rung) =>
        new() { Crisis = crisis with { Present = crisis.Present with { Weights = [.. Enumerable.Range(0, crisis.Present.Weights.Length).Select(r => r == (int)rung ? 1.0 : 0)] } } };

    /// <summary>What is not known of the two sides is as likely as among the classes' crises. Acts are the rung's to tell.</summary>
    private static IEnumerable<Inquiry> Covariates(ForecastModel model) =>
        from name in CovariateTable.All
        where CovariateTable.IsTrait(name) && CovariateTable.RangeOf(name) == (0, 1) && model.Crisis.Covariates.All(c => c.Name != name)
        let share = CovariateShift.MeanOf(name, model.Choices)
        where share is > Known and < 1 - Known
        select new Inquiry("covariate", name, CovariateTable.Definition(name),
            [(So, share, null, new WhatIf { Shift = Shifted(model, name, 1) }), (NotSo, 1 - share, null, new WhatIf { Shift = Shifted(model, name, 0) })], [], 0);

    internal static CovariateShift Shifted(ForecastModel model, string name, double value) => CovariateShift.Of(
        model.Crisis with { Covariates = [.. model.Crisis.Covariates.Where(c => c.Name != name), new Covariate(name, value, Grounds.Analyst, "")] }, model.Choices);

    /// <summary>Items that enter the model on one origin's word, or that another item contradicts.</summary>
    private static IEnumerable<Inquiry> Items(Crisis crisis, Ledger ledger)
    {
        var contested = ledger.Contradictions.SelectMany(c => new[] { c.First, c.Second }).ToHashSet(StringComparer.Ordinal);
        var used = crisis.Uses.Where(u => u.Route is Route.State or Route.Move or Route.Parameter).Select(u => u.Item).ToHashSet(StringComparer.Ordinal);
        return from i in ledger.Items
               where used.Contains(i.Alias) && (i.Origins.Length == 1 || contested.Contains(i.Alias)) && i.Belief.Value is > Known and < 1 - Known
               let so = CrisisSupposition.Suppose(crisis, ledger, i.Alias, isSo: true)
               let not = CrisisSupposition.Suppose(crisis, ledger, i.Alias, isSo: false)
               select new Inquiry("item", i.Alias, i.Statement, [(So, i.Belief.Value, null, new WhatIf { Crisis = so }), (NotSo, 1 - i.Belief.Value, null, new WhatIf { Crisis = not })], i.Claims, i.Origins.Length);
    }
}
