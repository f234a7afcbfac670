using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

// The numbers that several sections share, each with its derivation.
internal sealed partial class BriefMaterial
{
    /// <summary>The ensemble: everything that is simulated comes through it from rungs, parameters and classes.</summary>
    public NumberNode Draws => Numbers.Once("draws", () => new("Draws of the ensemble", NumberText.Count((long)Forecast.Draws), GroundsOf(Forecast.Draws == Defaults.Draws),
        $"{SettingOf(Forecast.Draws == Defaults.Draws)} Each draw takes where the crisis stands, a value of every parameter and a rate of every class from their distributions, and solves the game that the demand makes.")
    {
        Inputs = [Seed, .. Model, .. Rates(), .. Forecast.Classes.Select(ClassWeight)],
        Claims = Known(Crisis.Demand.Claims),
        Place = "option --draws",
    });

    public NumberNode InfluenceDraws => Numbers.Once("influence-draws", () => new("Common draws behind each influence", NumberText.Count((long)Forecast.InfluenceDraws), Grounds.Default,
        $"The first draws of the ensemble: {NumberText.Count((long)Defaults.InfluenceDraws)}, or half of them all where those are fewer.")
    { Inputs = [Draws], Place = "defaults of the forecast" });

    public NumberNode Seed => Setting("seed", "Seed of the run", Forecast.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture), Forecast.Seed == Defaults.Seed, "option --seed");

    public NumberNode Horizon => Setting("horizon", "Weeks of the forecast", NumberText.Count((long)Forecast.HorizonWeeks), Forecast.HorizonWeeks == Defaults.HorizonWeeks, "option --weeks");

    public NumberNode OriginCount => Count("origins", "Independent origins behind the model", UsedOrigins.Length,
        "Origins of the items that enter the model, each counted once.", [.. Items.Where(IsUsed).SelectMany(i => i.Claims)]);

    public NumberNode Belief(LedgerItem item) => Numbers.Once($"belief {item.Alias}", () => new($"Belief in {item.Alias}", NumberText.Percent(item.Belief.Value), Grounds.Inferred, BeliefFormula(item))
    {
        Claims = Known(item.Claims),
        Place = "weights of reports, hedges and hops in the ledger's tables",
    });

    public NumberNode Prior(Parameter parameter) => Numbers.Once($"prior {parameter.Name}", () => Drafted(parameter.Prior, new($"Prior of {Named(parameter.Name)}", "", Grounds.Default, "The value before this case's claims.")
    {
        Place = SetPrior(parameter) ? $"crisis.yaml, {parameter.Name}" : $"parameter table, row {parameter.Name}",
    }));

    // Of a prior that an analyst set in place of the proposed one.
    private bool SetPrior(Parameter parameter) => parameter.Grounds is Grounds.Analyst && StandoffPriors.All.Any(p => p.Name == parameter.Name && PriorProposal.Of(p, CrisisTemplate.Find(Crisis.Template) ?? CrisisTemplate.Plainest, Crisis.Challenger.Name).Prior != parameter.Prior);

    public NumberNode Value(Parameter parameter) => Numbers.Once($"value {parameter.Name}", () => Drafted(parameter.Value, new(Capital(Named(parameter.Name)), "", parameter.Grounds, ParameterFormula(parameter))
    {
        Inputs = [Prior(parameter), .. parameter.Evidence.Where(e => Item(e.Item) is not null || !Known(e.Claims).IsEmpty).Select(e => Pull(parameter, e))],
        Claims = Known(parameter.Claims),
        Place = parameter.Grounds is Grounds.Analyst ? $"crisis.yaml, {parameter.Name}" : $"parameter table, row {parameter.Name}",
    }));

    public NumberNode ClassSize(ClassRate rate) => Numbers.Once($"n {rate.Key}", () => new($"Cases in “{rate.Name}”", NumberText.Count((long)rate.N), Grounds.Default, $"{rate.Definition} Counted over {rate.Era}.") { Place = rate.Citation });

    public NumberNode ClassWeight(ClassRate rate) => Numbers.Once($"weight {rate.Key}", () => new($"Weight of “{rate.Name}”", NumberText.Percent(rate.Weight), Crisis.Classes.FirstOrDefault(c => c.Name == rate.Key)?.Grounds is { } said ? Said(said, [], Grounds.Default) : Grounds.Default, $"Share in the outside view. {rate.Reason}")
    {
        Claims = Known([.. Items.Where(i => Use(i.Alias) is { Route: Route.Class }).SelectMany(i => i.Claims)]),
        Place = "crisis.yaml, classes",
    });

    public NumberNode Rate(ClassRate rate, ClassRateRow row) => Numbers.Once($"rate {rate.Key} {row.Key}", () => new($"{row.Name} in “{rate.Name}”", NumberText.Percent(row.Rate.Mean), Grounds.Default, $"{NumberText.Count(row.Count)} of {NumberText.Count((long)(row.N > 0 ? row.N : rate.N))} cases{(row.N > 0 ? " that began so" : "")}, with the Jeffreys interval.")
    {
        Interval = NumberText.Interval(row.Rate),
        Inputs = [ClassSize(rate)],
        Place = rate.Citation,
    });

    public NumberNode Chance(Outcome outcome) => Numbers.Once($"outcome {outcome.Key}", () => new($"“{outcome.Name}” {ByTheEnd}", NumberText.Percent(outcome.Estimate.Mean), Grounds.Computed,
        $"The mean over the draws; the interval runs from the 5th to the 95th percentile of the frequency among crises that the model cannot tell from this one. Last step of the waterfall.")
    {
        Interval = NumberText.Interval(outcome.Estimate),
        Inputs = [.. StepBefore(outcome), Draws],
    });

    public NumberNode Step(Waterfall fall, int index)
    {
        var outcome = Forecast.Headline.FirstOrDefault(o => o.Key == fall.Outcome);
        if (outcome is not null && index == fall.Steps.Length - 1) return Chance(outcome);
        var step = fall.Steps[index];
        return Numbers.Once($"step {fall.Outcome} {index}", () => new($"“{outcome?.Name ?? fall.Outcome}” after the step: {step.Name}", NumberText.Percent(step.Value), Grounds.Computed, StepFormula(step.Key))
        {
            Inputs = [.. index == 0 ? [] : (NumberNode[])[Step(fall, index - 1)], .. StepInputs(step.Key, fall.Outcome)],
            Claims = Known(step.Claims),
            Place = step.Key,
        });
    }

    /// <summary>What the broadest class alone gives an outcome.</summary>
    public NumberNode Broadest(Decomposition shares) => Numbers.Once($"broadest {shares.Outcome}", () => new($"“{InfluenceSection.OutcomeName(this, shares.Outcome)}” among all crises", NumberText.Percent(shares.Base), Grounds.Computed, "The headline less all shares: the broadest class alone, within the error of the common draws.")
    {
        Inputs = [.. Forecast.Headline.Where(o => o.Key == shares.Outcome).Select(Chance)],
        Place = "reference class of all crises",
    });

    /// <summary>A group's Shapley share in an outcome.</summary>
    public NumberNode Share(Decomposition shares, GroupShare part) => Numbers.Once($"share of {part.Group} {shares.Outcome}", () => new($"{part.Name}: share in “{InfluenceSection.OutcomeName(this, shares.Outcome)}”", NumberText.BarePoints(part.Share), Grounds.Computed, "φ = Σ |S|!(n−|S|−1)!/n!·[v(S ∪ i) − v(S)]: what the group adds, averaged over all orders. The shares and the broadest class sum to the forecast.")
    {
        Inputs = [.. Forecast.Headline.Where(o => o.Key == shares.Outcome).Select(Chance)],
        Place = "shares of the groups",
    });

    public NumberNode Rung(int rung) => Numbers.Once($"rung {rung}", () => new($"Present rung: {RungName((Rung)rung).ToLowerInvariant()}", NumberText.Percent(Crisis.Present.Weights[rung]), Said(Crisis.Present.Grounds, Crisis.Present.Claims, Grounds.Sourced), Sentence(Crisis.Present.Reason))
    {
        Claims = Known(Crisis.Present.Claims),
        Place = PlaceOf(Crisis.Present.Grounds, "rung table", "present"),
    });

    /// <summary>Where something comes from: what a person says of it, else from its claims if there are any. Without claims nothing is sourced or inferred, whoever says so: it is the analyst's.</summary>
    public Grounds Said(Grounds? said, ImmutableArray<string> claims, Grounds byClaims) => said switch
    {
        null => Known(claims).IsEmpty ? Grounds.Default : byClaims,
        Grounds.Sourced or Grounds.Inferred when Known(claims).IsEmpty => Grounds.Analyst,
        { } grounds => grounds,
    };

    /// <summary>The reason given, or that there is none: a number always says how it comes about.</summary>
    public static string Sentence(string reason) => string.IsNullOrWhiteSpace(reason) ? "No reason is given." : reason;

    public static string PlaceOf(Grounds? said, string otherwise, string key) => said is null ? otherwise : $"crisis.yaml, {key}";

    public NumberNode ForceBy(Curve<Force> curve, int week) => Numbers.Once($"force {curve.Key} {week}", () => new($"{ForceName(curve.Key)} on the target's soil by week {NumberText.Count((long)week)}", NumberText.Percent(curve.Weeks[week].Mean), Grounds.Computed, "The share of draws in which new force reached at least this level by the week.")
    {
        Interval = NumberText.Interval(curve.Weeks[week]),
        Inputs = [Draws],
    });

    public NumberNode ForceBefore => Numbers.Once("force before", () => IsBeginningSet
        ? new("Force on the target's soil before the day of the forecast", NumberText.Percent(Forecast.ForceBefore), Grounds.Analyst, "A violent beginning that an analyst set.") { Place = "crisis.yaml, covariates" }
        : Beginning is { } told ? new("Violence between the two before the day of the forecast", NumberText.Percent(Forecast.ForceBefore), told.Grounds, Sentence(told.Reason))
        {
            Claims = Known([.. Crisis.Uses.Where(u => u.Target == CovariateProposal.ViolentAct).SelectMany(u => Items.Where(i => i.Alias == u.Item)).SelectMany(i => i.Claims)]),
            Place = "crisis.yaml, covariates",
        }
        : new("Force on the target's soil before the day of the forecast", NumberText.Percent(Forecast.ForceBefore), Said(Crisis.Present.Grounds, Crisis.Present.Claims, Grounds.Sourced), "The rungs from limited strikes on.")
        {
            Claims = Known(Crisis.Present.Claims),
            Place = PlaceOf(Crisis.Present.Grounds, "rung table", "present"),
        });

    private bool IsBeginningSet => Beginning is { Grounds: Grounds.Analyst };

    // Violence that is likelier than force of the challenger's on the target's soil.
    private Covariate? Beginning => Crisis.Covariates.FirstOrDefault(c => c.Name == CovariateProposal.ViolentAct && c.Value > Crisis.Present.Weights[(int)Crises.Rung.LimitedStrikes..].Sum());

    public NumberNode EndingBy(Curve<Ending> curve, int week) => Numbers.Once($"ending {curve.Key} {week}", () => new($"{EndingName(curve.Key)} by week {NumberText.Count((long)week)}", NumberText.Percent(curve.Weeks[week].Mean), Grounds.Computed, "The share of draws in which the crisis had first ended so by the week.")
    {
        Interval = NumberText.Interval(curve.Weeks[week]),
        Inputs = [Draws],
    });

    public NumberNode Count(string key, string label, int count, string formula, ImmutableArray<string> claims, string place = "") =>
        Numbers.Once($"count {key}", () => new(label, NumberText.Count((long)count), Grounds.Computed, formula) { Claims = Known(claims), Place = place.Length > 0 ? place : "ledger" });

    private static ForecastOptions Defaults { get; } = new();

    private static Grounds GroundsOf(bool isDefault) => isDefault ? Grounds.Default : Grounds.Analyst;

    private static string SettingOf(bool isDefault) => isDefault ? "The program’s default." : "Set for the run.";

    private NumberNode Setting(string key, string label, string value, bool isDefault, string place) =>
        Numbers.Once(key, () => new(label, value, GroundsOf(isDefault), SettingOf(isDefault)) { Place = place });

    private NumberNode Pull(Parameter parameter, Evidence evidence) => Numbers.Once($"pull {parameter.Name} {evidence.Item} {evidence.Row}", () => new($"Pull of {evidence.Item} on {Named(parameter.Name)}", NumberText.Quantity(evidence.LogLikelihoodRatio), Grounds.Inferred,
        "Log-likelihood ratio in nats: hedging, attribution and reliability enter here, once for each independent origin.")
    {
        Inputs = Item(evidence.Item) is { } item ? [Belief(item)] : [],
        Claims = Known(evidence.Claims),
        Place = $"evidence table, row {evidence.Row}",
    });

    private NumberNode[] StepBefore(Outcome outcome)
    {
        var fall = Forecast.Waterfalls.FirstOrDefault(w => w.Outcome == outcome.Key);
        return fall is null || fall.Steps.Length < 2 ? [] : [Step(fall, fall.Steps.Length - 2)];
    }

    private IEnumerable<NumberNode> StepInputs(string key, string outcome) => key switch
    {
        "base-rate" => [.. Forecast.Classes.Select(ClassWeight), .. Forecast.Classes.SelectMany(c => c.Rates.Where(r => Speaks(r, outcome)).Select(r => Rate(c, r))), Draws],
        "covariates" => Crisis.Covariates.Select(Covariate),
        "claims" => Crisis.Parameters.Where(p => !p.Evidence.IsDefaultOrEmpty || p.Grounds == Grounds.Analyst).Select(Value),
        "game" => [Draws],
        _ => [],
    };

    /// <summary>What a game is made of: where the crisis stands and all parameters.</summary>
    public IEnumerable<NumberNode> Model => [.. Rungs(), .. Crisis.Flags.Select(Flag), .. Crisis.Parameters.Select(Value)];

    /// <summary>The model at one point, for what is not averaged over draws.</summary>
    public NumberNode AtMedians => Numbers.Once("medians", () => new("Parameters of the game at their medians", NumberText.Count((long)Crisis.Parameters.Length), Grounds.Computed, "The game is solved once more with every parameter at its median, from where the crisis most likely stands.")
    {
        Inputs = Model,
        Claims = Known(Crisis.Demand.Claims),
        Place = "game",
    });

    /// <summary>The probability of something that everyone can see.</summary>
    public NumberNode Flag(StateFlag flag) => Numbers.Once($"flag {flag.Name}", () => new(Capital(Named(flag.Name)), NumberText.Percent(flag.Probability), Said(flag.Grounds, flag.Claims, Grounds.Sourced), Sentence(flag.Reason))
    {
        Claims = Known(flag.Claims),
        Place = "crisis.yaml, flags",
    });

    /// <summary>Something that sets the case apart from its classes.</summary>
    public NumberNode Covariate(Covariate covariate) => Numbers.Once($"covariate {covariate.Name}", () => new(Capital(CovariateTable.Definition(covariate.Name)), NumberText.Quantity(covariate.Value), Said(covariate.Grounds, [], Grounds.Computed), Sentence(covariate.Reason))
    {
        Place = "crisis.yaml, covariates",
    });

    private IEnumerable<NumberNode> Rungs() => Enumerable.Range(0, Crisis.Present.Weights.Length).Where(r => Crisis.Present.Weights[r] > 0).Select(Rung);

    // A class counts endings and force; an outcome such as "open" is what is left of all of them.
    private static bool Speaks(ClassRateRow row, string outcome) =>
        string.Equals(row.Key.Replace("-", "", StringComparison.Ordinal), outcome.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private IEnumerable<NumberNode> Rates() => Forecast.Classes.SelectMany(c => c.Rates.Select(r => Rate(c, r)));

    private static NumberDraft Drafted(Distribution distribution, NumberDraft draft)
    {
        var estimate = Quantiles.Of(distribution);
        var interval = estimate.Low < estimate.High ? NumberText.QuantityRange(estimate.Low, estimate.High) : null;
        return draft with { Value = NumberText.Quantity(estimate.Mean), Interval = interval };
    }

    // What an analyst set stands as he set it, whatever the items say.
    private static string ParameterFormula(Parameter parameter) => parameter.Evidence.IsEmpty || parameter.Grounds == Grounds.Analyst
        ? Sentence(parameter.Reason) + Cut(parameter.Value)
        : $"The prior, reweighted on a grid by the items that speak to it. {parameter.Reason}";

    private static string Cut(Distribution distribution) => distribution is Distribution.Truncated cut
        ? $" {DistributionText.Format(cut.Of)}, cut off at {NumberText.Quantity(cut.From)} and {NumberText.Quantity(cut.To)}, beyond which it cannot lie: {NumberText.Percent(cut.Outside)} of it lay there."
        : "";

    private static string BeliefFormula(LedgerItem item) =>
        $"1 / (1 + e^−ℓ) at even odds, ℓ = {NumberText.Quantity(item.LogLikelihoodRatio)} nats over {NumberText.Count((long)item.Origins.Length)} independent {(item.Origins.Length == 1 ? "origin" : "origins")}: {string.Join(", ", item.Origins.Select(o => $"{o.Name} {NumberText.Quantity(o.LogLikelihoodRatio)}"))}.";

    private static string StepFormula(string key) => key switch
    {
        "base-rate" => "The reference classes alone, by their weights.",
        "covariates" => "The step before, each hazard multiplied by e^β(x − x̄): x what names, date, demand and rung tell, x̄ the mean of the classes, β fitted to crises before 2000. What is not known stands at the mean.",
        "claims" => "The step before, with the parameters that claims or an analyst moved in place of their priors.",
        "game" => "The step before, with the game starting from where the crisis stands.",
        "pool" => "The classes’ weekly hazards, tilted by the game’s ratio of this case to the class.",
        _ => "The step before, changed as the step's name says.",
    };
}
