using System.Globalization;
using System.Text;
using Standoff.Cli.Views;
using Standoff.Games.Forms;

namespace Standoff.Cli.Games;

/// <summary>A game as a person reads it: a tree, a table, or what a stochastic game is made of.</summary>
internal static class GameText
{
    private const int MostLines = 400;
    private const int MostColumns = 60;
    private const int DeepestIndent = 40;

    /// <summary>Its name and size in one line.</summary>
    public static string Heading(LoadedGame game) => game switch
    {
        LoadedGame.Extensive { Game: var tree } => string.Create(CultureInfo.InvariantCulture, $"{Title(tree.Title, game)} · extensive game · {tree.Players.Length} player{(tree.Players.Length == 1 ? "" : "s")} · {tree.InformationSets.Length} information sets · {tree.Nodes.Length} nodes"),
        LoadedGame.Normal { Game: var table } => string.Create(CultureInfo.InvariantCulture, $"{Title(table.Title, game)} · normal-form game · {string.Join(" × ", table.Players.Select(p => p.Strategies.Length))} strategies"),
        LoadedGame.Stochastic { Game: var states } => string.Create(CultureInfo.InvariantCulture, $"{Title("", game)} · stochastic game · {states.StateCount} states · {states.PlayerCount} player{(states.PlayerCount == 1 ? "" : "s")}"),
        _ => throw new InvalidOperationException(),
    };

    public static string Render(LoadedGame game, GameSolution? solution, int width, Ink ink)
    {
        var text = new StringBuilder(ink.Bold(TextLayout.Cut(Heading(game), width))).Append("\n\n");
        switch (game)
        {
            case LoadedGame.Extensive { Game: var tree }: Tree(text, tree, solution, width, ink); break;
            case LoadedGame.Normal { Game: { Players.Length: 2 } table }: Matrix(text, table, width, ink); break;
            case LoadedGame.Normal { Game: var table }: Profiles(text, table, width); break;
            case LoadedGame.Stochastic { Game: var states }: States(text, states, width); break;
        }
        return text.ToString();
    }

    /// <summary>A payoff or probability as printed.</summary>
    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Title(string title, LoadedGame game) => title.Length > 0 ? title : Path.GetFileName(game.Name);

    private static void Tree(StringBuilder text, ExtensiveGame game, GameSolution? solution, int width, Ink ink)
    {
        var pending = new Stack<(int Node, string Indent, bool IsLast)>([(0, "", true)]);
        var lines = 0;
        while (pending.TryPop(out var at))
        {
            if (++lines > MostLines)
            {
                text.Append(CultureInfo.InvariantCulture, $"… {game.Nodes.Length - MostLines} more nodes\n");
                return;
            }
            var node = game.Nodes[at.Node];
            var branch = node.Parent < 0 ? "" : at.IsLast ? "└─ " : "├─ ";
            var line = TextLayout.Cut(Edge(game, node, solution) + Place(game, node), Math.Max(12, width - at.Indent.Length - 3));
            text.Append(at.Indent).Append(branch).Append(node.Player >= 0 ? ink.Hue(node.Player, line) : line).Append('\n');
            var indent = node.Parent < 0 || at.Indent.Length >= DeepestIndent ? at.Indent : at.Indent + (at.IsLast ? "   " : "│  ");
            for (var action = node.Children.Length - 1; action >= 0; action--) pending.Push((node.Children[action], indent, action == node.Children.Length - 1));
        }
    }

    private static string Edge(ExtensiveGame game, ExtensiveGame.Node node, GameSolution? solution)
    {
        if (node.Parent < 0) return "";
        var parent = game.Nodes[node.Parent];
        if (parent.InformationSet < 0) return $"{parent.ChanceNames[node.ActionBefore]} [{parent.Probabilities[node.ActionBefore]}] → ";
        var played = solution is { Profiles: [var first, ..] } ? $" [{Number(first.Probabilities[parent.InformationSet][node.ActionBefore])}]" : "";
        return $"{game.InformationSets[parent.InformationSet].Actions[node.ActionBefore]}{played} → ";
    }

