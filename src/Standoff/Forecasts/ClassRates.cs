using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>Reference classes as the reader sees them: counts, shares of all cases, Jeffreys intervals.</summary>
internal static class ClassRates
{
    // Below this, whether a crisis began with force or without is not in doubt.
    private const double Least = 0.005;

    /// <summary>The chosen classes; force is counted apart in crises that began without it and in those that began with a violent act, and shown as far as either is likely of this one.</summary>
    public static ImmutableArray<ClassRate> Of(ImmutableArray<ClassChoice> choices, Crisis crisis, double forceBefore) => [.. choices.Select(c => WithCrises(Of(c, crisis.Demand.Kind, forceBefore), crisis))];

    private static ClassRate WithCrises(ClassRate rate, Crisis crisis)
    {
        var (nearest, named) = PastCrises.Of(rate.Key, crisis);
        return rate with { Nearest = nearest, Named = named };
    }

    private static ClassRate Of(ClassChoice choice, DemandKind demand, double forceBefore)
    {
        var item = ReferenceClass.Of(choice.Name);
        var counts = ClassCounts.Of(item.Key, demand);
        var cells = Enum.GetValues<Channel>().Where(c => item.InformsOn(c) && Channels.IsOpen(c, demand)).Select(c => (Channel: c, Cell: Channels.CellOf(c)));
        var rows = cells.DistinctBy(c => c.Cell, StringComparer.Ordinal).SelectMany(c => Rows(c.Channel, c.Cell, counts, item.N, forceBefore));
        return new(item.Key, item.Name, item.Definition, item.N, item.Era, choice.Weight, choice.Reason, [.. rows], item.Citation, item.Warning);
    }

    private static IEnumerable<ClassRateRow> Rows(Channel channel, string cell, ClassCounts counts, int n, double forceBefore)
    {
        if (channel < Channel.Limited)
        {
            yield return new(cell, NameOf(channel), counts.Total(cell), Summaries.Jeffreys(counts.Total(cell), n));
            yield break;
        }
        if (forceBefore <= 1 - Least) yield return Began(cell, $"begun without force: {NameOf(channel)}", counts.Reached(cell, false), counts.Cases(false));
        if (forceBefore > Least && counts.Cases(true) > 0) yield return Began("new " + cell, $"begun with a violent act: {NameOf(channel)}", counts.Reached(cell, true), counts.Cases(true));
    }

    private static ClassRateRow Began(string key, string name, double count, double n) => new(key, name, count, Summaries.Jeffreys(count, n)) { N = (int)n };

    private static string NameOf(Channel channel) => channel switch
    {
        Channel.Compliance => "the demand is met",
        Channel.NegotiatedExit => "the demand is met (counted as the leader's leaving)",
        Channel.Compromise => "a part of the demand is met",
        Channel.Withdrawal => "the demand is dropped",
        Channel.InternalExit => "the leader falls from within or dies",
        Channel.Other => "it fades",
        Channel.RemovalByRaid or Channel.RemovalByInvasion => "the leader is removed by force",
        Channel.Limited => "greatest force after it limited strikes or minor clashes",
        Channel.Raid => "greatest force after it a raid",
        _ => "greatest force after it an invasion or war",
    };
}
