using System.Collections.Immutable;
using System.Text;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Crises;
using Standoff.Envelopes;

namespace Standoff.Cli.Verbs;

/// <summary>Proposes the crisis: the two sides, the demand, the rung, and every parameter with its grounds.</summary>
internal sealed class ModelVerb : StageVerb
{
    public override string Name => "model";

    public override string Summary => "propose the crisis: sides, demand, present rung, parameters";

    public override ImmutableArray<string> Examples =>
    [
        "standoff model reports/*.txt",
        "standoff model reports/*.txt -o crisis.yaml",
        "standoff model --schema > crisis.schema.json",
        "standoff model reports/ --challenger 'United States' --target Venezuela",
    ];

    protected override Stage Last => Stage.Model;

    public override int Run(Request request, Host host)
    {
        if (!request.Schema) return base.Run(request, host);
        host.Write(CrisisSchema.Json);
        return 0;
    }

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.Cast, options.Without),
        new("Model", options.Crisis, options.AsOf, options.Challenger, options.Target),
        new("Output", options.Output, options.Json, options.Text, options.Schema, options.Force),
        new("General", options.Jobs, options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    protected override ReadOnlyMemory<byte>? Render(Envelope envelope, OutputForm form, Request request) =>
        form == OutputForm.Yaml ? Encoding.UTF8.GetBytes(Yaml(envelope)) : base.Render(envelope, form, request);

    private static string Yaml(Envelope envelope) => envelope.Settings.Edited is { } edited
        ? CrisisYaml.Write(envelope.Crisis!, edited.Text)
        : CrisisYaml.Write(envelope.Crisis!);

    protected override string View(Envelope envelope, Request request, int width, Ink ink) => CrisisView.Render(envelope.Crisis!, envelope.Warnings, width, ink);
}
