namespace Standoff.Cli.Pipelines;

/// <summary>The stages between documents and brief, in order.</summary>
internal enum Stage
{
    Read,
    Ledger,
    Model,
    Forecast,
    Brief,
}
