using Standoff.Cli.Hosting;
using Standoff.Envelopes;
using Standoff.Reading.Claims;

namespace Standoff.Cli.Pipelines;

/// <summary>Documents to readings; documents side by side, results in their order.</summary>
internal static class ReadStage
{
    public static Envelope Run(Envelope envelope, ReaderOptions options, int jobs, Progress progress, CancellationToken stop)
    {
        progress.Enter("reading");
        var documents = envelope.Documents;
        var readings = new Standoff.Reading.Claims.Reading[documents.Length];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = stop };
        Parallel.For(0, documents.Length, parallel, i =>
        {
            readings[i] = ClaimReader.Read(documents[i], options);
            progress.Report(Interlocked.Increment(ref done) / (double)documents.Length);
        });
        return envelope with { Readings = [.. readings] };
    }
}
