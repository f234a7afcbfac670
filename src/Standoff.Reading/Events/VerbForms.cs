namespace Standoff.Reading.Events;

/// <summary>The regular forms of English verbs.</summary>
internal static class VerbForms
{
    private const string Vowels = "aeiou";

    /// <summary>Third person, past and present participle; of a doubled consonant both spellings.</summary>
    public static IEnumerable<string> Of(string verb)
    {
        if (verb.Length < 2) yield break;
        var stem = verb[^1] == 'e' ? verb[..^1] : verb;
        var changed = verb[^1] == 'y' && !Vowels.Contains(verb[^2]);
        yield return changed ? verb[..^1] + "ies" : verb + (verb[^1] is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s");
        yield return changed ? verb[..^1] + "ied" : stem + "ed";
        yield return (verb.EndsWith("ee", StringComparison.Ordinal) ? verb : stem) + "ing";
        if (verb.EndsWith("ee", StringComparison.Ordinal)) yield return verb + "d";
        if (verb[^1] == 'e' || Vowels.Contains(verb[^1]) || !Vowels.Contains(verb[^2])) yield break;
        yield return verb + verb[^1] + "ed";
        yield return verb + verb[^1] + "ing";
    }
}
