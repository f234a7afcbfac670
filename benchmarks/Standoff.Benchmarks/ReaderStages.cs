using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Quantities;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Benchmarks;

/// <summary>The stages of the reader over one invented article of some 600 words.</summary>
[MemoryDiagnoser]
public class ReaderStages
{
    private const string Paragraph =
        """
        Orlova, the foreign minister of Norland, said on Tuesday that her government would close the strait to tankers by March 7 unless
        the fleet of Sudland left its waters. “We will not wait another week,” she told reporters in the capital, adding that two of the
        three patrol boats had been damaged and that some 40 sailors were missing.

        Officials in Sudland denied that their ships had opened fire. A spokesman for the navy said the boats had collided in fog; he did
        not say whether an inquiry would be held. According to a report by the harbour authority, at least 15 merchant vessels turned back
        last week, and insurers raised their rates by 12 percent.

        """;

    private readonly Document _document = new(new DocumentId("b"), "b", string.Concat(Enumerable.Repeat(Paragraph, 5)), new DateOnly(2024, 3, 1));
    private ImmutableArray<Sentence> _sentences;

    [GlobalSetup]
    public void Parse() => _sentences = [.. Syntax()];

    [Benchmark]
    public int Sentences_and_words()
    {
        var words = 0;
        foreach (var span in SentenceSplitter.Split(_document.Text, Whole)) words += Tokenizer.Tokenize(_document.Text, span).Count;
        return words;
    }

    [Benchmark]
    public IReadOnlyList<Sentence> Syntax() => SyntaxReader.Shipped.Read(_document.Text, Whole);

    [Benchmark]
    public DocumentMentions Mentions() => MentionReader.Read(_document.Text, _sentences, _document.Date);

    [Benchmark]
    public int Times() => _sentences.Sum(s => TimeReader.Read(_document.Text, s.Span, _document.Date, s).Length);

    [Benchmark]
    public int Quantities() => _sentences.Sum(s => QuantityReader.Read(s, s.Span).Length);

    [Benchmark(Baseline = true)]
    public Standoff.Reading.Claims.Reading Everything() => ClaimReader.Read(_document, ReaderOptions.Default);

    private TextSpan Whole => new(0, _document.Text.Length);
}
