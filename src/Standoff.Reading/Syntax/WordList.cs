namespace Standoff.Reading.Syntax;

/// <summary>What a form can be when text is cut into sentences and words.</summary>
[Flags]
internal enum WordKind
{
    None = 0,
    Title = 1,
    Number = 2,
    Month = 4,
    Ambiguous = 8,
    Inner = 16,
    Prefix = 32,
    Unit = 64,
    Opener = 128,
    Says = 256,
    Abbreviation = Title | Number | Month | Ambiguous | Inner,
}

/// <summary>The shipped word list of splitter and tokenizer, <c>Resources/tokenization.tsv</c>.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, WordKind>.AlternateLookup<ReadOnlySpan<char>> _kinds;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _joined;

    private WordList(IEnumerable<string> lines)
    {
        var kinds = new Dictionary<string, WordKind>(512, StringComparer.OrdinalIgnoreCase);
        var joined = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var form = line[..tab];
            var kind = line.AsSpan(tab + 1, line.IndexOf('\t', tab + 1) - tab - 1);
            if (kind.StartsWith("joined:")) joined[form] = kind[^1] - '0';
            else kinds[form] = kinds.GetValueOrDefault(form) | KindOf(kind);
        }

        _kinds = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        _joined = joined.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static WordKind KindOf(ReadOnlySpan<char> name) => name switch
    {
        "title" => WordKind.Title,
        "number" => WordKind.Number,
        "month" => WordKind.Month,
        "ambiguous" => WordKind.Ambiguous,
        "inner" => WordKind.Inner,
        "prefix" => WordKind.Prefix,
        "unit" => WordKind.Unit,
        "opener" => WordKind.Opener,
        "says" => WordKind.Says,
        _ => throw new FormatException($"\"{name}\" is no kind of word."),
    };

    public static WordList Shipped { get; } = new(SyntaxResources.Lines("tokenization.tsv").Skip(1));

    public WordKind this[ReadOnlySpan<char> form] => _kinds.TryGetValue(form, out var kind) ? kind : WordKind.None;

    public bool Is(ReadOnlySpan<char> form, WordKind kind) => (this[form] & kind) != WordKind.None;

    /// <summary>Length of the first word in a form that is two words; 0 for all others.</summary>
    public int FirstWordOf(ReadOnlySpan<char> form) => _joined.TryGetValue(form, out var length) ? length : 0;
}
