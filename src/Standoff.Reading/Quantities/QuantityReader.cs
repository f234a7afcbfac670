using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

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
            while (all.Count > 0 && i < sentence.Count && sentence[i].Span.Start < all[^1].Span.End) i++;
        }

        return [.. found];
    }

    private static QuantityMention? Quantify(Sentence sentence, NumberPhrase number, List<QuantityMention> earlier)
    {
        if (OneIn(sentence, number) is { } share) return share;
        if (NumberNames.IsName(sentence, number) || IsDistanceInTime(sentence, number)) return null;
        if (UnitReader.Find(sentence, number, earlier.Count > 0 ? earlier[^1].Quantity.Unit : null) is not { } unit) return null;
        if (unit.IsShared && earlier.Count > 0) return null;
        var (start, isHedged) = Approximators.Around(sentence, unit.Start ?? number.Start, number.Next);
        var span = sentence[start].Span.Union(sentence[Math.Max(number.Next, unit.Next) - 1].Span);
        return new QuantityMention(span, new Quantity(WithoutTrailingZeros(unit.Scale * number.Value), unit.Name, isHedged || number.IsRound));
    }

    /// <summary>"Eight days after the landing", "two weeks ago": the number dates an event and measures nothing.</summary>
    private static bool IsDistanceInTime(Sentence sentence, NumberPhrase number)
    {
        if (number.Next + 1 >= sentence.Count || TimeUnits.Of(sentence[number.Next].Form.ToLowerInvariant()) is null) return false;
        return sentence[number.Next + 1].Form is "after" or "before" or "ago" or "earlier" or "later";
    }

    /// <summary>"one respondent in five": a fifth of the respondents.</summary>
    private static QuantityMention? OneIn(Sentence sentence, NumberPhrase number)
    {
        var at = number.Next;
        if (number.Value != 1 || at + 2 >= sentence.Count || sentence[at].PennTag != "NN" || sentence[at + 1].Form != "in" || NumberPhrase.At(sentence, at + 2) is not { Value: >= 2, IsFraction: false } of) return null;
        if (of.Next < sentence.Count && sentence[of.Next].Tag == PartOfSpeech.Noun) return null;
        var span = sentence[number.Start].Span.Union(sentence[of.Next - 1].Span);
        return new QuantityMention(span, new Quantity(Math.Round(1 / of.Value, 2, MidpointRounding.AwayFromZero), Nouns.Singular(sentence[at]), false));
    }

    /// <summary>1.2 million prints as 1200000, not 1200000.0: dividing by a one of full scale drops the zeros.</summary>
    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
