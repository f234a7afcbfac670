using Standoff.Reading.Mentions;

namespace Standoff.Reading.Claims;

/// <summary>
/// Whose the ships, the drills and the offer are that a text goes on to speak of: the actor that a noun was last tied to,
/// and the states and persons named last.
/// </summary>
internal sealed class ActorMemory(DocumentMentions mentions)
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>Notes that things or acts of that name are the actor's.</summary>
    public void Note(string lemma, string owner)
    {
        if (owner.Length == 0) return;
        _owners[lemma] = owner;
        if (WordClasses.IsPredicate(lemma, "asset")) _owners["*asset"] = owner;
    }

    /// <summary>Whose the thing is; empty if the text has not said.</summary>
    public string OwnerOf(string lemma, bool isDefinite) =>
        _owners.TryGetValue(lemma, out var owner) || isDefinite && WordClasses.IsPredicate(lemma, "asset") && _owners.TryGetValue("*asset", out owner) ? owner : "";

    /// <summary>The two states, or persons, named last before a place, in text order; fewer if there are none.</summary>
    public IReadOnlyList<string> LastTwo(int before, MentionKind kind)
    {
        var found = new List<string>();
        for (var i = mentions.All.Length - 1; i >= 0 && found.Count < 2; i--)
        {
            var mention = mentions.All[i];
            if (mention.Span.End > before || mention.Kind != kind || !mention.IsActor || found.Contains(mention.Name)) continue;
            found.Insert(0, mention.Name);
        }
        return found.Count == 2 ? found : [];
    }
}
