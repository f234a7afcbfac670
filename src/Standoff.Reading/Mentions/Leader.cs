using System.Collections.Immutable;
using System.Globalization;

namespace Standoff.Reading.Mentions;

/// <summary>Somebody's time in an office; listed is one whom only the list of all effective leaders has, not news everywhere.</summary>
internal sealed record Leader(string Name, string State, string Office, DateOnly From, DateOnly? To, bool IsFemale, ImmutableArray<string> Aliases, bool IsListed)
{
    private const int YearsAround = 6;
    private const string ByArchigos = "Archigos 4.1";

    public static Leader Of(string[] row) => new(
        row[0], row[1], row[2], Month(row[3])!.Value, Month(row[4]), row[5] == "f",
        [.. Cells(row[6])], row[7] == ByArchigos);

    public static string[] Cells(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the office rules; an officer who does is in the table for another reason as often as not.</summary>
    public bool IsHead => Office == "premier" || (NounClasses.RulingOffices.Contains(Office) && Office is not ("general" or "colonel" or "captain"));

    public bool HeldOfficeOn(DateOnly date) => From <= date && (To is not { } to || date <= to.AddMonths(1).AddDays(-1));

    /// <summary>Whether news of the date may speak of him without a full name.</summary>
    public bool IsCurrentAround(DateOnly date) => From.AddYears(-YearsAround / 3) <= date && (To is not { } to || date <= to.AddYears(YearsAround));

    private static DateOnly? Month(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
