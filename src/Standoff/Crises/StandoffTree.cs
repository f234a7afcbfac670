using System.Collections.Concurrent;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;

namespace Standoff.Crises;

/// <summary>The moves of the standoff game.</summary>
public enum StandoffMove
{
    /// <summary>Challenger: keep things as they are.</summary>
    Hold,

    /// <summary>Challenger: climb one rung.</summary>
    Climb,

    /// <summary>Challenger: an ultimatum with an exit offer.</summary>
    Ultimatum,

    /// <summary>Challenger: drop the demand.</summary>
    Drop,

    /// <summary>Challenger: a raid.</summary>
    Raid,

    /// <summary>Challenger: an invasion.</summary>
    Invade,

    /// <summary>Leader: defy.</summary>
    Defy,

    /// <summary>Leader: make a counter-offer.</summary>
    CounterOffer,

    /// <summary>Leader: give way; where the demand is his departure, leave.</summary>
    Leave,

    /// <summary>Challenger: accept the counter-offer.</summary>
    Accept,

    /// <summary>Challenger: refuse the counter-offer.</summary>
    Refuse,
}

/// <summary>
/// One week of the standoff game as a tree, from every state that can be reached from a start: 8 public states on each rung, 48 in all. First the
/// week's mover is drawn: challenger, leader, or nobody. The challenger holds, climbs, gives an ultimatum with an exit offer, drops the demand, raids or invades;
/// the leader defies, gives way, or makes a counter-offer which the challenger at once accepts or refuses. If the standoff is still open,
/// nature makes at most one move: an incident (one rung up), a change of the coalition's cohesion, a lapse of the exit offer,
/// the leader's fall, or the fading of the crisis.
/// </summary>
internal sealed class StandoffTree
{
    public const int Challenger = 0;
    public const int Leader = 1;
    private const int Marks = 4;
    // Below a show of force there are no forces at hand to raid or invade with.
    private const int ForcesAtHand = (int)Rung.ShowOfForce;
    private static readonly StandoffTree[] Trees = new StandoffTree[2 * ((int)Rung.LimitedStrikes + 1)];

    private readonly FiniteHorizonGame.Builder builder = new(2, Marks);
    private readonly int[] terminals = new int[(int)Ending.Other + 1];
    private readonly List<Place> places = [];
    private int edges;

    // Buffers of finished solves, for the next one: they are large, and every solve overwrites all that it reads.
    private readonly ConcurrentDictionary<(int Horizon, int Solved), ConcurrentBag<StandoffWorkspace>> idle = [];

    private StandoffTree(int lowestRung, bool ultimatum)
    {
        AddPlaces(lowestRung, ultimatum);
        AddNodes();
        foreach (var place in places)
            Connect(place);
        (Game, var numbers) = builder.Build();
        foreach (var place in places)
            place.Renumber(numbers);
        Separated = new int[Game.NodeCount];
        Array.Fill(Separated, -1);
        foreach (var place in places)
        {
            var pressed = place.Ultimatum || place.Rung > (int)StandoffState.Outset.Rung;
            Separated[place.ChallengerNode] = Separated[place.LeaderNode] = Separated[place.AnswerNode] = pressed ? StandoffTypes.Space.ProfileCount - 1 : 0;
        }
    }

    /// <summary>The shape.</summary>
    public FiniteHorizonGame Game { get; }

    /// <summary>All public states, by number.</summary>
    public IReadOnlyList<Place> Places => places;

    /// <summary>
    /// By node, the types that a mover takes for sure where moves separate them: a challenger that climbed or gave an ultimatum is determined, a
    /// leader who then still defies resolute; −1 where nobody moves.
    /// </summary>
    public int[] Separated { get; }

    /// <summary>Terminal node of an ending.</summary>
    public int Terminal(Ending ending) => terminals[(int)ending];

    /// <summary>The place a standoff starts from.</summary>
    public Place Find(StandoffState state) =>
        places.Find(p => p.Rung == (int)state.StandingRung && p.Ultimatum == state.UltimatumGiven && p.Exit == state.ExitOffered && p.Cracked == (state.Cohesion == Cohesion.Cracked))!;

    /// <summary>The tree for starts of this rung; rungs and ultimatums are never taken back, so a higher start needs a smaller tree.</summary>
    public static StandoffTree From(StandoffState start)
    {
        var key = Key(start);
        return Volatile.Read(ref Trees[key]) ?? (Trees[key] = new StandoffTree((int)start.StandingRung, start.UltimatumGiven));
    }

    /// <summary>Equal for starts that share a tree.</summary>
    public static int Key(StandoffState start) => (2 * (int)start.StandingRung) + (start.UltimatumGiven ? 1 : 0);

