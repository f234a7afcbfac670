using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>What each side would do now in the solved game, and why not something else.</summary>
internal static class GameSection
{
    public static Section? Write(BriefMaterial material)
    {
        if (material.Forecast.Moves.IsDefaultOrEmpty) return null;
        return new Section("game", "What each side would do now",
        [
            new Block.Paragraph(Prose.Words("Choices in equilibrium at the parameters’ medians, from where the crisis most likely stands. The sides choose better moves more often, not always (quantal response); a value is what the move is worth to the side, in shares of the demand’s value.")),
            .. material.Forecast.Moves.GroupBy(m => m.Player).Select(g => new Block.Table(Moves(g.Key, [.. g.OrderByDescending(m => m.Probability)], material))),
            .. Types(material),
            .. material.Forecast.GameCheck is { } check ? [new Block.Paragraph(Checked(check, material))] : Array.Empty<Block>(),
        ]);
    }

    private static Grid Moves(string player, ImmutableArray<MoveChoice> moves, BriefMaterial material) => new(player,
        [new("Move"), new("Chance", true), new("Value", true), new("Why not")],
        [.. moves.Select(m => Row(Prose.Words(BriefMaterial.Capital(m.Move)), Prose.Number(Chance(m, material)), Prose.Number(Value(m, material)), m.WhyNot.Length > 0 ? Prose.Words(m.WhyNot) : Prose.Words(m == moves[0] ? "The likeliest." : "–")))]);

    private static IEnumerable<Block> Types(BriefMaterial material) => material.Forecast.Types.IsDefaultOrEmpty ? [] :
    [
        new Block.Paragraph(Prose.Words("What each side is, only it knows: a determined challenger bears the cost of force more easily, a retreat less, and aims at removal; a resolute leader finds giving way dearer and trusts guarantees less. The moves already made tell of it, by Bayes’ rule with the game’s own strategies.")),
        new Block.Table(new("What they may be",
            [new("Side"), new("Type"), new("Before", true), new("After its moves", true), new("Moves")],
            [.. material.Forecast.Types.Select(t => Row(Prose.Words(t.Player), Prose.Words(t.Type), Prose.Number(Before(t, material)), Prose.Number(After(t, material)), t.Because.Length > 0 ? Prose.Words(BriefMaterial.Capital(t.Because)) : Prose.Words("–")))])),
    ];

    private static NumberNode Before(TypeBelief type, BriefMaterial material) => material.Numbers.Once($"prior {type.Player} {type.Type}", () =>
        new($"Chance that {type.Player} is {type.Type}, before its moves", NumberText.Percent(type.Prior), Grounds.Computed, "The parameter’s median, or what is left over 1.") { Inputs = [material.AtMedians] });

    private static NumberNode After(TypeBelief type, BriefMaterial material) => material.Numbers.Once($"posterior {type.Player} {type.Type}", () =>
        new($"Chance that {type.Player} is {type.Type}, after its moves", NumberText.Percent(type.Posterior), Grounds.Computed, "π′(τ) ∝ π(τ)·Π (1 − q + q·σ_τ(a)/Σπσ(a)) over the moves a made with probability q.") { Inputs = [Before(type, material)], Claims = material.Known(type.Claims) });

    // Without a sign; what is exactly alike is under a tenth of a point apart too.
    private static string Points(double difference) => NumberText.FinePoints(Math.Max(difference, double.Epsilon)).TrimStart('+');

    private static Prose Checked(GameCheck check, BriefMaterial material)
    {
        var failed = Once("failed", "Draws whose game did not converge", NumberText.Percent(check.NotConverged), "Share of draws in which strategies and beliefs did not come to agree.");
        var gap = Once("gap", "Gap between two searches for the game’s solution", Points(check.LargestGap), "Largest difference of any outcome at the horizon between solutions found from the priors and from beliefs in which moves separate the types.");
        var longer = Once("longer", "Difference that a longer solve makes", Points(check.LongerDifference), "Largest difference of any outcome at the horizon when the game is solved for more weeks, at the medians.");
        var what = !check.IsReliable ? Prose.Of($"Strategies and beliefs did not come to agree in {failed} of the draws: do not rely on the game.")
            : check.NotConverged > 0 ? Prose.Of($"Strategies and beliefs came to agree in all but {failed} of the draws; those are used as far as they came, and so few move no mean by more than their share.")
            : Prose.Words("Strategies and beliefs came to agree in every draw.");
        return Prose.Of($"{what} Searched for from two different beliefs, solutions differ in no outcome by more than {gap}; solved for more weeks, by no more than {longer}.");

        NumberNode Once(string key, string label, string value, string formula) =>
            material.Numbers.Once($"game {key}", () => new(label, value, Grounds.Computed, formula) { Inputs = [material.AtMedians] });
    }

    private static NumberNode Chance(MoveChoice move, BriefMaterial material) => material.Numbers.Once($"chance {move.Player} {move.Move}", () =>
        new($"Chance that {move.Player} would {move.Move} now", NumberText.Percent(move.Probability), Grounds.Computed, "σ(a) ∝ wₐ·e^(λ·Qₐ): its weight and its value against those of the other moves.") { Inputs = [Value(move, material), material.AtMedians] });

    private static NumberNode Value(MoveChoice move, BriefMaterial material) => material.Numbers.Once($"value {move.Player} {move.Move}", () =>
        new($"Value to {move.Player} of: {move.Move}", NumberText.Quantity(move.Value), Grounds.Computed, "Discounted payoff if the move is made now and all play as in equilibrium afterwards.") { Inputs = [material.AtMedians] });
}
