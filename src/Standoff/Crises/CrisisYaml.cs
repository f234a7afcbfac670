using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>A fault of a crisis file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record CrisisFault(string File, int Line, int Column, string Message)
{
    /// <summary><c>crisis.yaml:12:5: …</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}: {Message}");
}

/// <summary>What came of reading a crisis file.</summary>
/// <param name="Crisis">The crisis; <see langword="null"/> if there are faults.</param>
/// <param name="Faults">All faults, by place.</param>
public sealed record CrisisYamlResult(Crisis? Crisis, ImmutableArray<CrisisFault> Faults);

/// <summary>The crisis as a file that people edit.</summary>
public static class CrisisYaml
{
    /// <summary>The file's text: keys in a fixed order, LF, each parameter with a sentence and its percentiles as a comment.</summary>
    public static string Write(Crisis crisis)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        return new CrisisYamlWriter().Write(crisis);
    }

    /// <summary>A file that a person has edited, with the crisis in it: only what differs is written anew; order and remarks stay.</summary>
    /// <param name="crisis">The crisis.</param>
    /// <param name="edited">The file's text.</param>
    public static string Write(Crisis crisis, string edited)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        ArgumentNullException.ThrowIfNull(edited);
        return CrisisYamlSplice.Write(crisis, edited);
    }

    /// <summary>
    /// Reads a file. Keys that are left out take their defaults; a parameter with <c>grounds: A</c> and a <c>value</c> overrides what the
    /// claims say; every other value is computed again from its prior and evidence.
    /// </summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">Its name, for faults.</param>
    public static CrisisYamlResult Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        return new CrisisYamlReader(fileName).Read(text);
    }
}
