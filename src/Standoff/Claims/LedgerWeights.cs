using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>A weight of the ledger with its range and grounds, as <c>belief.tsv</c> lists it.</summary>
public sealed record LedgerWeight(string Key, double Value, double Low, double High, string Grounds, string Source);

/// <summary>All weights that turn chains and hedges into belief, and likeness into items.</summary>
public sealed class LedgerWeights
{
    private readonly FrozenDictionary<string, LedgerWeight> _byKey;

    private LedgerWeights(ImmutableArray<LedgerWeight> all)
    {
        All = all;
        _byKey = all.ToFrozenDictionary(w => w.Key);
    }

    /// <summary>The weights that ship with the program.</summary>
    public static LedgerWeights Shipped { get; } = Load();

    /// <summary>All weights in the order of the table.</summary>
    public ImmutableArray<LedgerWeight> All { get; }

    /// <summary>The value under a key.</summary>
    /// <exception cref="KeyNotFoundException">No such weight.</exception>
    public double this[string key] => _byKey.TryGetValue(key, out var weight)
        ? weight.Value
        : throw new KeyNotFoundException($"The table of weights has no row '{key}'.");

    /// <summary>Floor on the chance that a report is wrong.</summary>
    public double Epsilon => this["epsilon"];

    /// <summary>These weights with one changed.</summary>
    /// <exception cref="KeyNotFoundException">No such weight.</exception>
    public LedgerWeights With(string key, double value)
    {
        _ = this[key];
        return new LedgerWeights([.. All.Select(w => w.Key == key ? w with { Value = value } : w)]);
    }

    /// <summary>
    /// ℓ of one report: ln P(report | true) / P(report | false) in nats, with P = ε + (1 − 2ε)(1 ± t)/2; 0 at t = 0, at most ln((1 − ε)/ε).
    /// </summary>
    /// <param name="trust">t, how far the report is trusted, 0 … 1.</param>
    public double LogLikelihoodRatio(double trust)
    {
        var floor = Epsilon;
        var right = floor + (1 - 2 * floor) * (1 + trust) / 2;
        return Math.Log(right / (1 - right));
    }

    internal double Commitment(Factuality factuality) => this["commitment." + Band(factuality)];

    internal double Hop(Source source) => this["hop." + HopKind(source)];

    internal double Genre(Genre genre) => this["genre." + genre];

    private static string Band(Factuality factuality) => factuality switch
    {
        Factuality.Certain or Factuality.CertainNot => "CT",
        Factuality.Probable or Factuality.ProbableNot => "PR",
        Factuality.Possible or Factuality.PossibleNot => "PS",
        _ => "UU",
    };

    private static string HopKind(Source source) => source.Kind switch
    {
        SourceKind.Outlet => "outlet",
        SourceKind.Person => "person",
        SourceKind.Organisation => "organisation",
        SourceKind.State => "state",
        SourceKind.Document => "document",
        _ => source.Name.Length == 0 ? "unattributed" : "anonymous",
    };

    private static LedgerWeights Load() => new(
    [
        .. ResourceTable.Load("Claims", "belief.tsv").Rows.Select(r =>
            new LedgerWeight(r["key"], r.Number("value"), r.Number("low"), r.Number("high"), r["grounds"], r["source"])),
    ]);
}
