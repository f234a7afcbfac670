using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Asides without a finite verb that say something of their own: ", two of them in the strait", ", its lorries flying flags",
/// ", one near the port and the other off the cape", ", the first since 1945".
/// </summary>
internal static class VerblessAsides
{
    /// <summary>Name of the rule.</summary>
    public const string Rule = "aside without a verb";

    /// <summary>The stretches after a comma that are such asides.</summary>
    public static IEnumerable<TokenRange> Of(SentenceTree tree, TokenRange region)
    {
        for (var i = Math.Max(region.First, 1); i + 2 <= region.Last; i++)
        {
            if (tree.Word(i - 1) != "," || tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct) continue;
            var last = End(tree, i, region.Last);
            if (Other(tree, i, last) is var other and > 0)
            {
                yield return new TokenRange(i, other - 1);
                yield return new TokenRange(tree.Word(other) == "and" ? other + 1 : other, last);
            }
            else if (Part(tree, i, last) || Absolute(tree, i, last) || Record(tree, i, last)) yield return new TokenRange(i, last);
            else continue;
            i = last;
        }
    }

    private static int End(SentenceTree tree, int first, int limit)
    {
        var last = first;
        while (last < limit && tree.Word(last + 1) is not ("," or ";" or "." or "”" or "\"" or ")")) last++;
        return last;
    }

    // "Two of them", "a few of them", "most of whom".
    private static bool Part(SentenceTree tree, int i, int last)
    {
        var of = i + 1;
        while (of < i + 4 && of < last && tree.Word(of) is not ("of" or ",")) of++;
        return of < last - 1 && tree.Word(of) == "of" && tree.Tag(i) is not (PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Noun or PartOfSpeech.Propn) && tree.Word(of + 1) is "them" or "which" or "whom" or "these" or "those";
    }

    // "Its lorries flying small flags", "his face grey": a noun that is somebody's, and what it does or is, without a tense.
    private static bool Absolute(SentenceTree tree, int i, int last)
    {
        if (tree.Penn(i) != "PRP$" || IsTensed(tree, i, last)) return false;
        var noun = i + 1;
        while (noun < last && tree.Tag(noun) is not PartOfSpeech.Noun) noun++;
        while (noun < last && tree.Tag(noun + 1) is PartOfSpeech.Noun) noun++;
        return noun < last && tree.Penn(noun + 1) is "VBG" or "VBN" && tree.Word(noun + 2 <= last ? noun + 2 : noun) != "by";
    }

    // "Its first such measure since 1945", "the sharpest rise in a decade".
    private static bool Record(SentenceTree tree, int i, int last)
    {
        if (last - i < 3 || tree.Penn(i) is not ("PRP$" or "DT") || tree.Word(i + 1) is not ("first" or "last" or "second" or "third") && tree.Penn(i + 1) != "JJS" || IsTensed(tree, i, last)) return false;
        for (var k = i + 2; k < last; k++)
        {
            if (tree.Word(k) is "since" or "in" && tree.Word(k + 1) is not "the" || tree.Word(k) is "ever") return true;
        }
        return false;
    }

    // "One near the port and the other off the cape": where the second begins; 0 if there are not two.
    private static int Other(SentenceTree tree, int i, int last)
    {
        if (tree.Word(i) != "one" || IsTensed(tree, i, last)) return 0;
        for (var k = i + 2; k < last; k++)
        {
            if (tree.Word(k) == "the" && tree.Word(k + 1) is "other" or "second") return tree.Word(k - 1) == "and" ? k - 1 : k;
        }
        return 0;
    }

    private static bool IsTensed(SentenceTree tree, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (tree.Penn(i) is "VBD" or "VBZ" or "VBP" or "MD") return true;
        }
        return false;
    }
}
