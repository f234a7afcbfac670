using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>Reference classes as the reader sees them: counts, shares of all cases, Jeffreys intervals.</summary>
internal static class ClassRates
{
    public static ImmutableArray<ClassRate> Of(ImmutableArray<ClassChoice> choices, Crisis crisis) => [.. choices.Select(c => WithCrises(Of(c, crisis.Demand.Kind), crisis))];

    private static ClassRate WithCrises(ClassRate rate, Crisis crisis)
    {
        var (nearest, named) = PastCrises.Of(rate.Key, crisis);
        return rate with { Nearest = nearest, Named = named };
    }

    private static ClassRate Of(ClassChoice choice, DemandKind demand)
    {
        var item = ReferenceClass.Of(choice.Name);
        var counts = ClassCounts.Of(item.Key, demand);
        var cells = Enum.GetValues<Channel>().Where(c => item.InformsOn(c) && Channels.IsOpen(c, demand)).Select(c => (Channel: c, Cell: Channels.CellOf(c)));
        var rows = cells.DistinctBy(c => c.Cell, StringComparer.Ordinal).Select(c => Row(c.Channel, c.Cell, counts.Total(c.Cell), item.N));
        return new(item.Key, item.Name, item.Definition, item.N, item.Era, choice.Weight, choice.Reason, [.. rows], item.Citation, item.Warning);
    }

    private static ClassRateRow Row(Channel channel, string cell, double count, int n) => new(cell, NameOf(channel), count, Summaries.Jeffreys(count, n));

    private static string NameOf(Channel channel) => channel switch
    {
        Channel.Compliance => "the demand is met",
        Channel.NegotiatedExit => "the leader leaves without force",
        Channel.Compromise => "a part of the demand is met",
        Channel.Withdrawal => "the demand is dropped",
        Channel.InternalExit => "the leader falls from within or dies",
        Channel.Other => "it fades",
        Channel.RemovalByRaid or Channel.RemovalByInvasion => "the leader is removed by force",
        Channel.Limited => "greatest force: limited strikes or minor clashes",
        Channel.Raid => "greatest force: a raid",
        _ => "greatest force: invasion or war",
    };
}
