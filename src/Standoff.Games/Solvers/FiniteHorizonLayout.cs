using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>Places of a shape's nodes in the buffers of a solver, whatever the starts and numbers.</summary>
internal sealed class FiniteHorizonLayout
{
    private readonly int[] firstChoice;
    private readonly int[] restingPlace;
    private readonly bool[] isConstant;
    private readonly int[] firstTurn;

    public FiniteHorizonLayout(FiniteHorizonGame game, TypeSpace types)
    {
        firstChoice = new int[game.NodeCount];
        restingPlace = new int[game.NodeCount];
        isConstant = new bool[game.NodeCount];
        var begins = new bool[game.NodeCount];
        begins[0] = true;
        foreach (var slot in game.EdgeSlot)
            begins[slot % game.NodeCount] |= slot >= game.NodeCount;
        for (var node = 0; node < game.NodeCount; node++)
        {
            firstChoice[node] = ChoiceCount;
            ChoiceCount += game.Owner[node] >= 0 ? (game.EdgeStart[node + 1] - game.EdgeStart[node]) * types.Count(game.Owner[node]) : 0;
            restingPlace[node] = begins[node] || game.Owner[node] == FiniteHorizonGame.Terminal ? RestingCount++ : -1;
        }

        for (var node = game.NodeCount - 1; node >= 0; node--)
            isConstant[node] = game.Owner[node] < 0 && LeadsToConstants(game, node);
        firstTurn = new int[game.NodeCount + 1];
        var turns = new List<int>();
        for (var node = 0; node < game.NodeCount; node++)
        {
            for (var edge = game.EdgeStart[node]; game.Owner[node] == FiniteHorizonGame.Chance && edge < game.EdgeStart[node + 1]; edge++)
            {
                if (game.EdgeSlot[edge] >= game.NodeCount || !isConstant[game.EdgeSlot[edge]])
                    turns.AddRange([edge, game.EdgeSlot[edge]]);
            }

            firstTurn[node + 1] = turns.Count;
        }

        Turns = [.. turns];
        Beginnings = [.. Enumerable.Range(0, game.NodeCount).Where(node => begins[node] && game.Owner[node] != FiniteHorizonGame.Terminal)];
    }

    /// <summary>Choice probabilities of one period: by decision node, own type and move.</summary>
    public int ChoiceCount { get; }

    /// <summary>Nodes on which probability stands between periods.</summary>
    public int RestingCount { get; }

    /// <summary>Nodes that a period can begin with.</summary>
    public int[] Beginnings { get; }

    /// <summary>Turns of chance to what is not constant, node by node: the edge, then where it leads.</summary>
    public int[] Turns { get; }

    /// <summary>Where a node's turns begin; the last node's end where one more would begin.</summary>
    public int FirstTurn(int node) => firstTurn[node];

    /// <summary>The first choice of a decision node's first type.</summary>
    public int FirstChoice(int node) => firstChoice[node];

    /// <summary>A node's number among those on which probability stands between periods; −1 for the others.</summary>
    public int RestingPlace(int node) => restingPlace[node];

    /// <summary>Whether a node has the same value in every period: play ends there, or chance alone decides how it ends at once.</summary>
    public bool IsConstant(int node) => isConstant[node];

    private bool LeadsToConstants(FiniteHorizonGame game, int node)
    {
        for (var edge = game.EdgeStart[node]; edge < game.EdgeStart[node + 1]; edge++)
        {
            if (game.EdgeSlot[edge] >= game.NodeCount || !isConstant[game.EdgeSlot[edge]])
                return false;
        }

        return true;
    }
}
