using System.Text;

namespace Standoff.Reading.Syntax;

/// <summary>The shipped weights: tag inventory, tagger, word classes, parser. Opened where the loader mapped them.</summary>
internal sealed unsafe class SyntaxModel
{
    /// <summary>First bytes of the file: name and version of the layout.</summary>
    public const uint Magic = 0x314E5953;

    private static readonly Lazy<SyntaxModel> ShippedModel = new(() => new SyntaxModel((UnmanagedMemoryStream)SyntaxResources.Open("english.weights")));
    private readonly Stream _stream;

    private SyntaxModel(UnmanagedMemoryStream stream)
        : this(stream, stream.PositionPointer)
    {
    }

    /// <summary>A model over memory that <paramref name="owner"/> keeps in place.</summary>
    public SyntaxModel(Stream owner, byte* start)
    {
        if (*(uint*)start != Magic) throw new InvalidDataException("The weights are of another version than this reader.");
        _stream = owner;
        var sections = (int*)(start + 4);
        Tags = new TagSet(Encoding.UTF8.GetString(start + sections[0], sections[1]).Split('\n'));
        WordClasses = new WeightTable(start + sections[2]);
        Tagger = new WeightTable(start + sections[3]);
        Parser = new WeightTable(start + sections[4]);
    }

    public static SyntaxModel Shipped => ShippedModel.Value;

    public TagSet Tags { get; }

    /// <summary>Word to the number of its class: the set of tags that it bore in the treebanks.</summary>
    public WeightTable WordClasses { get; }

    public WeightTable Tagger { get; }

    public WeightTable Parser { get; }

    /// <summary>Bytes of the whole file.</summary>
    public long Size => _stream.Length;
}
