using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>Names the one who speaks, and the outlets that his words came through.</summary>
internal sealed class SpeakerFinder(SentenceTree tree, DocumentMentions mentions)
{
    /// <summary>The speaker of a reporting verb: its subject, in the passive its agent; nobody if it names none.</summary>
    public Speaker Of(int verb)
    {
        if (tree.Lemma(verb) is "quote" or "cite") return Quoted(verb);
        var subject = tree.IsPassive(verb) ? Agent(verb) : tree.Subject(verb);
        if (!tree.IsPassive(verb) && BehindTime(verb, subject) is var named and >= 0) subject = named;
        if (subject < 0 || tree.Word(subject) is "it" && mentions.At(tree.Sentence[subject]) is null) return Speaker.Unnamed;
        var speaker = At(subject);
        return Citing(verb, subject) is var cited and >= 0 ? speaker with { Chain = [.. speaker.Chain, .. At(cited).Chain], Name = At(cited).Name, State = At(cited).State } : WithOutlets(speaker, verb, subject);
    }

    // "Kyodo, citing an officer, reported": who is cited knows it.
    private int Citing(int verb, int subject)
    {
        foreach (var over in (int[])[subject, verb])
        {
            foreach (var c in tree.Children(over))
            {
                if (tree.Word(c) is "citing" or "quoting" && tree.Child(c, Relation.Obj) is var cited and >= 0 && (WordClasses.SourceNoun(tree.Lemma(cited)) is not null || mentions.At(tree.Sentence[cited]) is { Kind: MentionKind.Person or MentionKind.Organisation or MentionKind.AnonymousGroup })) return cited;
            }
        }
        return -1;
    }

    // "The same evening Castro told", "on Thursday Lippmann suggested": the name before the verb speaks, not the time before the name.
    private int BehindTime(int verb, int subject)
    {
        if (verb < 2 || subject == verb - 1 || tree.Tag(verb - 1) != PartOfSpeech.Propn || mentions.At(tree.Sentence[verb - 1]) is not { Kind: MentionKind.Person or MentionKind.State }) return -1;
        return subject < 0 || tree.Lemma(subject) is "morning" or "afternoon" or "evening" or "night" or "day" or "week" or "month" or "year" ? verb - 1 : -1;
    }

    // Who is quoted speaks, through whoever quotes him.
    private Speaker Quoted(int verb)
    {
        var (quoted, by) = tree.IsPassive(verb) ? (tree.Subject(verb), Agent(verb)) : (tree.Child(verb, Relation.Obj), tree.Subject(verb));
        if (quoted < 0) return by < 0 ? Speaker.Unnamed : At(by);
        var speaker = At(quoted);
        return by < 0 ? speaker : speaker with { Chain = [.. At(by).Chain, .. speaker.Chain] };
    }

    /// <summary>The speaker that a phrase names.</summary>
    public Speaker At(int token)
    {
        var mention = mentions.At(tree.Sentence[token]);
        var source = mention is null ? Described(token) : Named(token, mention);
        if (source is { Kind: SourceKind.Anonymous, Name.Length: > 0 }) source = source with { Unnamed = UnnamedPhrase.At(tree, token) };
        return new Speaker([source], [], source.Kind == SourceKind.Anonymous ? "" : source.Name, mention?.State ?? StateNear(token));
    }

    /// <summary>The by-phrase of a passive; -1 if it has none.</summary>
    public int Agent(int verb)
    {
        foreach (var c in tree.Children(verb))
        {
            if (tree.Rel(c) == Relation.OblAgent || tree.Rel(c) == Relation.Obl && tree.HasChild(c, Relation.Case, "by")) return c;
        }
        return -1;
    }

    /// <summary>The speaker with the outlet that passed his words on, if the verb or his description names one.</summary>
    public Speaker WithOutlets(Speaker speaker, int verb, int subject)
    {
        if (speaker.Chain[^1].Kind == SourceKind.Outlet) return speaker;
        var outlet = Outlet(verb, subject);
        if (outlet < 0) return speaker;
        var hop = At(outlet).Chain[^1] with { Kind = SourceKind.Outlet };
        return speaker with { Chain = [hop, .. speaker.Chain] };
    }

