using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Standoff.Games.Solvers;

namespace Standoff.Crises;

/// <summary>
/// What moves tell of the types in the game at the defaults, begun where the games at hand begin: beliefs over priors, by week, decision and types. Found
/// once for each start that is in use.
/// </summary>
internal static class StandoffReference
{
    private static readonly ConditionalWeakTable<StandoffStart, ConcurrentDictionary<(bool Departure, int Weeks), double[]>> Known = [];

    /// <summary>The ratios of <see cref="FiniteHorizonLogit.BeliefRatios"/>.</summary>
    public static double[] BeliefRatios(StandoffStart start, bool departure, StandoffOptions options) =>
        Known.GetValue(start, _ => new()).GetOrAdd((departure, options.SolvedWeeks), key => Solve(start, key.Departure, options));

    private static double[] Solve(StandoffStart start, bool departure, StandoffOptions options)
    {
        var tree = StandoffTree.From(StandoffOpening.Lowest(start));
        var workspace = tree.Borrow(options.HorizonWeeks, options.SolvedWeeks);
        var opening = new StandoffOpening(tree, start);
        workspace.Solver.Solve(workspace.Numbers, opening.Starts, opening.Fill, turn: EnterOnce());
        var found = workspace.Solver.BeliefRatios(0);
        tree.GiveBack(workspace);
        return found;

        FiniteHorizonTurn EnterOnce()
        {
            StandoffNumbers.Write(tree, workspace.Numbers, 0, StandoffParameters.Default with { DemandIsDeparture = departure });
            var lanes = 1;
            return (_, _) =>
            {
                var entering = lanes;
                lanes = 0;
                return entering;
            };
        }
    }
}
