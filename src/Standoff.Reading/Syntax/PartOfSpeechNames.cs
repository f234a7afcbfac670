namespace Standoff.Reading.Syntax;

/// <summary>The standard's names of the universal tags. A table of its own: reflection over the enumeration costs the start-up milliseconds.</summary>
internal static class PartOfSpeechNames
{
    private static readonly string[] Names =
        ["X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"];

    public static PartOfSpeech Parse(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Names.Length; i++)
            if (name.SequenceEqual(Names[i])) return (PartOfSpeech)i;
        throw new FormatException($"\"{name}\" is no universal part of speech.");
    }

    public static string Of(PartOfSpeech tag) => Names[(int)tag];
}
