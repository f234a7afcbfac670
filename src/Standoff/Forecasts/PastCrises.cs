using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// The crises of a class by name (<c>reference-cases.tsv</c>): those first that belong to most of the outside view, then those most like the case by Σ_k w_k·|x_k − y_k| / Σ_k w_k over the covariates that are known of
/// both, w_k the root mean square of what the regressions found a covariate to do, and a quarter of the average besides.
/// </summary>
/// <remarks>Gower 1971, with weights.</remarks>
internal static class PastCrises
{
    /// <summary>Most crises listed of a class.</summary>
    public const int Most = 12;

    // What the regressions found nothing of still makes two crises look alike or not: a quarter of the average.
    private const double LeastShare = 0.25;

    private const string Unknown = "-";
    private static readonly ResourceTable Table = ResourceTable.Load("Forecasts", "reference-cases.tsv");
    private static readonly ImmutableArray<string> Covariates = [.. Table.Columns.SkipWhile(c => c != "weeks").Skip(1)];

    private static readonly ImmutableArray<double> Weights = [.. Covariates.Select(c => CovariateShift.Strength(c) + (Covariates.Average(CovariateShift.Strength) * LeastShare))];

    // Leaders under a crisis are those of the crises themselves.
    private static readonly ImmutableDictionary<string, string> Leaders = ImmutableDictionary<string, string>.Empty.Add("leader-us-crisis", "us-minor").Add("leader-major-crisis", "major-minor");

    /// <summary>Crises of a class that are listed by name, nearest first, and how many there are.</summary>
    public static (ImmutableArray<PastCrisis> Nearest, int Listed) Of(string @class, Crisis crisis)
    {
        var key = KeyOf(@class);
        var known = Covariates.Select(c => ValueOf(crisis, c)).ToArray();
        var members = Table.Rows.Where(r => r.List("classes", ' ').Contains(key, StringComparer.Ordinal)).Select(r => (Share: Share(r, crisis), Crisis: Read(r, known, crisis.Demand.Kind))).ToList();
        var ranked = members.OrderByDescending(m => m.Share).ThenBy(m => m.Crisis.Distance).ThenByDescending(m => m.Crisis.Year).ThenBy(m => m.Crisis.Name, StringComparer.Ordinal).ThenBy(m => m.Crisis.Target, StringComparer.Ordinal);
        return ([.. ranked.Take(Most).Select(m => m.Crisis)], members.Count);
    }

    private static string KeyOf(string @class) => Leaders.GetValueOrDefault(@class, @class);

    // What share of the outside view a crisis belongs to, in whole percents so that sums do not decide ties.
    private static int Share(ResourceRow row, Crisis crisis)
    {
        var classes = row.List("classes", ' ');
        return (int)Math.Round(100 * crisis.Classes.Where(c => classes.Contains(KeyOf(c.Name), StringComparer.Ordinal)).Sum(c => c.Weight));
    }

    /// <summary>Distance of a row of covariates from another; 1 where nothing is known of both.</summary>
    internal static double Distance(IReadOnlyList<double?> first, IReadOnlyList<double?> second)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var k = 0; k < Weights.Length; k++)
        {
            if (first[k] is not { } x || second[k] is not { } y) continue;
            sum += Weights[k] * Math.Abs(x - y);
            weight += Weights[k];
        }
        return weight > 0 ? sum / weight : 1;
    }

    private static PastCrisis Read(ResourceRow row, double?[] known, DemandKind demand) => new(
        row["crisis"], (int)row.Number("year"), row["challenger"], row["target"], Enum.Parse<Ending>(row[demand == DemandKind.LeaderDeparture ? "departure" : "ending"]),
        row["violence"], row.Number("weeks"), Distance(known, [.. Covariates.Select(c => row[c] == Unknown ? (double?)null : row.Number(c))]));

    private static double? ValueOf(Crisis crisis, string covariate) => crisis.Covariates.FirstOrDefault(c => c.Name == covariate)?.Value ?? covariate switch
    {
        "military-act" => Between(crisis, Rung.ShowOfForce, Rung.Closure),
        "indirect-violence" => Between(crisis, Rung.ForceOffSoil, Rung.ForceOffSoil),
        "violent-act" => Between(crisis, Rung.LimitedStrikes, Rung.Invasion),
        _ => null,
    };

    private static double Between(Crisis crisis, Rung from, Rung to) => Enumerable.Range((int)from, to - from + 1).Sum(r => crisis.Present.Weights[r]);
}
