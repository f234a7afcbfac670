using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>
/// One pair of states in the relaxed problem: its loss is −ln L(v) + μ/2·|v − Φ(v)|², so that action values may leave the equilibrium at a price that grows with μ.
/// With room to work in; what it holds belongs to the point last evaluated.
/// </summary>
internal sealed class AudienceCostPair(AudienceCostObservation seen, double discount)
{
    private const int Size = AudienceCostDynamics.ValueCount;
    private const int Own = AudienceCostLayout.OwnCount;
    private const double LeastRidge = 1e-12;
    private const double MostRidge = 1e10;
    private readonly double[] gaps = new double[Size];
    private readonly double[] rows = new double[Size * Size];
    private readonly double[] ownRows = new double[Size * Own];
    // Derivatives of the loss: by values, by own parameters, and second ones without the curvature of Φ.
    private readonly double[] byValues = new double[Size];
    private readonly double[] byOwn = new double[Own];
    private readonly double[] values2 = new double[Size * Size];
    private readonly double[] mixed2 = new double[Size * Own];
    private readonly double[] own2 = new double[Own * Own];
    private readonly LinearSystem system = new(Size);
    private double penalty;

    /// <summary>Lagrange multipliers of v = Φ(v): the loss is then −ln L + y'(v − Φ) + μ/2·|v − Φ|² but for a constant.</summary>
    public double[] Multipliers { get; } = new double[Size];

    /// <summary>The equations.</summary>
    public AudienceCostEquations Equations { get; } = new(discount);

    /// <summary>ln L at the evaluated point.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Largest |v − Φ(v)| at the evaluated point.</summary>
    public double Residual { get; private set; }

    /// <summary>Evaluates the loss.</summary>
    public double Evaluate(ReadOnlySpan<double> own, ReadOnlySpan<double> values, double price)
    {
        AudienceCostLayout.SetPayoffs(Equations, own);
        return Evaluate(values, price);
    }

    /// <summary>The values that make the loss least for given parameters, by Gauss's and Newton's method with a ridge; a few steps of it.</summary>
    /// <returns>The loss and the values; the pair stands there.</returns>
    public (double Loss, double[] Values) Fit(ReadOnlySpan<double> own, ReadOnlySpan<double> start, double price, int mostSteps)
    {
        var values = start.ToArray();
        var (loss, ridge, step) = (Evaluate(own, values, price), 1e-6, new double[Size]);
        for (var made = 0; made < mostSteps; made++)
        {
            var before = loss;
            Linearise();
            if (!TryStep(ref values, ref loss, ref ridge, step) || before - loss < 1e-6 + (1e-9 * Math.Abs(loss)))
                break;
        }

        Evaluate(values, price);
        return (loss, values);
    }

    /// <summary>What is left for the own parameters once the values are eliminated: how values follow them, and gradient and curvature of the loss.</summary>
    public AudienceCostReduction Reduce()
    {
        Linearise();
        var (width, curvature, gradient) = (Own + 1, (double[])own2.Clone(), (double[])byOwn.Clone());
        var follow = new double[Size * width];
        for (var i = 0; i < Size; i++)
        {
            mixed2.AsSpan(i * Own, Own).CopyTo(follow.AsSpan(i * width));
            follow[(i * width) + Own] = byValues[i];
        }

        Factor(1e-9);
        system.SolveMany(follow, width);
        for (var i = 0; i < Size; i++)
        {
            for (var k = 0; k < Own; k++)
            {
                var factor = mixed2[(i * Own) + k];
                if (factor == 0)
                    continue;
                Lanes.Subtract(curvature.AsSpan(k * Own, Own), follow.AsSpan(i * width, Own), factor);
                gradient[k] -= factor * follow[(i * width) + Own];
            }
        }

        return new AudienceCostReduction(follow, gradient, curvature);
    }

    /// <summary>Takes as multipliers what the price makes of the gaps at the evaluated point.</summary>
    public void UpdateMultipliers()
    {
        for (var i = 0; i < Size; i++)
            Multipliers[i] = penalty * gaps[i];
    }

