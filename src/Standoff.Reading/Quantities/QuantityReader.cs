using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Quantities;

/// <summary>Finds the numbers of a sentence that count or measure something.</summary>
public static class QuantityReader
{
    /// <summary>The quantities inside a span of the sentence, in text order.</summary>
    public static ImmutableArray<QuantityMention> Read(Sentence sentence, TextSpan span) => [];
}
