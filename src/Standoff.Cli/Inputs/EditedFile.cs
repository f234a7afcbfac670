using Standoff.Envelopes;

namespace Standoff.Cli.Inputs;

/// <summary>An edited <c>crisis.yaml</c> named on the command line.</summary>
internal static class EditedFile
{
    public static EditedCrisis Read(string path) => new(path, TextFile.Read(path), Base: null);
}
