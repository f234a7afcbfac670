using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Quantities;

/// <summary>Finds the numbers of a sentence that count or measure something.</summary>
public static class QuantityReader
{
    /// <summary>
    /// The quantities inside a span of the sentence, in text order. Ordinals, dates, years, numbers in names and the pronoun
    /// "one" are none; vague words ("dozens", "several") neither.
    /// </summary>
    public static ImmutableArray<QuantityMention> Read(Sentence sentence, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var (all, found) = (new List<QuantityMention>(), new List<QuantityMention>());
        for (var i = 0; i < sentence.Count;)
        {
            if (NumberPhrase.At(sentence, i) is not { } number) { i++; continue; }
            if (Quantify(sentence, number, all) is { } quantity)
            {
                all.Add(quantity);
                // A hedge before the number may stand outside of the span; the number itself may not.
                if (span.Contains(new TextSpan(sentence[number.Start].Span.Start, quantity.Span.End))) found.Add(quantity);
            }

            i = number.Next;
        }

        return [.. found];
    }

    private static QuantityMention? Quantify(Sentence sentence, NumberPhrase number, List<QuantityMention> earlier)
    {
        if (NumberNames.IsName(sentence, number)) return null;
        if (UnitReader.Find(sentence, number, earlier.Count > 0 ? earlier[^1].Quantity.Unit : null) is not { } unit) return null;
        if (unit.IsShared && earlier.Count > 0) return null;
        var (start, isHedged) = Approximators.Around(sentence, unit.Start ?? number.Start, number.Next);
        var span = sentence[start].Span.Union(sentence[Math.Max(number.Next, unit.Next) - 1].Span);
        return new QuantityMention(span, new Quantity(WithoutTrailingZeros(unit.Scale * number.Value), unit.Name, isHedged || number.IsRound));
    }

    /// <summary>1.2 million prints as 1200000, not 1200000.0: dividing by a one of full scale drops the zeros.</summary>
    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
