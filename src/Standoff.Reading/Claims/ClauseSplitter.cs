using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Parses what stands on either side of ", and", ", but", ", while" apart where both sides are clauses by their words and
/// the parse of the whole made none of the second.
/// </summary>
internal static class ClauseSplitter
{
    private const int LongestLead = 14;

    /// <summary>Where the sentence parts: the comma; <see langword="null"/> if all clauses are found.</summary>
    public static int? At(Sentence sentence)
    {
        for (var i = 4; i < sentence.Count - 4; i++)
        {
            if (IsJoint(sentence, i) && Verb(sentence, i + 2) is var verb and >= 0 && HasVerb(sentence, i) && !IsFound(sentence, i, verb)) return i;
        }
        return null;
    }

    /// <summary>The sentence with its second clause parsed apart; the same one where nothing is lost.</summary>
    public static Sentence Split(Sentence sentence, Func<List<int>, Sentence> parse)
    {
        if (At(sentence) is not { } comma) return sentence;
        var (left, right) = (Range(0, comma), Range(comma + 2, sentence.Count));
        var (first, second) = (parse(left), parse(right));
        var merged = new MergedSentence(sentence);
        var root = merged.Take(left, first, -1);
        merged.Join(right, second, root, comma + 1);
        merged.Rest(root);
        return merged.Build();
    }

    private static List<int> Range(int from, int to) => [.. Enumerable.Range(from, Math.Max(0, to - from))];

    private static bool IsJoint(Sentence sentence, int i) => sentence.FormAt(i) == "," && sentence.FormAt(i + 1) is "and" or "but" or "yet" or "so" or "while" or "whereas" or "though" or "although";

    // The first tensed verb of the right side, if a subject opens that side and nothing makes it a relative clause.
    private static int Verb(Sentence sentence, int from)
    {
        var subject = false;
        for (var i = from; i < Math.Min(sentence.Count - 1, from + LongestLead); i++)
        {
            if (sentence.PennTagAt(i) is "WP" or "WDT" or "WRB" or "WP$" || sentence.FormAt(i) is "that" or ":" or ";" or "\"" or "“" or "”") return -1;
            if (sentence.PennTagAt(i) is "MD" or "VBD" or "VBZ" or "VBP") return subject ? i : -1;
            if (sentence.TagAt(i) == PartOfSpeech.Verb) return -1;
            subject |= sentence.TagAt(i) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron;
        }
        return -1;
    }

    private static bool HasVerb(Sentence sentence, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (sentence.PennTagAt(i) is "MD" or "VBD" or "VBZ" or "VBP") return true;
        }
        return false;
    }

    // Whether a clause with a subject of its own begins behind the joint.
    private static bool IsFound(Sentence sentence, int comma, int verb)
    {
        var head = sentence.TagAt(verb) == PartOfSpeech.Aux || sentence.PennTagAt(verb) == "MD" ? sentence.HeadAt(verb) : verb;
        if (head < 0) head = verb;
        if (head < comma) return false;
        foreach (var c in sentence.ChildrenAt(head))
        {
            if (c > comma && c < head && sentence.RelationAt(c) is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj or Relation.Expl or Relation.NsubjOuter) return true;
        }
        return false;
    }
}