    private static string Place(ExtensiveGame game, ExtensiveGame.Node node)
    {
        var paid = node.Children.Length > 0 && node.Payoffs.Length > 0 ? $" (pays {string.Join(", ", node.Payoffs)})" : "";
        if (node.Children.Length == 0) return $"({string.Join(", ", node.TotalPayoffs.Select(Number))}){(node.Outcome.Length > 0 ? " " + node.Outcome : "")}";
        if (node.InformationSet < 0) return "chance" + paid;
        var set = game.InformationSets[node.InformationSet];
        return $"{game.Players[set.Player]}: {set.Name}{(set.Members.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({set.Members.Length} nodes)") : "")}{paid}";
    }

    // A star marks a payoff that its player can't improve on alone.
    private static void Matrix(StringBuilder text, NormalFormGame game, int width, Ink ink)
    {
        var (rows, columns) = (Math.Min(game.StrategyCount(0), MostColumns), Math.Min(game.StrategyCount(1), MostColumns));
        var cells = new string[rows + 1, columns + 1];
        cells[0, 0] = $"{game.Players[0].Name} \\ {game.Players[1].Name}";
        for (var j = 0; j < columns; j++) cells[0, j + 1] = game.Players[1].Strategies[j];
        for (var i = 0; i < rows; i++)
        {
            cells[i + 1, 0] = game.Players[0].Strategies[i];
            for (var j = 0; j < columns; j++) cells[i + 1, j + 1] = $"{Payoff(game, i, j, 0)}, {Payoff(game, i, j, 1)}";
        }
        for (var i = 0; i <= rows; i++)
        {
            var line = string.Join("  ", Enumerable.Range(0, columns + 1).Select(j => TextLayout.Pad(TextLayout.Cut(cells[i, j], 24), ColumnWidth(cells, j))));
            line = TextLayout.Columns(line) <= width ? line.TrimEnd() : string.Concat(line.Take(width - 1)) + "…";
            text.Append(i == 0 ? ink.Bold(line) : line).Append('\n');
        }
        if (rows < game.StrategyCount(0) || columns < game.StrategyCount(1)) text.Append(CultureInfo.InvariantCulture, $"… the first {rows} × {columns} strategies\n");
        text.Append("\n* a best reply\n");
    }

    private static int ColumnWidth(string[,] cells, int column) => Enumerable.Range(0, cells.GetLength(0)).Max(i => Math.Min(24, TextLayout.Columns(cells[i, column])));

    private static string Payoff(NormalFormGame game, int i, int j, int player)
    {
        var profile = game.Deviate(game.Deviate(0, 0, i), 1, j);
        var own = game.Payoff(profile, player);
        var isBest = Enumerable.Range(0, game.StrategyCount(player)).All(s => game.Payoff(game.Deviate(profile, player, s), player) <= own);
        return own + (isBest ? "*" : "");
    }

    private static void Profiles(StringBuilder text, NormalFormGame game, int width)
    {
        for (var profile = 0; profile < Math.Min(game.ProfileCount, MostLines); profile++)
        {
            var names = string.Join(", ", game.Players.Select((p, player) => p.Strategies[game.StrategyAt(profile, player)]));
            text.Append(TextLayout.Cut($"{names} → {string.Join(", ", game.Players.Select((_, player) => game.Payoff(profile, player)))}", width)).Append('\n');
        }
        if (game.ProfileCount > MostLines) text.Append(CultureInfo.InvariantCulture, $"… {game.ProfileCount - MostLines} more profiles\n");
    }

    private static void States(StringBuilder text, StochasticGame game, int width)
    {
        for (var state = 0; state < Math.Min(game.StateCount, MostLines); state++)
            text.Append(TextLayout.Cut(string.Create(CultureInfo.InvariantCulture, $"state {state + 1}: {string.Join(" × ", Enumerable.Range(0, game.PlayerCount).Select(p => game.ActionCount(state, p)))} actions"), width)).Append('\n');
        text.Append("discount factors ").AppendJoin(", ", Enumerable.Range(0, game.PlayerCount).Select(p => Number(game.Discount(p)))).Append('\n');
    }
}