    /// <summary>Buffers for solves of these lengths, used ones where there are some.</summary>
    public StandoffWorkspace Borrow(int horizon, int solved) =>
        idle.TryGetValue((horizon, solved), out var bag) && bag.TryTake(out var workspace)
            ? workspace
            : new StandoffWorkspace(new FiniteHorizonNumbers(Game, StandoffTypes.Space), new FiniteHorizonLogit(Game, solved, horizon, StandoffTypes.Space));

    /// <summary>Keeps buffers for the next solve.</summary>
    public void GiveBack(StandoffWorkspace workspace) => idle.GetOrAdd((workspace.Solver.ReportedPeriods, workspace.Solver.SolvedPeriods), _ => []).Add(workspace);

    private void AddPlaces(int lowestRung, bool ultimatum)
    {
        for (var rung = lowestRung; rung <= (int)Rung.LimitedStrikes; rung++)
        {
            for (var flags = ultimatum ? 4 : 0; flags < 8; flags++)
                places.Add(new Place { Rung = rung, Ultimatum = (flags & 4) != 0, Exit = (flags & 2) != 0, Cracked = (flags & 1) != 0 });
        }
    }

    // Layer by layer, in the order in which a week runs.
    private void AddNodes()
    {
        places.ForEach(p => p.WeekNode = builder.Add(FiniteHorizonGame.Chance));
        places.ForEach(p => p.ChallengerNode = builder.Add(Challenger));
        places.ForEach(p => p.LeaderNode = builder.Add(Leader));
        places.ForEach(p => p.AnswerNode = builder.Add(Challenger));
        places.ForEach(p => p.RaidNode = p.Rung < ForcesAtHand ? -1 : builder.Add(FiniteHorizonGame.Chance));
        places.ForEach(p => p.InvasionNode = p.Rung < ForcesAtHand ? -1 : builder.Add(FiniteHorizonGame.Chance));
        places.ForEach(p => p.StrikeNode = p.Rung == (int)Rung.LimitedStrikes - 1 ? builder.Add(FiniteHorizonGame.Chance) : -1);
        places.ForEach(p => p.NatureNode = builder.Add(FiniteHorizonGame.Chance));
        for (var ending = Ending.Compliance; ending <= Ending.Other; ending++)
            terminals[(int)ending] = builder.Add(FiniteHorizonGame.Terminal);
    }

    private void Connect(Place place)
    {
        place.ChallengerMoves = Edge(place.WeekNode, place.ChallengerNode);
        place.LeaderMoves = Edge(place.WeekNode, place.LeaderNode);
        place.NobodyMoves = Edge(place.WeekNode, place.NatureNode);
        ConnectChallenger(place);
        ConnectLeader(place);
        ConnectNature(place);
    }

    private void ConnectChallenger(Place place)
    {
        Move(place, StandoffMove.Hold, place.ChallengerNode, place.NatureNode);
        if (place.Rung < (int)Rung.LimitedStrikes)
            Move(place, StandoffMove.Climb, place.ChallengerNode, place.StrikeNode < 0 ? Above(place).NatureNode : place.StrikeNode, ForceAt(place.Rung + 1));
        if (!(place.Ultimatum && place.Exit))
            Move(place, StandoffMove.Ultimatum, place.ChallengerNode, At(place.Rung, true, true, place.Cracked).NatureNode);
        Move(place, StandoffMove.Drop, place.ChallengerNode, Terminal(Ending.Withdrawal));
        if (place.StrikeNode >= 0)
        {
            place.StrikesEnforce = Edge(place.StrikeNode, Terminal(Ending.Compliance));
            place.StrikesGoOn = Edge(place.StrikeNode, Above(place).NatureNode);
        }

        if (place.Rung >= ForcesAtHand)
            ConnectForce(place);
    }

    private void ConnectForce(Place place)
    {
        Move(place, StandoffMove.Raid, place.ChallengerNode, place.RaidNode, Force.Raid);
        Move(place, StandoffMove.Invade, place.ChallengerNode, place.InvasionNode, Force.Invasion);
        // Where the demand is no departure, a successful raid enforces it: the two edges share the chance of success.
        place.RaidRemoves = Edge(place.RaidNode, Terminal(Ending.ForcibleRemoval));
        place.RaidEnforces = Edge(place.RaidNode, Terminal(Ending.Compliance));
        place.RaidFails = Edge(place.RaidNode, At((int)Rung.LimitedStrikes, place.Ultimatum, place.Exit, place.Cracked).NatureNode);
        place.InvasionRemoves = Edge(place.InvasionNode, Terminal(Ending.ForcibleRemoval));
        place.InvasionFails = Edge(place.InvasionNode, Terminal(Ending.Other));
    }

