using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;

namespace Standoff.ReadingEvaluation;

/// <summary>Lists clauses between named actors that tell no event, to see what the lexicon lacks.</summary>
internal static class Gaps
{
    public static int List(string file)
    {
        var document = Texts.Document(file);
        var analysis = DocumentAnalysis.Of(document, ReaderOptions.Default);
        foreach (var piece in analysis.Pieces.SelectMany(p => p))
        {
            if (piece.Count is 0 or > 120) continue;
            var tree = new SentenceTree(piece);
            var told = new SentenceEvents(document, analysis.Mentions, tree, 0).Read().Select(e => e.Token).ToHashSet();
            for (var i = 0; i < tree.Count; i++)
            {
                if (!tree.IsVerb(i) || !tree.IsClause(i) || told.Contains(i)) continue;
                var s = tree.Subject(i);
                if (s < 0 || analysis.Mentions.At(piece[s]) is not { IsActor: true }) continue;
                var o = tree.Children(i).FirstOrDefault(c => tree.Rel(c) is Relation.Obj or Relation.Obl or Relation.Xcomp or Relation.Ccomp && c > i, -1);
                if (o < 0) continue;
                var prep = tree.Child(o, Relation.Case);
                Console.WriteLine($"{tree.Lemma(i)}\t{(prep >= 0 ? "+" + tree.Word(prep) : tree.Rel(o).ToString())}\t{tree.Lemma(o)}\t{piece.Span.Of(document.Text).Replace('\n', ' ')}");
            }
        }
        return 0;
    }
}
