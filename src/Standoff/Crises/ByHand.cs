namespace Standoff.Crises;

/// <summary>The sentence of what a person wrote into a file without giving a reason: it is the analyst's, and the file says no more of it.</summary>
internal static class ByHand
{
    private const string Opening = "Set by hand";

    /// <summary>The sentence.</summary>
    /// <param name="file">The file, of which the last part of the name is told; empty where it has none.</param>
    public static string Sentence(string file) => Path.GetFileName(file) is { Length: > 0 } name ? $"{Opening} in {name}." : $"{Opening}.";

    /// <summary>Whether a reason is that sentence: a file that is written again does not grow it.</summary>
    public static bool Is(string reason) => reason.StartsWith(Opening, StringComparison.Ordinal);
}
