using Standoff.Claims;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Crises;
using Standoff.Envelopes;
using Standoff.Reading.Mentions;

namespace Standoff.Cli.Pipelines;

/// <summary>The ledger to the crisis: the program's proposal, with what people have edited put over it.</summary>
internal static class ModelStage
{
    /// <exception cref="FaultException">No crisis was found.</exception>
    public static Envelope Run(Envelope envelope, CastList? cast, Progress progress)
    {
        progress.Enter("model");
        return CrisisProposal.Propose(envelope.Ledger!, OptionsOf(envelope.Settings, cast)) switch
        {
            CrisisResult.Found found => envelope with { Crisis = found.Crisis, Solution = null, Forecast = null },
            CrisisResult.NoCrisis none => throw new FaultException(Fault.NoCrisis(none.Message)),
            var other => throw new InvalidOperationException($"No such result: {other}"),
        };
    }

    /// <summary>The crisis without some claims, by the same rules and for the same two sides.</summary>
    public static Crisis Without(Envelope envelope, CastList? cast, IReadOnlyCollection<string> aliases)
    {
        var ledger = LedgerBuilder.Withdraw(envelope.Ledger!, aliases);
        var crisis = envelope.Crisis!;
        var options = OptionsOf(envelope.Settings, cast) with { Challenger = crisis.Challenger.Name, Target = crisis.Target.Name, AsOf = crisis.AsOf };
        return CrisisProposal.Propose(ledger, options) is CrisisResult.Found found ? found.Crisis : crisis;
    }

    private static ProposalOptions OptionsOf(Settings settings, CastList? cast) =>
        new() { Challenger = settings.Challenger, Target = settings.Target, AsOf = settings.AsOf, Cast = cast };
}
