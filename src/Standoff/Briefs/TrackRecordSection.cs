using System.Globalization;
using Standoff.Crises;
using Standoff.Questions;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>How the forecasts of this case's questions fared, once some were answered.</summary>
internal static class TrackRecordSection
{
    private const string Place = "track-record.jsonl and questions.yaml of the case";

    public static Section? Write(BriefMaterial material)
    {
        if (material.Options.Record is not { Scored.IsEmpty: false } record) return null;
        return new Section("track-record", "Track record of this case",
        [
            new Block.Paragraph(Prose.Of($"{Count(record, material)} of this case’s questions are resolved. The Brier score of their forecasts is {Brier(record, material)}, that of the base rates {BaseBrier(record, material)}; 0 is best, 0.25 is what even odds get.")),
            new Block.Table(new Grid("Said and came true", [new("Said"), new("Forecasts", true), new("Came true", true)],
                [.. record.Calibration.Select(b => Row(Prose.Words(NumberText.Range(b.From, b.To)), Prose.Number(Forecasts(b, material)), Prose.Number(CameTrue(b, material))))])),
        ]);
    }

    private static NumberNode Count(TrackRecord record, BriefMaterial material) => Number(material, "resolved questions", NumberText.Count((long)record.Scored.Length), "Questions with an answer and a forecast before it.");

    private static NumberNode Brier(TrackRecord record, BriefMaterial material) => Number(material, "Brier score of the case’s forecasts", Score(record.Brier), "Mean over questions of the mean squared error of their forecasts, the last of each day.");

    private static NumberNode BaseBrier(TrackRecord record, BriefMaterial material) => Number(material, "Brier score of the base rates", Score(record.BaseBrier), "The same of what the rates alone said on those days.");

    private static NumberNode Forecasts(CalibrationBin bin, BriefMaterial material) => Number(material, $"forecasts of {NumberText.Range(bin.From, bin.To)}", NumberText.Count((long)bin.Forecasts), "Counted, the last of each day.");

    private static NumberNode CameTrue(CalibrationBin bin, BriefMaterial material) => Number(material, $"share that came true of forecasts of {NumberText.Range(bin.From, bin.To)}", NumberText.Percent(bin.CameTrue), "Share of those forecasts whose question was answered yes.");

    private static NumberNode Number(BriefMaterial material, string label, string value, string formula) =>
        material.Numbers.Once("track record " + label, () => new(label, value, Grounds.Computed, formula) { Place = Place });

    private static string Score(double score) => score.ToString("0.000", CultureInfo.InvariantCulture);
}
