namespace Standoff;

/// <summary>A probability in [0, 1].</summary>
public readonly record struct Probability : IComparable<Probability>
{
    /// <summary>A probability from its value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1] or not a number.</exception>
    public Probability(double value)
    {
        if (!(value is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");
        Value = value;
    }

    /// <summary>The number in [0, 1].</summary>
    public double Value { get; }

    /// <summary>The complement, 1 − p.</summary>
    public Probability Not => new(1 - Value);

    /// <inheritdoc/>
    public int CompareTo(Probability other) => Value.CompareTo(other.Value);
}
