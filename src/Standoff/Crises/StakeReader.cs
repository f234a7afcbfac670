using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>
/// How probable it is that each of five things is what is gravest at stake for the target: a multinomial logit over the shares of sentences that speak
/// of land, rule, standing, ruin and wares, and over what is known of the two by name; its weights were learnt from narratives of past crises.
/// </summary>
internal sealed class StakeReader
{
    private static readonly ImmutableArray<(string Key, WordPattern Words)> Patterns =
        [.. ResourceTable.Load("Crises", "stake-signs.tsv").Rows.Select(r => (r["key"], new WordPattern(r["words"])))];

    private static readonly ILookup<string, (string Stake, double Weight)> Weights =
        ResourceTable.Load("Crises", "stake-weights.tsv").Rows.ToLookup(r => r["sign"], r => (r["stake"], r.Number("weight")));

    private readonly ImmutableArray<(string Sign, double Value)> _signs;

    /// <summary>Reads the signs of a pair's stakes.</summary>
    /// <param name="ledger">The texts.</param>
    /// <param name="items">Their items, which tell what is long past.</param>
    /// <param name="challenger">Who challenges.</param>
    /// <param name="target">Who is challenged.</param>
    /// <param name="asOf">The day.</param>
    public StakeReader(Ledger ledger, ImmutableArray<ItemView> items, string challenger, string target, DateOnly? asOf)
    {
        var past = ItemView.PastSentences(items);
        var sentences = ledger.Documents.SelectMany(d => d.Reading.Sentences.Select((s, i) => (Place: (d.Alias, i), Text: s.Span.Of(d.Document.Text)))).Where(s => !past.Contains(s.Place)).Select(s => new ContentWords(s.Text, [])).ToList();
        HasText = sentences.Count > 0;
        double Share(WordPattern pattern) => sentences.Count(pattern.Fits) / (double)Math.Max(1, sentences.Count);
        _signs =
        [
            ("always", 1), .. Patterns.Select(p => (p.Key, Share(p.Words))),
            ("challenger-major", MajorPowers.Contains(challenger, asOf) ? 1 : 0), ("target-major", MajorPowers.Contains(target, asOf) ? 1 : 0), ("neighbours", Neighbours.Are(challenger, target) ? 1 : 0),
        ];
    }

    /// <summary>Covariates for the stakes, in the order of the fit.</summary>
    public static readonly ImmutableArray<string> Stakes = ["limited-threat", "regime-threat", "territory-threat", "influence-threat", "survival-threat"];

    /// <summary>Whether there is anything to read it from.</summary>
    public bool HasText { get; }

    /// <summary>What the probabilities are computed from.</summary>
    public ImmutableArray<(string Sign, double Value)> Signs => _signs;

    /// <summary>Probability of each stake; they sum to one.</summary>
    public ImmutableArray<(string Stake, double Probability)> Probabilities()
    {
        var odds = Stakes.Select(stake => ElementaryFunctions.Exp(_signs.Sum(s => s.Value * Weights[s.Sign].Where(w => w.Stake == stake).Sum(w => w.Weight)))).ToList();
        return [.. Stakes.Select((stake, i) => (stake, odds[i] / odds.Sum()))];
    }
}
