using Standoff.Crises;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>What came after such endings in the past.</summary>
internal static class DayAfterSection
{
    public static Section? Write(BriefMaterial material)
    {
        var rows = material.Forecast.DayAfter;
        if (rows.IsDefaultOrEmpty) return null;
        return new Section("day-after", "The day after",
        [
            new Block.Paragraph(Prose.Words("Rates of what followed each kind of ending, from past cases; they hold if the ending comes about, and they say nothing of causes. Whether a democracy followed is on record only for states that were in a crisis again.")),
            new Block.Table(new Grid("After each ending", [new("Ending"), new("What followed"), new("How often", true), new("Cases"), new("Source and warning")],
                [.. rows.Select(r => Row(Prose.Words(BriefMaterial.EndingName(r.Ending)), Prose.Words(BriefMaterial.Capital(r.Question)), Prose.Number(Rate(r, material)), Prose.Words(r.Class), Prose.Words(BriefMaterial.Sentences(r.Citation, r.Warning))))])),
        ]);
    }

    private static NumberNode Rate(DayAfter row, BriefMaterial material) => material.Numbers.Once($"day after {row.Ending} {row.Question} {row.Class}", () =>
        new($"{BriefMaterial.Capital(row.Question)}, after: {BriefMaterial.EndingName(row.Ending).ToLowerInvariant()}", NumberText.Percent(row.Rate.Mean), Grounds.Default, $"{NumberText.Count(row.Count)} of {NumberText.Count((long)row.N)} cases of the class “{row.Class}”, with the Jeffreys interval.")
        {
            Interval = NumberText.Interval(row.Rate),
            Place = row.Citation,
        });
}
