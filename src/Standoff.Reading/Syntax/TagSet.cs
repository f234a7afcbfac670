namespace Standoff.Reading.Syntax;

/// <summary>The joint tags that the tagger chooses from: a universal and a Penn tag each, numbered.</summary>
internal sealed class TagSet
{
    private readonly PartOfSpeech[] _universal;
    private readonly string[] _penn;

    /// <summary>The inventory from its names.</summary>
    /// <param name="names">Each "NOUN NN"; the place in the list is the number.</param>
    public TagSet(string[] names)
    {
        Names = names;
        _universal = Array.ConvertAll(names, n => PartOfSpeechNames.Parse(n.AsSpan(0, n.IndexOf(' ', StringComparison.Ordinal))));
        _penn = Array.ConvertAll(names, n => n[(n.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }

    public IReadOnlyList<string> Names { get; }

    public int Count => Names.Count;

    public PartOfSpeech Universal(int tag) => _universal[tag];

    public string Penn(int tag) => _penn[tag];
}
