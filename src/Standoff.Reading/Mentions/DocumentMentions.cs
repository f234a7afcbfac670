using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Mentions;

/// <summary>All mentions of a document, with look-ups by place.</summary>
public sealed class DocumentMentions
{
    internal DocumentMentions(ImmutableArray<Mention> all) => All = all;

    /// <summary>All mentions by start, then end; they may nest ("Venezuelan" in "Venezuelan troops").</summary>
    public ImmutableArray<Mention> All { get; }

    /// <summary>The widest mention that the token is the head of, or failing that the narrowest that covers it.</summary>
    public Mention? At(Token token) => All.FirstOrDefault(m => m.Span.Contains(token.Span));

    /// <summary>Plain name of what the token stands for; <see langword="null"/> if it is no mention.</summary>
    public string? NameOf(Token token) => At(token)?.Name;

    /// <summary>
    /// The actors inside a span as a reader would list them: states, organisations, persons, forces and groups, each
    /// once, in text order, without outlets, places and anonymous groups.
    /// </summary>
    public ImmutableArray<Mention> ActorsIn(TextSpan span) => [.. All.Where(m => span.Contains(m.Span))];
}
