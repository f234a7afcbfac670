using System.Globalization;
using Standoff.Crises;
using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>An ultimatum of one state to another, as <c>ultimatums.tsv</c> codes it.</summary>
/// <param name="Case">The case, force dated from the ultimatum.</param>
/// <param name="IsRefused">Whether the target turned it down.</param>
/// <param name="IsReady">Whether forces that could carry out the threat stood at hand.</param>
internal sealed record Ultimatum(HistoricalCase Case, bool IsRefused, bool IsReady)
{
    /// <summary>The coded ultimatums, joined to their actors in ICB.</summary>
    /// <exception cref="HistoryFault">The data lack one of the actors.</exception>
    public static List<Ultimatum> Read(IReadOnlyList<IcbCrisis> crises) => [.. Lines().Select(f => Read(f, crises))];

    private static Ultimatum Read(string[] field, IReadOnlyList<IcbCrisis> crises)
    {
        var key = $"icb-{field[0]}-{field[1]}";
        var found = crises.FirstOrDefault(c => c.Case.Key == key) ?? throw new HistoryFault("ultimatums.tsv", 0, 0, $"the crisis data have no actor {field[1]} in crisis {field[0]}, which it codes.");
        var (force, accepted) = (Enum.Parse<Force>(field[5]), field[3] == "accepted");
        var ending = accepted ? Enum.Parse<Ending>(field[7]) : found.Case.Policy;
        var began = Weeks(field[6]);
        var weeks = Math.Max(accepted ? Weeks(field[8])!.Value : WeeksFrom(field[2], found), began ?? 0);
        // What was demanded was done: were the demand that the leader go, he would have gone. A defeat after a refusal meets it in part.
        var departure = ending != Ending.Compliance ? ending : accepted ? Ending.NegotiatedExit : Ending.Compromise;
        var @case = found.Case with { Weeks = weeks, Policy = ending, Departure = departure, Force = Level(force), ForceWeek = began, NewForceWeek = began, IsViolentStart = false };
        return new(@case, !accepted, field[4] == "yes");
    }

    // The crisis may have begun long before the ultimatum, or in ICB's count only after it: the clock starts with the ultimatum.
    private static double WeeksFrom(string given, IcbCrisis found) =>
        Math.Max(1, found.Start.DayNumber + (found.Case.Weeks * 7) - DateOnly.ParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber) / 7;

    private static double[] Level(Force force)
    {
        var shares = new double[Enum.GetValues<Force>().Length];
        shares[(int)force] = 1;
        return shares;
    }

    private static double? Weeks(string days) => days == "-" ? null : double.Parse(days, CultureInfo.InvariantCulture) / 7;

    private static IEnumerable<string[]> Lines()
    {
        using var stream = typeof(Ultimatum).Assembly.GetManifestResourceStream("Standoff.ReferenceClasses.Resources.ultimatums.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Skip(1).Select(l => l.Split('\t'))];
    }
}
