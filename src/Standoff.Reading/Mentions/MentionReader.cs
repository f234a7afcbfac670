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

    /// <summary>Surnames and short forms, now that every full name of the document is known.</summary>
    private static void Resolve(List<PendingName> pending, IReadOnlyList<Sentence> sentences, List<NameMention>[] mentions, DocumentCast cast)
    {
        for (var i = pending.Count - 1; i >= 0; i--)
        {
            var (s, token, place) = pending[i];
            if (cast.ByPart(sentences[s][token].Form) is not { } entity) continue;
            mentions[s].Insert(place, new NameMention(s, token, token + 1, entity, MentionForm.Name));
            entity.Count++;
        }
    }
}
