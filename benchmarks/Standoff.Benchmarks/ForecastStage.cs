using BenchmarkDotNet.Attributes;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Benchmarks;

/// <summary>
/// The stage of <c>standoff run</c> that costs most: from the sample case's crisis to its forecast with all that explains it, on all processors. Every
/// call has another seed, as games of a class that were solved before are not solved again.
/// </summary>
[MemoryDiagnoser]
public class ForecastStage
{
    private Ledger ledger = null!;
    private Crisis crisis = null!;
    private ulong seed;

    [GlobalSetup]
    public void Read()
    {
        var documents = Directory.GetFiles(Path.Combine(ReferenceData.Repository, "crises", "venezuela-2025", "documents")).Order(StringComparer.Ordinal)
            .Select(path => DocumentReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), new DocumentOptions())).OfType<DocumentResult.Read>();
        ledger = LedgerBuilder.Build([.. documents.Select(d => ClaimReader.Read(d.Document, ReaderOptions.Default))]);
        crisis = ((CrisisResult.Found)CrisisProposal.Propose(ledger, new ProposalOptions())).Crisis;
    }

    [Benchmark]
    public Forecast Explained() => Forecaster.Forecast(crisis, ledger, new ForecastOptions { Seed = seed++, Without = aliases => CrisisRevision.Without(crisis, ledger, aliases) });

    [Benchmark]
    public Forecast Unexplained() => Forecaster.Forecast(crisis, ledger, new ForecastOptions { Seed = seed++, Explain = false });

    [Benchmark]
    public Forecast Unexplained_with_ten_thousand_draws() => Forecaster.Forecast(crisis, ledger, new ForecastOptions { Seed = seed++, Explain = false, Draws = 10_000 });
}
