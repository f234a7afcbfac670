namespace Standoff.EndToEnd;

/// <summary>Where the repository and the program under test lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program as built with the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "standoff.dll");

    /// <summary>The documents of the sample case.</summary>
    public static string Sample { get; } = In("crises", "venezuela-2025", "documents");

    public static string In(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Standoff.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the test binary holds Standoff.slnx.");
    }
}
