using System.Runtime.InteropServices;

namespace Standoff.Reading.Syntax;

/// <summary>
/// The vectors of the words of sentences in context: sums of embeddings through two bidirectional recurrent layers. The
/// first gives the tags, the second each word's parts in the parser's hidden layer. Memory is kept between batches.
/// </summary>
internal sealed unsafe class Encoder : IDisposable
{
    private readonly SyntaxModel _model;
    private short* _vectors;
    private short* _first;
    private short* _second;
    private int* _tagSums;
    private int* _slotParts;
    private int _capacity;

    public Encoder(SyntaxModel model) => _model = model;

    /// <summary>
    /// Parts of the words from a place on: those of word i for slot k of a configuration at (i · slots + k) · width of the
    /// hidden layer, not yet shifted into its units.
    /// </summary>
    public int* SlotParts(int start) => _slotParts + (start * _model.Slots.Columns);

    /// <summary>Tags the words of a batch and makes ready what the parser reads.</summary>
    public void Run(EncoderBatch batch)
    {
        var n = batch.Words;
        Reserve(n);
        for (var lane = 0; lane < batch.Count; lane++) Embed(batch[lane], _vectors + (batch.Start(lane) * _model.Embeddings.Width));
        Layer(_model.First, batch, _vectors, _model.Embeddings.Width, _first);
        _model.TagWeights.Multiply(_first, 2 * _model.Units, n, _tagSums);
        for (var lane = 0; lane < batch.Count; lane++) Tag(batch[lane], _tagSums + (batch.Start(lane) * _model.TagWeights.Columns));
        Layer(_model.Second, batch, _first, 2 * _model.Units, _second);
        _model.Slots.Multiply(_second, 2 * _model.Units, n, _slotParts);
    }

    private void Embed(Words words, short* vectors)
    {
        Span<ulong> keys = stackalloc ulong[Embedding.Kinds];
        for (var i = 0; i < words.Count; i++)
        {
            Embedding.Keys(words, i, keys);
            _model.Embeddings.Sum(keys, vectors + (i * _model.Embeddings.Width));
        }
    }

    private void Layer(RecurrentLayer[] layer, EncoderBatch batch, short* x, int width, short* output)
    {
        layer[0].Run(batch, x, width, output, 2 * _model.Units);
        layer[1].Run(batch, x, width, output + _model.Units, 2 * _model.Units);
    }

    private void Tag(Words words, int* sums)
    {
        var bias = _model.TagBias;
        for (var i = 0; i < words.Count; i++, sums += _model.TagWeights.Columns)
        {
            var (best, most) = (0, sums[0] + bias[0]);
            for (var tag = 1; tag < _model.Tags.Count; tag++)
                if (sums[tag] + bias[tag] > most) (best, most) = (tag, sums[tag] + bias[tag]);
            words.SetTag(i, best);
        }
    }

    private void Reserve(int words)
    {
        if (words <= _capacity) return;
        Release();
        _capacity = Math.Max(256, words * 3 / 2);
        _vectors = (short*)Memory(_capacity * _model.Embeddings.Width * sizeof(short));
        _first = (short*)Memory(_capacity * 2 * _model.Units * sizeof(short));
        _second = (short*)Memory(_capacity * 2 * _model.Units * sizeof(short));
        _tagSums = (int*)Memory(_capacity * _model.TagWeights.Columns * sizeof(int));
        _slotParts = (int*)Memory(_capacity * _model.Slots.Columns * sizeof(int));
    }

    private static void* Memory(int bytes) => NativeMemory.AlignedAlloc((nuint)bytes, SyntaxModel.Alignment);

    private void Release()
    {
        foreach (var memory in (ReadOnlySpan<nint>)[(nint)_vectors, (nint)_first, (nint)_second, (nint)_tagSums, (nint)_slotParts])
            NativeMemory.AlignedFree((void*)memory);
    }

    public void Dispose()
    {
        Release();
        _vectors = _first = _second = null;
        _tagSums = _slotParts = null;
        _capacity = 0;
    }
}
