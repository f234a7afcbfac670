namespace Standoff.Cli.Inputs;

/// <summary>One input as it came.</summary>
/// <param name="Name">The path as given, or "stdin".</param>
/// <param name="Length">Its length; longer than <paramref name="Bytes"/> where it is too long to be read at all.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record InputFile(string Name, long Length, byte[] Bytes);