    // "told Euronews", "in remarks carried by the agency", "sources who spoke to the Herald".
    private int Outlet(int verb, int subject)
    {
        foreach (var c in verb < 0 ? [] : tree.Children(verb))
        {
            if (c != subject && (tree.Rel(c) is Relation.Iobj or Relation.Obl || tree.Rel(c) == Relation.Obj && WordClasses.IsPredicate(tree.Lemma(verb), "telling")) && IsRecipientOrPlace(verb, c) && IsOutlet(c)) return c;
        }
        for (var i = tree.Left(subject); i <= tree.Right(subject); i++)
        {
            if (i != subject && IsOutlet(i) && tree.IsVerb(Math.Max(tree.Head(i), 0))) return i;
        }
        return verb < 0 ? -1 : Carried(verb);
    }

    private bool IsRecipientOrPlace(int verb, int c) => tree.Rel(c) != Relation.Obl || tree.Child(c, Relation.Case) is var k
        && (k < 0 || tree.Word(k) is "to" or "with" or "by" || tree.Word(k) is "in" or "on" && tree.Lemma(verb) is "write" or "say" or "argue");

    private int Carried(int verb)
    {
        foreach (var c in tree.Children(verb))
        {
            if (tree.Rel(c) is not (Relation.Obl or Relation.Nsubj)) continue;
            for (var i = tree.Left(c); i <= tree.Right(c); i++)
            {
                if (i != c && IsOutlet(i) && tree.Lemma(Math.Max(tree.Head(i), 0)) is "carry" or "publish" or "broadcast" or "quote" or "cite" or "air" or "give" or "interview" or "post") return i;
            }
        }
        return -1;
    }

    private bool IsOutlet(int token)
    {
        if (tree.Rel(token) is Relation.Compound or Relation.Flat or Relation.NmodPoss) return false;
        if (mentions.At(tree.Sentence[token]) is { } mention) return mention.Kind == MentionKind.Outlet;
        return tree.Tag(token) == PartOfSpeech.Noun && tree.Lemma(token) is not ("press" or "media") && WordClasses.SourceNoun(tree.Lemma(token)) == SourceKind.Outlet;
    }

    private Source Named(int token, Mention mention)
    {
        if (mention.Form == MentionForm.Demonym) return Described(token);
        var noun = tree.Tag(token) is PartOfSpeech.Noun or PartOfSpeech.Adj ? WordClasses.SourceNoun(tree.Lemma(token)) : null;
        if (tree.Word(token) == "house" && tree.Word(Math.Max(0, token - 1)) == "white") return new Source("White House", SourceKind.Organisation);
        if (mention.Kind is MentionKind.State or MentionKind.Force && noun == SourceKind.Organisation && IsOffice(token)) return new Source(Description(token), SourceKind.Organisation);
        var kind = mention.Kind switch
        {
            MentionKind.Outlet => SourceKind.Outlet,
            MentionKind.Person => SourceKind.Person,
            MentionKind.State => SourceKind.State,
            MentionKind.Place => noun ?? SourceKind.State,
            MentionKind.AnonymousGroup or MentionKind.Group => noun is SourceKind.Outlet or SourceKind.Document or SourceKind.Organisation ? noun.Value : SourceKind.Anonymous,
            _ => noun is SourceKind.Document or SourceKind.Outlet or SourceKind.Anonymous ? noun.Value : SourceKind.Organisation,
        };
        if (kind == SourceKind.Person && mention.Form == MentionForm.Nominal && mention.Name.Length > 0 && !char.IsUpper(mention.Name[0])) kind = SourceKind.Anonymous;
        return new Source(kind == SourceKind.Anonymous ? Description(token) : Joined(token, mention, kind), kind);
    }

    // "The general's government", "the administration": a body of the state; "the government" alone stands for the state.
    private bool IsOffice(int token) => tree.Tag(token) == PartOfSpeech.Noun && tree.Penn(token) == "NN"
        && (tree.Lemma(token) != "government" || tree.HasChild(token, Relation.NmodPoss, Relation.Amod, Relation.Compound));

