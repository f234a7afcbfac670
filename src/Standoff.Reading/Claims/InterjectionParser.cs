using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>Parses a sentence without what is interjected in it, and hangs that on again as an aside of the main verb.</summary>
internal static class InterjectionParser
{
    /// <summary>The sentence with its tree mended; parsed again where somebody speaks in the middle of it.</summary>
    public static Sentence Mend(string text, Sentence sentence)
    {
        var asides = new Interjections(sentence).All();
        if (asides.Count == 0) return TreeRepair.Mend(sentence);
        using var desk = SyntaxReader.Shipped.NewDesk();
        Sentence Parsed(List<int> tokens) => SyntaxReader.Shipped.Parse(text, sentence.Span, [.. tokens.Select(sentence.SpanAt)], desk);

        var outside = Enumerable.Range(0, sentence.Count).Where(i => !asides.Exists(a => a.Holds(i) && !(a.KeepsMark && i == a.First))).ToList();
        if (outside.Count < 3) return TreeRepair.Mend(sentence);
        var merged = new MergedSentence(sentence);
        var root = merged.Take(outside, TreeRepair.Mend(Parsed(outside)), -1);
        foreach (var aside in asides)
        {
            var words = Enumerable.Range(aside.First, aside.Last - aside.First + 1).Where(i => i == aside.Verb || sentence.TagAt(i) != PartOfSpeech.Punct && !outside.Contains(i)).ToList();
            merged.Take(words, Parsed(words), root);
            merged.Speak(words, aside.Verb, root);
        }
        merged.Rest(root);
        return merged.Build();
    }

    // Arrays of the whole sentence, filled from the parses of its parts.
    private sealed class MergedSentence(Sentence sentence)
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

        // Whatever the parse made of the few words, the verb is their head and the noun phrase its subject.
        public void Speak(List<int> words, int verb, int root)
        {
            var subject = SubjectOf(words, verb);
            (_heads[verb], _relations[verb], _tags[verb]) = (root, Relation.Parataxis, PartOfSpeech.Verb);
            if (_penn[verb] is "NN" or "NNS" or "JJ") _penn[verb] = sentence.FormAt(verb).EndsWith('s') ? "VBZ" : sentence.FormAt(verb).EndsWith("ed", StringComparison.Ordinal) ? "VBD" : "VBP";
            _lemmas[verb] = ThatClauses.VerbLemma(sentence, verb);
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
}
