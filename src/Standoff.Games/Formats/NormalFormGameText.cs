using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Formats;

/// <summary>Normal-form games as Gambit's <c>.nfg</c> text, in its payoff and its outcome version, payoffs exact.</summary>
public static class NormalFormGameText
{
    private const int MostEntries = 20_000_000;

    /// <summary>Reads a game; the comment and the names of outcomes are dropped.</summary>
    public static GameFile<NormalFormGame> Read(string text) => GambitText.Read(text, Game);

    /// <summary>Writes the payoff version.</summary>
    public static string Write(NormalFormGame game)
    {
        var text = new StringBuilder();
        text.Append("NFG 1 R ").Append(GambitText.Quote(game.Title)).Append(" { ").AppendJoin(' ', game.Players.Select(p => GambitText.Quote(p.Name))).Append(" }\n\n{ ");
        foreach (var player in game.Players)
            text.Append("{ ").AppendJoin(' ', player.Strategies.Select(GambitText.Quote)).Append(" }\n");
        text.Append("}\n\"\"\n\n");
        for (var profile = 0; profile < game.ProfileCount; profile++)
            text.AppendJoin(' ', Enumerable.Range(0, game.Players.Length).Select(player => game.Payoff(profile, player))).Append('\n');
        return text.ToString();
    }

    private static NormalFormGame Game(GambitText source)
    {
        source.Keyword("NFG");
        source.Keyword("1");
        source.Word();
        var title = source.Quoted();
        var names = source.Braced(source.Quoted);
        var start = source.Position;
        var strategies = source.Braced(() => source.NextIs('{') ? source.Braced(source.Quoted) : Numbered(source.Whole()));
        if (strategies.Length != names.Length)
            throw new GambitSyntaxException(start, $"Strategies are given for {strategies.Length} of {names.Length} players.");
        var entries = strategies.Aggregate((long)names.Length, (product, list) => Math.Min(product * list.Length, long.MaxValue / 2_000_000));
        if (entries > MostEntries)
            throw new GambitSyntaxException(start, $"The table of payoffs would have more than {MostEntries} entries.");
        if (source.NextIs('"'))
            source.Quoted();
        var payoffs = source.NextIs('{') ? Outcomes(source, names.Length) : Payoffs(source);
        return new NormalFormGame(title, [.. names.Zip(strategies, (name, list) => new NormalFormPlayer(name, list))], payoffs);
    }

    private static ImmutableArray<string> Numbered(int count)
    {
        if (count is < 1 or > 1_000_000)
            throw new ArgumentException(FormattableString.Invariant($"A player can't have {count} strategies."));
        return [.. Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
    }

    private static ImmutableArray<Rational> Payoffs(GambitText source)
    {
        var payoffs = ImmutableArray.CreateBuilder<Rational>();
        while (!source.AtEnd)
            payoffs.Add(source.Number());
        return payoffs.ToImmutable();
    }

    private static ImmutableArray<Rational> Outcomes(GambitText source, int players)
    {
        var outcomes = source.Braced(() =>
        {
            source.Take('{');
            source.Quoted();
            var payoffs = ImmutableArray.CreateBuilder<Rational>();
            while (!source.TryTake('}'))
                payoffs.Add(source.Number());
            return payoffs.Count == players ? payoffs.ToImmutable() : throw source.Wrong($"an outcome with {players} payoffs");
        });
        var table = ImmutableArray.CreateBuilder<Rational>();
        while (!source.AtEnd)
        {
            var start = source.Position;
            var number = source.Whole();
            if (number < 0 || number > outcomes.Length)
                throw new GambitSyntaxException(start, $"There is no outcome {number}.");
            table.AddRange(number == 0 ? [.. new Rational[players]] : outcomes[number - 1]);
        }

        return table.ToImmutable();
    }
}