    // "Washington and London insist": two states speak as one.
    private string Joined(int token, Mention mention, SourceKind kind)
    {
        var other = tree.Child(token, Relation.Conj);
        if (other < 0 || mentions.At(tree.Sentence[other]) is not { } second || second.Name == mention.Name || kind == SourceKind.Outlet) return mention.Name;
        return mention.Name + " and " + second.Name;
    }

    private Source Described(int token)
    {
        var noun = WordClasses.SourceNoun(tree.Lemma(token));
        if (noun == SourceKind.Organisation && tree.Penn(token) == "NNS") noun = SourceKind.Anonymous;
        if (tree.Lemma(token) == "agency" && tree.HasChild(token, Relation.Compound, "news")) noun = SourceKind.Outlet;
        var kind = noun ?? (tree.Tag(token) == PartOfSpeech.Propn ? SourceKind.Person : SourceKind.Anonymous);
        return new Source(kind == SourceKind.Anonymous || tree.Tag(token) != PartOfSpeech.Propn ? Description(token) : NameText(token), kind);
    }

    // The describing words without article, number and relative clause: "spokesman for the junta".
    private string Description(int token)
    {
        if (tree.Tag(token) == PartOfSpeech.Pron) return "";
        var words = new List<string>();
        for (var i = tree.Left(token); i <= DescriptionEnd(token); i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Punct && i > token) break;
            if (i < token && !Describes(i)) continue;
            words.Add(words.Count == 0 && mentions.At(tree.Sentence[i])?.Form is not (MentionForm.Demonym or MentionForm.Name) && (tree.Tag(i) == PartOfSpeech.Noun || i == 0 && tree.Tag(i) == PartOfSpeech.Adj) ? tree.Sentence.FormAt(i) is var f && f.Length > 1 && char.IsUpper(f[1]) ? f : Lower(f) : tree.Sentence.FormAt(i));
        }
        return string.Join(' ', words).Replace(" '", "'", StringComparison.Ordinal).Replace(" ’", "’", StringComparison.Ordinal);
    }

    private int DescriptionEnd(int token)
    {
        var last = tree.Right(token);
        foreach (var c in tree.Children(token))
        {
            if (c > token && tree.Rel(c) is Relation.AclRelcl or Relation.Acl or Relation.Conj or Relation.Appos or Relation.Parataxis) last = Math.Min(last, tree.Left(c) - 1);
        }
        return last;
    }

    private bool Describes(int i) => tree.Tag(i) != PartOfSpeech.Punct
        && tree.Rel(i) is not (Relation.Det or Relation.Nummod or Relation.Case or Relation.Cc or Relation.DetPredet or Relation.Fixed) || tree.Word(i) is "'s"
        ? tree.Word(i) is not ("many" or "few" or "most" or "some" or "several" or "other" or "two" or "three") : false;

    private static string Lower(string form) => form.Length > 0 && !IsDemonymLike(form) ? char.ToLowerInvariant(form[0]) + form[1..] : form;

    // Adjectives of nationality keep their capital; a plain plural at the head of a sentence does not.
    private static bool IsDemonymLike(string form) => form.EndsWith("ian", StringComparison.Ordinal) || form.EndsWith("ish", StringComparison.Ordinal) || form.EndsWith("ese", StringComparison.Ordinal) || form.EndsWith("can", StringComparison.Ordinal) || form.EndsWith("man", StringComparison.Ordinal) || form.EndsWith("nch", StringComparison.Ordinal);

    private string NameText(int token)
    {
        var (first, last) = (token, token);
        foreach (var c in tree.Children(token))
        {
            if (tree.Rel(c) is not (Relation.Flat or Relation.Compound) || tree.Tag(c) != PartOfSpeech.Propn) continue;
            (first, last) = (Math.Min(first, c), Math.Max(last, c));
        }
        return string.Join(' ', Enumerable.Range(first, last - first + 1).Select(tree.Sentence.FormAt));
    }

    private string StateNear(int token)
    {
        for (var i = tree.Left(token); i <= tree.Right(token); i++)
        {
            if (mentions.At(tree.Sentence[i])?.State is { } state) return state;
        }
        return "";
    }
}
