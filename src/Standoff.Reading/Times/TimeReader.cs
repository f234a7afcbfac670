using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Times;

/// <summary>Finds expressions of time in news English and resolves them against the document's date.</summary>
public static class TimeReader
{
    /// <summary>The times in a stretch of text, in text order, not overlapping.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="span">Where to look.</param>
    /// <param name="documentDate">What relative times resolve against.</param>
    /// <param name="sentence">The sentence around the span; its verbs tell whether "in September" lies ahead or behind.</param>
    public static ImmutableArray<TimeMention> Read(string text, TextSpan span, DateOnly? documentDate, Sentence? sentence = null)
        => [];
}
