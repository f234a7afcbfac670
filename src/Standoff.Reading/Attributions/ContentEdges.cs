using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Says where a content behind its cue ends: it takes in what follows without a comma, whatever the parser hung that on,
/// and gives up what a comma sets off at its end and the one who reports adds of his own.
/// </summary>
internal sealed class ContentEdges(SentenceTree tree)
{
    private const int MostCuts = 6;

    /// <summary>The tokens of a content, widened and trimmed; those before the cue are left as they are.</summary>
    public List<int> Settle(int cue, CueFrame frame, List<int> content)
    {
        if (content.Count == 0 || content[^1] < cue) return content;
        var isClause = frame is CueFrame.That or CueFrame.Wh;
        return Trim(cue, isClause, Close(cue, isClause, Widen(cue, frame, content)));
    }

    private List<int> Widen(int cue, CueFrame frame, List<int> content)
    {
        var (first, last) = (content.Find(t => t > cue), content[^1]);
        foreach (var c in tree.Children(cue))
        {
            if (tree.Left(c) <= last || tree.Left(c) < first || !Continues(cue, frame, c, last)) continue;
            content = [.. content, .. Extents.Subtree(tree, c).Where(t => t > last)];
            last = content[^1];
        }
        return content;
    }

    private bool Continues(int cue, CueFrame frame, int c, int last)
    {
        var before = tree.Tag(tree.Left(c)) == PartOfSpeech.Punct ? tree.Left(c) : tree.Left(c) - 1;
        var loose = IsLooseSign(before);
        var isPhrase = frame is CueFrame.Np or CueFrame.Preposition;
        return tree.Rel(c) switch
        {
            Relation.Conj => tree.HasChild(c, Relation.Mark, "that") || !loose && !Reports(c) && frame == CueFrame.That && (tree.OwnSubject(c) >= 0 || tree.Penn(c) == tree.Penn(tree.Child(cue, Relation.Ccomp))),
            Relation.Ccomp => tree.Left(c) == last + 1,
            Relation.Obl or Relation.Nmod => !loose && !(isPhrase && IsSetting(c)),
            Relation.Advcl => !loose && !IsAddition(c) && !(isPhrase && IsSetting(c)),
            Relation.OblUnmarked or Relation.Advmod => !loose && !isPhrase,
            Relation.OblAgent or Relation.Acl or Relation.AclRelcl or Relation.Xcomp => !loose && !IsAddition(c),
            Relation.Parataxis or Relation.Appos => tree.Word(before) == ":",
            _ => false,
        };
    }

    private bool IsLooseSign(int i) => tree.Tag(i) == PartOfSpeech.Punct && tree.Penn(i) is not ("``" or "''" or "\"" or "HYPH");

    // Where and when something was said is not part of what was said.
    private bool IsSetting(int c) => tree.Word(tree.Child(c, Relation.Case, Relation.Mark, Relation.Advmod)) is "in" or "on" or "at" or "during" or "despite" or "since" or "after" or "before" or "while" or "amid" or "when" or "among" or "through" or "";

    // A clause whose rest the parser hung elsewhere runs on to the next sign.
    private List<int> Close(int cue, bool isClause, List<int> content)
    {
        var next = content[^1] + 1;
        if (isClause && AndThat(next)) return [.. content, .. Enumerable.Range(next, tree.Count - next)];
        if (!isClause || content[^1] < cue || next >= tree.Count || tree.Tag(next) is PartOfSpeech.Punct or PartOfSpeech.Cconj) return content;
        var end = next;
        while (end < tree.Count && !IsLooseSign(end))
        {
            if (CueLexicon.Find(tree.Lemma(end), CuePart.Verb) is not null && tree.Tag(end) == PartOfSpeech.Verb || tree.Tag(end) == PartOfSpeech.Cconj) return content;
            end++;
        }
        return [.. content, .. Enumerable.Range(next, end - next)];
    }

    // ", and that …".
    private bool AndThat(int next)
    {
        if (tree.Word(Math.Min(next, tree.Count - 1)) == ",") next++;
        return next + 2 < tree.Count && tree.Tag(next) == PartOfSpeech.Cconj && tree.Word(next + 1) == "that";
    }

    private List<int> Trim(int cue, bool isClause, List<int> content)
    {
        for (var rounds = 0; rounds < MostCuts; rounds++)
        {
            var last = content[^1];
            var cut = -1;
            foreach (var t in content)
            {
                var left = tree.Left(t);
                if (t <= cue || left <= content[0] || content.BinarySearch(left) < 0) continue;
                if (IsAddition(t) || tree.Right(t) >= last && IsSetOff(t, cue, isClause)) cut = cut < 0 ? left : Math.Min(cut, left);
            }
            if (cut < 0) return content;
            content = content.FindAll(t => t < cut);
        }
        return content;
    }

    // ", according to …", ", who …", ", while …", ", but others said …".
    private bool IsSetOff(int t, int cue, bool isClause)
    {
        var left = tree.Left(t);
        if (tree.HasChild(t, Relation.Case, "according")) return true;
        if (tree.Rel(t) == Relation.Conj) return IsOtherClause(t, cue, isClause);
        if (tree.Word(left - 1) is not ("," or "-" or "–" or "—") && tree.Word(left) is not ",") return false;
        return tree.Rel(t) switch
        {
            Relation.AclRelcl => true,
            Relation.Advcl => !isClause || FirstWord(left) is "as" or "even" or "though" or "although" or "while" or "just" or "whereas" or "despite",
            Relation.Appos => !isClause,
            Relation.Obl => FirstWord(left) is "despite",
            _ => false,
        };
    }

    private string FirstWord(int left) => tree.Tag(left) == PartOfSpeech.Punct ? tree.Word(Math.Min(left + 1, tree.Count - 1)) : tree.Word(left);

    // A finite clause that is coordinated with the content goes on from the cue if it reports too, or if the content is none.
    private bool IsOtherClause(int t, int cue, bool isClause)
    {
        if (tree.HasChild(t, Relation.Mark, "that") || !tree.IsFinite(t)) return false;
        var own = tree.OwnSubject(t) >= 0;
        if (own && Reports(t)) return true;
        if (own) return !isClause && tree.Word(tree.Left(t) - 1) == "," && !tree.IsInterrogative(tree.Left(t)) && !tree.IsInterrogative(tree.Left(t) + 1);
        return tree.Penn(t) == tree.Penn(cue) && tree.Penn(tree.Head(t)) != tree.Penn(cue) && tree.Penn(cue) is "VBD" or "VBZ" or "VBP";
    }

    private bool Reports(int t) => CueLexicon.Find(tree.Lemma(t), CuePart.Verb) is { } entry && entry.Takes(CueFrame.That) && entry.ClassOf(CueFrame.That) == CueClass.Speech;

    // A participle that attributes something else: "…, calling it a bluff", "before claiming …".
    private bool IsAddition(int t)
    {
        if (tree.Penn(t) != "VBG" || tree.Rel(t) is not (Relation.Advcl or Relation.Conj or Relation.Acl or Relation.Parataxis or Relation.Ccomp or Relation.Csubj or Relation.Dep)) return false;
        var left = tree.Left(t);
        if (tree.Word(left - 1) is not "," && tree.Word(left) is not ("," or "before" or "after" or "while")) return false;
        return CueLexicon.Find(tree.Lemma(t), CuePart.Verb) is { } entry && entry.Frames.Values.Any(c => c is CueClass.Speech or CueClass.Judgement);
    }
}
