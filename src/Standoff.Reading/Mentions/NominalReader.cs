using Standoff.Reading.Syntax;
using static Standoff.Reading.Mentions.NounClasses;

namespace Standoff.Reading.Mentions;

/// <summary>
/// Reads nouns that stand for a state, a force, a body, an office holder or a group. Where a document speaks of a junta,
/// its "generals" and "officers" are that.
/// </summary>
internal sealed class NominalReader(string text, DocumentCast cast, bool speaksOfJunta)
{

    /// <summary>The mention whose head noun is the token; <see langword="null"/> if it is none.</summary>
    public NameMention? Read(NounPhraseContext phrase, int i)
    {
        var token = phrase.Sentence[i];
        if (token.Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj)) return null;
        var word = phrase.Word(i);
        if (IsModifierOfNoun(token) && !Titles.Contains(word)) return null;
        if (Juntas.Contains(word)) return Collective(phrase, i, "junta");
        if (word == "resolution" && NumberAfter(phrase, i)) return Make(phrase, i, i, cast.Get(SecurityCouncil, MentionKind.Organisation, null), null);
        if (Kin.Contains(word)) return Relative(phrase, i);
        if (Seated.Contains(word) && SeatAfter(phrase, i) is { } seated) return seated;
        if (Rebels.Contains(word)) return Collective(phrase, i, "rebels");
        if (Governments.Contains(word)) return Government(phrase, i);
        if (word is "senate" or "senators") return Senate(phrase, i);
        if (Legislatures.Contains(word)) return OfState(phrase, i, MentionKind.State);
        if (Forces.Contains(word) && !Groups.Contains(word)) return Force(phrase, i, word);
        if (StateOutlets.Contains(word) && StateOutlet(phrase, i) is { } organ) return organ;
        if (OutletNouns.Contains(word)) return phrase.Word(i - 1) == "the" && phrase.Salience.LastOutlet() is { } outlet ? Make(phrase, i, i, outlet, null) : null;
        if (Ministries.Contains(word)) return Ministry(phrase, i);
        if (Coups.Contains(word)) return speaksOfJunta && phrase.Word(i - 1) is "the" && token.Relation == Relation.Obj ? Collective(phrase, i, "junta") : null;
        if (Epithets.TryGetValue(word, out var states) || (token.Tag != PartOfSpeech.Adj && Epithets.TryGetValue(token.Form, out states))) return Epithet(phrase, i, states);
        if (PartyNouns.Contains(word) && phrase.Before(i) is "both" or "neither") return null;
        if (Countries.Contains(word)) return Country(phrase, i);
        if (word == "opposition" && phrase.Before(i) == "the") return Collective(phrase, i, word);
        if (token.PennTag is "NNS" or "NNPS" && Groups.Contains(word)) return Group(phrase, i, word);
        if (Titles.Contains(word) && Office(phrase, i, word) is { } person) return person;
        if (Anonymous.Contains(word)) return Unnamed(phrase, i);
        if (Bodies.Contains(word)) return Body(phrase, i, word);
        return BareGroups.Contains(word) || IsBand(phrase, word, i) ? Plain(phrase, i) : null;
    }

    private const string SecurityCouncil = "United Nations Security Council";

    /// <summary>"Armed men", "the international community".</summary>
    private static bool IsBand(NounPhraseContext phrase, string word, int i) =>
        (word == "men" && ArmedMen.Contains(phrase.Word(i - 1))) || (word == "community" && phrase.Word(i - 1) == "international");

    private static bool IsModifierOfNoun(Token token) =>
        token.Relation is Relation.Compound or Relation.Amod && token.HeadIndex > token.Index && token.HeadIndex - token.Index < 4;

    /// <summary>"Resolution 1441": the numbered ones are the Security Council's.</summary>
    private static bool NumberAfter(NounPhraseContext phrase, int i) =>
        phrase.Word(i + 1) is { Length: 3 or 4 } number && number.All(char.IsAsciiDigit) && phrase.Sentence[i].Form[0] == 'R';

    /// <summary>"His father": the other one of the document, or of the news, with the same family name.</summary>
    private NameMention? Relative(NounPhraseContext phrase, int i)
    {
        if (phrase.Owner(i) is not { Entity: { Kind: MentionKind.Person } person } owner) return null;
        if (phrase.NamedAfter(i) is not null || cast.Namesake(person) is not { } relative) return null;
        return Make(phrase, owner.From, i, relative, null);
    }

    /// <summary>"The regime in X": the government that sits there.</summary>
    private NameMention? SeatAfter(NounPhraseContext phrase, int i)
    {
        if (phrase.Word(i + 1) != "in" || phrase.Owner(i) is not null) return null;
        var seat = phrase.MentionFrom(i + 2);
        if (seat is not { Entity.State: { } state } || !(seat.IsSeat || seat.Entity.Kind == MentionKind.State)) return null;
        seat.IsActor = false;
        return Make(phrase, phrase.Start(i), i, StateEntity(state), MentionKind.State);
    }

    private string? StateFor(NounPhraseContext phrase) => phrase.Salience.LastState(phrase.Index, back: 1) ?? cast.FocusState;

    /// <summary>"the junta", "rebels": named after the state that the document is about.</summary>
    private NameMention? Collective(NounPhraseContext phrase, int i, string noun)
    {
        var owner = phrase.Owner(i);
        if (owner is { Kind: MentionKind.Organisation }) return Make(phrase, owner.From, i, owner.Entity, MentionKind.Force);
        var state = owner?.Entity.State ?? cast.FocusState;
        if (owner is not null) owner.IsActor = false;
        var name = state is null ? noun : $"{cast.DemonymOf(state)} {noun}";
        var party = cast.Get(name, noun == "rebels" ? MentionKind.Force : MentionKind.Organisation, state);
        if (noun == "rebels") party.Gender = Gender.Many;
        return Make(phrase, owner?.From ?? phrase.Start(i), i, party, null);
    }

    private NameMention? Government(NounPhraseContext phrase, int i)
    {
        if (phrase.Owner(i) is { } owner)
            return owner.Entity.State is { } own ? Make(phrase, owner.From, i, StateEntity(own), MentionKind.State) : null;
        if (phrase.Word(phrase.Start(i) - 1) is not ("the" or "this") || phrase.Word(i) is "cabinet" or "leadership" or "rulers") return null;
        var state = phrase.Of(i)?.Entity.State ?? (phrase.Word(i) == "administration" ? "United States" : StateFor(phrase));
        return state is null ? null : Make(phrase, phrase.Start(i), i, StateEntity(state), MentionKind.State);
    }

    /// <summary>"Turkey's parliament" counts as Turkey; alone it is the parliament of the state spoken of.</summary>
    private NameMention? OfState(NounPhraseContext phrase, int i, MentionKind kind)
    {
        if (phrase.Owner(i) is { Entity.State: { } own } owner) return Make(phrase, owner.From, i, StateEntity(own), kind);
        if (phrase.Salience.LastBody(phrase.Word(i), any: false) is { } named && phrase.Before(i) is "the" or "") return Make(phrase, i, i, named, null);
        if (StateFor(phrase) is not { } state || phrase.Word(phrase.Start(i) - 1) is not "the" && phrase.Start(i) > 0) return null;
        return Make(phrase, phrase.Start(i), i, cast.Get($"{cast.DemonymOf(state)} {phrase.Word(i)}", MentionKind.Organisation, state), null);
    }

    /// <summary>"state television", "Iranian state media".</summary>
    private NameMention? StateOutlet(NounPhraseContext phrase, int i)
    {
        var start = phrase.Start(i);
        if (!Enumerable.Range(start, i - start).Any(j => phrase.Word(j) == "state")) return null;
        var owner = phrase.Owner(i);
        if (owner is not null) owner.IsActor = false;
        var noun = Text(phrase, Math.Max(start, owner?.To ?? 0), i).ToLowerInvariant();
        var state = owner?.Entity.State ?? cast.FocusState;
        return Make(phrase, owner?.From ?? start, i, cast.Get(state is null ? noun : $"{cast.DemonymOf(state)} {noun}", MentionKind.Outlet, state), null);
    }

    private NameMention? Ministry(NounPhraseContext phrase, int i)
    {
        var owner = phrase.Owner(i);
        if (owner is not { Kind: MentionKind.State, Entity.State: { } state } || owner.Form == MentionForm.Pronoun) return null;
        owner.IsActor = false;
        var noun = Text(phrase, Math.Max(phrase.Start(i), owner.To + (phrase.IsPossessive(owner) ? 1 : 0)), i);
        return Make(phrase, owner.From, i, cast.Get($"{cast.DemonymOf(state)} {noun}", MentionKind.Organisation, state), null);
    }

    private NameMention? Senate(NounPhraseContext phrase, int i)
    {
        var owner = phrase.Owner(i);
        if (owner is not null) owner.IsActor = false;
        if ((owner?.Entity.State ?? StateFor(phrase)) is not { } state || (owner is null && phrase.Word(i - 1) != "the")) return null;
        var name = state == "United States" ? "United States Senate" : $"{cast.DemonymOf(state)} Senate";
        return Make(phrase, owner?.From ?? i, i, cast.Get(name, MentionKind.Organisation, state), null);
    }

    private NameMention? Force(NounPhraseContext phrase, int i, string word)
    {
        if (phrase.Owner(i) is { Kind: not (MentionKind.Outlet or MentionKind.Place or MentionKind.AnonymousGroup) } owner && owner.Entity.Kind != MentionKind.Group)
            return Make(phrase, owner.From, i, owner.Entity, MentionKind.Force);
        if (speaksOfJunta && IsPutschist(phrase.Sentence[i])) return Collective(phrase, i, "junta");
        if (phrase.Before(i) is "the" or "these" or "those" && phrase.Sentence[i].PennTag == "NNS" && phrase.Salience.LastForce(phrase.Index) is { } force) return Make(phrase, phrase.Start(i), i, force, MentionKind.Force);
        if (phrase.Word(i - 1) == "government" && StateFor(phrase) is { } own) return Make(phrase, phrase.Start(i), i, StateEntity(own), MentionKind.Force);
        return IsInstitution(phrase, i, word) ? Institution(phrase, i) : null;
    }

    /// <summary>"The army", "the armed forces", "police": a state has one.</summary>
    private static bool IsInstitution(NounPhraseContext phrase, int i, string word)
    {
        if (!Institutions.Contains(word) && !(word == "forces" && phrase.Word(i - 1) == "armed")) return false;
        if (phrase.Before(i) == "the") return true;
        return word == "police" && phrase.Sentence[i].Relation == Relation.Nsubj && phrase.Before(i) is "" or "," or "and" or "but";
    }

    private NameMention? Institution(NounPhraseContext phrase, int i)
    {
        var of = phrase.Of(i);
        if ((of?.Entity.State ?? StateFor(phrase)) is not { } state) return null;
        if (of?.Entity.Kind == MentionKind.State) of.IsActor = false;
        return Make(phrase, phrase.Start(i), i, cast.Get($"{cast.DemonymOf(state)} {Text(phrase, phrase.Start(i), i)}", MentionKind.Force, state), null);
    }

    private NameMention? Epithet(NounPhraseContext phrase, int i, string[] states) =>
        phrase.Word(i - 1) == "the" && phrase.Of(i) is null && (cast.MostNamed(states) ?? Other(states)) is { } state ? Make(phrase, i, i, StateEntity(state), MentionKind.State) : null;

    /// <summary>"The South" where only North Korea is named.</summary>
    private string? Other(string[] states) => Array.Find(states, s => cast.MostNamed([Across(s)]) is not null);

    private static string Across(string state) =>
        state.StartsWith("North ", StringComparison.Ordinal) ? string.Concat("South ", state.AsSpan(6)) : state.StartsWith("South ", StringComparison.Ordinal) ? string.Concat("North ", state.AsSpan(6)) : state;

    private NameMention? Country(NounPhraseContext phrase, int i)
    {
        if (phrase.Start(i) != i || phrase.Word(i - 1) is not ("the" or "this") || cast.FocusState is not { } state || phrase.Word(i + 1) is "of" or "with" or "where" or "that") return null;
        return Make(phrase, i, i, StateEntity(state), MentionKind.State);
    }

    private NameMention? Group(NounPhraseContext phrase, int i, string word)
    {
        var start = phrase.Start(i);
        if (Rebels.Contains(phrase.Word(i - 1) + "s")) return Collective(phrase, i, "rebels");
        if (phrase.Word(i - 1) == "coup" || IsPutschist(phrase.Sentence[i]) || (speaksOfJunta && word is "generals" or "officers" && (start == i || phrase.Owner(i) is { Kind: MentionKind.State }))) return Collective(phrase, i, "junta");
        if (phrase.Owner(i) is { } owner && owner.Entity.Kind is MentionKind.State or MentionKind.Organisation) return OwnedGroup(phrase, i, owner);
        if (phrase.Of(i) is { Entity.Kind: MentionKind.Organisation } body) return Make(phrase, start, i, body.Entity, null);
        if (phrase.Of(i) is { Entity.Kind: MentionKind.State }) return null; // "the ministers of X and Y": the states act
        return start < i || phrase.Word(i - 1) == "own" || BareGroups.Contains(word) ? Plain(phrase, i) : null;
    }

    private NameMention OwnedGroup(NounPhraseContext phrase, int i, NameMention owner)
    {
        if (!phrase.IsPossessive(owner) || owner.Form == MentionForm.Pronoun) owner.IsActor = false;
        var noun = Text(phrase, Math.Max(owner.To + (phrase.IsPossessive(owner) && owner.Form != MentionForm.Pronoun ? 1 : 0), phrase.Start(i)), i);
        var prefix = owner.Entity.Kind == MentionKind.State ? cast.DemonymOf(owner.Entity.Name) : owner.Entity.Name;
        return Make(phrase, owner.From, i, cast.Get($"{prefix} {noun}", MentionKind.Group, owner.Entity.State), null);
    }

    /// <summary>"the officers who overthrew the president".</summary>
    private static bool IsPutschist(Token noun)
    {
        if (noun.Index + 2 >= noun.Sentence.Count || noun.Sentence[noun.Index + 1].Form is not ("who" or "that")) return false;
        var verb = noun.Sentence[noun.Index + 2];
        return verb.Lemma is "overthrow" or "oust" or "depose" or "topple" or "seize";
    }

    private NameMention? Office(NounPhraseContext phrase, int i, string word)
    {
        if ((phrase.NamedAfter(i) ?? phrase.NamedBefore(i)) is { } named)
        {
            if (phrase.Owner(i) is { } servant && ServedBy(servant) is { } employer) Serve(named.Entity, employer, servant, phrase.IsPossessive(servant));
            if (phrase.Of(i) is { } served) served.IsActor = false;
            return Make(phrase, phrase.Start(i), i, named.Entity, null);
        }

        var start = OfficeStart(phrase, i);
        var owner = phrase.Owner(i);
        var of = phrase.Of(i);
        var state = ServedBy(owner) ?? ServedBy(of);
        if (state is null && phrase.Word(phrase.Start(i) - 1) != "the") return null;
        if (start > phrase.Start(i) && phrase.Sentence[start - 1].Tag == PartOfSpeech.Noun) return null; // "the prosecutor general" is no general
        var past = start > phrase.Start(i) && phrase.Word(start - 1) is "former" or "retired" or "late" ? "former " : "";
        var office = past + OfficeNames.Of(string.Join(' ', Enumerable.Range(start, i - start + 1).Select(phrase.Word)));
        var person = cast.ByOffice(office, state) ?? (state is null && past.Length == 0 ? cast.ByOffice(word, null) ?? ByFocus(office) : null);
        if (person is null && state is not null && of is not null && StateLeaders.Contains(word)) person = cast.Get($"{word} of {state}", MentionKind.Person, state);
        person ??= Referring.Contains(word) && past.Length == 0 ? phrase.Salience.LastPersonWithoutOffice(state, phrase.Index) : null;
        if (person is null) return null;
        if (of is not null) of.IsActor = false;
        if (owner is { Form: MentionForm.Demonym }) owner.IsActor = false;
        return Make(phrase, phrase.Start(i), i, person, null);
    }

    /// <summary>The state or body that an office serves.</summary>
    private static string? ServedBy(NameMention? owner) => owner is null ? null : owner.Entity.State ?? (owner.Kind == MentionKind.Organisation ? owner.Entity.Name : null);

    private static void Serve(Entity person, string state, NameMention owner, bool isPossessive)
    {
        person.State ??= state;
        if (owner.Form == MentionForm.Demonym || (!isPossessive && owner.Kind == MentionKind.Organisation)) owner.IsActor = false;
    }

    /// <summary>The holder of an office of state of the state that the document is about, or of another that has such an office.</summary>
    private Entity? ByFocus(string office) =>
        cast.FocusState is { } state && (StateLeaders.Contains(office) || office == "prime minister") ? cast.ByOffice(office, state) ?? (Crowns.Contains(office) ? cast.ByOfficeOfAny(office) : null) : null;

    private static int OfficeStart(NounPhraseContext phrase, int i)
    {
        var start = i;
        while (start > phrase.Start(i))
        {
            if (TitleModifiers.Contains(phrase.Word(start - 1)) && phrase.Word(start - 1) is not ("former" or "retired" or "senior" or "acting")) start--;
            else if (phrase.Word(start - 1) == "-" && Titles.Contains(phrase.Word(start - 2))) start -= 2;
            else break;
        }

        return start;
    }

    private NameMention Unnamed(NounPhraseContext phrase, int i)
    {
        var owner = phrase.Owner(i);
        if (owner is not null && !phrase.IsPossessive(owner)) owner.IsActor = false;
        var from = owner?.From ?? phrase.Start(i);
        var entity = new Entity(Text(phrase, from, i), MentionKind.AnonymousGroup, owner?.Entity.State) { Gender = phrase.Sentence[i].PennTag == "NNS" ? Gender.Many : Gender.Unknown };
        return Make(phrase, from, i, entity, null);
    }

    /// <summary>"the council", "the bloc": the latest body that the word fits.</summary>
    private static NameMention? Body(NounPhraseContext phrase, int i, string word)
    {
        if (phrase.Word(i - 1) is not ("the" or "this")) return null;
        var any = word is "bloc" or "alliance" or "organisation" or "organization" or "body";
        var body = word is "group" or "movement" or "faction" or "militia" ? phrase.Salience.LastGroup() : null;
        return (body ?? phrase.Salience.LastBody(word, any || word == "group")) is { } meant ? Make(phrase, i, i, meant, null) : null;
    }

    private NameMention Plain(NounPhraseContext phrase, int i)
    {
        var start = phrase.Start(i);
        while (start < i && !char.IsLetterOrDigit(phrase.Sentence[start].Form[0])) start++;
        var name = Text(phrase, start, i);
        if (!phrase.Sentence[start].Form.Any(char.IsUpper) || phrase.Sentence[start].Tag != PartOfSpeech.Propn && start == 0) name = char.ToLowerInvariant(name[0]) + name[1..];
        return Make(phrase, start, i, cast.Get(name, MentionKind.Group, null), null);
    }

    private Entity StateEntity(string state) => cast.Get(state, MentionKind.State, state);

    private string Text(NounPhraseContext phrase, int from, int head) => NameRun.TextOf(phrase.Sentence, from, head + 1, text);

    private static NameMention Make(NounPhraseContext phrase, int from, int head, Entity entity, MentionKind? kind) =>
        new(phrase.Index, from, head + 1, entity, MentionForm.Nominal) { KindHere = kind };
}
