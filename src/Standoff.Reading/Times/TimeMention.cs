using Standoff.Reading.Text;

namespace Standoff.Reading.Times;

/// <summary>An expression of time in a text.</summary>
/// <param name="Span">The words, with a leading "by", "since", "within" where they bear on the value.</param>
/// <param name="Time">
/// What it comes to against the document's date; <see langword="null"/> for a duration and where the date is needed and unknown.
/// </param>
/// <param name="IsDuration">Whether it says how long ("for two weeks"): a quantity, not a time.</param>
/// <param name="IsDeadline">Whether it sets an end ("by Sunday", "within 48 hours"): the interval is open at its start.</param>
public sealed record TimeMention(TextSpan Span, Edtf? Time, bool IsDuration, bool IsDeadline);
