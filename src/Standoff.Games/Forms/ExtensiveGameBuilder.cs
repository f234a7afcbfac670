using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Forms;

/// <summary>Takes a tree in prefix order, node by node, without recursion, so that depth is no limit.</summary>
internal sealed class ExtensiveGameBuilder(string title, ImmutableArray<string> players)
{
    private const int MostBits = 20_000;
    private const int MostNodes = 500_000;
    private readonly List<Draft> nodes = [];
    private readonly Stack<int> open = new();
    private readonly Dictionary<(int Player, string Name), int> setNumbers = [];
    private readonly List<(int Player, string Name, ImmutableArray<string> Actions, List<int> Members)> sets = [];

    /// <summary>Whether the tree is complete.</summary>
    public bool IsComplete => nodes.Count > 0 && open.Count == 0;

    /// <summary>Adds a whole tree.</summary>
    public void Add(Play root)
    {
        var pending = new Stack<Play>([root]);
        while (pending.TryPop(out var play))
        {
            switch (play)
            {
                case Play.ChanceMove chance:
                    AddChance([.. chance.Branches.Select(b => b.Name)], [.. chance.Branches.Select(b => b.Probability)], []);
                    PushAll(chance.Branches.Select(b => b.Then));
                    break;
                case Play.PlayerMove move:
                    AddMove(players.IndexOf(move.Player), move.InformationSet, [.. move.Actions.Select(a => a.Name)], []);
                    PushAll(move.Actions.Select(a => a.Then));
                    break;
                case Play.Ending ending:
                    AddEnd(ending.Payoffs);
                    break;
            }
        }

        void PushAll(IEnumerable<Play> plays)
        {
            foreach (var play in plays.Reverse())
                pending.Push(play);
        }
    }

    public void AddChance(ImmutableArray<string> names, ImmutableArray<Rational> probabilities, ImmutableArray<Rational> payoffs, string outcome = "")
    {
        if (probabilities.FirstOrDefault(p => p.Sign < 0) is { Sign: < 0 } negative)
            throw new ArgumentException($"A probability of chance is {Short(negative)}, which is negative.");
        var sum = Rational.Zero;
        foreach (var probability in probabilities)
        {
            sum += probability;
            if (sum.Denominator.GetBitLength() > MostBits)
                throw new ArgumentException("The probabilities of a draw of chance have no common denominator of a sensible length, so they can't be added exactly.");
        }

        if (sum != Rational.One)
            throw new ArgumentException($"The probabilities of a draw of chance must sum to 1, not to {(Short(sum) == "1" ? $"1 {(sum > Rational.One ? '+' : '-')} {Short(sum > Rational.One ? sum - Rational.One : Rational.One - sum)}" : Short(sum))}.");
        Add(new Draft { Player = -1, Set = -1, Names = names, Probabilities = probabilities, Payoffs = payoffs, Outcome = outcome, Branches = names.Length });
    }

    public void AddMove(int player, string informationSet, ImmutableArray<string> actions, ImmutableArray<Rational> payoffs, string outcome = "")
    {
        if (player < 0 || player >= players.Length)
            throw new ArgumentException($"Information set \"{informationSet}\" belongs to no player of the game.");
        if (actions.Length == 0)
            throw new ArgumentException($"Information set \"{informationSet}\" has no action.");
        if (!setNumbers.TryGetValue((player, informationSet), out var set))
        {
            setNumbers[(player, informationSet)] = set = sets.Count;
            sets.Add((player, informationSet, actions, []));
        }
        else if (!sets[set].Actions.SequenceEqual(actions))
        {
            throw new ArgumentException($"Information set \"{informationSet}\" of {players[player]} has the actions {string.Join(", ", sets[set].Actions)} in one place and {string.Join(", ", actions)} in another.");
        }

        sets[set].Members.Add(nodes.Count);
        Add(new Draft { Player = player, Set = set, Names = [], Probabilities = [], Payoffs = payoffs, Outcome = outcome, Branches = actions.Length });
    }

    public void AddEnd(ImmutableArray<Rational> payoffs, string outcome = "") =>
        Add(new Draft { Player = -1, Set = -1, Names = [], Probabilities = [], Payoffs = payoffs, Outcome = outcome, Branches = 0 });

    private static string Short(Rational value) => value.ToString() is { Length: <= 40 } exact ? exact : value.ToDouble().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public ExtensiveGame Build()
    {
        if (!IsComplete)
            throw new ArgumentException("The tree ends before every branch has come to an end.");
        var order = Enumerable.Range(0, sets.Count).OrderBy(s => sets[s].Player).ThenBy(s => s).ToArray();
        var rank = new int[sets.Count];
        for (var i = 0; i < order.Length; i++)
            rank[order[i]] = i;
        return new ExtensiveGame(
            title,
            players,
            Finish(rank),
            [.. order.Select(s => new InformationSet(sets[s].Player, sets[s].Name, sets[s].Actions, [.. sets[s].Members]))]);
    }

    private ImmutableArray<ExtensiveGame.Node> Finish(int[] rank)
    {
        var totals = new ImmutableArray<double>[nodes.Count];
        var finished = ImmutableArray.CreateBuilder<ExtensiveGame.Node>(nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            var draft = nodes[i];
            totals[i] = Total(draft.Parent < 0 ? [.. new double[players.Length]] : totals[draft.Parent], draft.Payoffs);
            finished.Add(new ExtensiveGame.Node
            {
                Parent = draft.Parent,
                ActionBefore = draft.ActionBefore,
                Player = draft.Player,
                InformationSet = draft.Set < 0 ? -1 : rank[draft.Set],
                Children = [.. draft.Children],
                ChanceNames = draft.Names,
                Probabilities = draft.Probabilities,
                Payoffs = draft.Payoffs,
                TotalPayoffs = totals[i],
                Outcome = draft.Outcome,
            });
        }

        return finished.MoveToImmutable();
    }

    private static ImmutableArray<double> Total(ImmutableArray<double> before, ImmutableArray<Rational> paid) =>
        paid.Length == 0 ? before : [.. before.Zip(paid, (sum, payoff) => sum + payoff.ToDouble())];

    private void Add(Draft draft)
    {
        if (IsComplete)
            throw new ArgumentException("The tree was complete already.");
        if (nodes.Count == MostNodes)
            throw new ArgumentException(FormattableString.Invariant($"The tree has more than {MostNodes} nodes."));
        if (draft.Payoffs.Length != 0 && draft.Payoffs.Length != players.Length)
            throw new ArgumentException($"{draft.Payoffs.Length} payoffs were given for {players.Length} players.");
        if (open.TryPeek(out var parent))
        {
            draft.Parent = parent;
            draft.ActionBefore = nodes[parent].Children.Count;
            nodes[parent].Children.Add(nodes.Count);
        }

        nodes.Add(draft);
        open.Push(nodes.Count - 1);
        while (open.TryPeek(out var last) && nodes[last].Children.Count == nodes[last].Branches)
            open.Pop();
    }

    private sealed class Draft
    {
        public int Parent { get; set; } = -1;

        public int ActionBefore { get; set; } = -1;

        public List<int> Children { get; } = [];

        public required int Player { get; init; }

        public required int Set { get; init; }

        public required int Branches { get; init; }

        public required ImmutableArray<string> Names { get; init; }

        public required ImmutableArray<Rational> Probabilities { get; init; }

        public required ImmutableArray<Rational> Payoffs { get; init; }

        public required string Outcome { get; init; }
    }
}
