using System.Collections.Immutable;
using System.IO.Enumeration;
using Standoff.Cli.Faults;

namespace Standoff.Cli.Inputs;

/// <summary>A file that an argument names.</summary>
/// <param name="Path">Where it is; "-" for standard input.</param>
/// <param name="Relative">Its path below the folder that was given, else its name alone.</param>
internal sealed record InputPath(string Path, string Relative);

/// <summary>Turns what was typed (files, folders, patterns, addresses) into files in a fixed order.</summary>
internal static class InputPaths
{
    private static readonly string[] Endings = [".txt", ".html", ".htm", ".xhtml"];
    private static readonly string[] Schemes = ["http://", "https://", "ftp://"];

    /// <summary>The files behind all arguments, and what is wrong with those that name none.</summary>
    /// <exception cref="FaultException">One is a network address.</exception>
    public static (ImmutableArray<InputPath> Files, ImmutableArray<Fault> Faults) ExpandAll(IReadOnlyList<string> arguments)
    {
        var groups = new List<(string Argument, IReadOnlyList<InputPath> Files)>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        foreach (var argument in arguments)
        {
            try
            {
                groups.Add((argument, Expand(argument)));
            }
            catch (FaultException missing) when (missing.Fault.ExitCode != ExitCode.Usage)
            {
                faults.Add(missing.Fault);
            }
        }
        return ([.. Apart(groups)], faults.ToImmutable());
    }

    /// <summary>The files behind one argument.</summary>
    /// <exception cref="FaultException">It names nothing.</exception>
    public static IReadOnlyList<InputPath> Expand(string argument)
    {
        if (Schemes.Any(s => argument.StartsWith(s, StringComparison.OrdinalIgnoreCase))) throw new FaultException(Fault.NetworkAddress(argument));
        if (argument == "-") return [new InputPath("-", "stdin")];
        if (File.Exists(argument)) return [ByName(argument)];
        if (Directory.Exists(argument)) return FilesOf(argument);
        return argument.AsSpan().IndexOfAny('*', '?') >= 0 ? [.. Matches(argument).Select(ByName)] : throw new FaultException(Fault.NotFound(argument));
    }

    private static InputPath ByName(string path) => new(path, Path.GetFileName(path));

    // Two folders that hold the same path are kept apart by their own names.
    private static IEnumerable<InputPath> Apart(List<(string Argument, IReadOnlyList<InputPath> Files)> groups)
    {
        var folders = groups.Where(g => Directory.Exists(g.Argument)).ToList();
        var meet = folders.Count > 1 && folders.SelectMany(f => f.Files).GroupBy(f => f.Relative, StringComparer.OrdinalIgnoreCase).Any(g => g.Skip(1).Any());
        return groups.SelectMany(g => meet && Directory.Exists(g.Argument)
            ? g.Files.Select(f => f with { Relative = Path.Combine(new DirectoryInfo(g.Argument).Name, f.Relative) })
            : g.Files);
    }

    /// <summary>The documents of a folder; of its <c>documents</c> folder where it is a case.</summary>
    private static List<InputPath> FilesOf(string folder)
    {
        var documents = Path.Combine(folder, "documents");
        var root = Directory.Exists(documents) ? documents : folder;
        try
        {
            var files = Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 16 })
                .Where(f => !IsBehindLink(root, f) && Endings.Contains(Path.GetExtension(f).ToLowerInvariant()))
                .Order(StringComparer.Ordinal).Select(f => new InputPath(f, Path.GetRelativePath(root, f))).ToList();
            return files.Count > 0 ? files : throw new FaultException(Fault.EmptyFolder(folder));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotRead(folder, fault.Message));
        }
    }

    // A linked folder may lead back to one above it; a linked file is taken.
    private static bool IsBehindLink(string root, string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length > root.Length; folder = Path.GetDirectoryName(folder))
            if (new DirectoryInfo(folder).LinkTarget is not null) return true;
        return false;
    }

    private static List<string> Matches(string pattern)
    {
        var parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var rooted = Path.IsPathRooted(pattern);
        var files = Walk(rooted ? Path.GetPathRoot(pattern)! : "", parts.Where(p => p.Length > 0).ToArray(), 0)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new FaultException(Fault.NothingMatches(pattern));
    }

    private static IEnumerable<string> Walk(string folder, string[] parts, int at)
    {
        var here = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(here)) return [];
        var part = parts[at];
        if (at == parts.Length - 1) return Entries(here, part, Directory.EnumerateFiles).Select(n => Path.Combine(folder, n));
        if (part is "." or "..") return Walk(Path.Combine(folder, part), parts, at + 1);
        if (part != "**") return Entries(here, part, Directory.EnumerateDirectories).SelectMany(n => Walk(Path.Combine(folder, n), parts, at + 1));
        return Walk(folder, parts, at + 1)
            .Concat(Entries(here, "*", Directory.EnumerateDirectories).SelectMany(n => Walk(Path.Combine(folder, n), parts, at)));
    }

    private static IEnumerable<string> Entries(string folder, string pattern, Func<string, IEnumerable<string>> list) =>
        list(folder).Select(p => Path.GetFileName(p))
            .Where(n => !n.StartsWith('.') && FileSystemName.MatchesSimpleExpression(pattern, n, ignoreCase: false));
}
