using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Run by the runtime inside the program under test where DOTNET_STARTUP_HOOKS names this assembly: when the program ends it writes down
/// which assemblies were loaded.
/// </summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime looks for this name.")]
[SuppressMessage("Roslynator", "RCS1110:Declare type inside namespace", Justification = "The runtime looks for this name.")]
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this name.")]
internal static class StartupHook
{
    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        if (Environment.GetEnvironmentVariable("STANDOFF_TEST_LOADED") is { } file)
            File.WriteAllLines(file, AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name!).Order(StringComparer.Ordinal));
    };
}
