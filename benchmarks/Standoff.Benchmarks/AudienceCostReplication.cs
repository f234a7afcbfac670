using System.Diagnostics;
using System.Globalization;
using Standoff.Games.Models;
using Standoff.Games.Solvers;

namespace Standoff.Benchmarks;

/// <summary>The replication of Crisman-Cox and Gibilisco 2018 in full: all equilibria of all pairs at the published parameters, the published estimate as a local maximum, and the estimation anew.</summary>
internal static class AudienceCostReplication
{
    /// <summary>Runs it and prints the tables of <c>benchmarks/README.md</c>.</summary>
    /// <param name="starts">Random starts of the estimation.</param>
    /// <param name="seed">Seed of all that is random.</param>
    /// <param name="threads">Threads.</param>
    public static void Run(int starts, ulong seed, int threads)
    {
        var sample = ReferenceData.AudienceCosts();
        Timed("equilibria", () => Enumerate(sample, seed, threads));
        var estimation = new AudienceCostEstimation(sample, new AudienceCostOptions { Starts = starts, Seed = seed, Threads = threads });
        AudienceCostEstimate near = null!, found = null!;
        Timed("from the published estimate", () => near = estimation.FitFrom(ReferenceData.Published(), ReferenceData.PublishedValues()));
        Compare("from the published estimate", sample, near);
        Timed("from random starts", () => found = estimation.Fit(new Told()));
        Compare("from random starts", sample, found);
    }

    private static void Timed(string what, Action act)
    {
        var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        act();
        Say($"{what}: {clock.Elapsed.TotalSeconds:F1} s elapsed, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F1} s of processor time");
    }

    private static void Enumerate(AudienceCostSample sample, ulong seed, int threads)
    {
        var (parameters, values) = (ReferenceData.Published(), ReferenceData.PublishedValues());
        var found = new AudienceCostEquilibria[sample.Pairs.Length];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, pair => found[pair] = AudienceCostEquilibria.Find(sample.Game(pair, parameters), new AudienceCostSearch { Seed = seed }));
        var published = found.Select((f, pair) => f.Equilibria.FirstOrDefault(e => e.Values.Zip(values[pair], (a, b) => Math.Abs(a - b)).Max() < 1e-6)).ToList();
        var all = found.SelectMany(f => f.Equilibria).ToList();
        Say($"{all.Count} equilibria, {found.Min(f => f.Equilibria.Length)} to {found.Max(f => f.Equilibria.Length)} a pair; several in {found.Count(f => f.Equilibria.Length > 1)} pairs; indices sum to 1 in {found.Count(f => f.IndicesSumToOne)}");
        Say($"published one among them in {published.Count(e => e is not null)}; stable in {published.Count(e => e is { IsStable: true })}, of index 1 in {published.Count(e => e is { Index: 1 })}");
        Say($"largest residual {all.Max(e => e.Residual):0.0e0}, largest regret {all.Max(e => e.Regret):0.0e0}; stable {all.Count(e => e.IsStable)}; {found.Sum(f => f.Solved)} of {found.Sum(f => f.Starts)} starts solved");
        Say($"by number of equilibria: {string.Join(", ", found.GroupBy(f => f.Equilibria.Length).OrderBy(g => g.Key).Select(g => $"{g.Key} in {g.Count()}"))}");
    }

    private static void Compare(string what, AudienceCostSample sample, AudienceCostEstimate estimate)
    {
        var (published, errors) = (ReferenceData.Published(), ReferenceData.Published(2));
        var again = sample.Pairs.Select((pair, i) => Enumerable.Range(0, AudienceCostDynamics.ValueCount).Sum(k => pair.Counts[k] == 0 ? 0 : pair.Counts[k] * Math.Log(AudienceCostDynamics.Probability(estimate.Values[i].AsSpan(), k / 9, k / 3 % 3, k % 3)))).Sum();
        var certified = estimate.Values.Select((v, i) => AudienceCostEquilibria.Certify(sample.Game(i, estimate.Parameters), v.AsSpan())).ToList();
        Say($"{what}: log-likelihood {estimate.LogLikelihood:F4} (summed anew {again:F4}, published -8190.5261), violation {estimate.Violation:0.0e0}, {estimate.Iterations} steps, converged {estimate.HasConverged}");
        Say($"largest residual {certified.Max(e => e.Residual):0.0e0}, regret {certified.Max(e => e.Regret):0.0e0}; stable {certified.Count(e => e.IsStable)}; starts {string.Join(", ", estimate.StartLogLikelihoods.Select(l => l.ToString("F2", CultureInfo.InvariantCulture)))}");
        Say($"largest difference of a parameter {published.All.Zip(estimate.Parameters.All, (a, b) => Math.Abs(a - b)).Max():0.0e0}; standard errors to published ones, median {Median(estimate.StandardErrors.All.Zip(errors.All, (a, b) => a / b)):F2}");
        var costs = published.AudienceCosts.Zip(estimate.Parameters.AudienceCosts).Zip(estimate.StandardErrors.AudienceCosts).ToList();
        var held = costs.Where(c => c.Second < 5).Select(c => c.First).ToList();
        Say($"audience costs: {held.Count} with a standard error below 5; correlation with the published ones {Correlation(held):F2} over these, {Correlation(costs.Select(c => c.First)):F2} over all, of ranks {Correlation(Ranked(costs.Select(c => c.First).ToList())):F2}");
        var shares = estimate.Values.Select(v => AudienceCostDynamics.StationaryDistribution(v.AsSpan())).ToList();
        Say($"mean long-run peace/crisis/war {string.Join(" ", Enumerable.Range(0, 3).Select(s => shares.Average(d => d[s]).ToString("F5", CultureInfo.InvariantCulture)))}");
        Say($"levels and slopes: {string.Join(" ", estimate.Parameters.All.Zip(estimate.StandardErrors.All, (p, e) => FormattableString.Invariant($"{p:F3} ({e:F3})")).Take(17))}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : double.NaN;

    private static double Correlation(IEnumerable<(double First, double Second)> pairs)
    {
        var all = pairs.ToList();
        var (a, b) = (all.Average(p => p.First), all.Average(p => p.Second));
        return all.Sum(p => (p.First - a) * (p.Second - b)) / Math.Sqrt(all.Sum(p => (p.First - a) * (p.First - a)) * all.Sum(p => (p.Second - b) * (p.Second - b)));
    }

    private static IEnumerable<(double First, double Second)> Ranked(List<(double First, double Second)> pairs) =>
        pairs.Select(p => ((double)pairs.Count(q => q.First < p.First), (double)pairs.Count(q => q.Second < p.Second)));

    private sealed class Told : IProgress<SolverProgress>
    {
        public void Report(SolverProgress value) => Say($"  start {value.Iterations + 1}: {value.Parameter:F4}");
    }
}
