using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Mends what a statistical parser gets wrong most often in reporting prose, where the words themselves leave no doubt:
/// a finite verb taken for a participle, a subordinate clause under the wrong relation, a relative clause taken for a subject.
/// </summary>
internal sealed class TreeRepair
{
    private readonly Sentence _sentence;
    private readonly int[] _heads;
    private readonly Relation[] _relations;
    private readonly PartOfSpeech[] _tags;
    private bool _changed;

    private TreeRepair(Sentence sentence)
    {
        _sentence = sentence;
        _heads = [.. Enumerable.Range(0, sentence.Count).Select(sentence.HeadAt)];
        _relations = [.. Enumerable.Range(0, sentence.Count).Select(sentence.RelationAt)];
        _tags = [.. Enumerable.Range(0, sentence.Count).Select(sentence.TagAt)];
    }

    /// <summary>The sentence with its tree mended; the same one where nothing was amiss.</summary>
    public static Sentence Mend(Sentence sentence)
    {
        if (sentence.Count < 3) return sentence;
        var repair = new TreeRepair(sentence);
        repair._changed |= new ThatClauses(sentence, repair._heads, repair._relations, repair._tags).Mend();
        repair._changed |= new TrailingAttributions(sentence, repair._heads, repair._relations, repair._tags).Mend();
        repair.VerbTakenForNoun();
        repair.AppositiveNouns();
        repair.FiniteRoot();
        repair._changed |= new FiniteClauses(sentence, repair._heads, repair._relations, repair._tags).Mend();
        repair.RelativeClauses();
        repair.MarkedClauses();
        return repair._changed ? repair.Rebuilt() : sentence;
    }

    private Sentence Rebuilt()
    {
        var n = _sentence.Count;
        var indexes = Enumerable.Range(0, n).ToArray();
        return new Sentence(
            _sentence.Span, Array.ConvertAll(indexes, _sentence.SpanAt), Array.ConvertAll(indexes, _sentence.FormAt), Array.ConvertAll(indexes, LemmaOf),
            _tags, Array.ConvertAll(indexes, PennOf), _heads, _relations);
    }

    // A verb that was taken for a noun gets a verb's lemma.
    private string LemmaOf(int i) => _tags[i] == PartOfSpeech.Verb && _sentence.TagAt(i) != PartOfSpeech.Verb ? ThatClauses.VerbLemma(_sentence, i) : _sentence.LemmaAt(i);

    // A participle that was made the sentence's verb is a past tense.
    private string PennOf(int i) => _tags[i] == PartOfSpeech.Verb && _sentence.TagAt(i) != PartOfSpeech.Verb ? "VBD" : _heads[i] < 0 && _sentence.PennTagAt(i) is "VBN" or "JJ" ? "VBD" : _sentence.PennTagAt(i);

