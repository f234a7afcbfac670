using System.Text.RegularExpressions;

namespace Standoff.Tests.Architecture;

/// <summary>A source text of which only code is left: comments, characters and strings are blank, but for the code in a string's holes; every place stays where it was.</summary>
internal sealed partial class SourceCode
{
    private readonly string _source;
    private readonly char[] _code;
    private int _at;

    private SourceCode(string source)
    {
        _source = source;
        _code = [.. source.Select(c => c is '\n' or '\r' ? c : ' ')];
    }

    public static string Of(string source)
    {
        var code = new SourceCode(source);
        code.Read(isHole: false);
        return new string(code._code);
    }

    // Up to the end, or within a string to what ends the hole: its brace, or a format.
    private void Read(bool isHole)
    {
        var depth = 0;
        while (_at < _source.Length)
        {
            if (Blank().Match(_source, _at) is { Success: true } blank)
            {
                _at += blank.Length;
                continue;
            }
            if (Opening().Match(_source, _at) is { Success: true } opening)
            {
                _at += opening.Length;
                ReadString(opening.Groups["marks"].Value, opening.Groups["quotes"].Length);
                continue;
            }
            var c = _source[_at];
            if (isHole && depth == 0 && c is '}' or ':' && isHole && depth == 0) return;
            if (c is '(' or '[' or '{') depth++;
            if (c is ')' or ']' or '}') depth--;
            _code[_at++] = c;
        }
    }

    private void ReadString(string marks, int quotes)
    {
        var (isRaw, isVerbatim, braces) = (quotes >= 3, marks.Contains('@', StringComparison.Ordinal), marks.Count(m => m == '$'));
        var end = new string('"', isRaw ? quotes : 1);
        while (_at < _source.Length)
        {
            var rest = _source.AsSpan(_at);
            if (!isRaw && (isVerbatim ? rest.StartsWith("\"\"") : rest[0] == '\\') || (!isRaw && braces > 0 && (rest.StartsWith("{{") || rest.StartsWith("}}")))) _at += 2;
            else if (rest.StartsWith(end)) { _at += end.Length; return; }
            else if (braces > 0 && rest.StartsWith(new string('{', braces))) ReadHole(braces);
            else _at++;
        }
    }

    private void ReadHole(int braces)
    {
        _at += braces;
        Read(isHole: true);
        while (_at < _source.Length && _source[_at] != '}') _at++;
        _at += braces;
    }

    // Comments, directives and characters.
    [GeneratedRegex(@"\G(?://[^\n]*|/\*[\s\S]*?\*/|'(?:\\.[^']*|[^'\\\n])')")]
    private static partial Regex Blank();

    [GeneratedRegex("""\G(?<marks>[$@]*)(?<quotes>"{3,}|")""")]
    private static partial Regex Opening();
}
