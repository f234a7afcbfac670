using System.Globalization;
using System.Text;
using Standoff.Envelopes;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Cli.Views;

/// <summary>What <c>standoff read</c> shows: each document with its claims, who vouches for them and how firmly.</summary>
internal static class ClaimsView
{
    private const int Left = 4;

    public static string Render(Envelope envelope, bool why, int width, Ink ink)
    {
        var text = new StringBuilder();
        foreach (var reading in envelope.Readings) Append(text, reading, why, width, ink);
        return text.ToString();
    }

    /// <summary>What was read where no crisis was found: counts by document, and how to get at the claims.</summary>
    public static string Summarize(Envelope envelope, int width, Ink ink)
    {
        var text = new StringBuilder();
        foreach (var reading in envelope.Readings) AppendHead(text, reading, width, ink);
        foreach (var line in TextLayout.Wrap("standoff read shows the claims; with --jsonl, or piped, they come as JSON.", width)) text.Append(line).Append('\n');
        return text.ToString();
    }

    private static void AppendHead(StringBuilder text, Standoff.Reading.Claims.Reading reading, int width, Ink ink)
    {
        var document = reading.Document;
        text.Append(ink.Bold(TextLayout.Cut(document.Title ?? document.Name, width))).Append('\n');
        text.Append(ink.Faint(TextLayout.Cut(Provenance(document), width))).Append('\n');
        text.Append(ink.Faint(Counts(reading))).Append("\n\n");
    }

    private static void Append(StringBuilder text, Standoff.Reading.Claims.Reading reading, bool why, int width, Ink ink)
    {
        var document = reading.Document;
        AppendHead(text, reading, width, ink);
        var number = 0;
        foreach (var claim in reading.Claims) Append(text, ++number, claim, why, width, ink);
        foreach (var sentence in reading.Sentences.Where(s => s.Status == SentenceStatus.Unread))
            AppendWrapped(text, ink.Warn("unread") + " ", 7, sentence.Span.Of(document.Text), width);
        text.Append('\n');
    }

    private static void Append(StringBuilder text, int number, Claim claim, bool why, int width, Ink ink)
    {
        AppendWrapped(text, ink.Bold(Invariant($"{number,3}")) + " ", Left, claim.Exact, width);
        foreach (var line in TextLayout.Wrap(Description(claim), width - Left))
            text.Append(' ', Left).Append(ink.Faint(line)).Append('\n');
        if (!why) return;
        foreach (var rule in claim.Why)
            text.Append(' ', Left).Append(ink.Faint("why ")).Append(TextLayout.Cut(rule, width - Left - 4)).Append('\n');
    }

    private static void AppendWrapped(StringBuilder text, string first, int indent, string body, int width)
    {
        var lead = first;
        foreach (var line in TextLayout.Wrap(body, width - indent))
        {
            text.Append(lead).Append(line).Append('\n');
            lead = new string(' ', indent);
        }
    }

    /// <summary>Source chain, commitments, kind, actors, quantities, time and place in the text.</summary>
    public static string Description(Claim claim)
    {
        var parts = new List<string> { claim.Sources.IsEmpty ? "author" : string.Join(" ▸ ", claim.Sources.Select(NameOf)), claim.Kind.Word() };
        parts.Add(claim.Factuality == claim.SourceFactuality ? claim.Factuality.Code() : $"{claim.Factuality.Code()}, source {claim.SourceFactuality.Code()}");
        if (!claim.Actors.IsEmpty) parts.Add(string.Join(", ", claim.Actors));
        parts.AddRange(claim.Quantities.Select(q => Invariant($"{(q.Approximate ? "~" : "")}{q.Value} {q.Unit}")));
        if (claim.Time is { } time) parts.Add(time.Value);
        if (claim.Condition is not null) parts.Add("conditional");
        parts.Add(Invariant($"{claim.Anchor.Span.Start}–{claim.Anchor.Span.End}"));
        return string.Join(" · ", parts);
    }

    private static string NameOf(Source source) => source.Name.Length > 0 ? source.Name : "unnamed";

    private static string Provenance(Document document)
    {
        var parts = new[]
        {
            document.Name,
            document.Outlet,
            document.Author,
            document.Genre == Genre.Unknown ? null : document.Genre.ToString().ToLowerInvariant(),
            document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date",
            document.IsEnglish ? null : "not English, left unread",
            document.InvalidSequences > 0 ? Invariant($"{document.InvalidSequences} invalid byte sequences replaced") : null,
            document.Id.Short,
        };
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Counts(Standoff.Reading.Claims.Reading reading)
    {
        int Count(SentenceStatus status) => reading.Sentences.Count(s => s.Status == status);
        return Invariant($"{reading.Claims.Length} claims from {reading.Sentences.Length} sentences: {Count(SentenceStatus.Read)} read, {Count(SentenceStatus.NoClaim)} without a claim, {Count(SentenceStatus.Unread)} unread");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
