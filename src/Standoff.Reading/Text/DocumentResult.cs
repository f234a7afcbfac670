namespace Standoff.Reading.Text;

/// <summary>A document, or why there is none.</summary>
public abstract record DocumentResult
{
    private DocumentResult()
    {
    }

    /// <summary>The document was read.</summary>
    /// <param name="Document">What was read.</param>
    public sealed record Read(Document Document) : DocumentResult;

    /// <summary>It was refused.</summary>
    /// <param name="Reason">One sentence: where, what is wrong, what to do.</param>
    public sealed record Refused(string Reason) : DocumentResult;
}
