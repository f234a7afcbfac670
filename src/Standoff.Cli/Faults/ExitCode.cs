namespace Standoff.Cli.Faults;

/// <summary>What the program's exit codes mean; <c>standoff --help</c> prints them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;

    /// <summary>An input could not be read; where others could, their result is still written.</summary>
    public const int Input = 3;

    /// <summary>No model: no challenger, target and demand, or a bad <c>crisis.yaml</c>.</summary>
    public const int Model = 4;

    /// <summary>Not converged within limits; the result is still written.</summary>
    public const int NotConverged = 5;
    public const int Disk = 7;

    /// <summary>A language model gave no answer to some question; the result by rule is still written.</summary>
    public const int LanguageModel = 8;
    public const int TimedOut = 124;
    public const int Interrupted = 130;
    public const int Terminated = 143;
}
