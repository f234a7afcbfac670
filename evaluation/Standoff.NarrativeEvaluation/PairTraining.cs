namespace Standoff.NarrativeEvaluation;

/// <summary>Learns the weights of the signs from the half of the narratives that rules may be made on, from reports and from texts without a crisis.</summary>
internal static class PairTraining
{
    private const int TrainingHalf = 0;
    private const int TrainingRemainder = 3;

    public static void Write(TextWriter output, string data, string reports, string open)
    {
        var narratives = Narrative.All(data).Where(n => n.IsForDevelopment).Select(TrainingTexts.Of).ToList();
        var made = TrainingTexts.Reports(reports).ToList();
        List<PairText> without = [.. TrainingTexts.Wikinews(open, TrainingHalf), .. TrainingTexts.Releases(open, TrainingRemainder)];
        var fit = PairFit.Of([.. narratives, .. made, .. without]);
        fit.Write(output, $"Learnt from {narratives.Count} narratives of International Crisis Behavior as of the trigger (the half for development), {made.Count} reports of tests/Standoff.Tests/Crises/Specifications (each counted four times) and {without.Count} articles of Wikinews and releases of the State Department without a crisis, by evaluation/Standoff.NarrativeEvaluation.");
    }
}
