namespace Standoff.Reading.Times;

/// <summary>
/// A date as uncertain as the text left it, in the Extended Date/Time Format (ISO 8601-2):
/// <c>2025-12-01</c>, <c>2025-09</c>, <c>2025-07-21/2025-07-31</c>, <c>../1994-09-18</c>.
/// </summary>
/// <param name="Value">The EDTF text.</param>
/// <param name="Earliest">First day that it may mean; <see langword="null"/> where the start is open or unknown.</param>
/// <param name="Latest">Last day that it may mean; <see langword="null"/> where the end is open or unknown.</param>
public sealed record Edtf(string Value, DateOnly? Earliest, DateOnly? Latest)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
