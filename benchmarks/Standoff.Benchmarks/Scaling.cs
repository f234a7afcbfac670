using System.Diagnostics;
using System.Globalization;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Benchmarks;

/// <summary>Time against size, split into what a step costs, beside the multiplications that the machine can do.</summary>
internal static class Scaling
{
    private const double LeastSeconds = 0.3;

    public static void Print(int largest)
    {
        var rate = ProductRate();
        Say($"Products of matrices of 240 × 240 in cache: {rate:F1} thousand million operations a second (a fused multiplication and addition is two).\n");
        Say($"| ladder | unknowns | steps | evaluations | factorisations | seconds | evaluation, µs | factorisation, µs | its share of the rate |");
        Say($"| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var rungs = 4; rungs <= 16; rungs += 2)
        {
            var game = ReferenceProblems.Ladder(rungs);
            Row(FormattableString.Invariant($"{rungs}×{rungs / 2}"), () => new AgentEquations(game), size => size + 1, rate);
        }

        Say($"\n| states | unknowns | steps | evaluations | factorisations | seconds | evaluation, µs | factorisation, µs | its share of the rate |");
        Say($"| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var states = 8; states <= largest; states *= 2)
        {
            var game = ReferenceProblems.Stochastic(states);
            Row(FormattableString.Invariant($"{states}"), () => new MarkovEquations(game), _ => (2 * game.StateCount) + 1, rate);
        }
    }

    private static void Row(string name, Func<LogitSystem> equations, Func<int, int> dense, double rate)
    {
        LogitContinuation Ready() => new(equations(), new LogitOptions(), CancellationToken.None, null);
        if (equations().Size < 600)
            Ready().Follow();
        var continuation = Ready();
        var (seconds, branch) = Timed(continuation.Follow);
        var system = equations();
        double[] at = [.. system.Start(), 1];
        var (side, border) = (new double[system.Size + 1], new double[system.Size + 1]);
        border[^1] = 1;
        var evaluation = Repeated(() => system.Evaluate(at.AsSpan(0, system.Size), 1, side.AsSpan(0, system.Size)));
        var factorisation = Repeated(() => system.Factor(border));
        var operations = 2.0 / 3 * Math.Pow(dense(system.Size), 3);
        Say($"| {name} | {system.Size} | {branch.Steps} | {continuation.Cost.Evaluations} | {continuation.Cost.Factorisations} | {seconds:G3} | {1e6 * evaluation:F0} | {1e6 * factorisation:F0} | {operations / factorisation / rate / 1e7:F0} % |");
    }

    // Thousand million operations a second.
    private static double ProductRate()
    {
        const int size = 240;
        var entries = new double[3 * size * size];
        Array.Fill(entries, 1e-3);
        var strip = new double[12 * size];
        return 2e-9 * size * size * size / Repeated(() => FusedLanes.SubtractProduct(entries, entries.AsSpan(size * size), entries.AsSpan(2 * size * size), new ProductShape(size, size, size), size, strip));
    }

    private static double Repeated(Action act)
    {
        for (var i = 0; i < 40; i++)
            act();
        var (start, count) = (Seconds(), 0);
        while (Seconds() - start < LeastSeconds)
        {
            for (var i = 0; i < 10; i++)
                act();
            count += 10;
        }

        return (Seconds() - start) / count;
    }

    private static (double Seconds, T Result) Timed<T>(Func<T> act)
    {
        var start = Seconds();
        var result = act();
        return (Seconds() - start, result);
    }

    // Of the processor, in this process: the machine may be shared.
    private static double Seconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
