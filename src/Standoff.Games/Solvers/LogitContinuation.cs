using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// Follows the branch from λ = 0 by pseudo-arclength continuation: Euler predictor, Newton corrector on the plane across the tangent,
/// bordered linear systems, so that turning points in λ are passed like any other point (Allgower and Georg; Turocy 2005, 2010).
/// </summary>
internal sealed class LogitContinuation
{
    private const double FirstStep = 0.05;
    private const double SmallestStep = 1e-9;
    private const int MostCorrections = 7;
    // Steps are cut where the tangent turns by more than about 16°, and grow where it turns by less than 6°.
    private const double SharpestTurn = 0.96;
    private const double GentleTurn = 0.995;

    private readonly LogitSystem system;
    private readonly LogitOptions options;
    private readonly CancellationToken cancellation;
    private readonly IProgress<SolverProgress>? progress;
    private readonly int size;
    private readonly LinearSystem bordered;
    private readonly LinearSystem fixedRationality;
    private readonly double[] jacobian;
    private readonly double[] residual;
    private readonly double[] side;
    private readonly ImmutableArray<LogitPoint>.Builder points = ImmutableArray.CreateBuilder<LogitPoint>();
    private readonly ImmutableArray<LogitPoint>.Builder chosen = ImmutableArray.CreateBuilder<LogitPoint>();
    private readonly List<double> folds = [];
    private readonly List<double> bifurcations = [];
    private readonly double[] targets;

    // The point (z, λ) and the unit tangent at it.
    private double[] point;
    private double[] tangent;
    private int orientation;

    public LogitContinuation(LogitSystem system, LogitOptions options, CancellationToken cancellation, IProgress<SolverProgress>? progress)
    {
        (this.system, this.options, this.cancellation, this.progress) = (system, options, cancellation, progress);
        size = system.Size;
        bordered = new LinearSystem(size + 1);
        fixedRationality = new LinearSystem(size);
        jacobian = new double[size * (size + 1)];
        residual = new double[size];
        side = new double[size + 1];
        targets = [.. options.Rationalities.Distinct().Order()];
        point = [.. system.Start(), 0.0];
        tangent = new double[size + 1];
        tangent[size] = 1;
    }

    public LogitBranch Follow()
    {
        Evaluate(point);
        Record();
        Turn(tangent);
        var step = FirstStep;
        var end = LogitEnd.Bound;
        while (points.Count <= options.MaximumSteps)
        {
            if (cancellation.IsCancellationRequested)
            {
                end = LogitEnd.Cancelled;
                break;
            }

            if (!TryAdvance(ref step))
            {
                end = LogitEnd.Stuck;
                break;
            }

            if (IsDone(out end))
                break;
            end = LogitEnd.Bound;
        }

        return new LogitBranch(points.ToImmutable(), chosen.ToImmutable(), end, [.. folds], [.. bifurcations]);
    }

    private bool IsDone(out LogitEnd end)
    {
        var last = points[^1];
        var range = system.PayoffRange;
        end = LogitEnd.Bound;
        if (last.Rationality < 0 || last.Rationality * range > options.LargestRationality)
            return true;
        if (chosen.Count < targets.Length)
            return false;
        end = options.ToTheLimit ? LogitEnd.Limit : LogitEnd.Chosen;
        return !options.ToTheLimit || last.Regret <= options.RegretTolerance * range;
    }

    private bool TryAdvance(ref double step)
    {
        while (step >= SmallestStep)
        {
            var candidate = Predict(step);
            if (Correct(candidate, out var corrections))
            {
                var turned = TangentAt(tangent);
                var turn = Dot(turned, tangent);
                if (turn >= SharpestTurn || step < 1000 * SmallestStep)
                {
                    Accept(candidate, turned);
                    if (turn > GentleTurn && corrections <= 3)
                        step *= 2;
                    return true;
                }
            }

            step /= 2;
        }

        return false;
    }

    private double[] Predict(double step)
    {
        var candidate = (double[])point.Clone();
        for (var i = 0; i <= size; i++)
            candidate[i] += step * tangent[i];
        return candidate;
    }

