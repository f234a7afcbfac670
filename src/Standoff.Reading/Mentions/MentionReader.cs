using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>Finds who and what a document speaks of, and which words mean the same one.</summary>
public static class MentionReader
{
    /// <summary>The mentions of a document.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="sentences">Its sentences in order.</param>
    /// <param name="date">The document's date: it decides who "the president" was.</param>
    /// <param name="cast">The case's own cast, which wins over the gazetteer.</param>
    public static DocumentMentions Read(string text, IReadOnlyList<Sentence> sentences, DateOnly? date = null, CastList? cast = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        var known = new DocumentCast(Gazetteer.Shipped, date);
        var words = CommonWords(sentences);
        var names = new NameFinder(text, known, TableOf(cast), words);
        var mentions = new List<NameMention>[sentences.Count];
        for (var s = 0; s < sentences.Count; s++) mentions[s] = names.Find(sentences[s], s);
        Resolve(names.Pending, sentences, mentions, known);
        var references = new ReferenceReader(text, known, words.Overlaps(NounClasses.Juntas));
        for (var s = 0; s < sentences.Count; s++) references.Read(sentences[s], s, mentions[s]);
        var all = mentions.SelectMany((list, s) => list.Select(m => m.In(sentences[s]))).OrderBy(m => m.Span);
        return new DocumentMentions([.. all], sentences);
    }

    /// <summary>Words that the document also writes small: "Human Rights" is nobody's name.</summary>
    private static HashSet<string> CommonWords(IReadOnlyList<Sentence> sentences)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
            foreach (var token in sentence.Tokens)
                if (char.IsLower(token.Form[0])) words.Add(token.Form);
        return words;
    }

    private static NameTable TableOf(CastList? cast)
    {
        var table = new NameTable();
        foreach (var member in cast?.Entries ?? [])
            foreach (var name in member.Aliases.Prepend(member.Name))
                table.Add(name, new Name(member.Name, ClassOf(member.Kind), member.State ?? (member.Kind == MentionKind.State ? member.Name : null), Kind: member.Kind));
        return table;
    }

    private static NameClass ClassOf(MentionKind kind) => kind switch
    {
        MentionKind.State => NameClass.State,
        MentionKind.Person => NameClass.Person,
        MentionKind.Outlet => NameClass.Outlet,
        MentionKind.Place => NameClass.Place,
        MentionKind.Group or MentionKind.AnonymousGroup => NameClass.Nationals,
        _ => NameClass.Organisation,
    };

    /// <summary>
    /// Surnames and short forms, now that every full name of the document is known; of the rest, the names that only a
    /// state can have.
    /// </summary>
    private static void Resolve(List<PendingName> pending, IReadOnlyList<Sentence> sentences, List<NameMention>[] mentions, DocumentCast cast)
    {
        var unknown = new UnknownStates();
        var entities = new Entity?[pending.Count];
        for (var i = 0; i < pending.Count; i++)
        {
            var token = sentences[pending[i].Sentence][pending[i].Token];
            if (IsMonth(token)) continue;
            entities[i] = cast.ByPart(token.Form, acts: ActsAsPerson(token) || NameRun.ActsFirst(token.Sentence, token.Index));
            if (entities[i] is null) unknown.Note(sentences[pending[i].Sentence], pending[i].Token);
        }

        for (var i = pending.Count - 1; i >= 0; i--)
        {
            var (s, token, place) = pending[i];
            var form = MentionForm.Name;
            if ((entities[i] ?? Unknown(unknown, sentences[s][token].Form, cast, ref form)) is not { } entity) continue;
            mentions[s].Insert(place, new NameMention(s, token, token + 1, entity, form));
            entity.Count++;
        }

        if (unknown.Any) OpenWithDemonym(unknown, sentences, mentions, cast);
    }

    /// <summary>"Orlandian forces crossed": an adjective that begins a sentence is no name until the state is known.</summary>
    private static void OpenWithDemonym(UnknownStates states, IReadOnlyList<Sentence> sentences, List<NameMention>[] mentions, DocumentCast cast)
    {
        for (var s = 0; s < sentences.Count; s++)
        {
            if (sentences[s].Count == 0 || sentences[s][0].Tag != PartOfSpeech.Adj || mentions[s] is [{ From: 0 }, ..]) continue;
            var form = MentionForm.Name;
            if (Unknown(states, sentences[s][0].Form, cast, ref form) is { } entity) mentions[s].Insert(0, new NameMention(s, 0, 1, entity, form));
        }
    }

    /// <summary>"In May", "May 5": the one month that is also somebody's name.</summary>
    private static bool IsMonth(Token token)
    {
        if (token.Form != "May") return false;
        var (sentence, i) = (token.Sentence, token.Index);
        return (i + 1 < sentence.Count && sentence[i + 1].Tag == PartOfSpeech.Num) || (i > 0 && (sentence[i - 1].Tag is PartOfSpeech.Num || sentence[i - 1].Form.ToLowerInvariant() is "in" or "since" or "until" or "till" or "from" or "last" or "next" or "early" or "late" or "mid" or "of" or "this" or "before" or "after"));
    }

    /// <summary>"May resigned", "told Brown", "Bush's speech".</summary>
    private static bool ActsAsPerson(Token token) =>
        token.Tag == PartOfSpeech.Propn && (token.Relation == Relation.NmodPoss || (token.Relation == Relation.Conj && token.HeadIndex < token.Index && token.Head.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj) || (token.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj && token.Head.Tag == PartOfSpeech.Verb));

    private static Entity? Unknown(UnknownStates states, string word, DocumentCast cast, ref MentionForm form)
    {
        var state = states.StateOf(word);
        if (state is null && (state = states.StateOfDemonym(word)) is not null)
        {
            form = MentionForm.Demonym;
            cast.NoteDemonym(state, word);
        }

        if (state is null) return null;
        cast.CountState(state, 2);
        return cast.Get(state, MentionKind.State, state);
    }
}
