using Standoff.Reading.Text;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Reads English text into parsed sentences: splits, tokenises, tags, lemmatises and parses. Offline and deterministic;
/// never throws on any text. Safe to use from several threads.
/// </summary>
public sealed class SyntaxReader
{
    /// <summary>Longer sentences are cut into pieces of at most this many words.</summary>
    internal const int LongestSentence = 300;

    private static readonly Lazy<SyntaxReader> ShippedReader = new(() => new SyntaxReader(SyntaxModel.Shipped, Lemmatizer.Shipped));
    private readonly SyntaxModel _model;
    private readonly Lemmatizer _lemmatizer;

    internal SyntaxReader(SyntaxModel model, Lemmatizer lemmatizer) => (_model, _lemmatizer) = (model, lemmatizer);

    /// <summary>The reader with the weights that ship in the assembly.</summary>
    public static SyntaxReader Shipped => ShippedReader.Value;

    /// <summary>The sentences of a stretch of text, in order, each parsed; offsets count in the whole text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="span">The part to read, as a rule a paragraph or a document.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public IReadOnlyList<Sentence> Read(string text, TextSpan span)
    {
        using var desk = NewDesk();
        var sentences = new List<Sentence>();
        foreach (var sentence in SentenceSplitter.Split(text, span))
        {
            var words = Tokenizer.Tokenize(text, sentence);
            for (var from = 0; from < words.Count;)
            {
                var to = PieceEnd(text, words, from);
                var whole = from == 0 && to == words.Count;
                var piece = whole ? sentence : new TextSpan(words[from].Start, words[to - 1].End);
                sentences.Add(Parse(text, piece, Slice(words, from, to), desk));
                from = to;
            }
        }

        return sentences;
    }

    internal Desk NewDesk() => new(_model);

    /// <summary>Parses words that are already cut; the spans point into the text.</summary>
    internal Sentence Parse(string text, TextSpan span, TextSpan[] spans, Desk desk)
    {
        Annotate(text, spans, desk);
        var (words, state, n) = (desk.Words, desk.State, spans.Length);
        var (forms, lemmas, penn) = (new string[n], new string[n], new string[n]);
        var (tags, heads, relations) = (new PartOfSpeech[n], new int[n], new Relation[n]);
        for (var i = 0; i < n; i++)
        {
            forms[i] = spans[i].Of(text);
            tags[i] = _model.Tags.Universal(words.Tag[i]);
            penn[i] = _model.Tags.Penn(words.Tag[i]);
            lemmas[i] = _lemmatizer.Lemma(forms[i], tags[i], penn[i]);
            heads[i] = state.Heads[i] == n ? -1 : state.Heads[i];
            relations[i] = (Relation)state.Relations[i];
        }

        return new Sentence(span, spans, forms, lemmas, tags, penn, heads, relations);
    }

    /// <summary>Tags and parses without making a sentence; the result stands on the desk.</summary>
    internal void Annotate(string text, ReadOnlySpan<TextSpan> spans, Desk desk)
    {
        var words = desk.Words;
        words.Start(spans.Length);
        for (var i = 0; i < spans.Length; i++) words.Set(i, text.AsSpan(spans[i].Start, spans[i].Length));
        words.Finish();
        desk.Encoder.Run(words);
        Parser.Parse(desk.State, words, desk.Encoder, _model);
    }

    private static TextSpan[] Slice(IReadOnlyList<TextSpan> words, int from, int to)
    {
        var slice = new TextSpan[to - from];
        for (var i = from; i < to; i++) slice[i - from] = words[i];
        return slice;
    }

    /// <summary>Cuts after the last semicolon or comma of the second half, else at the limit.</summary>
    private static int PieceEnd(string text, IReadOnlyList<TextSpan> words, int from)
    {
        if (words.Count - from <= LongestSentence) return words.Count;
        for (var i = from + LongestSentence - 1; i > from + (LongestSentence / 2); i--)
            if (text[words[i].Start] is ';' or ',') return i + 1;
        return from + LongestSentence;
    }

    /// <summary>What one thread works with, kept from sentence to sentence.</summary>
    internal sealed class Desk(SyntaxModel model) : IDisposable
    {
        public Encoder Encoder { get; } = new(model);

        public Words Words { get; } = new();

        public ParserState State { get; } = new();

        public void Dispose() => Encoder.Dispose();
    }
}
