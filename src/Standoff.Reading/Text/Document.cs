using System.Collections.Immutable;

namespace Standoff.Reading.Text;

/// <summary>A document's id: the SHA-256 of its bytes in 64 lower-case hexadecimal digits.</summary>
public readonly record struct DocumentId(string Value)
{
    /// <summary>The first 12 digits, enough to tell documents of one case apart.</summary>
    public string Short => Value.Length > 12 ? Value[..12] : Value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A place in a document: which one, and where in its text.</summary>
public readonly record struct Anchor(DocumentId Document, TextSpan Span);

/// <summary>What sort of text a document is; it bears on whose voice the author's is.</summary>
public enum Genre
{
    /// <summary>Not told by anything in the document.</summary>
    Unknown,

    /// <summary>News agency or newsroom report.</summary>
    News,

    /// <summary>Opinion piece, column, editorial, analysis.</summary>
    Opinion,

    /// <summary>Statement of a government, ministry or organisation.</summary>
    Official,

    /// <summary>Social media post.</summary>
    Social,
}

/// <summary>
/// What is read: decoded text that keeps every character of the input, and what is known of its origin.
/// </summary>
/// <param name="Id">SHA-256 of the bytes as they came.</param>
/// <param name="Name">The file name without folder and ending, or "stdin".</param>
/// <param name="Text">
/// The bytes decoded without any change of line ends or normalisation; for HTML, the extraction of the readable part.
/// All offsets of the product count UTF-16 code units of this string.
/// </param>
/// <param name="Date">
/// From the option, else metadata, else a date line in the first lines, else <see langword="null"/>; never the clock.
/// </param>
/// <param name="Outlet">Who published it, where the document or its metadata says so.</param>
/// <param name="Author">Its author, where said.</param>
/// <param name="Title">Its headline, where said.</param>
/// <param name="Genre">What sort of text it is.</param>
/// <param name="InvalidSequences">How many invalid byte sequences were replaced by U+FFFD.</param>
/// <param name="Prologue">Length in code units of a leading date or metadata line that makes no claims; 0 if none.</param>
/// <param name="IsEnglish">Whether the text reads as English; texts in other languages are kept and said to be unread.</param>
/// <param name="Extraction">How the text came out of markup; <see langword="null"/> for plain text.</param>
public sealed record Document(
    DocumentId Id,
    string Name,
    string Text,
    DateOnly? Date = null,
    string? Outlet = null,
    string? Author = null,
    string? Title = null,
    Genre Genre = Genre.Unknown,
    int InvalidSequences = 0,
    int Prologue = 0,
    bool IsEnglish = true,
    Extraction? Extraction = null);

/// <summary>How a text came out of markup.</summary>
/// <param name="Version">Version of the extraction: another one may give another text from the same bytes.</param>
/// <param name="TextHash">SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits.</param>
/// <param name="Map">Where each block of the text stood in the markup, in text order.</param>
public sealed record Extraction(string Version, string TextHash, ImmutableArray<MarkupPlace> Map);

/// <summary>A place in the text and the place in the decoded markup that it came from, both in UTF-16 code units.</summary>
public readonly record struct MarkupPlace(int Text, int Markup);
