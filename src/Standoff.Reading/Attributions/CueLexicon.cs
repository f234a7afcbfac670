using System.Collections.Frozen;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>One row of <c>cues.tsv</c>.</summary>
/// <param name="Class">What attitude the word reports.</param>
/// <param name="Frames">The complements that carry what is attributed.</param>
/// <param name="Prepositions">The prepositions that introduce it.</param>
internal sealed record CueEntry(CueClass Class, FrozenSet<CueFrame> Frames, FrozenSet<string> Prepositions)
{
    public bool Takes(CueFrame frame) => Frames.Contains(frame);
}

/// <summary>The words that attribute: verbs, nouns, adjectives and adverbs with the complements they take.</summary>
internal static class CueLexicon
{
    private static readonly FrozenDictionary<(string Word, string Part), CueEntry> Entries = ResourceTable.Read("Attributions.Resources.cues.tsv")
        .ToFrozenDictionary(r => (r[0], r[1]), Entry);

    public static CueEntry? Verb(string lemma) => Entries.GetValueOrDefault((lemma, "verb"));

    public static CueEntry? Noun(string lemma) => Entries.GetValueOrDefault((lemma, "noun"));

    public static CueEntry? Adjective(string lemma) => Entries.GetValueOrDefault((lemma, "adj"));

    public static CueEntry? Adverb(string word) => Entries.GetValueOrDefault((word, "adverb"));

    private static CueEntry Entry(string[] cells)
    {
        var frames = cells[3].Split(',');
        return new CueEntry(
            Enum.Parse<CueClass>(cells[2], ignoreCase: true),
            frames.Where(f => f[0] != '+').Select(FrameOf).ToFrozenSet(),
            frames.Where(f => f[0] == '+').Select(f => f[1..]).ToFrozenSet());
    }

    private static CueFrame FrameOf(string name) => name switch
    {
        "exp" => CueFrame.Experiencer,
        "seem" => CueFrame.Raise,
        _ => Enum.Parse<CueFrame>(name, ignoreCase: true),
    };
}
