using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Standoff.Games.Models;

namespace Standoff.Benchmarks;

/// <summary>Runs of seconds: once, in this process, where the sample is found.</summary>
internal class OneRun : ManualConfig
{
    public OneRun()
        : this(runs: 1)
    {
    }

    protected OneRun(int runs) =>
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring).WithLaunchCount(1).WithWarmupCount(0).WithIterationCount(runs));
}

/// <summary>The same, five times.</summary>
internal sealed class FiveRuns() : OneRun(runs: 5);

/// <summary>Estimators of the crisis-signalling game on the published sample of 418 games.</summary>
[Config(typeof(FiveRuns))]
public class SignallingEstimators
{
    private SignallingEstimation estimation = null!;
    private ImmutableArray<SignallingBeliefs> firstStage;
    private SignallingEstimate start = null!;

    [GlobalSetup]
    public void Load()
    {
        (estimation, firstStage) = ReferenceData.Sanctions();
        start = estimation.NestedPseudoLikelihood(firstStage);
    }

    [Benchmark]
    public SignallingEstimate Nested_pseudo_likelihood() => estimation.NestedPseudoLikelihood(firstStage);

    [Benchmark]
    public SignallingEstimate Constrained_maximum_likelihood() => estimation.ConstrainedMaximumLikelihood(start);
}

/// <summary>The dynamic audience-cost game re-estimated from random starts: 142 parameters, 179 equilibria of 18 equations each; one run of it.</summary>
[Config(typeof(OneRun))]
public class AudienceCostReestimation
{
    private AudienceCostSample sample = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Load() => sample = ReferenceData.AudienceCosts();

    [Benchmark]
    public AudienceCostEstimate From_one_random_start() => new AudienceCostEstimation(sample, new AudienceCostOptions { Starts = 1, Threads = Threads }).Fit();
}
