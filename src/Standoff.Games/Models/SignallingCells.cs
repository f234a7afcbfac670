using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>
/// Probabilities of the four outcomes of a crisis-signalling game and their derivatives with respect to its seven payoffs, in the order
/// S_A, V_A, C_B, W̄_A, W̄_B, ā, V_B. All in closed form.
/// </summary>
internal sealed class SignallingCells
{
    public const int Payoffs = 7;
    public const int Outcomes = 4;
    private const double InverseRootTwo = 0.70710678118654752;
    private const double RootTwo = 1.4142135623730951;
    private const double HalfInverseRootPi = 0.28209479177387814;
    private const double Least = 1e-300;

    private readonly double[] challengeBy = new double[Payoffs];
    private readonly double[] fightBy = new double[Payoffs];
    private readonly double[] resistBy = new double[Payoffs];
    private double resist;
    private double concede;
    private double challenge;
    private double fight;
    private double cutByResist;
    private double challengeByCut;
    private double fightByCut;

    /// <summary>Probabilities of status quo, concession, conflict, backing down.</summary>
    public double[] Probabilities { get; } = new double[Outcomes];

    /// <summary>By outcome and payoff.</summary>
    public double[] Derivatives { get; } = new double[Outcomes * Payoffs];

    /// <summary>p_F at the last point.</summary>
    public double StandFirm { get; private set; }

    /// <summary>p_R at the last point.</summary>
    public double Resist => resist;

    /// <summary>Both players reply to beliefs p_R and p_F that are held fixed.</summary>
    public void ReplyTo(ReadOnlySpan<double> payoffs, double believedResist, double believedFirm)
    {
        SetChallenge(payoffs, believedResist);
        SetResist(payoffs, believedFirm);
        Write();
    }

    /// <summary>Both players play an equilibrium with p_R near one given; its derivatives follow it (implicit function theorem).</summary>
    /// <returns>Whether Newton's method found it.</returns>
    public bool SolveNear(ReadOnlySpan<double> payoffs, double nearby)
    {
        var at = Math.Clamp(nearby, 1e-12, 1 - 1e-12);
        for (var iteration = 0; iteration < 60; iteration++)
        {
            SetChallenge(payoffs, at);
            SetResist(payoffs, StandFirm);
            var gap = at - resist;
            var slope = 1 - ReplyByResist(payoffs);
            if (Math.Abs(gap) < 1e-14)
            {
                Follow(payoffs, slope);
                Write();
                return slope != 0;
            }

            // At most half the way to 0 or 1.
            var next = at - (gap / slope);
            at = next <= 0 ? at / 2 : next >= 1 ? (1 + at) / 2 : next;
            if (double.IsNaN(at))
                return false;
        }

        Follow(payoffs, 1 - ReplyByResist(payoffs));
        Write();
        return Math.Abs(at - resist) < 1e-10;
    }

    // p_C = g(c) and P(challenge and would fight) = h(c) at the cut that a p_R calls for.
    private void SetChallenge(ReadOnlySpan<double> u, double atResist)
    {
        var (statusQuo, concession, war, back) = (u[0], u[1], u[3], u[5]);
        var cut = ((statusQuo - concession) / atResist) + concession;
        var (warAbove, backAbove) = (NormalDistribution.Cumulative(war - cut), NormalDistribution.Cumulative(back - cut));
        var (warDensity, backDensity) = (NormalDistribution.Density(war - cut), NormalDistribution.Density(back - cut));
        challenge = Math.Max(Least, warAbove + backAbove - (warAbove * backAbove));
        fight = Math.Clamp(BivariateNormal.Cumulative((war - back) * InverseRootTwo, war - cut), Least, challenge);
        StandFirm = fight / challenge;
        cutByResist = -(statusQuo - concession) / (atResist * atResist);
        challengeByCut = -(warDensity * (1 - backAbove)) - (backDensity * (1 - warAbove));
        var atCut = warDensity * NormalDistribution.Cumulative(cut - back);
        fightByCut = -atCut;
        var gap = war - back;
        var both = HalfInverseRootPi * ElementaryFunctions.Exp(-gap * gap / 4) * NormalDistribution.Cumulative(-RootTwo * (cut - war + (gap / 2)));
        Fill(challengeBy, challengeByCut, 1 / atResist, warDensity * (1 - backAbove), backDensity * (1 - warAbove));
        Fill(fightBy, fightByCut, 1 / atResist, atCut + both, -both);
    }

    private static void Fill(double[] target, double byCut, double cutByStatusQuo, double byWar, double byBack)
    {
        Array.Clear(target);
        target[0] = byCut * cutByStatusQuo;
        target[1] = byCut * (1 - cutByStatusQuo);
        target[3] = byWar;
        target[5] = byBack;
    }

    // p_R = Φ(W̄_B − V_B + (V_B − C_B)/p_F) with p_F held.
    private void SetResist(ReadOnlySpan<double> u, double firm)
    {
        var gain = u[4] - u[6] + ((u[6] - u[2]) / firm);
        var density = NormalDistribution.Density(gain);
        resist = NormalDistribution.Cumulative(gain);
        concede = NormalDistribution.Cumulative(-gain);
        Array.Clear(resistBy);
        resistBy[2] = -density / firm;
        resistBy[4] = density;
        resistBy[6] = density * ((1 / firm) - 1);
    }

    private double ResistByFirm(ReadOnlySpan<double> u) =>
        -NormalDistribution.Density(u[4] - u[6] + ((u[6] - u[2]) / StandFirm)) * (u[6] - u[2]) / (StandFirm * StandFirm);

    private double FirmBy(double fightDerivative, double challengeDerivative) => (fightDerivative - (StandFirm * challengeDerivative)) / challenge;

    private double ReplyByResist(ReadOnlySpan<double> u) => ResistByFirm(u) * FirmBy(fightByCut, challengeByCut) * cutByResist;

    // dp_R/du = (∂f/∂u + ∂f/∂p_F·∂p_F/∂u) / (1 − df/dp_R), and all else moves with it.
    private void Follow(ReadOnlySpan<double> u, double slope)
    {
        var byFirm = ResistByFirm(u);
        for (var k = 0; k < Payoffs; k++)
        {
            var moved = (resistBy[k] + (byFirm * FirmBy(fightBy[k], challengeBy[k]))) / slope;
            resistBy[k] = moved;
            challengeBy[k] += challengeByCut * cutByResist * moved;
            fightBy[k] += fightByCut * cutByResist * moved;
        }
    }

    private void Write()
    {
        Probabilities[0] = 1 - challenge;
        Probabilities[1] = challenge * concede;
        Probabilities[2] = resist * fight;
        Probabilities[3] = resist * (challenge - fight);
        for (var k = 0; k < Payoffs; k++)
        {
            Derivatives[k] = -challengeBy[k];
            Derivatives[Payoffs + k] = (challengeBy[k] * concede) - (challenge * resistBy[k]);
            Derivatives[(2 * Payoffs) + k] = (resistBy[k] * fight) + (resist * fightBy[k]);
            Derivatives[(3 * Payoffs) + k] = (resistBy[k] * (challenge - fight)) + (resist * (challengeBy[k] - fightBy[k]));
        }
    }
}
