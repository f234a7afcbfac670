using System.Runtime.CompilerServices;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Cli.Pipelines;

/// <summary>What finds the claims of a document: the rules, or a language model that was asked for by name.</summary>
internal abstract class ClaimFinder : IDisposable
{
    /// <summary>The finder that the command line asks for. Without a model nothing that speaks to one is even loaded.</summary>
    public static ClaimFinder Open(Request request, Host host) => request.Model is null && request.Replay is null ? new RuleFinder() : OpenModel(request, host);

    /// <summary>Reads a document; called from any thread.</summary>
    public abstract Standoff.Reading.Claims.Reading Read(Document document, ReaderOptions options);

    /// <summary>Ends the reading: what did not go well, and what a person should know of it.</summary>
    public virtual (Fault? Fault, string? Note) Finish() => (null, null);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ModelFinder OpenModel(Request request, Host host) => ModelFinder.Open(request, host);

    private sealed class RuleFinder : ClaimFinder
    {
        public override Standoff.Reading.Claims.Reading Read(Document document, ReaderOptions options) => ClaimReader.Read(document, options);
    }
}
