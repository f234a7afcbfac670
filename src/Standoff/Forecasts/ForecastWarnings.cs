using System.Collections.Immutable;
using System.Globalization;
using Standoff.Crises;
using Standoff.Reading.Mentions;

namespace Standoff.Forecasts;

/// <summary>What a reader must know before using the numbers.</summary>
internal static class ForecastWarnings
{
    private const int Thin = 50;
    private const double Noticed = 0.005;

    private static readonly double Tolerance = new StandoffOptions().Tolerance;

    public static ImmutableArray<string> Of(ForecastModel model, ForecastOptions options)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (model.Crisis.Classes.IsDefaultOrEmpty) warnings.Add("No reference class was chosen; the broadest stands in.");
        if (Strangers(model.Crisis) is { Count: > 0 } strangers)
            warnings.Add($"{string.Join(" and ", strangers)} {(strangers.Count == 1 ? "is no state or body" : "are no states or bodies")} that the tables know: the rates are those of crises between states at large, and nothing tells that this is one.");
        if (model.Crisis.AsOf is null) warnings.Add("No day is known: the rates are those of all years on record, and intervals are as wide as on the day that says least, for how they drifted is not known. Name a day (--as-of, or as-of in the crisis file).");
        if (ThinClasses(model) is { Count: > 0 } thin)
            warnings.Add($"{(thin.Count == 1 ? "A reference class is" : "Reference classes are")} thin and pooled towards wider ones: {string.Join("; ", thin)}.");
        if (model.CaseParameters.SameAs(model.ClassParameters)) warnings.Add("No claim moved a parameter of the game: all stand at their defaults.");
        var past = 1 - model.Start.Force[(int)Force.None];
        if (past > Noticed)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{(IsOfEither(model.Crisis) ? "Violence between the two, whoever's, is told of" : "Force on the target's soil has been used already")} (probability {past:0.00}): strikes, raids and ground taken are new ones, after the day from which weeks count, at the rates of crises that began with a violent act. Those rates hold few crises apart in which the act was itself an invasion."));
        var residuals = GameCheck.ResidualsOf(model).ToList();
        if (residuals.Count(r => !(r <= Tolerance)) is var failed && failed > GameCheck.MostNotConverged * residuals.Count)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The game did not converge in {failed} of its {residuals.Count} solutions: do not rely on what it adds."));
        if (options.Without is null) warnings.Add("Influences were not computed: the crisis cannot be rebuilt without a claim.");
        return warnings.ToImmutable();
    }

    // Not the challenger's on the target's soil, or less likely so.
    private static bool IsOfEither(Crisis crisis) => crisis.Covariates.Any(c => c is { Name: CovariateProposal.ViolentAct, Grounds: Grounds.Computed } && c.Value > crisis.Present.Weights[(int)Rung.LimitedStrikes..].Sum());

    private static List<string> Strangers(Crisis crisis) =>
        [.. new[] { crisis.Challenger.Name, crisis.Target.Name }.Where(n => Gazetteer.Shipped.FindState(n) is null && !ActorRegister.IsBody(n) && ActorRegister.GroupOf(n) is null)];

    private static List<string> ThinClasses(ForecastModel model) =>
        [.. model.Choices.Select(c => ReferenceClass.Of(c.Name)).Where(c => c.N < Thin).Select(c => string.Create(CultureInfo.InvariantCulture, $"\"{c.Name}\", {c.N} cases"))];
}
