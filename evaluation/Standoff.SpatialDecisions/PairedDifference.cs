namespace Standoff.SpatialDecisions;

/// <summary>A paired mean difference with its 95 % interval over resampled proposals.</summary>
internal readonly record struct PairedDifference(double Mean, double Low, double High)
{
    private const int Samples = 10_000;
    private const int Seed = 7;

    public static PairedDifference Of(double[] errors, double[] others, IReadOnlyList<Issue> issues)
    {
        var groups = Enumerable.Range(0, issues.Count).GroupBy(i => issues[i].Proposal, StringComparer.Ordinal)
            .Select(g => (Sum: g.Sum(i => errors[i] - others[i]), Count: g.Count())).ToArray();
        var random = new Random(Seed);
        var means = new double[Samples];
        for (var sample = 0; sample < Samples; sample++)
        {
            var drawn = random.GetItems(groups, groups.Length);
            means[sample] = drawn.Sum(g => g.Sum) / drawn.Sum(g => g.Count);
        }

        Array.Sort(means);
        return new PairedDifference(groups.Sum(g => g.Sum) / issues.Count, means[(int)(0.025 * Samples)], means[(int)(0.975 * Samples) - 1]);
    }
}
