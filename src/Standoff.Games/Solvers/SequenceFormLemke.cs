using System.Collections.Immutable;
using System.Numerics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// One equilibrium of a two-player game with perfect recall by complementary pivoting on its sequence form (Lemke 1965; Koller, Megiddo and von Stengel 1996),
/// started from a prior (von Stengel, van den Elzen and Talman 2002): both players first reply to the prior, and the weight of the prior falls
/// along the path to 0. From a prior that plays every action the equilibrium is normal-form perfect. Exact, with the lexicographic rule.
/// </summary>
public static class SequenceFormLemke
{
    private const int MostSequences = 3000;

    /// <summary>The equilibrium that the path from a prior ends in; other priors may lead to others.</summary>
    /// <param name="game">The game.</param>
    /// <param name="prior">By information set and action, probabilities that sum to 1; uniform if <see langword="null"/>.</param>
    /// <param name="progress">Told the number of pivots.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The game has not two players, or the prior does not fit.</exception>
    /// <exception cref="ImperfectRecallException">A player forgets.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BehaviourEquilibrium Solve(ExtensiveGame game, ImmutableArray<ImmutableArray<Rational>>? prior = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (game.Players.Length != 2)
            throw new ArgumentException($"This solver is for two players; the game has {game.Players.Length}.", nameof(game));
        var form = SequenceForm.Of(game);
        GameTooLargeException.ThrowIfMore("sequences", form.Sequences.Sum(s => s.Length), MostSequences);
        var start = prior ?? [.. game.InformationSets.Select(Uniform)];
        RequireProfile(game, start);
        var path = new Path(form, start);
        var pivots = path.Follow(progress, cancellation);
        return BehaviourEquilibrium.Certify(form, [path.Plan(0), path.Plan(1)], pivots);
    }

    private static ImmutableArray<Rational> Uniform(InformationSet set) => [.. Enumerable.Repeat(new Rational(1, set.Actions.Length), set.Actions.Length)];

    private static void RequireProfile(ExtensiveGame game, ImmutableArray<ImmutableArray<Rational>> prior)
    {
        if (prior.Length != game.InformationSets.Length)
            throw new ArgumentException($"The prior has {prior.Length} information sets, the game {game.InformationSets.Length}.", nameof(prior));
        for (var set = 0; set < prior.Length; set++)
        {
            if (prior[set].Length != game.InformationSets[set].Actions.Length || prior[set].Any(p => p.Sign < 0) || prior[set].Aggregate(Rational.Zero, (a, b) => a + b) != Rational.One)
                throw new ArgumentException($"The prior at information set \"{game.InformationSets[set].Name}\" is no probability distribution over its actions.", nameof(prior));
        }
    }

    // Variables: x_σ ≥ 0, the loss w_σ ≥ 0 of each sequence of both players, and θ, 1 less the weight of the prior. Either x_σ = 0 or w_σ = 0 throughout.
    private sealed class Path
    {
        private readonly SequenceForm form;
        private readonly int[] offset;
        private readonly int theta;
        private readonly IntegerDictionary<BigInteger, Unbounded> dictionary;

        public Path(SequenceForm form, ImmutableArray<ImmutableArray<Rational>> prior)
        {
            this.form = form;
            offset = [0, form.Sequences[0].Length];
            var sequences = offset[1] + form.Sequences[1].Length;
            theta = 2 * sequences;
            dictionary = new Start(form, prior, offset, sequences).Dictionary();
        }

        /// <summary>Pivots until the prior has no weight left.</summary>
        public int Follow(IProgress<SolverProgress>? progress, CancellationToken cancellation)
        {
            var (entering, pivots) = (theta, 0);
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var column = dictionary.ColumnOf(entering);
                var row = dictionary.LeavingRow(column);
                if (row < 0)
                    throw new InvalidOperationException("Lemke's path ended in a ray, which a game with perfect recall does not have.");
                var leaving = dictionary.Basic(row);
                dictionary.Pivot(row, column);
                pivots++;
                progress?.Report(new SolverProgress(pivots, dictionary.Value(theta).ToDouble(), 0, 0));
                if (leaving == theta + 1)
                    return pivots;
                entering = leaving < theta / 2 ? leaving + (theta / 2) : leaving - (theta / 2);
            }
        }

        public Rational[] Plan(int player) => [.. Enumerable.Range(offset[player], form.Sequences[player].Length).Select(dictionary.Value)];
    }

    /// <summary>The dictionary at θ = 0: each player's best replies to the prior are basic, and so are the losses of all other sequences.</summary>
    private sealed class Start
    {
        private readonly SequenceForm form;
        private readonly int[] offset;
        private readonly int sequences;
        private readonly int theta;
        private readonly List<int> nonbasic = [];
        // Affine functions of the non-basic variables; the last entry is the constant.
        private readonly Rational[][] plans;
        private readonly Rational[][] against;

        public Start(SequenceForm form, ImmutableArray<ImmutableArray<Rational>> prior, int[] offset, int sequences)
        {
            (this.form, this.offset, this.sequences, theta) = (form, offset, sequences, 2 * sequences);
            var replies = new[] { BestResponse.To(form, prior, 0), BestResponse.To(form, prior, 1) };
            Best = [.. Enumerable.Range(0, form.Game.InformationSets.Length).Select(set => Math.Max(replies[0].Actions[set], replies[1].Actions[set]))];
            for (var player = 0; player < 2; player++)
            {
                for (var sequence = 0; sequence < form.Sequences[player].Length; sequence++)
                    nonbasic.Add(offset[player] + sequence + (IsReply(player, sequence) ? sequences : 0));
            }

            nonbasic.Add(theta);
            plans = [.. Enumerable.Range(0, sequences).Select(_ => new Rational[nonbasic.Count + 1])];
            WritePlans(0);
            WritePlans(1);
            against = Against([.. form.Plan(0, prior), .. form.Plan(1, prior)]);
        }

        private int[] Best { get; }

        public IntegerDictionary<BigInteger, Unbounded> Dictionary()
        {
            var (basic, rows) = (new List<int>(), new List<BigInteger[]>());
            for (var player = 0; player < 2; player++)
            {
                var losses = Losses(player);
                for (var sequence = 0; sequence < losses.Length; sequence++)
                {
                    var reply = IsReply(player, sequence);
                    basic.Add(offset[player] + sequence + (reply ? 0 : sequences));
                    rows.Add(ExactLinearProgram.Integers(reply ? plans[offset[player] + sequence] : losses[sequence]));
                }
            }

            // θ + (weight of the prior) = 1.
            var last = new BigInteger[nonbasic.Count + 1];
            (last[^2], last[^1]) = (-1, 1);
            return new IntegerDictionary<BigInteger, Unbounded>([.. basic, theta + 1], [.. nonbasic], [.. rows, last]);
        }

        private bool IsReply(int player, int sequence) =>
            form.Sequences[player][sequence] is var s && (s.InformationSet < 0 || Best[s.InformationSet] == s.Action);

        // x_∅ = θ; the best reply at each set takes what the other actions leave.
        private void WritePlans(int player)
        {
            plans[offset[player]][^2] = Rational.One;
            foreach (var set in form.SetsOf(player))
            {
                var rest = plans[offset[player] + form.SequenceOf(set, Best[set])];
                plans[offset[player] + form.SequenceTo(set)].CopyTo(rest, 0);
                for (var action = 0; action < form.Game.InformationSets[set].Actions.Length; action++)
                {
                    if (action == Best[set])
                        continue;
                    var sequence = offset[player] + form.SequenceOf(set, action);
                    plans[sequence][sequence] = Rational.One;
                    rest[sequence] -= Rational.One;
                }
            }
        }

        // By sequence, its payoff against the other's plan and the prior at weight 1 − θ.
        private Rational[][] Against(Rational[] prior)
        {
            Rational[][] result = [.. Enumerable.Range(0, sequences).Select(_ => new Rational[nonbasic.Count + 1])];
            foreach (var (pair, _, payoffs) in form.Payoffs)
            {
                for (var player = 0; player < 2; player++)
                {
                    var other = offset[1 - player] + pair[1 - player];
                    var target = result[offset[player] + pair[player]];
                    Add(target, plans[other], payoffs[player]);
                    target[^1] += payoffs[player] * prior[other];
                    target[^2] -= payoffs[player] * prior[other];
                }
            }

            return result;
        }

        // What a sequence yields less than the best reply at its set; from the last sets up, as values of later sets count for earlier ones.
        private Rational[][] Losses(int player)
        {
            var count = form.Sequences[player].Length;
            Rational[][] yields = [.. Enumerable.Range(0, count).Select(sequence => against[offset[player] + sequence])];
            var losses = new Rational[count][];
            foreach (var set in form.SetsOf(player).Reverse())
            {
                // The value of the set is the best reply's yield and its loss, a non-basic variable.
                var best = form.SequenceOf(set, Best[set]);
                var value = (Rational[])yields[best].Clone();
                value[offset[player] + best] += Rational.One;
                for (var action = 0; action < form.Game.InformationSets[set].Actions.Length; action++)
                {
                    var sequence = form.SequenceOf(set, action);
                    losses[sequence] = [.. value.Zip(yields[sequence], (v, y) => v - y)];
                }

                Add(yields[form.SequenceTo(set)], value, Rational.One);
            }

            losses[0] = [];
            return losses;
        }

        private static void Add(Rational[] target, Rational[] source, Rational factor)
        {
            for (var i = 0; i < target.Length; i++)
            {
                if (source[i].Sign != 0)
                    target[i] += factor * source[i];
            }
        }
    }
}
