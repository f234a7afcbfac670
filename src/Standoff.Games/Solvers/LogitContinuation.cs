using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// Follows a branch by pseudo-arclength continuation: a cubic predictor, a corrector on the plane across the tangent, bordered linear
/// systems, so that turning points in λ are passed like any other point (Allgower and Georg; Turocy 2005, 2010).
/// </summary>
/// <remarks>
/// A step factors one matrix, at the new point, where it gives the tangent, the side on which the branch goes on and a last step of Newton's method.
/// On the way there the last point's matrix serves, with Broyden's updates; where that does not converge the step is halved. Where evaluating costs
/// as much as factoring, Newton's method is quicker and used throughout.
/// </remarks>
internal sealed class LogitContinuation
{
    private const double FirstStep = 0.05;
    private const double SmallestStep = 1e-9;
    private const int MostCorrections = 7;
    // A chord's correction costs no factorisation. What it leaves, relative to 1 + λ·range and in odds, is squared by the one Newton step with the new point's matrix.
    private const int MostChords = 6;
    private const double NearEnough = 1e-6;
    private const double NearEnoughInOdds = 1e-4;
    // After so many steps in vain Newton's method is tried where chords fail, whose matrix is of another point.
    private const int PatienceWithChords = 4;
    // The cosine of the turn of the tangent after which a step is cut, 30°, and the turn that steps are made for, in radians.
    private const double SharpestTurn = 0.866;
    private const double AimedTurn = 0.21;
    private const double FastestGrowth = 4;
    // As shares of the step. What is corrected by more than the turn explains is another curve.
    private const double FarthestFromLine = 0.25;
    private const double FarthestFromCubic = 0.05;
    // The determinant changes sign where branches cross, and where a step has jumped to a neighbour: only a small step tells.
    private const double SmallEnoughToCross = 1e-4;

    private readonly LogitSystem system;
    private readonly LogitOptions options;
    private readonly CancellationToken cancellation;
    private readonly IProgress<SolverProgress>? progress;
    private readonly int size;
    private readonly double[] residual;
    private readonly double[] side;
    private readonly ImmutableArray<LogitPoint>.Builder points = ImmutableArray.CreateBuilder<LogitPoint>();
    private readonly ImmutableArray<LogitPoint>.Builder chosen = ImmutableArray.CreateBuilder<LogitPoint>();
    private readonly List<double> folds = [];
    private readonly List<LogitCrossing> crossings = [];
    private readonly List<LogitPoint> watchedPoints = [];
    private readonly double[] targets;

    // The point (z, λ) and the unit tangent at it.
    private double[] point;
    private double[] tangent;
    private int orientation;
    // Whether the system's factors are of a point nearby, in the coordinates and with the border in use.
    private bool hasFactors;
    private readonly CurvePredictor predictor = new();

    public LogitContinuation(LogitSystem system, LogitOptions options, CancellationToken cancellation, IProgress<SolverProgress>? progress)
    {
        (this.system, this.options, this.cancellation, this.progress) = (system, options, cancellation, progress);
        size = system.Size;
        residual = new double[size];
        side = new double[size + 1];
        targets = [.. options.Rationalities.Distinct().Order()];
        point = [];
        tangent = [];
    }

    /// <summary>A λ at which every point of the branches followed is kept, as often as they pass it.</summary>
    public double? Watched { get; init; }

    /// <summary>The points at <see cref="Watched"/>.</summary>
    public IReadOnlyList<LogitPoint> WatchedPoints => watchedPoints;

    /// <summary>Places where other branches cross the one that was followed.</summary>
    public IReadOnlyList<LogitCrossing> Crossings => crossings;

    /// <summary>How often the equations were evaluated, their derivatives factored and systems solved: what following has cost.</summary>
    public (int Evaluations, int Factorisations, int Solutions) Cost { get; private set; }

    /// <summary>The branch from λ = 0.</summary>
    public LogitBranch Follow()
    {
        point = [.. system.Start(), 0.0];
        tangent = new double[size + 1];
        tangent[size] = 1;
        Evaluate(point);
        Turn(tangent);
        return FollowOn();
    }

    /// <summary>The branch through a point on it, to the side that a direction points to.</summary>
    public LogitBranch FollowFrom(double[] start, double[] direction)
    {
        (point, tangent) = ((double[])start.Clone(), (double[])direction.Clone());
        Evaluate(point);
        Turn(tangent);
        return FollowOn();
    }

    /// <summary>The branch that crosses at a point, to one side of it; <see langword="null"/> where no step onto it succeeds.</summary>
    public LogitBranch? FollowCrossing(LogitCrossing crossing, int sign)
    {
        system.Restore(crossing.References);
        tangent = [.. crossing.Across.Select(x => sign * x)];
        for (var step = FirstStep; step > SmallestStep; step /= 2)
        {
            point = crossing.Point;
            var candidate = Predict(step);
            if (!Correct(candidate, out _) || Vectors.Distance(candidate, crossing.Point) < 0.5 * step)
                continue;
            point = candidate;
            Turn(tangent);
            return FollowOn();
        }

        return null;
    }

