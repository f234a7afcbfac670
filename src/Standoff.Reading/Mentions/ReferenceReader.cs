using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>
/// Second pass, in text order: nouns and pronouns that stand for something named, and groups that have no name but
/// act all the same.
/// </summary>
internal sealed class ReferenceReader(string text, DocumentCast cast, bool speaksOfJunta)
{
    private readonly Salience _salience = new();
    private readonly NominalReader _nominals = new(text, cast, speaksOfJunta);
    private HashSet<string>? _main;
    private bool _endedUnnamed;

    public void Read(Sentence sentence, int index, List<NameMention> names)
    {
        var all = new List<NameMention>(names);
        var phrase = new NounPhraseContext(sentence, index, all, _salience);
        var next = 0;
        for (var i = 0; i < sentence.Count;)
        {
            while (next < names.Count && names[next].From < i) next++;
            if (next < names.Count && names[next].From == i)
            {
                _salience.Note(names[next], sentence);
                i = Math.Max(names[next].To, i + 1);
                continue;
            }

            if ((_nominals.Read(phrase, i) ?? Pronoun(sentence, index, i, all)) is { } mention)
            {
                all.Add(mention);
                _salience.Note(mention, sentence);
            }
            else
            {
                all.AddRange(Several(phrase, i));
            }

            i++;
        }

        _endedUnnamed = SubjectOf(sentence) is { } subject && IsUnnamedThing(subject, all);
        names.Clear();
        names.AddRange(all);
    }

    /// <summary>Who speaks the words that a token is quoted in: he calls himself "I".</summary>
    private static List<Entity> SpeakersAround(Token token, List<NameMention> all)
    {
        var sentence = token.Sentence;
        if (!IsQuoted(sentence, token.Index)) return [];
        var speakers = new List<Entity>();
        foreach (var mention in all)
            if (sentence[mention.HeadIn(sentence)] is { Relation: Relation.Nsubj, Head.Tag: PartOfSpeech.Verb } head && !IsQuoted(sentence, head.Index)) speakers.Add(mention.Entity);
        return speakers;
    }

    private static bool IsQuoted(Sentence sentence, int index)
    {
        var isOpen = false;
        for (var i = 0; i < index; i++)
            if (sentence[i].Form is "\"" or "“" or "”" or "``" or "''") isOpen = sentence[i].Form is "“" or "``" || (sentence[i].Form == "\"" && !isOpen);
        return isOpen;
    }

    private static Token? SubjectOf(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
            if (sentence[i].Relation is Relation.Nsubj or Relation.NsubjPass && sentence[i].Head.IsRoot) return sentence[i];
        return null;
    }

