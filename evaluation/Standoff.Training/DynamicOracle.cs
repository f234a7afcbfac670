using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>
/// How many gold arcs a move makes unreachable in the arc-hybrid system (Goldberg and Nivre 2013), so that the parser
/// learns from configurations that its own errors lead to.
/// </summary>
internal sealed class DynamicOracle
{
    private readonly GoldSentence _gold;
    private readonly int[][] _children;

    public DynamicOracle(GoldSentence gold)
    {
        _gold = gold;
        _children = new int[gold.Count + 1][];
        var lists = gold.Heads.Select((head, i) => (head, i)).ToLookup(p => p.head, p => p.i);
        for (var i = 0; i <= gold.Count; i++) _children[i] = [.. lists[i]];
    }

    public int ShiftCost(ParserState state)
    {
        if (!state.CanShift) return int.MaxValue;
        var (b, top) = (state.Front, state.Stack(0));
        var head = _gold.Heads[b];
        return (head < b && head != top && OnStack(state, head) ? 1 : 0) + _children[b].Count(c => c < b && OnStack(state, c));
    }

    public int LeftCost(ParserState state)
    {
        if (!state.CanLeft) return int.MaxValue;
        var (s, head) = (state.Stack(0), _gold.Heads[state.Stack(0)]);
        return (head != state.Front && (head > state.Front || head == state.Stack(1)) ? 1 : 0) + Pending(state, s);
    }

    public int RightCost(ParserState state)
    {
        if (!state.CanRight) return int.MaxValue;
        var s = state.Stack(0);
        return (_gold.Heads[s] >= state.Front ? 1 : 0) + Pending(state, s);
    }

    public bool IsGold(int head, int word) => _gold.Heads[word] == head;

    public int Relation(int word) => (int)_gold.Relations[word];

    private int Pending(ParserState state, int word) => _children[word].Count(c => c >= state.Front);

    private static bool OnStack(ParserState state, int word) => word < state.Front && state.Heads[word] < 0;
}
