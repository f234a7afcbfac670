namespace Standoff.Cli.Faults;

/// <summary>The program was asked to stop, and says how far it had come.</summary>
internal sealed class StoppedException(string howFar) : OperationCanceledException(howFar);
