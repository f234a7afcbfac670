using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>Short forms that a text introduces after a full name: "(CCP)", ", or ECOWAS,".</summary>
internal static class Acronyms
{
    public static void Read(Sentence sentence, int after, Entity entity, DocumentCast cast)
    {
        if (after + 1 >= sentence.Count) return;
        var isBracket = sentence[after].Form == "(" && after + 2 < sentence.Count && sentence[after + 2].Form == ")";
        var isOr = sentence[after].Form == "," && after + 2 < sentence.Count && sentence[after + 1].Form == "or";
        if (!isBracket && !isOr) return;
        var form = sentence[isBracket ? after + 1 : after + 2].Form;
        if (form.Length is >= 2 and <= 10 && char.IsUpper(form[0]) && form.Count(char.IsUpper) * 2 >= form.Length) cast.AddAlias(form, entity);
    }
}
