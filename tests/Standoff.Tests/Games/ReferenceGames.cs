using Xunit;

namespace Standoff.Tests.Games;

/// <summary>Reference games and peers' results beside the repository; a test that needs them skips aloud where they are absent.</summary>
internal static class ReferenceGames
{
    public static string Read(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Standoff.slnx")))
            folder = folder.Parent;
        var file = Path.Combine(folder?.Parent?.FullName ?? "/", "shared", "data", "games", path);
        if (!File.Exists(file))
            Assert.Skip($"Needs ../shared/data/games/{path}, which is not here.");
        return File.ReadAllText(file);
    }

    /// <summary>Rows of numbers.</summary>
    public static double[][] ReadTable(string path) =>
        [.. Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',').Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
}