    private double Evaluate(ReadOnlySpan<double> values, double price)
    {
        penalty = price;
        Residual = Equations.Evaluate(values);
        LogLikelihood = 0;
        var squares = 0.0;
        for (var i = 0; i < Size; i++)
        {
            LogLikelihood += seen.Counts[i] == 0 ? 0 : seen.Counts[i] * (values[i] - Equations.Inclusive[i / 3]);
            gaps[i] = values[i] - Equations.Reply[i] + (price > 0 ? Multipliers[i] / price : 0);
            squares += gaps[i] * gaps[i];
        }

        return (0.5 * price * squares) - LogLikelihood;
    }

    private bool TryStep(ref double[] values, ref double loss, ref double ridge, double[] step)
    {
        for (; ridge < MostRidge; ridge *= 10)
        {
            byValues.CopyTo(step, 0);
            if (!Factor(ridge))
                continue;
            system.Solve(step);
            double[] candidate = [.. values.Zip(step, (v, s) => v - s)];
            if (Evaluate(candidate, penalty) is var next && next < loss)
            {
                (values, loss, ridge) = (candidate, next, Math.Max(ridge / 20, LeastRidge));
                return true;
            }
        }

        return false;
    }

    private bool Factor(double ridge)
    {
        for (var i = 0; i < Size; i++)
        {
            values2.AsSpan(i * Size, Size).CopyTo(system.Row(i));
            system.Row(i)[i] += ridge * (values2[(i * Size) + i] + 1e-6);
        }

        return system.Factor();
    }

    // With J = ∂(v − Φ)/∂v and B = ∂Φ/∂own: gradients −∂lnL + μJ'F and −μB'F, curvatures −∂²lnL + μJ'J, −μJ'B and μB'B.
    private void Linearise()
    {
        Equations.WriteDerivatives(rows);
        AudienceCostLayout.WriteOwnDerivatives(Equations, ownRows);
        foreach (var into in (ReadOnlySpan<double[]>)[byValues, byOwn, values2, mixed2, own2])
            Array.Clear(into);
        for (var row = 0; row < Size; row++)
        {
            var ofValues = rows.AsSpan(row * Size, Size);
            var ofOwn = ownRows.AsSpan(row * Own, Own);
            Lanes.Subtract(byValues, ofValues, -penalty * gaps[row]);
            Lanes.Subtract(byOwn, ofOwn, penalty * gaps[row]);
            for (var i = 0; i < Size; i++)
            {
                if (ofValues[i] == 0)
                    continue;
                Lanes.Subtract(values2.AsSpan(i * Size, Size), ofValues, -penalty * ofValues[i]);
                Lanes.Subtract(mixed2.AsSpan(i * Own, Own), ofOwn, penalty * ofValues[i]);
            }

            for (var k = 0; k < Own; k++)
                Lanes.Subtract(own2.AsSpan(k * Own, Own), ofOwn, -penalty * ofOwn[k]);
        }

        AddLikelihood();
    }

    private void AddLikelihood()
    {
        var chances = Equations.Probabilities;
        for (var first = 0; first < Size; first += 3)
        {
            var total = seen.Counts[first] + seen.Counts[first + 1] + seen.Counts[first + 2];
            for (var i = first; i < first + 3; i++)
            {
                byValues[i] -= seen.Counts[i] - (total * chances[i]);
                for (var j = first; j < first + 3; j++)
                    values2[(i * Size) + j] += total * chances[i] * ((i == j ? 1 : 0) - chances[j]);
            }
        }
    }
}

/// <summary>A pair's loss as a function of its own parameters alone.</summary>
/// <param name="Follow">By value: −∂v/∂(own parameters), and last −(the step of the values with the parameters held).</param>
/// <param name="Gradient">By own parameter.</param>
/// <param name="Curvature">By own parameter and own parameter.</param>
internal sealed record AudienceCostReduction(double[] Follow, double[] Gradient, double[] Curvature)
{
    /// <summary>The values after a step of the own parameters, in first order.</summary>
    public double[] Move(ReadOnlySpan<double> values, ReadOnlySpan<double> ownStep)
    {
        var width = ownStep.Length + 1;
        var moved = values.ToArray();
        for (var i = 0; i < moved.Length; i++)
            moved[i] -= Lanes.Dot(ownStep, Follow.AsSpan(i * width, ownStep.Length)) + Follow[(i * width) + width - 1];
        return moved;
    }
}
