using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Reads headlines set in title case as if they were running text: a capital that the document's own prose does not give
/// the word is taken off before the sentence is parsed, since the parser takes capitals for names.
/// </summary>
internal sealed class Headlines
{
    private const int FewestWords = 4;
    private readonly Dictionary<string, int> _capitals = new(StringComparer.Ordinal);

    /// <summary>Counts how the sentences of a document write their words, but for the first of each.</summary>
    public Headlines(ImmutableArray<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (IsTitleCase(sentence)) continue;
            for (var i = 1; i < sentence.Count; i++) Count(sentence, i);
        }
    }

    /// <summary>Whether nearly all words but the short ones begin with a capital.</summary>
    public static bool IsTitleCase(Sentence sentence)
    {
        var (words, capitals, small) = (0, 0, 0);
        for (var i = 0; i < sentence.Count; i++)
        {
            var form = sentence.FormAt(i);
            if (!char.IsLetter(form[0]) || form.Length < 4 && !char.IsUpper(form[0])) continue;
            words++;
            if (char.IsUpper(form[0])) capitals++;
            else if (sentence.TagAt(i) is PartOfSpeech.Verb or PartOfSpeech.Noun) small++;
        }
        return words >= FewestWords && small <= 1 && capitals * 10 >= words * 8;
    }

    /// <summary>The sentence parsed anew without its title-case capitals; the same sentence if it has none.</summary>
    public Sentence Read(Sentence sentence)
    {
        if (!IsTitleCase(sentence)) return sentence;
        var text = new char[sentence.Span.Length];
        Array.Fill(text, ' ');
        var spans = new TextSpan[sentence.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(sentence.SpanAt(i).Start - sentence.Span.Start, sentence.SpanAt(i).End - sentence.Span.Start);
            Form(sentence, i).CopyTo(0, text, spans[i].Start, spans[i].Length);
        }
        var parsed = SyntaxReader.Shipped.Parse(new string(text), [new SyntaxReader.CutSentence(new TextSpan(0, text.Length), spans)])[0];
        return TreeRepair.Mend(InPlace(sentence, parsed));
    }

    private void Count(Sentence sentence, int i)
    {
        var form = sentence.FormAt(i);
        if (!char.IsLetter(form[0]) || sentence.TagAt(i - 1) == PartOfSpeech.Punct) return;
        var lower = form.ToLowerInvariant();
        _capitals[lower] = _capitals.GetValueOrDefault(lower) + (char.IsUpper(form[0]) ? 1 : -1);
    }

    private string Form(Sentence sentence, int i)
    {
        var form = sentence.FormAt(i);
        if (i == 0 || !char.IsUpper(form[0]) || form.Length > 1 && char.IsUpper(form[1])) return form;
        var lower = form.ToLowerInvariant();
        if (lower.Length != form.Length) return form;
        if (_capitals.TryGetValue(lower, out var capitals)) return capitals > 0 ? form : lower;
        return IsCommon(lower) ? lower : form;
    }

    // Unseen in the document: a form of a word that the lexicons know.
    private static bool IsCommon(string lower)
    {
        foreach (var penn in (ReadOnlySpan<string>)["VB", "VBZ", "VBD", "VBG"])
        {
            var lemma = Lemmatizer.Shipped.Lemma(lower, PartOfSpeech.Verb, penn);
            if (CueLexicon.Find(lemma, CuePart.Verb) is not null || ReportingLexicon.IsVerb(lemma)) return true;
        }
        var noun = Lemmatizer.Shipped.Lemma(lower, PartOfSpeech.Noun, "NNS");
        return CueLexicon.Find(noun, CuePart.Noun) is not null || WordClasses.SourceNoun(noun) is not null || CueLexicon.Find(lower, CuePart.Adjective) is not null;
    }

    private static Sentence InPlace(Sentence sentence, Sentence parsed)
    {
        var n = sentence.Count;
        var range = Enumerable.Range(0, n).ToArray();
        return new Sentence(
            sentence.Span,
            Array.ConvertAll(range, sentence.SpanAt),
            Array.ConvertAll(range, sentence.FormAt),
            Array.ConvertAll(range, parsed.LemmaAt),
            Array.ConvertAll(range, parsed.TagAt),
            Array.ConvertAll(range, parsed.PennTagAt),
            Array.ConvertAll(range, parsed.HeadAt),
            Array.ConvertAll(range, parsed.RelationAt));
    }
}
