using System.Collections.Concurrent;
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

    /// <summary>Sentences among which those of like length are looked for, to go through the network side by side.</summary>
    private const int Window = 64;

    private static readonly Lazy<SyntaxReader> ShippedReader = new(() => new SyntaxReader(SyntaxModel.Shipped, Lemmatizer.Shipped));
    private readonly SyntaxModel _model;
    private readonly Lemmatizer _lemmatizer;
    private readonly ConcurrentBag<Desk> _desks = [];

    internal SyntaxReader(SyntaxModel model, Lemmatizer lemmatizer) => (_model, _lemmatizer) = (model, lemmatizer);

    /// <summary>The reader with the weights that ship in the assembly.</summary>
    public static SyntaxReader Shipped => ShippedReader.Value;

    /// <summary>The sentences of a stretch of text, in order, each parsed; offsets count in the whole text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="span">The part to read, as a rule a paragraph or a document.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public IReadOnlyList<Sentence> Read(string text, TextSpan span) => Parse(text, [.. Cut(text, span)]);

    /// <summary>The sentences of a stretch of text, cut into words.</summary>
    internal static IEnumerable<CutSentence> Cut(string text, TextSpan span)
    {
        foreach (var sentence in SentenceSplitter.Split(text, span))
        {
            var words = Tokenizer.Tokenize(text, sentence);
            if (words.Count <= LongestSentence)
            {
                if (words.Count > 0) yield return new CutSentence(sentence, [.. words]);
                continue;
            }

            for (int from = 0, to; from < words.Count; from = to)
            {
                to = PieceEnd(text, words, from);
                yield return new CutSentence(new TextSpan(words[from].Start, words[to - 1].End), Slice(words, from, to));
            }
        }
    }

    /// <summary>Parses sentences that are cut into words.</summary>
    internal Sentence[] Parse(string text, IReadOnlyList<CutSentence> sentences)
    {
        var parsed = new Sentence[sentences.Count];
        if (!_desks.TryTake(out var desk)) desk = NewDesk();
        ForEachBatch(sentences, chosen =>
        {
            Encode(text, sentences, chosen, desk);
            for (var lane = 0; lane < chosen.Length; lane++)
            {
                ParseOn(desk, lane);
                parsed[chosen[lane]] = Made(text, sentences[chosen[lane]], desk.Batch[lane], desk.State);
            }
        });
        _desks.Add(desk);
        return parsed;
    }

    /// <summary>Parses words that are already chosen; the spans point into the text.</summary>
    internal Sentence Parse(string text, TextSpan span, TextSpan[] words) => Parse(text, [new CutSentence(span, words)])[0];

    internal Desk NewDesk() => new(_model);

    /// <summary>Tags sentences, and parses them if so asked, without making anything of it: what the network alone costs.</summary>
    internal void Annotate(string text, IReadOnlyList<CutSentence> sentences, Desk desk, bool parse) => ForEachBatch(sentences, chosen =>
    {
        Encode(text, sentences, chosen, desk);
        for (var lane = 0; parse && lane < chosen.Length; lane++) ParseOn(desk, lane);
    });

    /// <summary>Hands out the numbers of sentences that go through the network side by side: neighbours of like length, the longest first.</summary>
    private static void ForEachBatch(IReadOnlyList<CutSentence> sentences, Action<ReadOnlySpan<int>> action)
    {
        var order = new int[Math.Min(Window, sentences.Count)];
        for (var from = 0; from < sentences.Count; from += Window)
        {
            var window = order.AsSpan(0, Math.Min(Window, sentences.Count - from));
            for (var i = 0; i < window.Length; i++) window[i] = from + i;
            window.Sort((a, b) => sentences[a].Words.Length != sentences[b].Words.Length ? sentences[b].Words.Length - sentences[a].Words.Length : a - b);
            for (var at = 0; at < window.Length; at += EncoderBatch.Lanes) action(window[at..Math.Min(at + EncoderBatch.Lanes, window.Length)]);
        }
    }

    private static void Encode(string text, IReadOnlyList<CutSentence> sentences, ReadOnlySpan<int> chosen, Desk desk)
    {
        var batch = desk.Batch;
        batch.Clear();
        foreach (var number in chosen)
        {
            var spans = sentences[number].Words;
            var words = batch.Add(spans.Length);
            for (var i = 0; i < spans.Length; i++) words.Set(i, text.AsSpan(spans[i].Start, spans[i].Length));
            words.Finish();
        }

        desk.Encoder.Run(batch);
    }

    private unsafe void ParseOn(Desk desk, int lane) => Parser.Parse(desk.State, desk.Batch[lane], desk.Encoder.SlotParts(desk.Batch.Start(lane)), _model);

    private Sentence Made(string text, CutSentence cut, Words words, ParserState state)
    {
        var (spans, n) = (cut.Words, cut.Words.Length);
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

        return new Sentence(cut.Span, spans, forms, lemmas, tags, penn, heads, relations);
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

    /// <summary>A sentence or part of one, cut into words and not yet parsed.</summary>
    internal readonly record struct CutSentence(TextSpan Span, TextSpan[] Words);

    /// <summary>What one thread works with, kept from batch to batch.</summary>
    internal sealed class Desk(SyntaxModel model) : IDisposable
    {
        public Encoder Encoder { get; } = new(model);

        public EncoderBatch Batch { get; } = new();

        public ParserState State { get; } = new();

        public void Dispose() => Encoder.Dispose();
    }
}
