using Standoff.Reading.Text;

namespace Standoff.Reading.Quantities;

/// <summary>A number in a text with where it stands.</summary>
/// <param name="Span">From the hedge or number to the number's last word, without the counted noun.</param>
/// <param name="Quantity">Value, unit and whether it is approximate.</param>
public sealed record QuantityMention(TextSpan Span, Quantity Quantity);
