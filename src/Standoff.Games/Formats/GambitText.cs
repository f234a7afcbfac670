using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Games.Numerics;

namespace Standoff.Games.Formats;

/// <summary>Something in a file that is not as the format wants it.</summary>
internal sealed class GambitSyntaxException(int position, string reason) : Exception(reason)
{
    public int Position { get; } = position;
}

/// <summary>Reads Gambit's words, strings, numbers and braces; commas are white space.</summary>
internal sealed class GambitText(string text)
{
    // A byte order mark is no part of the first word.
    private int position = text.StartsWith('\uFEFF') ? 1 : 0;

    public int Position
    {
        get
        {
            SkipSpace();
            return position;
        }
    }

    public bool AtEnd => Position >= text.Length;

    /// <summary>Runs a reader and turns its complaint into a place in the text.</summary>
    public static GameFile<TGame> Read<TGame>(string text, Func<GambitText, TGame> read)
        where TGame : class
    {
        var source = new GambitText(text);
        try
        {
            return new GameFile<TGame>(read(source), null);
        }
        catch (GambitSyntaxException e)
        {
            return new GameFile<TGame>(null, Locate(text, e.Position, e.Message));
        }
        catch (ArgumentException e)
        {
            return new GameFile<TGame>(null, Locate(text, source.position, Plain(e)));
        }
    }

    /// <summary>The message without the name of the parameter, which means nothing to who wrote the file.</summary>
    public static string Plain(ArgumentException e) => e.ParamName is { } name ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : e.Message;

    public bool NextIs(char c) => !AtEnd && text[position] == c;

    public bool TryTake(char c)
    {
        if (!NextIs(c))
            return false;
        position++;
        return true;
    }

    public void Take(char c)
    {
        if (!TryTake(c))
            throw Wrong($"'{c}' was expected");
    }

    public string Word()
    {
        var start = Position;
        while (position < text.Length && !IsSpace(text[position]) && text[position] is not ('{' or '}' or '"'))
            position++;
        return position > start ? text[start..position] : throw Wrong("a word or number was expected");
    }

    public void Keyword(string word)
    {
        var start = Position;
        if (Word() != word)
            throw new GambitSyntaxException(start, $"\"{word}\" was expected.");
    }

    public string Quoted()
    {
        Take('"');
        var start = position - 1;
        var result = new StringBuilder();
        while (position < text.Length && text[position] != '"')
        {
            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] is '"' or '\\')
                position++;
            result.Append(text[position++]);
        }

        if (position >= text.Length)
            throw new GambitSyntaxException(start, "The string is not closed.");
        position++;
        return result.ToString();
    }

    public int Whole()
    {
        var start = Position;
        return int.TryParse(Word(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new GambitSyntaxException(start, "A whole number was expected.");
    }

    public Rational Number()
    {
        var start = Position;
        return Rational.TryParse(Word(), out var value) ? value : throw new GambitSyntaxException(start, "A number such as 3, -1/2 or 0.25 was expected.");
    }

    /// <summary>Items between braces.</summary>
    public ImmutableArray<T> Braced<T>(Func<T> item)
    {
        Take('{');
        var items = ImmutableArray.CreateBuilder<T>();
        while (!TryTake('}'))
        {
            if (AtEnd)
                throw Wrong("'}' was expected");
            items.Add(item());
        }

        return items.ToImmutable();
    }

    public GambitSyntaxException Wrong(string expected) =>
        new(Position, $"{char.ToUpperInvariant(expected[0])}{expected[1..]}{(position >= text.Length ? " before the end of the file" : $", not '{text[position]}'")}.");

    internal static string Quote(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    internal static GameFileError Locate(string text, int position, string reason)
    {
        var before = text.AsSpan(0, Math.Min(position, text.Length));
        return new GameFileError(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), reason);
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c == ',';

    private void SkipSpace()
    {
        while (position < text.Length && IsSpace(text[position]))
            position++;
    }
}
