using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Briefs;
using Standoff.Forecasts;

namespace Standoff.Cli.Views;

/// <summary>What <c>standoff solve</c> shows: each side's moves now, and the endings as the game alone has them.</summary>
internal static class SolutionView
{
    public static string Render(GameSolution solution, int width, Ink ink)
    {
        var text = new StringBuilder();
        foreach (var side in solution.Moves.GroupBy(m => m.Player))
        {
            text.Append(ink.Bold(side.Key)).Append('\n');
            foreach (var move in side.OrderByDescending(m => m.Probability)) Append(text, move, width, ink);
        }
        Append(text, solution.Types, width, ink);
        text.Append('\n').Append(ink.Bold("Endings, by the game alone")).Append('\n');
        foreach (var path in solution.Endings)
            text.Append("  ").Append(TextLayout.Pad(path.Ending.ToString(), 18)).Append(NumberText.Percent(path.Weeks[^1])).Append('\n');
        text.Append(ink.Faint(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{solution.SolvedWeeks} weeks solved, strategies and beliefs in {solution.Rounds} rounds to a residual of {solution.Residual:0.##e0}. No reference class and no uncertainty: see standoff forecast.\n")));
        return text.ToString();
    }

    private static void Append(StringBuilder text, ImmutableArray<TypeBelief> types, int width, Ink ink)
    {
        if (types.IsDefaultOrEmpty) return;
        text.Append('\n').Append(ink.Bold("What they may be")).Append('\n');
        foreach (var belief in types)
        {
            text.Append("  ").Append(TextLayout.Pad($"{belief.Player}: {belief.Type}", 38)).Append(TextLayout.Pad(NumberText.Percent(belief.Posterior), 10))
                .Append(ink.Faint($"{NumberText.Percent(belief.Prior)} before its moves")).Append('\n');
            foreach (var line in TextLayout.Wrap(belief.Because, width - 6)) text.Append("      ").Append(ink.Faint(line)).Append('\n');
        }
    }

    private static void Append(StringBuilder text, MoveChoice move, int width, Ink ink)
    {
        text.Append("  ").Append(TextLayout.Pad(move.Move, 38)).Append(TextLayout.Pad(NumberText.Percent(move.Probability), 10))
            .Append(ink.Faint($"worth {NumberText.Quantity(move.Value)}")).Append('\n');
        foreach (var line in TextLayout.Wrap(move.WhyNot, width - 6)) text.Append("      ").Append(ink.Faint(line)).Append('\n');
    }
}
