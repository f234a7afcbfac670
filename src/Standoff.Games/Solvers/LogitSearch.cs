using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>How to look for branches of logit equilibria besides the principal one.</summary>
public sealed record LogitSearch
{
    /// <summary>λ, times the range of payoffs, at which Newton's method is started from random play.</summary>
    public double Rationality { get; init; } = 10;

    /// <summary>Number of random starts.</summary>
    public int Starts { get; init; } = 60;

    /// <summary>Seed of the starts.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Branches after which the search ends.</summary>
    public int MaximumBranches { get; init; } = 32;

    /// <summary>How branches are followed.</summary>
    public LogitOptions Options { get; init; } = new();
}

/// <summary>How a branch was found.</summary>
public enum BranchStart
{
    /// <summary>From uniform play at λ = 0.</summary>
    Principal,

    /// <summary>From a place where it crosses a branch found before.</summary>
    Crossing,

    /// <summary>From a solution that a random start led to.</summary>
    Random,
}

/// <summary>A branch that a search found.</summary>
/// <param name="Start">How it was found.</param>
/// <param name="Branch">The branch, or for one from a random start the part to one side.</param>
/// <param name="OtherSide">The part to the other side of the random start; <see langword="null"/> for others.</param>
/// <param name="Basin">Number of random starts that led to a point of it: how much of play at that λ it draws in.</param>
public sealed record FoundBranch(BranchStart Start, LogitBranch Branch, LogitBranch? OtherSide, int Basin)
{
    /// <summary>The ends of the branch that are Nash equilibria to the tolerance of regret.</summary>
    public IEnumerable<LogitPoint> Limits => new[] { Branch, OtherSide }.Where(b => b?.End == LogitEnd.Limit).Select(b => b!.Last);
}

/// <summary>What a search found.</summary>
/// <param name="Branches">The principal branch, those that cross it or each other, then those from random starts.</param>
/// <param name="Starts">Random starts made.</param>
/// <param name="Solved">Random starts from which Newton's method came to a solution; the basins sum to it.</param>
/// <param name="IsComplete">Whether the search ended by itself; <see langword="false"/> where it was cancelled or had its fill of branches. Other branches may exist all the same.</param>
public sealed record LogitBranches(ImmutableArray<FoundBranch> Branches, int Starts, int Solved, bool IsComplete);

/// <summary>The search: the principal branch, what crosses, and solutions at one λ that lie on neither.</summary>
internal sealed class BranchSearch(Func<LogitSystem> newSystem, LogitSearch search, IProgress<SolverProgress>? progress, CancellationToken cancellation)
{
    // Two solutions closer than this in every probability are one.
    private const double Same = 1e-5;
    private readonly List<FoundBranch> found = [];
    // By branch, its solutions at the λ of the random starts.
    private readonly List<List<LogitPoint>> atStart = [];
    private readonly List<(LogitCrossing Crossing, LogitSystem System)> pending = [];
    private readonly List<double[]> crossed = [];

    private bool IsFull => found.Count >= search.MaximumBranches;

    public LogitBranches Find()
    {
        var system = newSystem();
        var rationality = search.Rationality / system.PayoffRange;
        Add(BranchStart.Principal, system, rationality, c => (c.Follow(), null));
        while (pending.Count > 0 && !IsFull && !cancellation.IsCancellationRequested)
            FollowNextCrossing(rationality);
        var (starts, solved) = (0, 0);
        for (; starts < search.Starts && !IsFull && !cancellation.IsCancellationRequested; starts++)
            solved += TryStart(rationality, starts) ? 1 : 0;
        return new LogitBranches([.. found], starts, solved, !IsFull && !cancellation.IsCancellationRequested);
    }

    private LogitContinuation Continuation(LogitSystem system, double rationality) => new(system, search.Options, cancellation, progress) { Watched = rationality };

    private void Add(BranchStart start, LogitSystem system, double rationality, Func<LogitContinuation, (LogitBranch? Branch, LogitBranch? Other)> follow)
    {
        var continuation = Continuation(system, rationality);
        var (branch, other) = follow(continuation);
        if (branch is null)
            return;
        found.Add(new FoundBranch(start, branch, other, 0));
        atStart.Add([.. continuation.WatchedPoints]);
        foreach (var crossing in continuation.Crossings.Where(c => !crossed.Any(known => IsNear(known, c.Point))))
        {
            crossed.Add(crossing.Point);
            pending.Add((crossing, system));
        }
    }

    private void FollowNextCrossing(double rationality)
    {
        var (crossing, system) = pending[0];
        pending.RemoveAt(0);
        foreach (var sign in (ReadOnlySpan<int>)[1, -1])
        {
            if (!IsFull)
                Add(BranchStart.Crossing, system, rationality, c => (c.FollowCrossing(crossing, sign), null));
        }
    }

    private bool TryStart(double rationality, int number)
    {
        var system = newSystem();
        var continuation = Continuation(system, rationality);
        var guess = Guess(system, rationality, number);
        if (!continuation.TrySolveAt(guess))
            return false;
        var solution = system.Point(guess.AsSpan(0, system.Size), rationality, 0);
        var known = atStart.FindIndex(points => points.Any(p => IsSame(p, solution)));
        if (known < 0)
        {
            known = found.Count;
            Add(BranchStart.Random, system, rationality, c => BothSides(c, system, guess));
            atStart[known].Add(solution);
        }

        found[known] = found[known] with { Basin = found[known].Basin + 1 };
        return true;
    }

    private static (LogitBranch Branch, LogitBranch Other) BothSides(LogitContinuation continuation, LogitSystem system, double[] start)
    {
        var references = system.References();
        var up = new double[start.Length];
        up[^1] = 1;
        var branch = continuation.FollowFrom(start, up);
        system.Restore(references);
        up[^1] = -1;
        return (branch, continuation.FollowFrom(start, up));
    }

    // Odds as large as payoffs at this λ can make them.
    private double[] Guess(LogitSystem system, double rationality, int number)
    {
        var random = new SplitMix(search.Seed + ((ulong)number * 0x9E3779B97F4A7C15));
        double[] guess = [.. system.Start(), rationality];
        for (var i = 0; i < system.OddsUnknowns; i++)
            guess[i] = rationality * system.PayoffRange * (random.Next() - 0.5);
        return guess;
    }

    private static bool IsSame(LogitPoint a, LogitPoint b)
    {
        for (var i = 0; i < a.Probabilities.Length; i++)
        {
            if (Math.Abs(a.Probabilities[i] - b.Probabilities[i]) > Same)
                return false;
        }

        return true;
    }

    private static bool IsNear(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max() < 1e-2;
}
