namespace Standoff.Reading.Mentions;

/// <summary>What sort of name an entry of the gazetteer is.</summary>
internal enum NameClass
{
    State,
    Demonym,
    Nationals,
    Capital,
    Metonym,
    Organisation,
    Outlet,
    Person,
    Place,
}

/// <summary>What a name stands for.</summary>
internal sealed record Name(string Canonical, NameClass Class, string? State, bool NeedsArticle = false, MentionKind? Kind = null)
{
    /// <summary>The name as it is written, where that is not the canonical one.</summary>
    public string? Written { get; init; }
}

/// <summary>
/// Names by their first letters. A name matches text as written, whatever the tokens; a space of the name matches any
/// white space, an apostrophe either form.
/// </summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, List<(string Text, Name Name)>> _byFirstLetters = [];

    public void Add(string text, Name name)
    {
        var key = FirstLetters(text, 0, text.Length);
        if (key.Length == 0) return;
        if (!_byFirstLetters.TryGetValue(key, out var list)) _byFirstLetters[key] = list = [];
        var at = list.FindIndex(e => e.Text.Length < text.Length);
        list.Insert(at < 0 ? list.Count : at, (text, name));
    }

    /// <summary>The longest name that begins at an offset and ends at a word's end; of equal ones the first added.</summary>
    public (Name Name, int End)? Match(string text, int start, int limit)
    {
        var key = FirstLetters(text, start, limit);
        if (key.Length == 0 || !_byFirstLetters.TryGetValue(key, out var list)) return null;
        foreach (var (written, name) in list)
            if (EndOf(written, text, start, limit) is { } end) return (name, end);
        return null;
    }

    private static int? EndOf(string written, string text, int start, int limit)
    {
        var at = start;
        foreach (var c in written)
        {
            if (at >= limit || !Same(c, text[at])) return null;
            at++;
            if (c == ' ')
                while (at < limit && char.IsWhiteSpace(text[at])) at++;
        }

        return at < limit && char.IsLetterOrDigit(text[at]) ? null : at;
    }

    private static bool Same(char name, char text) =>
        name == text || (name == ' ' && char.IsWhiteSpace(text)) || (name == '\'' && text is '’' or '‘') || (name == '-' && text is '‑');

    private static string FirstLetters(string text, int start, int limit)
    {
        var end = start;
        while (end < limit && char.IsLetterOrDigit(text[end])) end++;
        return text[start..end];
    }
}
