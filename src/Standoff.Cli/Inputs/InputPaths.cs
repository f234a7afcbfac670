using System.IO.Enumeration;
using Standoff.Cli.Faults;

namespace Standoff.Cli.Inputs;

/// <summary>Turns what was typed (files, folders, patterns, addresses) into files in a fixed order.</summary>
internal static class InputPaths
{
    private static readonly string[] Endings = [".txt", ".html", ".htm", ".xhtml"];
    private static readonly string[] Schemes = ["http://", "https://", "ftp://"];

    /// <summary>The files behind one argument.</summary>
    /// <exception cref="FaultException">It names nothing.</exception>
    public static IEnumerable<string> Expand(string argument)
    {
        if (Schemes.Any(s => argument.StartsWith(s, StringComparison.OrdinalIgnoreCase))) throw new FaultException(Fault.NetworkAddress(argument));
        if (argument == "-" || File.Exists(argument)) return [argument];
        if (Directory.Exists(argument)) return FilesOf(argument);
        return argument.AsSpan().IndexOfAny('*', '?') >= 0 ? Matches(argument) : throw new FaultException(Fault.NotFound(argument));
    }

    /// <summary>The documents of a folder; of its <c>documents</c> folder where it is a case.</summary>
    private static List<string> FilesOf(string folder)
    {
        var documents = Path.Combine(folder, "documents");
        var root = Directory.Exists(documents) ? documents : folder;
        try
        {
            var files = Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 16 })
                .Where(f => !IsBehindLink(root, f) && Endings.Contains(Path.GetExtension(f).ToLowerInvariant()))
                .Order(StringComparer.Ordinal).ToList();
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
