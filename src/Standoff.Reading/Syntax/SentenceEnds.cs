using Standoff.Reading.Text;

namespace Standoff.Reading.Syntax;

/// <summary>Decides which full stops, question marks and the like end a sentence of a block.</summary>
internal readonly ref struct SentenceEnds(string text, TextSpan block)
{
    private const int LongestWord = 40;
    private readonly WordList _list = WordList.Shipped;

    /// <summary>Where the sentence ends that the terminator at a place closes; -1 if it closes none.</summary>
    public int After(int start, int at)
    {
        var mark = at;
        while (at + 1 < block.End && Characters.IsTerminator(text[at + 1])) at++;
        var end = Reference(Closers(start, at + 1));
        if (end >= block.End) return block.End;
        var next = SkipSpace(end);
        if (next >= block.End) return block.End;
        if (next == end) return at == mark && end == at + 1 && IsMissingSpace(at) ? end : -1;
        if (!CanOpen(next)) return -1;
        var single = at == mark && text[at] == '.';
        var word = WordAt(Content(next));
        if (single && end == at + 1) return EndsAfterPoint(start, at, next, word) ? end : -1;
        return end > at + 1 && text[at] is '?' or '!' && IsSaying(next) ? -1 : end;
    }

    /// <summary>Takes in the quotes and brackets that close with the sentence.</summary>
    private int Closers(int start, int end)
    {
        while (end < block.End && (Characters.IsCloser(text[end]) || Characters.IsMark(text[end]))) end++;
        var spaced = end;
        while (spaced < block.End && text[spaced] is ' ' or '\u00A0') spaced++;
        if (spaced == end || spaced >= block.End || !Characters.IsCloser(text[spaced])) return end;
        var after = spaced + 1;
        var closes = text[spaced] is not '"' and not '\'' || OpenQuote(start, spaced);
        return closes && (after >= block.End || Characters.IsSpace(text[after])) ? after : end;
    }

    /// <summary>Takes in the number of a note after the sentence: "left the city. [17]".</summary>
    private int Reference(int end)
    {
        var i = end;
        while (i < block.End && text[i] is ' ' or '\u00A0') i++;
        if (i >= block.End || text[i] != '[') return end;
        var digits = ++i;
        while (i < block.End && char.IsAsciiDigit(text[i]) && i - digits < 4) i++;
        return i > digits && i < block.End && text[i] == ']' ? i + 1 : end;
    }

    private bool OpensQuote(int next) => Characters.IsOpener(text[next]) && text[next] is not '(' and not '[' and not '{';

    private bool OpenQuote(int start, int at)
    {
        var from = Math.Max(start, at - SentenceSplitter.LongestSentence);
        return text.AsSpan(from, at - from).Count(text[at]) % 2 == 1;
    }

    private int SkipSpace(int i)
    {
        while (i < block.End && Characters.IsSpace(text[i])) i++;
        return i;
    }

    /// <summary>The first word character at or after a place, over quotes and brackets.</summary>
    private int Content(int i)
    {
        while (i < block.End && Characters.IsOpener(text[i])) i++;
        return i;
    }

    private bool CanOpen(int next)
    {
        var content = Content(next);
        return content >= block.End || !char.IsLower(text[content]) && text[content] is not (',' or ';' or ':' or ')' or ']');
    }

    private ReadOnlySpan<char> WordAt(int i)
    {
        var end = i;
        while (end < block.End && end - i < LongestWord && Characters.IsWord(text, end)) end++;
        return text.AsSpan(i, end - i);
    }

    private ReadOnlySpan<char> WordBefore(int start, int at)
    {
        var from = at;
        while (from > start && at - from < LongestWord && !Characters.IsSpace(text[from - 1]) && !Characters.IsOpener(text[from - 1])
            && !Characters.IsHyphen(text[from - 1]) && text[from - 1] is not '/') from--;
        return text.AsSpan(from, at + 1 - from);
    }

    /// <summary>"…ended.The council": a point after a lower-case word, at once followed by a capitalised one.</summary>
    private bool IsMissingSpace(int at) =>
        text[at] == '.' && at > block.Start + 1 && at + 2 < block.End && char.IsLower(text[at - 1]) && char.IsLower(text[at - 2])
        && char.IsUpper(text[at + 1]) && char.IsLower(text[at + 2]);

    /// <summary>Whether a single point before space ends the sentence: by the word before and the word after.</summary>
    private bool EndsAfterPoint(int start, int at, int next, ReadOnlySpan<char> following)
    {
        var word = WordBefore(start, at);
        var opens = _list.Is(following, WordKind.Opener) && char.IsUpper(following[0]);
        var kind = _list[word];
        if (kind.HasFlag(WordKind.Title) && char.IsUpper(word[0])) return false;
        if (kind.HasFlag(WordKind.Inner) || (kind.HasFlag(WordKind.Title) && char.IsLower(word[0]))) return false;
        if (kind.HasFlag(WordKind.Number)) return !(following.Length > 0 && char.IsAsciiDigit(following[0]));
        if (kind.HasFlag(WordKind.Month) && char.IsUpper(word[0])) return opens;
        if (kind.HasFlag(WordKind.Ambiguous) && (char.IsUpper(word[0]) || word[..^1].Contains('.') || kind != WordKind.Ambiguous)) return opens || OpensQuote(next);
        if (word.Length == 2 && char.IsLetter(word[0])) return opens && !IsListLetter(start, at);
        if (word.Length > 3 && IsAcronym(word)) return opens || OpensQuote(next);
        return !IsListNumber(start, at, word);
    }

    private static bool IsListLetter(int start, int at) => at - start <= 2;

    private static bool IsListNumber(int start, int at, ReadOnlySpan<char> word) =>
        at - start == word.Length - 1 && word.Length <= 4 && word[..^1].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        return true;
    }

    /// <summary>“Will you go?” Minister Orlova asked: a name of at most three words and a verb of saying follow.</summary>
    private bool IsSaying(int next)
    {
        for (var words = 0; words < 4; words++)
        {
            var word = WordAt(next);
            if (word.Length == 0) return false;
            if (words > 0 && _list.Is(word, WordKind.Says)) return true;
            if (!char.IsUpper(word[0]) && word is not "of" and not "the") return false;
            next = SkipSpace(next + word.Length);
        }

        return false;
    }
}
