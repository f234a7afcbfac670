using System.Collections.Immutable;
using Standoff.Cli.Options;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Envelopes;

namespace Standoff.Cli.Verbs;

/// <summary>Gathers the claims of all documents into items with their independent origins and contradictions.</summary>
internal sealed class LedgerVerb : StageVerb
{
    public override string Name => "ledger";

    public override string Summary => "gather claims into items: origins, grades, contradictions";

    public override ImmutableArray<string> Examples =>
    [
        "standoff ledger reports/*.txt",
        "standoff read reports/*.txt --json | standoff ledger --without c-017 --text",
        "standoff ledger --case venezuela/",
    ];

    protected override Stage Last => Stage.Ledger;

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.Cast, options.Without),
        new("Output", options.Output, options.Json, options.Text, options.Force),
        new("General", options.Jobs, options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    protected override string View(Envelope envelope, Request request, int width, Ink ink) => LedgerView.Render(envelope.Ledger!, width, ink);
}
