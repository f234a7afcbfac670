using System.Text;
using Standoff.Briefs;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Envelopes;
using Standoff.Web;

namespace Standoff.Cli.Verbs;

/// <summary>A verb that goes as far as the brief and can write it in every form.</summary>
internal abstract class BriefingVerb : StageVerb
{
    protected override Stage Last => Stage.Forecast;

    // Its own stage is the brief: a forecast that the envelope has is taken as it is.
    protected override bool IsLastItsOwn => false;

    protected override Envelope Finish(Envelope envelope, CaseSession? session, Request request) =>
        envelope with { Brief = BriefStage.Build(envelope, request.Embed, session?.Before(envelope), QuestionSession.RecordOf(session)) };

    protected override string View(Envelope envelope, Request request, int width, Ink ink) =>
        SummaryView.Render(envelope.Brief!.Summary, envelope.Forecast!, width, ink);

    protected override ReadOnlyMemory<byte>? Render(Envelope envelope, OutputForm form, Request request) => form switch
    {
        OutputForm.Html => Encoding.UTF8.GetBytes(BriefHtml.Render(envelope.Brief!, Encoding.UTF8.GetString(EnvelopeJson.Write(envelope with { Brief = null })))),
        OutputForm.Markdown => Encoding.UTF8.GetBytes(BriefMarkdown.Write(envelope.Brief!) + OutputFile.MarkdownMark),
        OutputForm.JsonLines => ReadVerb.ClaimLines(envelope, request.Why),
        OutputForm.Text => Encoding.UTF8.GetBytes(View(envelope, request, 100, new Ink(IsOn: false)) + "standoff/1 · " + envelope.Brief!.Run + "\n"),
        _ => base.Render(envelope, form, request),
    };
}
