using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>Arrays of a whole sentence, filled from the parses of its parts.</summary>
internal sealed class MergedSentence(Sentence sentence)
{
    private readonly string[] _lemmas = [.. Enumerable.Range(0, sentence.Count).Select(sentence.LemmaAt)];
    private readonly string[] _penn = [.. Enumerable.Range(0, sentence.Count).Select(sentence.PennTagAt)];
    private readonly PartOfSpeech[] _tags = [.. Enumerable.Range(0, sentence.Count).Select(sentence.TagAt)];
    private readonly int[] _heads = [.. Enumerable.Repeat(-2, sentence.Count)];
    private readonly Relation[] _relations = new Relation[sentence.Count];

    // Places a part; its root goes under the token given. Gives the root's place.
    public int Take(List<int> places, Sentence part, int over)
    {
        var root = -1;
        for (var k = 0; k < places.Count; k++)
        {
            var i = places[k];
            (_lemmas[i], _penn[i], _tags[i], _relations[i]) = (part.LemmaAt(k), part.PennTagAt(k), part.TagAt(k), part.RelationAt(k));
            _heads[i] = part.HeadAt(k) < 0 ? over : places[part.HeadAt(k)];
            if (part.HeadAt(k) < 0) root = i;
        }
        return root;
    }

    // The innermost clause that goes on behind an aside: "a film which, they say, shows a boat".
    public int ClauseAround(int first, int last, int root)
    {
        var next = last + 1;
        while (next < _heads.Length && _heads[next] == -2) next++;
        for (var (h, steps) = (next < _heads.Length ? next : root, 0); h >= 0 && h != root && steps < 40; steps++, h = _heads[h])
        {
            if (_tags[h] == PartOfSpeech.Verb && _relations[h] is Relation.AclRelcl or Relation.AdvclRelcl && Array.Exists([.. Enumerable.Range(0, first)], i => _heads[i] == h)) return h;
        }
        return root;
    }

    // A description of the noun phrase that ends at a token.
    public void Describe(List<int> words, Sentence part, int noun)
    {
        while (noun > 0 && _heads[noun] >= 0 && _heads[noun] < words[0] && _tags[_heads[noun]] is PartOfSpeech.Noun or PartOfSpeech.Propn && _relations[noun] is Relation.Nmod or Relation.Flat or Relation.Compound or Relation.Appos) noun = _heads[noun];
        var root = Take(words, part, noun);
        _relations[root] = _penn[root] == "VBG" ? Relation.Acl : Relation.AclRelcl;
    }

    // What somebody says, under the verb that says so.
    public void Report(List<int> content, Sentence part, int verb, int that)
    {
        var root = Take(content, part, verb);
        (_relations[root], _heads[that], _relations[that], _tags[that]) = (Relation.Ccomp, root, Relation.Mark, PartOfSpeech.Sconj);
    }

    // A second clause with its conjunction.
    public void Join(List<int> words, Sentence part, int root, int conjunction)
    {
        var second = Take(words, part, root);
        var marks = sentence.FormAt(conjunction) is "while" or "whereas" or "though" or "although";
        (_relations[second], _heads[conjunction], _relations[conjunction]) = (marks ? Relation.Advcl : Relation.Conj, second, marks ? Relation.Mark : Relation.Cc);
    }

    // What goes on beside the main clause.
    public void Beside(List<int> words, Sentence part, int root) => _relations[Take(words, part, root)] = Relation.Conj;

    // Whatever the parse made of the few words, the verb is their head and the noun phrase its subject.
    public void Speak(List<int> words, Sentence part, int verb, int root)
    {
        Take(words, part, root);
        var subject = SubjectOf(words, verb);
        (_heads[verb], _relations[verb], _tags[verb]) = (root, Relation.Parataxis, PartOfSpeech.Verb);
        if (_penn[verb] is "NN" or "NNS" or "JJ") _penn[verb] = sentence.FormAt(verb).EndsWith('s') ? "VBZ" : sentence.FormAt(verb).EndsWith("ed", StringComparison.Ordinal) ? "VBD" : "VBP";
        _lemmas[verb] = sentence.FormAt(verb) is "went" or "goes" ? "say" : ThatClauses.VerbLemma(sentence, verb);
        foreach (var i in words)
        {
            if (i == verb || i == subject) continue;
            var isAux = _relations[i] is Relation.AuxPass or Relation.Aux && _heads[i] == verb;
            if (!isAux && (_heads[i] == root || i < verb && i != subject && _heads[i] == verb && _tags[i] is not (PartOfSpeech.Adv or PartOfSpeech.Sconj))) (_heads[i], _relations[i]) = (subject >= 0 && i < verb == subject < verb ? subject : verb, _tags[i] == PartOfSpeech.Det ? Relation.Det : i < verb ? Relation.Dep : Relation.Obl);
        }
        if (subject >= 0) (_heads[subject], _relations[subject]) = (verb, words.Exists(i => _heads[i] == verb && _relations[i] == Relation.AuxPass) ? Relation.NsubjPass : Relation.Nsubj);
        if (_heads.Any(h => h >= 0) && !IsRooted(words, verb)) Flatten(words, verb, subject);
    }

    // The last noun before the verb that no preposition stands in front of; behind an inverted verb the first one.
    private int SubjectOf(List<int> words, int verb)
    {
        var isInverted = words.TrueForAll(i => i >= verb);
        var found = -1;
        foreach (var i in words)
        {
            if (i == verb) { if (isInverted) continue; return found; }
            if (found >= 0 && _tags[i] == PartOfSpeech.Adp) return found;
            if (_tags[i] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num || _relations[i] == Relation.Nsubj && _tags[i] is PartOfSpeech.Adj or PartOfSpeech.Det) found = i;
        }
        return found;
    }

    private bool IsRooted(List<int> words, int verb) => words.TrueForAll(i =>
    {
        var h = i;
        for (var steps = 0; h != verb && steps <= words.Count; steps++)
        {
            h = _heads[h];
            if (h < 0) return false;
        }
        return h == verb;
    });

    private void Flatten(List<int> words, int verb, int subject)
    {
        foreach (var i in words)
        {
            if (i != verb && i != subject) _heads[i] = subject >= 0 && i < verb == subject < verb ? subject : verb;
        }
    }

    // The marks around the asides.
    public void Rest(int root)
    {
        for (var i = 0; i < _heads.Length; i++)
        {
            if (_heads[i] == -2) (_heads[i], _relations[i]) = (root, Relation.Punct);
        }
    }

    public Sentence Build()
    {
        var indexes = Enumerable.Range(0, sentence.Count).ToArray();
        return new Sentence(sentence.Span, Array.ConvertAll(indexes, sentence.SpanAt), Array.ConvertAll(indexes, sentence.FormAt), _lemmas, _tags, _penn, _heads, _relations);
    }
}
