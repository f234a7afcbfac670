using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>The logit equations of the agent form: payoffs from each information set on under beliefs by Bayes's rule, and their derivatives.</summary>
internal sealed class AgentEquations : DenseLogitSystem
{
    private readonly ExtensiveGame game;
    private readonly int players;
    private readonly int[] parents;
    private readonly int[] firstMoves;
    private readonly int[] setOf;
    private readonly int[][] children;
    private readonly double[][] chances;
    private readonly int[] subtreeEnd;
    private readonly double[] payoffs;
    private readonly double[] values;
    // The logarithm of a node's probability as a sum of two numbers: nodes that are all unlikely differ in digits that one would have lost.
    private readonly double[] logReach;
    private readonly double[] logReachRest;
    private readonly double[] belief;
    private readonly double[] relative;

    public AgentEquations(ExtensiveGame game)
        : base(game.InformationSets.Select(s => s.Actions.Length))
    {
        this.game = game;
        players = game.Players.Length;
        PayoffRange = game.PayoffRange;
        var count = game.Nodes.Length;
        parents = [.. game.Nodes.Select(n => n.Parent)];
        setOf = [.. game.Nodes.Select(n => n.InformationSet)];
        firstMoves = [.. setOf.Select(s => s < 0 ? -1 : FirstMove(s))];
        children = [.. game.Nodes.Select(n => n.Children.ToArray())];
        chances = [.. game.Nodes.Select(n => n.Probabilities.Select(p => p.ToDouble()).ToArray())];
        subtreeEnd = game.SubtreeEnds();
        payoffs = [.. game.Nodes.SelectMany(n => n.TotalPayoffs)];
        values = new double[count * players];
        logReach = new double[count];
        logReachRest = new double[count];
        belief = new double[count];
        relative = new double[count];
    }

    public override double PayoffRange { get; }

    public override void Evaluate(ReadOnlySpan<double> z, double rationality, Span<double> residual)
    {
        SetProbabilities(z);
        SetValues();
        SetReach();
        Array.Clear(Payoffs);
        Array.Clear(Derivatives);
        for (var set = 0; set < DecisionCount; set++)
        {
            SetBeliefs(set);
            foreach (var node in game.InformationSets[set].Members)
                AddPayoffs(node);
            foreach (var node in game.InformationSets[set].Members)
            {
                AddUpstream(node);
                AddDownstream(node, game.InformationSets[set].Player);
            }
        }

        WriteLogitRows(z, rationality, residual);
    }

    /// <summary>Puts other payoffs at the ends: by end in order of the tree, then by player.</summary>
    public void SetEndPayoffs(ReadOnlySpan<double> ofEnds)
    {
        var next = 0;
        for (var node = 0; node < children.Length; node++)
        {
            if (children[node].Length > 0)
                continue;
            ofEnds.Slice(next, players).CopyTo(payoffs.AsSpan(node * players));
            next += players;
        }
    }

    /// <summary>At the evaluated point, the derivatives of all moves' expected payoffs with respect to the mover's payoff at one end: how likely the move leads there, given its information set.</summary>
    public void AddEndDerivatives(int end, int player, Span<double> byMove)
    {
        byMove.Clear();
        var reach = 1.0;
        for (var at = end; parents[at] >= 0; at = parents[at])
        {
            var (parent, action) = (parents[at], game.Nodes[at].ActionBefore);
            if (game.Nodes[parent].Player == player)
                byMove[firstMoves[parent] + action] = reach * belief[parent];
            reach *= Chance(parent, action);
        }
    }

    /// <summary>At the evaluated point, the probability of an end, and the moves on the way to it.</summary>
    public double EndProbability(int end, List<int> moves)
    {
        moves.Clear();
        var probability = 1.0;
        for (var at = end; parents[at] >= 0; at = parents[at])
        {
            var (parent, action) = (parents[at], game.Nodes[at].ActionBefore);
            probability *= Chance(parent, action);
            if (firstMoves[parent] >= 0)
                moves.Add(firstMoves[parent] + action);
        }

        return probability;
    }

