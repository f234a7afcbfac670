using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Events;

/// <summary>Finds who acts and who is acted on, as the head tokens of their noun phrases.</summary>
internal sealed class ParticipantFinder(SentenceTree tree, DocumentMentions mentions, SenseReader senses, string text)
{
    // In the lexicon's list of prepositions: the subject is acted on, the one it is from acts ("received aid from").
    private const string Reversed = "reverse";

    private static readonly ImmutableArray<string> Generic = ["against", "on", "with", "to", "at", "from", "toward", "towards", "upon"];
    private static readonly ImmutableArray<string> Locative = ["in", "into", "at", "within", "near", "across", "outside", "along"];

    /// <summary>Who acts.</summary>
    public List<int> Actors(ActSense sense)
    {
        var head = sense.Head;
        if (!tree.IsClause(head) && !tree.IsVerb(head)) return NominalActors(head);
        if (sense.Prepositions.Contains(Reversed)) return Prepositional([head, sense.Slot], ["from", "by"], namesOnly: false);
        if (Controller(head) is { Count: > 0 } controllers) return controllers;
        var isAdjectival = sense.IsOperator && sense.Operator is EventOperator.Offer or EventOperator.Intend or EventOperator.Plan;
        if (senses.IsPassive(head) && !isAdjectival) return Agents(sense);
        var subject = tree.Subject(head);
        if (subject < 0 || tree.IsVerb(subject)) subject = tree.Child(head, Relation.Expl);
        return subject >= 0 ? Conjuncts(subject) : [];
    }

    // Who is asked, ordered or allowed to act, and who is accused of having acted, stands in the clause above.
    private List<int> Controller(int clause)
    {
        var head = tree.Head(clause);
        if (head < 0 || tree.OwnSubject(clause) >= 0 || tree.Rel(clause) is not (Relation.Xcomp or Relation.Ccomp or Relation.Advcl) || senses.Of(head) is not { } above) return [];
        if (above.IsOperator && above.Slot == clause && above.Operator is EventOperator.Demand or EventOperator.Order or EventOperator.Permit or EventOperator.Forbid) return Addressees(above);
        return above.Code is { Type: EventType.Accuse } && tree.Penn(clause) == "VBG" && above.Slot >= 0 && above.Slot < clause ? Conjuncts(above.Slot) : [];
    }

    /// <summary>Who is acted on.</summary>
    public List<int> Recipients(ActSense sense, IReadOnlyList<int> actors)
    {
        var found = tree.IsVerb(sense.Head) || tree.IsClause(sense.Head) ? ClauseRecipients(sense, actors) : NominalRecipients(sense);
        found.RemoveAll(actors.Contains);
        if (found.Count == 0 && !(sense.Code is { IsMutual: true } && actors.Count > 1)) found = Prepositional([sense.Head, sense.Slot, sense.Inner?.Slot ?? -1], Locative, namesOnly: true);
        found.RemoveAll(actors.Contains);
        return found;
    }

    /// <summary>The tokens joined to a noun by "and", itself first.</summary>
    public List<int> Conjuncts(int token)
    {
        var all = new List<int> { token };
        foreach (var c in tree.Children(token))
        {
            if (tree.Rel(c) == Relation.Conj && tree.IsNominal(c)) all.AddRange(Conjuncts(c));
        }
        return all;
    }

    /// <summary>The named ones that a plural noun speaks of together: "the presidents of Chad and Sudan", "Greek and Turkish officials".</summary>
    public List<int> Members(int token)
    {
        foreach (var c in tree.Children(token))
        {
            if (tree.Rel(c) is not (Relation.Nmod or Relation.Amod or Relation.Compound) || mentions.At(tree.Sentence[c]) is not { State: not null }) continue;
            var all = new List<int> { c };
            foreach (var other in tree.Children(c))
            {
                if (tree.Rel(other) == Relation.Conj && mentions.At(tree.Sentence[other]) is { State: not null }) all.Add(other);
            }
            if (all.Count > 1) return all;
        }
        return [];
    }

