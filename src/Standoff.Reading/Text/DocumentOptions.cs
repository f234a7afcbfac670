namespace Standoff.Reading.Text;

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
