using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>Finds the claims of a document: what is presented as so, said or possible, by whom, and how firmly.</summary>
public static class ClaimReader
{
    /// <summary>Reads a document. The same document and options give the same reading, on any machine; no text makes it throw.</summary>
    public static Reading Read(Document document, ReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        return new Reading(document, [], []);
    }
}
