using System.Globalization;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.ReferenceClasses;

/// <summary>
/// How far small classes should be pooled towards their parents: the number of events a₀ in M ~ Gamma(a₀, a₀/m) under which the counts of
/// all classes are likeliest, d ~ Poisson(M·e) (a negative binomial distribution).
/// </summary>
internal static class PoolingEstimate
{
    private static readonly double[] Candidates = [0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 20];

    /// <summary>Prints the log likelihood of each candidate from the table that ships.</summary>
    public static void Print()
    {
        foreach (var demand in new[] { DemandKind.PolicyChange, DemandKind.LeaderDeparture })
        {
            var values = Candidates.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a}: {LogLikelihood(a, demand):0.0}"));
            Console.WriteLine($"log likelihood by pooling events, {demand}: {string.Join(", ", values)}");
        }
    }

    private static double LogLikelihood(double events, DemandKind demand)
    {
        var sum = 0.0;
        foreach (var item in ReferenceClass.All.Where(c => c.Parent.Length > 0 && c.Act != "sanctions"))
            foreach (var (channel, state) in Cells(item, demand)) sum += LogLikelihood(events, item, channel, state, demand);
        return sum;
    }

    private static double LogLikelihood(double a, ReferenceClass item, Channel channel, int state, DemandKind demand)
    {
        var (d, e) = Counts(item, channel, state, demand);
        if (e <= 0) return 0;
        var rate = a / Mean(a, ReferenceClass.Of(item.Parent), channel, state, demand);
        return GammaFunctions.LogGamma(a + d) - GammaFunctions.LogGamma(a) - GammaFunctions.LogGamma(d + 1)
            + (a * Math.Log(rate)) + (d * Math.Log(e)) - ((a + d) * Math.Log(rate + e));
    }

    private static double Mean(double a, ReferenceClass item, Channel channel, int state, DemandKind demand)
    {
        var prior = item.Parent.Length == 0 ? 1 : Mean(a, ReferenceClass.Of(item.Parent), channel, state, demand);
        if (!item.InformsOn(channel)) return prior;
        var (d, e) = Counts(item, channel, state, demand);
        return (a + d) / ((a / prior) + e);
    }

    /// <summary>Events seen, and expected at the profile of the broadest class.</summary>
    private static (double Events, double Expected) Counts(ReferenceClass item, Channel channel, int state, DemandKind demand)
    {
        var counts = Standoff.Forecasts.ClassCounts.Of(item.Key, demand);
        var profile = ClassHazards.Profile(Standoff.Forecasts.ClassCounts.Of(ReferenceClass.All[0].Key, demand), channel, state);
        return (counts.Events(channel, state).Sum(), counts.Weeks(channel, state).Zip(profile, (weeks, rate) => weeks * rate).Sum());
    }

    private static IEnumerable<(Channel Channel, int State)> Cells(ReferenceClass item, DemandKind demand) => ClassHazards.Cells
        .Where(c => item.InformsOn(c.Channel) && Channels.IsOpen(c.Channel, demand))
        .Where(c => c.State == 0 || Standoff.Forecasts.ClassCounts.DependsOnState(c.Channel))
        .DistinctBy(c => (Channels.CellOf(c.Channel), c.State));
}
