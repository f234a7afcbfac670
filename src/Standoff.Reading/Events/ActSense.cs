using System.Collections.Immutable;

namespace Standoff.Reading.Events;

/// <summary>What a word tells in its sentence.</summary>
/// <param name="Head">The word.</param>
/// <param name="Code">The act; <see langword="null"/> where the operator makes none of what it governs.</param>
/// <param name="Operator">What the word does to the act that it governs.</param>
/// <param name="Slot">The object or clause that the sense is about; -1 if none.</param>
/// <param name="Inner">What the slot tells, if anything.</param>
/// <param name="Prepositions">Prepositions of the recipient.</param>
/// <param name="IsContent">Whether the slot is what is given, held or made and not whom it is done to.</param>
internal sealed record ActSense(
    int Head, EventCode? Code, EventOperator Operator, int Slot, ActSense? Inner, ImmutableArray<string> Prepositions, bool IsContent)
{
    /// <summary>Whether the word governs an act and has no code of its own.</summary>
    public bool IsOperator { get; init; }
}
