using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>An equilibrium of the crisis-signalling game.</summary>
/// <param name="Challenge">p_C: A challenges.</param>
/// <param name="Resist">p_R: B resists a challenge.</param>
/// <param name="StandFirm">p_F: A stands firm once resisted.</param>
/// <param name="IsStable">Whether best replies lead back to it from nearby.</param>
/// <param name="Residual">|p_R − Ψ(p_R)|.</param>
public sealed record SignallingEquilibrium(double Challenge, double Resist, double StandFirm, bool IsStable, double Residual)
{
    /// <summary>Probability of the status quo.</summary>
    public double StatusQuo => 1 - Challenge;

    /// <summary>Probability that B concedes.</summary>
    public double Concession => Challenge * (1 - Resist);

    /// <summary>Probability that both stand firm.</summary>
    public double Conflict => Challenge * Resist * StandFirm;

    /// <summary>Probability that A backs down.</summary>
    public double BackDown => Challenge * Resist * (1 - StandFirm);
}

/// <summary>
/// The canonical crisis-signalling game (Lewis and Schultz 2003): A leaves the status quo or challenges; B concedes or resists; A stands firm
/// or backs down. A's payoffs of war and of backing down, and B's of war, carry private standard normal shocks.
/// All its equilibria are roots of one equation in p_R (Crisman-Cox and Gibilisco 2019).
/// </summary>
/// <param name="StatusQuoA">S_A: status quo to A (to B 0).</param>
/// <param name="ConcessionA">V_A: B's concession to A.</param>
/// <param name="ConcessionB">C_B: B's concession to B.</param>
/// <param name="WarA">W̄_A: mean payoff of war to A.</param>
/// <param name="WarB">W̄_B: mean payoff of war to B.</param>
/// <param name="BackDownA">ā: mean payoff of backing down to A, the audience cost.</param>
/// <param name="BackDownB">V_B: A's backing down to B.</param>
public sealed record CrisisSignalling(double StatusQuoA, double ConcessionA, double ConcessionB, double WarA, double WarB, double BackDownA, double BackDownB)
{
    private const int GridPoints = 800;
    private const double LargestLogOdds = 690;
    // Beyond these odds p_R or 1 − p_R is below 1e-16 and nothing but itself changes any more.
    private const double CentralLogOdds = 38;
    private const double SmallestChance = 1e-300;
    private const double Smooth = 5;
    private const double InverseRootTwo = 0.70710678118654752;

    /// <summary>All equilibria by rising p_R: one, or three where signals can be believed in more than one way (two at a tangency).</summary>
    /// <remarks>Roots are bracketed on a grid in the log odds of p_R, near-tangencies included, then bisected to the last digits.</remarks>
    public ImmutableArray<SignallingEquilibrium> Equilibria()
    {
        var roots = ImmutableArray.CreateBuilder<SignallingEquilibrium>();
        var (left, middle) = (At(-LargestLogOdds), At(-CentralLogOdds));
        // Beyond the last odds that doubles can hold: B resists never, or always.
        if (left.Gap > 0)
            roots.Add(Solution(left.LogOdds));
        AddBetween(left, middle, roots);
        for (var i = 1; i <= GridPoints; i++)
        {
            var right = At(CentralLogOdds * ((2.0 * i / GridPoints) - 1));
            if (MayTouchZero(left.Gap, middle.Gap, right.Gap))
                AddAroundTangency(left, right, roots);
            AddBetween(middle, right, roots);
            (left, middle) = (middle, right);
        }

        var last = At(LargestLogOdds);
        AddBetween(middle, last, roots);
        if (last.Gap < 0)
            roots.Add(Solution(last.LogOdds));
        return [.. roots.OrderBy(r => r.Resist)];
    }

    /// <summary>Ψ: how often B resists if A's challenges and threats are those that a resistance of this probability calls for.</summary>
    public double ReplyOfB(double resist) => NormalDistribution.Cumulative(NetGainOfB(resist));

    private static double Probability(double logOdds) => 1 / (1 + ElementaryFunctions.Exp(-logOdds));

    private double NetGainOfB(double resist)
    {
        var firm = FirmIfResisted(resist);
        return ((firm * WarB) + ((1 - firm) * BackDownB) - ConcessionB) / Math.Max(firm, SmallestChance);
    }

    private (double LogOdds, double Gap) At(double logOdds) => (logOdds, Gap(logOdds));

