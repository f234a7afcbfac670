using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>What a word attributes, from its rows of <c>cues.tsv</c>.</summary>
/// <param name="Part">What sort of word it is.</param>
/// <param name="Frames">The complements that carry what is attributed, each with the attitude it reports.</param>
/// <param name="Prepositions">The same for the prepositions that introduce it.</param>
/// <param name="WithLightVerb">The same for prepositions that do so only where a light verb has the noun as its object.</param>
internal sealed record CueEntry(
    CuePart Part, ImmutableSortedDictionary<CueFrame, CueClass> Frames, ImmutableSortedDictionary<string, CueClass> Prepositions, ImmutableSortedDictionary<string, CueClass> WithLightVerb)
{
    public bool Takes(CueFrame frame) => Frames.ContainsKey(frame);

    /// <summary>The attitude that the word reports in a frame; in one that it has no row for, that of its first.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="preposition">Its preposition, if it has one.</param>
    public CueClass ClassOf(CueFrame frame, string preposition = "")
    {
        if (Frames.TryGetValue(frame, out var own) || Prepositions.TryGetValue(preposition, out own) || WithLightVerb.TryGetValue(preposition, out own)) return own;
        return Frames.Values.Concat(Prepositions.Values).Concat(WithLightVerb.Values).FirstOrDefault();
    }
}

/// <summary>The words that attribute: verbs, nouns, adjectives and adverbs with the complements they take.</summary>
internal static class CueLexicon
{
    private static readonly FrozenDictionary<(string Word, CuePart Part), CueEntry> Entries = ResourceTable.Read("Attributions.Resources.cues.tsv")
        .GroupBy(r => (r[0], Enum.Parse<CuePart>(r[1], ignoreCase: true)))
        .ToFrozenDictionary(g => g.Key, g => Entry(g.Key.Item2, g));

    private static readonly FrozenSet<string> LightVerbs = ResourceTable.Read("Attributions.Resources.light-verbs.tsv").Select(r => r[0]).ToFrozenSet();

    /// <summary>The entry of a word; a verb with a particle is one word ("point out").</summary>
    public static CueEntry? Find(string lemma, CuePart part) => Entries.GetValueOrDefault((lemma, part));

    /// <summary>Whether the verb adds little to a noun of saying or thinking that is its object ("express", "make").</summary>
    public static bool IsLight(string lemma) => LightVerbs.Contains(lemma);

    // "that" is a frame, "+about" a preposition, "~about" one that needs a light verb. Of two rows for a frame the first holds.
    private static CueEntry Entry(CuePart part, IEnumerable<string[]> rows)
    {
        var cells = rows.SelectMany(r => r[3].Split(',').Select(f => (Frame: f, Class: Enum.Parse<CueClass>(r[2], ignoreCase: true)))).DistinctBy(c => c.Frame).ToList();
        return new CueEntry(
            part,
            cells.Where(c => char.IsLetter(c.Frame[0])).ToImmutableSortedDictionary(c => Enum.Parse<CueFrame>(c.Frame, ignoreCase: true), c => c.Class),
            Named('+'),
            Named('~'));

        ImmutableSortedDictionary<string, CueClass> Named(char sign) =>
            cells.Where(c => c.Frame[0] == sign).ToImmutableSortedDictionary(c => c.Frame[1..], c => c.Class, StringComparer.Ordinal);
    }
}
