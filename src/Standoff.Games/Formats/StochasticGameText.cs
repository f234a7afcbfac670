using System.Globalization;
using System.Text;
using System.Text.Json;
using Standoff.Games.Forms;

namespace Standoff.Games.Formats;

/// <summary>
/// Stochastic games as JSON tables: <c>nums_actions[s][p]</c>, <c>delta[p]</c>, payoffs <c>u[s][p][a1][a2]…</c>, and transitions
/// <c>phi[s][a1][a2]…[s']</c>. Lists may be longer than the numbers of actions say: what is over is padding.
/// </summary>
public static class StochasticGameText
{
    private const double RowTolerance = 1e-9;
    private const long MostEntries = 50_000_000;
    private static readonly string[] Names = ["nums_actions", "delta", "u", "phi"];

    /// <summary>Reads a game; other names in the object are skipped.</summary>
    public static GameFile<StochasticGame> Read(string text)
    {
        // Positions are in bytes; they are told as places in the text.
        var json = Encoding.UTF8.GetBytes(text);
        string Before(int bytes) => Encoding.UTF8.GetString(json.AsSpan(0, Math.Min(bytes, json.Length)));
        try
        {
            return new GameFile<StochasticGame>(Game(JsonTable.ReadObject(json, Names)), null);
        }
        catch (GambitSyntaxException e)
        {
            return new GameFile<StochasticGame>(null, GambitText.Locate(text, Before(e.Position).Length, e.Message));
        }
        catch (JsonException e)
        {
            return new GameFile<StochasticGame>(null, new GameFileError((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "The JSON is broken here."));
        }
        catch (ArgumentException e)
        {
            return new GameFile<StochasticGame>(null, new GameFileError(1, 1, GambitText.Plain(e)));
        }
    }

    /// <summary>Writes a game so that <see cref="Read"/> gives the same again.</summary>
    public static string Write(StochasticGame game)
    {
        var text = new StringBuilder("{\"nums_actions\":[");
        text.AppendJoin(',', States(game).Select(s => $"[{string.Join(',', Actions(game, s))}]"));
        text.Append("],\n\"delta\":[").AppendJoin(',', Enumerable.Range(0, game.PlayerCount).Select(p => Text(game.Discount(p)))).Append("],\n\"u\":[");
        text.AppendJoin(",\n", States(game).Select(s => $"[{string.Join(',', Enumerable.Range(0, game.PlayerCount).Select(p => Nested(game, s, profile => Text(game.Payoff(s, profile, p)))))}]"));
        text.Append("],\n\"phi\":[");
        text.AppendJoin(",\n", States(game).Select(s => Nested(game, s, profile => $"[{string.Join(',', game.Transition(s, profile).ToArray().Select(Text))}]")));
        return text.Append("]}\n").ToString();
    }

    private static IEnumerable<int> States(StochasticGame game) => Enumerable.Range(0, game.StateCount);

    private static int[] Actions(StochasticGame game, int state) => [.. Enumerable.Range(0, game.PlayerCount).Select(p => game.ActionCount(state, p))];

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // Profiles run with the last player's action fastest, which is the order of nested lists.
    private static string Nested(StochasticGame game, int state, Func<int, string> entry)
    {
        string[] entries = [.. Enumerable.Range(0, game.ProfileCount(state)).Select(entry)];
        foreach (var count in Actions(game, state).Reverse())
            entries = [.. entries.Chunk(count).Select(chunk => $"[{string.Join(',', chunk)}]")];
        return entries[0];
    }

    private static StochasticGame Game(Dictionary<string, JsonTable> tables)
    {
        foreach (var name in Names)
        {
            if (!tables.ContainsKey(name))
                throw new GambitSyntaxException(0, $"The object has no \"{name}\".");
        }

        var delta = tables["delta"].List(null, "delta").Select(d => d.Value("A discount factor")).ToArray();
        var actions = tables["nums_actions"].List(null, "nums_actions").Select(s => s.List(delta.Length, "nums_actions of a state").Select(Count).ToArray()).ToArray();
        if (actions.Sum(counts => counts.Aggregate((long)actions.Length + delta.Length, (product, count) => Math.Min(product * count, MostEntries + 1))) > MostEntries)
            throw new GambitSyntaxException(tables["nums_actions"].Position, $"The tables would have more than {MostEntries} entries.");
        var payoffs = tables["u"].List(actions.Length, "u").Take(actions.Length).Select((u, s) => Payoffs(u, actions[s])).ToArray();
        var transitions = tables["phi"].List(actions.Length, "phi").Take(actions.Length).Select((phi, s) => Profiles(actions[s]).Select(profile => Row(At(phi, profile), actions.Length)).ToArray()).ToArray();
        return new StochasticGame(actions, delta, payoffs, transitions);
    }

    private static int Count(JsonTable table) => table.Value("A number of actions") is >= 1 and <= 100_000 and var number && number == Math.Floor(number)
        ? (int)number
        : throw new GambitSyntaxException(table.Position, "A number of actions must be a whole number of at least 1.");

    private static double[][] Payoffs(JsonTable u, int[] counts)
    {
        var byPlayer = u.List(counts.Length, "u of a state");
        return [.. Profiles(counts).Select(profile => byPlayer.Take(counts.Length).Select(player => At(player, profile).Value("A payoff")).ToArray())];
    }

    private static double[] Row(JsonTable table, int states)
    {
        double[] row = [.. table.List(states, "A row of phi").Take(states).Select(p => p.Value("A probability"))];
        return row.All(p => p >= 0) && Math.Abs(row.Sum() - 1) <= RowTolerance
            ? row
            : throw new GambitSyntaxException(table.Position, string.Create(CultureInfo.InvariantCulture, $"The probabilities of the next state must not be negative and must sum to 1, not to {row.Sum()}."));
    }

    private static JsonTable At(JsonTable table, int[] profile) =>
        profile.Aggregate(table, (t, action) => t.List(action + 1, "A table by actions")[action]);

    private static IEnumerable<int[]> Profiles(int[] counts)
    {
        IEnumerable<int[]> profiles = [[]];
        foreach (var count in counts)
            profiles = profiles.SelectMany(head => Enumerable.Range(0, count).Select(action => (int[])[.. head, action]));
        return profiles;
    }
}
