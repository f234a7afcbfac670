using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>Asides without a finite verb that say something of a part of what was named: ", two of them in the strait".</summary>
internal static class Partitives
{
    /// <summary>The stretches after a comma that open so.</summary>
    public static IEnumerable<TokenRange> Of(SentenceTree tree, TokenRange region)
    {
        for (var i = Math.Max(region.First, 1); i + 3 <= region.Last; i++)
        {
            if (tree.Word(i - 1) != "," || tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct) continue;
            var of = tree.Word(i + 1) == "of" ? i + 1 : tree.Word(i + 2) == "of" && i + 4 <= region.Last && tree.Word(i) is "a" or "at" ? i + 2 : -1;
            if (of < 0 || tree.Word(of + 1) is not ("them" or "which" or "whom" or "these" or "those")) continue;
            var last = of + 1;
            while (last < region.Last && tree.Word(last + 1) is not ("," or ";" or "." or "”" or "\"" or ")")) last++;
            if (last > of + 1) yield return new TokenRange(i, last);
            i = last;
        }
    }
}
