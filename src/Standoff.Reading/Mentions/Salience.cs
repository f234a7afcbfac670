using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>
/// What was mentioned lately and how prominently: subjects before objects before the rest, the nearer sentence before
/// the farther (after Lappin and Leass 1994, much simplified).
/// </summary>
internal sealed class Salience
{
    private const int SentencesBack = 3;
    private const int PersonsBack = 6;
    private const int PerSentence = 4;

    /// <summary>What an adjective of nationality or a place lacks as the antecedent of a pronoun.</summary>
    private const double Describing = 2;

    /// <summary>How many mentions back a noun may reach, so that a long document takes linear time.</summary>
    private const int MentionsBack = 2000;

    private readonly List<Seen> _seen = [];
    private readonly List<Entity> _listed = [];
    private int _listedIn = -1;

    private int Farthest => Math.Max(0, _seen.Count - MentionsBack);

    public void Note(NameMention mention, Sentence sentence)
    {
        if (mention.Kind == MentionKind.Place && !mention.IsSeat) return;
        var head = sentence[mention.HeadIn(sentence)];
        NoteList(mention, head);
        _seen.Add(new Seen(mention.Entity, mention.Kind, mention.Sentence, mention.From, mention.To, WeightOf(mention, head, sentence), IsFree(mention, sentence), mention is { Form: MentionForm.Nominal, Kind: MentionKind.Force } && head.PennTag is "NNS" or "NNPS", mention.Form == MentionForm.Demonym));
    }

    /// <summary>Those that the latest coordination of names listed as subjects ("Chad and Norway"), if it is as near as the sentence before.</summary>
    public IReadOnlyList<Entity> ListedNear(int sentence) => _listed.Count > 1 && sentence - _listedIn <= 1 ? _listed : [];

    /// <summary>The two of some states that were subjects last, the earlier first; empty if there were not two.</summary>
    public IReadOnlyList<Entity> LastTwoStates(IReadOnlySet<string>? among)
    {
        var found = new List<Entity>();
        for (var i = _seen.Count - 1; i >= Farthest && found.Count < 2; i--)
            if (_seen[i] is { Weight: >= 2.9, Kind: MentionKind.State or MentionKind.Force, Entity.Kind: MentionKind.State } && among?.Contains(_seen[i].Entity.Name) != false && !found.Contains(_seen[i].Entity)) found.Insert(0, _seen[i].Entity);
        return found.Count == 2 ? found : [];
    }

    /// <summary>Whose forces were named last, if that is near: "the ships" after "two American carriers".</summary>
    public Entity? LastForce(int sentence)
    {
        for (var i = _seen.Count - 1; i >= 0 && sentence - _seen[i].Sentence < SentencesBack; i--)
            if (_seen[i].Kind == MentionKind.Force) return _seen[i].Entity;
        return null;
    }

    /// <summary>The two states of the sentence before that act there or are acted on; empty if there were not two.</summary>
    public IReadOnlyList<Entity> TwoStatesBefore(int sentence)
    {
        var found = new List<Entity>();
        for (var i = _seen.Count - 1; i >= 0 && _seen[i].Sentence >= sentence - 1; i--)
            if (_seen[i] is { IsFree: true, Entity.Kind: MentionKind.State } seen && seen.Sentence == sentence - 1 && !found.Contains(seen.Entity)) found.Insert(0, seen.Entity);
        return found.Count == 2 ? found : [];
    }

    /// <summary>The persons that were named last, as many as asked for, in their order; fewer if the sentences near name no more.</summary>
    public IReadOnlyList<Entity> LastPersons(int count, int sentence)
    {
        var found = new List<Entity>();
        for (var i = _seen.Count - 1; i >= 0 && found.Count < count && sentence - _seen[i].Sentence < PersonsBack; i--)
            if (_seen[i].Entity.Kind == MentionKind.Person && !found.Contains(_seen[i].Entity)) found.Insert(0, _seen[i].Entity);
        return found.Count == count ? found : [];
    }

    /// <summary>The person who was the subject last, in the sentence before, if the document gives him no office and no other state.</summary>
    public Entity? LastPersonWithoutOffice(string? state, int sentence)
    {
        for (var i = _seen.Count - 1; i >= 0 && sentence - _seen[i].Sentence <= 1; i--)
            if (_seen[i] is { Weight: >= 2.9, Kind: MentionKind.Person } seen && seen.Sentence < sentence)
                return seen.Entity.Offices.Count == 0 && (state is null || seen.Entity.State is null || seen.Entity.State == state) ? seen.Entity : null;
        return null;
    }

