using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Standoff.Cli.Faults;

namespace Standoff.Cli.Hosting;

/// <summary>The process as the verbs see it: three streams, what they are tied to, the environment, and a wish to stop.</summary>
internal sealed class Host : IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly CancellationTokenSource _stop = new();

    public required Stream Input { get; init; }
    public required Stream Output { get; init; }
    public required TextWriter Error { get; init; }
    public required bool InputIsTerminal { get; init; }
    public required bool OutputIsTerminal { get; init; }
    public required bool ErrorIsTerminal { get; init; }
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Columns of the terminal; 80 where the output goes to no terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Cancelled by the first Ctrl-C or a request to terminate.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>How far the work has come, in words; <see langword="null"/> before there is any.</summary>
    public Func<string>? HowFar { get; set; }

    /// <summary>What the program returns when it was stopped: 130 after Ctrl-C, 143 after a request to terminate.</summary>
    public int StopCode { get; private set; } = Faults.ExitCode.Interrupted;

    /// <summary>The host of this process; stops cooperatively at the first signal and at once at the second.</summary>
    public static Host OfThisProcess()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var outputIsTerminal = !Console.IsOutputRedirected;
        var host = new Host
        {
            Input = Console.OpenStandardInput(),
            Output = OpenOutput(outputIsTerminal),
            Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" },
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Environment = System.Environment.GetEnvironmentVariable,
            Width = WidthOf(outputIsTerminal),
        };
        host.Listen(PosixSignal.SIGINT, Faults.ExitCode.Interrupted);
        host.Listen(PosixSignal.SIGTERM, Faults.ExitCode.Terminated);
        return host;
    }

    /// <summary>Whether a stream may carry colours.</summary>
    public bool Colours(bool isTerminal, bool forbidden)
    {
        if (forbidden || IsSet("NO_COLOR") || Environment("TERM") == "dumb") return false;
        return isTerminal || Forces("CLICOLOR_FORCE") || Forces("FORCE_COLOR");
    }

    /// <summary>Writes text to standard output; a reader that has gone away is no fault.</summary>
    /// <returns>Whether anybody reads on: "standoff read … | head" closes the pipe early, and has what it wanted.</returns>
    public bool Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string)"/>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Output.Write(bytes);
            Output.Flush();
            return true;
        }
        catch (IOException) when (Output is PipeStream)
        {
            return false;
        }
        catch (IOException fault)
        {
            throw new FaultException(Fault.CannotWrite("standard output", fault.Message));
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    private bool IsSet(string name) => !string.IsNullOrEmpty(Environment(name));

    private bool Forces(string name) => IsSet(name) && Environment(name) != "0";

    private void Listen(PosixSignal signal, int code) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        if (_stop.IsCancellationRequested) System.Environment.Exit(code);
        context.Cancel = true;
        StopCode = code;
        _stop.Cancel();
    }));

    // The console's own stream keeps silent about a reader that has gone away.
    private static Stream OpenOutput(bool isTerminal)
    {
        if (isTerminal || OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        try
        {
            return new AnonymousPipeClientStream(PipeDirection.Out, new SafePipeHandle(1, ownsHandle: false));
        }
        catch (IOException)
        {
            return Console.OpenStandardOutput();
        }
    }

    private static int WidthOf(bool outputIsTerminal)
    {
        if (!outputIsTerminal) return 80;
        try
        {
            return Math.Clamp(Console.WindowWidth, 40, 120);
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
