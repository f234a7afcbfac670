using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Events;

/// <summary>Finds for each word of a sentence the sense in which it tells an act, by what stands with it.</summary>
internal sealed class SenseReader
{
    /// <summary>In the lexicon's list of prepositions: the object is what is said or done, whatever it is ("discuss trade with").</summary>
    public const string Content = "content";

    /// <summary>In the lexicon's list of prepositions: the object itself is acted on.</summary>
    public const string SlotItself = "slot";

    // Things that are given, and tell an act with a verb of giving alone.
    private const string Goods = "goods";

    private const int Deepest = 6;
    private readonly SentenceTree _tree;
    private readonly DocumentMentions _mentions;
    private readonly ActSense?[] _senses;
    private readonly bool[] _read;
    private readonly ImmutableArray<NounSense>[] _nouns;

    public SenseReader(SentenceTree tree, DocumentMentions mentions)
    {
        (_tree, _mentions) = (tree, mentions);
        _senses = new ActSense?[tree.Count];
        _read = new bool[tree.Count];
        _nouns = new ImmutableArray<NounSense>[tree.Count];
    }

    /// <summary>The sense of a word; <see langword="null"/> if it tells no act.</summary>
    public ActSense? Of(int token) => Of(token, 0);

    /// <summary>The senses of a noun with the words before it that belong to its name: "air strike", "state of emergency".</summary>
    public ImmutableArray<NounSense> Noun(int token)
    {
        if (token < 0) return [];
        if (_nouns[token].IsDefault) _nouns[token] = EventLexicon.IsNounHead(_tree.Lemma(token)) ? ReadNoun(token) : [];
        return _nouns[token];
    }

