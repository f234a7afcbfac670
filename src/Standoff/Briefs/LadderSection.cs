using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>Where the crisis stands on the ladder, and when things happened or are due.</summary>
internal static class LadderSection
{
    public static Section Write(BriefMaterial material)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Block.Picture(Ladder(material)));
        if (!material.Crisis.Flags.IsDefaultOrEmpty) blocks.Add(new Block.Bullets([.. material.Crisis.Flags.Select(f => Prose.Of($"{BriefMaterial.Capital(BriefMaterial.Named(f.Name))}: {material.Flag(f)}. {f.Reason} {material.Links(f.Claims)}"))]));
        var entries = Entries(material);
        blocks.Add(entries.IsEmpty ? new Block.Paragraph(Prose.Words("No claim carries a date.")) : new Block.Picture(Timeline(entries, material)));
        return new Section("ladder", "Ladder and timeline", blocks.ToImmutable());
    }

    private static Figure Ladder(BriefMaterial material)
    {
        var present = material.Crisis.Present;
        ImmutableArray<RungPoint> rungs = [.. present.Weights.Select((w, i) => new RungPoint(BriefMaterial.RungName((Rung)i), w, (int)present.Mode == i, Evidence(material, (Rung)i), material.Rung(i)))];
        return new Figure.Ladder
        {
            Id = "f-ladder",
            Title = "The ladder of escalation",
            Description = $"Eight rungs; the crisis stands most likely at {BriefMaterial.RungName(present.Mode)}. {present.Reason}",
            Caption = Prose.Of($"{present.Reason} {material.Links(present.Claims)}"),
            Rungs = rungs,
            Twin = new Grid("Rungs from the highest down", [new("Rung"), new("Probability", true), new("Claims")], [.. rungs.Reverse().Select(r => Row(Prose.Words(r.Name), Prose.Number(r.Number), Prose.Claims(r.Claims)))]),
        };
    }

    // The estimate names its claims as a whole; they are shown at the rung that it finds likeliest.
    private static ImmutableArray<string> Evidence(BriefMaterial material, Rung rung) =>
        material.Crisis.Present.Mode == rung ? material.Known(material.Crisis.Present.Claims) : [];

    private static Figure Timeline(ImmutableArray<TimelineEntry> entries, BriefMaterial material) => new Figure.Timeline
    {
        Id = "f-timeline",
        Title = "Timeline",
        Description = $"{NumberText.Count((long)entries.Length)} claims from {NumberText.Day(entries[0].From)} on; bars where the text leaves the day open.",
        Caption = Prose.Words("A mark is a day, a bar a span in which the day lies; an arrow means that the text leaves the end open. Hollow: not presented as having happened. What the model stands on and no text dates is put on the day of the first document that tells of it, open to the left."),
        Entries = entries,
        AsOf = material.AsOf,
        Twin = new Grid("Dated claims", [new("When"), new("What"), new("Claim")], [.. entries.Select(e => Row(Prose.Words(e.Edtf), Prose.Words(e.Text), Prose.Claims(e.Claim.Length > 0 ? [e.Claim] : [])))]),
    };

    private static ImmutableArray<TimelineEntry> Entries(BriefMaterial material)
    {
        var entries = material.Ledger.Claims.Where(c => c.Claim.Time is { } t && (t.Earliest ?? t.Latest) is not null)
            .GroupBy(c => (c.Item, c.Claim.Time!.Value)).Select(g => Entry(g.First(), material)).ToList();
        entries.AddRange(material.Items.Where(i => IsState(i, material) && !i.Claims.Any(a => material.Claim(a)?.Claim.Time is { } t && (t.Earliest ?? t.Latest) is not null)).Select(i => Undated(i, material)).OfType<TimelineEntry>());
        if (material.Crisis.Demand.Deadline is { Latest: { } day } deadline)
            entries.Add(new(deadline.Earliest ?? day, day, false, false, deadline.Value, "Deadline of the demand", material.Known(material.Crisis.Demand.Claims).FirstOrDefault() ?? "", TimelineKind.Deadline));
        return [.. entries.OrderBy(e => e.From).ThenBy(e => e.To).ThenBy(e => e.Claim, StringComparer.Ordinal)];
    }

    // What fixes where the crisis stands belongs on the timeline, though no day is told of it.
    private static bool IsState(LedgerItem item, BriefMaterial material) => material.Use(item.Alias) is { Route: Route.State or Route.Move } use && use.Target != ThirdPartySupport.Target;

    private static TimelineEntry? Undated(LedgerItem item, BriefMaterial material)
    {
        var told = item.Claims.Select(material.Claim).OfType<LedgerClaim>().Where(c => c.Claim.Kind is ClaimKind.Event or ClaimKind.State or ClaimKind.Position).Select(c => (Claim: c, Day: material.Ledger.Documents.First(d => d.Alias == c.Document).Document.Date)).Where(c => c.Day is not null).OrderBy(c => c.Day).ThenBy(c => c.Claim.Alias, StringComparer.Ordinal).FirstOrDefault();
        return told.Day is { } day ? new(day, day, true, false, $"../{day:yyyy-MM-dd}", told.Claim.Claim.Exact, told.Claim.Alias, TimelineKind.Event) : null;
    }

    private static TimelineEntry Entry(LedgerClaim claim, BriefMaterial material)
    {
        var time = claim.Claim.Time!;
        var from = time.Earliest ?? time.Latest!.Value;
        var to = time.Latest ?? time.Earliest!.Value;
        var happened = claim.Claim.Kind is ClaimKind.Event or ClaimKind.State or ClaimKind.Position && (material.AsOf is not { } now || from <= now);
        return new(from, to, time.Earliest is null, time.Latest is null, time.Value, claim.Claim.Exact, claim.Alias, happened ? TimelineKind.Event : TimelineKind.Ahead);
    }
}
