using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.ReadingEvaluation;

/// <summary>Prints a reading for a person who looks for faults: each sentence with its parse and claims.</summary>
internal static class Display
{
    public static int Show(string[] files)
    {
        foreach (var file in files.Where(f => f != "--parse")) ShowOne(file, files.Contains("--parse"));
        return 0;
    }

    private static void ShowOne(string file, bool parse)
    {
        var reading = Texts.Read(file);
        var text = reading.Document.Text;
        var sentences = parse ? SyntaxReader.Shipped.Read(text, new Standoff.Reading.Text.TextSpan(reading.Document.Prologue, text.Length)) : [];
        for (var i = 0; i < reading.Sentences.Length; i++)
        {
            var sentence = reading.Sentences[i];
            Console.WriteLine($"\n{i} {sentence.Status}: {sentence.Span.Of(text)}");
            if (parse) Console.WriteLine(" . " + string.Join(' ', sentences[i].Tokens.Select(t => $"{t.Index}:{t.Form}/{t.PennTag}/{t.Relation}>{t.HeadIndex}")));
            foreach (var piece in parse ? DocumentAnalysis.PiecesOf(text, sentences[i]) : []) Console.WriteLine("   " + string.Join(' ', piece.Tokens.Select(t => $"{t.Index}:{t.Form}/{t.PennTag}/{t.Relation}>{t.HeadIndex}")));
            foreach (var claim in reading.Claims.Where(c => c.Sentence == i)) ShowClaim(claim, text);
        }
    }

    private static void ShowClaim(Claim claim, string text)
    {
        Console.WriteLine($"   * {claim.Exact}");
        Console.WriteLine($"       {string.Join(" > ", claim.Sources.Select(s => s.Name + ":" + s.Kind))} [{string.Join(", ", claim.Cues.Select(c => c.Of(text)))}] {claim.Factuality.Code()}/{claim.SourceFactuality.Code()} {claim.Kind} ({string.Join(", ", claim.Actors)}) {string.Join(", ", claim.Quantities)} {claim.Time?.Value} {claim.Condition?.Of(text)}");
        Console.WriteLine($"       {string.Join("; ", claim.Why)}");
    }
}