    /// <summary>Newton's method with λ held, halving steps that don't bring it nearer.</summary>
    /// <returns>Whether the guess has become a solution.</returns>
    public bool TrySolveAt(double[] guess)
    {
        var error = Evaluate(guess);
        for (var iteration = 0; iteration < options.MaximumCorrections && error > Allowed(guess[size]); iteration++)
        {
            if (!FactorWithRationalityHeld())
                return false;
            SolveForResidual();
            error = Descend(guess, error);
            if (double.IsNaN(error))
                return false;
        }

        return error <= Allowed(guess[size]);
    }

    private LogitBranch FollowOn()
    {
        points.Clear();
        folds.Clear();
        predictor.Forget();
        Record();
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

        return new LogitBranch(points.ToImmutable(), chosen.ToImmutable(), end, [.. folds], [.. crossings.Select(c => c.Point[size])]);
    }

    private bool IsDone(out LogitEnd end)
    {
        var last = points[^1];
        var range = system.PayoffRange;
        end = LogitEnd.Origin;
        if (last.Rationality < 0)
            return true;
        end = LogitEnd.Bound;
        if (last.Rationality * range > options.LargestRationality)
            return true;
        if (chosen.Count < targets.Length || last.Rationality < Watched)
            return false;
        end = options.ToTheLimit ? LogitEnd.Limit : LogitEnd.Chosen;
        return !options.ToTheLimit || last.Regret <= options.RegretTolerance * range;
    }

    private bool TryAdvance(ref double step)
    {
        for (var trial = 0; step >= SmallestStep; trial++)
        {
            if (Find(step, trial) is { } found && IsOnTheSameCurve(found.Candidate, found.Turned, step))
            {
                var turn = Math.Acos(Math.Clamp(Vectors.Dot(found.Turned, tangent), -1, 1));
                Accept(found.Candidate, found.Turned);
                step *= Math.Clamp(AimedTurn / Math.Max(turn, 1e-9), 0.5, found.IsEasy ? FastestGrowth : 1);
                return true;
            }

            step /= 2;
        }

        return false;
    }

    private Found? Find(double step, int trial)
    {
        var chases = hasFactors && system.IsCheapToEvaluate;
        if (chases && Chase(step) is { } found)
            return found;
        return !chases || trial >= PatienceWithChords ? Newton(step) : null;
    }

    // Chords with the last point's matrix, Broyden's updates making up for its age, then Newton's method with the matrix that the tangent needs anyway.
    private Found? Chase(double step)
    {
        var candidate = Predict(step);
        if (!Approach(candidate))
            return null;
        var turned = TangentAt(tangent);
        var before = double.PositiveInfinity;
        for (var correction = 0; correction < 3 && system.DeterminantSign != 0; correction++)
        {
            Polish(candidate);
            var error = Evaluate(candidate);
            if (error <= Allowed(candidate[size]))
            {
                Polish(candidate);
                return new Found(candidate, turned, true);
            }

            if (!(error < before))
                return null;
            before = error;
        }

        return null;
    }

    private bool Approach(double[] candidate)
    {
        var chords = new BroydenSteps(size + 1);
        var before = double.PositiveInfinity;
        for (var chord = 0; chord <= MostChords; chord++)
        {
            var error = Evaluate(candidate);
            if (error <= Math.Min(NearEnoughInOdds, NearEnough * (1 + (Math.Abs(candidate[size]) * system.PayoffRange))))
                return true;
            if (!(error < before))
                return false;
            before = error;
            SolveForResidual();
            chords.Take(side, candidate);
        }

        return false;
    }

    private Found? Newton(double step)
    {
        var candidate = Predict(step);
        if (!Correct(candidate, out var corrections))
            return null;
        var turned = TangentAt(tangent);
        Polish(candidate);
        return new Found(candidate, turned, corrections <= 3);
    }

    private bool IsOnTheSameCurve(double[] candidate, double[] turned, double step)
    {
        if (system.DeterminantSign * orientation < 0)
            return step < SmallEnoughToCross;
        return step < 1000 * SmallestStep
            || (Vectors.Dot(turned, tangent) >= SharpestTurn && Vectors.Distance(candidate, Predict(step)) <= (predictor.IsCubic(step) ? FarthestFromCubic : FarthestFromLine) * step);
    }

    // Near a fold a small residual may still be far off: one more correction, for which the matrix is factored already.
    private void Polish(double[] candidate)
    {
        if (system.DeterminantSign == 0)
            return;
        SolveForResidual();
        for (var i = 0; i <= size; i++)
            candidate[i] -= side[i];
    }

    private double[] Predict(double step) => predictor.Predict(point, tangent, step);

