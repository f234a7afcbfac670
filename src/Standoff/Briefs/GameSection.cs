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
        ]);
    }

    private static Grid Moves(string player, ImmutableArray<MoveChoice> moves, BriefMaterial material) => new(player,
        [new("Move"), new("Chance", true), new("Value", true), new("Why not")],
        [.. moves.Select(m => Row(Prose.Words(BriefMaterial.Capital(m.Move)), Prose.Number(Chance(m, material)), Prose.Number(Value(m, material)), m.WhyNot.Length > 0 ? Prose.Words(m.WhyNot) : Prose.Words(m == moves[0] ? "The likeliest." : "–")))]);

    private static NumberNode Chance(MoveChoice move, BriefMaterial material) => material.Numbers.Once($"chance {move.Player} {move.Move}", () =>
        new($"Chance that {move.Player} would {move.Move} now", NumberText.Percent(move.Probability), Grounds.Computed, "σ(a) ∝ wₐ·e^(λ·Qₐ): its weight and its value against those of the other moves.") { Inputs = [Value(move, material), material.AtMedians] });

    private static NumberNode Value(MoveChoice move, BriefMaterial material) => material.Numbers.Once($"value {move.Player} {move.Move}", () =>
        new($"Value to {move.Player} of: {move.Move}", NumberText.Quantity(move.Value), Grounds.Computed, "Discounted payoff if the move is made now and all play as in equilibrium afterwards.") { Inputs = [material.AtMedians] });
}
