using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>What only the author of a commentary, or an analyst, holds; what he tells as done, or as said by others, is a report like any other.</summary>
internal static partial class Commentary
{
    // Behind a name the words that say what somebody is: "Ann Reed, an analyst at the Harbour Institute".
    private const int LongestApposition = 80;

    // Before it the one word that does.
    private const int LongestTitle = 20;

    /// <summary>Whether a claim is such a view.</summary>
    public static bool Holds(Claim claim, Document document)
    {
        var isAuthor = claim.Sources.IsEmpty && document.Genre == Genre.Opinion;
        return (isAuthor || IsCommentator(claim, document)) && !IsRecord(claim, isAuthor);
    }

    /// <summary>Whether whoever vouches last judges rather than acts.</summary>
    public static bool IsCommentator(Claim claim, Document document) =>
        claim.Sources is [.., var last] && (Vocabulary.IsCommentator(last.Name) || (last.Kind == SourceKind.Person && IsIntroduced(last.Name, document)));

    // Done or so, without a may, a should or a seems; what somebody did by speaking is told of him by name.
    private static bool IsRecord(Claim claim, bool isAuthor) => claim.SourceFactuality is Factuality.Certain or Factuality.CertainNot && claim.Kind switch
    {
        ClaimKind.Event or ClaimKind.State => true,
        ClaimKind.Assessment or ClaimKind.Prediction or ClaimKind.Unknown => false,
        _ => isAuthor && claim.Predicate.Agents.Length > 0,
    } && !Vocabulary.HoldsJudgement(claim.Exact) && !IsJudgedNow(claim);

    // "The generals are deserting him", "Northland is determined": how it stands with loyalty, resolve and intent the writer judges. That two of them deserted on Monday, or that
    // there are 5,000 of them, he reports.
    private static bool IsJudgedNow(Claim claim) => claim.Quantities.IsEmpty && Vocabulary.HoldsJudgedState(claim.Exact) && IsPresent(Vocabulary.WordsOf(claim.Exact), claim.Predicate.Lemma);

    private static bool IsPresent(string[] words, string verb) =>
        !words.Any(Past.Contains) && words.Any(w => Present.Contains(w) || (verb.Length > 0 && (w == verb || w == verb + "s" || w == verb + "es" || (verb[^1] == 'y' && w == verb[..^1] + "ies"))));

    // With a participle "has" tells what was done.
    private static readonly FrozenSet<string> Past = FrozenSet.ToFrozenSet(["was", "were", "wasn't", "weren't", "had", "did", "didn't", "has", "have"]);
    private static readonly FrozenSet<string> Present = FrozenSet.ToFrozenSet(["is", "are", "isn't", "aren't", "does", "do", "doesn't", "don't"]);

    // Of each claim of a person the whole text would be gone through again.
    private static readonly ConditionalWeakTable<Document, ConcurrentDictionary<string, bool>> Known = [];

    private static bool IsIntroduced(string name, Document document) => Known.GetOrCreateValue(document).GetOrAdd(name, n => IsIntroduced(n, document.Text));

    private static bool IsIntroduced(string name, string text)
    {
        if (name.Length == 0) return false;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            if (Vocabulary.IntroducesCommentator(Before(text, at)) || Vocabulary.IntroducesCommentator(After(text, at + name.Length))) return true;
        return false;
    }

    // "Analyst Ann Reed": the word that stands right before.
    private static string Before(string text, int at)
    {
        var before = text[Math.Max(0, at - LongestTitle)..at].TrimEnd();
        return before[(before.LastIndexOfAny([' ', '\n']) + 1)..];
    }

    private static string After(string text, int at)
    {
        if (!Article().IsMatch(text.AsSpan(at, Math.Min(text.Length - at, LongestApposition)))) return "";
        var rest = text[(at + 2)..Math.Min(text.Length, at + 2 + LongestApposition)];
        return End().Match(rest) is { Success: true } end ? rest[..end.Index] : rest;
    }

    [GeneratedRegex(@"^, an?\s", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    // Whose friend or neighbour he is says nothing of him.
    [GeneratedRegex(@"[,.;\n]|\s(?:of|who|whom|whose|at|in|to|with|for|by|from|and)\s", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
