using System.Collections.Immutable;

namespace Standoff.SpatialDecisions;

/// <summary>Of several lines the one with the least error on some proposals, scored on others.</summary>
internal sealed class CrossValidation
{
    private const int Folds = 10;
    private const int Shuffles = 20;
    private const int Seed = 5;
    private readonly IReadOnlyList<Issue> issues;
    private readonly ImmutableArray<Line> grid;
    private readonly double[][] errors;

    public CrossValidation(IReadOnlyList<Issue> issues, IEnumerable<Line> grid)
    {
        (this.issues, this.grid) = (issues, [.. grid]);
        errors = [.. this.grid.Select(line => line.Errors(issues))];
    }

    /// <summary>How often each was chosen.</summary>
    public Dictionary<string, int> Chosen { get; } = new(StringComparer.Ordinal);

    /// <summary>What is chosen on all issues.</summary>
    public string OnAll => grid[Best(_ => true)].Name;

    /// <summary>By issue, the mean absolute error over the shuffles when its proposal was left out.</summary>
    public double[] LeftOut()
    {
        var sums = new double[issues.Count];
        for (var shuffle = 0; shuffle < Shuffles; shuffle++)
            AddShuffle(new Random(Seed + shuffle), sums);
        return [.. sums.Select(s => s / Shuffles)];
    }

    private void AddShuffle(Random random, double[] sums)
    {
        string[] proposals = [.. issues.Select(i => i.Proposal).Distinct(StringComparer.Ordinal)];
        random.Shuffle(proposals);
        var fold = proposals.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i % Folds, StringComparer.Ordinal);
        for (var left = 0; left < Folds; left++)
        {
            var best = Best(i => fold[issues[i].Proposal] != left);
            Chosen[grid[best].Name] = Chosen.GetValueOrDefault(grid[best].Name) + 1;
            for (var i = 0; i < issues.Count; i++)
                sums[i] += fold[issues[i].Proposal] == left ? errors[best][i] : 0;
        }
    }

    private int Best(Func<int, bool> counts) =>
        Enumerable.Range(0, grid.Length).MinBy(c => Enumerable.Range(0, issues.Count).Where(counts).Sum(i => errors[c][i]));
}