    /// <summary>The participant of a head token.</summary>
    public EventParticipant Participant(int token)
    {
        token = Meant(token);
        var (first, last) = Extent(token);
        var span = tree.Span(first, last);
        var words = span.Of(text);
        var mention = mentions.At(tree.Sentence[token]);
        if (IsPronoun(token) && mention is not null) return new EventParticipant(span, mention.Name, mention.Name);
        var within = mentions.ActorsIn(span);
        var name = mention is { Kind: not MentionKind.Place } ? mention.Name : (within.FirstOrDefault(m => m.Form != MentionForm.Pronoun) ?? within.FirstOrDefault())?.Name;
        return new EventParticipant(span, words, name ?? words);
    }

    private List<int> ClauseRecipients(ActSense sense, IReadOnlyList<int> actors)
    {
        var found = new List<int>();
        if (sense.Prepositions.Contains(Reversed)) return tree.Subject(sense.Head) is var taker and >= 0 ? Conjuncts(taker) : [];
        if (sense.IsOperator && sense.Operator is not (EventOperator.Do or EventOperator.Stop)) found.AddRange(Addressees(sense));
        if (sense.Operator == EventOperator.Say && tree.Subject(sense.Slot) is var accused and >= 0) return Conjuncts(accused);
        if (sense.Operator is EventOperator.Demand && found.Count > 0) return found;
        if (!sense.IsContent && sense.Slot >= 0) found.AddRange(Conjuncts(sense.Slot));
        if (sense.IsContent || found.Count == 0) found.AddRange(ContentRecipients(sense));
        found.RemoveAll(actors.Contains);
        if (sense.Code is { Type: EventType.Protest } && found.Count == 0) found.AddRange(Asked(sense.Head, actors));
        if (sense.Code is { Type: EventType.Aid }) found.AddRange(Purpose(sense.Head));
        if (sense.Inner is { } inner && found.Count == 0) found.AddRange(Recipients(inner, actors));
        if (found.Count == 0 && sense.Slot >= 0 && tree.IsNominal(sense.Slot) && !(sense is { IsOperator: true, Operator: EventOperator.Do, Code: not { Type: EventType.Consult } }) && !(sense.Code is { Type: EventType.Aid or EventType.Mobilize or EventType.Agree or EventType.Cooperate } or { Cameo: "1723" or "1724" } && senses.IsMeans(sense.Slot))) found.AddRange(Conjuncts(sense.Slot));
        return [.. found.Distinct()];
    }

    /// <summary>Whether the phrase is something of an actor's own: "Russia will withdraw its troops".</summary>
    public bool IsOwn(int token, IReadOnlyList<int> actors) => tree.Child(token, Relation.NmodPoss) is var owner and >= 0 && IsPronoun(owner) && mentions.NameOf(tree.Sentence[owner]) is { } name
        && Participant(token).Name == name && actors.Any(a => Participant(a).Name == name);

    // "Gave Chad arms", "gave arms to Chad", "imposed a ban on Chad", "ended Chad's blockade".
    private List<int> ContentRecipients(ActSense sense)
    {
        var found = new List<int>();
        if (sense.Prepositions.Contains("obj") && senses.Object(sense.Head) is var o and >= 0) return Conjuncts(o);
        if (tree.Child(sense.Head, Relation.Iobj) is var iobj and >= 0 && iobj != sense.Slot) found.AddRange(Conjuncts(iobj));
        if (!sense.IsContent || sense.Slot < 0 || !tree.IsClause(sense.Slot)) found.AddRange(Prepositional([sense.Head, sense.Slot], [.. sense.Prepositions, .. sense.Inner?.Prepositions ?? []], namesOnly: false));
        if (found.Count == 0 && sense.IsContent) found.AddRange(Dative(sense));
        if (found.Count == 0) found.AddRange(Prepositional([sense.Head, sense.Slot], Generic, namesOnly: true));
        return found;
    }

