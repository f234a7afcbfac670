using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Says where a content behind its cue ends: it takes in what follows without a comma, whatever the parser hung that on,
/// and gives up what a comma sets off at its end and the one who reports adds of his own.
/// </summary>
internal sealed class ContentEdges(SentenceTree tree)
{
    /// <summary>The tokens of a content, widened and trimmed; those before the cue are left as they are.</summary>
    public List<int> Settle(int cue, List<int> content)
    {
        if (content.Count == 0 || content[^1] < cue) return content;
        return Trim(cue, Widen(cue, content));
    }

    private List<int> Widen(int cue, List<int> content)
    {
        var (first, last) = (content.Find(t => t > cue), content[^1]);
        foreach (var c in tree.Children(cue))
        {
            if (tree.Left(c) <= last || tree.Left(c) < first || !Continues(c)) continue;
            content = [.. content, .. Extents.Subtree(tree, c).Where(t => t > last)];
            last = content[^1];
        }
        return content;
    }

    private bool Continues(int c)
    {
        var before = tree.Left(c) - 1;
        var loose = tree.Tag(before) == PartOfSpeech.Punct && tree.Penn(before) is not ("``" or "''");
        return tree.Rel(c) switch
        {
            Relation.Conj => tree.HasChild(c, Relation.Mark, "that") || !loose && tree.OwnSubject(c) >= 0 && CueLexicon.Find(tree.Lemma(c), CuePart.Verb)?.Takes(CueFrame.That) != true,
            Relation.Advcl or Relation.Obl or Relation.OblUnmarked or Relation.OblAgent or Relation.Nmod or Relation.Acl or Relation.AclRelcl or Relation.Advmod or Relation.Xcomp => !loose && !IsAddition(c),
            Relation.Parataxis or Relation.Appos => tree.Word(before) == ":",
            _ => false,
        };
    }

    private List<int> Trim(int cue, List<int> content)
    {
        for (var rounds = 0; rounds < 6; rounds++)
        {
            var last = content[^1];
            var cut = -1;
            foreach (var t in content)
            {
                if (t > cue && tree.Right(t) >= last && tree.Left(t) > content[0] && tree.Left(t) <= t && IsSetOff(t) && content.Contains(tree.Left(t))) cut = cut < 0 ? tree.Left(t) : Math.Min(cut, tree.Left(t));
            }
            if (cut < 0) return content;
            content = content.FindAll(t => t < cut);
        }
        return content;
    }

    // ", calling it a bluff", ", according to …", ", who …".
    private bool IsSetOff(int t)
    {
        if (tree.HasChild(t, Relation.Case, "according")) return true;
        if (IsAddition(t) || IsOtherReport(t)) return true;
        var left = tree.Left(t);
        var comma = left > 0 && tree.Word(left - 1) is "," or "-" or "–" or "—" || tree.Word(left) is ",";
        return comma && (tree.Rel(t) == Relation.AclRelcl && Relatives || tree.Rel(t) is Relation.Advcl && Adverbials && tree.Word(left) is "as" or "even" or "though" or "although" or "while");
    }

    // ", but others said …".
    private bool IsOtherReport(int t) => tree.Rel(t) == Relation.Conj && tree.OwnSubject(t) >= 0 && tree.OwnSubject(t) < t && tree.Word(tree.Left(t) - 1) is "," or "and" or "but" or ";"
        && CueLexicon.Find(tree.Lemma(t), CuePart.Verb) is { } entry && entry.Frames.TryGetValue(CueFrame.That, out var attitude) && attitude == CueClass.Speech && !tree.HasChild(t, Relation.Mark, "that");

    // A participle that attributes something else: "…, calling it a bluff", "before claiming …".
    private bool IsAddition(int t)
    {
        if (tree.Penn(t) != "VBG" || tree.Rel(t) is not (Relation.Advcl or Relation.Conj or Relation.Acl or Relation.Parataxis or Relation.Ccomp)) return false;
        var left = tree.Left(t);
        if (!(left > 0 && tree.Word(left - 1) is "," || tree.Word(left) is "," or "before" or "after" or "while")) return false;
        return CueLexicon.Find(tree.Lemma(t), CuePart.Verb) is { } entry && entry.Frames.Values.Any(c => c is CueClass.Speech or CueClass.Judgement);
    }

    private static readonly bool Relatives = Environment.GetEnvironmentVariable("REL") != "0";
    private static readonly bool Adverbials = Environment.GetEnvironmentVariable("ADV") != "0";
}
