using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>
/// What was mentioned lately and how prominently: subjects before objects before the rest, the nearer sentence before
/// the farther (after Lappin and Leass 1994, much simplified).
/// </summary>
internal sealed class Salience
{
    private const int SentencesBack = 3;
    private const int PerSentence = 4;

    private readonly List<Seen> _seen = [];

    public void Note(NameMention mention, Sentence sentence)
    {
        if (mention.Kind == MentionKind.Place && !mention.IsSeat) return;
        var head = sentence[mention.HeadIn(sentence)];
        _seen.Add(new Seen(mention.Entity, mention.Kind, mention.Sentence, mention.To, head.Index, WeightOf(mention, head)));
    }

    /// <summary>Whom a pronoun of that gender means; <see langword="null"/> if nobody near fits.</summary>
    public Entity? Find(Gender gender, Token pronoun, int sentence)
    {
        var (best, bestScore) = ((Entity?)null, double.MinValue);
        for (var i = _seen.Count - 1; i >= 0 && sentence - _seen[i].Sentence < SentencesBack; i--)
        {
            var seen = _seen[i];
            if (!Fits(seen, gender) || IsClauseMate(seen, pronoun, sentence)) continue;
            var score = (seen.Sentence == sentence ? Math.Min(seen.Weight, 3) : seen.Weight) - (PerSentence * (sentence - seen.Sentence)) + (seen.Sentence == sentence ? seen.To : -seen.To) * 0.001;
            if (score > bestScore) (best, bestScore) = (seen.Entity, score);
        }

        return best;
    }

    /// <summary>The latest state named at most so many sentences back.</summary>
    public string? LastState(int sentence, int back)
    {
        for (var i = _seen.Count - 1; i >= 0 && sentence - _seen[i].Sentence <= back; i--)
            if (_seen[i].Entity.Kind == MentionKind.State || _seen[i].Entity.Kind == MentionKind.Person)
                if (_seen[i].Entity.State is { } state) return state;
        return null;
    }

    /// <summary>The latest body whose name has the word, or failing that the latest body of several states.</summary>
    public Entity? LastBody(string word, bool any)
    {
        for (var i = _seen.Count - 1; i >= 0; i--)
            if (_seen[i].Entity.Kind == MentionKind.Organisation && _seen[i].Entity.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) return _seen[i].Entity;
        for (var i = _seen.Count - 1; any && i >= 0; i--)
            if (_seen[i].Entity is { Kind: MentionKind.Organisation, State: null }) return _seen[i].Entity;
        return null;
    }

    private static bool Fits(Seen seen, Gender gender) => gender switch
    {
        Gender.Male or Gender.Female => seen.Entity.Kind == MentionKind.Person && (seen.Entity.Gender == Gender.Unknown || seen.Entity.Gender == gender),
        Gender.Thing => seen.Kind is MentionKind.State or MentionKind.Organisation or MentionKind.Force or MentionKind.Outlet or MentionKind.Place && seen.Entity.Kind != MentionKind.Person,
        _ => seen.Kind is MentionKind.Group or MentionKind.AnonymousGroup,
    };

    /// <summary>"Beijing accuses it": an object pronoun never means the subject of its own verb.</summary>
    private static bool IsClauseMate(Seen seen, Token pronoun, int sentence)
    {
        if (seen.Sentence != sentence || pronoun.Relation is not (Relation.Obj or Relation.Iobj or Relation.Obl)) return false;
        return pronoun.Head.Child(Relation.Nsubj) is { } subject && subject.Index == seen.Head;
    }

    private static double WeightOf(NameMention mention, Token head)
    {
        var weight = head.Relation switch
        {
            Relation.Nsubj or Relation.NsubjPass => head.Head.IsRoot ? 4.0 : 3.0,
            Relation.Obj or Relation.Iobj or Relation.OblAgent => 2.0,
            Relation.NmodPoss => 1.5,
            _ when head.IsRoot => 2.0,
            _ => 1.0,
        };
        return mention.Form == MentionForm.Demonym || mention.Kind == MentionKind.Place ? weight * 0.4 : weight;
    }

    private readonly record struct Seen(Entity Entity, MentionKind Kind, int Sentence, int To, int Head, double Weight);
}
