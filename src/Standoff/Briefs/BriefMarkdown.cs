namespace Standoff.Briefs;

/// <summary>A brief as Markdown.</summary>
public static class BriefMarkdown
{
    /// <summary>The whole brief as CommonMark with tables; line ends are LF.</summary>
    public static string Write(Brief brief) => throw new NotSupportedException();
}
