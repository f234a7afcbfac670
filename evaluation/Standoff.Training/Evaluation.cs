using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Training;

/// <summary>
/// Scores against the development parts. Convention: punctuation counts; labelled scores compare the universal
/// relation, without subtype.
/// </summary>
internal static class Evaluation
{
    public static void Run(string ud, string path)
    {
        using var memory = new MemoryModel(File.ReadAllBytes(path));
        var reader = new SyntaxReader(memory.Model, Lemmatizer.Shipped);
        foreach (var (name, file) in (ReadOnlySpan<(string, string)>)[("EWT dev", "en_ewt-dev.conllu"), ("GUM dev", "gum/gum-dev.conllu")])
        {
            var sentences = Treebank.Read(Path.Combine(ud, file));
            Console.WriteLine($"{name}: {GoldWords(sentences, reader)}");
            Console.WriteLine($"{name}: {OwnWords(sentences, reader)}");
        }
    }

    private static string GoldWords(List<GoldSentence> sentences, SyntaxReader reader)
    {
        var score = new Score();
        var (text, cut) = Spaced(sentences);
        var parsed = reader.Parse(text, cut);
        for (var s = 0; s < parsed.Length; s++)
            for (var i = 0; i < sentences[s].Count; i++) score.Word(sentences[s], i, parsed[s][i], parsed[s][i].HeadIndex < 0 ? sentences[s].Count : parsed[s][i].HeadIndex);
        return $"gold words: {score}; {Speed(text, cut, reader):N0} words/s";
    }

    /// <summary>The words of all sentences with a space between them.</summary>
    private static (string Text, List<SyntaxReader.CutSentence> Sentences) Spaced(List<GoldSentence> sentences)
    {
        var cut = new List<SyntaxReader.CutSentence>();
        var at = 0;
        foreach (var sentence in sentences)
        {
            var spans = new TextSpan[sentence.Count];
            for (var i = 0; i < spans.Length; at += sentence.Forms[i].Length + 1, i++) spans[i] = new TextSpan(at, at + sentence.Forms[i].Length);
            cut.Add(new SyntaxReader.CutSentence(new TextSpan(spans[0].Start, spans[^1].End), spans));
        }

        return (string.Join(' ', sentences.SelectMany(s => s.Forms)), cut);
    }

    /// <summary>Words tagged and parsed in a second of one core: processor time, best of five rounds.</summary>
    private static double Speed(string text, List<SyntaxReader.CutSentence> sentences, SyntaxReader reader)
    {
        using var desk = reader.NewDesk();
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            reader.Annotate(text, sentences, desk, parse: true);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return sentences.Sum(s => s.Words.Length) / best;
    }

    private static string OwnWords(List<GoldSentence> sentences, SyntaxReader reader)
    {
        var raw = RawText.Of(sentences);
        var parsed = reader.Read(raw.Text, new TextSpan(0, raw.Text.Length));
        var starts = raw.Sentences.ToHashSet();
        var splits = F(parsed.Count(s => starts.Contains(s.Span)), parsed.Count, starts.Count);
        var score = new Score();
        var words = 0;
        foreach (var token in parsed.SelectMany(s => s.Tokens))
        {
            words++;
            if (!raw.Words.TryGetValue(token.Span, out var place)) continue;
            var (sentence, i) = place;
            var gold = sentences[sentence];
            var head = token.IsRoot ? gold.Count : raw.Words.TryGetValue(token.Head.Span, out var other) && other.Sentence == sentence ? other.Word : -1;
            score.Word(gold, i, token, head);
        }

        var total = sentences.Sum(s => s.Count);
        return $"own words (F1): sentences {splits:P2}, words {F(score.Words, words, total):P2}, UPOS {F(score.Universal, words, total):P2}, UAS {F(score.Unlabelled, words, total):P2}, LAS {F(score.Labelled, words, total):P2}";
    }

    public static double F(int both, int ours, int theirs) => 2.0 * both / Math.Max(1, ours + theirs);
}
