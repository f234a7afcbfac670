using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Leave one assumption out, on common draws: a parameter that claims or an analyst moved stands at its prior again, a class is left out and
/// the others share its weight, a flag is not up, of the rung nothing is told, a covariate stands at the classes' mean, the game does not count.
/// </summary>
internal static class Assumptions
{
    /// <summary>Common draws, at most.</summary>
    public const int MostDraws = 128;

    public static ImmutableArray<Influence> Of(ForecastModel model, ForecastOptions options, ParallelOptions parallel)
    {
        var known = model.Take(Math.Min(MostDraws, model.Draws));
        var with = known.Means(known.Pool, parallel);
        var rebuilt = Rebuilt(known.Crisis).ToArray();
        var left = new Influence?[rebuilt.Length];
        Parallel.For(0, rebuilt.Length, parallel, i =>
        {
            var model = ForecastModel.Of(rebuilt[i].Crisis, options, parallel, known.Draws, known);
            if (!model.SameForecast(known)) left[i] = Describe(rebuilt[i].Left, model.Means(model.Pool, parallel));
        });
        var found = left.OfType<Influence>()
            .Append(Describe(new("game", "game", "The game", []), known.Means(ForecastModel.Pooled(Tilt.None(known.Horizon), known.Start.Force, known.Shift, 0), parallel)));
        return [.. found.Where(f => f.Largest >= ForecastSettings.Shipped.InfluenceMinimum).OrderByDescending(f => f.Largest).ThenBy(f => f.Kind, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal)];

        Influence Describe(Assumption left, double[] without) =>
            new(left.Kind, left.Key, left.Name, left.Claims, [.. known.Outcomes.Select((o, k) => new OutcomeChange(o.Key, without[k] - with[k]))]);
    }

    private sealed record Assumption(string Kind, string Key, string Name, ImmutableArray<string> Claims);

    private static IEnumerable<(Assumption Left, Crisis Crisis)> Rebuilt(Crisis crisis) =>
        [.. Parameters(crisis), .. Classes(crisis), .. Flags(crisis), .. Rung(crisis), .. Covariates(crisis)];

    private static IEnumerable<(Assumption, Crisis)> Parameters(Crisis crisis) =>
        from p in crisis.Parameters
        where !p.Value.Equals(p.Prior)
        select (new Assumption("parameter", p.Name, p.Name, OrNone(p.Claims)),
            crisis with { Parameters = [.. crisis.Parameters.Select(q => q.Name == p.Name ? q with { Value = q.Prior } : q)] });

    // A weight of 0 keeps the class's points, so that the others see the same random numbers.
    private static IEnumerable<(Assumption, Crisis)> Classes(Crisis crisis) => crisis.Classes.Length < 2 ? [] :
        from c in crisis.Classes
        let left = 1 - c.Weight
        where left > 0 && c.Weight > 0
        select (new Assumption("class", c.Name, ReferenceClass.Of(c.Name).Name, []),
            crisis with { Classes = [.. crisis.Classes.Select(o => o with { Weight = o.Name == c.Name ? 0 : o.Weight / left })] });

    private static IEnumerable<(Assumption, Crisis)> Flags(Crisis crisis) =>
        from f in crisis.Flags
        where f.Probability > 0
        select (new Assumption("flag", f.Name, f.Name, OrNone(f.Claims)), crisis with { Flags = [.. crisis.Flags.Where(o => o.Name != f.Name)] });

    private static IEnumerable<(Assumption, Crisis)> Rung(Crisis crisis)
    {
        yield return (new("rung", CrisisWords.Of(crisis.Present.Mode), crisis.Present.Mode.Words(), OrNone(crisis.Present.Claims)), crisis with { Present = PresentState.Rung([]) });
    }

    private static IEnumerable<(Assumption, Crisis)> Covariates(Crisis crisis) =>
        from c in crisis.Covariates
        select (new Assumption("covariate", c.Name, CovariateTable.Definition(c.Name), []), crisis with { Covariates = [.. crisis.Covariates.Where(o => o.Name != c.Name)] });

    private static ImmutableArray<string> OrNone(ImmutableArray<string> claims) => claims.IsDefault ? [] : claims;
}
