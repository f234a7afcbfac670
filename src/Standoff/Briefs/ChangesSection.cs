using Standoff.Crises;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>What changed since the run before, and the claims that are new.</summary>
internal static class ChangesSection
{
    public static Section? Write(BriefMaterial material)
    {
        if (material.Options.Previous is not { } previous) return null;
        var rows = material.Ranked.Select(o => (Now: o, Before: previous.Forecast.Headline.FirstOrDefault(b => b.Key == o.Key))).Where(p => p.Before is not null);
        var blocks = new List<Block>
        {
            new Block.Table(new Grid("Outcomes before and now", [new("Outcome"), new("Before", true), new("Now", true), new("Change", true)],
                [.. rows.Select(p => Row(Prose.Words(p.Now.Name), Prose.Number(Before(p.Before!, material)), Prose.Number(material.Chance(p.Now)), Prose.Number(Difference(p.Now, p.Before!, material))))])),
        };
        if (material.Options.Comparison is { } comparison) blocks.AddRange(ComparisonProse.Write(comparison, material));
        if (previous.Ledger is { } ledger) blocks.Add(NewClaims(material, [.. ledger.Claims.Select(c => c.Alias)]));
        return new Section("what-changed", "What changed since the last run", [.. blocks]);
    }

    /// <summary>The largest change in a sentence; none without a run before.</summary>
    public static Prose? Largest(BriefMaterial material)
    {
        if (material.Options.Previous is not { } previous) return null;
        var largest = material.Ranked.Select(o => (Now: o, Before: previous.Forecast.Headline.FirstOrDefault(b => b.Key == o.Key)))
            .Where(p => p.Before is not null).MaxBy(p => Math.Abs(p.Now.Estimate.Mean - p.Before!.Estimate.Mean));
        return largest.Now is null ? null : Prose.Of($"Since the last run “{largest.Now.Name}” changed most: {Difference(largest.Now, largest.Before!, material)}, from {Before(largest.Before!, material)}.");
    }

    private static Block NewClaims(BriefMaterial material, HashSet<string> known)
    {
        var fresh = material.Ledger.Claims.Where(c => !known.Contains(c.Alias)).ToList();
        return fresh.Count == 0
            ? new Block.Paragraph(Prose.Words("No claim is new."))
            : new Block.Fold("Claims that are new", [new Block.Bullets([.. fresh.Select(c => Prose.Of($"{new Inline.Claim(c.Alias)} {new Inline.Quote(c.Claim.Exact)}"))])]);
    }

    private static NumberNode Before(Outcome before, BriefMaterial material) => material.Numbers.Once($"before {before.Key}", () =>
        new($"“{before.Name}” in the run before", NumberText.Percent(before.Estimate.Mean), Grounds.Computed, "As the run before had it.") { Interval = NumberText.Interval(before.Estimate), Place = "the run before" });

    private static NumberNode Difference(Outcome now, Outcome before, BriefMaterial material) => material.Numbers.Once($"difference {now.Key}", () =>
        new($"Change of “{now.Name}”", NumberText.RoundPoints(now.Estimate.Mean - before.Estimate.Mean), Grounds.Computed, "Now minus before.") { Inputs = [material.Chance(now), Before(before, material)] });
}
