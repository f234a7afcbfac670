using System.Runtime.InteropServices;

namespace Standoff.Reading.Syntax;

/// <summary>
/// The vectors of a sentence's words in context: sums of embeddings through two bidirectional recurrent layers. The
/// first gives the tags, the second each word's parts in the parser's hidden layer. Memory is kept between sentences.
/// </summary>
internal sealed unsafe class Encoder : IDisposable
{
    private readonly SyntaxModel _model;
    private short* _vectors;
    private short* _first;
    private short* _second;
    private int* _sums;
    private int _capacity;

    public Encoder(SyntaxModel model) => _model = model;

    /// <summary>Parts of word i for slot k of a configuration: at (i · slots + k) · width of the hidden layer.</summary>
    public int* SlotParts { get; private set; }

    /// <summary>Tags the words and makes ready what the parser reads.</summary>
    public void Run(Words words)
    {
        var n = words.Count;
        Reserve(n);
        Embed(words);
        Layer(_model.First, _vectors, _model.Embeddings.Width, n, _first);
        Tag(words);
        Layer(_model.Second, _first, 2 * _model.Units, n, _second);
        _model.Slots.Multiply(_second, 2 * _model.Units, n, SlotParts);
        var (count, shift) = (n * _model.Slots.Columns, _model.SlotShift);
        for (var i = 0; i < count; i++) SlotParts[i] >>= shift;
    }

    private void Embed(Words words)
    {
        Span<ulong> keys = stackalloc ulong[Embedding.Kinds];
        for (var i = 0; i < words.Count; i++)
        {
            Embedding.Keys(words, i, keys);
            _model.Embeddings.Sum(keys, _vectors + (i * _model.Embeddings.Width));
        }
    }

    private void Layer(RecurrentLayer[] layer, short* x, int width, int n, short* output)
    {
        layer[0].Run(x, width, n, output, 2 * _model.Units, _sums);
        layer[1].Run(x, width, n, output + _model.Units, 2 * _model.Units, _sums);
    }

    private void Tag(Words words)
    {
        var (tags, columns) = (_model.Tags, _model.TagWeights.Columns);
        _model.TagWeights.Multiply(_first, 2 * _model.Units, words.Count, _sums);
        for (var i = 0; i < words.Count; i++)
        {
            var (scores, best) = ((nint)(_sums + (i * columns)), 0);
            for (var tag = 1; tag < tags.Count; tag++)
                if (((int*)scores)[tag] + _model.TagBias[tag] > ((int*)scores)[best] + _model.TagBias[best]) best = tag;
            words.SetTag(i, best);
        }
    }

    private void Reserve(int words)
    {
        if (words <= _capacity) return;
        Release();
        _capacity = Math.Max(64, words * 3 / 2);
        _vectors = (short*)Memory(_capacity * _model.Embeddings.Width * sizeof(short));
        _first = (short*)Memory(_capacity * 2 * _model.Units * sizeof(short));
        _second = (short*)Memory(_capacity * 2 * _model.Units * sizeof(short));
        _sums = (int*)Memory(_capacity * 4 * _model.Units * sizeof(int));
        SlotParts = (int*)Memory(_capacity * _model.Slots.Columns * sizeof(int));
    }

    private static void* Memory(int bytes) => NativeMemory.AlignedAlloc((nuint)bytes, SyntaxModel.Alignment);

    private void Release()
    {
        foreach (var memory in (ReadOnlySpan<nint>)[(nint)_vectors, (nint)_first, (nint)_second, (nint)_sums, (nint)SlotParts])
            NativeMemory.AlignedFree((void*)memory);
    }

    public void Dispose()
    {
        Release();
        _vectors = _first = _second = null;
        _sums = SlotParts = null;
        _capacity = 0;
    }
}
