using System.Collections.Immutable;
using System.Globalization;
using Standoff.Cli.Faults;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;

namespace Standoff.Cli.Games;

/// <summary>Counts of observed play from a table: by player, information set and action; by player and strategy; or by outcome.</summary>
internal static class PlayData
{
    /// <summary>The counts for a tree.</summary>
    /// <param name="game">The game; a table of payoffs as a tree.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="FaultException">A line names nothing of the game, or there is nothing above 0.</exception>
    public static PlayCounts Read(ExtensiveGame game, DataTable table)
    {
        if (!table.Has("count")) throw new FaultException(Fault.NoColumn(table.Name, "count", table.Columns));
        var counts = table.Has("outcome") ? Outcomes(game, table) : Moves(game, table);
        return counts ?? throw new FaultException(Fault.NoFit(table.Name, "nothing was counted: all counts are 0"));
    }

    private static PlayCounts? Moves(ExtensiveGame game, DataTable table)
    {
        var counts = new double[game.InformationSets.Sum(s => s.Actions.Length)];
        foreach (var row in table.Rows)
        {
            var player = Find(table, table.Cell(row, "player"), game.Players, "a player");
            var sets = Enumerable.Range(0, game.InformationSets.Length).Where(s => game.InformationSets[s].Player == player).ToImmutableArray();
            var set = table.Has("set") ? sets[Find(table, table.Cell(row, "set"), [.. sets.Select(s => game.InformationSets[s].Name)], $"an information set of {game.Players[player]}")] : sets[0];
            if (!table.Has("set") && sets.Length > 1) throw table.Bad(table.Cell(row, "player"), $"{game.Players[player]} has {sets.Length.ToString(CultureInfo.InvariantCulture)} information sets, and the table no column set");
            var action = Find(table, table.Cell(row, table.Has("strategy") ? "strategy" : "action"), game.InformationSets[set].Actions, $"a choice of {game.Players[player]} there");
            counts[game.InformationSets.Take(set).Sum(s => s.Actions.Length) + action] += table.Count(row, "count");
        }
        return counts.Sum() > 0 ? PlayCounts.OfMoves(game, [.. counts]) : null;
    }

    private static PlayCounts? Outcomes(ExtensiveGame game, DataTable table)
    {
        var ends = Enumerable.Range(0, game.Nodes.Length).Where(n => game.Nodes[n].Children.Length == 0).GroupBy(n => game.Nodes[n].Outcome, StringComparer.Ordinal).ToList();
        ImmutableArray<string> names = [.. ends.Select(e => e.Key)];
        var counts = new double[names.Length];
        foreach (var row in table.Rows) counts[Find(table, table.Cell(row, "outcome"), names, "an outcome")] += table.Count(row, "count");
        return counts.Sum() > 0 ? PlayCounts.OfOutcomes(game, [.. ends.Zip(counts, (e, n) => new PooledOutcome([.. e], n))]) : null;
    }

    // By name, or else by number from 1.
    private static int Find(DataTable table, DataCell cell, ImmutableArray<string> names, string what)
    {
        var found = names.IndexOf(cell.Text);
        if (found >= 0) return found;
        if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= names.Length) return number - 1;
        var known = names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Take(12).ToList();
        throw new FaultException(Fault.NotOfGame(table.Name, cell.Line, cell.Column, $"'{cell.Text}' is not {what}{(known.Count > 0 ? $"; the game has {string.Join(", ", known)}" : "")}"));
    }
}
