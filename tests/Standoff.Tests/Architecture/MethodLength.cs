using System.Text;
using System.Text.RegularExpressions;

namespace Standoff.Tests.Architecture;

/// <summary>A method, constructor or local function in a source file and how many lines it takes, its signature included.</summary>
internal sealed partial record MethodLength(string File, string Name, int Line, int Lines)
{
    private static readonly string[] Keywords =
        ["if", "for", "foreach", "while", "switch", "using", "lock", "catch", "fixed", "return", "new", "throw", "when", "and", "or", "not", "is", "record", "class", "struct", "checked", "unchecked"];

    public override string ToString() => FormattableString.Invariant($"{Path.GetRelativePath(Repository.Root, File)}:{Line} {Name} has {Lines} lines");

    public static IEnumerable<MethodLength> In(string file) => InText(System.IO.File.ReadAllText(file), file);

    /// <summary>Methods of a source text, found by their shape: a name, parameters in parentheses, then a block or an arrow.</summary>
    public static IEnumerable<MethodLength> InText(string source, string file)
    {
        var code = Blank(source);
        foreach (Match match in Signature().Matches(code))
        {
            var name = match.Groups["name"].Value;
            if (Keywords.Contains(name) || Keywords.Contains(match.Groups["before"].Value)) continue;
            var close = Closing(code, match.Groups["open"].Index, '(', ')');
            if (close < 0 || Body().Match(code, close + 1) is not { Success: true } body) continue;
            var opens = body.Index + body.Length - 1;
            var end = code[opens] == '{' ? Closing(code, opens, '{', '}') : EndOfArrow(code, opens);
            if (end < 0) continue;
            var line = code.AsSpan(0, match.Groups["name"].Index).Count('\n') + 1;
            yield return new MethodLength(file, name, line, code.AsSpan(match.Groups["name"].Index, end - match.Groups["name"].Index).Count('\n') + 1);
        }
    }

    [GeneratedRegex(@"(?<before>[\w>\]?)]+)\s+(?<name>[A-Za-z_]\w*)(<[\w, ]+>)?(?<open>\()")]
    private static partial Regex Signature();

    [GeneratedRegex(@"\G\s*((where\s[^{;=]*)|(:\s*(base|this)\s*\([^{;]*\)\s*))*(\{|=>)")]
    private static partial Regex Body();

    private static int Closing(string code, int open, char left, char right)
    {
        var depth = 0;
        for (var i = open; i < code.Length; i++)
        {
            if (code[i] == left) depth++;
            else if (code[i] == right && --depth == 0) return i;
        }
        return -1;
    }

    private static int EndOfArrow(string code, int from)
    {
        var depth = 0;
        for (var i = from; i < code.Length; i++)
        {
            if (code[i] is '(' or '[' or '{') depth++;
            else if (code[i] is ')' or ']' or '}') depth--;
            else if (code[i] == ';' && depth <= 0) return i;
        }
        return -1;
    }

    // Comments and literals blanked, line ends kept: braces in them are no braces.
    private static string Blank(string source)
    {
        var blanked = new StringBuilder(source);
        foreach (Match literal in Literal().Matches(source))
            for (var i = literal.Index; i < literal.Index + literal.Length; i++)
                if (blanked[i] is not ('\n' or '\r')) blanked[i] = ' ';
        return blanked.ToString();
    }

    [GeneratedRegex("""
        //[^\n]*|/\*[\s\S]*?\*/|\$*"{3,}[\s\S]*?"{3,}|[$@]*@[$]?"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.[^']*|[^'\\\n])'
        """)]
    private static partial Regex Literal();
}