    // "Gave Morocco money", "sent the rebels weapons": an actor that the parser took for a part of what is given.
    private List<int> Dative(ActSense sense)
    {
        if (sense.Slot < 0 || sense.Code is not { Type: EventType.Aid or EventType.Threaten or EventType.Yield }) return [];
        foreach (var c in tree.Children(sense.Slot))
        {
            if (c > sense.Head && c < sense.Slot && tree.Rel(c) == Relation.Compound && senses.IsActor(c)) return [c];
        }
        return [];
    }

    // The one who is asked, promised or threatened: an object, or the object of the sense's prepositions.
    private List<int> Addressees(ActSense sense)
    {
        if (sense.Slot >= 0 && tree.IsClause(sense.Slot) && !tree.IsNominal(sense.Slot))
        {
            if (!senses.IsPassive(sense.Head) && tree.Child(sense.Head, Relation.Obj, Relation.Iobj) is var o and >= 0) return Conjuncts(o);
            if (senses.IsPassive(sense.Head) && tree.Subject(sense.Head) is var s and >= 0) return Conjuncts(s);
            if (sense.Operator is EventOperator.Demand && tree.OwnSubject(sense.Slot) is var who and >= 0 && !tree.IsRelativePronoun(who)) return Conjuncts(who);
            return Prepositional([sense.Head], sense.Operator is EventOperator.Demand ? ["on", "upon", "to", "with", "of", "from", "for"] : sense.Prepositions, namesOnly: false);
        }
        if (sense.Slot >= 0 && senses.Object(sense.Head) is var asked and >= 0 && asked != sense.Slot && senses.IsActor(asked)) return Conjuncts(asked);
        return Prepositional([sense.Head], sense.Prepositions, namesOnly: false);
    }

    // "Gave money to rebuild the town", "sends medicine to help Chad".
    private List<int> Purpose(int verb)
    {
        foreach (var c in tree.Children(verb))
        {
            if (tree.Rel(c) == Relation.Advcl && tree.HasTo(c) && tree.Child(c, Relation.Obj) is var o and >= 0) return Conjuncts(o);
        }
        return [];
    }

    // "Marched to demand the minister's resignation", "rallied calling for talks": those of whom a protest asks something.
    private List<int> Asked(int verb, IReadOnlyList<int> actors)
    {
        foreach (var c in tree.Children(verb))
        {
            if (tree.Rel(c) is Relation.Advcl or Relation.Acl or Relation.Xcomp && senses.Of(c) is { Code.Type: EventType.Request } demand) return Recipients(demand, actors);
        }
        return [];
    }

    private List<int> NominalRecipients(ActSense sense)
    {
        var found = Prepositional([sense.Head], sense.Prepositions, namesOnly: false);
        return found;
    }

    private List<int> NominalActors(int noun)
    {
        if (tree.Child(noun, Relation.NmodPoss) is var owner and >= 0) return Conjuncts(owner);
        var by = Prepositional([noun], ["by"], namesOnly: false);
        if (by.Count > 0) return by;
        foreach (var c in tree.Children(noun))
        {
            if (tree.Rel(c) is Relation.Compound or Relation.Amod && mentions.At(tree.Sentence[c]) is { Kind: not MentionKind.Place }) return [c];
        }
        return [];
    }

    // Those who are expelled from a state are expelled by it.
    private List<int> Agents(ActSense sense)
    {
        foreach (var c in tree.Children(sense.Head))
        {
            if (tree.Rel(c) == Relation.OblAgent || tree.Rel(c) == Relation.Obl && tree.HasChild(c, Relation.Case, "by")) return Conjuncts(c);
        }
        if (!sense.IsOperator && sense.Slot >= 0 && tree.IsNominal(sense.Slot) && tree.Subject(sense.Head) is var held and >= 0 && held != sense.Slot && tree.Lemma(sense.Head) == "oppose") return Conjuncts(held);
        return sense.Code is { Cameo: "166" or "174" } ? Prepositional([sense.Head], ["from"], namesOnly: true) : [];
    }

