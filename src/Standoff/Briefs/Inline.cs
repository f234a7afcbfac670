namespace Standoff.Briefs;

/// <summary>A run of text in a brief, or a link to where something comes from.</summary>
public abstract record Inline
{
    private Inline() { }

    /// <summary>Words.</summary>
    public sealed record Plain(string Text) : Inline;

    /// <summary>Words that carry the sentence, such as a likelihood.</summary>
    public sealed record Strong(string Text) : Inline;

    /// <summary>Words of a source, in its own wording.</summary>
    public sealed record Quote(string Text) : Inline;

    /// <summary>Something typed literally: a command, a key, a hash.</summary>
    public sealed record Code(string Text) : Inline;

    /// <summary>A number, printed with its interval and grounds and linked to its derivation.</summary>
    public sealed record Number(NumberNode Node) : Inline;

    /// <summary>A claim, linked to its entry in the trace.</summary>
    public sealed record Claim(string Alias) : Inline;

    /// <summary>A sentence, linked to where it stands in the embedded source.</summary>
    public sealed record Sentence(string Id, string Text) : Inline;
}
