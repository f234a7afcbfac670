using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Sentences whose first or last words say that the rest is not known: "What is less clear, however, is how …",
/// "Whether it works is anyone's guess". Read from the words, since parsers seldom agree on them.
/// </summary>
internal static class UnknownOpenings
{
    /// <summary>The cue and the stretches that are not known; <see langword="null"/> for other sentences.</summary>
    public static (TokenRange Cue, IReadOnlyList<TokenRange> Contents)? Of(SentenceTree tree) => Cleft(tree) ?? Guess(tree) ?? Supposed(tree) ?? Fragment(tree);

    // "What is (also, less) unclear (, however,) is REST".
    private static (TokenRange, IReadOnlyList<TokenRange>)? Cleft(SentenceTree tree)
    {
        var i = 0;
        while (i < tree.Count && (tree.Tag(i) == PartOfSpeech.Punct || tree.Word(i) is "but" or "and" or "yet")) i++;
        if (i + 4 > tree.Count || tree.Word(i) != "what" || tree.Word(i + 1) is not ("is" or "remains" or "was" or "'s")) return null;
        var (first, negated) = (i, false);
        for (i += 2; i < Math.Min(tree.Count, first + 8); i++)
        {
            var word = tree.Word(i);
            if (word is "not" or "less" or "far") negated = true;
            if (WordClasses.IsHedge(word, "unknown-adjective") || negated && WordClasses.IsHedge(word, "known-adjective")) break;
            if (tree.Tag(i) is not (PartOfSpeech.Adv or PartOfSpeech.Part or PartOfSpeech.Adp or PartOfSpeech.Adj)) return null;
        }
        var cue = i;
        for (i++; i < Math.Min(tree.Count, cue + 6); i++)
        {
            if (tree.Word(i) is "is" or "are" or "was" or "remains") return (new TokenRange(first, cue), Parts(tree, i + 1, Last(tree)));
        }
        return null;
    }

    // "WHETHER … is anyone's guess", "… is impossible to tell", "… remains to be seen".
    private static (TokenRange, IReadOnlyList<TokenRange>)? Guess(SentenceTree tree)
    {
        var first = 0;
        while (first < tree.Count && (tree.Tag(first) == PartOfSpeech.Punct || tree.Word(first) is "but" or "and" or "yet" or "exactly" or "just")) first++;
        var last = Last(tree);
        if (first + 4 > last || !tree.IsInterrogative(first)) return null;
        for (var i = first + 2; i <= last - 1; i++)
        {
            if (tree.Word(i) is not ("is" or "are" or "remains" or "remain" or "was")) continue;
            var rest = string.Join(' ', Enumerable.Range(i + 1, last - i).Select(tree.Word));
            if (IsGuess(rest)) return (new TokenRange(i, last), Parts(tree, first, i - 1));
        }
        return null;
    }

    // "Suppose we do land", "whether it works nobody can say".
    private static (TokenRange, IReadOnlyList<TokenRange>)? Supposed(SentenceTree tree)
    {
        var first = 0;
        while (first < tree.Count - 1 && (tree.Tag(first) == PartOfSpeech.Punct || tree.Word(first) is "but" or "and" or "yet" or "so")) first++;
        var last = Last(tree);
        if (tree.Word(first) == "suppose" && last > first + 1 && tree.OwnSubject(first) < 0) return (new TokenRange(first, first), [new TokenRange(first + 1, last)]);
        if (!tree.IsInterrogative(first) || tree.Word(last) is not ("say" or "tell" or "know" or "knows" or "knew" or "judge")) return null;
        for (var i = last - 1; i > first + 3; i--)
        {
            if (tree.Word(i) is "nobody" or "none" || tree.Word(i) == "one" && tree.Word(i - 1) == "no") return (new TokenRange(i, last), Parts(tree, first, tree.Word(i) == "one" ? i - 2 : i - 1));
        }
        return null;
    }

    // "Above all, what they would do next.": a question without its frame answers one asked before.
    private static (TokenRange, IReadOnlyList<TokenRange>)? Fragment(SentenceTree tree)
    {
        var first = 0;
        for (var i = 0; i < Math.Min(5, tree.Count); i++)
        {
            if (tree.Word(i) == "," && tree.Tag(Math.Max(0, i - 1)) != PartOfSpeech.Verb) first = i + 1;
        }
        var last = Last(tree);
        if (first + 2 > last || tree.Word(first) is not ("what" or "who" or "whether" or "how" or "why") || tree.Word(tree.Count - 1) != ".") return null;
        var finite = 0;
        for (var i = first; i <= last; i++)
        {
            if (tree.Penn(i) is "MD" or "VBD" or "VBZ" or "VBP") finite++;
        }
        return finite == 1 ? (new TokenRange(first, first), [new TokenRange(first, last)]) : null;
    }

    private static bool IsGuess(string rest) => rest is "anyone 's guess" or "anybody 's guess" or "impossible to tell" or "impossible to say" or "impossible to know" or "hard to tell" or "hard to say" or "to be seen"
        || rest.Length < 40 && rest.Split(' ') is var words && words.Length <= 3 && WordClasses.IsHedge(words[^1], "unknown-adjective")
        || rest.StartsWith("the question", StringComparison.Ordinal) || rest is "a mystery" or "the great unknown"
        || rest is "not clear" or "not known" or "not certain" or "an open question";

    /// <summary>The questions of a stretch, each of its own.</summary>
    // Series of questions part at ", and how", ", whether"; each is a claim of its own.
    public static List<TokenRange> Parts(SentenceTree tree, int first, int last)
    {
        var parts = new List<TokenRange>();
        var start = first;
        for (var i = first + 1; i <= last; i++)
        {
            var asks = tree.IsInterrogative(i) && tree.Word(i - 1) is "," or "and" or "or" && i - start > 2;
            if (!asks) continue;
            var end = i - 1;
            while (end > start && (tree.Tag(end) == PartOfSpeech.Punct || tree.Word(end) is "and" or "or")) end--;
            parts.Add(new TokenRange(start, end));
            start = i;
        }
        if (start <= last) parts.Add(new TokenRange(start, last));
        return parts;
    }

    private static int Last(SentenceTree tree)
    {
        var last = tree.Count - 1;
        while (last > 0 && tree.Tag(last) == PartOfSpeech.Punct) last--;
        return last;
    }
}