    // The parabola through three values of one sign comes to 0, or near it, between them.
    private static bool MayTouchZero(double left, double middle, double right)
    {
        if (left * middle <= 0 || middle * right <= 0 || Math.Abs(middle) > Math.Min(Math.Abs(left), Math.Abs(right)))
            return false;
        var (slope, bend) = (0.5 * (right - left), left - (2 * middle) + right);
        return bend != 0 && (middle - (slope * slope / (2 * bend))) / middle < 0.2;
    }

    // p_R − Ψ; for p_R > ½ from the complements, which keep their digits near 1.
    private double Gap(double logOdds)
    {
        var gain = NetGainOfB(Probability(logOdds));
        return logOdds <= 0
            ? Probability(logOdds) - NormalDistribution.Cumulative(gain)
            : NormalDistribution.Cumulative(-gain) - Probability(-logOdds);
    }

    // A challenges if war or backing down is worth at least this much to it.
    private double Cut(double resist) => (StatusQuoA - ((1 - resist) * ConcessionA)) / resist;

    private double ChallengeIf(double resist)
    {
        var cut = Cut(resist);
        var (war, retreat) = (NormalDistribution.Cumulative(WarA - cut), NormalDistribution.Cumulative(BackDownA - cut));
        return war + retreat - (war * retreat);
    }

    private double FirmIfResisted(double resist) =>
        Math.Clamp(ChallengeAndFightIf(resist) / Math.Max(ChallengeIf(resist), SmallestChance), 0, 1);

    // ∫ φ(e)·Φ(e + W̄ − ā) de from the cut upwards: in closed form where the bivariate normal is smooth, else over the range where φ is more than 1e-17 of its largest value there.
    private double ChallengeAndFightIf(double resist)
    {
        var from = Math.Max(Cut(resist) - WarA, -9);
        if (from is > -Smooth and < Smooth && Math.Abs(WarA - BackDownA) < Smooth)
            return BivariateNormal.Cumulative((WarA - BackDownA) * InverseRootTwo, -from);
        var to = from > 0 ? Math.Sqrt((from * from) + 80) : 9;
        return GaussLegendre.Integrate(e => NormalDistribution.Density(e) * NormalDistribution.Cumulative(e + WarA - BackDownA), from, Math.Max(from, to), 6);
    }

    private void AddBetween((double LogOdds, double Gap) left, (double LogOdds, double Gap) right, ImmutableArray<SignallingEquilibrium>.Builder roots)
    {
        if (left.Gap == 0)
            roots.Add(Solution(left.LogOdds));
        if (left.Gap * right.Gap >= 0)
            return;
        var (low, high) = (left.LogOdds, right.LogOdds);
        for (var i = 0; i < 80 && high - low > 1e-15 * Math.Max(1, Math.Abs(low)); i++)
        {
            var middle = 0.5 * (low + high);
            if (Gap(middle) * left.Gap > 0)
                low = middle;
            else
                high = middle;
        }

        roots.Add(Solution(0.5 * (low + high)));
    }

    // The gap comes near 0 without a change of sign on the grid: look for one between.
    private void AddAroundTangency((double LogOdds, double Gap) left, (double LogOdds, double Gap) right, ImmutableArray<SignallingEquilibrium>.Builder roots)
    {
        var (low, high) = (left.LogOdds, right.LogOdds);
        for (var i = 0; i < 60; i++)
        {
            var (a, b) = (low + ((high - low) / 3), high - ((high - low) / 3));
            var (gapA, gapB) = (Gap(a), Gap(b));
            if (gapA * left.Gap < 0 || gapB * left.Gap < 0)
            {
                var between = gapA * left.Gap < 0 ? (a, gapA) : (b, gapB);
                AddBetween(left, between, roots);
                AddBetween(between, right, roots);
                return;
            }

            (low, high) = Math.Abs(gapA) < Math.Abs(gapB) ? (low, b) : (a, high);
        }
    }

    private SignallingEquilibrium Solution(double logOdds)
    {
        var resist = Probability(logOdds);
        const double step = 1e-5;
        // dp = p·(1 − p)·dℓ, and the gap falls with Ψ: Ψ' = 1 − d(gap)/dp.
        var slope = 1 - ((Gap(logOdds + step) - Gap(logOdds - step)) / (2 * step * resist * Probability(-logOdds)));
        return new SignallingEquilibrium(ChallengeIf(resist), resist, FirmIfResisted(resist), Math.Abs(slope) < 1, Math.Abs(Gap(logOdds)));
    }
}
