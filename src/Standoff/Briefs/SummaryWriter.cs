using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Reading.Claims;

namespace Standoff.Briefs;

/// <summary>The brief in a few lines.</summary>
internal static class SummaryWriter
{
    public static Summary Write(BriefMaterial material, string run) => new()
    {
        Title = material.Crisis.Title,
        AsOf = material.AsOf,
        Until = material.Until,
        HorizonWeeks = material.Forecast.HorizonWeeks,
        Run = run,
        Outcomes = [.. material.Ranked.Select(o => Row(o.Key, o.Name, o.Estimate))],
        Force = [.. material.Forecast.Force.Where(c => c.Key != Force.None && !c.Weeks.IsDefaultOrEmpty).OrderBy(c => c.Key).Select(c => Row(c.Key.ToString().ToLowerInvariant(), BriefMaterial.ForceName(c.Key), c.Weeks[^1]))],
        Precedents = [.. PrecedentsSection.Lines(material)],
        Relation = OutcomesSection.Relation(material)?.ToString() ?? "",
        Documents = material.Ledger.Documents.Length,
        Read = Sentences(material, SentenceStatus.Read),
        Unread = Sentences(material, SentenceStatus.Unread),
        NoClaim = Sentences(material, SentenceStatus.NoClaim),
        Claims = material.Ledger.Claims.Length,
        ClaimsWithoutUse = material.Items.Where(i => !material.IsUsed(i)).Sum(i => material.Known(i.Claims).Length),
        Changes = Changes(material),
        Warnings = [.. material.Warnings],
    };

    private static int Sentences(BriefMaterial material, SentenceStatus status) => material.Ledger.Documents.Sum(d => d.Reading.Sentences.Count(s => s.Status == status));

    private static SummaryRow Row(string key, string name, Estimate estimate) => new(key, name, estimate, Likelihood.Words(estimate.Mean), NumberText.Of(estimate));

    private static ImmutableArray<SummaryChange> Changes(BriefMaterial material)
    {
        if (material.Options.Previous is not { } previous) return [];
        return [.. material.Ranked
            .Select(o => (Now: o, Before: previous.Forecast.Headline.FirstOrDefault(b => b.Key == o.Key)))
            .Where(p => p.Before is not null)
            .OrderByDescending(p => Math.Abs(p.Now.Estimate.Mean - p.Before!.Estimate.Mean))
            .Select(p => Change(p.Now, p.Before!.Estimate.Mean))];
    }

    private static SummaryChange Change(Outcome now, double before) => new(now.Key, now.Name, before, now.Estimate.Mean,
        $"{NumberText.Percent(before)} → {NumberText.Percent(now.Estimate.Mean)} ({NumberText.RoundPoints(now.Estimate.Mean - before)})");
}
