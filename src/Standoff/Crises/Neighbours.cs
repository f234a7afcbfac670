using System.Collections.Frozen;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>Which states share a land border or at most twelve miles of water.</summary>
public static class Neighbours
{
    private static readonly FrozenSet<(string, string)> Pairs = ResourceTable.Load("Crises", "neighbours.tsv").Rows
        .SelectMany(r => r.List("neighbours").Select(n => Key(r["state"], n))).ToFrozenSet();

    /// <summary>Whether the two are neighbours, in either order; a state that the table does not know by its name of the time, by that of today.</summary>
    public static bool Are(string one, string other) => Pairs.Contains(Key(one, other)) || Pairs.Contains(Key(StateNames.Standing(one), StateNames.Standing(other)));

    private static (string, string) Key(string one, string other)
    {
        var (a, b) = (Names.Fold(one), Names.Fold(other));
        return string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
    }
}
