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
    private readonly int[] _headsBefore;
    private readonly Relation[] _relationsBefore;
    private readonly PartOfSpeech[] _tagsBefore;
    private bool _changed;

    private TreeRepair(Sentence sentence)
    {
        _sentence = sentence;
        var n = sentence.Count;
        (_heads, _relations, _tags) = (new int[n], new Relation[n], new PartOfSpeech[n]);
        (_headsBefore, _relationsBefore, _tagsBefore) = (new int[n], new Relation[n], new PartOfSpeech[n]);
        for (var i = 0; i < n; i++) (_heads[i], _relations[i], _tags[i]) = (sentence.HeadAt(i), sentence.RelationAt(i), sentence.TagAt(i));
    }

    // In this order: what reports is settled before what is reported.
    private static readonly Action<TreeRepair>[] Steps =
    [
        r => r._changed |= new ThatClauses(r._sentence, r._heads, r._relations, r._tags).Mend(),
        r => r._changed |= new LostParticiples(r._sentence, r._heads, r._relations, r._tags).Mend(),
        r => r._changed |= new DatedSubjects(r._sentence, r._heads, r._relations, r._tags).Mend(),
        r => r.PastBesideSubjunctive(),
        r => r.FalseReports(),
        r => r._changed |= new TrailingAttributions(r._sentence, r._heads, r._relations, r._tags).Mend(),
        r => r.VerbTakenForNoun(),
        r => r._changed |= new LostVerbs(r._sentence, r._heads, r._relations, r._tags).Mend(),
        r => r.SpeakingIt(),
        r => r.VerbInSeries(),
        r => r.AppositiveNouns(),
        r => r.FiniteRoot(),
        r => r._changed |= new FiniteClauses(r._sentence, r._heads, r._relations, r._tags).Mend(),
        r => r.RelativeClauses(),
        r => r.MarkedClauses(),
        r => r.RelativeObjects(),
    ];

    /// <summary>The sentence with its tree mended; the same one where nothing was amiss.</summary>
    public static Sentence Mend(Sentence sentence)
    {
        if (sentence.Count < 3) return sentence;
        var repair = new TreeRepair(sentence);
        foreach (var step in Steps) repair.Take(step);
        return repair._changed ? repair.Rebuilt() : sentence;
    }

    // "He demanded that they go and warned of …": a past tense goes on with the past tense above, not with "go".
    private void PastBesideSubjunctive()
    {
        for (var i = 0; i < _sentence.Count; i++)
        {
            if (_relations[i] != Relation.Conj || _sentence.PennTagAt(i) != "VBD" || _heads[i] is not (>= 0 and var inner)) continue;
            if (_sentence.PennTagAt(inner) is not ("VB" or "VBP") || _heads[inner] is not (>= 0 and var outer) || _sentence.PennTagAt(outer) != "VBD" || HasSubject(i)) continue;
            for (var d = i + 1; d < _sentence.Count; d++)
            {
                if (_heads[d] == inner) _heads[d] = i;
            }
            _heads[i] = outer;
            _changed = true;
        }
    }

    private bool HasSubject(int verb)
    {
        for (var i = 0; i < _sentence.Count; i++)
        {
            if (_heads[i] == verb && (_relations[i] is Relation.Nsubj or Relation.NsubjPass)) return true;
        }
        return false;
    }

    // A step that leaves no tree behind is undone: odd texts must not break what rules rely on.
    private void Take(Action<TreeRepair> step)
    {
        var changed = _changed;
        _heads.CopyTo(_headsBefore, 0);
        _relations.CopyTo(_relationsBefore, 0);
        _tags.CopyTo(_tagsBefore, 0);
        step(this);
        if (_heads.AsSpan().SequenceEqual(_headsBefore) || IsTree(_heads)) return;
        _headsBefore.CopyTo(_heads, 0);
        _relationsBefore.CopyTo(_relations, 0);
        _tagsBefore.CopyTo(_tags, 0);
        _changed = changed;
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
        var verb = FirstParticiple(root);
        if (verb < 0) verb = LoneParticiple(root);
        if (verb < 0) return;
        if (_heads[verb] > verb) (_heads[_heads[verb]], _relations[_heads[verb]]) = (verb, Relation.Obj);
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
            if (_relations[i] is Relation.Advcl or Relation.Acl or Relation.Parataxis && _sentence.PennTagAt(i) is "VBN" or "VBD" && PrecededByComma(i) && ReportingLexicon.Reports(_sentence.LemmaAt(i).ToLowerInvariant()) && _sentence.FormAt(_sentence.Count - 1) == ":") return i;
            if (_relations[i] == Relation.Amod && _sentence.FormAt(i).EndsWith("ed", StringComparison.Ordinal)) return i;
        }
        return -1;
    }

    // "The head of the council, General X, blamed the rebels." with no tensed verb anywhere: the participle behind the
    // comma is the verb, and the noun that it was thought to describe its object.
    private int LoneParticiple(int root)
    {
        if (Enumerable.Range(0, _heads.Length).Any(i => _sentence.PennTagAt(i) is "VBD" or "VBZ" or "VBP" or "MD")) return -1;
        for (var i = root + 2; i < _heads.Length - 1; i++)
        {
            if (_sentence.PennTagAt(i) == "VBN" && PrecededByComma(i) && _relations[i] == Relation.Amod && _heads[i] > i && _heads[_heads[i]] == root) return i;
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
        if (root < 1 || _sentence.PennTagAt(root) != "NNS" || !EndsAsSentence() && (_tags[^1] == PartOfSpeech.Punct || ThatClauses.VerbLemma(_sentence, root) == _sentence.LemmaAt(root) && !(root + 1 < _sentence.Count && _sentence.PennTagAt(root + 1) == "VBG")) || !ReportingLexicon.IsVerb(ThatClauses.VerbLemma(_sentence, root)) || ThatClauses.VerbLemma(_sentence, root) == _sentence.LemmaAt(root) && !ReportingLexicon.IsVerb(_sentence.LemmaAt(root))) return;
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

    // "Reports that India had shelled Pakistan were false": noun of saying, its content, a verdict.
    private void FalseReports()
    {
        for (var that = 1; that < _heads.Length - 4; that++)
        {
            var noun = that - 1;
            if (!IsWord(that, "that") || _tags[noun] != PartOfSpeech.Noun || ReportingLexicon.Noun(_sentence.LemmaAt(noun)) is null) continue;
            var verdict = Verdict(that);
            if (verdict < 0 || _heads[noun] == verdict && _relations[noun] == Relation.Nsubj) continue;
            var verb = Array.FindIndex(_tags, that + 1, verdict - that - 2, t => t == PartOfSpeech.Verb);
            if (verb < 0) continue;
            Judge(noun, that, verb, verdict);
        }
    }

    private int Verdict(int that)
    {
        for (var i = that + 4; i < _heads.Length; i++)
        {
            if (_sentence.FormAt(i) is "," or ";") return -1;
            if (_sentence.FormAt(i - 1) is "were" or "was" or "are" or "is" && _sentence.LemmaAt(i) is "false" or "untrue" or "baseless" or "groundless" or "unfounded" or "wrong") return i;
        }
        return -1;
    }

    private void Judge(int noun, int that, int verb, int verdict)
    {
        var (oldHeads, oldRelations) = ((int[])_heads.Clone(), (Relation[])_relations.Clone());
        (_heads[verdict], _relations[verdict]) = IsUnder(_heads[noun], verdict) || _heads[noun] == verb ? (-1, Relation.Root) : (_heads[noun], _relations[noun]);
        if (_heads[verdict] < 0 && Array.FindIndex(_heads, h => h < 0) is var root && root != verdict) _heads[root] = verdict;
        (_heads[noun], _relations[noun], _heads[verb], _relations[verb], _heads[that], _relations[that]) = (verdict, Relation.Nsubj, noun, Relation.Acl, verb, Relation.Mark);
        for (var i = that + 1; i < verdict - 1; i++)
        {
            if (i != verb && (_heads[i] >= verdict - 1 || _heads[i] <= that)) (_heads[i], _relations[i]) = (verb, i < verb ? Relation.Nsubj : Relation.Obj);
        }
        (_heads[verdict - 1], _relations[verdict - 1]) = (verdict, Relation.Cop);
        _changed = true;
        if (IsTree(_heads)) return;
        oldHeads.CopyTo(_heads, 0);
        oldRelations.CopyTo(_relations, 0);
    }

    // "It demands that …": who demands is somebody.
    private void SpeakingIt()
    {
        for (var i = 0; i < _heads.Length; i++)
        {
            var verb = _heads[i];
            if (_relations[i] != Relation.Expl || verb < 0 || _tags[verb] != PartOfSpeech.Verb || Any(verb, Relation.Nsubj) || Any(verb, Relation.AuxPass) || !ReportingLexicon.Reports(_sentence.LemmaAt(verb).ToLowerInvariant())) continue;
            (_relations[i], _changed) = (Relation.Nsubj, true);
        }
    }

    // "… and denies any part": a plural noun behind "and" with a determiner behind it is a verb that the lexicon knows.
    private void VerbInSeries()
    {
        var root = Array.FindIndex(_heads, h => h < 0);
        for (var i = 2; i < _heads.Length - 1; i++)
        {
            if (_sentence.PennTagAt(i) != "NNS" || _sentence.FormAt(i - 1) is not ("and" or "but") || IsUnder(root, i)) continue;
            var over = root;
            var known = _tags[root] == PartOfSpeech.Verb && root < i && (_tags[i + 1] == PartOfSpeech.Det || IsWord(i + 1, "that")) && ReportingLexicon.IsVerb(ThatClauses.VerbLemma(_sentence, i));
            if (!known && !GoesOn(i, ref over)) continue;
            (_heads[i], _relations[i], _tags[i]) = (over, Relation.Conj, PartOfSpeech.Verb);
            (_heads[i - 1], _relations[i - 1]) = (i, Relation.Cc);
            for (var k = i + 1; k < _heads.Length; k++)
            {
                if (_relations[k] == Relation.Obj && _heads[k] == root) _heads[k] = i;
            }
            _changed = true;
        }
    }

    // "Faces an election next year and trails in the polls": behind "and" and a singular, before a preposition or an
    // article, a bare plural goes on with the present tense before it.
    private bool GoesOn(int i, ref int over)
    {
        if (i < 4 || _sentence.PennTagAt(i - 2) is "NNS" or "NNPS" or "NNP" || _sentence.PennTagAt(i - 2) == "JJ" && !Any(i - 2, Relation.Cop) || _tags[i + 1] is not (PartOfSpeech.Adp or PartOfSpeech.Det) || IsWord(i + 1, "of")) return false;
        for (var v = i - 2; v > 0; v--)
        {
            if (_sentence.FormAt(v) is ";" or ":" or "\"") return false;
            if (_sentence.PennTagAt(v) is "VBD" or "VBP" or "MD") { if (v < i - 3) continue; return false; }
            if (_sentence.PennTagAt(v) != "VBZ" || _tags[v] != PartOfSpeech.Verb) continue;
            over = v;
            return !IsUnder(v, i);
        }
        return false;
    }

    // ", demands that he rejected": a plural noun that was taken for a verb, picked up from before the comma.
    private void AppositiveNouns()
    {
        for (var i = 2; i < _heads.Length - 2; i++)
        {
            if (_tags[i] != PartOfSpeech.Verb || _sentence.PennTagAt(i) is not ("VBZ" or "VBD") || !_sentence.FormAt(i).EndsWith('s') || !PrecededByComma(i) || !IsWord(i + 1, "that") || Any(i, Relation.Nsubj)) continue;
            var lemma = _sentence.FormAt(i)[..^1].ToLowerInvariant();
            var noun = NounBefore(i - 1, lemma);
            var clause = Array.FindIndex(_heads, i + 2, h => h == i);
            if (ReportingLexicon.Noun(lemma) is null || noun < 0 || clause < 0) continue;
            (_heads[i], _relations[i], _tags[i]) = (noun, Relation.Appos, PartOfSpeech.Noun);
            (_heads[clause], _relations[clause]) = (i, Relation.AclRelcl);
            (_heads[i + 1], _relations[i + 1]) = (clause, Relation.Obj);
            _changed = true;
        }
    }

    // "Seen no evidence that …": the clause belongs to the noun.
    private void EvidenceContents()
    {
        for (var noun = 1; noun < _heads.Length - 2; noun++)
        {
            if (!IsWord(noun + 1, "that") || !WordClasses.IsPredicate(_sentence.LemmaAt(noun), "evidence") || _relations[noun + 1] != Relation.Mark) continue;
            var clause = _heads[noun + 1];
            if (clause < 0 || clause < noun || _heads[clause] != _heads[noun] || _heads[noun] < 0) continue;
            (_heads[clause], _relations[clause], _changed) = (noun, Relation.Acl, true);
        }
    }

    // ", demands that they rejected" with a transitive verb that has no other object: "that" is it, so the clause is relative.
    private void RelativeObjects()
    {
        EvidenceContents();
        for (var noun = 2; noun < _heads.Length - 2; noun++)
        {
            if (_tags[noun] != PartOfSpeech.Noun || !PrecededByComma(noun) && !(_tags[noun - 1] == PartOfSpeech.Det && PrecededByComma(noun - 1)) || !IsWord(noun + 1, "that")) continue;
            var clause = Array.FindIndex(_heads, noun + 2, h => h == noun);
            if (clause < 0 || _relations[clause] is not (Relation.Acl or Relation.Ccomp or Relation.AclRelcl) || !Any(clause, Relation.Nsubj) || Any(clause, Relation.Xcomp) || Any(clause, Relation.Ccomp)) continue;
            if (ReportingLexicon.Find(_sentence.LemmaAt(clause), FrameShape.Np) is null || _heads[noun + 1] != clause) continue;
            if (Enumerable.Range(0, _heads.Length).Any(i => i != noun + 1 && _heads[i] == clause && _relations[i] == Relation.Obj)) continue;
            (_relations[clause], _relations[noun + 1], _changed) = (Relation.AclRelcl, Relation.Obj, true);
            if (_relations[noun] is not Relation.Appos && NounBefore(noun - 1) is var before and >= 0 && !IsUnder(before, noun)) (_heads[noun], _relations[noun]) = (before, Relation.Appos);
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
