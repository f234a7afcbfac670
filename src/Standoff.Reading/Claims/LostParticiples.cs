using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// "Withdrew and has since imposed sanctions": a perfect or passive whose participle was taken for an adjective of its own
/// object gets the participle for its head.
/// </summary>
internal sealed class LostParticiples(Sentence sentence, int[] heads, Relation[] relations, PartOfSpeech[] tags)
{
    /// <summary>Mends all; says whether anything changed.</summary>
    public bool Mend()
    {
        var changed = false;
        for (var aux = 0; aux < heads.Length - 2; aux++)
        {
            if (sentence.FormAt(aux) is not ("has" or "have" or "had") || relations[aux] != Relation.Aux) continue;
            var noun = heads[aux];
            if (noun <= aux || tags[noun] is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) continue;
            var participle = -1;
            for (var i = aux + 1; i < noun && participle < 0; i++)
            {
                if (heads[i] == noun && relations[i] is Relation.Amod or Relation.Compound && sentence.PennTagAt(i) is "VBN" or "VBD") participle = i;
            }
            if (participle >= 0) changed |= Swap(noun, participle);
        }
        return changed;
    }

    private bool Swap(int noun, int participle)
    {
        var arcs = ((int[])heads.Clone(), (Relation[])relations.Clone());
        (heads[participle], relations[participle]) = (heads[noun], relations[noun]);
        (heads[noun], relations[noun]) = (participle, Relation.Obj);
        for (var i = 0; i < participle; i++)
        {
            if (heads[i] == noun) heads[i] = participle;
        }
        if (TreeRepair.IsTree(heads))
        {
            tags[participle] = PartOfSpeech.Verb;
            return true;
        }
        arcs.CopyTo(heads, relations);
        return false;
    }
}
