using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Leave one claim, or one source, out: the crisis is rebuilt without it and forecast again on the first common draws. Where the rebuilt
/// crisis is the same, nothing is computed and nothing listed.
/// </summary>
internal static class Influences
{
    public static ImmutableArray<Influence> Of(ForecastModel known, Ledger? ledger, ForecastOptions options, ParallelOptions parallel, IProgress<ForecastProgress>? progress)
    {
        if (options.Without is not { } without || ledger is null) return [];
        var means = Means(known, parallel);
        var candidates = Candidates(known.Crisis, ledger);
        var crises = new Crisis[candidates.Length];
        Parallel.For(0, candidates.Length, parallel, i => crises[i] = without(candidates[i].Withdrawn));
        var (versions, of) = Distinct(crises);
        var done = 0;
        var models = new (ForecastModel Model, double[] Means)?[versions.Length];
        Parallel.For(0, versions.Length, parallel, i => models[i] = Version(versions[i]));
        var found = candidates.Select((c, i) => models[of[i]] is { } other ? Describe(c, known, means, other.Model, other.Means) : null).OfType<Influence>();
        return [.. found.Where(f => f.Largest >= ForecastSettings.Shipped.InfluenceMinimum).OrderByDescending(f => f.Largest).ThenBy(f => f.Key, StringComparer.Ordinal)];

        (ForecastModel, double[])? Version(Crisis crisis)
        {
            progress?.Report(new("leaving out one claim at a time", 0.5 + (0.4 * Interlocked.Increment(ref done) / versions.Length)));
            var model = ForecastModel.Of(crisis, options, parallel, known.Draws, known);
            return model.SameForecast(known) ? null : (model, Means(model, parallel));
        }
    }

    /// <summary>Claims and sources that have a use in the crisis.</summary>
    private static ImmutableArray<Candidate> Candidates(Crisis crisis, Ledger ledger)
    {
        var used = Used(crisis, ledger);
        var claims = ledger.Claims.Where(c => used.Contains(c.Alias))
            .Select(c => new Candidate("claim", c.Alias, c.Claim.Exact, [c.Alias]));
        var sources = ledger.Items.SelectMany(i => i.Origins).GroupBy(o => o.Key, StringComparer.Ordinal)
            .Select(g => new Candidate("source", g.Key, g.First().Name, [.. g.SelectMany(o => o.Claims)]))
            .Where(c => c.Withdrawn.Any(used.Contains));
        return [.. claims, .. sources];
    }

    private static ImmutableHashSet<string> Used(Crisis crisis, Ledger ledger)
    {
        var items = crisis.Uses.Where(u => u.Route is Route.State or Route.Move or Route.Parameter).Select(u => u.Item).ToHashSet(StringComparer.Ordinal);
        return [.. ledger.Items.Where(i => items.Contains(i.Alias)).SelectMany(i => i.Claims),
            .. Waterfalls.ParameterClaims(crisis), .. Waterfalls.StateClaims(crisis), .. crisis.Demand.Claims.IsDefault ? [] : crisis.Demand.Claims];
    }

    private static double[] Means(ForecastModel model, ParallelOptions parallel) =>
        [.. model.AtHorizon(model.Pool, Spread.All, parallel).Select(d => Summaries.Mean(d))];

    /// <summary>Changes by outcome; one that only one of the two demands knows has probability 0 under the other.</summary>
    private static Influence Describe(Candidate candidate, ForecastModel known, double[] means, ForecastModel variant, double[] changed)
    {
        var changes = known.Outcomes.Select((o, k) => new OutcomeChange(o.Key, ValueOf(variant, changed, o.Key) - means[k]));
        return new(candidate.Kind, candidate.Key, candidate.Name, [.. candidate.Withdrawn], [.. changes]);
    }

    private static double ValueOf(ForecastModel model, double[] means, string key)
    {
        var k = model.Outcomes.Select(o => o.Key).ToList().IndexOf(key);
        return k < 0 ? 0 : means[k];
    }

    /// <summary>Versions of the crisis, and of each crisis its version: a source with one used claim gives the same one as the claim.</summary>
    private static (Crisis[] Versions, int[] Of) Distinct(Crisis[] crises)
    {
        var (versions, of) = (new List<Crisis>(), new int[crises.Length]);
        for (var i = 0; i < crises.Length; i++)
        {
            of[i] = versions.FindIndex(v => Same(v, crises[i]));
            if (of[i] >= 0) continue;
            of[i] = versions.Count;
            versions.Add(crises[i]);
        }

        return ([.. versions], of);
    }

    private static bool Same(Crisis first, Crisis second) => first.Demand.Kind == second.Demand.Kind
        && first.Present.Weights.SequenceEqual(second.Present.Weights)
        && first.Covariates.SequenceEqual(second.Covariates)
        && ThirdPartySupport.Of(first.ThirdParties) == ThirdPartySupport.Of(second.ThirdParties)
        && first.Flags.Select(f => (f.Name, f.Probability)).SequenceEqual(second.Flags.Select(f => (f.Name, f.Probability)))
        && first.Classes.Select(c => (c.Name, c.Weight)).SequenceEqual(second.Classes.Select(c => (c.Name, c.Weight)))
        && first.Parameters.Select(p => (p.Name, p.Prior, p.Value)).SequenceEqual(second.Parameters.Select(p => (p.Name, p.Prior, p.Value)));

    private sealed record Candidate(string Kind, string Key, string Name, ImmutableSortedSet<string> Withdrawn);
}
