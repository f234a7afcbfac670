using System.Collections.Immutable;
using System.Globalization;
using Standoff.Crises;

namespace Standoff.Briefs;

/// <summary>Gives numbers their ids. Inputs are numbers that exist already, so that derivations cannot go in a circle.</summary>
internal sealed class NumberRegister
{
    private readonly List<NumberNode> _numbers = [];
    private readonly Dictionary<string, NumberNode> _byKey = [];

    public ImmutableArray<NumberNode> All => [.. _numbers];

    /// <summary>The number of a key, made on first use.</summary>
    public NumberNode Once(string key, Func<NumberDraft> draft)
    {
        if (_byKey.TryGetValue(key, out var known)) return known;
        var made = Add(draft());
        _byKey.Add(key, made);
        return made;
    }

    private NumberNode Add(NumberDraft draft)
    {
        var id = "n-" + (_numbers.Count + 1).ToString("000", CultureInfo.InvariantCulture);
        var lineage = new Lineage(draft.Formula, [.. draft.Inputs.Select(i => i.Id).Distinct()], draft.Claims, draft.Place);
        var node = new NumberNode(id, draft.Label, draft.Value, draft.Grounds, lineage) { Interval = draft.Interval == draft.Value ? null : draft.Interval };
        _numbers.Add(node);
        return node;
    }
}

/// <summary>A number before it has an id.</summary>
internal sealed record NumberDraft(string Label, string Value, Grounds Grounds, string Formula)
{
    public string? Interval { get; init; }

    public IEnumerable<NumberNode> Inputs { get; init; } = [];

    public ImmutableArray<string> Claims { get; init; } = [];

    public string Place { get; init; } = "";
}
