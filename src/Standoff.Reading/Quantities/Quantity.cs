namespace Standoff.Reading.Quantities;

/// <summary>A number with what it counts or measures.</summary>
/// <param name="Value">The number as the text gives it.</param>
/// <param name="Unit">The counted noun in the singular ("warship", "troop", "percent"), lower case.</param>
/// <param name="Approximate">Whether the text hedges it ("about", "at least", "nearly", "up to").</param>
public readonly record struct Quantity(decimal Value, string Unit, bool Approximate);