    private double Chance(int node, int action) => firstMoves[node] < 0 ? chances[node][action] : Probabilities[firstMoves[node] + action];

    private void SetValues()
    {
        for (var node = children.Length - 1; node >= 0; node--)
        {
            for (var player = 0; player < players; player++)
            {
                var value = children[node].Length == 0 ? payoffs[(node * players) + player] : 0;
                for (var action = 0; action < children[node].Length; action++)
                    value += Chance(node, action) * values[(children[node][action] * players) + player];
                values[(node * players) + player] = value;
            }
        }
    }

    private void SetReach()
    {
        for (var node = 0; node < children.Length; node++)
        {
            for (var action = 0; action < children[node].Length; action++)
            {
                var log = firstMoves[node] < 0 ? ElementaryFunctions.Log(chances[node][action]) : LogProbabilities[firstMoves[node] + action];
                AddLog(node, log, children[node][action]);
            }
        }
    }

    // The rounding error of a sum is a number itself (Knuth).
    private void AddLog(int from, double log, int to)
    {
        var sum = logReach[from] + log;
        var part = sum - logReach[from];
        var error = (logReach[from] - (sum - part)) + (log - part);
        (logReach[to], logReachRest[to]) = (sum, double.IsNegativeInfinity(sum) ? 0 : logReachRest[from] + error);
    }

    // From logarithms, so that an information set that is hardly ever reached still has its beliefs.
    private void SetBeliefs(int set)
    {
        var members = game.InformationSets[set].Members;
        var likeliest = members[0];
        foreach (var node in members)
            likeliest = logReach[node] > logReach[likeliest] ? node : likeliest;
        var sum = 0.0;
        foreach (var node in members)
        {
            // A set that chance never lets happen: any beliefs will do.
            belief[node] = double.IsNegativeInfinity(logReach[likeliest])
                ? 1
                : ElementaryFunctions.Exp((logReach[node] - logReach[likeliest]) + (logReachRest[node] - logReachRest[likeliest]));
            sum += belief[node];
        }

        foreach (var node in members)
            belief[node] /= sum;
    }

    private void AddPayoffs(int node)
    {
        for (var action = 0; action < children[node].Length; action++)
            Payoffs[firstMoves[node] + action] += belief[node] * Continuation(node, action, game.Nodes[node].Player);
    }

    private double Continuation(int node, int action, int player) => values[(children[node][action] * players) + player];

    // Earlier moves change the belief in the node.
    private void AddUpstream(int node)
    {
        var player = game.Nodes[node].Player;
        for (var at = node; parents[at] >= 0; at = parents[at])
        {
            if (firstMoves[parents[at]] < 0)
                continue;
            var cause = firstMoves[parents[at]] + game.Nodes[at].ActionBefore;
            for (var action = 0; action < children[node].Length; action++)
            {
                var move = firstMoves[node] + action;
                Derivatives[(move * MoveCount) + cause] += belief[node] * (Continuation(node, action, player) - Payoffs[move]);
            }
        }
    }

    // Later moves change what an action leads to; a subtree is a run of nodes, parents first.
    private void AddDownstream(int node, int player)
    {
        if (belief[node] == 0)
            return;
        for (var action = 0; action < children[node].Length; action++)
        {
            var root = children[node][action];
            var derivatives = Derivatives.AsSpan((firstMoves[node] + action) * MoveCount, MoveCount);
            relative[root] = belief[node];
            for (var at = root; at < subtreeEnd[root]; at++)
            {
                for (var next = 0; next < children[at].Length; next++)
                {
                    var reach = relative[at] * Chance(at, next);
                    relative[children[at][next]] = reach;
                    if (firstMoves[at] >= 0)
                        derivatives[firstMoves[at] + next] += reach * Continuation(at, next, player);
                }
            }
        }
    }
}