    private void NoteList(NameMention mention, Token head)
    {
        if (mention.Form != MentionForm.Name || mention.Kind is MentionKind.Place or MentionKind.Outlet) return;
        var isNext = head.Relation == Relation.Conj && _listedIn == mention.Sentence && _listed.Count > 0 && head.Head.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Conj;
        if (!isNext && head.Relation is not (Relation.Nsubj or Relation.NsubjPass)) return;
        if (!isNext && _listedIn == mention.Sentence && _listed.Count > 1) return;
        if (!isNext) _listed.Clear();
        _listed.Add(mention.Entity);
        _listedIn = mention.Sentence;
    }

    /// <summary>Whom a pronoun of that gender means; <see langword="null"/> if nobody near fits.</summary>
    public Entity? Find(Gender gender, Token pronoun, int sentence, List<Entity> speakers)
    {
        var excluded = ClauseMates(pronoun, sentence);
        excluded.AddRange(speakers);
        var (best, bestScore) = ((Entity?)null, double.MinValue);
        for (var i = _seen.Count - 1; i >= 0 && sentence - _seen[i].Sentence < SentencesBack; i--)
        {
            var seen = _seen[i];
            if (!Fits(seen, gender) || excluded.Contains(seen.Entity)) continue;
            var score = seen.Sentence == sentence ? Within(seen, pronoun) : seen.Weight - (PerSentence * (sentence - seen.Sentence)) - (seen.To * 0.001);
            if (score > bestScore) (best, bestScore) = (seen.Entity, score);
        }

        return best;
    }

    /// <summary>In the same sentence the subject of a clause around the pronoun comes first, then the nearer.</summary>
    private static double Within(Seen seen, Token pronoun)
    {
        var score = Math.Min(seen.Weight, 3) + (seen.To * 0.001);
        var (token, bonus) = (pronoun, 2.0);
        for (var steps = 0; steps < 8 && !token.IsRoot; steps++)
        {
            token = token.Head;
            if ((token.Child(Relation.Nsubj) ?? token.Child(Relation.NsubjPass)) is not { } subject || subject.Index == pronoun.Index) continue;
            if (seen.From <= subject.Index && subject.Index < seen.To) return score + bonus;
            bonus -= 0.5;
        }

        return score;
    }

    /// <summary>The latest state at most so many sentences back that is named and not only part of a description.</summary>
    public string? LastState(int sentence, int back)
    {
        for (var i = _seen.Count - 1; i >= 0 && sentence - _seen[i].Sentence <= back; i--)
            if (!_seen[i].IsAdjective && _seen[i].Entity.Kind is MentionKind.State or MentionKind.Person)
                if (_seen[i].Entity.State is { } state) return state;
        return null;
    }

    /// <summary>The outlet named last.</summary>
    public Entity? LastOutlet()
    {
        for (var i = _seen.Count - 1; i >= Farthest; i--)
            if (_seen[i].Kind == MentionKind.Outlet) return _seen[i].Entity;
        return null;
    }

    /// <summary>The armed or political group named last, if it is near: a body of one state that is not one of its offices.</summary>
    public Entity? LastGroup()
    {
        for (var i = _seen.Count - 1; i >= 0 && _seen[^1].Sentence - _seen[i].Sentence < SentencesBack; i--)
            if (_seen[i] is { Kind: MentionKind.Organisation, Entity: { Kind: MentionKind.Organisation, State: not null } } seen && seen.Weight >= 2.9) return seen.Entity;
        return null;
    }

    /// <summary>The latest body whose name has the word, or failing that the latest body of several states.</summary>
    public Entity? LastBody(string word, bool any)
    {
        for (var i = _seen.Count - 1; i >= Farthest; i--)
            if (_seen[i].Entity.Kind == MentionKind.Organisation && _seen[i].Entity.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) return _seen[i].Entity;
        for (var i = _seen.Count - 1; any && i >= Farthest; i--)
            if (_seen[i].Entity is { Kind: MentionKind.Organisation, State: null }) return _seen[i].Entity;
        return null;
    }

    private static bool Fits(Seen seen, Gender gender) => gender switch
    {
        Gender.Male or Gender.Female => seen.Entity.Kind == MentionKind.Person && (seen.Entity.Gender == Gender.Unknown || seen.Entity.Gender == gender),
        Gender.Thing => seen.Entity.Gender != Gender.Many && !seen.IsTroops && seen.Kind is MentionKind.State or MentionKind.Organisation or MentionKind.Force or MentionKind.Outlet or MentionKind.Place && seen.Entity.Kind != MentionKind.Person,
        _ => seen.Kind is MentionKind.Group or MentionKind.AnonymousGroup || seen.Entity.Gender == Gender.Many || seen.IsTroops || IsPluralName(seen.Entity),
    };

    /// <summary>"The Houthis said they", "the Contras": bodies that go by a plural.</summary>
    private static bool IsPluralName(Entity entity) =>
        entity is { Kind: MentionKind.Organisation or MentionKind.Force, State: not null } && entity.Name.EndsWith('s') && !entity.Name.EndsWith("ss", StringComparison.Ordinal) && !entity.Name.Contains(' ', StringComparison.Ordinal);

