using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Briefs;

/// <summary>An input of the model as a question that a person could go and find out (<c>find-out.tsv</c>).</summary>
internal static class Whether
{
    private static readonly ImmutableDictionary<string, string> Questions = ResourceTable.Load("Briefs", "find-out.tsv").Rows.ToImmutableDictionary(r => r["key"], r => r["whether"], StringComparer.Ordinal);

    /// <summary>A clause such as "whether a raid would succeed"; of an input without a row, its name.</summary>
    public static string Of(string key) => Questions.GetValueOrDefault(key) ?? $"how large {BriefMaterial.Named(key)} is";

    /// <summary>The same as a statement: "that an ultimatum was given".</summary>
    public static string Stated(string key) => Of(key) is var question && question.StartsWith("whether ", StringComparison.Ordinal) ? "that " + question["whether ".Length..] : question;

    /// <summary>Keys that have a question.</summary>
    public static IEnumerable<string> Keys => Questions.Keys;
}
