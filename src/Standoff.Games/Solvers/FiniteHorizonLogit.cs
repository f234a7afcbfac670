using System.Runtime.Intrinsics;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// Probability with which play starts at each start, by profile of types: asked for in every round, as it may follow from the strategies of it.
/// </summary>
/// <param name="solved">The games with the strategies of this round.</param>
/// <param name="masses">To be filled: by start and profile, one number a game; a game's sum to one.</param>
public delegate void FiniteHorizonStart(FiniteHorizonLogit solved, Span<Vector512<double>> masses);

/// <summary>
/// Called when games have settled: takes down their solutions and puts other games in their lanes.
/// </summary>
/// <param name="solved">The games.</param>
/// <param name="settled">A bit for each lane whose game has settled, or has had all its rounds.</param>
/// <returns>A bit for each of these lanes that holds a new game.</returns>
public delegate int FiniteHorizonTurn(FiniteHorizonLogit solved, int settled);

/// <summary>
/// Logit quantal response in a finite-horizon game whose moves everyone sees and whose players may have private types:
/// σ_τ(a) ∝ w_a·e^{λ·Q_a}, Q_a = Σ b(others' types | node, own type, period)·U, where U is the expected discounted payoff of the move and of what
/// follows it under the true types, *without* the inclusive value of the choice shocks. Beliefs follow from the mass of type profiles that the
/// strategies carry, by Bayes' rule. Strategies are found backwards under given beliefs, beliefs forwards under given strategies, in turns until
/// both agree. Without private types the equilibrium is unique and one turn is exact. Holds the buffers of eight solves, which it reuses.
/// </summary>
/// <remarks>
/// McKelvey and Palfrey 1998, agent quantal response, with base weights; beliefs as in their signalling games. As λ → ∞ and without ties or types,
/// the subgame-perfect equilibrium. Where nobody comes, beliefs are the priors: nothing that is reached depends on them.
/// Lanes are computed element by element, by IEEE operations in a fixed order, so a game's results have the same bits in any lane and on any processor.
/// What works on lanes is left to the just-in-time compiler, fully optimised from the first call: code compiled ahead of time may not use them.
/// </remarks>
public sealed class FiniteHorizonLogit
{
    private const int AllLanes = (1 << FiniteHorizonNumbers.Lanes) - 1;
    private readonly FiniteHorizonGame game;
    private readonly TypeSpace types;
    private readonly int players;
    private readonly int profiles;
    private readonly int solved;
    private readonly int reported;
    private readonly FiniteHorizonLayout layout;
    private readonly FiniteHorizonStrategies strategies;
    private readonly FiniteHorizonBeliefs beliefs;
    private readonly FiniteHorizonPath path;
    private FiniteHorizonPlan? plan;
    private FiniteHorizonNumbers numbers;
    private Vector512<double>[] masses = [];

