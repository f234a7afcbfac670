using System.Globalization;
using System.Net;
using System.Text;
using Standoff.Games.Forms;

namespace Standoff.Cli.Games;

/// <summary>
/// A game as an SVG by itself: a tree from left to right, its edges as strong as they are likely to be played, nodes of one information set joined;
/// or the table of a two-player game, its cells as dark as they are likely.
/// </summary>
internal static class GameDrawing
{
    private const int MostNodes = 3000;
    private const double RowHeight = 22;
    private const double ColumnWidth = 150;
    private const string Style = "text{font:13px system-ui,sans-serif;fill:#222}.e{stroke:#555;fill:none}.s{stroke:#888;stroke-dasharray:4 3;fill:none}.b{font-weight:600}.c{stroke:#bbb}";

    // After Okabe and Ito.
    private static readonly string[] Hues = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

    /// <summary>The drawing.</summary>
    /// <exception cref="GameTooLargeException">The tree has more than 3,000 nodes.</exception>
    /// <exception cref="ArgumentException">There is no drawing for games like it.</exception>
    public static string Draw(LoadedGame game, GameSolution? solution) => game switch
    {
        LoadedGame.Extensive { Game.Nodes.Length: > MostNodes } tree => throw new ArgumentException(FormattableString.Invariant($"A tree of {tree.Game.Nodes.Length} nodes is too large to draw (at most {MostNodes})")),
        LoadedGame.Extensive tree => Tree(tree.Game, solution),
        LoadedGame.Normal { Game: { Players.Length: 2 } table } when table.StrategyCount(0) <= 40 && table.StrategyCount(1) <= 40 => Table(table, solution),
        _ => throw new ArgumentException("Only trees and two-player tables of at most 40 × 40 are drawn"),
    };

    private static string Tree(ExtensiveGame game, GameSolution? solution)
    {
        var (x, y) = Layout(game, out var height, out var depth);
        var body = new StringBuilder();
        foreach (var set in game.InformationSets.Where(s => s.Members.Length > 1))
            body.Append(CultureInfo.InvariantCulture, $"<polyline class=\"s\" points=\"{string.Join(' ', set.Members.Select(m => $"{N(x[m])},{N(y[m])}"))}\"/>");
        for (var i = 0; i < game.Nodes.Length; i++) Edge(body, game, i, x, y, solution);
        for (var i = 0; i < game.Nodes.Length; i++) Node(body, game, i, x[i], y[i]);
        return Finish(body, ((depth + 1) * ColumnWidth) + 120, height + RowHeight, game.Title);
    }

    // Ends stand below each other, a node in the middle of what follows it.
    private static (double[] X, double[] Y) Layout(ExtensiveGame game, out double height, out int depth)
    {
        var (x, y, depths) = (new double[game.Nodes.Length], new double[game.Nodes.Length], new int[game.Nodes.Length]);
        var next = RowHeight;
        for (var i = 0; i < x.Length; i++)
        {
            depths[i] = game.Nodes[i].Parent < 0 ? 0 : depths[game.Nodes[i].Parent] + 1;
            x[i] = 20 + (depths[i] * ColumnWidth);
            if (game.Nodes[i].Children.Length > 0) continue;
            y[i] = next;
            next += RowHeight;
        }
        for (var i = x.Length - 1; i >= 0; i--)
        {
            if (game.Nodes[i].Children.Length > 0) y[i] = (y[game.Nodes[i].Children[0]] + y[game.Nodes[i].Children[^1]]) / 2;
        }
        (height, depth) = (next, depths.Max());
        return (x, y);
    }

