using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>The tokens that hang on a node and the stretches of text that tokens make.</summary>
internal static class Extents
{
    /// <summary>The tokens under a node, itself among them, in order; without what hangs on the excluded ones.</summary>
    public static List<int> Subtree(SentenceTree tree, int node, params ReadOnlySpan<int> without)
    {
        var found = new List<int>();
        var open = new Stack<int>();
        open.Push(node);
        while (open.TryPop(out var i))
        {
            if (without.Contains(i)) continue;
            found.Add(i);
            foreach (var c in tree.Children(i)) open.Push(c);
        }
        found.Sort();
        return found;
    }

    /// <summary>The stretches that the tokens make: signs between and around them do not count, quotation marks do.</summary>
    public static ImmutableArray<TextSpan> Spans(SentenceTree tree, List<int> tokens)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var from = 0; from < tokens.Count;)
        {
            var to = from + 1;
            while (to < tokens.Count && OnlySignsBetween(tree, tokens[to - 1], tokens[to])) to++;
            Add(tree, tokens, from, to, spans);
            from = to;
        }
        return spans.ToImmutable();
    }

    /// <summary>The stretches of a cue, which may be a sign alone.</summary>
    public static ImmutableArray<TextSpan> CueSpans(SentenceTree tree, List<int> tokens) =>
        tokens.Count == 1 ? [tree.Span(tokens[0])] : Spans(tree, tokens);

    private static bool OnlySignsBetween(SentenceTree tree, int left, int right)
    {
        for (var i = left + 1; i < right; i++)
        {
            if (tree.Tag(i) != PartOfSpeech.Punct) return false;
        }
        return true;
    }

    private static void Add(SentenceTree tree, List<int> tokens, int from, int to, ImmutableArray<TextSpan>.Builder spans)
    {
        while (from < to && IsLooseSign(tree, tokens[from])) from++;
        while (to > from && IsLooseSign(tree, tokens[to - 1])) to--;
        if (from < to) spans.Add(tree.Span(tokens[from], tokens[to - 1]));
    }

    private static bool IsLooseSign(SentenceTree tree, int i) => tree.Tag(i) == PartOfSpeech.Punct && tree.Penn(i) is not ("``" or "''" or "\"");
}
