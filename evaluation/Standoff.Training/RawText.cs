using System.Text;
using Standoff.Reading.Text;

namespace Standoff.Training;

/// <summary>A treebank's sentences as running text, paragraphs parted by blank lines, with the places of its words.</summary>
internal sealed record RawText(string Text, List<TextSpan> Sentences, Dictionary<TextSpan, (int Sentence, int Word)> Words)
{
    public static RawText Of(List<GoldSentence> sentences)
    {
        var text = new StringBuilder();
        var raw = new RawText("", [], []);
        for (var s = 0; s < sentences.Count; s++)
        {
            if (text.Length > 0) text.Append(sentences[s].StartsParagraph ? "\n\n" : " ");
            var start = text.Length;
            text.Append(sentences[s].Text);
            raw.Sentences.Add(new TextSpan(start, text.Length));
            raw.Locate(sentences[s], s, start);
        }

        return raw with { Text = text.ToString() };
    }

    private void Locate(GoldSentence gold, int sentence, int start)
    {
        var at = 0;
        for (var i = 0; i < gold.Count; i++)
        {
            while (at < gold.Text.Length && char.IsWhiteSpace(gold.Text[at])) at++;
            var found = gold.Text.IndexOf(gold.Forms[i], at, StringComparison.Ordinal);
            if (found < 0 || found > at + 3) continue;
            at = found + gold.Forms[i].Length;
            Words[new TextSpan(start + found, start + at)] = (sentence, i);
        }
    }
}