    /// <summary>
    /// "The deal was signed in Oslo. It failed": the subject before is a thing without a name, so that is meant, unless
    /// the pronoun does what states and bodies do.
    /// </summary>
    private bool FollowsUnnamed(Token pronoun, List<NameMention> all)
    {
        if (pronoun.Relation is not (Relation.Nsubj or Relation.NsubjPass) || NounClasses.StateActs.Contains(pronoun.Head.Lemma)) return false;
        for (var i = pronoun.Index - 1; i >= 0; i--)
            if (pronoun.Sentence[i].Relation is Relation.Nsubj or Relation.NsubjPass && pronoun.Sentence[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return IsUnnamedThing(pronoun.Sentence[i], all);
        return _endedUnnamed;
    }

    private static bool IsUnnamedThing(Token subject, List<NameMention> all) =>
        subject.Tag == PartOfSpeech.Noun && subject.PennTag == "NN" && !IsNamed(subject, all);

    /// <summary>Whether a token stands for somebody or something that may act; a place does not.</summary>
    private static bool IsNamed(Token token, List<NameMention> all) => all.Exists(m => m.From <= token.Index && m.To > token.Index && m.Kind != MentionKind.Place);

    /// <summary>"they", "both countries", "neither government": one mention for each of those meant.</summary>
    private IEnumerable<NameMention> Several(NounPhraseContext phrase, int i)
    {
        var word = phrase.Word(i);
        var before = phrase.Before(i);
        var isTwo = before == "two" && phrase.Word(phrase.Start(i) - 2) is "the" or "these";
        if (Couple(phrase, word, before) is { Count: > 1 } couple) return couple.Select(e => new NameMention(phrase.Index, i, i + 1, e, MentionForm.Nominal));
        var isPair = NounClasses.PartyNouns.Contains(word) && (before is "both" or "neither" || isTwo);
        var isPronoun = word is "they" or "them" or "their" or "both" && phrase.Sentence[i].Tag == PartOfSpeech.Pron;
        if (!isPair && !isPronoun) return [];
        var meant = isPair ? Pair(phrase.Index) : _salience.ListedNear(phrase.Index);
        return meant.Select(e => new NameMention(phrase.Index, i, i + 1, e, isPair ? MentionForm.Nominal : MentionForm.Pronoun));
    }

    /// <summary>"Both men", "the two leaders", "neither general": the persons named last.</summary>
    private IReadOnlyList<Entity> Couple(NounPhraseContext phrase, string word, string before)
    {
        var isEach = before is "neither" or "either" && (word is "man" or "woman" || NounClasses.PersonPairs.Contains(word + "s"));
        if (!isEach && !(before is "both" or "two" or "three" && NounClasses.PersonPairs.Contains(word))) return [];
        return _salience.LastPersons(before == "three" ? 3 : 2, phrase.Index);
    }

    /// <summary>The two states that a list just named, or of the document's main states the two that acted last: a bystander named in between is no party, unless there are no two.</summary>
    private IReadOnlyList<Entity> Pair(int sentence)
    {
        if (_salience.ListedNear(sentence) is { Count: 2 } listed && listed.All(e => e.Kind == MentionKind.State)) return listed;
        if (_salience.TwoStatesBefore(sentence) is { Count: 2 } before) return before;
        _main ??= [.. cast.MainStates()];
        if (_salience.LastTwoStates(_main) is { Count: 2 } parties) return parties;
        if (_salience.LastTwoStates(null) is { Count: 2 } last) return last;
        return _main.Count == 2 ? [.. cast.MainStates().Select(s => cast.Get(s, MentionKind.State, s))] : [];
    }

    private NameMention? Pronoun(Sentence sentence, int index, int i, List<NameMention> all)
    {
        var token = sentence[i];
        var gender = token.Form.ToLowerInvariant() switch
        {
            "he" or "him" or "his" or "himself" => Gender.Male,
            "she" or "her" or "hers" or "herself" => Gender.Female,
            "it" or "its" or "itself" => Gender.Thing,
            "they" or "them" or "their" or "themselves" => Gender.Many,
            _ => Gender.Unknown,
        };
        if (gender == Gender.Unknown || (gender == Gender.Thing && !MayMeanABody(token))) return null;
        if (gender == Gender.Thing && (BelongsToUnnamed(token, all) || FollowsUnnamed(token, all))) return null;
        if (_salience.Find(gender, token, index, SpeakersAround(token, all)) is not { } entity) return null;
        if (gender == Gender.Many && entity.Kind == MentionKind.AnonymousGroup && _salience.ListedNear(index).Count > 0) return null;
        if (entity.Kind == MentionKind.Person) entity.Gender = gender;
        if (entity is { Kind: MentionKind.Organisation, State: { } state } && entity.Name.EndsWith("ministry", StringComparison.Ordinal)) entity = cast.Get(state, MentionKind.State, state);
        return new NameMention(index, i, i + 1, entity, MentionForm.Pronoun);
    }

    /// <summary>"An administration that touted its objective": the subject of the clause is a thing without a name, so "its" means that.</summary>
    private static bool BelongsToUnnamed(Token pronoun, List<NameMention> all)
    {
        if (pronoun.Relation != Relation.NmodPoss) return false;
        var verb = pronoun.Head;
        for (var steps = 0; steps < 6 && !verb.IsRoot && verb.Tag != PartOfSpeech.Verb; steps++) verb = verb.Head;
        if ((verb.Child(Relation.Nsubj) ?? verb.Child(Relation.NsubjPass)) is not { } subject) return false;
        if (subject.Form is "that" or "which" or "who") subject = verb.Head;
        return subject.Index < pronoun.Index && (subject.Tag == PartOfSpeech.Noun || all.Exists(m => m.Kind == MentionKind.Place && m.From <= subject.Index && m.To > subject.Index)) && !IsNamed(subject, all);
    }

    /// <summary>As an object "it" is mostly a thing or an event ("denied it"), unless it is made to act ("obliges it to leave").</summary>
    private static bool MayMeanABody(Token it)
    {
        if (it.Relation == Relation.NmodPoss || it.Form.Length > 2) return true;
        if (it.Relation is Relation.Nsubj or Relation.NsubjPass) return !IsExpletive(it) && it.Head.Tag is not PartOfSpeech.Noun;
        return it.Head.Child(Relation.Xcomp) is not null && it.Head.Lemma is "oblige" or "force" or "compel" or "allow" or "urge" or "press" or "ask" or "tell" or "lead";
    }

    /// <summary>"It is unclear whether", "it was he who": the pronoun stands for the clause that follows.</summary>
    private static bool IsExpletive(Token it)
    {
        if (it.Relation == Relation.Expl) return true;
        if (it.Relation is not (Relation.Nsubj or Relation.NsubjPass)) return false;
        var head = it.Head;
        return head.Child(Relation.Cop) is not null && (head.Child(Relation.Csubj) is not null || head.Child(Relation.Ccomp) is not null || head.Child(Relation.Advcl) is not null || head.Child(Relation.Xcomp) is not null || head.Child(Relation.AclRelcl) is not null || head.Tag == PartOfSpeech.Adj);
    }
}
