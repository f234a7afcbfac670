using System.Collections.Frozen;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Quantities;

/// <summary>Singular forms of counted nouns.</summary>
internal static class Nouns
{
    private static readonly FrozenDictionary<string, string> s_irregular = new Dictionary<string, string>
    {
        ["people"] = "person",
        ["men"] = "man",
        ["women"] = "woman",
        ["children"] = "child",
        ["persons"] = "person",
        ["lives"] = "life",
        ["feet"] = "foot",
        ["troops"] = "troop",
        ["servicemen"] = "serviceman",
        ["policemen"] = "policeman",
        ["fishermen"] = "fisherman",
        ["gunmen"] = "gunman",
        ["wives"] = "wife",
        ["media"] = "media",
        ["aircraft"] = "aircraft",
        ["crises"] = "crisis",
        ["buses"] = "bus",
        ["gas"] = "gas",
        ["series"] = "series",
        ["species"] = "species",
        ["personnel"] = "personnel",
        ["forces"] = "force",
    }.ToFrozenDictionary();

    /// <summary>The noun in the singular, lower case.</summary>
    public static string Singular(Token noun)
    {
        var form = noun.Form.ToLowerInvariant();
        if (s_irregular.TryGetValue(form, out var irregular)) return irregular;
        var lemma = noun.Lemma.ToLowerInvariant();
        if (form.Length < 4 && lemma.Length > form.Length) return form;
        return lemma.Length > 0 && lemma != form ? lemma : noun.PennTag is "NNS" or "NNPS" ? Regular(form) : form;
    }

    private static string Regular(string form)
    {
        if (form.EndsWith("ies", StringComparison.Ordinal) && form.Length > 4) return form[..^3] + "y";
        if (form.EndsWith("sses", StringComparison.Ordinal) || form.EndsWith("xes", StringComparison.Ordinal) || form.EndsWith("ches", StringComparison.Ordinal) || form.EndsWith("shes", StringComparison.Ordinal)) return form[..^2];
        return form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal) ? form[..^1] : form;
    }
}