    // Newton's method with the plane through the predicted point, across the tangent.
    private bool Correct(double[] candidate, out int corrections)
    {
        var before = double.PositiveInfinity;
        for (corrections = 0; corrections <= MostCorrections; corrections++)
        {
            var error = Evaluate(candidate);
            if (error <= Allowed(candidate[size]))
                return true;
            if (!(error < before) || !Factor(tangent))
                return false;
            before = error;
            SolveForResidual();
            for (var i = 0; i <= size; i++)
                candidate[i] -= side[i];
        }

        return false;
    }

    private double Allowed(double rationality) => options.Tolerance * (1 + (Math.Abs(rationality) * system.PayoffRange));

    private double Evaluate(double[] at)
    {
        Cost = Cost with { Evaluations = Cost.Evaluations + 1 };
        system.Evaluate(at.AsSpan(0, size), at[size], residual);
        var worst = 0.0;
        foreach (var r in residual)
            worst = double.IsNaN(r) ? double.NaN : Math.Max(worst, Math.Abs(r));
        return worst;
    }

    private bool Factor(double[] border)
    {
        Cost = Cost with { Factorisations = Cost.Factorisations + 1 };
        return system.Factor(border);
    }

    private void SolveForResidual()
    {
        Cost = Cost with { Solutions = Cost.Solutions + 1 };
        residual.CopyTo(side, 0);
        side[size] = 0;
        system.Solve(side);
    }

    private bool FactorWithRationalityHeld()
    {
        var border = new double[size + 1];
        border[size] = 1;
        hasFactors = false;
        return Factor(border);
    }

    // A step along the side, halved until the residual falls; NaN where it never does.
    private double Descend(double[] guess, double error)
    {
        var start = (double[])guess.Clone();
        var direction = (double[])side.Clone();
        for (var share = 1.0; share > 1e-6; share /= 2)
        {
            for (var i = 0; i < size; i++)
                guess[i] = start[i] - (share * direction[i]);
            var next = Evaluate(guess);
            if (next < error)
                return next;
        }

        return double.NaN;
    }

    // J·t = 0 and (old tangent)·t = 1 give the direction that goes on as before.
    private double[] TangentAt(double[] old)
    {
        hasFactors = Factor(old);
        if (!hasFactors)
            return old;
        var next = new double[size + 1];
        next[size] = 1;
        system.Solve(next);
        Normalise(next);
        return next;
    }

    private static void Normalise(double[] direction)
    {
        var length = Math.Sqrt(Vectors.Dot(direction, direction));
        for (var i = 0; i < direction.Length; i++)
            direction[i] /= length;
    }

    private void Turn(double[] old)
    {
        tangent = TangentAt(old);
        orientation = system.DeterminantSign;
    }

    private void Accept(double[] candidate, double[] turned)
    {
        if (tangent[size] * turned[size] < 0)
            folds.Add(candidate[size]);
        // On a regular curve the determinant of Jacobian and tangent keeps its sign.
        if (system.DeterminantSign * orientation < 0)
            crossings.Add(Crossing(candidate));
        if (system.DeterminantSign != 0)
            orientation = system.DeterminantSign;
        var before = point;
        predictor.Remember(point, tangent, candidate, turned);
        (point, tangent) = (candidate, turned);
        Record();
        ChooseBetween(before);
        if (system.Rebase(point, tangent))
        {
            hasFactors = false;
            predictor.Forget();
            Normalise(tangent);
        }
    }

    // Where branches cross, derivatives and tangent leave one more direction: the one that inverse iteration turns to.
    private LogitCrossing Crossing(double[] at)
    {
        var across = new double[size + 1];
        for (var i = 0; i < size; i++)
            across[i] = 1 + (i / (double)(size + 1));
        for (var iteration = 0; iteration < 4; iteration++)
        {
            across[size] = iteration == 0 ? 0 : across[size];
            system.Solve(across);
            Normalise(across);
        }

        return new LogitCrossing((double[])at.Clone(), across, system.References());
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
            if (Between(before, target) is not { } found)
                break;
            chosen.Add(found);
        }

        if (Watched is { } watched && (before[size] - watched) * (point[size] - watched) <= 0 && Between(before, watched) is { } passed)
            watchedPoints.Add(passed);
    }

    private LogitPoint? Between(double[] before, double target)
    {
        var share = before[size] == point[size] ? 0 : (target - before[size]) / (point[size] - before[size]);
        var guess = before.Zip(point, (a, b) => a + (share * (b - a))).ToArray();
        guess[size] = target;
        return TrySolveAt(guess) ? system.Point(guess.AsSpan(0, size), target, residual.Max(Math.Abs)) : null;
    }

    /// <summary>A point that a step led to.</summary>
    private sealed record Found(double[] Candidate, double[] Turned, bool IsEasy);
}

/// <summary>A place where another branch crosses.</summary>
/// <param name="Point">Unknowns and λ.</param>
/// <param name="Across">Direction of the other branch, to first order.</param>
/// <param name="References">The moves against which the odds are stated.</param>
internal sealed record LogitCrossing(double[] Point, double[] Across, int[] References);
