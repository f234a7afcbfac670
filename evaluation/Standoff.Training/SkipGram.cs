using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>
/// Embeddings of forms and affixes from raw text: skip-gram with negative sampling (Mikolov et al. 2013), a word being
/// the sum of its parts (Bojanowski et al. 2017) and every place of the context having its own outputs (Ling et al. 2015).
/// </summary>
internal sealed unsafe class SkipGram(Vocabulary vocabulary, int width, Seeded random) : IDisposable
{
    private const int Negatives = 4;
    private const float FirstRate = 0.02f;
    private static readonly int[] Offsets = [-2, -1, 1, 2];
    private readonly Parameter _parts = new(vocabulary.Rows, width, 0.05f, random, sparse: true);
    private readonly Parameter _outputs = new(vocabulary.Rows * Offsets.Length, width, 0, random, sparse: true);
    private readonly float* _vector = Parameter.Zeros(width);
    private readonly float* _change = Parameter.Zeros(width);
    private int[] _noise = [];

    /// <summary>The table of parts, scaled so that words have a root mean square of <paramref name="size"/>.</summary>
    public Parameter Train(List<string[]> sentences, int epochs, float size)
    {
        var rows = sentences.ConvertAll(RowsOf);
        _noise = Noise(rows);
        var order = rows.ToArray();
        var (total, done) = ((double)epochs * rows.Sum(r => r.Length), 0.0);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var sentence in order)
            {
                for (var i = 0; i < sentence.Length; i += Embedding.Kinds) Learn(sentence, i, FirstRate * (float)Math.Max(0.02, 1 - (done / total)));
                done += sentence.Length;
            }
        }

        Scale(rows, size);
        return _parts;
    }

    /// <summary>The rows of all parts of all words of a sentence, one word after the other.</summary>
    private int[] RowsOf(string[] forms)
    {
        var words = new Words();
        NetworkTraining.Load(forms, words);
        var rows = new int[forms.Length * Embedding.Kinds];
        Span<ulong> keys = stackalloc ulong[Embedding.Kinds];
        for (var i = 0; i < forms.Length; i++)
        {
            Embedding.Keys(words, i, keys);
            for (var kind = 0; kind < Embedding.Kinds; kind++) rows[(i * Embedding.Kinds) + kind] = vocabulary.Row(keys[kind]);
        }

        return rows;
    }

    /// <summary>Words drawn as negatives, by their frequency to the power of 3/4.</summary>
    private static int[] Noise(List<int[]> sentences)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var sentence in sentences)
            for (var i = 0; i < sentence.Length; i += Embedding.Kinds) counts[sentence[i]] = counts.GetValueOrDefault(sentence[i]) + 1;
        return [.. counts.SelectMany(c => Enumerable.Repeat(c.Key, (int)Math.Ceiling(Math.Pow(c.Value, 0.75))))];
    }

    private void Learn(int[] sentence, int at, float rate)
    {
        Sum(sentence, at);
        new Span<float>(_change, width).Clear();
        for (var k = 0; k < Offsets.Length; k++)
        {
            var context = at + (Offsets[k] * Embedding.Kinds);
            if (context < 0 || context >= sentence.Length) continue;
            Predict((sentence[context] * Offsets.Length) + k, 1, rate);
            for (var negative = 0; negative < Negatives; negative++) Predict((_noise[random.Below(_noise.Length)] * Offsets.Length) + k, 0, rate);
        }

        for (var kind = 0; kind < Embedding.Kinds; kind++)
            if (sentence[at + kind] > Embedding.UnknownRow) Gemm.AddTo(_parts.Row(sentence[at + kind]), _change, width);
    }

    private void Sum(int[] sentence, int at)
    {
        new Span<float>(_vector, width).Clear();
        for (var kind = 0; kind < Embedding.Kinds; kind++)
            if (sentence[at + kind] > Embedding.UnknownRow) Gemm.AddTo(_vector, _parts.Row(sentence[at + kind]), width);
    }

    private void Predict(int output, float truth, float rate)
    {
        var row = _outputs.Row(output);
        var dot = Vector512<float>.Zero;
        for (var j = 0; j < width; j += 16) dot = Vector512.FusedMultiplyAdd(Vector512.Load(_vector + j), Vector512.Load(row + j), dot);
        var step = Vector512.Create(rate * (truth - (1 / (1 + MathF.Exp(-Vector512.Sum(dot))))));
        for (var j = 0; j < width; j += 16)
        {
            var weights = Vector512.Load(row + j);
            Vector512.FusedMultiplyAdd(step, weights, Vector512.Load(_change + j)).Store(_change + j);
            Vector512.FusedMultiplyAdd(step, Vector512.Load(_vector + j), weights).Store(row + j);
        }
    }

    /// <summary>Frees the outputs; the table of parts lives on with its user.</summary>
    public void Dispose()
    {
        _outputs.Dispose();
        NativeMemory.AlignedFree(_vector);
        NativeMemory.AlignedFree(_change);
    }

    private void Scale(List<int[]> sentences, float size)
    {
        var (squares, count) = (0.0, 0);
        foreach (var sentence in sentences.Take(2000))
        {
            for (var i = 0; i < sentence.Length; i += Embedding.Kinds, count += width)
            {
                Sum(sentence, i);
                for (var j = 0; j < width; j++) squares += _vector[j] * _vector[j];
            }
        }

        var factor = size / (float)Math.Sqrt(squares / count);
        Console.WriteLine($"embeddings scaled by {factor:F3}");
        for (var i = 0L; i < _parts.Size; i++) _parts.Values[i] *= factor;
    }
}
