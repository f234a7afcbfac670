using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Questions;

/// <summary>A sentence of a page with the sides that it names, in their order: a plain second look at what no claim was found in.</summary>
internal sealed class PageSentence
{
    private const int LongestName = 3;

    // Words after which a sentence tells of what may be or is not.
    private static readonly WordPattern Open = new("not|never|no|would|could|may|might|if|unless|deny|denies|denied|should|must|expect*|predict*|analyst*|expert*|fear*|hope*|likely|unlikely|chance|odds|threat*|warn*|ask|asks|asked|request*|consider*|prepar*|about to|urg*|call* for|plan*|demand*|right to|former|anniversary");

    private readonly ImmutableArray<string> _sides;

    private PageSentence(string text, ImmutableArray<string> sides, ImmutableArray<string> claims, bool isOld)
    {
        (Text, _sides, Claims) = (text, sides, claims);
        Words = new ContentWords(text, []);
        IsOpen = isOld || Open.Fits(Words);
    }

    public string Text { get; }

    public ContentWords Words { get; }

    /// <summary>Aliases of the claims in it.</summary>
    public ImmutableArray<string> Claims { get; }

    /// <summary>Whether it denies, conditions, expects, threatens, or tells of another year.</summary>
    public bool IsOpen { get; }

    /// <summary>The side named first.</summary>
    public string? First => _sides.FirstOrDefault();

    public bool Names(string? side) => side is null || _sides.Contains(side);

    /// <summary>Whether one is named before the other.</summary>
    public bool Names(string? one, string? other) =>
        one is null ? Names(other) : other is null ? Names(one) : _sides.IndexOf(one) is var at and >= 0 && _sides.LastIndexOf(other) > at;

    public static ImmutableArray<PageSentence> Of(Ledger ledger, ActorRegister register, DateOnly asOf)
    {
        var sentences = ImmutableArray.CreateBuilder<PageSentence>();
        foreach (var document in ledger.Documents)
        {
            var claims = ledger.Claims.Where(c => c.Document == document.Alias).ToLookup(c => c.Claim.Sentence, c => c.Alias);
            for (var i = 0; i < document.Reading.Sentences.Length; i++)
            {
                var text = document.Reading.Sentences[i].Span.Of(document.Document.Text);
                var words = text.Split([' ', '\n', '\r', '\t', ',', ';', ':', '(', ')', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
                sentences.Add(new PageSentence(text, Sides(words, register), [.. claims[i]], words.Any(w => IsOtherYear(w, asOf))));
            }
        }
        return sentences.ToImmutable();
    }

    private static bool IsOtherYear(string word, DateOnly asOf) => word.TrimEnd('.').Length == 4
        && int.TryParse(word.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1800 and < 2200 && Math.Abs(year - asOf.Year) > 1;

    // The longest name at each place; "Iran's" is Iran.
    private static ImmutableArray<string> Sides(string[] words, ActorRegister register)
    {
        var sides = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsUpper(words[i][0])) continue;
            for (var length = Math.Min(LongestName, words.Length - i); length >= 1; length--)
            {
                var name = string.Join(' ', words[i..(i + length)]).Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal).TrimEnd('.', '’', '\'');
                if (!words[i..(i + length)].All(w => char.IsUpper(w[0])) || register.SideOf(name) is not { } side) continue;
                sides.Add(side);
                i += length - 1;
                break;
            }
        }
        return sides.ToImmutable();
    }
}
