using Standoff.Reading.Quantities;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>What a noun phrase says of the people whom it does not name.</summary>
internal static class UnnamedPhrase
{
    /// <summary>The description that a noun heads.</summary>
    public static UnnamedSource At(SentenceTree tree, int noun)
    {
        var (first, last) = (tree.Left(noun), tree.Right(noun));
        while (first < noun && (tree.Tag(first) == PartOfSpeech.Punct || tree.Rel(first) is Relation.Case or Relation.Fixed or Relation.Cc or Relation.Mark)) first++;
        while (last > noun && tree.Tag(last) == PartOfSpeech.Punct) last--;
        return new UnnamedSource(Number(tree, noun), Text(tree, first, last), Reason(tree, noun, last));
    }

    // "A diplomat" is one; "the official" says no more than that he was told of.
    private static decimal? Number(SentenceTree tree, int noun)
    {
        foreach (var c in tree.Children(noun))
        {
            if (c > noun) break;
            if (tree.Rel(c) == Relation.Nummod) return NumberWords.Small(tree.Word(c)) ?? NumberWords.Figure(tree.Word(c));
            if (tree.Word(c) is "a" or "an" && tree.Penn(noun) == "NN") return 1;
        }
        return null;
    }

    private static string? Reason(SentenceTree tree, int noun, int last)
    {
        for (var i = noun + 1; i < last; i++)
        {
            if (WordClasses.IsPredicate(tree.Word(i), "reason-marker")) return Text(tree, i, Math.Min(last, tree.Right(tree.Rel(i) is Relation.Mark or Relation.Case ? tree.Head(i) : i)));
        }
        return null;
    }

    // Line breaks inside it are spaces.
    private static string Text(SentenceTree tree, int first, int last)
    {
        var text = new System.Text.StringBuilder();
        for (var i = first; i <= last; i++)
        {
            if (i > first && tree.Span(i).Start > tree.Span(i - 1).End) text.Append(' ');
            text.Append(tree.Sentence.FormAt(i));
        }
        return text.ToString();
    }
}
