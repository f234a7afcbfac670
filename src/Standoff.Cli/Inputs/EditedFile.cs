using Standoff.Cli.Faults;
using Standoff.Envelopes;

namespace Standoff.Cli.Inputs;

/// <summary>An edited <c>crisis.yaml</c> named on the command line.</summary>
internal static class EditedFile
{
    public static EditedCrisis Read(string path)
    {
        if (!File.Exists(path)) throw new FaultException(Fault.NotFound(path));
        try
        {
            return new EditedCrisis(path, File.ReadAllText(path), Base: null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotRead(path, fault.Message));
        }
    }
}
