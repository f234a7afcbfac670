using System.Text;

namespace Standoff.Reading.Syntax;

/// <summary>The shipped weights, opened where the loader mapped them: embeddings, two recurrent layers, tags, moves.</summary>
internal sealed unsafe class SyntaxModel
{
    /// <summary>First bytes of the file: name and version of the layout.</summary>
    public const uint Magic = 0x324E5953;

    /// <summary>Bytes to which every section is aligned.</summary>
    public const int Alignment = 64;

    private static readonly Lazy<SyntaxModel> ShippedModel = new(() => Open((UnmanagedMemoryStream)SyntaxResources.Open("english.weights")));
    private readonly Stream _owner;

    /// <summary>A model over memory that <paramref name="owner"/> keeps in place.</summary>
    public SyntaxModel(Stream owner, byte* start)
    {
        _owner = owner;
        var sections = new SectionReader(start);
        Tags = new TagSet(Encoding.UTF8.GetString(sections.Bytes(out var length), length).Split('\n'));
        Embeddings = new EmbeddingTable(sections);
        Squash = new SquashTables((short*)sections.Bytes(out _));
        First = [Layer(sections, backwards: false), Layer(sections, backwards: true)];
        Second = [Layer(sections, backwards: false), Layer(sections, backwards: true)];
        TagWeights = Matrix(sections);
        TagBias = (int*)sections.Bytes(out _);
        Slots = Matrix(sections);
        SlotShift = sections.Number();
        SignalRows = (short*)sections.Bytes(out _);
        HiddenBias = (short*)sections.Bytes(out _);
        Moves = Matrix(sections);
        MoveBias = (int*)sections.Bytes(out _);
    }

    public static SyntaxModel Shipped => ShippedModel.Value;

    public TagSet Tags { get; }

    public EmbeddingTable Embeddings { get; }

    public SquashTables Squash { get; }

    public RecurrentLayer[] First { get; }

    public RecurrentLayer[] Second { get; }

    /// <summary>Units of one direction of a layer.</summary>
    public int Units => TagWeights.Inputs / 2;

    public IntegerMatrix TagWeights { get; }

    public int* TagBias { get; }

    /// <summary>From the states of a word to its part in the hidden layer, for each slot of a configuration.</summary>
    public IntegerMatrix Slots { get; }

    public int SlotShift { get; }

    /// <summary>Parts of the signals in the hidden layer, in units of 2^-12.</summary>
    public short* SignalRows { get; }

    public short* HiddenBias { get; }

    public IntegerMatrix Moves { get; }

    public int* MoveBias { get; }

    /// <summary>Bytes of the whole file.</summary>
    public long Size => _owner.Length;

    private static SyntaxModel Open(UnmanagedMemoryStream stream) => new(stream, stream.PositionPointer);

    private RecurrentLayer Layer(SectionReader sections, bool backwards) =>
        new(Matrix(sections), Matrix(sections), (int*)sections.Bytes(out _), sections.Number(), sections.Number(), Squash, backwards);

    private static IntegerMatrix Matrix(SectionReader sections)
    {
        var (inputs, columns) = (sections.Number(), sections.Number());
        return new IntegerMatrix((short*)sections.Bytes(out _), inputs, columns);
    }
}

/// <summary>
/// Walks the sections of the file. A section is its kind and length or value, and for bytes the content at the next
/// aligned place.
/// </summary>
internal sealed unsafe class SectionReader
{
    private readonly byte* _start;
    private int _next;

    public SectionReader(byte* start)
    {
        if (*(uint*)start != SyntaxModel.Magic) throw new InvalidDataException("The weights are of another version than this reader.");
        _start = start;
        _next = SyntaxModel.Alignment;
    }

    public int Number()
    {
        var value = *(int*)(_start + _next);
        _next += SyntaxModel.Alignment;
        return value;
    }

    public byte* Bytes(out int length)
    {
        length = Number();
        var content = _start + _next;
        _next += (length + SyntaxModel.Alignment - 1) / SyntaxModel.Alignment * SyntaxModel.Alignment;
        return content;
    }
}
