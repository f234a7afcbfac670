using System.Globalization;

namespace Standoff.Reading.Mentions;

/// <summary>The state that a state's capital and nationality stood for in earlier times.</summary>
internal sealed record Predecessor(string State, string Earlier, DateOnly From, DateOnly Until)
{
    public static Predecessor Of(string[] row) => new(row[0], row[1], Month(row[2]), Month(row[3]).AddMonths(1));

    public bool HeldOn(DateOnly date) => From <= date && date < Until;

    private static DateOnly Month(string cell) => DateOnly.ParseExact(cell + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
