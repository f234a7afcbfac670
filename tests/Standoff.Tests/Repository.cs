namespace Standoff.Tests;

/// <summary>Where the repository lies: the folder above the test binary that holds the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Path of something in the repository.</summary>
    public static string In(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Standoff.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the test binary holds Standoff.slnx.");
    }
}
