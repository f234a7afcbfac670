using System.Collections.Immutable;
using Standoff.Games.Solvers;

namespace Standoff.Games.Models;

/// <summary>An actor with a position on each dimension of a policy question.</summary>
/// <param name="Name">Name.</param>
/// <param name="Capability">Its power, above 0.</param>
/// <param name="Position">By dimension, in [0, 1].</param>
/// <param name="Salience">By dimension, how much it cares, in [0, 1]; the sum is at most 1.</param>
public sealed record SpatialActor(string Name, double Capability, ImmutableArray<double> Position, ImmutableArray<double> Salience);

/// <summary>The positions after a round, and what they come to.</summary>
/// <param name="Positions">By actor and dimension.</param>
/// <param name="Probabilities">By actor, the probability of its position in the vote over all positions; actors with one position share one probability.</param>
/// <param name="Mean">By dimension, the mean weighted by power and salience: the baseline that the model has to beat.</param>
public sealed record SpatialRound(ImmutableArray<ImmutableArray<double>> Positions, ImmutableArray<double> Probabilities, ImmutableArray<double> Mean)
{
    /// <summary>By dimension, the mean of the positions weighted by their probabilities.</summary>
    public ImmutableArray<double> Expected { get; internal init; } = [];
}

/// <summary>A run of the bargaining.</summary>
/// <param name="Rounds">From the start on.</param>
/// <param name="HasSettled">Whether movement fell below its share of the first round's; otherwise the last round is only where it was stopped.</param>
public sealed record SpatialHistory(ImmutableArray<SpatialRound> Rounds, bool HasSettled);

/// <summary>
/// Expected-utility bargaining in a space of policy (Bueno de Mesquita 1985, 1994) as the open program of KAPSARC re-implemented it: each round every actor infers risk attitudes
/// from how safe positions are, challenges the other that it expects to gain most from, and moves to its half of the bargain that the coalitions over its queue make likeliest.
/// </summary>
/// <remarks>Defaults of that program: linear votes with conditional probabilities, risk by one third, third parties half committed, bargains interpolated by squared salience and strength.</remarks>
public sealed class SpatialBargaining
{
    private const double LeastGain = 1e-5;
    private const double SettledShare = 0.02;
    private const double SamePosition = 1e-3;
    private readonly ImmutableArray<SpatialActor> actors;
    private readonly double[] weights;
    private readonly int count;
    private readonly int dimensions;

    /// <summary>A question with its actors.</summary>
    /// <exception cref="ArgumentException">Fewer than two actors, differing dimensions, or numbers out of range.</exception>
    public SpatialBargaining(ImmutableArray<SpatialActor> actors)
    {
        if (actors.Length < 2 || actors.Any(a => a.Position.Length != actors[0].Position.Length || a.Salience.Length != a.Position.Length || a.Position.IsEmpty))
            throw new ArgumentException("At least two actors with a position and a salience on every dimension are needed.", nameof(actors));
        if (actors.FirstOrDefault(a => !(a.Capability > 0) || !double.IsFinite(a.Capability) || a.Position.Any(x => !(x is >= 0 and <= 1)) || a.Salience.Any(s => !(s >= 0)) || !(a.Salience.Sum() is > 0 and <= 1 + 1e-9)) is { } bad)
            throw new ArgumentException($"Actor {bad.Name} needs a capability above 0, positions in [0, 1], and saliences of at least 0 that sum to more than 0 and at most 1.", nameof(actors));
        (this.actors, count, dimensions) = (actors, actors.Length, actors[0].Position.Length);
        weights = [.. actors.Select(a => a.Capability * a.Salience.Sum())];
    }

    /// <summary>Bargains until the actors hardly move.</summary>
    /// <param name="mostRounds">Rounds after which it ends in any case.</param>
    /// <param name="progress">Told each round, with the distance moved as residual.</param>
    /// <param name="cancellation">Ends it with the rounds so far.</param>
    public SpatialHistory Run(int mostRounds = 100, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        double[][] positions = [.. actors.Select(a => a.Position.ToArray())];
        var rounds = ImmutableArray.CreateBuilder<SpatialRound>();
        rounds.Add(Round(positions));
        var firstMove = 0.0;
        for (var round = 1; round <= mostRounds && !cancellation.IsCancellationRequested; round++)
        {
            var next = Next(positions);
            var moved = positions.Zip(next, (a, b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum())).Sum();
            firstMove = round == 1 ? moved : firstMove;
            positions = next;
            rounds.Add(Round(positions));
            progress?.Report(new SolverProgress(round, 0, moved, 0));
            if (round >= 2 && moved / (firstMove + 1e-4) < SettledShare)
                return new SpatialHistory(rounds.ToImmutable(), true);
        }

        return new SpatialHistory(rounds.ToImmutable(), false);
    }

