using Standoff.Briefs;

namespace Standoff.Web;

/// <summary>A brief as one self-contained HTML file.</summary>
public static class BriefHtml
{
    /// <summary>The file's text: no external request, works without JavaScript.</summary>
    /// <param name="brief">What to show.</param>
    /// <param name="bundle">The case's JSON envelope, embedded so that the file can be opened again; none if null.</param>
    public static string Render(Brief brief, string? bundle = null) => throw new NotSupportedException();
}
