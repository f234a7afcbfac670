using Standoff.Games.Forms;
using Standoff.Games.Solvers;

namespace Standoff.Tests.Games;

/// <summary>
/// Strategies and beliefs of a finite-horizon game with private types as the definition has them: plain dictionaries, one number at a time, no
/// lanes, no damping. Slow, and written without a look at the solver's order of work.
/// </summary>
internal sealed class SlowHorizon(FiniteHorizonGame game, FiniteHorizonNumbers numbers, int periods)
{
    private readonly TypeSpace types = numbers.Types;
    private readonly Dictionary<(int Period, int Node, int Profile, int Player), double> values = [];
    private readonly Dictionary<(int Period, int Node, int Profile), double> masses = [];

    /// <summary>σ: by period, decision node, the owner's type and move.</summary>
    public Dictionary<(int Period, int Node, int Type, int Move), double> Strategies { get; } = [];

    /// <summary>b: by period, decision node and profile, given the owner's type.</summary>
    public Dictionary<(int Period, int Node, int Profile), double> Beliefs { get; } = [];

    /// <summary>Iterates strategies and beliefs until nothing moves any more.</summary>
    public void Solve(int start)
    {
        for (var round = 0; round < 400; round++)
        {
            Backward();
            if (Forward(start) < 1e-13)
                return;
        }
    }

    /// <summary>Beliefs from the strategies that are there; how far they moved.</summary>
    public double Forward(int start)
    {
        masses.Clear();
        for (var profile = 0; profile < types.ProfileCount; profile++)
            Add(0, start, profile, Chance(profile, -1));
        var moved = 0.0;
        for (var period = 0; period < periods; period++)
        {
            for (var node = 0; node < game.NodeCount; node++)
            {
                if (game.Owner[node] >= 0)
                    moved = Math.Max(moved, Believe(period, node));
                for (var profile = 0; profile < types.ProfileCount; profile++)
                    Spread(period, node, profile);
            }
        }

        return moved;
    }

    /// <summary>Probability of standing at a node when a period begins, or of having ended there before.</summary>
    public double Mass(int period, int node)
    {
        var ended = game.Owner[node] == FiniteHorizonGame.Terminal;
        return Enumerable.Range(0, types.ProfileCount).Sum(profile => ended
            ? Enumerable.Range(0, period).Sum(p => masses.GetValueOrDefault((p, node, profile)))
            : masses.GetValueOrDefault((period, node, profile)));
    }

    /// <summary>Strategies from the beliefs that are there.</summary>
    public void Backward()
    {
        for (var period = periods - 1; period >= 0; period--)
        {
            for (var node = game.NodeCount - 1; node >= 0; node--)
            {
                if (game.Owner[node] >= 0)
                    Decide(period, node);
                for (var profile = 0; profile < types.ProfileCount; profile++)
                {
                    for (var player = 0; player < game.PlayerCount; player++)
                        values[(period, node, profile, player)] = NodePayoff(node, profile, player) + Edges(node).Sum(e => Probability(period, node, profile, e) * Worth(period, e, profile, player));
                }
            }
        }
    }

    private void Decide(int period, int node)
    {
        var owner = game.Owner[node];
        for (var type = 0; type < types.Count(owner); type++)
        {
            var mine = Enumerable.Range(0, types.ProfileCount).Where(p => types.TypeOf(owner, p) == type).ToList();
            var q = Edges(node).ToDictionary(e => e, e => mine.Sum(p => Belief(period, node, p) * Worth(period, e, p, owner)));
            var weights = q.ToDictionary(e => e.Key, e => numbers.EdgeWeights[e.Key][0] * Math.Exp(numbers.Rationality[owner][0] * (e.Value - q.Values.Max())));
            foreach (var (edge, weight) in weights)
                Strategies[(period, node, type, edge - game.EdgeStart[node])] = weight / weights.Values.Sum();
        }
    }

    private double Believe(int period, int node)
    {
        var (owner, moved) = (game.Owner[node], 0.0);
        foreach (var own in Enumerable.Range(0, types.ProfileCount).GroupBy(p => types.TypeOf(owner, p)))
        {
            var sum = own.Sum(p => masses.GetValueOrDefault((period, node, p)));
            foreach (var profile in own)
            {
                var belief = sum > 0 ? masses.GetValueOrDefault((period, node, profile)) / sum : Chance(profile, owner);
                moved = Math.Max(moved, Math.Abs(belief - Belief(period, node, profile)));
                Beliefs[(period, node, profile)] = belief;
            }
        }

        return moved;
    }

    private void Spread(int period, int node, int profile)
    {
        var mass = masses.GetValueOrDefault((period, node, profile));
        foreach (var edge in mass > 0 ? Edges(node) : [])
        {
            var slot = game.EdgeSlot[edge];
            Add(period + (slot / game.NodeCount), slot % game.NodeCount, profile, mass * Probability(period, node, profile, edge));
        }
    }

    private void Add(int period, int node, int profile, double mass) =>
        masses[(period, node, profile)] = masses.GetValueOrDefault((period, node, profile)) + mass;

    private double Worth(int period, int edge, int profile, int player)
    {
        var slot = game.EdgeSlot[edge];
        var (later, node) = (slot / game.NodeCount, slot % game.NodeCount);
        var after = period + later < periods ? values.GetValueOrDefault((period + later, node, profile, player)) : 0;
        return numbers.EdgePayoffs[(((edge * types.ProfileCount) + profile) * game.PlayerCount) + player][0] + (after * (later > 0 ? numbers.Discount[0] : 1));
    }

    private double Probability(int period, int node, int profile, int edge) => game.Owner[node] < 0
        ? numbers.EdgeWeights[edge][0]
        : Strategies[(period, node, types.TypeOf(game.Owner[node], profile), edge - game.EdgeStart[node])];

    private double Belief(int period, int node, int profile) => Beliefs.TryGetValue((period, node, profile), out var belief) ? belief : Chance(profile, game.Owner[node]);

    private double Chance(int profile, int known) => Enumerable.Range(0, types.PlayerCount).Where(p => p != known)
        .Aggregate(1.0, (chance, player) => chance * numbers.TypeChance(player, types.TypeOf(player, profile))[0]);

    private double NodePayoff(int node, int profile, int player) => numbers.NodePayoffs[(((node * types.ProfileCount) + profile) * game.PlayerCount) + player][0];

    private IEnumerable<int> Edges(int node) => Enumerable.Range(game.EdgeStart[node], game.EdgeStart[node + 1] - game.EdgeStart[node]);
}
