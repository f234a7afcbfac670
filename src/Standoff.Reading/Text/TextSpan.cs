namespace Standoff.Reading.Text;

/// <summary>A stretch of a document's text, in UTF-16 code units: <c>text[Start..End]</c>.</summary>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>A span from its ends.</summary>
    /// <param name="start">First code unit, from 0.</param>
    /// <param name="end">One past the last code unit; not before <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative or ends before it starts.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First code unit of the span.</summary>
    public int Start { get; }

    /// <summary>One past the last code unit.</summary>
    public int End { get; }

    /// <summary>Number of code units; 0 for the default span.</summary>
    public int Length => End - Start;

    /// <summary>Whether the other span lies inside this one (equal spans do).</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The text that the span covers.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>By start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary><c>[start..end)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