    // "Two diplomats told Reuters that …": a full sentence whose noun became the root over a participle.
    private void FiniteRoot()
    {
        var root = Array.FindIndex(_heads, h => h < 0);
        if (_sentence.TagAt(root) is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron) || !EndsAsSentence()) return;
        if (Any(root, Relation.Cop) || Any(root, Relation.Nsubj) || Any(root, Relation.Expl) || HasFiniteMain(root)) return;
        var verb = Array.FindIndex(_heads, h => h == root) < 0 ? -1 : FirstParticiple(root);
        if (verb < 0) return;
        for (var i = verb + 1; i < _heads.Length; i++)
        {
            if (_heads[i] == root) _heads[i] = verb;
        }
        (_heads[verb], _relations[verb]) = (-1, Relation.Root);
        (_heads[root], _relations[root]) = (verb, Relation.Nsubj);
        _tags[verb] = PartOfSpeech.Verb;
        _changed = true;
    }

    private int FirstParticiple(int root)
    {
        for (var i = root + 1; i < _heads.Length; i++)
        {
            if (_heads[i] != root) continue;
            if (_relations[i] == Relation.Acl && _sentence.PennTagAt(i) is "VBN" or "VBD" && !PrecededByComma(i)) return i;
            if (_relations[i] == Relation.Amod && _sentence.FormAt(i).EndsWith("ed", StringComparison.Ordinal)) return i;
        }
        return -1;
    }

    private bool HasFiniteMain(int root)
    {
        for (var i = 0; i < _heads.Length; i++)
        {
            if (_heads[i] == root && _relations[i] is Relation.Parataxis or Relation.Conj && _sentence.TagAt(i) is PartOfSpeech.Verb or PartOfSpeech.Aux) return true;
        }
        return false;
    }

    private bool EndsAsSentence() => _sentence.FormAt(_sentence.Count - 1) is "." or "”" or "\"" or ":" or ";";

    // ", which hosts a base," is a relative clause of the noun before the comma, whatever it was taken for.
    private void RelativeClauses()
    {
        for (var i = 2; i < _heads.Length - 1; i++)
        {
            if (_sentence.FormAt(i) is not ("which" or "who" or "whose") || _sentence.FormAt(i - 1) != ",") continue;
            var subject = _sentence.FormAt(i) == "whose" ? _heads[i] : i;
            var verb = subject < 0 ? -1 : _heads[subject];
            if (verb <= i || _relations[verb] is Relation.AclRelcl or Relation.AdvclRelcl || _relations[subject] is not (Relation.Nsubj or Relation.NsubjPass) && !(_relations[i] is Relation.Obj or Relation.Obl && Any(verb, Relation.Nsubj))) continue;
            var noun = NounBefore(i - 1);
            if (noun < 0 || IsUnder(noun, verb) && _heads[noun] != verb) continue;
            if (_heads[noun] == verb)
            {
                if (_heads[verb] < 0) continue;
                (_heads[noun], _relations[noun]) = (_heads[verb], Relation.Nsubj);
            }
            (_heads[verb], _relations[verb]) = (noun, Relation.AclRelcl);
            _changed = true;
        }
    }

    private int NounBefore(int comma)
    {
        for (var i = comma - 1; i >= Math.Max(0, comma - 3); i--)
        {
            if (_sentence.TagAt(i) is PartOfSpeech.Noun or PartOfSpeech.Propn) return OutOfName(i);
        }
        return -1;
    }

    // The head of a name or compound that the token is part of.
    private int OutOfName(int i)
    {
        for (var steps = 0; steps < 6 && _heads[i] >= 0 && _relations[i] is Relation.Flat or Relation.Compound or Relation.Nmod; steps++) i = _heads[i];
        return i;
    }

    // "The army denies targeting hospitals": a sentence without a verb whose plural root is a verb form that the lexicon knows.
    private void VerbTakenForNoun()
    {
        var root = Array.FindIndex(_heads, h => h < 0);
        if (root < 1 || _sentence.PennTagAt(root) != "NNS" || !EndsAsSentence() || !ReportingLexicon.IsVerb(ThatClauses.VerbLemma(_sentence, root)) || ThatClauses.VerbLemma(_sentence, root) == _sentence.LemmaAt(root) && !ReportingLexicon.IsVerb(_sentence.LemmaAt(root))) return;
        for (var i = 0; i < _heads.Length; i++)
        {
            if (_sentence.PennTagAt(i) is "VBD" or "VBZ" or "VBP" or "MD") return;
        }
        var subject = root - 1;
        if (_tags[subject] is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || _heads[subject] != root) return;
        for (var i = 0; i < _heads.Length; i++)
        {
            if (_heads[i] != root) continue;
            if (i < subject) _heads[i] = subject;
            else if (i > root && _relations[i] == Relation.Acl) _relations[i] = Relation.Xcomp;
            else if (i > root && _relations[i] is Relation.Nmod or Relation.Dep && _tags[i] == PartOfSpeech.Noun) _relations[i] = Relation.Obj;
        }
        (_relations[subject], _tags[root], _changed) = (Relation.Nsubj, PartOfSpeech.Verb, true);
    }

    // ", demands that he rejected": a plural noun that was taken for a verb, picked up from before the comma.
    private void AppositiveNouns()
    {
        for (var i = 2; i < _heads.Length - 2; i++)
        {
            if (_tags[i] != PartOfSpeech.Verb || _sentence.PennTagAt(i) != "VBZ" || !PrecededByComma(i) || !IsWord(i + 1, "that") || Any(i, Relation.Nsubj)) continue;
            var lemma = _sentence.LemmaAt(i);
            var noun = NounBefore(i - 1, lemma);
            var clause = Array.FindIndex(_heads, i + 2, h => h == i);
            if (ReportingLexicon.Noun(lemma) is null || noun < 0 || clause < 0) continue;
            (_heads[i], _relations[i], _tags[i]) = (noun, Relation.Appos, PartOfSpeech.Noun);
            (_heads[clause], _relations[clause]) = (i, Relation.AclRelcl);
            (_heads[i + 1], _relations[i + 1]) = (clause, Relation.Obj);
            _changed = true;
        }
    }

    private int NounBefore(int comma, string lemma)
    {
        for (var i = comma - 1; i >= 0; i--)
        {
            if (_tags[i] == PartOfSpeech.Noun && _sentence.LemmaAt(i) == lemma) return i;
        }
        return NounBefore(comma);
    }

    // A clause that "if" or "though" marks is adverbial.
    private void MarkedClauses()
    {
        for (var i = 0; i < _heads.Length; i++)
        {
            if (_relations[i] != Relation.Mark || !IsAdverbialMark(i)) continue;
            var clause = _heads[i];
            if (_heads[clause] < 0 || _relations[clause] is Relation.Advcl or Relation.Conj) continue;
            var over = ClauseOver(clause);
            if (over < 0 || IsWord(i, "if") && ReportingLexicon.Find(_sentence.LemmaAt(over), FrameShape.Wh) is not null && clause > over) continue;
            (_heads[clause], _relations[clause]) = (over, Relation.Advcl);
            _changed = true;
        }
    }

    private bool IsAdverbialMark(int i) => IsWord(i, "if") || IsWord(i, "unless") || IsWord(i, "though") || IsWord(i, "although") || IsWord(i, "while") || IsWord(i, "once") || IsWord(i, "because") || IsWord(i, "whereas");

    private bool IsWord(int i, string word) => string.Equals(_sentence.FormAt(i), word, StringComparison.OrdinalIgnoreCase);

    private int ClauseOver(int i)
    {
        var h = _heads[i];
        for (var steps = 0; h >= 0 && steps < _heads.Length; steps++, h = _heads[h])
        {
            if (_sentence.TagAt(h) == PartOfSpeech.Verb || Any(h, Relation.Nsubj) || Any(h, Relation.Cop) || _heads[h] < 0) return h;
        }
        return -1;
    }

    /// <summary>Whether heads make a tree: one root, no circle.</summary>
    public static bool IsTree(int[] heads)
    {
        var roots = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            var steps = 0;
            for (var h = i; h >= 0; h = heads[h])
            {
                if (++steps > heads.Length) return false;
            }
            if (heads[i] < 0) roots++;
        }
        return roots == 1;
    }

    private bool IsUnder(int i, int ancestor)
    {
        for (var steps = 0; i >= 0 && steps <= _heads.Length; steps++, i = _heads[i])
        {
            if (i == ancestor) return true;
        }
        return false;
    }

    private bool PrecededByComma(int i) => i > 0 && _sentence.FormAt(i - 1) == ",";

    private bool Any(int head, Relation relation)
    {
        for (var i = 0; i < _heads.Length; i++)
        {
            if (_heads[i] == head && _relations[i] == relation) return true;
        }
        return false;
    }
}
