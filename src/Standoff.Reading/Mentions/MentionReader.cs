using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>Finds who and what a document speaks of, and which words mean the same one.</summary>
public static class MentionReader
{
    /// <summary>The mentions of a document.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="sentences">Its sentences in order.</param>
    /// <param name="date">The document's date: it decides who "the president" was.</param>
    /// <param name="cast">The case's own cast, which wins over the gazetteer.</param>
    public static DocumentMentions Read(string text, IReadOnlyList<Sentence> sentences, DateOnly? date = null, CastList? cast = null)
        => new([]);
}
