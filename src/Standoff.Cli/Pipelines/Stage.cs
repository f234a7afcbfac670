namespace Standoff.Cli.Pipelines;

/// <summary>The stages from documents to the forecast, in order.</summary>
internal enum Stage
{
    Read,
    Ledger,
    Model,
    Solve,
    Forecast,
}
