using Standoff.Reading.Syntax;

namespace Standoff.Reading.Events;

/// <summary>
/// Mends sentences that the parser took for a noun phrase: "Britain mobilized reservists", where the verb was read as a
/// participle before the noun and the subject as part of its name.
/// </summary>
internal static class HeadlineRepair
{
    /// <summary>The sentence with the participle as its root, the noun before it as subject and the old root as object; the sentence itself where it has no such form.</summary>
    public static Sentence Mend(Sentence sentence)
    {
        var root = sentence.Count == 0 ? -1 : sentence.Root.Index;
        if (root < 2 || sentence.TagAt(root) is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || sentence.ChildrenAt(root).Any(c => sentence.RelationAt(c) is Relation.Nsubj or Relation.Cop)) return sentence;
        var verb = sentence.ChildrenAt(root).FirstOrDefault(c => c < root && sentence.PennTagAt(c) is "VBN" or "VBD" && EventLexicon.HasVerb(sentence.FormAt(c)), -1);
        if (verb < 1 || sentence.TagAt(verb - 1) != PartOfSpeech.Propn && sentence.TagAt(verb - 1) != PartOfSpeech.Noun) return sentence;
        var subject = sentence.ChildrenAt(root).LastOrDefault(c => c < verb && sentence.TagAt(c) is PartOfSpeech.Propn or PartOfSpeech.Noun, -1);
        if (subject < 0) subject = sentence.ChildrenAt(verb).FirstOrDefault(c => c < verb && sentence.RelationAt(c) == Relation.Nsubj, -1);
        return subject < 0 ? sentence : Turned(sentence, root, verb, subject);
    }

    private static Sentence Turned(Sentence sentence, int root, int verb, int subject)
    {
        var n = sentence.Count;
        var (heads, relations) = (new int[n], new Relation[n]);
        for (var i = 0; i < n; i++) (heads[i], relations[i]) = (sentence.HeadAt(i), sentence.RelationAt(i));
        for (var i = 0; i < verb; i++)
        {
            if (heads[i] == root) heads[i] = i == subject || i > subject ? verb : subject;
        }
        (heads[verb], relations[verb]) = (-1, Relation.Root);
        (heads[subject], relations[subject]) = (verb, Relation.Nsubj);
        (heads[root], relations[root]) = (verb, Relation.Obj);
        for (var i = root + 1; i < n; i++)
        {
            if (heads[i] == root && relations[i] is Relation.Advcl or Relation.Punct or Relation.Parataxis or Relation.Conj) heads[i] = verb;
        }
        int[] all = [.. Enumerable.Range(0, n)];
        return new Sentence(
            sentence.Span, Array.ConvertAll(all, sentence.SpanAt), Array.ConvertAll(all, sentence.FormAt), Array.ConvertAll(all, i => i == verb ? EventLexicon.LemmaOf(sentence.FormAt(i)) : sentence.LemmaAt(i)),
            Array.ConvertAll(all, i => i == verb ? PartOfSpeech.Verb : sentence.TagAt(i)), Array.ConvertAll(all, i => i == verb ? "VBD" : sentence.PennTagAt(i)), heads, relations);
    }
}
