using Standoff.Claims;

namespace Standoff.Questions;

/// <summary>The state in which an armed group is at home: force on the group is force on that state's soil, and news names the one for the other.</summary>
internal static class Hosts
{
    private static readonly Dictionary<string, string> States = ResourceTable.Load("Questions", "hosts.tsv").Rows.ToDictionary(r => r["group"], r => r["state"], StringComparer.Ordinal);

    public static string? Of(string group) => States.GetValueOrDefault(group);
}
