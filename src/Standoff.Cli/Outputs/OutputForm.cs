namespace Standoff.Cli.Outputs;

/// <summary>A form of output, chosen by the ending of <c>-o</c>.</summary>
internal enum OutputForm
{
    /// <summary>.html: the brief as one self-contained page.</summary>
    Html,

    /// <summary>.md: the brief as Markdown.</summary>
    Markdown,

    /// <summary>.json: the envelope.</summary>
    Json,

    /// <summary>.jsonl: claims, one a line.</summary>
    JsonLines,

    /// <summary>.txt: the summary as plain text.</summary>
    Text,

    /// <summary>.yaml: the crisis, to be edited.</summary>
    Yaml,
}

internal static class OutputForms
{
    /// <summary>The form that a file's ending says; <see langword="null"/> where it says none.</summary>
    public static OutputForm? Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" or ".htm" => OutputForm.Html,
        ".md" => OutputForm.Markdown,
        ".json" => OutputForm.Json,
        ".jsonl" => OutputForm.JsonLines,
        ".txt" => OutputForm.Text,
        ".yaml" or ".yml" => OutputForm.Yaml,
        _ => null,
    };
}
