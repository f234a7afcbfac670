using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>The weights of the network by name: embeddings, two bidirectional layers, tags, moves.</summary>
internal sealed class Network
{
    public const int Width = 128;
    public const int Units = 128;
    public const int Hidden = 128;

    /// <summary>Columns of tags and moves: their numbers rounded up to the lanes of a vector.</summary>
    public const int TagColumns = 96;
    public const int MoveColumns = 112;

    public Network(Parameter pretrained, Vocabulary vocabulary, int tags, Seeded random)
    {
        if (tags > TagColumns || ParserState.Moves > MoveColumns) throw new InvalidOperationException("Too many tags or moves for the columns of the network.");
        (Pretrained, Embeddings) = (pretrained, new Parameter(pretrained.Rows, Width, 0.02f, random, sparse: true));
        ShareOut(vocabulary);
        First = [new LstmLayer(Width, Units, false, random), new LstmLayer(Width, Units, true, random)];
        Second = [new LstmLayer(2 * Units, Units, false, random), new LstmLayer(2 * Units, Units, true, random)];
        TagWeights = new Parameter(2 * Units, TagColumns, 0.1f, random);
        TagBias = new Parameter(1, TagColumns, 0, random);
        Slots = new Parameter(2 * Units, Signals.Slots * Hidden, MathF.Sqrt(6f / ((2 * Units * Signals.Slots) + Hidden)), random);
        SignalRows = new Parameter(Signals.Rows, Hidden, 0.05f, random, sparse: true);
        HiddenBias = new Parameter(1, Hidden, 0, random);
        Moves = new Parameter(Hidden, MoveColumns, MathF.Sqrt(6f / (Hidden + MoveColumns)), random);
        MoveBias = new Parameter(1, MoveColumns, 0, random);
        All = [Embeddings, .. First.Concat(Second).SelectMany(l => l.Parameters), TagWeights, TagBias, Slots, SignalRows, HiddenBias, Moves, MoveBias];
    }

    public IReadOnlyList<Parameter> All { get; }

    /// <summary>What raw text taught of words; not trained further.</summary>
    public Parameter Pretrained { get; }

    public Parameter Embeddings { get; }

    public LstmLayer[] First { get; }

    public LstmLayer[] Second { get; }

    public Parameter TagWeights { get; }

    public Parameter TagBias { get; }

    public Parameter Slots { get; }

    public Parameter SignalRows { get; }

    public Parameter HiddenBias { get; }

    public Parameter Moves { get; }

    public Parameter MoveBias { get; }

    /// <summary>Words keep what raw text taught apart from what the treebanks add; affixes are trained further.</summary>
    private unsafe void ShareOut(Vocabulary vocabulary)
    {
        for (var row = 0; row < Pretrained.Rows; row++)
        {
            if (vocabulary.IsWord(row)) continue;
            Gemm.AddTo(Embeddings.Row(row), Pretrained.Row(row), Width);
            new Span<float>(Pretrained.Row(row), Width).Clear();
        }
    }

    /// <summary>Joins both parts of every word in the table that ships; words that only raw text held take the part of unknown words.</summary>
    public unsafe void Join(Vocabulary vocabulary)
    {
        for (var row = Embedding.FirstRow; row < Pretrained.Rows; row++)
        {
            if (!vocabulary.IsWord(row)) continue;
            if (vocabulary.Count(row) == 0) new Span<float>(Embeddings.Row(Embedding.UnknownRow), Width).CopyTo(new Span<float>(Embeddings.Row(row), Width));
            Gemm.AddTo(Embeddings.Row(row), Pretrained.Row(row), Width);
        }
    }
}