    private ImmutableArray<NounSense> ReadNoun(int token)
    {
        if (_tree.Tag(token) is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Sym or PartOfSpeech.Verb)) return [];
        var of = NounOf(token);
        if (!of.IsEmpty) return of;
        var phrase = _tree.Lemma(token);
        var best = EventLexicon.Noun(phrase);
        for (var i = token - 1; i >= 0 && token - i < EventLexicon.LongestNoun && _tree.Tag(i) is not (PartOfSpeech.Det or PartOfSpeech.Adp or PartOfSpeech.Verb) && (_tree.Tag(i) != PartOfSpeech.Punct || _tree.Word(i) == "-"); i--)
        {
            phrase = _tree.Lemma(i) + " " + phrase;
            if (i > 0 && _tree.Word(i) == "-")
            {
                i--;
                phrase = _tree.Word(i) + "-" + phrase[2..];
            }
            if (EventLexicon.Noun(phrase) is { IsEmpty: false } longer) best = longer;
        }
        return best.IsEmpty || phrase.Contains(' ') ? Modified(token, best) : best;
    }

    private ActSense? Of(int token, int depth)
    {
        if (token < 0 || depth > Deepest) return null;
        if (_read[token]) return _senses[token];
        _read[token] = true;
        _senses[token] = IsPredicate(token) ? Clause(token, depth) ?? Nominal(token, depth) : Nominal(token, depth);
        return _senses[token];
    }

    private bool IsPredicate(int token) => _tree.Tag(token) == PartOfSpeech.Adj ? _tree.IsClause(token) : _tree.IsVerb(token) && (_tree.IsClause(token) || _tree.Tag(token) == PartOfSpeech.Verb) && _tree.Rel(token) is not (Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed or Relation.Mark);

    private ActSense? Nominal(int token, int depth)
    {
        if (_tree.Tag(token) != PartOfSpeech.Noun && !(token == 0 && _tree.Tag(token) == PartOfSpeech.Propn)) return null;
        if (Governed(token, depth) is { } governed) return governed;
        foreach (var sense in Noun(token))
        {
            if (sense.Code is { } code && sense.IsAlone) return new ActSense(token, code, EventOperator.Do, -1, null, sense.Prepositions, IsContent: false);
        }
        return null;
    }

    private ActSense? Governed(int noun, int depth)
    {
        foreach (var sense in Noun(noun))
        {
            if (sense.Operator != EventOperator.None && Governed(noun, sense, depth) is { } governed) return governed;
        }
        return null;
    }

    // "The end of the blockade", "a decision to withdraw", "calls for talks".
    private ActSense? Governed(int noun, NounSense sense, int depth)
    {
        foreach (var c in _tree.Children(noun))
        {
            if (c < noun || !IsComplement(c)) continue;
            var inner = _tree.IsVerb(c) ? Of(c, depth + 1) : InnerNoun(c, "@*");
            if (inner?.Code is null || EventCode.Under(sense.Operator, inner.Code) is not { } code) continue;
            return new ActSense(noun, code, sense.Operator, c, inner, sense.Prepositions, IsContent: true) { IsOperator = true };
        }
        return null;
    }

    private bool IsComplement(int c) => _tree.Rel(c) == Relation.Nmod && (HasCase(c, "of") || HasCase(c, "for") || HasCase(c, "to") || HasCase(c, "on"))
        || _tree.Rel(c) is Relation.Acl or Relation.Ccomp or Relation.Xcomp && (_tree.HasTo(c) || _tree.HasChild(c, Relation.Mark, "that"));

    private ActSense? Clause(int token, int depth)
    {
        foreach (var sense in EventLexicon.Verb(_tree.Lemma(token), _tree.Word(token)))
        {
            if (!HasWords(token, sense)) continue;
            foreach (var pattern in sense.Objects)
            {
                if (Match(token, sense, pattern, depth) is { } found) return found.Operator == EventOperator.None ? null : found;
            }
        }
        return null;
    }

    private ActSense? Match(int token, VerbSense sense, string pattern, int depth)
    {
        var slot = SlotOf(token, sense, pattern);
        if (slot < -1) return null;
        pattern = pattern.TrimStart('=');
        if (sense.Operator == EventOperator.None) return new ActSense(token, null, EventOperator.None, slot, null, [], IsContent: false);
        if (sense.Code is { } code) return new ActSense(token, code, EventOperator.Do, slot, null, sense.Prepositions, pattern[0] == '@' && !sense.Prepositions.Contains(SlotItself) || sense.Prepositions.Contains(Content));
        var inner = pattern[0] == '@' ? InnerNoun(slot, pattern) : Of(slot, depth + 1);
        if (sense.Operator == EventOperator.Say) return Said(token, slot, inner, sense);
        var composed = EventCode.Under(sense.Operator, sense.Operator == EventOperator.Order && Commands(token, pattern) ? null : inner?.Code);
        if (composed is null && (pattern[0] == '@' || inner is null)) return null;
        return new ActSense(token, composed, sense.Operator, slot, inner, sense.Prepositions, IsContent: true) { IsOperator = true };
    }

    // Who orders another, but for his own forces, coerces him.
    private bool Commands(int token, string pattern) => pattern[0] != '@' && Object(token) is var addressee and >= 0 && !Noun(addressee).Any(n => n.Class == "force");

    // What somebody says another must do he asks for; what he says another did to a third he accuses him of.
    private ActSense? Said(int token, int clause, ActSense? inner, VerbSense sense)
    {
        var subject = _tree.OwnSubject(clause);
        if (subject < 0 || _tree.Tag(subject) == PartOfSpeech.Pron) return null;
        if (Obligation.Binds(_tree, clause) && IsActor(subject))
            return new ActSense(token, EventCode.Under(EventOperator.Demand, inner?.Code), EventOperator.Demand, clause, inner, ["of", "to"], IsContent: true) { IsOperator = true };
        if (inner?.Code is not { Type: EventType.Assault } || _tree.IsPassive(clause) || _tree.HasChild(clause, Relation.Aux, "will") || !IsNamed(_tree.Subject(token))) return null;
        return new ActSense(token, EventCode.Of("112"), EventOperator.Say, clause, null, sense.Prepositions, IsContent: true) { IsOperator = true };
    }

    // Officials and witnesses report; a state, body or person by name accuses.
    private bool IsNamed(int token) => token >= 0 && _mentions.At(_tree.Sentence[token]) is { Kind: MentionKind.State or MentionKind.Organisation or MentionKind.Person };

    /// <summary>Whether a noun names what an act is done with and never whom it is done to: troops, arms, money.</summary>
    public bool IsMeans(int token) => Noun(Measured(token)).Any(n => n.Class is "force" or Goods or "aid" or "weapons" or "alert" or "curfew" or "emergency" or "office");

    /// <summary>Whether a noun phrase stands for somebody: an actor's name or a noun for persons and bodies.</summary>
    public bool IsActor(int token) => _mentions.At(_tree.Sentence[token]) is { Kind: not MentionKind.Place } || WordClasses.SourceNoun(_tree.Lemma(token)) is not null;

    private ActSense? InnerNoun(int slot, string pattern)
    {
        var named = Measured(slot);
        if (pattern == "@*" && Governed(named, 1) is { } governed) return governed;
        foreach (var noun in Noun(named))
        {
            if (noun.Code is { } code && (pattern == "@*" ? noun.Class != Goods : noun.Class.AsSpan().SequenceEqual(pattern.AsSpan(1)))) return new ActSense(named, code, EventOperator.Do, -1, null, noun.Prepositions, IsContent: false);
        }
        return null;
    }

    // "Tons of medicine", "$5 million in aid": what a measure measures.
    private int Measured(int noun)
    {
        if (!Noun(noun).IsEmpty) return noun;
        foreach (var c in _tree.Children(noun))
        {
            if (_tree.Rel(c) == Relation.Nmod && (HasCase(c, "of") || HasCase(c, "in")) && !Noun(c).IsEmpty) return c;
        }
        return noun;
    }

    // The token that fills the sense's object; -1 where it needs none, below where it lacks it.
    private int SlotOf(int token, VerbSense sense, string pattern)
    {
        const int Missing = -2;
        var filler = sense.Preposition.Length > 0 ? ObjectOf(token, sense.Preposition) : Object(token);
        if (filler < 0 && sense.Preposition.Length > 0) return Missing;
        if (filler < 0 && sense.Words is [var particle, ..]) filler = ObjectOf(token, particle);
        switch (pattern)
        {
            case "-": return filler < 0 && sense.Preposition.Length == 0 ? -1 : Missing;
            case "to": return Complement(token, c => _tree.HasTo(c)) is var t and >= 0 ? t : Missing;
            case "adjto": return _tree.Tag(token) == PartOfSpeech.Verb && !_tree.IsPassive(token) ? Missing : Complement(token, c => _tree.HasTo(c)) is var a and >= 0 ? a : Missing;
            case "objto": return Object(token) >= 0 && Complement(token, c => _tree.HasTo(c)) is var o and >= 0 ? o : Missing;
            case "subj": return Complement(token, c => !_tree.HasTo(c) && (_tree.Penn(c) is "VB" or "VBP" && !_tree.HasChild(c, Relation.Aux) || Obligation.Binds(_tree, c))) is var s and >= 0 ? s : Missing;
            case "that": return Complement(token, c => !_tree.HasTo(c) && _tree.Penn(c) != "VBG") is var f and >= 0 ? f : Missing;
            case "ing": return Complement(token, c => _tree.Penn(c) == "VBG") is var g and >= 0 ? g : Missing;
        }
        if (pattern[0] == '=' && Object(token) >= 0) return Missing;
        if (filler < 0 || sense.IdiomNoun.Length > 0 && _tree.Lemma(filler) != sense.IdiomNoun && _tree.Word(filler) != sense.IdiomNoun) return Missing;
        if (sense.IdiomNoun.Length > 0 && Object(token) is var patient and >= 0) filler = patient;
        return Fits(filler, pattern.TrimStart('=')) ? filler : Missing;
    }

    private bool Fits(int filler, string pattern) => pattern switch
    {
        "*" => !_tree.IsVerb(filler),
        "@*" => InnerNoun(filler, pattern)?.Code is not null,
        "~actor" => !IsPassive(_tree.Head(filler)) && _mentions.At(_tree.Sentence[filler]) is { IsActor: true },
        "~human" => _mentions.At(_tree.Sentence[filler]) is { Kind: MentionKind.Person or MentionKind.State or MentionKind.Group } || WordClasses.SourceNoun(_tree.Lemma(filler)) is not null,
        "~place" => Object(_tree.Head(filler)) < 0 && _mentions.At(_tree.Sentence[filler]) is { Kind: MentionKind.Place or MentionKind.State },
        ['@', ..] => Noun(Measured(filler)).Any(n => n.Class.AsSpan().SequenceEqual(pattern.AsSpan(1))),
        _ => _tree.Lemma(filler) == pattern,
    };

    /// <summary>The object of a verb, also as the subject of its passive or the noun that its participle modifies; -1 if none.</summary>
    public int Object(int token)
    {
        if (IsPassive(token)) return _tree.Subject(token);
        if (Bare(token, Relation.Obj) is var plain and >= 0) return plain;
        if (Bare(token, Relation.Iobj) is var only and >= 0) return only;
        var resulting = _tree.Child(token, Relation.Xcomp);
        if (_tree.Tag(resulting) == PartOfSpeech.Adj && _tree.Child(resulting, Relation.Obj) is var result and >= 0) return result;
        return Bare(token, Relation.Obl);
    }

    // A noun without a preposition after the verb; the parser may call it an oblique.
    private int Bare(int token, Relation relation)
    {
        foreach (var c in _tree.Children(token))
        {
            if (c > token && _tree.Rel(c) == relation && !_tree.HasChild(c, Relation.Case, Relation.Mark) && !TimeNouns.Has(_tree, c)) return c;
        }
        return -1;
    }

    /// <summary>Whether the verb's subject is acted on.</summary>
    public bool IsPassive(int token) => _tree.IsPassive(token) || _tree.Penn(token) == "VBN" && _tree.Rel(token) == Relation.Acl && !_tree.HasChild(token, Relation.Aux);

    private int ObjectOf(int token, string preposition)
    {
        foreach (var c in _tree.Children(token))
        {
            if (_tree.Rel(c) is Relation.Obl or Relation.Nmod or Relation.Obj or Relation.Iobj or Relation.OblAgent or Relation.Advcl && HasCase(c, preposition) && !(_tree.IsVerb(c) && _tree.HasTo(c)) && !TimeNouns.Has(_tree, c)) return c;
        }
        return Object(token) is var o and >= 0 && !IsPassive(token) ? PrepositionalChild(o, preposition) : -1;
    }

    private int PrepositionalChild(int noun, string preposition)
    {
        foreach (var c in _tree.Children(noun))
        {
            if (_tree.Rel(c) == Relation.Nmod && HasCase(c, preposition)) return c;
        }
        return -1;
    }

    private bool HasCase(int noun, string preposition)
    {
        foreach (var c in _tree.Children(noun))
        {
            if (_tree.Rel(c) is Relation.Case or Relation.Mark && _tree.Word(c) == preposition) return true;
        }
        return false;
    }

    private int Complement(int token, Func<int, bool> form)
    {
        foreach (var c in _tree.Children(token))
        {
            if ((_tree.Rel(c) is Relation.Xcomp or Relation.Ccomp || _tree.Rel(c) == Relation.Csubj && _tree.HasChild(token, Relation.Expl)) && c > token && form(c)) return c;
        }
        if (_tree.HasChild(token, Relation.Obj) && !EventLexicon.TakesObjectAndClause(_tree.Lemma(token), _tree.Word(token))) return -1;
        foreach (var c in _tree.Children(token))
        {
            if (_tree.Rel(c) == Relation.Advcl && c > token && _tree.HasTo(c) && form(c)) return c;
        }
        return -1;
    }

    private bool HasWords(int token, VerbSense sense)
    {
        foreach (var word in sense.Words)
        {
            if (!HasWord(token, word)) return false;
        }
        return true;
    }

    private bool HasWord(int token, string word)
    {
        foreach (var c in _tree.Children(token))
        {
            if (_tree.Word(c) == word || _tree.Lemma(c) == word) return true;
        }
        return token + 1 < _tree.Count && _tree.Word(token + 1) == word;
    }

    // "State of emergency", "memorandum of understanding".
    private ImmutableArray<NounSense> NounOf(int token)
    {
        foreach (var c in _tree.Children(token))
        {
            if (c > token && _tree.Rel(c) == Relation.Nmod && HasCase(c, "of") && EventLexicon.Noun(_tree.Lemma(token) + " of " + _tree.Lemma(c)) is { IsEmpty: false } found) return found;
        }
        return [];
    }

    // "Humanitarian and medical assistance": a modifier that other words part from its noun.
    private ImmutableArray<NounSense> Modified(int token, ImmutableArray<NounSense> best)
    {
        foreach (var c in _tree.Children(token))
        {
            if (c < token - 1 && _tree.Rel(c) is Relation.Amod or Relation.Compound && EventLexicon.Noun(_tree.Lemma(c) + " " + _tree.Lemma(token)) is { IsEmpty: false } found) return found;
        }
        return best;
    }
}
