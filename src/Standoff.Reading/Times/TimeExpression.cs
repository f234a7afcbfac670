namespace Standoff.Reading.Times;

/// <summary>A time pattern that matched: one past its last word, and what it comes to.</summary>
internal readonly record struct TimeExpression(int Next, Edtf? Time, bool IsDuration = false, bool IsDeadline = false);
