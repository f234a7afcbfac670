using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>What was read, how good it is, and what was left unread or unused.</summary>
internal static class SourcesSection
{
    public static Section Write(BriefMaterial material)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Block.Table(Documents(material)));
        blocks.Add(new Block.Fold("Items with their grade and belief", [new Block.Paragraph(Grades), new Block.Table(Items(material))]));
        blocks.Add(new Block.Fold("Independent origins", [new Block.Table(Origins(material))]));
        if (Unread(material) is { IsEmpty: false } unread) blocks.Add(new Block.Fold("Sentences that could not be read", [new Block.Bullets(unread)]));
        return new Section("sources", "Sources and quality", blocks.ToImmutable());
    }

    private static Prose Grades => Prose.Words("Admiralty code: A to F for the source (F: cannot be judged), 1 to 6 for the information (6: cannot be judged).");

    private static Grid Documents(BriefMaterial material) => new("Documents",
        [new("Document"), new("Kind"), new("Date"), new("Read", true), new("No claim", true), new("Unread", true), new("Claims", true)],
        [.. material.Ledger.Documents.Select(d => Row(
            Prose.Words($"{d.Alias} {BriefMaterial.Title(d)}{(d.Document.Outlet is { } outlet ? $", {outlet}" : "")}{(d.Document.IsEnglish ? "" : " (not English: unread)")}"),
            Prose.Words(BriefMaterial.GenreName(d.Document.Genre)),
            Prose.Words(d.Document.Date is { } day ? NumberText.Day(day) : "not known"),
            Sentences(d, SentenceStatus.Read, "read", material), Sentences(d, SentenceStatus.NoClaim, "without a claim", material), Sentences(d, SentenceStatus.Unread, "unread", material),
            Prose.Number(material.Count($"claims {d.Alias}", $"Claims of {d.Alias}", Of(d, material).Length, "Claims in the ledger that stand in the document.", Of(d, material)))))]);

    private static ImmutableArray<string> Of(LedgerDocument document, BriefMaterial material) => [.. material.Ledger.Claims.Where(c => c.Document == document.Alias).Select(c => c.Alias)];

    private static Prose Sentences(LedgerDocument document, SentenceStatus status, string name, BriefMaterial material) => Prose.Number(material.Count(
        $"{status} {document.Alias}", $"Sentences of {document.Alias} {name}", document.Reading.Sentences.Count(s => s.Status == status), "Counted by the reader.", [], $"document {document.Alias}"));

    private static Grid Items(BriefMaterial material) => new("Items",
        [new("Item"), new("Grade"), new("Belief", true), new("Used for")],
        [.. material.Items.Select(i => Row(Prose.Of($"{new Inline.Quote(i.Statement)} {material.Links(i.Claims)}"), Prose.Words(i.Grade.ToString()), Prose.Number(material.Belief(i)), Prose.Words(UseOf(i, material))))]);

    private static string UseOf(LedgerItem item, BriefMaterial material) => material.Use(item.Alias) switch
    {
        null or { Route: Route.None } => "nothing",
        { Route: Route.State, Target: ThirdPartySupport.Target } => "where third parties stand",
        { Route: Route.State } => "where the crisis stands",
        { Route: Route.Move } use => $"a move: {BriefMaterial.Named(use.Target)}",
        { Route: Route.Parameter } use => BriefMaterial.Named(use.Target),
        { Route: Route.Class } => "the reference class",
        _ => "a check",
    };

    private static Grid Origins(BriefMaterial material) => new("Origins, each counted once an item",
        [new("Origin"), new("Claims")],
        [.. material.Items.SelectMany(i => i.Origins).GroupBy(o => o.Key).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(Prose.Words(g.First().Name.Length > 0 ? g.First().Name : "unnamed"), material.Links([.. g.SelectMany(o => o.Claims)])))]);

    private static ImmutableArray<Prose> Unread(BriefMaterial material) =>
        [.. material.Ledger.Documents.SelectMany(d => d.Reading.Sentences.Where(s => s.Status == SentenceStatus.Unread).Select(s => UnreadOne(d, s, material)))];

    private static Prose UnreadOne(LedgerDocument document, ReadSentence sentence, BriefMaterial material) => material.Options.Embed == EmbedSource.None
        ? Prose.Words($"{document.Alias} {sentence.Span}")
        : Prose.Of($"{new Inline.Sentence(BriefMaterial.SentenceId(document, sentence), document.Alias)} {new Inline.Quote(sentence.Span.Of(document.Document.Text).Trim())}");
}
