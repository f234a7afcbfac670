using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>Which subordinate clauses and phrases assert something of their own.</summary>
internal static class Asides
{
    /// <summary>A relative clause does after a comma or a name, and where it tells of something past.</summary>
    public static bool AssertsRelative(SentenceTree tree, int clause, bool reported)
    {
        if (!tree.IsNominal(tree.Head(clause)) && !IsSetOff(tree, clause)) return false;
        if (tree.Tag(clause) == PartOfSpeech.Adv || !tree.IsClause(clause) && tree.OwnSubject(clause) < 0 || tree.Right(clause) - tree.Left(clause) < 2) return false;
        if (IsSetOff(tree, clause) || IsDated(tree, clause)) return true;
        if (!reported && IsBehindPreposition(tree, clause) && (IsPast(tree, clause) || tree.HasChild(clause, Relation.Aux, "would"))) return true;
        var subject = tree.OwnSubject(clause);
        if (reported || subject < 0 || !tree.IsRelativePronoun(subject) || FrameFinder.IsNegated(tree, clause)) return false;
        return IsPast(tree, clause);
    }

    // "A collision in which nobody was hurt", "a plan under which they would pay".
    private static bool IsBehindPreposition(SentenceTree tree, int clause) => tree.Left(clause) is var left && tree.Tag(left) == PartOfSpeech.Adp && left + 1 < tree.Count && tree.Word(left + 1) is "which" or "whom";

    // "Whom the army installed in May", "a term that ends in 1996": a date of its own makes it an assertion.
    private static bool IsDated(SentenceTree tree, int clause)
    {
        if (!tree.IsFinite(clause) || tree.HasChild(clause, Relation.Aux)) return false;
        foreach (var c in tree.Children(clause))
        {
            if (c < clause || tree.Rel(c) is not (Relation.Obl or Relation.OblUnmarked or Relation.Nmod)) continue;
            for (var i = tree.Left(c); i <= tree.Right(c); i++)
            {
                if (Standoff.Reading.Times.CalendarNames.IsMonthOrYear(tree.Sentence.FormAt(i))) return true;
            }
        }
        return false;
    }

    /// <summary>A participle does after a comma ("…, tabled by France"), or where it reports ("a statement condemning …").</summary>
    public static bool AssertsParticiple(SentenceTree tree, int clause)
    {
        if (tree.HasTo(clause) || tree.Lemma(clause) is "speak" or "name" or "call" or "know" or "title" or "base" or "dub") return false;
        if (tree.Penn(clause) == "VBG" && ReportingLexicon.IsVerb(tree.Lemma(clause)) && WordClasses.SourceNoun(tree.Lemma(tree.Head(clause))) == SourceKind.Document) return true;
        return IsSetOff(tree, clause) && tree.Right(clause) - tree.Left(clause) >= 2 && tree.Penn(clause) is "VBN" or "VBD" or "VBG" or "JJ";
    }

    /// <summary>A clause that a noun of saying governs ("the allegation that …").</summary>
    public static bool AssertsNounContent(SentenceTree tree, int clause)
    {
        var noun = tree.Head(clause);
        if (noun >= 0 && tree.Rel(clause) == Relation.AclRelcl && !tree.HasChild(clause, Relation.Obj, Relation.Iobj, Relation.Xcomp, Relation.Ccomp, Relation.Cop) && !(tree.HasChild(clause, Relation.Obl) && !IsSetOff(tree, noun))) return false;
        return noun >= 0 && tree.Tag(noun) == PartOfSpeech.Noun && tree.Word(tree.Left(clause)) == "that" && tree.OwnSubject(clause) is var s && s != tree.Left(clause) && (s >= 0 || tree.HasChild(clause, Relation.Mark, "that")) && tree.IsFinite(clause)
            && ReportingLexicon.Noun(tree.Lemma(noun)) is not null;
    }

    /// <summary>An apposition with a clause of its own ("a charge that they deny").</summary>
    public static bool AssertsApposition(SentenceTree tree, int i)
    {
        var clause = tree.Child(i, Relation.AclRelcl, Relation.Acl);
        return clause >= 0 && IsSetOff(tree, i) && !IsSetOff(tree, clause) && tree.Rel(clause) == Relation.AclRelcl && tree.Tag(i) == PartOfSpeech.Noun && (tree.IsFinite(clause) || tree.OwnSubject(clause) >= 0) && !tree.HasChild(i, Relation.Case);
    }

    /// <summary>Whether the clause or sentence calls what the noun tells of false.</summary>
    public static bool JudgedFalse(SentenceTree tree, int noun)
    {
        var head = tree.Head(noun);
        if (head < 0 || tree.Rel(noun) is not (Relation.Nsubj or Relation.NsubjPass or Relation.Obj)) return false;
        return tree.Lemma(head) is "false" or "untrue" or "baseless" or "groundless" or "unfounded" or "fabricated" or "wrong" or "lie" or "deny" or "reject" or "dismiss" or "refute"
            || tree.Lemma(head) is "true" or "correct" && FrameFinder.IsNegated(tree, head);
    }

    /// <summary>The one by whom a noun's act is done; -1 if not said.</summary>
    public static int By(SentenceTree tree, int noun)
    {
        foreach (var c in tree.Children(noun))
        {
            if (tree.Rel(c) is Relation.Nmod or Relation.Obl && tree.Child(c, Relation.Case) is var k and >= 0 && tree.Word(k) is "by" or "from") return c;
        }
        return -1;
    }

    /// <summary>Whether a comma, dash or bracket parts the phrase from what it follows.</summary>
    public static bool IsSetOff(SentenceTree tree, int i)
    {
        var left = tree.Left(i);
        return tree.Word(left) is "," or "(" or "—" or "–" or "--" || left > 0 && tree.Word(left - 1) is "," or "(" or "—" or "–" or "--" or "-"
            || left > 1 && tree.Word(left - 1) is "\"" or "”" or "''" && tree.Word(left - 2) == ",";
    }

    /// <summary>Whether the clause tells of something past.</summary>
    public static bool IsPast(SentenceTree tree, int clause)
    {
        if (tree.Penn(clause) == "VBD") return true;
        var aux = tree.Child(clause, Relation.Aux, Relation.AuxPass, Relation.Cop);
        return aux >= 0 && tree.Penn(clause) is "VBN" && tree.Word(aux) is "has" or "have" or "had" or "was" or "were";
    }
}
