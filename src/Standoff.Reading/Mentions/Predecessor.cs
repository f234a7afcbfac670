using System.Globalization;

namespace Standoff.Reading.Mentions;

/// <summary>
/// The state that a state's names stood for in earlier times, or its name of those times; which names: "all", "capital",
/// "demonym", or one by itself.
/// </summary>
internal sealed record Predecessor(string State, string Earlier, DateOnly From, DateOnly Until, string Names)
{
    public static Predecessor Of(string[] row) => new(row[0], row[1], Month(row[2]), Month(row[3]).AddMonths(1), row[4]);

    public bool HeldOn(DateOnly date) => From <= date && date < Until;

    /// <summary>Whether it holds for a name of that class.</summary>
    public bool Covers(Name name) => Names switch
    {
        "all" => true,
        "capital" => name.Class is NameClass.Capital or NameClass.Metonym,
        "demonym" => name.Class is NameClass.Demonym or NameClass.Nationals,
        _ => name.Written == Names,
    };

    private static DateOnly Month(string cell) => DateOnly.ParseExact(cell + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