    // With an exit offer, and a demand that is a departure, leaving is a negotiated exit: one of the two edges has weight 0.
    private void ConnectLeader(Place place)
    {
        Move(place, StandoffMove.Defy, place.LeaderNode, place.NatureNode);
        Move(place, StandoffMove.CounterOffer, place.LeaderNode, place.AnswerNode);
        Move(place, StandoffMove.Leave, place.LeaderNode, Terminal(Ending.Compliance));
        place.LeavesOnTerms = place.Exit ? Edge(place.LeaderNode, Terminal(Ending.NegotiatedExit)) : -1;
        Move(place, StandoffMove.Accept, place.AnswerNode, Terminal(Ending.Compromise));
        Move(place, StandoffMove.Refuse, place.AnswerNode, place.NatureNode);
    }

    private void ConnectNature(Place place)
    {
        place.Nothing = Next(place, place);
        place.Incident = place.Rung < (int)Rung.LimitedStrikes ? Next(place, Above(place), ForceAt(place.Rung + 1)) : -1;
        place.CohesionTurns = Next(place, At(place.Rung, place.Ultimatum, place.Exit, !place.Cracked));
        place.OfferLapses = place.Exit ? Next(place, At(place.Rung, place.Ultimatum, false, place.Cracked)) : -1;
        place.Falls = Edge(place.NatureNode, Terminal(Ending.InternalExit));
        place.Fades = Edge(place.NatureNode, Terminal(Ending.Other));
    }

    private Place At(int rung, bool ultimatum, bool exit, bool cracked) =>
        places.Find(p => p.Rung == rung && p.Ultimatum == ultimatum && p.Exit == exit && p.Cracked == cracked)!;

    private Place Above(Place place) => At(place.Rung + 1, place.Ultimatum, place.Exit, place.Cracked);

    private static Force ForceAt(int rung) => rung == (int)Rung.LimitedStrikes ? Force.Limited : Force.None;

    private int Next(Place from, Place to, Force force = Force.None) => Edge(from.NatureNode, to.WeekNode, true, force);

    private void Move(Place place, StandoffMove move, int from, int to, Force force = Force.None) =>
        place.Moves[(int)move] = Edge(from, to, false, force);


    private int Edge(int from, int to, bool nextPeriod = false, Force force = Force.None)
    {
        builder.Connect(from, to, nextPeriod, (int)force);
        return edges++;
    }

    /// <summary>One public state: its nodes and the edges that leave them; −1 where there is none.</summary>
    internal sealed class Place
    {
        public required int Rung { get; init; }

        public required bool Ultimatum { get; init; }

        public required bool Exit { get; init; }

        public required bool Cracked { get; init; }

        public int WeekNode, ChallengerNode, LeaderNode, AnswerNode, RaidNode, InvasionNode, StrikeNode, NatureNode;
        public int ChallengerMoves, LeaderMoves, NobodyMoves;
        public int RaidRemoves = -1, RaidEnforces = -1, RaidFails = -1, InvasionRemoves = -1, InvasionFails = -1, StrikesEnforce = -1, StrikesGoOn = -1;
        public int LeavesOnTerms, Nothing, Incident, CohesionTurns, OfferLapses, Falls, Fades;

        /// <summary>By move: its edge.</summary>
        public int[] Moves { get; } = [.. Enumerable.Repeat(-1, (int)StandoffMove.Refuse + 1)];

        public int this[StandoffMove move] => Moves[(int)move];

        /// <summary>Where the move is made.</summary>
        public int NodeOf(StandoffMove move) => move switch
        {
            <= StandoffMove.Invade => ChallengerNode,
            <= StandoffMove.Leave => LeaderNode,
            _ => AnswerNode,
        };

        public void Renumber(int[] numbers)
        {
            for (var i = 0; i < Moves.Length; i++)
                To(ref Moves[i]);
            To(ref ChallengerMoves);
            To(ref LeaderMoves);
            To(ref NobodyMoves);
            To(ref RaidRemoves);
            To(ref RaidEnforces);
            To(ref RaidFails);
            To(ref InvasionRemoves);
            To(ref InvasionFails);
            To(ref StrikesEnforce);
            To(ref StrikesGoOn);
            To(ref LeavesOnTerms);
            To(ref Nothing);
            To(ref Incident);
            To(ref CohesionTurns);
            To(ref OfferLapses);
            To(ref Falls);
            To(ref Fades);

            void To(ref int edge) => edge = edge < 0 ? edge : numbers[edge];
        }
    }
}

/// <summary>Buffers of a solve of draws side by side.</summary>
internal sealed record StandoffWorkspace(FiniteHorizonNumbers Numbers, FiniteHorizonLogit Solver);
