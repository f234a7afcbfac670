using Standoff.Games.Solvers;

namespace Standoff.Crises;

/// <summary>
/// What is kept of one solved draw beside its paths: by move and own type its probability and value, what each side expects, how probable each
/// type is at the start, and how the solution came about.
/// </summary>
internal readonly ref struct StandoffRecord(StandoffWorkspace workspace, int lane, Span<double> record)
{
    public const int Types = 2;
    public const int Moves = (int)StandoffMove.Refuse + 1;
    public const int Players = 2;
    // By move and type: probability and value.
    public const int Choices = Moves * Types * 2;
    public const int TypesAt = Choices + Players;
    public const int ResidualAt = TypesAt + (Players * Types);
    public const int RoundsAt = ResidualAt + 1;
    public const int Size = RoundsAt + 1;

    private readonly Span<double> record = record;

    private FiniteHorizonLogit Solver => workspace.Solver;

    public static int ChoiceAt(StandoffMove move, int type) => (((int)move * Types) + type) * 2;

    public void Write(StandoffTree.Place place, StandoffOpening opening)
    {
        for (var move = StandoffMove.Hold; move <= StandoffMove.Refuse; move++)
        {
            for (var type = 0; type < Types; type++)
                WriteChoice(place, move, type);
        }

        WriteTypes(place, opening);
        record[ResidualAt] = Solver.Residual[lane];
        record[RoundsAt] = Solver.Rounds[lane];
    }

    private void WriteChoice(StandoffTree.Place place, StandoffMove move, int type)
    {
        var (node, at) = (place.NodeOf(move), ChoiceAt(move, type));
        if (place[move] < 0)
        {
            (record[at], record[at + 1]) = (0, double.NaN);
            return;
        }

        var turn = place[move] - workspace.Numbers.Game.EdgeStart[node];
        record[at] = Solver.Probability(lane, 0, node, turn, type);
        record[at + 1] = Solver.MoveValue(lane, node, turn, type);
        // Leaving on terms is the same move to another ending.
        if (move == StandoffMove.Leave && place.LeavesOnTerms >= 0)
            record[at] += Solver.Probability(lane, 0, node, place.LeavesOnTerms - workspace.Numbers.Game.EdgeStart[node], type);
    }

    // The profiles that start at the place; where nobody does, those before anything is seen.
    private void WriteTypes(StandoffTree.Place place, StandoffOpening opening)
    {
        var space = StandoffTypes.Space;
        Span<double> masses = stackalloc double[space.ProfileCount];
        masses.Clear();
        for (var start = 0; start < opening.Starts.Length; start++)
        {
            for (var profile = 0; profile < masses.Length && opening.Starts[start].Node == place.WeekNode; profile++)
                masses[profile] += Solver.StartMass(lane, start, profile);
        }

        var all = 0.0;
        for (var profile = 0; profile < masses.Length; profile++)
            all += masses[profile];
        for (var profile = 0; profile < masses.Length; profile++)
        {
            var share = all > 0 ? masses[profile] / all : Prior(profile);
            for (var player = 0; player < Players; player++)
            {
                record[Choices + player] += share * Solver.Value(lane, place.WeekNode, player, profile);
                record[TypesAt + (player * Types) + space.TypeOf(player, profile)] += share;
            }
        }
    }

    private double Prior(int profile)
    {
        var chance = 1.0;
        for (var player = 0; player < Players; player++)
            chance *= workspace.Numbers.TypeChance(player, StandoffTypes.Space.TypeOf(player, profile))[lane];
        return chance;
    }
}
