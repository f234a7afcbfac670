using Standoff.Claims;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Envelopes;

namespace Standoff.Cli.Pipelines;

/// <summary>Readings to the ledger, less the claims that are left out.</summary>
internal static class LedgerStage
{
    public static Envelope Run(Envelope envelope, LedgerOptions options, Progress progress)
    {
        progress.Enter("ledger");
        var ledger = LedgerBuilder.Build(envelope.Readings, options with { Withdrawn = [] });
        foreach (var alias in envelope.Settings.Without)
            if (!Holds(ledger, alias)) throw new FaultException(Fault.UnknownClaim(alias));
        return envelope with { Ledger = LedgerBuilder.Withdraw(ledger, envelope.Settings.Without, options), Crisis = null, Solution = null, Forecast = null };
    }

    private static bool Holds(Ledger ledger, string alias) =>
        ledger.Claims.Any(c => c.Alias == alias || c.Item == alias) || ledger.Documents.Any(d => d.Alias == alias);
}
