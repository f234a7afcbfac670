using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Tests.Mentions;

/// <summary>Short texts read for what they mention.</summary>
internal static class Read
{
    public static DocumentMentions Mentions(string text, DateOnly date, CastList? cast = null) =>
        MentionReader.Read(text, SyntaxReader.Shipped.Read(text, new TextSpan(0, text.Length)), date, cast);

    /// <summary>What the last mention of some words stands for; nothing if they are none.</summary>
    public static string NameOf(string text, string words, DateOnly date) =>
        Mentions(text, date).All.LastOrDefault(m => m.Span.Of(text) == words)?.Name ?? "";

    /// <summary>All that the last sentence's mentions of some words stand for, in alphabetical order.</summary>
    public static string NamesOf(string text, string words, DateOnly date) =>
        string.Join("; ", Mentions(text, date).All.Where(m => m.Span.Of(text) == words).Select(m => m.Name).Order(StringComparer.Ordinal));
}