    private static double Utility(double distance, double risk) => (1 - distance) * (1 + ((distance > 1 ? 1 : distance) * risk));

    private double Distance(int actor, double[] from, double[] to)
    {
        var (sum, scale) = (0.0, 0.0);
        for (var k = 0; k < dimensions; k++)
        {
            var salience = actors[actor].Salience[k];
            sum += salience * salience * (from[k] - to[k]) * (from[k] - to[k]);
            scale += salience * salience;
        }

        return Math.Sqrt(sum / scale);
    }

    private double[,] Distances(double[][] positions)
    {
        var distances = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                distances[i, j] = Distance(i, positions[i], positions[j]);
        }

        return distances;
    }

    // Of each two options the coalition behind one wins in proportion to its strength; an option's chance is that it beats each other one.
    private double[] Vote(int options, Func<int, int, double> utility)
    {
        var logs = new double[options];
        for (var a = 0; a < options; a++)
        {
            for (var b = a + 1; b < options; b++)
            {
                var (forA, forB) = (1e-8, 1e-8);
                for (var n = 0; n < count; n++)
                {
                    var vote = actors[n].Capability * (utility(n, a) - utility(n, b));
                    forA += Math.Max(0, vote);
                    forB += Math.Max(0, -vote);
                }

                logs[a] += Numerics.ElementaryFunctions.Log(forA / (forA + forB));
                logs[b] += Numerics.ElementaryFunctions.Log(forB / (forA + forB));
            }
        }

        var most = logs.Max();
        double[] chances = [.. logs.Select(log => Numerics.ElementaryFunctions.Exp(log - most))];
        var sum = chances.Sum();
        return [.. chances.Select(c => c / sum)];
    }

    // From −1/2 for the actor whose position is the least likely to win to 1 for the likeliest; where all are equally likely, nobody shows an attitude.
    private double[] Risks(double[,] distances)
    {
        var chances = Vote(count, (n, j) => Utility(distances[n, j], 0));
        var (least, most) = (chances.Min(), chances.Max());
        return [.. chances.Select(p => most > least ? ((3 * p) - (most + (2 * least))) / (2 * (most - least)) : 0)];
    }

    private double[][] Next(double[][] positions)
    {
        var distances = Distances(positions);
        var risks = Risks(distances);
        List<Bargain>[] queues = [.. Enumerable.Range(0, count).Select(_ => new List<Bargain>())];
        for (var i = 0; i < count; i++)
        {
            var (target, chance) = BestTarget(i, distances, risks);
            if (target < 0)
                continue;
            var bargain = Interpolate(i, target, chance, positions);
            queues[i].Add(bargain);
            queues[target].Add(bargain);
        }

        return [.. Enumerable.Range(0, count).Select(k => Settle(k, queues[k], positions, risks))];
    }

    private (int Target, double Chance) BestTarget(int i, double[,] distances, double[] risks)
    {
        // How i sees everybody's utilities: its own risk attitude counts twice.
        var seen = new double[count, count];
        for (var n = 0; n < count; n++)
        {
            for (var j = 0; j < count; j++)
                seen[n, j] = Utility(distances[n, j], ((2 * risks[i]) + risks[n]) / 3);
        }

        var (best, gain, chance) = (-1, LeastGain, 0.0);
        for (var j = 0; j < count; j++)
        {
            if (j == i)
                continue;
            var wins = ChanceAgainst(i, j, seen);
            var stake = actors[j].Salience.Sum();
            var expected = ((1 - stake) * 2 * seen[i, i]) + (stake * ((wins * 2 * seen[i, i]) + ((1 - wins) * 2 * seen[i, j]))) - (seen[i, i] + seen[i, j]);
            if (expected > gain)
                (best, gain, chance) = (j, expected, wins);
        }

        return (best, chance);
    }

    // The two sides' own stakes, then each third party's, who shares in victory and defeat of the side it joins.
    private double ChanceAgainst(int i, int j, double[,] seen)
    {
        var (forI, forJ) = (1e-10, 1e-10);
        Add(weights[i] * (seen[i, i] - seen[i, j]), ref forI, ref forJ);
        Add(weights[j] * (seen[j, i] - seen[j, j]), ref forI, ref forJ);
        var (withI, withJ) = (forI, forJ);
        for (var n = 0; n < count; n++)
        {
            if (n == i || n == j)
                continue;
            var leaning = weights[n] * (seen[n, i] - seen[n, j]);
            var wins = (forI + Math.Max(0, leaning)) / (forI + forJ + Math.Abs(leaning));
            var joinI = (wins * ((2 * seen[n, i]) + seen[n, n])) + ((1 - wins) * 3 * seen[n, j]);
            var joinJ = (wins * 3 * seen[n, i]) + ((1 - wins) * ((2 * seen[n, j]) + seen[n, n]));
            Add(weights[n] * (joinI - joinJ), ref withI, ref withJ);
        }

        return withI / (withI + withJ);
    }

    private static void Add(double vote, ref double forI, ref double forJ)
    {
        forI += Math.Max(0, vote);
        forJ += Math.Max(0, -vote);
    }

    private Bargain Interpolate(int i, int j, double chance, double[][] positions)
    {
        var (ofI, ofJ) = (new double[dimensions], new double[dimensions]);
        for (var k = 0; k < dimensions; k++)
        {
            var (a, b) = (Square(actors[i].Salience[k] * chance), Square(actors[j].Salience[k] * (1 - chance)));
            ofI[k] = Rounded((((a + 1e-6) * positions[i][k]) + (b * positions[j][k])) / (a + b + 1e-6));
            ofJ[k] = Rounded(((a * positions[i][k]) + ((b + 1e-6) * positions[j][k])) / (a + b + 1e-6));
        }

        return new Bargain(i, j, ofI, ofJ);
    }

    private static double Square(double x) => x * x;

    private static double Rounded(double x) => Math.Floor((x * 10_000) + 0.5) / 10_000;

    // The vote is over what each bargain in the queue, or none, would be worth to everybody.
    private double[] Settle(int actor, List<Bargain> queue, double[][] positions, double[] risks)
    {
        if (queue.Count == 0)
            return positions[actor];
        var utilities = new double[count, queue.Count + 1];
        for (var n = 0; n < count; n++)
        {
            for (var option = 0; option <= queue.Count; option++)
                utilities[n, option] = MeanUtility(n, option == queue.Count ? null : queue[option], positions, risks[n]);
        }

        var chances = Vote(queue.Count + 1, (n, option) => utilities[n, option]);
        var chosen = Array.IndexOf(chances, chances.Max());
        return chosen == queue.Count ? positions[actor] : queue[chosen].First == actor ? queue[chosen].ToFirst : queue[chosen].ToSecond;
    }

    private double MeanUtility(int n, Bargain? bargain, double[][] positions, double risk)
    {
        var sum = 0.0;
        for (var p = 0; p < count; p++)
            sum += Utility(Distance(n, positions[n], bargain?.First == p ? bargain.ToFirst : bargain?.Second == p ? bargain.ToSecond : positions[p]), risk);
        return sum / count;
    }

    private SpatialRound Round(double[][] positions)
    {
        var distances = Distances(positions);
        var risks = Risks(distances);
        // One option for each distinct position.
        int[] option = [.. positions.Select(p => Array.FindIndex(positions, q => p.Zip(q, (x, y) => (x - y) * (x - y)).Sum() < SamePosition * SamePosition))];
        int[] distinct = [.. option.Distinct()];
        var chances = Vote(distinct.Length, (n, o) => Utility(distances[n, distinct[o]], risks[n]));
        ImmutableArray<double> Weighted(Func<int, double> weight) => [.. Enumerable.Range(0, dimensions).Select(k => Enumerable.Range(0, count).Sum(i => weight(i) * positions[i][k]) / Enumerable.Range(0, count).Sum(weight))];
        return new SpatialRound([.. positions.Select(p => p.ToImmutableArray())], [.. option.Select(o => chances[Array.IndexOf(distinct, o)])], Weighted(i => weights[i]))
        {
            Expected = Weighted(i => chances[Array.IndexOf(distinct, option[i])] / option.Count(o => o == option[i])),
        };
    }

    private sealed record Bargain(int First, int Second, double[] ToFirst, double[] ToSecond);
}
