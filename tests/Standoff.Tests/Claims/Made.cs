using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Standoff.Reading.Claims;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Tests.Claims;

/// <summary>Hand-made documents whose claims are one sentence each.</summary>
internal static class Made
{
    public static Standoff.Reading.Claims.Reading Document(string name, params MadeClaim[] claims) => Document(new MadeDocument(name), claims);

    public static Standoff.Reading.Claims.Reading Document(MadeDocument made, params MadeClaim[] claims)
    {
        var text = new StringBuilder();
        var sentences = ImmutableArray.CreateBuilder<ReadSentence>();
        var spans = new List<(MadeClaim Made, TextSpan Content, TextSpan[] Cues)>();
        foreach (var claim in claims)
        {
            var start = text.Length;
            var cues = claim.Cues.Select(cue => Append(text, cue + " ", cue.Length)).ToArray();
            var content = Append(text, claim.Text, claim.Text.Length);
            text.Append(".\n");
            sentences.Add(new ReadSentence(new TextSpan(start, text.Length - 1), SentenceStatus.Read));
            spans.Add((claim, content, cues));
        }
        var id = new DocumentId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made.Name + "\n" + text))));
        var document = new Document(id, made.Name, text.ToString(), made.Date, made.Outlet, made.Author, null, made.Genre);
        return new Standoff.Reading.Claims.Reading(document, sentences.ToImmutable(), [.. spans.Select((s, i) => Claim(s.Made, id, s.Content, s.Cues, i))]);
    }

    public static Source Outlet(string name) => new(name, SourceKind.Outlet);

    public static Source Person(string name) => new(name, SourceKind.Person);

    public static Source State(string name) => new(name, SourceKind.State);

    public static Source Anonymous(string name = "") => new(name, SourceKind.Anonymous);

    private static TextSpan Append(StringBuilder text, string words, int length)
    {
        var start = text.Length;
        text.Append(words);
        return new TextSpan(start, start + length);
    }

    private static Claim Claim(MadeClaim made, DocumentId id, TextSpan span, TextSpan[] cues, int sentence) => new()
    {
        Id = new ClaimId($"{id.Short}-{span.Start}"),
        Anchor = new Anchor(id, span),
        Exact = made.Text,
        Sentence = sentence,
        Sources = [.. made.Sources],
        Cues = [.. cues],
        Factuality = made.Factuality,
        SourceFactuality = made.SourceFactuality ?? made.Factuality,
        Kind = made.Kind,
        Actors = [.. made.Actors],
        Quantities = [.. made.Quantities],
        Time = made.Time,
        Predicate = made.Verb.Length == 0 ? Predicate.None : new Predicate(made.Verb, made.Agents.ToImmutableArray(), made.Patients.ToImmutableArray(), Negated: false),
    };
}

internal sealed record MadeDocument(string Name, string? Author = null, string? Outlet = null, Genre Genre = Genre.News, DateOnly? Date = null);

internal sealed record MadeClaim(string Text, ClaimKind Kind = ClaimKind.Event)
{
    public Source[] Sources { get; init; } = [];

    public string[] Cues { get; init; } = [];

    public Factuality Factuality { get; init; } = Factuality.Certain;

    public Factuality? SourceFactuality { get; init; }

    public string[] Actors { get; init; } = [];

    public string Verb { get; init; } = "";

    public string[] Agents { get; init; } = [];

    public string[] Patients { get; init; } = [];

    public Quantity[] Quantities { get; init; } = [];

    public Edtf? Time { get; init; }
}
