using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Formats;

/// <summary>Extensive games as Gambit's <c>.efg</c> text, payoffs and probabilities exact.</summary>
public static class ExtensiveGameText
{
    /// <summary>Reads a game; the labels of single nodes and the comment are dropped.</summary>
    public static GameFile<ExtensiveGame> Read(string text) => GambitText.Read(text, source => new Reader(source).Game());

    /// <summary>Writes a game so that <see cref="Read"/> gives the same tree again.</summary>
    public static string Write(ExtensiveGame game)
    {
        var text = new StringBuilder();
        text.Append("EFG 2 R ").Append(GambitText.Quote(game.Title)).Append(" { ").AppendJoin(' ', game.Players.Select(GambitText.Quote)).Append(" }\n\"\"\n\n");
        var outcomes = 0;
        var chances = 0;
        var numbers = NumbersOfSets(game);
        foreach (var node in game.Nodes)
        {
            text.Append(Head(game, node, numbers, ref chances)).Append(' ');
            if (node.Payoffs.Length == 0)
                text.Append("0\n");
            else
                text.Append(CultureInfo.InvariantCulture, $"{++outcomes} {GambitText.Quote(node.Outcome)} {{ {string.Join(", ", node.Payoffs)} }}\n");
        }

        return text.ToString();
    }

    // Each player's sets are numbered from 1.
    private static int[] NumbersOfSets(ExtensiveGame game)
    {
        var (numbers, counts) = (new int[game.InformationSets.Length], new int[game.Players.Length]);
        for (var set = 0; set < numbers.Length; set++)
            numbers[set] = ++counts[game.InformationSets[set].Player];
        return numbers;
    }

    private static string Head(ExtensiveGame game, ExtensiveGame.Node node, int[] numbers, ref int chances)
    {
        if (node.Children.Length == 0)
            return "t \"\"";
        if (node.InformationSet < 0)
            return string.Create(CultureInfo.InvariantCulture, $"c \"\" {++chances} \"\" {{ {string.Join(' ', node.ChanceNames.Zip(node.Probabilities, (name, p) => $"{GambitText.Quote(name)} {p}"))} }}");
        var set = game.InformationSets[node.InformationSet];
        return string.Create(CultureInfo.InvariantCulture, $"p \"\" {set.Player + 1} {numbers[node.InformationSet]} {GambitText.Quote(set.Name)} {{ {string.Join(' ', set.Actions.Select(GambitText.Quote))} }}");
    }

    private sealed class Reader(GambitText source)
    {
        // Beyond, the number tells sets of one name apart: thousands of them have names of bounded length.
        private const int MostPrimes = 3;
        private readonly Dictionary<int, (string Name, ImmutableArray<Rational> Payoffs)> outcomes = new() { [0] = ("", []) };
        private readonly Dictionary<int, (ImmutableArray<string> Names, ImmutableArray<Rational> Probabilities)> chances = [];
        private readonly Dictionary<(int Player, int Number), (string Name, ImmutableArray<string> Actions)> sets = [];
        private readonly HashSet<(int Player, string Name)> names = [];

        public ExtensiveGame Game()
        {
            source.Keyword("EFG");
            source.Keyword("2");
            source.Word();
            var title = source.Quoted();
            var builder = new ExtensiveGameBuilder(title, source.Braced(source.Quoted));
            if (source.NextIs('"'))
                source.Quoted();
            while (!builder.IsComplete)
                ReadNode(builder);
            if (!source.AtEnd)
                throw source.Wrong("the end of the file was expected, as every branch has ended");
            return builder.Build();
        }

        private void ReadNode(ExtensiveGameBuilder builder)
        {
            var start = source.Position;
            try
            {
                ReadNode(builder, start);
            }
            catch (ArgumentException e)
            {
                throw new GambitSyntaxException(start, GambitText.Plain(e));
            }
        }

        private void ReadNode(ExtensiveGameBuilder builder, int start)
        {
            var kind = source.AtEnd ? throw source.Wrong("another node was expected") : source.Word();
            source.Quoted();
            switch (kind)
            {
                case "c":
                    var (branches, probabilities) = ReadChance();
                    var (chanceOutcome, chancePayoffs) = ReadOutcome();
                    builder.AddChance(branches, probabilities, chancePayoffs, chanceOutcome);
                    break;
                case "p":
                    var player = source.Whole() - 1;
                    var (name, actions) = ReadSet(player);
                    var (moveOutcome, movePayoffs) = ReadOutcome();
                    builder.AddMove(player, name, actions, movePayoffs, moveOutcome);
                    break;
                case "t":
                    var (outcome, payoffs) = ReadOutcome();
                    builder.AddEnd(payoffs, outcome);
                    break;
                default:
                    throw new GambitSyntaxException(start, $"A node starts with c, p or t, not with \"{kind}\".");
            }
        }

        private (ImmutableArray<string> Names, ImmutableArray<Rational> Probabilities) ReadChance()
        {
            var start = source.Position;
            var number = source.Whole();
            if (source.NextIs('"'))
                source.Quoted();
            if (!source.NextIs('{'))
                return chances.TryGetValue(number, out var known) ? known : throw new GambitSyntaxException(start, $"Chance {number} has no branches yet.");
            var branches = source.Braced(() => (Name: source.Quoted(), Probability: source.Number()));
            return chances[number] = ([.. branches.Select(b => b.Name)], [.. branches.Select(b => b.Probability)]);
        }

        private (string Name, ImmutableArray<string> Actions) ReadSet(int player)
        {
            var start = source.Position;
            var number = source.Whole();
            var name = source.NextIs('"') ? source.Quoted() : "";
            if (!source.NextIs('{'))
                return sets.TryGetValue((player, number), out var known) ? known : throw new GambitSyntaxException(start, $"Information set {number} has no actions yet.");
            var actions = source.Braced(source.Quoted);
            if (sets.TryGetValue((player, number), out var before))
                return (before.Name, actions);
            return sets[(player, number)] = (UniqueName(player, name, number), actions);
        }

        // Gambit tells sets apart by number; here the name does it.
        private string UniqueName(int player, string name, int number)
        {
            var unique = name.Length > 0 ? name : number.ToString(CultureInfo.InvariantCulture);
            for (var copies = 0; !names.Add((player, unique)); copies++)
                unique = copies < MostPrimes ? unique + "'" : string.Create(CultureInfo.InvariantCulture, $"{name} {number}{new string('\'', copies - MostPrimes)}");
            return unique;
        }

        private (string Name, ImmutableArray<Rational> Payoffs) ReadOutcome()
        {
            var start = source.Position;
            var number = source.Whole();
            var name = source.NextIs('"') ? source.Quoted() : "";
            if (!source.NextIs('{'))
                return outcomes.TryGetValue(number, out var known) ? known : throw new GambitSyntaxException(start, $"Outcome {number} has no payoffs yet.");
            return outcomes[number] = (name, source.Braced(source.Number));
        }
    }
}
