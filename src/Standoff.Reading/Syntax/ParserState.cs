namespace Standoff.Reading.Syntax;

/// <summary>
/// Arc-hybrid configuration: stack, front of the buffer, arcs so far. The artificial root stands at the end of the
/// buffer and takes the last word on the stack, so that every tree has one root.
/// </summary>
internal sealed class ParserState
{
    private int[] _stack = [];
    private int _depth;

    /// <summary>Number of relations, the width of a block of labelled moves.</summary>
    public const int Labels = (int)Relation.Xcomp + 1;

    /// <summary>Number of moves: shift, then left arcs, then right arcs, by relation.</summary>
    public const int Moves = 1 + (2 * Labels);

    public int Count { get; private set; }

    /// <summary>Front of the buffer; equal to <see cref="Count"/> when only the artificial root is left.</summary>
    public int Front { get; private set; }

    public int Depth => _depth;

    public int[] Heads { get; private set; } = [];

    public byte[] Relations { get; private set; } = [];

    public int[] Left1 { get; private set; } = [];

    public int[] Left2 { get; private set; } = [];

    public int[] Right1 { get; private set; } = [];

    public int[] Right2 { get; private set; } = [];

    public byte[] LeftValency { get; private set; } = [];

    public byte[] RightValency { get; private set; } = [];

    /// <summary>Sets of relations of the dependents to the left, a bit each.</summary>
    public ulong[] LeftSet { get; private set; } = [];

    public ulong[] RightSet { get; private set; } = [];

    public bool IsFinal => Front == Count && _depth == 0;

    public void Start(int count)
    {
        (Count, Front, _depth) = (count, 0, 0);
        if (_stack.Length < count + 2) Grow((count + 2) * 2);
        var none = count + 1;
        for (var i = 0; i <= none; i++)
        {
            Heads[i] = -1;
            Relations[i] = 0;
            Left1[i] = Left2[i] = Right1[i] = Right2[i] = none;
            LeftValency[i] = RightValency[i] = 0;
            LeftSet[i] = RightSet[i] = 0;
        }
    }

    private void Grow(int capacity)
    {
        _stack = new int[capacity];
        Heads = new int[capacity];
        Relations = new byte[capacity];
        Left1 = new int[capacity];
        Left2 = new int[capacity];
        Right1 = new int[capacity];
        Right2 = new int[capacity];
        LeftValency = new byte[capacity];
        RightValency = new byte[capacity];
        LeftSet = new ulong[capacity];
        RightSet = new ulong[capacity];
    }

    /// <summary>The word at a depth of the stack, 0 on top; "no word" below the bottom.</summary>
    public int Stack(int depth) => depth < _depth ? _stack[_depth - 1 - depth] : Count + 1;

    /// <summary>The word at a distance in the buffer; "no word" after the root.</summary>
    public int Buffer(int distance) => Front + distance <= Count ? Front + distance : Count + 1;

    public bool CanShift => Front < Count;

    public bool CanLeft => _depth > 0 && (Front < Count || _depth == 1);

    public bool CanRight => _depth > 1;

    public void Apply(int move)
    {
        if (move == 0)
        {
            _stack[_depth++] = Front++;
            return;
        }

        var word = _stack[--_depth];
        if (move <= Labels) AttachLeft(Front, word, move - 1);
        else AttachRight(_stack[_depth - 1], word, move - 1 - Labels);
    }

    private void AttachLeft(int head, int word, int relation)
    {
        (Heads[word], Relations[word]) = (head, (byte)relation);
        (Left2[head], Left1[head]) = (Left1[head], word);
        if (LeftValency[head] < 7) LeftValency[head]++;
        LeftSet[head] |= 1ul << relation;
    }

    private void AttachRight(int head, int word, int relation)
    {
        (Heads[word], Relations[word]) = (head, (byte)relation);
        (Right2[head], Right1[head]) = (Right1[head], word);
        if (RightValency[head] < 7) RightValency[head]++;
        RightSet[head] |= 1ul << relation;
    }

    /// <summary>The legal move with the highest score; the first of equals.</summary>
    public int Best(ReadOnlySpan<int> scores)
    {
        const int root = 1 + (int)Relation.Root;
        if (Front == Count && _depth == 1) return root;
        var best = CanShift ? 0 : -1;
        if (CanLeft) best = BestIn(scores, 1, best, root);
        if (CanRight) best = BestIn(scores, 1 + Labels, best, root + Labels);
        return best;
    }

    private static int BestIn(ReadOnlySpan<int> scores, int from, int best, int root)
    {
        for (var move = from; move < from + Labels; move++)
            if (move != root && (best < 0 || scores[move] > scores[best])) best = move;
        return best;
    }
}