    /// <summary>
    /// An object pronoun never means a subject of its own verb, nor of the verb that governs it ("he went to see him"); who is to do what is
    /// demanded is not whoever demands it ("Reed insisted that she resign").
    /// </summary>
    private List<Entity> ClauseMates(Token pronoun, int sentence)
    {
        if ((IsAskedOf(pronoun) ? Asking(pronoun.Head.Head) : Governing(pronoun)) is not { } subject) return [];
        var found = new List<Entity>();
        for (var i = _seen.Count - 1; i >= 0 && _seen[i].Sentence == sentence; i--)
            if (_seen[i].From >= subject.Index - 8 && IsUnder(_seen[i], subject, pronoun.Sentence)) found.Add(_seen[i].Entity);
        return found;
    }

    private static Token? Governing(Token pronoun)
    {
        if (pronoun.Relation is not (Relation.Obj or Relation.Iobj or Relation.Obl)) return null;
        var verb = pronoun.Head;
        while (!verb.IsRoot && verb.Child(Relation.Nsubj) is null && verb.Relation is Relation.Xcomp or Relation.Advcl or Relation.Acl) verb = verb.Head;
        return verb.Child(Relation.Nsubj);
    }

    /// <summary>"Demanded that he leave": a bare verb that depends on one of demanding, whose subject the pronoun is.</summary>
    private static bool IsAskedOf(Token pronoun) => pronoun.Relation == Relation.Nsubj && pronoun.Head is { Relation: Relation.Ccomp } verb
        && (verb.PennTag == "VB" || (verb.PennTag == "VBP" && pronoun.Form is "he" or "she" or "it")) && verb.Child(Relation.Aux) is null or { Form: "should" }
        && verb.Head.Lemma is "demand" or "insist" or "order" or "request" or "require" or "urge" or "ask" or "propose" or "recommend";

    /// <summary>The subject of a verb, or of the one that it is joined to.</summary>
    private static Token? Asking(Token verb)
    {
        while (verb.Child(Relation.Nsubj) is null && verb is { IsRoot: false, Relation: Relation.Conj or Relation.Xcomp }) verb = verb.Head;
        return verb.Child(Relation.Nsubj);
    }

    /// <summary>Whether a mention is the subject, or joined to it.</summary>
    private static bool IsUnder(Seen seen, Token subject, Sentence sentence)
    {
        for (var i = seen.From; i < seen.To; i++)
            if (i == subject.Index || (sentence[i].Relation == Relation.Conj && sentence[i].HeadIndex == subject.Index)) return true;
        return false;
    }

    private static double WeightOf(NameMention mention, Token head, Sentence sentence)
    {
        var weight = head.Relation switch
        {
            _ when mention.Form == MentionForm.Name && IsBeforeVerb(mention, sentence) => 3.0,
            Relation.Nsubj or Relation.NsubjPass => head.Head.IsRoot ? 4.0 : 3.0,
            Relation.Obj or Relation.Iobj or Relation.OblAgent => 2.0,
            Relation.NmodPoss => 1.5,
            _ when head.IsRoot => 2.0,
            _ => 1.0,
        };
        return mention.Form == MentionForm.Demonym || mention.Kind == MentionKind.Place ? (weight * 0.4) - Describing : weight;
    }

    /// <summary>Whether a name stands for itself, not in a phrase of place or possession.</summary>
    private static bool IsFree(NameMention mention, Sentence sentence) =>
        mention is { Form: MentionForm.Name, Kind: MentionKind.State }
        && !(mention.From > 0 && (sentence[mention.From - 1].Tag == PartOfSpeech.Adp || (mention.From > 1 && sentence[mention.From - 1].Tag == PartOfSpeech.Det && sentence[mention.From - 2].Tag == PartOfSpeech.Adp)))
        && !(mention.To < sentence.Count && sentence[mention.To].Form is "'s" or "’s" or "'" or "’");

    /// <summary>A name right before a finite verb is its subject, whatever the parser made of a long phrase.</summary>
    private static bool IsBeforeVerb(NameMention mention, Sentence sentence)
    {
        var next = mention.To < sentence.Count && sentence[mention.To].Form == "," ? mention.To + 1 : mention.To;
        var isInside = mention.From > 0 && (sentence[mention.From - 1].Tag == PartOfSpeech.Adp || (mention.From > 1 && sentence[mention.From - 2].Tag == PartOfSpeech.Adp));
        return !isInside && next < sentence.Count && sentence[next].PennTag is "VBD" or "VBZ" or "VBP" or "MD";
    }

    private readonly record struct Seen(Entity Entity, MentionKind Kind, int Sentence, int From, int To, double Weight, bool IsFree, bool IsTroops, bool IsAdjective);
}
