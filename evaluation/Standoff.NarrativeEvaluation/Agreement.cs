using System.Globalization;
using Standoff.Crises;

namespace Standoff.NarrativeEvaluation;

/// <summary>How often what was read agrees with what the data set codes.</summary>
internal static class Agreement
{
    private static readonly string[] Acts = ["violent-act", "military-act", "indirect-violence"];

    public static void Write(TextWriter output, IReadOnlyList<ReadCase> cases)
    {
        output.WriteLine("| coded | read: violent | military | indirect | neither |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var coded in Enumerable.Range(0, Acts.Length + 1))
            output.WriteLine($"| {(coded < Acts.Length ? Acts[coded] : "other")} | {string.Join(" | ", Enumerable.Range(0, Acts.Length + 1).Select(read => cases.Count(c => Act(c.Coded.Covariates) == coded && Act(c.Read.Covariates) == read)))} |");
        output.WriteLine("\n| covariate | known | of these 1 coded | 1 read | agreement | by always saying the commoner | κ |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (var j = 0; j < CovariateTable.All.Length; j++)
        {
            if (CovariateTable.IsStep(j) || CovariateTable.All[j] is "power-ratio" or "violent-past" || StakeReader.Stakes.Contains(CovariateTable.All[j])) continue;
            var known = cases.Select(c => (Coded: c.Coded.Covariates[j], Read: c.Read.Covariates[j])).Where(p => !double.IsNaN(p.Coded) && !double.IsNaN(p.Read)).ToList();
            if (known.Count == 0) continue;
            var (one, read, agree) = (known.Average(p => p.Coded), known.Average(p => p.Read), known.Average(p => p.Coded == p.Read ? 1.0 : 0));
            var chance = (one * read) + ((1 - one) * (1 - read));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {CovariateTable.All[j]} | {known.Count} | {one:0%} | {read:0%} | {agree:0%} | {Math.Max(one, 1 - one):0%} | {(chance < 1 ? (agree - chance) / (1 - chance) : 0):0.00} |"));
        }
        WriteStakes(output, cases);
    }

    // The gravest stake is read as probabilities.
    private static void WriteStakes(TextWriter output, IReadOnlyList<ReadCase> cases)
    {
        var places = StakeReader.Stakes.Select(CovariateTable.IndexOf).ToArray();
        var known = cases.Select(c => (Coded: Array.FindIndex(places, p => c.Coded.Covariates[p] == 1), Read: places.Select(p => c.Read.Covariates[p]).ToArray())).Where(c => c.Coded >= 0 && !c.Read.Any(double.IsNaN)).ToList();
        var commonest = known.GroupBy(c => c.Coded).OrderByDescending(g => g.Count()).First();
        var right = known.Count(c => Array.IndexOf(c.Read, c.Read.Max()) == c.Coded);
        var shares = places.Select((_, k) => known.Count(c => c.Coded == k) / (double)known.Count).ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nWhat is gravest at stake ({string.Join(", ", StakeReader.Stakes)}): the likeliest as read is as coded in {right} of {known.Count}, by always saying {StakeReader.Stakes[commonest.Key]} {commonest.Count()}; log loss {known.Average(c => -Math.Log(Math.Max(0.005, c.Read[c.Coded]))):0.000}, of the shares {-shares.Where(s => s > 0).Sum(s => s * Math.Log(s)):0.000}."));
    }

    private static int Act(double[] covariates) => Array.FindIndex(Acts, a => covariates[CovariateTable.IndexOf(a)] == 1) is >= 0 and var act ? act : Acts.Length;
}
