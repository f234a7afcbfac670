using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>Which of the three uncertainties vary between draws; the others stay at their means.</summary>
/// <param name="Class">The class's hazards, known from few cases.</param>
/// <param name="Parameters">The parameters of the game.</param>
/// <param name="Discrepancy">The game's own error.</param>
internal readonly record struct Spread(bool Class, bool Parameters, bool Discrepancy)
{
    public static Spread All => new(true, true, true);
}

/// <summary>What one run of the ensemble needs, apart from the draws.</summary>
/// <param name="Tilt">What the game says of the case against its class.</param>
/// <param name="Start">Force used on the target's soil before the first week, a probability for each level.</param>
/// <param name="Exponent">η.</param>
/// <param name="Discrepancy">σ of this run; 0 leaves the game's own error out.</param>
internal sealed record Run(Tilt Tilt, double[] Start, double Exponent, double Discrepancy)
{
    /// <summary>What sets the case apart from its classes.</summary>
    public CovariateShift Shift { get; init; } = CovariateShift.None;

    /// <summary>Added to the tilt of every draw; <see langword="null"/> for nothing.</summary>
    public Tilt? Moved { get; init; }

    /// <summary>Other classes than the model's; <see langword="null"/> for its own.</summary>
    public Outside? Outside { get; init; }
}

/// <summary>The draws of a forecast: hazards h_k(t) = b_k(t)·e^{β_k·(x − x̄)}·[g_k(t | case) / g_k(t | class)]^η·e^{u_k}, pushed through the chain.</summary>
internal sealed class Ensemble(Outside outside, int horizon, ParallelOptions parallel)
{
    /// <summary>Joint cells for each draw: by week, see <see cref="Chain.Index"/>, or those of the last week alone.</summary>
    public double[][] Draw(Run run, int draws, Spread spread, bool weekly)
    {
        var joint = new double[draws][];
        const int Block = 64;
        Parallel.For(0, (draws + Block - 1) / Block, parallel, block =>
        {
            var chain = new Chain(horizon);
            var hazards = new double[Channels.Count * Channels.States * horizon];
            for (var draw = block * Block; draw < Math.Min(draws, (block + 1) * Block); draw++)
            {
                Hazards(run, spread, draw, hazards);
                chain.Run(hazards, run.Start, outside.Hazards.Change(spread.Class ? outside.Levels(draw) : []), joint[draw] = new double[weekly ? chain.Length : Chain.Cells]);
            }
        });
        return joint;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Hazards(Run run, Spread spread, int draw, double[] hazards)
    {
        Span<double> factors = stackalloc double[horizon];
        var view = run.Outside ?? outside;
        view.Hazards.Fill(hazards, spread.Class ? view.Levels(draw) : []);
        var tilt = spread.Parameters ? run.Tilt[draw] : run.Tilt.Mean;
        var moved = run.Moved is { } more ? more.Mean : default;
        for (var channel = 0; channel < Channels.Count; channel++)
        {
            var error = spread.Discrepancy ? Error(run.Discrepancy, channel, draw) : 0;
            double? score = spread.Class ? outside.Score(Channels.Count + channel, draw) : null;
            var (quiet, used) = (run.Shift.Factor(channel, 0, score), run.Shift.Factor(channel, 1, score));
            if (run.Exponent == 0 && error == 0 && quiet == 1 && used == 1) continue;
            Factors(tilt.Slice(channel * horizon, horizon), moved.IsEmpty ? [] : moved.Slice(channel * horizon, horizon), run.Exponent, error, factors);
            for (var state = 0; state < Channels.States; state++)
            {
                var shift = state == 0 ? quiet : used;
                var own = hazards.AsSpan(((channel * Channels.States) + state) * horizon, horizon);
                for (var week = 0; week < own.Length; week++) own[week] *= shift * factors[week];
            }
        }
    }

    // e^{η·(log + moved) + error} by week, four weeks at a time: a lane has the bits of the single exponential.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Factors(ReadOnlySpan<double> logs, ReadOnlySpan<double> moved, double exponent, double error, Span<double> factors)
    {
        for (var week = 0; week < logs.Length; week++)
            factors[week] = (exponent * (moved.IsEmpty ? logs[week] : logs[week] + moved[week])) + error;
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(factors);
        for (var i = 0; i < lanes.Length; i++) lanes[i] = ElementaryFunctions.Exp(lanes[i]);
        for (var week = 4 * lanes.Length; week < logs.Length; week++) factors[week] = ElementaryFunctions.Exp(factors[week]);
    }

    /// <summary>u_k ~ N(−σ²/2, σ²): it leaves the mean of a hazard where it is.</summary>
    private double Error(double deviation, int channel, int draw) => deviation == 0 ? 0
        : (deviation * outside.Score(channel, draw)) - (deviation * deviation / 2);
}
