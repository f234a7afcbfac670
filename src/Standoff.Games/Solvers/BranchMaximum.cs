using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// A maximum of the likelihood of play on a branch of logit equilibria, sought by arc length and not by λ, so that folds are passed like any other place: where the derivative
/// along the branch changes from rise to fall.
/// </summary>
internal sealed class BranchMaximum
{
    private const int MostCorrections = 30;
    private readonly AgentEquations equations;
    private readonly PlayLikelihood likelihood;
    private readonly LogitOptions options;
    private readonly double[] origin;
    private readonly double[] direction;
    private readonly double[] residual;

    private BranchMaximum(AgentEquations equations, PlayCounts counts, LogitOptions options, double[] origin, double[] chord)
    {
        (this.equations, likelihood, this.options, this.origin) = (equations, new PlayLikelihood(equations, counts), options, origin);
        residual = new double[origin.Length];
        equations.Residual(origin, residual);
        direction = Tangent(chord);
    }

    /// <summary>The maximum between three points of a branch, of which the middle one is the likeliest.</summary>
    public static LogitMaximum Find(AgentEquations equations, PlayCounts counts, LogitOptions options, BranchStart start, LogitPoint before, LogitPoint middle, LogitPoint after)
    {
        var warm = WarmStart.At(equations, middle, options);
        var (low, high) = (Unknowns(equations, before, warm.Unknowns), Unknowns(equations, after, warm.Unknowns));
        var search = new BranchMaximum(equations, counts, options, warm.Unknowns, Difference(high, low));
        var at = search.Root(Lanes.Dot(Difference(low, search.origin), search.direction), Lanes.Dot(Difference(high, search.origin), search.direction));
        return search.MaximumAt(at, start);
    }

    private static double[] Difference(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    // The odds of another point against the moves that the equations now refer to; what has no odds any more stays where the middle is.
    private static double[] Unknowns(AgentEquations equations, LogitPoint point, double[] middle)
    {
        double[] unknowns = [.. middle];
        unknowns[^1] = point.Rationality;
        for (var decision = 0; decision < equations.Decisions; decision++)
        {
            var (first, count) = equations.Moves(decision);
            var reference = Enumerable.Range(0, count).First(i => equations.UnknownOf(decision, i) < 0);
            for (var i = 0; i < count; i++)
            {
                if (i != reference && point.Probabilities[first + i] > 0 && point.Probabilities[first + reference] > 0)
                    unknowns[equations.UnknownOf(decision, i)] = ElementaryFunctions.Log(point.Probabilities[first + i] / point.Probabilities[first + reference]);
            }
        }

        return unknowns;
    }

    private double Root(double low, double high)
    {
        if (SlopeAt(0) is not { } slope || slope == 0)
            return 0;
        var (a, b) = slope > 0 ? (0.0, high) : (low, 0.0);
        for (var i = 0; i < 60 && b - a > 1e-13 * (1 + Math.Abs(a)); i++)
        {
            var middle = 0.5 * (a + b);
            if (SlopeAt(middle) is not { } value)
                break;
            (a, b) = value > 0 ? (middle, b) : (a, middle);
        }

        return 0.5 * (a + b);
    }

    // Along the branch the likelihood is at its maximum, so with d²L/ds² < 0 the information about λ is −d²L/ds²/(dλ/ds)².
    private LogitMaximum MaximumAt(double at, BranchStart start)
    {
        var step = 1e-4 * (1 + Math.Abs(origin[^1]));
        var (down, up) = (SlopeAt(at - step), SlopeAt(at + step));
        SlopeAt(at);
        var error = residual.SkipLast(1).Max(Math.Abs);
        var pace = Tangent(direction)[^1];
        var bend = (up - down) / (2 * step);
        var point = equations.Point(Current.AsSpan(0, equations.Size), Current[^1], error);
        return new LogitMaximum(start, point, likelihood.Value(), bend < 0 ? Math.Abs(pace) / Math.Sqrt(-bend.Value) : double.NaN, LogitBound.None);
    }

    private double[] Current { get; set; } = [];

    // dL/ds at the point of the branch across from a distance along the direction; null where it can't be found.
    private double? SlopeAt(double distance)
    {
        double[] at = [.. origin.Zip(direction, (o, d) => o + (distance * d))];
        var allowed = options.Tolerance * (1 + (Math.Abs(at[^1]) * equations.PayoffRange));
        var error = equations.Residual(at, residual);
        for (var correction = 0; correction < MostCorrections && error > allowed; correction++)
        {
            if (!equations.Factor(direction))
                return null;
            residual[^1] = 0;
            equations.Solve(residual);
            for (var i = 0; i < at.Length; i++)
                at[i] -= residual[i];
            error = equations.Residual(at, residual);
        }

        Current = at;
        return error <= 100 * allowed ? Slope(Tangent(direction)) : null;
    }

    private double[] Tangent(double[] across)
    {
        var tangent = new double[origin.Length];
        tangent[^1] = 1;
        equations.Factor(across);
        equations.Solve(tangent);
        var length = Math.Sqrt(Lanes.Dot(tangent, tangent));
        return [.. tangent.Select(t => t / length)];
    }

    // d ln p_a = dy_a − Σ_b p_b·dy_b.
    private double Slope(double[] tangent)
    {
        var (gradient, slope) = (likelihood.Gradient(), 0.0);
        for (var decision = 0; decision < equations.Decisions; decision++)
        {
            var (first, count) = equations.Moves(decision);
            double Odds(int i) => equations.UnknownOf(decision, i) is var unknown and >= 0 ? tangent[unknown] : 0;
            var mean = Enumerable.Range(0, count).Sum(i => equations.Probability(first + i) * Odds(i));
            slope += Enumerable.Range(0, count).Sum(i => gradient[first + i] * (Odds(i) - mean));
        }

        return slope;
    }
}
