using System.Globalization;
using Standoff.Backtest.Models;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.NarrativeEvaluation;

/// <summary>A text with the pairs that it may be about, and which of them it is about.</summary>
/// <param name="Name">For listings.</param>
/// <param name="Pairs">The pairs.</param>
/// <param name="Alternatives">Signs: the first of there being no crisis between two sides, then of the pairs.</param>
/// <param name="Right">Whether each alternative is right.</param>
/// <param name="Weight">How much the text counts.</param>
internal sealed record PairText(string Name, (string Challenger, string Target)[] Pairs, Dictionary<string, double>[] Alternatives, bool[] Right, double Weight)
{
    public static PairText Of(string name, Ledger ledger, DateOnly? day, Func<string, string, bool> isRight, double weight)
    {
        var register = new ActorRegister(ledger, null);
        var items = ItemView.Of(ledger, register, day);
        var signs = new PairSigns(ledger, register, items, [.. items.SelectMany(ActReader.Of)], day);
        var pairs = signs.Pairs().ToArray();
        var right = pairs.Select(p => isRight(p.Challenger, p.Target)).ToArray();
        return new(name, pairs, [Known(signs.OfNone()), .. pairs.Select(p => Known(signs.Of(p.Challenger, p.Target)))], [!right.Contains(true), .. right], weight);
    }

    private static Dictionary<string, double> Known(IEnumerable<(string Sign, double Value)> signs) => signs.Where(s => s.Value != 0).ToDictionary(s => s.Sign, s => s.Value, StringComparer.Ordinal);
}

/// <summary>
/// Conditional logit over the pairs of a text, with a ridge: least −Σ weight·ln Σ_right P + ridge/2·Σw². Where several pairs are right, any of them
/// will do.
/// </summary>
internal sealed class PairFit
{
    private const double Ridge = 3;
    private const double AlmostFree = 0.001;
    private const double Firm = 1e-6;

    private readonly (PairText Text, (int Sign, double Value)[][] Rows)[] _texts;
    private readonly double _ridge;

    private PairFit(IReadOnlyList<PairText> texts, double ridge)
    {
        _ridge = ridge;
        Signs = [.. texts.SelectMany(t => t.Alternatives.SelectMany(a => a.Keys)).Distinct().Order(StringComparer.Ordinal)];
        var place = Signs.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        _texts = [.. texts.Select(t => (t, t.Alternatives.Select(a => a.Select(s => (place[s.Key], s.Value)).ToArray()).ToArray()))];
        var (point, curvature) = Newton.Minimise(Loss, new double[Signs.Length]);
        (Weights, Deviations) = (point, [.. new Cholesky(curvature).InverseDiagonal().Select(Math.Sqrt)]);
    }

    public string[] Signs { get; }

    public double[] Weights { get; }

    public double[] Deviations { get; }

    public static PairFit Of(IReadOnlyList<PairText> texts, double ridge = Ridge) => new(texts, ridge);

    /// <summary>The weights as the program's table.</summary>
    public void Write(TextWriter output, string grounds)
    {
        output.WriteLine("# Weights of the signs of src/Standoff/Crises/PairSigns.cs, which says what each is: a conditional logit over the ordered pairs of sides that a text names, and over there being no crisis.");
        output.WriteLine($"# {grounds}");
        output.WriteLine("sign\tweight\tstandard_error");
        for (var i = 0; i < Signs.Length; i++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Signs[i]}\t{Weights[i]:0.###}\t{Deviations[i]:0.###}"));
    }

    /// <summary>Probability of each alternative.</summary>
    public double[] Predict(PairText text)
    {
        var weights = Signs.Zip(Weights).ToDictionary(p => p.First, p => p.Second);
        return RidgeMultinomial.Softmax([.. text.Alternatives.Select(a => a.Sum(s => weights.GetValueOrDefault(s.Key) * s.Value))]);
    }

    private double Loss(double[] point, double[] gradient, double[,] curvature)
    {
        var loss = _texts.Sum(t => Loss(t.Text, t.Rows, point, gradient, curvature));
        for (var i = 0; i < point.Length; i++)
        {
            var ridge = Signs[i] == "none" ? AlmostFree : _ridge;
            loss += ridge / 2 * point[i] * point[i];
            gradient[i] += ridge * point[i];
            curvature[i, i] += ridge + Firm;
        }
        return loss;
    }

    // The curvature of the whole set of alternatives alone stands in for the loss's own: it is never negative.
    private static double Loss(PairText text, (int Sign, double Value)[][] rows, double[] point, double[] gradient, double[,] curvature)
    {
        var p = RidgeMultinomial.Softmax([.. rows.Select(r => r.Sum(s => point[s.Sign] * s.Value))]);
        var right = p.Where((_, i) => text.Right[i]).Sum();
        var mean = new Dictionary<int, double>();
        for (var i = 0; i < rows.Length; i++)
        {
            var pull = text.Weight * (p[i] - (text.Right[i] ? p[i] / right : 0));
            foreach (var (sign, value) in rows[i])
            {
                gradient[sign] += pull * value;
                mean[sign] = mean.GetValueOrDefault(sign) + (p[i] * value);
                foreach (var (other, beside) in rows[i]) curvature[sign, other] += text.Weight * p[i] * value * beside;
            }
        }
        foreach (var (sign, one) in mean)
            foreach (var (other, two) in mean) curvature[sign, other] -= text.Weight * one * two;
        return -text.Weight * Math.Log(right);
    }
}
