using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.ReadingEvaluation;

/// <summary>
/// Hashes of all that is read from texts: trees, mentions, claims. Work on speed must not change them.
/// </summary>
internal static class Digest
{
    public static int Print(string[] files)
    {
        using IncrementalHash trees = Hash(), mentions = Hash(), claims = Hash();
        var documents = Texts.Documents(files);
        foreach (var document in documents)
        {
            var analysis = DocumentAnalysis.Of(document, ReaderOptions.Default);
            foreach (var piece in analysis.Sentences.Concat(analysis.Pieces.SelectMany(p => p))) Add(trees, Row(piece));
            foreach (var mention in analysis.Mentions.All) Add(mentions, mention.ToString());
            var reading = ClaimReader.Read(document, ReaderOptions.Default);
            Add(claims, ClaimJsonLines.Write(reading, reasons: true));
            foreach (var claim in reading.Claims) Add(claims, $"{claim.Predicate.Lemma} {string.Join(',', claim.Predicate.Agents)} {string.Join(',', claim.Predicate.Patients)} {string.Join(' ', claim.Lemmas)}");
            foreach (var sentence in reading.Sentences) Add(claims, sentence.ToString());
        }
        foreach (var (name, hash) in (ReadOnlySpan<(string, IncrementalHash)>)[("trees", trees), ("mentions", mentions), ("claims", claims)])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-9}{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}"));
        return 0;
    }

    private static IncrementalHash Hash() => IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

    private static string Row(Sentence sentence) =>
        string.Join(' ', sentence.Tokens.Select(t => $"{t.Span} {t.Form} {t.Lemma} {t.Tag} {t.PennTag} {t.HeadIndex} {t.Relation}"));
}
