using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>What a reader with one minute takes away. Likelihood and confidence never share a sentence (ICD 203).</summary>
internal static class KeyJudgementsSection
{
    private const int MostJudgements = 4;
    private const double EnoughMass = 0.85;
    private const double Begun = NumberText.HalfPoint;

    public static Section Write(BriefMaterial material)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(PrecedentsSection.AtOnce(material));
        blocks.AddRange(Leading(material).Select(o => Judge(o, material)));
        if (Fighting(material) is { } force) blocks.Add(force);
        if (OutcomesSection.Relation(material) is { } relation) blocks.Add(new Block.Paragraph(relation));
        blocks.AddRange(WaterfallSection.Tilts(material));
        blocks.Add(new Block.Picture(OutcomesSection.Futures(material)));
        if (ChangesSection.Largest(material) is { } change) blocks.Add(new Block.Paragraph(change));
        blocks.Add(new Block.Paragraph(Standing(material)));
        if (Strongest(material) is { } strongest) blocks.Add(new Block.Paragraph(strongest));
        foreach (var warning in material.Warnings)
            blocks.Add(new Block.Caution(Prose.Words(warning)));
        blocks.Add(new Block.Caution(Prose.Words("Classes and covariates were scored on past crises; what texts add was scored on histories of them and on articles written from memory as if on the day, never on the press itself, and gained little: confidence is never high. This is an aid to judgement about public reporting, not a fact about the world.")));
        return new Section("key-judgements", "Key judgements", blocks.ToImmutable());
    }

    private static IEnumerable<Outcome> Leading(BriefMaterial material)
    {
        var mass = 0.0;
        foreach (var outcome in material.Ranked.Take(MostJudgements))
        {
            if (mass >= EnoughMass) yield break;
            mass += outcome.Estimate.Mean;
            yield return outcome;
        }
    }

    private static Block Judge(Outcome outcome, BriefMaterial material) => new Block.Judgement(
        Prose.Of($"{outcome.Name}: {Words(outcome.Estimate)} {material.ByTheEnd}, {material.Chance(outcome)}."),
        Sure(outcome.Estimate, material, LargestPart(outcome, material)));

    private static Inline.Strong Words(Estimate estimate) => new(Likelihood.Words(estimate.Mean));

    private static Prose Sure(Estimate estimate, BriefMaterial material, Prose spread)
    {
        var confidence = Confidence.In(estimate, material);
        var why = Join(confidence.Reasons);
        return why.IsEmpty
            ? Prose.Of($"Confidence is {new Inline.Strong(confidence.Level)}. {spread}")
            : Prose.Of($"Confidence is {new Inline.Strong(confidence.Level)}: {why}. {spread}");
    }

    private static Prose LargestPart(Outcome outcome, BriefMaterial material)
    {
        var (share, words) = new[]
        {
            (outcome.ClassShare, "the small number of past cases"), (outcome.ParameterShare, "what is not known about the two sides"), (outcome.DiscrepancyShare, "the game’s own error"),
        }.MaxBy(p => p.Item1);
        return Prose.Of($"The largest part of the spread, {Share(outcome, share, words, material)}, comes from {words}.");
    }

    private static NumberNode Share(Outcome outcome, double share, string of, BriefMaterial material) =>
        material.Numbers.Once($"spread {outcome.Key} {of}", () => new($"Share of the spread of “{outcome.Name}” from {of}", NumberText.Percent(share), Grounds.Computed, "Share of the variance over the draws.") { Inputs = [material.Chance(outcome), material.Draws] });

    private static Block? Fighting(BriefMaterial material)
    {
        var curve = material.Forecast.Force.FirstOrDefault(c => c.Key == Force.Limited);
        if (curve is null || curve.Weeks.IsDefaultOrEmpty) return null;
        if (material.Forecast.ForceBefore >= Begun) return Further(curve, material);
        var estimate = curve.Weeks[^1];
        return new Block.Judgement(
            Prose.Of($"Force on the soil of {Articles.With(material.Crisis.Target.Name)}, limited strikes or more: {Words(estimate)} {material.ByTheEnd}, {material.ForceBy(curve, curve.Weeks.Length - 1)}."),
            Sure(estimate, material, Prose.Empty));
    }

    // Where strikes may have happened already, what is still to come is the question.
    private static Block.Judgement Further(Curve<Force> curve, BriefMaterial material) => new(
        Prose.Of($"New force on the soil of {Articles.With(material.Crisis.Target.Name)} from now on, limited strikes or more: {Words(curve.Weeks[^1])} {material.ByTheEnd}, {material.ForceBy(curve, curve.Weeks.Length - 1)}. That some was used before: {new Inline.Strong(Likelihood.Words(material.Forecast.ForceBefore))}, {material.ForceBefore}."),
        Sure(curve.Weeks[^1], material, Prose.Empty));

    private static Prose Standing(BriefMaterial material)
    {
        var present = material.Crisis.Present;
        var claims = material.Links(present.Claims);
        if (present.IsAssumed) return Prose.Of($"Nothing is told of where the crisis stands. The outset of its class is taken: {BriefMaterial.RungName(present.Mode).ToLowerInvariant()}.");
        return Prose.Of($"The crisis now stands at {new Inline.Strong(BriefMaterial.RungName(present.Mode).ToLowerInvariant())}, {material.Rung((int)present.Mode)} on the ladder of eight rungs{(claims.IsEmpty ? "" : ": ")}{claims}.");
    }

    private static Prose? Strongest(BriefMaterial material)
    {
        var influence = material.Forecast.Influences.Where(i => i.Kind == "claim").MaxBy(i => i.Largest);
        if (influence is null || influence.Largest < Begun) return null;
        var change = influence.Changes.MaxBy(c => Math.Abs(c.Change))!;
        return Prose.Of($"No single claim moves the forecast more than {material.Links([influence.Key])}: without it “{InfluenceSection.OutcomeName(material, change.Outcome)}” would change by {InfluenceSection.Change(material, influence, change)}.");
    }

    private static Prose Join(ImmutableArray<Prose> parts)
    {
        var joined = Prose.Empty;
        for (var i = 0; i < parts.Length; i++)
            joined = i == 0 ? parts[i] : Prose.Of($"{joined}{(i == parts.Length - 1 ? " and " : ", ")}{parts[i]}");
        return joined;
    }
}
