using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Greedy transition parser over <see cref="ParserState"/>: a hidden layer over the words of the configuration in
/// context (after Kiperwasser and Goldberg 2016) and the signals of <see cref="Signals"/>, then a score for each move.
/// </summary>
internal static unsafe class Parser
{
    /// <summary>Largest activation of the hidden layer, in units of 2^-8.</summary>
    private const int LargestActivation = (1 << 12) - 1;

    /// <summary>Parses a sentence that the encoder has read; heads and relations stand in the state.</summary>
    /// <param name="state">Where the tree comes to stand.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="slotParts">What the encoder has made of its words.</param>
    /// <param name="model">The weights.</param>
    public static void Parse(ParserState state, Words words, int* slotParts, SyntaxModel model)
    {
        var scores = stackalloc int[model.Moves.Columns];
        state.Start(words.Count);
        while (!state.IsFinal)
        {
            if (state.CanShift || state.Depth > 1) Score(state, words, slotParts, model, scores);
            state.Apply(state.Best(new ReadOnlySpan<int>(scores, model.Moves.Columns)));
        }
    }

    [SkipLocalsInit]
    private static void Score(ParserState state, Words words, int* slotParts, SyntaxModel model, int* scores)
    {
        Span<int> slots = stackalloc int[Signals.Slots];
        Span<int> rows = stackalloc int[Signals.Count];
        Signals.Read(state, words, slots, rows);
        var width = model.Moves.Inputs;
        var hidden = stackalloc int[width];
        for (var j = 0; j < width; j++) hidden[j] = model.HiddenBias[j];
        for (var k = 0; k < Signals.Slots; k++)
            if (slots[k] < words.Count) Add(slotParts + (((slots[k] * Signals.Slots) + k) * width), model.SlotShift, hidden, width);
        foreach (var row in rows)
            if (row != Signals.NoRow) Add(model.SignalRows + (row * width), hidden, width);
        var active = stackalloc short[width];
        for (var j = 0; j < width; j++) active[j] = (short)Math.Clamp(hidden[j] >> 4, 0, LargestActivation);
        model.Moves.Multiply(active, width, 1, scores);
        Add(model.MoveBias, 0, scores, model.Moves.Columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(int* part, int shift, int* sums, int width)
    {
        for (var j = 0; j < width; j += 16) (Vector512.Load(sums + j) + (Vector512.Load(part + j) >> shift)).Store(sums + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(short* part, int* sums, int width)
    {
        for (var j = 0; j < width; j += 16)
            (Vector512.Load(sums + j) + Vector512.WidenLower(Vector256.Load(part + j).ToVector512Unsafe())).Store(sums + j);
    }
}
