using System.Globalization;
using Standoff.Backtest.Models;
using Standoff.Games.Numerics;
using Standoff.Questions;

namespace Standoff.QuestionEvaluation;

/// <summary>
/// Fits what answers rest on to resolved questions: the share of each kind that comes true, and how far what pages tell of acts done and of what is meant
/// is to be taken at its judged worth. Penalised likelihood with p = E[1 − exp(−Λ·e^{σz − σ²/2})], ln Λ = ln(−ln(1 − s)) + a·ln(t/6) + f(t)·Σ scale·ratio·belief,
/// logit s = m + w·(logit(judged share) − m) + common shift + the kind's own, m the mean of the judgements; normal priors on all. Then all scales are taken at their
/// worth on pages that nobody had looked at, and the shares are fitted to what that leaves.
/// </summary>
internal sealed class ShareFit
{
    // Judgements on the judgements: shares were judged to lie twice as far apart as those of parts that had not been looked at did, but what is rare stays rare; what is left of a kind's own may well be off by
    // a third in its odds, what is of no kind by less, all of them together by half, and a factor by a third of its range.
    private const double JudgedWeight = 0.5;
    private const double Rare = 0.1;
    private const double KindDeviation = 0.3;
    private const double OtherDeviation = 0.15;
    private const double ShiftDeviation = 0.5;
    private const double FactMean = 0.8;
    private const double WordMean = 0.4;
    private const double ScaleDeviation = 0.3;
    private const double HeldDeviation = 1e-4;

    // Words were written on the very pages that scales are fitted to. With scales fitted to the other parts all of them is best, on a part before anything was learnt from it a quarter to a half was; facts are less a matter of words.
    private const double WordWorth = 0.7;
    private const double Ninety = 1.6448536269514722;
    private const int Points = 33;
    private const double Edge = 1e-6;
    private const double LargestLogHazard = 30;
    private static readonly double Power = QuestionSettings.Of("asked-power");
    private static readonly double Weeks = QuestionSettings.Of("asked-weeks");
    private static readonly double Spread = QuestionSettings.Of("page-spread");

    private readonly List<Row> _rows;
    private readonly QuestionKind[] _kinds = [.. QuestionKind.All];
    private readonly string[] _scales = [.. EvidenceScale.Keys];
    private readonly double _judged;
    private readonly double[] _point;
    private readonly double[] _deviations;
    private readonly double[] _scaleMeans;
    private readonly double _scaleDeviation = ScaleDeviation;

    private ShareFit(IEnumerable<(AnsweredQuestion Answered, double Weight)> answered)
    {
        _rows = [.. answered.Select(a => RowOf(a.Answered, a.Weight))];
        _judged = _rows.Count == 0 ? _kinds.Average(k => Logit(k.Judged)) : _rows.Average(r => Logit(_kinds[r.Kind].Judged));
        var start = new double[1 + _kinds.Length + _scales.Length];
        _scaleMeans = [.. Enumerable.Range(0, _scales.Length).Select(MeanOf)];
        for (var s = 0; s < _scales.Length; s++) start[ScaleAt(s)] = _scaleMeans[s];
        var (free, curvature) = Newton.Minimise(Loss, start);
        var deviations = Deviations(curvature);
        for (var s = 0; s < _scales.Length; s++) free[ScaleAt(s)] = _scaleMeans[s] = Worth(s) * free[ScaleAt(s)];
        _scaleDeviation = HeldDeviation;
        (_point, curvature) = Newton.Minimise(Loss, free);
        _deviations = Deviations(curvature);
        for (var s = 0; s < _scales.Length; s++) _deviations[ScaleAt(s)] = Worth(s) * deviations[ScaleAt(s)];
    }

    private double Worth(int scale) => EvidenceScale.IsOfFacts(_scales[scale]) ? 1 : WordWorth;

    private static double[] Deviations(double[,] curvature) => [.. new Cholesky(curvature).InverseDiagonal().Select(Math.Sqrt)];

    /// <summary>A question as the fit sees it: the place of its kind, the time to its deadline, how far moves have faded, what its page tells by scale.</summary>
    private sealed record Row(int Kind, double Base, double Fading, double[] Told, bool IsNegated, bool CameTrue, double Weight);

    public static ShareFit Of(IEnumerable<(AnsweredQuestion Answered, double Weight)> answered) => new(answered);

