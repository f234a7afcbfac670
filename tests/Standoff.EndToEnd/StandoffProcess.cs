using System.Diagnostics;
using System.Text;

namespace Standoff.EndToEnd;

/// <summary>The real program, run as a process: what it returned and wrote.</summary>
internal sealed record StandoffProcess(int Code, byte[] Bytes, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Standard output as text.</summary>
    public string Output => Encoding.UTF8.GetString(Bytes);

    public static StandoffProcess Run(params string[] args) => Run(Repository.Root, [], args);

    /// <summary>Runs the program that was built with the tests.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="args">The command line.</param>
    public static StandoffProcess Run(string folder, byte[] input, params string[] args)
    {
        using var process = Start(folder, args);
        var output = Task.Run(() => Drain(process.StandardOutput.BaseStream));
        var error = Task.Run(process.StandardError.ReadToEnd);
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It may refuse what it is given before it has read it all.
        }
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"standoff {string.Join(' ', args)} ran longer than {Patience.TotalSeconds} s.");
        }
        return new StandoffProcess(process.ExitCode, output.Result, error.Result);
    }

    public static Process Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var arg in args.Prepend(Repository.Program).Prepend("exec")) start.ArgumentList.Add(arg);
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static byte[] Drain(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
