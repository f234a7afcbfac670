using Standoff.Cli.Faults;
using Standoff.Reading.Text;

namespace Standoff.Cli.Inputs;

/// <summary>One input as it came.</summary>
/// <param name="Name">The path as given, or "stdin".</param>
/// <param name="Length">Its length; longer than <paramref name="Bytes"/> where it is too long to be read at all.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record InputFile(string Name, long Length, byte[] Bytes)
{
    /// <summary>Where its results go below an output folder, with its own ending.</summary>
    public string Relative { get; init; } = Path.GetFileName(Name);

    /// <summary>What is known of it beside its bytes.</summary>
    public DocumentOptions Options { get; init; } = new();

    /// <summary>Its headline, where something beside its bytes says it.</summary>
    public string? Title { get; init; }

    /// <summary>How much of all inputs lies before its end, 0 … 1.</summary>
    public double Share { get; init; }
}

/// <summary>What came of looking for one input.</summary>
internal abstract record InputItem
{
    private InputItem()
    {
    }

    /// <summary>It was loaded.</summary>
    public sealed record Loaded(InputFile File) : InputItem;

    /// <summary>It is left out.</summary>
    public sealed record LeftOut(Fault Fault) : InputItem;
}
