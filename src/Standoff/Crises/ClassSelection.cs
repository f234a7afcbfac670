using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>
/// Chooses the reference classes whose conditions the crisis meets, the most specific first. The conditions stand in the table of
/// classes, so that a new class needs no code.
/// </summary>
internal static class ClassSelection
{
    private static readonly int Most = (int)CrisisSettings.Of("class.most");

    private static readonly ImmutableArray<ResourceRow> Classes = ResourceTable.Load("Forecasts", "reference-classes.tsv").Rows;

    /// <summary>Keys of all classes, in order.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. Classes.Select(r => r["key"])];

    /// <summary>One to four classes with weights that sum to one; the general class where nothing narrower fits.</summary>
    /// <param name="challenger">Who demands.</param>
    /// <param name="target">Of whom.</param>
    /// <param name="demand">What is demanded; <see langword="null"/> if nothing is known of it.</param>
    /// <param name="acts">Acts told of: <c>display</c>, <c>threat</c>, <c>sanctions</c>.</param>
    /// <param name="asOf">The day, for who was a major power.</param>
    public static ImmutableArray<ClassChoice> Choose(string challenger, string target, DemandKind? demand, IReadOnlySet<string> acts, DateOnly? asOf)
    {
        var fitting = Classes.Where(r =>
                FitsChallenger(r["challenger"], challenger, asOf) && (r["target"] != "minor" || !MajorPowers.Contains(target, asOf))
                && Fits(r["demand"], demand?.ToString()) && (r["act"] == "any" || acts.Contains(r["act"])) && (r["adjacent"] == "any" || Neighbours.Are(challenger, target)))
            .OrderByDescending(r => r.Number("weight")).ThenBy(r => r.Line).Take(Most).OrderBy(r => r.Line).ToList();
        var total = fitting.Sum(r => r.Number("weight"));
        return [.. fitting.Select(r => new ClassChoice(r["key"], r.Number("weight") / total, $"{r["name"]}: {r["definition"]}."))];
    }

    private static bool Fits(string condition, string? value) => condition == "any" || condition == value;

    private static bool FitsChallenger(string condition, string challenger, DateOnly? asOf) => condition switch
    {
        "any" => true,
        "us" => challenger == "United States",
        "major" => MajorPowers.Contains(challenger, asOf),
        "organisation" => ActorRegister.IsBody(challenger),
        _ => false,
    };
}
