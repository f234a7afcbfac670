using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Parses a sentence in parts where the words leave no doubt how it parts: without what is interjected in it, and with what
/// is reported apart from who reports it if the parse of the whole lost the tie.
/// </summary>
internal static class InterjectionParser
{
    /// <summary>The sentence with its tree mended.</summary>
    public static Sentence Mend(string text, Sentence sentence)
    {
        var asides = new Interjections(sentence).All();
        var whole = asides.Count == 0 ? TreeRepair.Mend(sentence) : null;
        if (whole is not null && ReportSplitter.At(whole) is null && ClauseSplitter.At(whole) is null) return whole;
        Sentence Parsed(List<int> tokens) => SyntaxReader.Shipped.Parse(text, [new SyntaxReader.CutSentence(sentence.Span, [.. tokens.Select(sentence.SpanAt)])])[0];
        Sentence Part(List<int> tokens) => TreeRepair.Mend(Parsed(tokens));
        Sentence Reports(Sentence s, List<int> tokens) => ReportSplitter.Split(s, part => Part([.. part.Select(k => tokens[k])]));
        Sentence Clauses(Sentence s, List<int> tokens) => ClauseSplitter.Split(s, part => Part([.. part.Select(k => tokens[k])]) is var p ? Reports(p, [.. part.Select(k => tokens[k])]) : p);
        Sentence Mended(List<int> tokens) => Both(Part(tokens), tokens);
        Sentence Both(Sentence s, List<int> tokens) => ReportSplitter.At(s) is null ? Clauses(s, tokens) : Reports(s, tokens);

        if (whole is not null) return Both(whole, [.. Enumerable.Range(0, sentence.Count)]);
        var outside = Enumerable.Range(0, sentence.Count).Where(i => !asides.Exists(a => a.Holds(i) && !(a.KeepsMark && i == a.First))).ToList();
        if (outside.Count < 3) return TreeRepair.Mend(sentence);
        var merged = new MergedSentence(sentence);
        var root = merged.Take(outside, Mended(outside), -1);
        foreach (var aside in asides)
        {
            var words = Enumerable.Range(aside.First, aside.Last - aside.First + 1).Where(i => i == aside.Verb || sentence.TagAt(i) != PartOfSpeech.Punct && !outside.Contains(i)).ToList();
            if (aside.Verb < 0) merged.Describe(words, Parsed(words), aside.First - 1);
            else merged.Speak(words, Parsed(words), aside.Verb, merged.ClauseAround(aside.First, aside.Last, root));
        }
        merged.Rest(root);
        return merged.Build();
    }
}
