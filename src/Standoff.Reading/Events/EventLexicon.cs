using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Events;

/// <summary>A sense of a verb or predicate adjective (<c>verbs.tsv</c>).</summary>
/// <param name="Words">Words that must stand with it beside its preposition: particles, parts of an idiom.</param>
/// <param name="Preposition">Preposition of the object that the sense is about; empty for a plain object.</param>
/// <param name="IdiomNoun">Noun that must stand after the preposition; empty for none.</param>
/// <param name="Objects">What the object must be, one of them: a class of nouns, a form of clause, a kind of phrase.</param>
/// <param name="Operator">What it does to the act of its object.</param>
/// <param name="Code">The code, where the sense has one of its own.</param>
/// <param name="Prepositions">Prepositions of the recipient.</param>
internal sealed record VerbSense(
    ImmutableArray<string> Words, string Preposition, string IdiomNoun, ImmutableArray<string> Objects, EventOperator Operator, EventCode? Code, ImmutableArray<string> Prepositions)
{
    /// <summary>How much the sense asks for: those that ask for more are tried first, a clause counts for two words.</summary>
    public int Size => Words.Length + (Preposition.Length > 0 ? 1 : 0) + (IdiomNoun.Length > 0 ? 1 : 0) + (Objects[0] is "to" or "objto" or "adjto" ? 2 : 0);
}

/// <summary>A noun as an act or a class of objects (<c>nouns.tsv</c>).</summary>
/// <param name="Class">Class that the verbs' senses ask for.</param>
/// <param name="Code">The act that it names, if it names one.</param>
/// <param name="Operator">What it does to the act of its complement, where it is no act itself ("the end of the blockade").</param>
/// <param name="Prepositions">Prepositions of the recipient of the act.</param>
/// <param name="IsAlone">Whether the noun tells the act without a verb.</param>
internal sealed record NounSense(string Class, EventCode? Code, EventOperator Operator, ImmutableArray<string> Prepositions, bool IsAlone);

/// <summary>The words that tell political events.</summary>
internal static class EventLexicon
{
    /// <summary>Longest noun of the lexicon in words.</summary>
    public const int LongestNoun = 4;

    private static readonly SenseTable<VerbSense> Verbs = new("Events.Resources.verbs.tsv", FirstWord, Verb, senses => [.. senses.OrderByDescending(s => s.Size)]);
    private static readonly SenseTable<NounSense> Nouns = new("Events.Resources.nouns.tsv", noun => noun, Noun, senses => senses);
    private static readonly HashSet<string> NounHeads = HeadsOf(Nouns.Words);
    private static readonly Dictionary<string, string> Inflected = Forms();

    /// <summary>The senses of a verb or adjective, those that ask for more first.</summary>
    /// <param name="lemma">Its lemma.</param>
    /// <param name="form">Its form in lower case, for forms whose lemma is not found.</param>
    public static ImmutableArray<VerbSense> Verb(string lemma, string form)
    {
        if (Verbs.Find(lemma) is { IsDefault: false } senses) return senses;
        return Inflected.TryGetValue(form, out var verb) ? Verbs.Find(verb) : [];
    }

    /// <summary>Whether a noun of the lexicon has the word for its head; most words of a text have none.</summary>
    public static bool IsNounHead(string lemma) => NounHeads.Contains(lemma) || lemma.Length > 3 && lemma[^1] == 's' && NounHeads.Contains(lemma[..^1]);

    /// <summary>Whether a form is one of a verb of the lexicon.</summary>
    public static bool HasVerb(string form) => Inflected.ContainsKey(form.ToLowerInvariant());

    /// <summary>The lexicon's verb of a form; the form itself if there is none.</summary>
    public static string LemmaOf(string form) => Inflected.GetValueOrDefault(form.ToLowerInvariant(), form);

    /// <summary>Whether the verb asks somebody, its object, to do something.</summary>
    public static bool TakesObjectAndClause(string lemma, string form)
    {
        foreach (var sense in Verb(lemma, form))
        {
            if (sense.Operator is EventOperator.Demand or EventOperator.Order or EventOperator.Permit or EventOperator.Forbid) return true;
        }
        return false;
    }

    /// <summary>The senses of a noun, also of several words ("air strike").</summary>
    /// <remarks>Nouns that the treebanks keep in the plural ("troops", "talks") are found by their singular too.</remarks>
    public static ImmutableArray<NounSense> Noun(string lemma)
    {
        if (Nouns.Find(lemma) is { IsDefault: false } senses) return senses;
        return lemma.Length > 3 && lemma[^1] == 's' && Nouns.Find(lemma[..^1]) is { IsDefault: false } singular ? singular : [];
    }

    private static string FirstWord(string key) => key.IndexOf(' ') is var space and > 0 ? key[..space] : key;

    // "State of emergency" is found at its first word, "air strike" and "cease-fire" at their last.
    private static HashSet<string> HeadsOf(IEnumerable<string> nouns)
    {
        var heads = new HashSet<string>(StringComparer.Ordinal);
        foreach (var noun in nouns)
        {
            heads.Add(noun[(noun.LastIndexOfAny([' ', '-']) + 1)..]);
            if (noun.IndexOf(" of ", StringComparison.Ordinal) is var of and > 0) heads.Add(noun[..of]);
        }
        return heads;
    }

    private static Dictionary<string, string> Forms()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var verb in Verbs.Words)
        {
            foreach (var form in VerbForms.Of(verb))
                if (!Verbs.Contains(form)) forms.TryAdd(form, verb);
        }
        foreach (var row in ResourceTable.Read("Events.Resources.irregular.tsv"))
            if (Verbs.Contains(row[1]) && !Verbs.Contains(row[0])) forms.TryAdd(row[0], row[1]);
        return forms;
    }

    private static VerbSense Verb(string[] cells)
    {
        var words = cells[0].Split(' ');
        var plus = Array.FindIndex(words, w => w[0] == '+');
        var end = plus < 0 ? words.Length : plus;
        var isOperator = Enum.TryParse<EventOperator>(cells[2], ignoreCase: true, out var op) && !char.IsAsciiDigit(cells[2][0]);
        return new VerbSense(
            [.. words[1..end]], plus < 0 ? "" : words[plus][1..], plus >= 0 && plus + 1 < words.Length ? words[^1] : "",
            [.. cells[1].Split(',')], isOperator ? op : EventOperator.Do, isOperator ? null : EventCode.Of(cells[2]), List(cells[3]));
    }

    private static NounSense Noun(string[] cells)
    {
        var isCode = char.IsAsciiDigit(cells[2][0]);
        var op = !isCode && cells[2] != "-" ? Enum.Parse<EventOperator>(cells[2], ignoreCase: true) : EventOperator.None;
        return new NounSense(cells[1], isCode ? EventCode.Of(cells[2]) : null, op, List(cells[3]), cells[4] == "yes");
    }

    private static ImmutableArray<string> List(string cell) => cell is "-" or "" ? [] : [.. cell.Split(',')];
}
