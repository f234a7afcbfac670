using Standoff.Backtest.Sources;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.NarrativeEvaluation;

/// <summary>A narrative whose first coded pair is known, as the program reads it when it is given the two names, beside what the data set codes.</summary>
/// <param name="Narrative">The narrative.</param>
/// <param name="Ledger">What was read.</param>
/// <param name="Crisis">The crisis that was read.</param>
/// <param name="Coded">The case as coded.</param>
internal sealed record ReadCase(Narrative Narrative, Ledger Ledger, Crisis Crisis, PastCase Coded)
{
    /// <summary>Covariates that reading the text may set, beside what names and date tell.</summary>
    public static readonly string[] OfText = ["violent-act", "military-act", "indirect-violence", "regime-threat", "territory-threat", "survival-threat", "influence-threat", "limited-threat", "existence-threat", "many-challengers", "within-war"];

    /// <summary>The case with the covariates that the program read.</summary>
    public PastCase Read => Coded with { Covariates = Covariates(Crisis), Rung = Crisis.Present.Mode, IsDeparture = Crisis.Demand.Kind == DemandKind.LeaderDeparture };

    /// <summary>The case with what names and date tell, and nothing of the text.</summary>
    public PastCase Named => Coded with { Covariates = [.. Read.Covariates.Select((x, j) => OfText.Contains(CovariateTable.All[j]) ? double.NaN : x)], Rung = Rung.Measures, IsDeparture = false };

    /// <summary>What names tell, with the covariates of the text as coded.</summary>
    public PastCase CodedText => Coded with { Covariates = [.. Read.Covariates.Select((x, j) => OfText.Contains(CovariateTable.All[j]) ? Coded.Covariates[j] : x)] };

    public static ReadCase? Of(Narrative narrative, ILookup<int, PastCase> coded)
    {
        var first = narrative.Pairs[0];
        if (coded[narrative.Number].FirstOrDefault(c => c.Target == first.Target.Cow && c.Challenger == first.Challenger.Cow) is not { } @case) return null;
        var named = new ProposalOptions { Challenger = first.Challenger.Name, Target = first.Target.Name };
        var ledger = LedgerBuilder.Build([narrative.Read()]);
        return CrisisProposal.Propose(ledger, named) is CrisisResult.Found { Crisis: var crisis } ? new(narrative, ledger, crisis, @case) : null;
    }

    // Violence of which it is not told whose it was, or on whose soil, is on no rung.
    private static bool IsViolent(Crisis crisis) => crisis.Covariates.Any(c => c.Name == "violent-act" && c.Value >= 0.5);

    private double[] Covariates(Crisis crisis)
    {
        var row = new double[CovariateTable.All.Length];
        Array.Fill(row, double.NaN);
        foreach (var covariate in crisis.Covariates) row[CovariateTable.IndexOf(covariate.Name)] = covariate.Value;
        var rung = crisis.Present.Mode;
        row[CovariateTable.IndexOf("violent-act")] = rung >= Rung.LimitedStrikes || IsViolent(crisis) ? 1 : 0;
        row[CovariateTable.IndexOf("indirect-violence")] = rung == Rung.ForceOffSoil ? 1 : 0;
        row[CovariateTable.IndexOf("military-act")] = rung is Rung.ShowOfForce or Rung.Closure ? 1 : 0;
        foreach (var (name, from) in CovariateTable.Steps) row[CovariateTable.IndexOf(name)] = Narrative.Day.Year >= from ? 1 : 0;
        return row;
    }
}
