using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Mentions;
using Standoff.Reading.Quantities;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.ReadingEvaluation;

/// <summary>
/// Measures the reader on one thread by processor time: first from the start of the process until it can read, then
/// every stage by itself over the same documents, then the whole.
/// </summary>
internal sealed class Speed
{
    private readonly List<Document> _documents;
    private readonly ImmutableArray<ImmutableArray<Sentence>>[] _pieces;
    private readonly List<SyntaxReader.CutSentence>[] _cut;
    private readonly Standoff.Reading.Claims.Reading[] _readings;
    private readonly int _count;

    private Speed(List<Document> documents)
    {
        _documents = documents;
        _count = documents.Sum(d => d.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        _cut = [.. documents.Select(DocumentAnalysis.Cut)];
        _pieces = [.. documents.Select((d, i) => DocumentAnalysis.Mended(d.Text, _cut[i]))];
        _readings = [.. documents.Select(Read)];
    }

    public static int Measure(string[] files)
    {
        var watch = Stopwatch.StartNew();
        var reader = SyntaxReader.Shipped;
        Print("weights ready", watch.Elapsed);
        reader.Read("The fleet sailed.", new TextSpan(0, 17));
        Print("and the first sentence parsed", watch.Elapsed);
        watch.Restart();
        ClaimReader.Read(new Document(new DocumentId("s"), "s", "The minister said that the fleet sailed on Monday with two ships.", new DateOnly(2020, 1, 1)), ReaderOptions.Default);
        Print("claims of a first sentence", watch.Elapsed);
        var speed = new Speed(Texts.Documents(files));
        speed.Stages();
        return 0;
    }

    private static void Print(string name, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {time.TotalMilliseconds:F1} ms"));

    private static Standoff.Reading.Claims.Reading Read(Document d) => ClaimReader.Read(d, ReaderOptions.Default);

    private void Stages()
    {
        using var desk = SyntaxReader.Shipped.NewDesk();
        var split = Time(i => DocumentAnalysis.Cut(_documents[i]));
        var encode = Time(i => SyntaxReader.Shipped.Annotate(_documents[i].Text, _cut[i], desk, parse: false));
        var annotate = Time(i => SyntaxReader.Shipped.Annotate(_documents[i].Text, _cut[i], desk, parse: true));
        var syntax = Time(i => SyntaxReader.Shipped.Read(_documents[i].Text, DocumentAnalysis.BodyOf(_documents[i])));
        var mend = Time(i => DocumentAnalysis.Mended(_documents[i].Text, _cut[i])) + split - syntax;
        var mentions = Time(i => MentionReader.Read(_documents[i].Text, [.. _pieces[i].SelectMany(p => p)], _documents[i].Date));
        var times = Time(Times);
        var quantities = Time(Quantities);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var whole = Time(i => Read(_documents[i]));
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Rounds;
        DocumentAnalysis[] analyses = [.. _documents.Select(d => DocumentAnalysis.Of(d, ReaderOptions.Default))];
        var events = Time(i => EventReader.Read(analyses[i]));
        var claims = whole - syntax - mend - mentions - times - quantities - events;
        var tokens = _cut.Sum(d => d.Sum(s => s.Words.Length));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_documents.Count} documents, {_count} words, {tokens} tokens, {_readings.Sum(r => r.Claims.Length)} claims; {allocated / _count} bytes allocated a word; tagging and parsing alone {tokens / annotate:N0} tokens/s"));
        foreach (var (name, seconds) in (ReadOnlySpan<(string, double)>)[("split and tokenise", split), ("tag (encoder)", encode), ("parse", annotate - encode), ("tag and parse alone", annotate),
            ("lemmas, sentences", syntax - split - annotate), ("syntax", syntax), ("pieces and repair", mend), ("mentions", mentions), ("times", times), ("quantities", quantities), ("events", events), ("claims", claims), ("everything", whole)])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {seconds / whole,7:P1} {_count / seconds,12:N0} words/s {1e6 * seconds / _count,8:F2} µs/word"));
    }

    private const int Rounds = 7;

    // Processor time, the least of some rounds, document by document: what other programs do to the machine in between counts little.
    private double Time(Action<int> action)
    {
        var sum = TimeSpan.Zero;
        for (var i = 0; i < _documents.Count; i++)
        {
            var best = TimeSpan.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var before = Environment.CpuUsage.TotalTime;
                action(i);
                var time = Environment.CpuUsage.TotalTime - before;
                if (time < best) best = time;
            }
            sum += best;
        }
        return sum.TotalSeconds;
    }

    // As the builder of claims does: the times of each piece that holds a claim, the quantities of each claim.
    private void Times(int i)
    {
        foreach (var piece in _pieces[i].SelectMany(p => p))
            if (ClaimsIn(i, piece).Any()) TimeReader.Read(_documents[i].Text, piece.Span, _documents[i].Date, piece);
    }

    private void Quantities(int i)
    {
        foreach (var piece in _pieces[i].SelectMany(p => p))
            foreach (var claim in ClaimsIn(i, piece)) QuantityReader.Read(piece, claim.Anchor.Span);
    }

    private IEnumerable<Claim> ClaimsIn(int i, Sentence piece)
    {
        var claims = _readings[i].Claims;
        var at = FirstFrom(claims, piece.Span.Start);
        for (; at < claims.Length && claims[at].Anchor.Span.Start < piece.Span.End; at++) yield return claims[at];
    }

    private static int FirstFrom(ImmutableArray<Claim> claims, int start)
    {
        var (low, high) = (0, claims.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (claims[middle].Anchor.Span.Start < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
