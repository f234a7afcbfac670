using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>Makes the shipped files: weights and lemmas. The same treebanks give the same bytes.</summary>
internal static class ShippedFiles
{
    private const ulong Seed = 20261128;
    private const int TaggerBytes = 2_600_000;
    private const int ParserBytes = 5_000_000;

    public static void Run(string ud, string path)
    {
        var sentences = Treebank.Read(Path.Combine(ud, "en_ewt-train.conllu"));
        sentences.AddRange(Treebank.Read(Path.Combine(ud, "gum", "gum-train.conllu")));
        var names = sentences.SelectMany(s => s.Tags).GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(250).ToArray();
        var tags = new TagSet(names);
        sentences = [.. sentences.Where(s => s.Tags.All(names.Contains))];
        Console.WriteLine($"{sentences.Count:N0} sentences, {sentences.Sum(s => s.Count):N0} words, {names.Length} tags");
        WriteLemmas(sentences, Path.Combine(Path.GetDirectoryName(path)!, "english-lemmas.tsv"));
        var quick = Environment.GetEnvironmentVariable("QUICK") == "1";
        var predicted = new TaggerTraining(tags, quick ? 3 : 5, Seed).Jackknife(sentences, 5, TaggerBytes);
        using var classes = new WordClasses(sentences, tags);
        var tagger = WeightWriter.Table(new TaggerTraining(tags, quick ? 4 : 8, Seed).Train(sentences, classes), TaggerBytes, "tagger");
        var raw = new ParserTraining(tags, quick ? 4 : 12, Seed).Train(sentences, predicted, classes);
        var parser = WeightWriter.Table(raw, ParserBytes, "parser");
        if (quick) File.WriteAllBytes(path + ".full", WeightWriter.File(names, classes.Bytes, tagger, WeightWriter.Table(raw, 400_000_000, "full parser", 1)));
        File.WriteAllBytes(path, WeightWriter.File(names, classes.Bytes, tagger, parser));
    }

    /// <summary>Forms whose most frequent lemma the rules do not give.</summary>
    private static void WriteLemmas(List<GoldSentence> sentences, string path)
    {
        var rows = new List<string>();
        var words = sentences.SelectMany(s => s.Forms.Select((form, i) => (Form: form, Tag: s.Tags[i], Lemma: s.Lemmas[i])));
        foreach (var group in words.GroupBy(w => (Lower: Lemmatizer.Lower(w.Form), Tag: w.Tag.Split(' ')[0])))
        {
            var (lemma, count) = group.GroupBy(w => w.Lemma, StringComparer.Ordinal).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal).First();
            var tag = Enum.Parse<PartOfSpeech>(group.Key.Tag, ignoreCase: true);
            var byRule = group.Count(w => Lemmatizer.ByRule(w.Form, group.Key.Lower, tag, w.Tag.Split(' ')[1]) == w.Lemma);
            if (byRule >= count || lemma == "_" || lemma.Contains('\t')) continue;
            if (tag is PartOfSpeech.X or PartOfSpeech.Punct or PartOfSpeech.Sym || (tag == PartOfSpeech.Propn && count < 3)) continue;
            rows.Add($"{group.Key.Lower}\t{tag}\t{lemma}");
        }

        rows.Sort(StringComparer.Ordinal);
        File.WriteAllText(path, "form\ttag\tlemma\n" + string.Join('\n', rows) + "\n");
    }
}
