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
    private readonly int[] _starts;

    /// <summary>A lemmatizer over exceptions to the rules, found where they lie in memory.</summary>
    /// <param name="owner">Keeps the memory in place.</param>
    /// <param name="start">A header line, then form in lower case, universal tag and lemma, parted by tabs.</param>
    /// <param name="length">Number of bytes.</param>
    public Lemmatizer(Stream owner, byte* start, int length)
    {
        var header = new ReadOnlySpan<byte>(start, length).IndexOf((byte)'\n') + 1;
        (_owner, _length) = (owner, length - header);
        _rows = start + header;
        _starts = Index(new ReadOnlySpan<byte>(_rows, _length));
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

    private string? Find(ReadOnlySpan<byte> key)
    {
        var rows = new ReadOnlySpan<byte>(_rows, _length);
        for (var slot = Slot(key, _starts.Length); _starts[slot] >= 0; slot = (slot + 1) & (_starts.Length - 1))
        {
            var row = rows[_starts[slot]..];
            if (row.StartsWith(key)) return Encoding.UTF8.GetString(row[key.Length..row.IndexOf((byte)'\n')]);
        }

        return null;
    }

    /// <summary>Where the rows start, by a hash of form and tag; -1 for an empty slot. Under half of the slots are taken.</summary>
    private static int[] Index(ReadOnlySpan<byte> rows)
    {
        var starts = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * rows.Count((byte)'\n')) + 2)];
        Array.Fill(starts, -1);
        for (int start = 0, end; start < rows.Length; start = end + 1)
        {
            end = start + rows[start..].IndexOf((byte)'\n');
            if (end < start) break;
            var slot = Slot(rows[start..(start + rows[start..end].LastIndexOf((byte)'\t') + 1)], starts.Length);
            while (starts[slot] >= 0) slot = (slot + 1) & (starts.Length - 1);
            starts[slot] = start;
        }

        return starts;
    }

    private static int Slot(ReadOnlySpan<byte> key, int slots)
    {
        var h = 2166136261u;
        foreach (var b in key) h = (h ^ b) * 16777619u;
        return (int)FeatureHash.Finish(h) & (slots - 1);
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
