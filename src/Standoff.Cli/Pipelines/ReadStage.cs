using System.Collections.Immutable;
using Standoff.Cli.Hosting;
using Standoff.Envelopes;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Cli.Pipelines;

/// <summary>Documents to readings; documents side by side, results in their order.</summary>
internal static class ReadStage
{
    public static Envelope Run(Envelope envelope, ClaimFinder finder, ReaderOptions options, int jobs, Progress progress, CancellationToken stop)
    {
        progress.Enter("reading");
        var documents = envelope.Documents;
        var work = new OrderedWork<Document, Standoff.Reading.Claims.Reading>(d => d.Text.Length, d => finder.Read(d, options), jobs, stop);
        var readings = ImmutableArray.CreateBuilder<Standoff.Reading.Claims.Reading>(documents.Length);
        foreach (var reading in work.Run(documents))
        {
            readings.Add(reading);
            progress.Report(readings.Count / (double)documents.Length);
        }
        return envelope with { Readings = readings.MoveToImmutable() };
    }
}
