using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>A stretch of tokens, both ends included.</summary>
internal readonly record struct TokenRange(int First, int Last)
{
    public bool IsEmpty => Last < First;

    public bool Contains(int token) => First <= token && token <= Last;
}

/// <summary>Trims a clause's region to its content: attribution, conjunctions, marks and punctuation off the edges.</summary>
internal static class ContentSpan
{
    /// <summary>The content inside the region; empty if nothing is left.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="region">Where the clause stands.</param>
    /// <param name="cuts">Stretches that are no part of the content if they lie at its edge.</param>
    /// <param name="head">The head, which is never cut.</param>
    /// <param name="asks">Whether it is a question: "who", "which" and "where" belong to it then.</param>
    public static TokenRange Trim(SentenceTree tree, TokenRange region, IReadOnlyList<TokenRange> cuts, int head, bool asks = false)
    {
        var (first, last) = (AfterTimeMark(tree, region.First, head), QuotationEnd(tree, region, head));
        for (var moved = true; moved && first <= last;)
        {
            moved = false;
            foreach (var cut in cuts)
            {
                if (cut.Contains(head)) continue;
                if (cut.Contains(first)) (first, moved) = (cut.Last + 1, true);
                if (cut.Contains(last)) (last, moved) = (cut.First - 1, true);
            }
            while (first <= last && !(asks && tree.IsInterrogative(first) && tree.Word(first) != "whether") && IsLeadingWaste(tree, first, head)) (first, moved) = (first + 1, true);
            while (first <= last && IsTrailingWaste(tree, last, first)) (last, moved) = (last - 1, true);
        }
        return new TokenRange(first, last);
    }

    // "A day after gunmen stormed the camp": the measure and the mark lead up to the clause.
    private static int AfterTimeMark(SentenceTree tree, int first, int head)
    {
        if (tree.Rel(head) != Relation.Advcl) return first;
        for (var i = first + 1; i < Math.Min(first + 4, head); i++)
        {
            if (tree.Word(i) is "after" or "before" && tree.Rel(i) == Relation.Mark && tree.Head(i) == head) return i + 1;
            if (tree.Word(first) == "," && i == first + 2 && tree.Word(i) is "after" or "before" && tree.Rel(i) == Relation.Mark) return i + 1;
        }
        return first;
    }

    // What opens with a quotation mark ends with its partner, if the head stands between.
    private static int QuotationEnd(SentenceTree tree, TokenRange region, int head)
    {
        if (region.IsEmpty || tree.Word(region.First) is not ("\"" or "“" or "``")) return region.Last;
        for (var i = region.First + 1; i <= region.Last; i++)
        {
            if (tree.Word(i) is "\"" or "”" or "''") return i > head && head > region.First ? i : region.Last;
        }
        return region.Last;
    }

    private static bool IsLeadingWaste(SentenceTree tree, int i, int head)
    {
        if (i == head) return false;
        if (tree.Word(i) == "that" && i + 1 < tree.Count && Times.CalendarNames.IsMonthOrYear(tree.Sentence.FormAt(i + 1))) return false;
        if (tree.Word(i) == "that" && tree.Rel(i) is not (Relation.Det or Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter)) return true;
        return tree.Tag(i) switch
        {
            PartOfSpeech.Punct => true,
            PartOfSpeech.Cconj => tree.Word(i) is not ("both" or "either" or "neither"),
            PartOfSpeech.Adv when tree.Word(i) is "only" && i + 1 < tree.Count && tree.Word(i + 1) == "that" => true,
            PartOfSpeech.Adv when tree.Word(i) is "even" or "particularly" or "especially" or "just" && i + 1 < tree.Count && tree.Rel(i + 1) == Relation.Mark => true,
            _ when tree.Word(i) == "since" && i + 1 < tree.Count && (Times.CalendarNames.IsMonthOrYear(tree.Sentence.FormAt(i + 1)) || tree.Word(i + 1).EndsWith("day", StringComparison.Ordinal)) => false,
            _ => tree.Rel(i) == Relation.Mark && tree.Word(i) is not ("to" or "not" or "with" or "without") && tree.IsUnder(head, tree.Head(i)) || IsBareRelative(tree, i) || tree.Rel(i) is Relation.Cc,
        };
    }

    // "which hosts the fleet" is about "hosts the fleet"; "either of which could" keeps its subject.
    private static bool IsBareRelative(SentenceTree tree, int i) =>
        tree.Word(i) is "which" or "who" or "that" or "when" or "whose" or "whom" or "where" && tree.Tag(i) is PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Adv
        && tree.Antecedent(Clause(tree, i)) >= 0;

    private static int Clause(SentenceTree tree, int i)
    {
        for (var steps = 0; steps < 4 && i >= 0; steps++, i = tree.Head(i))
        {
            if (tree.Rel(i) is Relation.AclRelcl or Relation.AdvclRelcl) return i;
        }
        return -1;
    }


    private static bool IsTrailingWaste(SentenceTree tree, int i, int first)
    {
        if (tree.Tag(i) == PartOfSpeech.Punct) return !ClosesInside(tree, i, first);
        return tree.Rel(i) == Relation.Cc || tree.Tag(i) == PartOfSpeech.Cconj;
    }

    // A closing quotation mark or bracket stays if its partner stands inside the content.
    private static bool ClosesInside(SentenceTree tree, int i, int first)
    {
        var mark = tree.Word(i);
        if (mark is not ("\"" or "”" or "''" or ")" or "'" or "]")) return false;
        for (var k = first; k < i; k++)
        {
            if (IsPartner(tree.Word(k), mark) && tree.Tag(k) == PartOfSpeech.Punct) return true;
        }
        return false;
    }

    private static bool IsPartner(string opening, string closing) => closing switch
    {
        ")" => opening == "(",
        "]" => opening == "[",
        _ => opening is "\"" or "“" or "``" or "'" or "‘",
    };
}
