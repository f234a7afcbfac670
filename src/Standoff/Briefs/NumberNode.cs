using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Briefs;

/// <summary>
/// A number of the brief with its derivation. It does not construct without lineage: sourced and inferred numbers need
/// claims or inputs, an analyst's or a default one needs the place that it stands in, a computed one needs inputs,
/// claims or the record that was counted.
/// </summary>
public sealed record NumberNode
{
    /// <summary>A number with its derivation.</summary>
    /// <param name="id"><c>n-042</c>, unique in the brief.</param>
    /// <param name="label">What it is, as a noun phrase.</param>
    /// <param name="value">As printed, by <see cref="NumberText"/>.</param>
    /// <param name="grounds">Where it comes from.</param>
    /// <param name="lineage">How it comes about.</param>
    /// <exception cref="NumberWithoutLineageException">Nothing supports the number.</exception>
    public NumberNode(string id, string label, string value, Grounds grounds, Lineage lineage)
    {
        if (!lineage.Supports(grounds)) throw new NumberWithoutLineageException(id, label, grounds);
        (Id, Label, Value, Grounds, Lineage) = (id, label, value, grounds, lineage);
    }

    /// <summary><c>n-042</c>.</summary>
    public string Id { get; }

    /// <summary>What it is, as a noun phrase.</summary>
    public string Label { get; }

    /// <summary>The value as printed.</summary>
    public string Value { get; }

    /// <summary>The 90 % interval as printed, such as <c>27–51 %</c>; <see langword="null"/> where it has none.</summary>
    public string? Interval { get; init; }

    /// <summary>Where it comes from.</summary>
    public Grounds Grounds { get; }

    /// <summary>How it comes about.</summary>
    public Lineage Lineage { get; }

    /// <summary>Value and interval, as running text has them: <c>38 % (27–51 %)</c>.</summary>
    public string Text => Interval is null ? Value : $"{Value} ({Interval})";
}

/// <summary>How a number comes about.</summary>
/// <param name="Formula">One sentence that says how it is made of its inputs.</param>
/// <param name="Inputs">Ids of the numbers it is made of.</param>
/// <param name="Claims">Aliases of the claims that it rests on directly.</param>
/// <param name="Place">The table row, citation, file or option that it was taken from; empty where it was not.</param>
public sealed record Lineage(string Formula, ImmutableArray<string> Inputs, ImmutableArray<string> Claims, string Place = "")
{
    internal bool Supports(Grounds grounds)
    {
        if (string.IsNullOrWhiteSpace(Formula)) return false;
        var derived = !Inputs.IsDefaultOrEmpty || !Claims.IsDefaultOrEmpty;
        var placed = !string.IsNullOrWhiteSpace(Place);
        return grounds switch
        {
            Grounds.Sourced or Grounds.Inferred => derived,
            Grounds.Analyst or Grounds.Default => placed,
            _ => derived || placed,
        };
    }
}

/// <summary>A number was about to be printed that nothing supports.</summary>
public sealed class NumberWithoutLineageException : InvalidOperationException
{
    /// <summary>The number and the grounds that it claims.</summary>
    public NumberWithoutLineageException(string id, string label, Grounds grounds)
        : base($"The number {id} ({label}) says that it is {grounds.ToString().ToLowerInvariant()}, but nothing that it could come from is named.")
        => (Id, Label, Grounds) = (id, label, grounds);

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>What it was to be.</summary>
    public string Label { get; }

    /// <summary>Where it claimed to come from.</summary>
    public Grounds Grounds { get; }
}
