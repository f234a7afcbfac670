namespace Standoff.Reading.Text;

/// <summary>Makes a document of bytes: decodes, extracts, dates; refuses by name what cannot be read.</summary>
public static class DocumentReader
{
    /// <summary>Reads one document.</summary>
    /// <param name="bytes">The bytes as they came.</param>
    /// <param name="fileName">File name with ending, or "stdin".</param>
    /// <param name="options">What is known of it from outside.</param>
    public static DocumentResult Read(ReadOnlySpan<byte> bytes, string fileName, DocumentOptions? options = null)
        => new DocumentResult.Refused($"{fileName}: not read yet.");
}

/// <summary>What is known of a document from outside; each wins over what the document says.</summary>
public sealed record DocumentOptions
{
    /// <summary>The date that relative times resolve against.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Media type ("text/html", "text/plain") where the file's ending does not tell.</summary>
    public string? MediaType { get; init; }

    /// <summary>What sort of text it is.</summary>
    public Genre? Genre { get; init; }
}

/// <summary>A document, or why there is none.</summary>
public abstract record DocumentResult
{
    private DocumentResult()
    {
    }

    /// <summary>The document was read.</summary>
    public sealed record Read(Document Document) : DocumentResult;

    /// <summary>It was refused.</summary>
    /// <param name="Reason">One sentence: what is wrong, where, what to do.</param>
    public sealed record Refused(string Reason) : DocumentResult;
}
