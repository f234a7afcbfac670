using System.Globalization;
using System.Text.RegularExpressions;

namespace Standoff.Tests.Architecture;

/// <summary>A number that is written in a source text.</summary>
/// <param name="Index">Where it stands.</param>
/// <param name="Length">How long it, or the value of the constant, is.</param>
/// <param name="Text">The literal, or the value of the constant.</param>
/// <param name="Constant">The constant, field or property whose value it is, with its type; empty for one within an expression.</param>
internal sealed record SourceNumber(int Index, int Length, string Text, string Constant);

/// <summary>
/// The numbers of a source text that may be judgements: values of constants, and literals in expressions other than 0, 1, 2, places in and sizes of arrays.
/// A constant that is made of others (<c>Size = Last + 1</c>) is none.
/// </summary>
internal static partial class SourceNumbers
{
    public static IEnumerable<SourceNumber> In(string source)
    {
        var code = SourceCode.Of(source);
        var constants = Declarations().Matches(code).Select(m => new SourceNumber(m.Groups["value"].Index, m.Groups["value"].Length, m.Groups["value"].Value, $"{TypeAround(code, m.Index)}.{m.Groups["name"].Value}")).ToList();
        return constants.Where(c => !IsMadeOfOthers(c.Text)).Concat(
            from Match literal in Literal().Matches(code)
            where !IsPlain(literal.Value) && !IsPlace(code, literal) && !constants.Exists(c => literal.Index >= c.Index && literal.Index < c.Index + c.Length)
            select new SourceNumber(literal.Index, literal.Length, literal.Value, ""));
    }

    private static bool IsMadeOfOthers(string value) => Name().IsMatch(value) && Literal().Matches(value).All(l => l.Value is "0" or "1");

    private static bool IsPlain(string literal) => double.TryParse(literal.TrimEnd('u', 'U', 'l', 'L', 'm', 'M', 'd', 'D', 'f', 'F'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is 0 or 1 or 2;

    private static bool IsPlace(string code, Match literal) => literal.Value.All(char.IsAsciiDigit) && PlaceBefore().IsMatch(code[..literal.Index]) && PlaceAfter().IsMatch(code[(literal.Index + literal.Length)..]);

    // The last type declared at the left margin before a place.
    private static string TypeAround(string code, int place) => TypeDeclaration().Matches(code).LastOrDefault(t => t.Index < place)?.Groups["name"].Value ?? "";

    [GeneratedRegex("""
        \bconst\s+(?:double|decimal|float|u?int|u?long|u?short|s?byte)\s+(?<name>\w+)\s*=\s*(?<value>[^;]+);
        | \breadonly\s[^=;(]*?\b(?<name>\w+)\s*=\s*(?<value>\[?-?\.?\d[-+\d\s.,eEuUlLmMdDfF_]*\]?);
        | \b(?<name>\w+)\s*\{\s*get;(?:[\s\w]*\b(?:init|set);)?\s*\}\s*=\s*(?<value>\[?-?\.?\d[-+\d\s.,eEuUlLmMdDfF_]*\]?);
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"(?<!\w)(?<!\w\.)(?:0[xXbB][\dA-Fa-f_]+|(?:\d[\d_]*(?:\.\d[\d_]*)?|(?<!\.)\.\d[\d_]*)(?:[eE][-+]?\d+)?)[uUlLmMdDfF]*(?!\w)")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:[\w)\]>!?]\[\^?|[\w)\]]\[[^\[\]]*\.\.\^?)$")]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"^(?:\]|\.\.)")]
    private static partial Regex PlaceAfter();

    [GeneratedRegex(@"^(?:public|internal)[\w ]* (?:class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
