namespace Standoff.Backtest.Sources;

/// <summary>How violent the earlier crises of a protracted conflict were, as it stood when a later one began: only crises that had ended the year before count.</summary>
internal sealed class ConflictPast(IEnumerable<(int? Conflict, int Year, int EndYear, bool? Serious)> cases)
{
    private const int Years = 20;
    private const int Most = 6;

    private readonly ILookup<int, (int Year, int EndYear, bool Serious)> _byConflict = cases.Where(c => c.Conflict is not null && c.Serious is not null)
        .ToLookup(c => c.Conflict!.Value, c => (c.Year, c.EndYear, c.Serious!.Value));

    /// <summary>Share of the last cases with serious violence less the share without, −1 … 1; 0 if there is none.</summary>
    public double Balance(int? conflict, int year) => conflict is not { } number ? 0
        : _byConflict[number].Where(c => c.EndYear < year && c.Year >= year - Years).OrderByDescending(c => c.Year).Take(Most).Select(c => c.Serious ? 1.0 : -1).DefaultIfEmpty(0).Average();
}