    /// <summary>The fitted numbers as the program's table.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine("# Fitted by evaluation/Standoff.QuestionEvaluation (fit) to resolved questions, most of them with a page; do not edit. share: of questions of the kind with reporting, those that come true within six weeks.");
        output.WriteLine("# told: factor of the logarithms of evidence.tsv, by family of kinds, done for acts done. low and high: 90 %.");
        output.WriteLine("key\tvalue\tlow\thigh\tn");
        for (var k = 0; k < _kinds.Length; k++)
        {
            var at = AtMost(_kinds[k]);
            var reach = Ninety * _deviations[KindAt(k)];
            Line(output, "share." + _kinds[k].Key, Share(at), Share(at - reach), Share(at + reach), _rows.Count(r => r.Kind == k));
        }
        for (var s = 0; s < _scales.Length; s++)
        {
            var (value, reach) = (_point[ScaleAt(s)], Ninety * _deviations[ScaleAt(s)]);
            Line(output, "told." + _scales[s], value, value - reach, value + reach, _rows.Count(r => r.Told[s] != 0));
        }
    }

    // A kind that lies within another is no likelier.
    private double AtMost(QuestionKind kind)
    {
        var own = LogitOf(Array.IndexOf(_kinds, kind), _point);
        return QuestionKind.Of(kind.Within) is { } wider ? Math.Min(own, AtMost(wider)) : own;
    }

    private static void Line(TextWriter output, string key, double value, double low, double high, int n) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key}\t{value:0.###}\t{low:0.###}\t{high:0.###}\t{n}"));

    /// <summary>The answer to a question that need not be one of those that were fitted to.</summary>
    public double Probability(AnsweredQuestion answered)
    {
        var row = RowOf(answered, 1);
        var p = Chance(LogHazard(row, _point)).P;
        return row.IsNegated ? 1 - p : p;
    }

    private double LogHazard(Row row, double[] point) => Math.Log(-Math.Log(1 - Share(LogitOf(row.Kind, point)))) + row.Base + (row.Fading * row.Told.Select((t, s) => t * point[ScaleAt(s)]).Sum());

    private double LogitOf(int kind, double[] point) => _judged + (Weight(_kinds[kind]) * (Logit(_kinds[kind].Judged) - _judged)) + point[0] + point[KindAt(kind)];

    private static double Weight(QuestionKind kind) => kind.Judged < Rare ? 1 : JudgedWeight;

    // The point holds the common shift, the kinds' own, and the scales.
    private static int KindAt(int kind) => 1 + kind;

    private int ScaleAt(int scale) => 1 + _kinds.Length + scale;

    private Row RowOf(AnsweredQuestion answered, double weight)
    {
        var asked = answered.Answer.Asked;
        var weeks = Math.Max(1 / 7.0, (asked.Deadline.DayNumber - asked.AsOf.DayNumber + 1) / 7.0);
        var told = new double[_scales.Length];
        foreach (var (row, belief) in answered.Told) told[Array.IndexOf(_scales, EvidenceScale.KeyOf(row, asked.Kind))] += row.LogRatio * belief;
        return new Row(Array.IndexOf(_kinds, asked.Kind), (Power * Math.Log(weeks / Weeks)) + Math.Log(OutsideView.Begun(weeks)), Fading(weeks), told, asked.IsNegated, answered.Question.CameTrue, weight);
    }

    // What of a move is left, on average over the hazard's time.
    private static double Fading(double weeks) =>
        Enumerable.Range(0, Points).Average(i => OutsideView.Fading(weeks * Math.Pow((i + 0.5) / Points, 1 / Power)));

    private double MeanOf(int scale) => EvidenceScale.IsOfFacts(_scales[scale]) ? FactMean : WordMean;

    private double Loss(double[] point, double[] gradient, double[,] curvature)
    {
        var loss = 0.0;
        foreach (var row in _rows) loss += Loss(row, point, gradient, curvature);
        for (var i = 0; i < point.Length; i++)
        {
            var (mean, deviation) = i == 0 ? (0, ShiftDeviation) : i <= _kinds.Length ? (0, _kinds[i - 1] == QuestionKind.Other ? OtherDeviation : KindDeviation) : (_scaleMeans[i - 1 - _kinds.Length], _scaleDeviation);
            var away = (point[i] - mean) / deviation;
            loss += away * away / 2;
            gradient[i] += away / deviation;
            curvature[i, i] += 1 / (deviation * deviation);
        }
        return loss;
    }

    // −weight·ln of the probability of what came, with Fisher's information for the curvature.
    private double Loss(Row row, double[] point, double[] gradient, double[,] curvature)
    {
        var share = Share(LogitOf(row.Kind, point));
        var (p, slope) = Chance(LogHazard(row, point));
        var came = row.CameTrue ^ row.IsNegated;
        // d ln Λ / d logit s.
        var byShare = share / -Math.Log(1 - share);
        var parts = new (int Place, double By)[] { (0, byShare), (KindAt(row.Kind), byShare) }.Concat(row.Told.Select((t, s) => (ScaleAt(s), row.Fading * t))).Where(d => d.Item2 != 0).ToList();
        var score = row.Weight * slope * (p - (came ? 1 : 0)) / (p * (1 - p));
        var information = row.Weight * slope * slope / (p * (1 - p));
        foreach (var (i, by) in parts)
        {
            gradient[i] += score * by;
            foreach (var (j, other) in parts) curvature[i, j] += information * by * other;
        }
        return -row.Weight * Math.Log(came ? p : 1 - p);
    }

    // The probability at a logarithm of a hazard, and how it rises with that.
    private static (double P, double Slope) Chance(double logarithm)
    {
        var hazard = ElementaryFunctions.Exp(Math.Min(logarithm, LargestLogHazard));
        return (Math.Clamp(SpreadHazard.Mean(hazard, Spread), Edge, 1 - Edge), SpreadHazard.Slope(hazard, Spread));
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static double Share(double logit) => 1 / (1 + Math.Exp(-logit));
}
