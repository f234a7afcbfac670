using System.Globalization;
using System.Text;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>Makes the shipped files: weights and lemmas. The same treebanks give the same bytes.</summary>
internal static class ShippedFiles
{
    private const ulong Seed = 20261128;

    public static void Make(string ud, string path, int epochs)
    {
        var sentences = Treebank.Read(Path.Combine(ud, "en_ewt-train.conllu"));
        sentences.AddRange(Treebank.Read(Path.Combine(ud, "gum", "gum-train.conllu")));
        var names = sentences.SelectMany(s => s.Tags).GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(Network.TagColumns).ToArray();
        var tags = new TagSet(names);
        sentences = [.. sentences.Where(s => s.Tags.All(names.Contains))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sentences.Count:N0} sentences, {sentences.Sum(s => s.Count):N0} words, {names.Length} tags"));
        WriteLemmas(sentences, Path.Combine(Path.GetDirectoryName(path)!, "english-lemmas.tsv"));
        var (ewt, gum) = (Treebank.Read(Path.Combine(ud, "en_ewt-dev.conllu")), Treebank.Read(Path.Combine(ud, "gum", "gum-dev.conllu")));
        var raw = RawSentences.Read(Path.Combine(ud, "..", "reading", "public"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{raw.Sum(s => s.Length):N0} words of raw text"));
        var (network, vocabulary) = new NetworkTrainer(sentences, raw, tags, epochs, Seed).Train(
            (training, _) => Console.WriteLine($"  EWT {NetworkTrainer.Accuracy(training, ewt, tags)}; GUM {NetworkTrainer.Accuracy(training, gum, tags)}"));
        network.Join(vocabulary);
        File.WriteAllBytes(path, ModelFile.Of(network, vocabulary, tags));
    }

    /// <summary>Forms whose most frequent lemma the rules do not give, and the irregular verbs of lemmas-by-hand.tsv that the treebanks lack.</summary>
    private static void WriteLemmas(List<GoldSentence> sentences, string path)
    {
        var words = sentences.SelectMany(s => s.Forms.Select((form, i) => (Form: form, Tag: s.Tags[i], Lemma: s.Lemmas[i])));
        var rows = words.GroupBy(w => (Lower: Lemmatizer.Lower(w.Form), Tag: w.Tag.Split(' ')[0]))
            .Select(g => LemmaRow(g.Key.Lower, Enum.Parse<PartOfSpeech>(g.Key.Tag, ignoreCase: true), [.. g])).OfType<string>().ToList();
        var known = words.Select(w => $"{Lemmatizer.Lower(w.Form)}\t{PartOfSpeechNames.Of(Enum.Parse<PartOfSpeech>(w.Tag.Split(' ')[0], ignoreCase: true))}\t").ToHashSet(StringComparer.Ordinal);
        rows.AddRange(ByHand().Where(row => !known.Contains(row[..(row.LastIndexOf('\t') + 1)])));
        rows.Sort((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
        File.WriteAllText(path, "form\ttag\tlemma\n" + string.Join('\n', rows) + "\n");
    }

    private static IEnumerable<string> ByHand()
    {
        using var table = new StreamReader(typeof(ShippedFiles).Assembly.GetManifestResourceStream("lemmas-by-hand.tsv")!);
        return [.. table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    private static string? LemmaRow(string lower, PartOfSpeech tag, (string Form, string Tag, string Lemma)[] words)
    {
        var (lemma, count) = words.GroupBy(w => w.Lemma, StringComparer.Ordinal).Select(g => (g.Key, Count: g.Count()))
            .OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        var byRule = words.Count(w => Lemmatizer.ByRule(w.Form, lower, tag, w.Tag.Split(' ')[1]) == w.Lemma);
        if (byRule >= count || lemma == "_" || lemma.Contains('\t')) return null;
        if (tag is PartOfSpeech.X or PartOfSpeech.Punct or PartOfSpeech.Sym || (tag == PartOfSpeech.Propn && count < 3)) return null;
        return $"{lower}\t{PartOfSpeechNames.Of(tag)}\t{lemma}";
    }
}
