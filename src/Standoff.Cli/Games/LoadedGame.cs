using System.Text;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Games.Formats;
using Standoff.Games.Forms;

namespace Standoff.Cli.Games;

/// <summary>A game that was read from a file.</summary>
internal abstract record LoadedGame(string Name)
{
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>A tree.</summary>
    public sealed record Extensive(string Name, ExtensiveGame Game) : LoadedGame(Name);

    /// <summary>A table of payoffs.</summary>
    public sealed record Normal(string Name, NormalFormGame Game) : LoadedGame(Name);

    /// <summary>States with a game in each.</summary>
    public sealed record Stochastic(string Name, StochasticGame Game) : LoadedGame(Name);

    /// <summary>Reads a file; its first word, not its name, says what it is.</summary>
    /// <exception cref="FaultException">It can't be read, or is no game.</exception>
    public static LoadedGame Read(string path, Host host)
    {
        var (name, text) = (path == "-" ? "stdin" : path, TextOf(path, host));
        var start = text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        if (start.StartsWith("EFG", StringComparison.Ordinal)) return new Extensive(name, Game(name, ExtensiveGameText.Read(text)));
        if (start.StartsWith("NFG", StringComparison.Ordinal)) return new Normal(name, Game(name, NormalFormGameText.Read(text)));
        return start.StartsWith("{") ? new Stochastic(name, Game(name, StochasticGameText.Read(text.TrimStart('\uFEFF')))) : throw new FaultException(Fault.NoGame(name));
    }

    private static T Game<T>(string name, GameFile<T> file)
        where T : class =>
        file.Game ?? throw new FaultException(Fault.BadGame(name, file.Error!.Line, file.Error.Column, file.Error.Reason));

    private static string TextOf(string path, Host host)
    {
        if (path != "-" && Directory.Exists(path)) throw new FaultException(Fault.IsFolder(path));
        if (path != "-" && !File.Exists(path)) throw new FaultException(Fault.NotFound(path));
        try
        {
            using var file = path == "-" ? host.Input : File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            int n;
            while (bytes.Length <= MaxBytes && (n = file.Read(buffer)) > 0) bytes.Write(buffer, 0, n);
            return bytes.Length > MaxBytes ? throw new FaultException(Fault.GameTooLong(path)) : Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotRead(path, fault.Message));
        }
    }
}
