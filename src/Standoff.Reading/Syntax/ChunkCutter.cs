using System.Buffers;
using Standoff.Reading.Text;

namespace Standoff.Reading.Syntax;

/// <summary>Cuts one stretch without spaces into words.</summary>
internal readonly ref struct ChunkCutter(string text, int start, int end, List<TextSpan> words)
{
    private const int LongestAddress = 320;
    private static readonly SearchValues<char> EndsOfAddress = SearchValues.Create("<>\"\u201D\u201C");
    private static readonly SearchValues<char> NotInMail = SearchValues.Create("()<>[]\",;");
    private readonly WordList _list = WordList.Shipped;

    public void Cut()
    {
        var i = start;
        while (i < end)
        {
            var next = Emoticon(i);
            if (next == i) next = Address(i);
            if (next > i) words.Add(new TextSpan(i, next));
            else if (Characters.IsWord(text, i)) next = Word(i);
            else next = Sign(i);
            i = next;
        }
    }

    /// <summary>End of a smiley that is the rest of the chunk.</summary>
    private int Emoticon(int i) =>
        end - i is 2 or 3 && text[i] is ':' or ';' && text[end - 1] is ')' or '(' or 'D' or 'P' && (end - i == 2 || text[i + 1] == '-') ? end : i;

    /// <summary>End of a web or mail address, without the punctuation after it.</summary>
    private int Address(int i)
    {
        var rest = text.AsSpan(i, Math.Min(end - i, LongestAddress));
        var web = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (!web && !IsMail(rest)) return i;
        var last = rest.IndexOfAny(EndsOfAddress);
        if (last < 0) last = rest.Length;
        while (last > 0 && ".,;:!?)]}'\u2019\u2026".Contains(rest[last - 1])) last--;
        return Whole(i + last);
    }

    private static bool IsMail(ReadOnlySpan<char> rest)
    {
        if (!char.IsAsciiLetterOrDigit(rest[0])) return false;
        var at = rest.IndexOf('@');
        return at > 0 && at < rest.Length - 3 && rest[(at + 1)..].Contains('.') && rest[..at].IndexOfAny(NotInMail) < 0;
    }

    private int Whole(int place)
    {
        while (place < end && Characters.SplitsPair(text, place)) place++;
        return place;
    }

    /// <summary>Adds the punctuation or symbol at a place: runs of one sign are one word.</summary>
    private int Sign(int i)
    {
        var c = text[i];
        var next = i + 1;
        if (c is '.' or '!' or '?') next = Run(i, ".!?");
        else if (c is '-' or '_' or '*' or '=' or '+' or '~' or '#') next = Run(i, text.AsSpan(i, 1));
        else if (c is '\'' or '`' or '\u2019' or '\u2018' or '<' or '>' && next < end && text[next] == c) next++;
        else if (Clitic(i, i) is var length && length > 1) next = i + length;
        next = Marks(Whole(next));
        words.Add(new TextSpan(i, next));
        return next;
    }

    private int Run(int i, ReadOnlySpan<char> signs)
    {
        while (i < end && signs.Contains(text[i])) i++;
        return i;
    }

    private int Marks(int i)
    {
        while (i < end && Characters.IsMark(text[i])) i++;
        return i;
    }

    /// <summary>Adds the words that begin with the letter or digit at a place; gives the end of what was taken.</summary>
    private int Word(int i)
    {
        var next = i;
        while (next < end && (Characters.IsWord(text, next) || Joins(i, next))) next++;
        next = FullStop(i, next);
        if (next < end && text[next] == '$' && next - i <= 3 && char.IsAsciiLetterUpper(text[i])) next++;
        return Split(i, next);
    }

    /// <summary>Whether the sign at a place, after word characters since <paramref name="i"/>, stays inside the word.</summary>
    private bool Joins(int i, int at)
    {
        if (at == i || at + 1 >= end || !Characters.IsWord(text, at + 1)) return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        var digits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        return text[at] switch
        {
            '.' => !IsMissingSpace(i, at),
            ',' => digits && ThreeDigitsAfter(at),
            ':' => digits,
            '/' => digits || (at - i == 1 && at + 2 == end),
            '&' => at - i <= 3 && char.IsAsciiLetterUpper(before) && char.IsAsciiLetterUpper(after),
            '_' or '@' => true,
            var c when Characters.IsApostrophe(c) => Clitic(i, at) == 0,
            var c when Characters.IsHyphen(c) => HyphenStays(i, at),
            _ => false,
        };
    }

    /// <summary>"ended.The": a full stop after a lower-case word and before a capitalised one.</summary>
    private bool IsMissingSpace(int i, int at) =>
        at - i > 1 && char.IsLower(text[at - 1]) && char.IsUpper(text[at + 1]) && at + 2 < end && char.IsLower(text[at + 2]);

    private bool ThreeDigitsAfter(int at)
    {
        var digits = 0;
        while (at + 1 + digits < end && char.IsAsciiDigit(text[at + 1 + digits])) digits++;
        return digits == 3;
    }

    /// <summary>Prefixes keep their hyphen, and so do telephone numbers and dates in figures.</summary>
    private bool HyphenStays(int i, int at)
    {
        if (_list.Is(text.AsSpan(i, at - i), WordKind.Prefix)) return true;
        if (!char.IsAsciiDigit(text[at - 1])) return false;
        var j = at + 1;
        while (j < end && char.IsAsciiDigit(text[j])) j++;
        var (left, right) = (at - i, j - at - 1);
        return (left, right) is (3, 4) or (7, 4) or (11, 4) || ((left, right) is (3, 3) or (5, 3) or (4, 2) or (2, 2) && j < end && Characters.IsHyphen(text[j]))
            || ((left, right) is (7, 2) or (5, 4) && Characters.IsHyphen(text[i + (left == 7 ? 4 : 2)]));
    }

    /// <summary>Length of the clitic that an apostrophe at a place begins, when it ends its word; 0 if none.</summary>
    private int Clitic(int i, int at)
    {
        if (!Characters.IsApostrophe(text[at])) return 0;
        var j = at + 1;
        while (j < end && Characters.IsWord(text, j)) j++;
        var tail = text.AsSpan(at + 1, j - at - 1);
        if (tail.Length is 1 or 2 && IsCliticTail(tail) && (at > i || char.IsLower(tail[0]))) return j - at;
        return at > i + 1 && tail.Equals("t", StringComparison.OrdinalIgnoreCase) && text[at - 1] is 'n' or 'N' ? -1 : 0;
    }

    private static bool IsCliticTail(ReadOnlySpan<char> tail) => tail.Length == 1
        ? tail[0] is 's' or 'm' or 'd' or 'S' or 'M' or 'D'
        : tail.Equals("ll", StringComparison.OrdinalIgnoreCase) || tail.Equals("re", StringComparison.OrdinalIgnoreCase) || tail.Equals("ve", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes in the full stop of an abbreviation, an initial or an acronym.</summary>
    private int FullStop(int i, int at)
    {
        if (at >= end || text[at] != '.' || (at + 1 < end && text[at + 1] == '.')) return at;
        var word = text.AsSpan(i, at - i);
        var kind = _list[text.AsSpan(i, at + 1 - i)];
        var stays = kind.HasFlag(WordKind.Number) ? NumberFollows(at + 1)
            : kind != WordKind.None ? char.IsUpper(word[0]) || word.Contains('.') || !IsLastOfText(at + 1)
            : IsInitial(word);
        return stays ? at + 1 : at;
    }

    private bool IsLastOfText(int at) => at >= end && (at >= text.Length || text[at] is '\n' or '\r');

    private bool NumberFollows(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0') at++;
        return at < text.Length && char.IsAsciiDigit(text[at]);
    }

    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        if (word.Length == 1) return char.IsUpper(word[0]);
        for (var i = 0; i < word.Length; i++)
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        return true;
    }

    /// <summary>Adds a whole form, or its two halves where the treebanks part them.</summary>
    private int Split(int i, int next)
    {
        var form = text.AsSpan(i, next - i);
        var first = _list.FirstWordOf(form);
        if (first == 0) first = FigureOfUnit(form);
        if (next < end && Clitic(i, next) < 0)
        {
            words.Add(new TextSpan(i, next - 1));
            words.Add(new TextSpan(next - 1, next + 2));
            return next + 2;
        }

        if (first > 0) words.Add(new TextSpan(i, i + first));
        words.Add(new TextSpan(i + first, next));
        if (next >= end || Clitic(i, next) is not (> 1 and var length)) return next;
        words.Add(new TextSpan(next, next + length));
        return next + length;
    }

    /// <summary>"35mm", "5pm", "2.5bn": length of the figure before a unit; 0 for other forms.</summary>
    private int FigureOfUnit(ReadOnlySpan<char> form)
    {
        var digits = form.LastIndexOfAnyInRange('0', '9') + 1;
        return digits > 0 && digits < form.Length && char.IsAsciiDigit(form[0]) && form[..digits].IndexOfAnyExceptInRange(',', ':') < 0
            && _list.Is(form[digits..], WordKind.Unit) ? digits : 0;
    }
}
