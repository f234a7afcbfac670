using Standoff.Reading.Quantities;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Clauses whose verb is left out because the one before has it: "France has 1,500 troops and the United States about 1,100".
/// </summary>
/// <param name="Subject">The last word of who does it.</param>
/// <param name="Range">The stretch.</param>
internal readonly record struct Gap(int Subject, TokenRange Range)
{
    /// <summary>The gapped clauses behind the first one's object, in order.</summary>
    public static List<Gap> Of(SentenceTree tree, int head, TokenRange region)
    {
        var found = new List<Gap>();
        var copular = tree.HasChild(head, Relation.Cop) && tree.Tag(head) == PartOfSpeech.Noun;
        if (tree.Tag(head) != PartOfSpeech.Verb && !copular) return found;
        var obj = copular ? head : tree.Child(head, Relation.Obj, Relation.Obl);
        if (obj < head) return found;
        var counts = !copular && HasNumber(tree, head + 1, obj);
        for (var i = copular ? head + 2 : head + 3; i < region.Last; i++)
        {
            if (tree.Word(i - 1) is not ("," or "and" or "but") || tree.Word(i) is "and" or "but" || At(tree, i, region.Last, counts) is not { } gap) continue;
            found.Add(gap);
            i = gap.Range.Last;
        }
        return found.Count > 0 && (counts || copular || found.Count > 1) ? found : [];
    }

    private static bool HasNumber(SentenceTree tree, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Num) return true;
        }
        return false;
    }

    private static Gap? At(SentenceTree tree, int first, int limit, bool counts)
    {
        var subject = Phrase(tree, first, limit);
        if (subject < 0 || subject >= limit) return null;
        var amount = Amount(tree, subject + 1, limit);
        if (amount < 0 && !(tree.Word(subject + 1) is "a" or "an" or "none" or "perhaps" && (tree.Tag(subject) == PartOfSpeech.Propn || tree.Word(subject) is "second" or "third" or "other" or "latter" or "last"))) return null;
        if (amount >= 0 && !counts && tree.Tag(subject) != PartOfSpeech.Propn) return null;
        var last = End(tree, Math.Max(amount, subject + 1), limit);
        return last < 0 ? null : new Gap(subject, new TokenRange(first, last));
    }

    // "The United States", "Syria", "the Western powers": with a name or an article, nothing but adjectives and nouns.
    private static int Phrase(SentenceTree tree, int first, int limit)
    {
        if (first >= limit) return -1;
        var i = tree.Word(first) is "the" or "its" or "their" ? first + 1 : first;
        if (i == first && tree.Tag(first) != PartOfSpeech.Propn) return -1;
        if (i > first && i < limit && tree.Word(i) is "second" or "third" or "other" or "latter" or "last" && tree.Word(i + 1) is "a" or "an" or "perhaps") return i;
        while (i < limit && tree.Tag(i) is PartOfSpeech.Adj) i++;
        if (tree.Tag(i) is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return -1;
        while (i < limit && tree.Tag(i + 1) is PartOfSpeech.Noun or PartOfSpeech.Propn) i++;
        return Times.CalendarNames.IsMonthOrYear(tree.Sentence.FormAt(i)) ? -1 : i;
    }

    private static int Amount(SentenceTree tree, int from, int limit)
    {
        var i = from;
        while (i < limit && i < from + 3 && tree.Word(i) is "about" or "some" or "roughly" or "nearly" or "almost" or "only" or "just" or "at" or "least" or "most" or "more" or "fewer" or "than" or "around" or "another") i++;
        return i <= limit && NumberPhrase.At(tree.Sentence, i) is { } number && (!char.IsAsciiDigit(tree.Word(i)[0]) || !NumberNames.IsPartOfName(tree.Sentence, number)) && !Times.CalendarNames.IsMonthOrYear(tree.Sentence.FormAt(i)) ? number.Next - 1 : -1;
    }

    // To the next comma or "and", with no verb on the way.
    private static int End(SentenceTree tree, int from, int limit)
    {
        var i = from;
        for (; i <= limit; i++)
        {
            if (i > from && tree.Word(i) is "," or "and" or ";" or "." or "\"" or "”") break;
            if (tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj) return -1;
        }
        return i <= limit && tree.Tag(i) == PartOfSpeech.Punct || i > limit || At(tree, i + 1, limit, counts: true) is not null ? i - 1 : -1;
    }
}