    private List<int> Prepositional(ReadOnlySpan<int> heads, ImmutableArray<string> prepositions, bool namesOnly)
    {
        var found = new List<int>();
        var best = prepositions.Length;
        foreach (var head in heads)
        {
            foreach (var c in tree.Children(head))
            {
                if (tree.Rel(c) is not (Relation.Obl or Relation.Nmod or Relation.Obj) || prepositions.IndexOf(Preposition(c)) is var rank && rank < 0) continue;
                if (rank > best || namesOnly && !IsNamed(c) || TimeNouns.Has(tree, c)) continue;
                if (rank < best) found.Clear();
                best = rank;
                found.AddRange(Conjuncts(c));
            }
        }
        return found;
    }

    private string Preposition(int noun)
    {
        foreach (var c in tree.Children(noun))
        {
            if (tree.Rel(c) == Relation.Case) return tree.Word(c);
        }
        return "";
    }

    private bool IsNamed(int token)
    {
        var (first, last) = Extent(token);
        return mentions.All.Length > 0 && (mentions.At(tree.Sentence[token]) is not null || !mentions.ActorsIn(tree.Span(first, last)).IsEmpty);
    }

    private bool IsPronoun(int token) => tree.Tag(token) == PartOfSpeech.Pron && tree.Word(token) is "it" or "he" or "she" or "they" or "we" or "i" or "them" or "him" or "her" or "its" or "their" or "his" or "us" or "our";

    /// <summary>Whether the text tells who it is: a pronoun that refers to nobody does not.</summary>
    public bool IsKnown(int token) => !tree.IsVerb(token) && (tree.Tag(token) != PartOfSpeech.Pron || mentions.At(tree.Sentence[token]) is not null || Meant(token) != token);

    // A pronoun by what it refers to: the subject of a clause around it, where the document's references do not say another.
    private int Meant(int token)
    {
        if (!IsPronoun(token)) return token;
        var antecedent = Antecedent(token);
        var (own, its) = (mentions.At(tree.Sentence[token]), mentions.At(tree.Sentence[antecedent]));
        if (own is not null) return own.Name == its?.Name ? antecedent : token;
        return tree.Rel(token) is Relation.Nsubj or Relation.NsubjPass or Relation.Expl ? antecedent : token;
    }

    // "Bangladesh says it will not …": the subject of the clause around it.
    private int Antecedent(int pronoun)
    {
        var clause = tree.Head(pronoun);
        for (var steps = 0; steps < 6 && clause >= 0; steps++, clause = tree.Head(clause))
        {
            var subject = tree.OwnSubject(clause);
            if (subject >= 0 && subject != pronoun && subject < pronoun && !IsPronoun(subject) && !tree.IsRelativePronoun(subject)) return subject;
        }
        return pronoun;
    }

    // The phrase without its preposition, coordinates and relative clause.
    private (int First, int Last) Extent(int token)
    {
        var (first, last) = (tree.Left(token), tree.Right(token));
        foreach (var c in tree.Children(token))
        {
            if (c < token && TimeNouns.Has(tree, c)) first = Math.Max(first, tree.Right(c) + 1);
            if (c < token && tree.Rel(c) is Relation.Case or Relation.Cc or Relation.CcPreconj or Relation.Punct && tree.Rel(c) != Relation.NmodPoss) first = Math.Max(first, tree.Right(c) + 1);
            if (c > token && (tree.Rel(c) is Relation.Cc or Relation.Conj or Relation.AclRelcl || tree.Rel(c) is Relation.Nmod or Relation.NmodUnmarked && TimeNouns.Has(tree, c))) last = Math.Min(last, tree.Left(c) - 1);
        }
        while (last > token && (tree.Rel(last) == Relation.Punct || tree.Word(last) == "'s")) last--;
        return (Math.Min(first, token), Math.Max(last, token));
    }
}
