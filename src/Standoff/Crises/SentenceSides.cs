using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>Which sides the sentences of a ledger name, and those that its claims there speak of.</summary>
internal sealed class SentenceSides
{
    private readonly Dictionary<(string Document, int Sentence), ImmutableArray<string>> _sides = [];
    private readonly Dictionary<(string Document, int Sentence), int> _paragraphs = [];
    private readonly Dictionary<(string Document, int Sentence), ContentWords> _words = [];
    private readonly ILookup<(string Document, int Paragraph), (string Document, int Sentence)> _in;

    public SentenceSides(Ledger ledger, ActorRegister register, ImmutableArray<ItemView> items)
    {
        var told = items.SelectMany(i => i.Claims).ToLookup(c => c.Place);
        foreach (var document in ledger.Documents)
        {
            var (paragraph, end) = (0, 0);
            for (var i = 0; i < document.Reading.Sentences.Length; i++)
            {
                var (place, span) = ((document.Alias, i), document.Reading.Sentences[i].Span);
                if (document.Document.Text.AsSpan(end, span.Start - end).Contains('\n')) paragraph++;
                end = span.End;
                var text = span.Of(document.Document.Text);
                _sides[place] = [.. ListedSides.In(text, register).Concat(told[place].SelectMany(c => c.AllSides)).Distinct()];
                (_words[place], _paragraphs[place]) = (new ContentWords(text, []), paragraph);
            }
        }

        _in = _paragraphs.ToLookup(p => (p.Key.Document, p.Value), p => p.Key);
    }

    /// <summary>Sides of a sentence and of those beside it.</summary>
    public IEnumerable<string> Around((string Document, int Sentence) place, int near) =>
        Enumerable.Range(place.Sentence - near, (2 * near) + 1).SelectMany(s => _sides.GetValueOrDefault((place.Document, s), []));

    /// <summary>Sides of the paragraph in which a sentence stands.</summary>
    public IEnumerable<string> InParagraph((string Document, int Sentence) place) =>
        _paragraphs.TryGetValue(place, out var paragraph) ? _in[(place.Document, paragraph)].SelectMany(p => _sides[p]) : [];

    /// <summary>Words of a sentence.</summary>
    public ContentWords Words((string Document, int Sentence) place) => _words.GetValueOrDefault(place) ?? new ContentWords("", []);
}
