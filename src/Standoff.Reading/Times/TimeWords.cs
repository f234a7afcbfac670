using Standoff.Reading.Quantities;
using Standoff.Reading.Text;

namespace Standoff.Reading.Times;

/// <summary>The words of a stretch of text as the time patterns see them: lower case, hyphens and clitics apart.</summary>
internal sealed class TimeWords
{
    private static readonly string[] s_months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] s_shortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] s_weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private readonly List<Word> _words = [];

    public TimeWords(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End;)
        {
            var end = EndOfWord(text, i, span.End);
            if (!char.IsWhiteSpace(text[i])) _words.Add(new Word(text[i..end].ToLowerInvariant(), new TextSpan(i, end), char.IsUpper(text[i])));
            i = end;
        }
    }

    public int Count => _words.Count;

    /// <summary>The word at a place, lower case; empty outside.</summary>
    public string this[int i] => i >= 0 && i < _words.Count ? _words[i].Lower : "";

    public TextSpan Span(int from, int to) => _words[from].Span.Union(_words[to - 1].Span);

    public bool IsCapitalised(int i) => i >= 0 && i < _words.Count && _words[i].IsCapitalised;

    public bool IsAny(int i, params ReadOnlySpan<string> words) => words.IndexOf(this[i]) >= 0;

    /// <summary>1 to 12 for a month's name or abbreviation, else 0.</summary>
    public int Month(int i)
    {
        if (!IsCapitalised(i)) return 0;
        var word = this[i];
        var full = Array.IndexOf(s_months, word);
        if (full >= 0) return full + 1;
        var brief = Array.IndexOf(s_shortMonths, word == "sept" ? "sep" : word);
        return brief >= 0 && (this[i + 1] == "." || Figure(i + 1) is not null || Figure(i - 1) is not null) ? brief + 1 : 0;
    }

    /// <summary>Day of the week; <see langword="null"/> if the word names none.</summary>
    public DayOfWeek? Weekday(int i)
    {
        var at = IsCapitalised(i) ? Array.IndexOf(s_weekdays, this[i]) : -1;
        return at < 0 ? null : (DayOfWeek)at;
    }

    /// <summary>A whole number in figures of at most four digits.</summary>
    public int? Figure(int i)
    {
        var word = this[i];
        if (word.Length is 0 or > 4) return null;
        var value = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c)) return null;
            value = (value * 10) + c - '0';
        }

        return value;
    }

    /// <summary>A day of the month, also as an ordinal ("3rd"); 0 if it is none.</summary>
    public int DayNumber(int i)
    {
        var word = this[i];
        if (word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th") word = word[..^2];
        return int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var d) && d is >= 1 and <= 31 ? d : 0;
    }

    /// <summary>A year of four digits between 1801 and 2099.</summary>
    public int? Year(int i) => this[i].Length == 4 && Figure(i) is { } y and > 1800 and < 2100 ? y : null;

    /// <summary>A small count in figures or words; "a" and "an" are one, "a couple of" two.</summary>
    public (int Value, int Next)? Small(int i)
    {
        if (IsAny(i, "a", "an") && this[i + 1] == "couple") return (2, this[i + 2] == "of" ? i + 3 : i + 2);
        if (IsAny(i, "a", "an")) return (1, i + 1);
        if (Figure(i) is { } figure) return (figure, i + 1);
        return NumberWords.Small(this[i]) is { } value ? ((int)value, i + 1) : null;
    }

    private static int EndOfWord(string text, int start, int limit)
    {
        var i = start;
        if (char.IsDigit(text[i]))
        {
            while (i < limit && (char.IsLetterOrDigit(text[i]) || (text[i] is ',' or '.' && i + 1 < limit && char.IsDigit(text[i + 1])))) i++;
            return i;
        }

        while (i < limit && char.IsLetter(text[i])) i++;
        return i > start ? i : start + 1;
    }

    private readonly record struct Word(string Lower, TextSpan Span, bool IsCapitalised);
}
