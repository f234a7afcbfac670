using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>Counts of right tags, heads and relations.</summary>
internal sealed class Score
{
    private readonly SortedDictionary<string, (int Both, int Ours, int Gold)> _relations = new(StringComparer.Ordinal);
    private int _lemmas;
    private int _penn;

    public int Words { get; private set; }

    public int Universal { get; private set; }

    public int Unlabelled { get; private set; }

    public int Labelled { get; private set; }

    public void Word(GoldSentence gold, int i, Token token, int head)
    {
        Words++;
        var tags = gold.Tags[i].Split(' ');
        if (tags[0].Equals(token.Tag.ToString(), StringComparison.OrdinalIgnoreCase)) Universal++;
        if (tags[1] == token.PennTag) _penn++;
        if (gold.Lemmas[i] == token.Lemma) _lemmas++;
        var (ours, theirs) = (Treebank.UniversalOf(token.Relation), Treebank.UniversalOf(gold.Relations[i]));
        var attached = gold.Heads[i] == head;
        if (attached) Unlabelled++;
        if (attached && ours == theirs) Labelled++;
        Count(ours, attached && ours == theirs ? 1 : 0, 1, 0);
        Count(theirs, 0, 0, 1);
    }

    private void Count(string relation, int both, int ours, int gold)
    {
        var (b, o, g) = _relations.GetValueOrDefault(relation);
        _relations[relation] = (b + both, o + ours, g + gold);
    }

    public double RelationF(string relation)
    {
        var (both, ours, gold) = _relations.GetValueOrDefault(relation);
        return Evaluation.F(both, ours, gold);
    }

    public override string ToString() =>
        $"UPOS {Share(Universal):P2}, XPOS {Share(_penn):P2}, lemma {Share(_lemmas):P2}, UAS {Share(Unlabelled):P2}, LAS {Share(Labelled):P2}; F of "
        + string.Join(", ", ((string[])["Ccomp", "Parataxis", "Xcomp", "Advcl", "Acl", "Obl", "Nmod", "Conj", "Nsubj", "Obj"]).Select(r => $"{r.ToLowerInvariant()} {RelationF(r):P1}"));

    private double Share(int count) => (double)count / Words;
}
