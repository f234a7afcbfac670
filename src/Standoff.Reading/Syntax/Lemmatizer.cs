using System.Buffers;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Lemmas by part of speech: the treebanks' own for forms whose lemma the rules do not give, else the rules of English
/// inflection.
/// </summary>
internal sealed class Lemmatizer
{
    private static readonly Lazy<Lemmatizer> ShippedLemmas = new(() => new Lemmatizer(SyntaxResources.Lines("english-lemmas.tsv").Skip(1)));
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");
    private readonly Dictionary<string, string> _lemmas = new(StringComparer.Ordinal);

    /// <summary>A lemmatizer over exceptions to the rules.</summary>
    /// <param name="lines">Lower-case form, universal tag, lemma, parted by tabs.</param>
    public Lemmatizer(IEnumerable<string> lines)
    {
        foreach (var columns in lines.Select(line => line.Split('\t')))
            _lemmas[Key(columns[0], Enum.Parse<PartOfSpeech>(columns[1]))] = columns[2];
    }

    public static Lemmatizer Shipped => ShippedLemmas.Value;

    public string Lemma(string form, PartOfSpeech tag, string pennTag)
    {
        var lower = Lower(form);
        return _lemmas.TryGetValue(Key(lower, tag), out var lemma) ? lemma : ByRule(form, lower, tag, pennTag);
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

    private static string Key(string lower, PartOfSpeech tag) => lower + (char)('\u0001' + (int)tag);

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
