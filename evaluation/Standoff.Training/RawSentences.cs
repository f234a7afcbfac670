using System.Text.Json;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Training;

/// <summary>Plain sentences without annotation, from which the embeddings learn what words stand near what words.</summary>
internal static class RawSentences
{
    /// <summary>Press releases and news of the folder, cut by the product's own splitter and tokenizer.</summary>
    public static List<string[]> Read(string folder)
    {
        var sentences = new List<string[]>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "state_dept_releases.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            Cut(json.RootElement.GetProperty("text").GetString() ?? "", sentences);
        }

        foreach (var file in Directory.GetFiles(Path.Combine(folder, "wikinews"), "*.txt").Order(StringComparer.Ordinal)) Cut(File.ReadAllText(file), sentences);
        return sentences;
    }

    private static void Cut(string text, List<string[]> sentences)
    {
        foreach (var sentence in SentenceSplitter.Split(text, new TextSpan(0, text.Length)))
            sentences.Add([.. Tokenizer.Tokenize(text, sentence).Take(SyntaxReader.LongestSentence).Select(word => word.Of(text))]);
    }
}
