using System.Buffers;
using System.Text;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Lemmas by part of speech: the treebanks' own for forms whose lemma the rules do not give, else the rules of English
/// inflection.
/// </summary>
internal sealed unsafe class Lemmatizer
{
    private const int LongestForm = 40;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");
    private static readonly Lazy<Lemmatizer> ShippedLemmas = new(() => Open((UnmanagedMemoryStream)SyntaxResources.Open("english-lemmas.tsv")));
    private readonly Stream _owner;
    private readonly byte* _rows;
    private readonly int _length;

    /// <summary>A lemmatizer over exceptions to the rules, searched where they lie in memory.</summary>
    /// <param name="owner">Keeps the memory in place.</param>
    /// <param name="start">A header line, then form in lower case, universal tag and lemma, parted by tabs, in the order of their bytes.</param>
    /// <param name="length">Number of bytes.</param>
    public Lemmatizer(Stream owner, byte* start, int length)
    {
        var header = new ReadOnlySpan<byte>(start, length).IndexOf((byte)'\n') + 1;
        (_owner, _length) = (owner, length - header);
        _rows = start + header;
    }

    public static Lemmatizer Shipped => ShippedLemmas.Value;

    /// <summary>Bytes of the table.</summary>
    public long Size => _owner.Length;

    private static Lemmatizer Open(UnmanagedMemoryStream stream) => new(stream, stream.PositionPointer, (int)stream.Length);

    public string Lemma(string form, PartOfSpeech tag, string pennTag)
    {
        var lower = Lower(form);
        return Exception(lower, tag) ?? ByRule(form, lower, tag, pennTag);
    }

    private string? Exception(string lower, PartOfSpeech tag)
    {
        if (lower.Length > LongestForm) return null;
        Span<byte> key = stackalloc byte[(LongestForm * 3) + 16];
        var length = Encoding.UTF8.GetBytes(lower, key);
        key[length++] = (byte)'\t';
        length += Encoding.UTF8.GetBytes(PartOfSpeechNames.Of(tag), key[length..]);
        key[length++] = (byte)'\t';
        return Find(key[..length]);
    }

    /// <summary>Binary search over lines by their bytes.</summary>
    private string? Find(ReadOnlySpan<byte> key)
    {
        var rows = new ReadOnlySpan<byte>(_rows, _length);
        var (low, high) = (0, _length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var line = rows[..middle].LastIndexOf((byte)'\n') + 1;
            var end = line + rows[line..].IndexOf((byte)'\n');
            var row = rows[line..end];
            if (row.StartsWith(key)) return Encoding.UTF8.GetString(row[key.Length..]);
            if (row.SequenceCompareTo(key) < 0) low = end + 1;
            else high = line;
        }

        return null;
    }

    /// <summary>Lower case with straight apostrophes: the key of the table.</summary>
    public static string Lower(string form) => form.ToLowerInvariant().Replace('\u2019', '\'');

    /// <summary>The lemma that the rules alone give.</summary>
    public static string ByRule(string form, string lower, PartOfSpeech tag, string pennTag) => pennTag switch
    {
        "NNS" or "VBZ" => tag is PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.Aux ? WithoutS(lower) : lower,
        "NNPS" => WithoutS(form),
        "VBG" when tag is PartOfSpeech.Verb or PartOfSpeech.Aux => Without(lower, "ing"),
        "VBD" or "VBN" when tag is PartOfSpeech.Verb or PartOfSpeech.Aux => Without(lower, "ed"),
        "JJR" or "RBR" => Without(lower, "er"),
        "JJS" or "RBS" => Without(lower, "est"),
        "NNP" or "FW" or "GW" or "ADD" => form,
        _ => tag == PartOfSpeech.Propn ? form : lower,
    };

    private static string WithoutS(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("zzes", StringComparison.Ordinal) => word[..^2],
        { Length: > 2 } when word[^1] == 's' && word[^2] != 's' => word[..^1],
        _ => word,
    };

    private static string Without(string word, string ending)
    {
        if (word.Length < ending.Length + 2 || !word.EndsWith(ending, StringComparison.Ordinal)) return word;
        var stem = word[..^ending.Length];
        if (!stem.AsSpan().ContainsAny(Vowels)) return ending == "ing" ? word : stem + "e";
        var last = stem[^1];
        if (ending[0] == 'e' && last == 'i') return stem[..^1] + "y";
        if (last == stem[^2] && last is not ('s' or 'l' or 'f' or 'z' or 'e' or 'o')) return stem[..^1];
        return TakesE(stem) ? stem + "e" : stem;
    }

    /// <summary>Whether a stem has lost a final e: after v, c, z, u, single s, soft g, consonant + l, -at, -ut, -or(e) and the like.</summary>
    private static bool TakesE(string stem)
    {
        var (last, before) = (stem[^1], stem[^2]);
        if (last is 'v' or 'c' or 'z' or 'u') return true;
        if (last == 's') return before is not ('s' or 'u') || stem.EndsWith("us", StringComparison.Ordinal);
        if (last == 'g') return before is 'd' or 'r' or 'a' or 'e' or 'u' or 'l' || stem.EndsWith("ang", StringComparison.Ordinal);
        if (last == 'l') return before is 'b' or 'd' or 't' or 'p' or 'g' or 'k' or 'f' or 'z';
        if (last == 't') return stem.EndsWith("at", StringComparison.Ordinal) && !IsVowel(stem, 3) || stem.EndsWith("ut", StringComparison.Ordinal) && stem.Length > 3 && !IsVowel(stem, 3) || stem.EndsWith("it", StringComparison.Ordinal) && stem.EndsWith("cit", StringComparison.Ordinal);
        return last is 'r' && (before is 'i' or 'u' && !IsVowel(stem, 3) || stem.EndsWith("tor", StringComparison.Ordinal) || stem.EndsWith("lor", StringComparison.Ordinal));
    }

    private static bool IsVowel(string stem, int fromEnd) => stem.Length >= fromEnd && "aeiou".Contains(stem[^fromEnd]);
}