    private static void Edge(StringBuilder body, ExtensiveGame game, int to, double[] x, double[] y, GameSolution? solution)
    {
        var (from, action) = (game.Nodes[to].Parent, game.Nodes[to].ActionBefore);
        if (from < 0) return;
        var parent = game.Nodes[from];
        var chance = parent.InformationSet < 0 ? parent.Probabilities[action].ToDouble() : Played(solution, parent.InformationSet, action);
        var name = parent.InformationSet < 0 ? parent.ChanceNames[action] : game.InformationSets[parent.InformationSet].Actions[action];
        var label = double.IsNaN(chance) ? name : $"{name} {chance.ToString("0.##", CultureInfo.InvariantCulture)}";
        var stroke = double.IsNaN(chance) ? 1 : 0.6 + (3 * chance);
        body.Append(CultureInfo.InvariantCulture, $"<line class=\"e\" x1=\"{N(x[from])}\" y1=\"{N(y[from])}\" x2=\"{N(x[to])}\" y2=\"{N(y[to])}\" stroke-width=\"{N(stroke)}\"{(chance < 0.005 ? " stroke-opacity=\"0.35\"" : "")}/>");
        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x[from] + (0.55 * (x[to] - x[from])))}\" y=\"{N(y[from] + (0.55 * (y[to] - y[from])) - 4)}\" text-anchor=\"middle\">{Text(label)}</text>");
    }

    private static double Played(GameSolution? solution, int set, int action) =>
        solution is { Profiles: [var first, ..] } && solution.Choices.Length > set && first.Probabilities[set].Length > action ? first.Probabilities[set][action] : double.NaN;

    private static void Node(StringBuilder body, ExtensiveGame game, int i, double x, double y)
    {
        var node = game.Nodes[i];
        if (node.Children.Length == 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x + 6)}\" y=\"{N(y + 4)}\">{Text(string.Join(", ", node.TotalPayoffs.Select(GameText.Number)))}</text>");
            return;
        }
        if (node.InformationSet < 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"5\" fill=\"#fff\" stroke=\"#222\"/>");
            return;
        }
        var set = game.InformationSets[node.InformationSet];
        body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"5\" fill=\"{Hues[set.Player % Hues.Length]}\"><title>{Text($"{game.Players[set.Player]}: {set.Name}")}</title></circle>");
        body.Append(CultureInfo.InvariantCulture, $"<text class=\"b\" x=\"{N(x)}\" y=\"{N(y - 8)}\" text-anchor=\"middle\" style=\"fill:{Hues[set.Player % Hues.Length]}\">{Text(game.Players[set.Player])}</text>");
    }

    private static string Table(NormalFormGame game, GameSolution? solution)
    {
        const double width = 110, height = 34;
        var body = new StringBuilder();
        for (var i = 0; i <= game.StrategyCount(0); i++)
        {
            for (var j = 0; j <= game.StrategyCount(1); j++)
            {
                var (x, y) = (10 + (j * width), 10 + (i * height));
                if (i > 0 && j > 0)
                {
                    var chance = solution is { Profiles: [{ Probabilities: [var row, var column, ..] }, ..] } && row.Length >= i && column.Length >= j ? row[i - 1] * column[j - 1] : 0;
                    body.Append(CultureInfo.InvariantCulture, $"<rect class=\"c\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"#0072b2\" fill-opacity=\"{N(0.6 * chance)}\"/>");
                }
                body.Append(CultureInfo.InvariantCulture, $"<text{(i == 0 || j == 0 ? " class=\"b\"" : "")} x=\"{N(x + (width / 2))}\" y=\"{N(y + (height / 2) + 4)}\" text-anchor=\"middle\">{Text(Cell(game, i, j))}</text>");
            }
        }
        return Finish(body, 20 + (width * (game.StrategyCount(1) + 1)), 20 + (height * (game.StrategyCount(0) + 1)), game.Title);
    }

    private static string Cell(NormalFormGame game, int i, int j)
    {
        if (i == 0) return j == 0 ? "" : game.Players[1].Strategies[j - 1];
        if (j == 0) return game.Players[0].Strategies[i - 1];
        var profile = game.Deviate(game.Deviate(0, 0, i - 1), 1, j - 1);
        return $"{game.Payoff(profile, 0)}, {game.Payoff(profile, 1)}";
    }

    private static string Finish(StringBuilder body, double width, double height, string title) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" role=\"img\"><!-- standoff/1 --><title>{Text(title.Length > 0 ? title : "Game")}</title><style>{Style}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{body}</svg>\n";

    private static string N(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    // Control characters are not allowed in XML at all.
    private static string Text(string value) => WebUtility.HtmlEncode(string.Concat(value.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))));
}