    // Newton's method with the plane through the predicted point, across the tangent.
    private bool Correct(double[] candidate, out int corrections)
    {
        var before = double.PositiveInfinity;
        for (corrections = 0; corrections <= MostCorrections; corrections++)
        {
            var error = Evaluate(candidate);
            if (error <= Allowed(candidate[size]))
                return true;
            if (!(error < before) || !Border(tangent))
                return false;
            before = error;
            residual.CopyTo(side, 0);
            side[size] = 0;
            bordered.Solve(side);
            for (var i = 0; i <= size; i++)
                candidate[i] -= side[i];
        }

        return false;
    }

    private double Allowed(double rationality) => options.Tolerance * (1 + (Math.Abs(rationality) * system.PayoffRange));

    private double Evaluate(double[] at)
    {
        system.Evaluate(at.AsSpan(0, size), at[size], residual, row => jacobian.AsSpan(row * (size + 1), size + 1));
        var worst = 0.0;
        foreach (var r in residual)
            worst = double.IsNaN(r) ? double.NaN : Math.Max(worst, Math.Abs(r));
        return worst;
    }

    private bool Border(double[] last)
    {
        for (var row = 0; row < size; row++)
            jacobian.AsSpan(row * (size + 1), size + 1).CopyTo(bordered.Row(row));
        last.CopyTo(bordered.Row(size));
        return bordered.Factor();
    }

    // J·t = 0 and (old tangent)·t = 1 give the direction that goes on as before.
    private double[] TangentAt(double[] old)
    {
        if (!Border(old))
            return old;
        var next = new double[size + 1];
        next[size] = 1;
        bordered.Solve(next);
        Normalise(next);
        return next;
    }

    private static void Normalise(double[] direction)
    {
        var length = Math.Sqrt(Dot(direction, direction));
        for (var i = 0; i < direction.Length; i++)
            direction[i] /= length;
    }

    private void Turn(double[] old)
    {
        tangent = TangentAt(old);
        orientation = bordered.DeterminantSign;
    }

    private void Accept(double[] candidate, double[] turned)
    {
        if (tangent[size] * turned[size] < 0)
            folds.Add(candidate[size]);
        // On a regular curve the determinant of Jacobian and tangent keeps its sign.
        if (bordered.DeterminantSign * orientation < 0)
            bifurcations.Add(candidate[size]);
        orientation = bordered.DeterminantSign;
        var before = point;
        (point, tangent) = (candidate, turned);
        Record();
        ChooseBetween(before);
        if (system.Rebase(point, tangent))
            Normalise(tangent);
    }

    private void Record()
    {
        var error = 0.0;
        foreach (var r in residual)
            error = Math.Max(error, Math.Abs(r));
        var last = system.Point(point.AsSpan(0, size), point[size], error);
        points.Add(last);
        progress?.Report(new SolverProgress(points.Count - 1, last.Rationality, last.Residual, last.Regret));
    }

    // A chosen λ between two points: Newton's method with λ held, from the straight line between them.
    private void ChooseBetween(double[] before)
    {
        while (chosen.Count < targets.Length && targets[chosen.Count] is var target && target > before[size] && target <= point[size])
        {
            var share = (target - before[size]) / (point[size] - before[size]);
            var guess = before.Zip(point, (a, b) => a + (share * (b - a))).ToArray();
            guess[size] = target;
            if (!CorrectWithRationalityHeld(guess))
                break;
            chosen.Add(system.Point(guess.AsSpan(0, size), target, residual.Max(Math.Abs)));
        }
    }

    private bool CorrectWithRationalityHeld(double[] guess)
    {
        for (var correction = 0; correction <= 2 * MostCorrections; correction++)
        {
            if (Evaluate(guess) <= Allowed(guess[size]))
                return true;
            for (var row = 0; row < size; row++)
                jacobian.AsSpan(row * (size + 1), size).CopyTo(fixedRationality.Row(row));
            if (!fixedRationality.Factor())
                return false;
            residual.CopyTo(side, 0);
            fixedRationality.Solve(side.AsSpan(0, size));
            for (var i = 0; i < size; i++)
                guess[i] -= side[i];
        }

        return false;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
