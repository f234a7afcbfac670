using System.Collections.Frozen;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>What a word attributes, from its rows of <c>cues.tsv</c>.</summary>
/// <param name="Part">What sort of word it is.</param>
/// <param name="Frames">The complements that carry what is attributed, each with the attitude it reports.</param>
/// <param name="Prepositions">The same for the prepositions that introduce it.</param>
/// <param name="WithLightVerb">The same for prepositions that do so only where a light verb has the noun as its object.</param>
internal sealed record CueEntry(
    CuePart Part, FrozenDictionary<CueFrame, CueClass> Frames, FrozenDictionary<string, CueClass> Prepositions, FrozenDictionary<string, CueClass> WithLightVerb)
{
    public bool Takes(CueFrame frame) => Frames.ContainsKey(frame);
}

/// <summary>The words that attribute: verbs, nouns, adjectives and adverbs with the complements they take.</summary>
internal static class CueLexicon
{
    private static readonly FrozenDictionary<(string Word, CuePart Part), CueEntry> Entries = ResourceTable.Read("Attributions.Resources.cues.tsv")
        .GroupBy(r => (r[0], Enum.Parse<CuePart>(r[1], ignoreCase: true)))
        .ToFrozenDictionary(g => g.Key, g => Entry(g.Key.Item2, [.. g]));

    private static readonly FrozenSet<string> LightVerbs = ResourceTable.Read("Attributions.Resources.light-verbs.tsv").Select(r => r[0]).ToFrozenSet();

    /// <summary>Whether the verb adds little to a noun of saying or thinking that is its object ("express", "make").</summary>
    public static bool IsLight(string lemma) => LightVerbs.Contains(lemma);

    public static CueEntry? Find(string lemma, CuePart part) => Entries.GetValueOrDefault((lemma, part));

    private static CueEntry Entry(CuePart part, IReadOnlyList<string[]> rows)
    {
        var cells = rows.SelectMany(r => r[3].Split(',').Select(f => (Frame: f, Class: Enum.Parse<CueClass>(r[2], ignoreCase: true)))).DistinctBy(c => c.Frame).ToList();
        return new CueEntry(
            part,
            cells.Where(c => char.IsLetter(c.Frame[0])).ToFrozenDictionary(c => Enum.Parse<CueFrame>(c.Frame, ignoreCase: true), c => c.Class),
            cells.Where(c => c.Frame[0] == '+').ToFrozenDictionary(c => c.Frame[1..], c => c.Class),
            cells.Where(c => c.Frame[0] == '~').ToFrozenDictionary(c => c.Frame[1..], c => c.Class));
    }
}
