using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Parses "X told Y that …" in two where the parse of the whole did not put what is told under the verb: each part alone is
/// an easier sentence.
/// </summary>
internal static class ReportSplitter
{
    /// <summary>The first reporting verb and "that" which belong together and are not tied; <see langword="null"/> if none.</summary>
    public static (int Verb, int That)? At(Sentence sentence)
    {
        var indexes = Enumerable.Range(0, sentence.Count).ToArray();
        var clauses = new ThatClauses(sentence, Array.ConvertAll(indexes, sentence.HeadAt), Array.ConvertAll(indexes, sentence.RelationAt), Array.ConvertAll(indexes, sentence.TagAt));
        for (var that = 2; that < sentence.Count - 3; that++)
        {
            if (string.Equals(sentence.FormAt(that), "that", StringComparison.Ordinal) && clauses.Loose(that) is var verb and >= 0) return (verb, that);
        }
        return null;
    }

    /// <summary>The sentence with the report parsed apart; the same one where all is tied.</summary>
    public static Sentence Split(Sentence sentence, Func<List<int>, Sentence> parse)
    {
        if (At(sentence) is not var (verb, that)) return sentence;
        var end = End(sentence, that);
        var matrix = Range(0, that);
        var content = Range(that + 1, end);
        if (IsStop(sentence, sentence.Count - 1) && end == sentence.Count) content.RemoveAt(content.Count - 1);
        if (content.Count < 3) return sentence;
        var outer = parse(matrix);
        if (outer.TagAt(verb) is not PartOfSpeech.Verb) return sentence;
        var merged = new MergedSentence(sentence);
        var root = merged.Take(matrix, outer, -1);
        merged.Report(content, parse(content), verb, that);
        var rest = Range(end + 1, sentence.Count);
        if (rest.Count > 2) merged.Beside(rest, parse(rest), root);
        merged.Rest(root);
        return merged.Build();
    }

    private static List<int> Range(int from, int to) => [.. Enumerable.Range(from, Math.Max(0, to - from))];

    private static bool IsStop(Sentence sentence, int i) => sentence.FormAt(i) == ".";

    // ", and the French say that …", ", while Quito maintains that …": another report begins behind the comma.
    private static int End(Sentence sentence, int that)
    {
        for (var i = that + 4; i < sentence.Count - 4; i++)
        {
            if (sentence.FormAt(i) != "," || sentence.FormAt(i + 1) is not ("and" or "but" or "while" or "though")) continue;
            for (var v = i + 3; v < Math.Min(sentence.Count - 2, i + 9); v++)
            {
                if (sentence.FormAt(v) == "," || sentence.FormAt(v) == "that") break;
                if (sentence.FormAt(v + 1) == "that" && ReportingLexicon.Reports(ThatClauses.VerbLemma(sentence, v))) return i;
            }
        }
        return sentence.Count;
    }
}
