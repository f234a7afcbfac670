using System.Text;
using Standoff.Cli;
using Standoff.Cli.Hosting;

namespace Standoff.Tests.Cli;

/// <summary>The program run inside the test's process: what it returned and wrote.</summary>
internal sealed record ProgramRun(int Code, string Output, string Error)
{
    public static ProgramRun Of(params string[] args) => With("", args);

    public static ProgramRun With(string input, params string[] args) => With(Encoding.UTF8.GetBytes(input), args);

    public static ProgramRun With(byte[] input, params string[] args) => With(input, _ => null, args);

    /// <summary>Runs a command line.</summary>
    /// <param name="input">Standard input; a terminal where it is empty.</param>
    /// <param name="environment">Looks a variable up.</param>
    /// <param name="args">The command line.</param>
    public static ProgramRun With(byte[] input, Func<string, string?> environment, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new Host
        {
            Input = new MemoryStream(input),
            Output = output,
            Error = error,
            InputIsTerminal = input.Length == 0,
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
            Environment = environment,
        };
        var code = StandoffProgram.Run(args, host);
        return new ProgramRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
