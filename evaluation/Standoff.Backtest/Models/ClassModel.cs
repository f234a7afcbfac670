using Standoff.Backtest.Sources;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Backtest.Models;

/// <summary>
/// The outside view by the product's own rules: the classes whose conditions a case meets, each pooled towards its parent as in
/// <c>ClassHazards</c>, a share of outcome or a hazard of force being the broad class's times M = (a₀ + d) / (a₀/m_parent + e).
/// </summary>
internal sealed class ClassModel
{
    private const int Most = 4;
    private const double Least = 0.5;

    private readonly Dictionary<string, ClassShares> _shares = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ReferenceClass> _classes;

    private ClassModel(IReadOnlyList<ReferenceClass> classes, IReadOnlyList<PastCase> cases)
    {
        _classes = classes;
        foreach (var item in classes)
        {
            var members = cases.Where(c => ClassRules.Holds(item, c)).ToList();
            _shares[item.Key] = item.Parent.Length == 0 ? ClassShares.Broad(members) : ClassShares.Pooled(members, _shares[classes[0].Key], _shares[item.Parent]);
        }
    }

    /// <summary>Counts the classes in the cases.</summary>
    public static ClassModel Fit(IReadOnlyList<PastCase> cases) => new([.. ReferenceClass.All.Where(ClassRules.IsOfCrises)], cases);

    /// <summary>Share of each outcome, hazard of each level of force, and means of the covariates in a case's own pool of classes.</summary>
    public ClassShares Of(PastCase @case)
    {
        var chosen = _classes.Where(c => ClassRules.Holds(c, @case)).OrderByDescending(c => c.Weight).Take(Most).ToList();
        if (chosen.Count == 0) chosen = [_classes[0]];
        return ClassShares.Mixed([.. chosen.Select(c => (_shares[c.Key], c.Weight / chosen.Sum(k => k.Weight)))]);
    }

    /// <summary>Means of the covariates in a class, among cases that did not begin with violence.</summary>
    public double[] QuietMeans(string key) => _shares[key].QuietMeans;

    /// <summary>The same among cases that did; the broadest class's where a class has none.</summary>
    public double[] ViolentMeans(string key) => _shares[key].ViolentMeans is { Length: > 0 } means ? means : _shares[_classes[0].Key].ViolentMeans;

    /// <summary>Classes that the data have cases of.</summary>
    public IEnumerable<string> Keys => _classes.Select(c => c.Key).Where(k => _shares[k].N > 0);

    public Line Line(string name) => new(name, c => Of(c) is var shares ? Prediction.Of(shares.Outcome, shares.Hazards) : null!);

    /// <summary>Half an event at least, so that what a class never saw is not impossible.</summary>
    internal static double AtLeastHalf(double count) => Math.Max(count, Least);
}

/// <summary>Rates of one class, or of a mixture of classes.</summary>
internal sealed record ClassShares(double[] Outcome, double[] Hazards, double[] Means, double[] OutcomeFactors, double[] ForceFactors)
{
    private static readonly int Violent = CovariateTable.IndexOf("violent-act");

    /// <summary>Means among the cases that did not begin with violence: those whose hazards the product's classes count.</summary>
    public double[] QuietMeans { get; private init; } = [];

    /// <summary>Means among those that did; empty where there are none.</summary>
    public double[] ViolentMeans { get; private init; } = [];

    /// <summary>Cases counted.</summary>
    public int N { get; private init; }

    /// <summary>Share of the cases by the year they began in.</summary>
    public IReadOnlyDictionary<int, double> Years { get; private init; } = new Dictionary<int, double>();

    public static ClassShares Broad(List<PastCase> members)
    {
        var (outcomes, force) = Counts(members);
        var known = members.Count(m => m.Force is not null);
        return new([.. outcomes.Select(c => ClassModel.AtLeastHalf(c) / outcomes.Sum(ClassModel.AtLeastHalf))],
            [.. force.Select(c => -Math.Log(1 - ((ClassModel.AtLeastHalf(c)) / (known + 1))))], MeansOf(members),
            [.. outcomes.Select(_ => 1.0)], [.. force.Select(_ => 1.0)])
        { QuietMeans = QuietMeansOf(members), ViolentMeans = ViolentMeansOf(members), N = members.Count, Years = YearsOf(members) };
    }

    public static ClassShares Pooled(List<PastCase> members, ClassShares broad, ClassShares parent)
    {
        var (outcomes, force) = Counts(members);
        var (n, known) = (outcomes.Sum(), members.Count(m => m.Force is not null));
        var factors = outcomes.Select((d, k) => Factor(d, n * broad.Outcome[k], parent.OutcomeFactors[k])).ToArray();
        var forceFactors = force.Select((d, f) => Factor(d, known * (1 - Math.Exp(-broad.Hazards[f])), parent.ForceFactors[f])).ToArray();
        var shares = factors.Zip(broad.Outcome, (m, p) => m * p).ToArray();
        return new([.. shares.Select(s => s / shares.Sum())], [.. forceFactors.Zip(broad.Hazards, (m, h) => m * h)],
            members.Count > 0 ? MeansOf(members) : parent.Means, factors, forceFactors)
        { QuietMeans = QuietMeansOf(members), ViolentMeans = ViolentMeansOf(members), N = members.Count, Years = members.Count > 0 ? YearsOf(members) : parent.Years };
    }

    public static ClassShares Mixed((ClassShares Shares, double Weight)[] parts) =>
        new(Mix(parts, s => s.Outcome), Mix(parts, s => s.Hazards), Mix(parts, s => s.Means), Mix(parts, s => s.OutcomeFactors), Mix(parts, s => s.ForceFactors))
        {
            Years = parts.SelectMany(p => p.Shares.Years.Select(y => (y.Key, Share: p.Weight * y.Value))).GroupBy(y => y.Key).ToDictionary(g => g.Key, g => g.Sum(y => y.Share)),
        };

    private static double[] Mix((ClassShares Shares, double Weight)[] parts, Func<ClassShares, double[]> of) =>
        [.. of(parts[0].Shares).Select((_, i) => parts.Sum(p => p.Weight * of(p.Shares)[i]))];

    private static double Factor(double events, double expected, double parent) =>
        (ForecastSettings.Shipped.PoolingEvents + events) / ((ForecastSettings.Shipped.PoolingEvents / parent) + expected);

    private static (double[] Outcomes, double[] Force) Counts(List<PastCase> members) =>
        ([.. Enumerable.Range(0, PastCase.Outcomes.Length).Select(k => (double)members.Count(m => m.Outcome == k))],
            [.. Enumerable.Range(1, PastCase.Levels - 1).Select(f => (double)members.Count(m => m.Force >= f))]);

    private static Dictionary<int, double> YearsOf(List<PastCase> members) =>
        members.GroupBy(m => m.Year).ToDictionary(g => g.Key, g => (double)g.Count() / members.Count);

    private static double[] QuietMeansOf(List<PastCase> members) => MeansOf([.. members.Where(m => m.Covariates[Violent] != 1)]);

    private static double[] ViolentMeansOf(List<PastCase> members) => members.FindAll(m => m.Covariates[Violent] == 1) is { Count: > 0 } violent ? MeansOf(violent) : [];

    private static double[] MeansOf(List<PastCase> members) =>
        [.. Enumerable.Range(0, CovariateTable.All.Length).Select(j => members.Select(m => m.Covariates[j]).Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Average())];
}
