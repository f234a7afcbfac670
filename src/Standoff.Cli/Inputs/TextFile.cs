using Standoff.Cli.Faults;

namespace Standoff.Cli.Inputs;

/// <summary>A text file that an option names: all of it, or the fault that says why not.</summary>
internal static class TextFile
{
    /// <summary>Its text as UTF-8, or as its byte order mark says.</summary>
    /// <exception cref="FaultException">It is not there or can't be read.</exception>
    public static string Read(string path)
    {
        if (!File.Exists(path)) throw new FaultException(Fault.NotFound(path));
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotRead(path, fault.Message));
        }
    }
}
