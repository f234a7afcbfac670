using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Standoff.Tests.Reading.Claims;

namespace Standoff.ReadingEvaluation;

/// <summary>Says which specified passages are not read as specified.</summary>
internal static class Specifications
{
    public static int Check(string folder)
    {
        var (all, failed) = (0, 0);
        foreach (var specification in ClaimSpecification.ReadFolder(folder))
        {
            all++;
            var document = new Document(new DocumentId("spec"), "spec", specification.Passage, specification.Date);
            var faults = specification.Differences(specification.Actual(ClaimReader.Read(document, ReaderOptions.Default).Claims, document.Text));
            if (faults.Count == 0) continue;
            failed++;
            Console.WriteLine($"{specification}: {specification.Passage}\n   {string.Join("\n   ", faults)}");
            foreach (var s in SyntaxReaderOf(document)) Console.WriteLine("     " + s);
        }
        Console.WriteLine($"{all - failed} of {all} passages are read as specified.");
        return failed == 0 ? 0 : 1;
    }

    private static IEnumerable<string> SyntaxReaderOf(Document document) =>
        Standoff.Reading.Syntax.SyntaxReader.Shipped.Read(document.Text, new TextSpan(0, document.Text.Length))
            .SelectMany(s => DocumentAnalysis.PiecesOf(document.Text, s)).Select(s => string.Join(' ', s.Tokens.Select(t => $"{t.Index}:{t.Form}/{t.PennTag}/{t.Relation}>{t.HeadIndex}")));
}