    /// <summary>Buffers for games of this shape.</summary>
    /// <param name="game">The shape.</param>
    /// <param name="solvedPeriods">Periods that are solved; after them everything is worth 0.</param>
    /// <param name="reportedPeriods">Periods whose path is reported, at most those solved.</param>
    /// <param name="types">Private types; <see langword="null"/> for complete information.</param>
    public FiniteHorizonLogit(FiniteHorizonGame game, int solvedPeriods, int reportedPeriods, TypeSpace? types = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reportedPeriods);
        ArgumentOutOfRangeException.ThrowIfLessThan(solvedPeriods, reportedPeriods);
        (this.game, this.types) = (game, types ?? TypeSpace.Known(game.PlayerCount));
        numbers = new FiniteHorizonNumbers(game, this.types);
        (players, profiles, solved, reported) = (game.PlayerCount, this.types.ProfileCount, solvedPeriods, reportedPeriods);
        layout = new FiniteHorizonLayout(game, this.types);
        strategies = new FiniteHorizonStrategies(numbers, layout, solvedPeriods);
        beliefs = new FiniteHorizonBeliefs(game, this.types, solvedPeriods);
        path = new FiniteHorizonPath(game, this.types, layout, reportedPeriods);
    }

    /// <summary>Periods solved.</summary>
    public int SolvedPeriods => solved;

    /// <summary>Periods reported.</summary>
    public int ReportedPeriods => reported;

    /// <summary>Largest difference between the beliefs that the strategies answer and those that follow from them, by game.</summary>
    public Vector512<double> Residual => beliefs.Residual;

    /// <summary>Rounds of strategies and beliefs, by game.</summary>
    public Vector512<double> Rounds => beliefs.Rounds;

    /// <summary>Solves the games and pushes probability 1 forward from the node and mark.</summary>
    public void Solve(FiniteHorizonNumbers game, int startNode, int startMark) =>
        Solve(game, [(startNode, startMark)], (solver, start) => solver.Spread(Vector512<double>.One, start));

    /// <summary>Solves games side by side and pushes a distribution over starts and profiles of types forward.</summary>
    /// <param name="game">Their numbers.</param>
    /// <param name="starts">Nodes and marks on which play may start; only what they lead to is solved.</param>
    /// <param name="start">Gives the masses of every round.</param>
    /// <param name="from">Beliefs of the first round; by default the priors.</param>
    /// <param name="iteration">When beliefs count as settled; by default at 1e-4.</param>
    /// <param name="turn">
    /// Told what has settled, so that its lane can be used for another game, and at first that all lanes are free; a game has the same solution in
    /// any lane and company. By default all lanes hold one game each.
    /// </param>
    public void Solve(
        FiniteHorizonNumbers game,
        ReadOnlySpan<(int Node, int Mark)> starts,
        FiniteHorizonStart start,
        BeliefStart from = default,
        BeliefIteration? iteration = null,
        FiniteHorizonTurn? turn = null)
    {
        if (!ReferenceEquals(game.Game, this.game) || game.Types.ProfileCount != profiles)
            throw new ArgumentException("The numbers belong to a game of another shape.", nameof(game));
        iteration ??= new BeliefIteration();
        numbers = game;
        masses = masses.Length == starts.Length * profiles ? masses : new Vector512<double>[starts.Length * profiles];
        if (plan is null || !plan.Starts.SequenceEqual(starts))
            plan = new FiniteHorizonPlan(this.game, types, layout, starts);
        path.Prepare(plan);
        beliefs.Begin(plan, from);
        var (moving, entered) = (0, turn is null ? AllLanes : turn(this, AllLanes));
        while ((moving |= entered) != 0)
        {
            if (entered != 0)
            {
                strategies.Begin(game, plan);
                beliefs.Enter(game, entered);
            }

            strategies.Answer(beliefs);
            start(this, masses);
            PushForward();
            var settled = beliefs.Settle(iteration);
            moving &= ~settled;
            entered = settled != 0 && turn is not null ? turn(this, settled) : 0;
        }
    }

    /// <summary>
    /// Within a round, pushes a distribution over the starts forward by the strategies found so far; <see cref="Standing"/> tells where it stands.
    /// </summary>
    /// <param name="from">Masses by start and profile.</param>
    /// <param name="periods">How far.</param>
    public void Push(ReadOnlySpan<Vector512<double>> from, int periods)
    {
        path.Start(from);
        for (var period = 0; period < Math.Min(periods, solved); period++)
            path.Play(strategies.In(period), numbers.EdgeWeights, period, null, ends: false);
    }

    /// <summary>Mass of a profile that stands at the node, with the mark, after the last push.</summary>
    public Vector512<double> Standing(int node, int mark, int profile) => path.Standing(node, mark, profile);

    /// <summary>Spreads a start's mass over the profiles by the chances of types, as before anything is seen.</summary>
    /// <param name="mass">The start's mass.</param>
    /// <param name="start">Masses of the start by profile, to be filled.</param>
    public void Spread(Vector512<double> mass, Span<Vector512<double>> start)
    {
        for (var profile = 0; profile < start.Length; profile++)
        {
            start[profile] = mass;
            for (var player = 0; player < players; player++)
                start[profile] *= numbers.TypeChance(player, types.TypeOf(player, profile));
        }
    }

    /// <summary>Probability that the owner's type takes the move when the node is reached in the period.</summary>
    public double Probability(int lane, int period, int node, int move, int type = 0) => Strategy(period, node, move, type)[lane];

    /// <summary>The same in each game.</summary>
    public Vector512<double> Strategy(int period, int node, int move, int type) =>
        strategies.In(period)[layout.FirstChoice(node) + (type * (game.EdgeStart[node + 1] - game.EdgeStart[node])) + move];

    /// <summary>Q: what the owner's type expects of the move in the first period, discounted.</summary>
    public double MoveValue(int lane, int node, int move, int type = 0) =>
        strategies.FirstValues[layout.FirstChoice(node) + (type * (game.EdgeStart[node + 1] - game.EdgeStart[node])) + move][lane];

    /// <summary>What a player expects at a node of the first period under the true types.</summary>
    public double Value(int lane, int node, int player, int profile = 0) => strategies.Value(node, profile, player)[lane];

    /// <summary>Mass of a profile at a start, as in the last round.</summary>
    public double StartMass(int lane, int start, int profile) => masses[(start * profiles) + profile][lane];

    /// <summary>
    /// The owner's belief at a decision node in a period: the chance of a profile given its own type, by Bayes' rule from the strategies; the prior
    /// where nobody comes.
    /// </summary>
    public double Belief(int lane, int period, int node, int profile) => beliefs.Found(period, node, profile)[lane];

    /// <summary>By period, decision node and profile: a game's beliefs over its priors, from which a like game can start.</summary>
    public double[] BeliefRatios(int lane) => beliefs.Ratios(lane);

    /// <summary>
    /// By mark and lane, the probability at the start of the period (0 to the reported number, the last being the end of the last period)
    /// of standing at the node, or for a terminal node of having ended there.
    /// </summary>
    public ReadOnlySpan<double> Occupancy(int period, int node) => path.Occupancy(period, node);

    private void PushForward()
    {
        path.Start(masses);
        path.Record(0);
        for (var period = 0; period < (profiles > 1 ? solved : reported); period++)
        {
            path.Play(strategies.In(period), numbers.EdgeWeights, period, profiles > 1 ? beliefs : null, ends: period < reported);
            if (period < reported)
                path.Record(period + 1);
        }
    }
}
