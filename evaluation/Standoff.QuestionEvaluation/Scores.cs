using System.Globalization;
using System.Text;

namespace Standoff.QuestionEvaluation;

/// <summary>Brier and log scores beside those of a constant and of the crowd, and how often what was said to be so likely came true.</summary>
internal static class Scores
{
    private static readonly double[] Bounds = [0, 0.1, 0.25, 0.5, 0.75, 1];

    public static string Of(List<AnsweredQuestion> answered)
    {
        var text = new StringBuilder();
        var rate = answered.Average(a => a.Question.CameTrue ? 1.0 : 0);
        Line(text, "answers", answered, a => a.Probability);
        Line(text, "rates alone", answered, a => a.Answer.BaseRate);
        Line(text, "the set's own rate", answered, _ => rate);
        if (answered.TrueForAll(a => a.Question.Crowd is not null)) Line(text, "crowd", answered, a => a.Question.Crowd!.Value);
        text.Append("said        n  mean  came true\n");
        for (var b = 0; b + 1 < Bounds.Length; b++)
        {
            var bin = answered.Where(a => a.Probability >= Bounds[b] && (a.Probability < Bounds[b + 1] || b + 2 == Bounds.Length)).ToList();
            if (bin.Count > 0) text.Append(CultureInfo.InvariantCulture, $"{Bounds[b]:0.00}-{Bounds[b + 1]:0.00} {bin.Count,4} {bin.Average(a => a.Probability):0.00} {bin.Average(a => a.Question.CameTrue ? 1.0 : 0):0.00}\n");
        }
        text.Append("kinds: ").AppendJoin(", ", answered.GroupBy(a => a.Answer.Asked.Kind.Key).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}")).Append('\n');
        return text.ToString();
    }

    /// <summary>How often, of a pair of which one came true and the other did not, the one that did was held to be likelier; a tie counts half.</summary>
    public static double Ranked(IReadOnlyCollection<(double P, double Y)> scored)
    {
        var (came, not) = (scored.Where(s => s.Y > 0.5).Select(s => s.P).ToList(), scored.Where(s => s.Y < 0.5).Select(s => s.P).ToList());
        return came.Sum(t => not.Sum(f => t > f ? 1 : t < f ? 0 : 0.5)) / ((double)came.Count * not.Count);
    }

    private static void Line(StringBuilder text, string name, List<AnsweredQuestion> answered, Func<AnsweredQuestion, double> probability)
    {
        var pairs = answered.ConvertAll(a => (P: probability(a), Y: a.Question.CameTrue ? 1.0 : 0));
        var brier = pairs.Average(x => (x.P - x.Y) * (x.P - x.Y));
        var log = pairs.Average(x => -Math.Log(Math.Clamp(x.Y > 0.5 ? x.P : 1 - x.P, 1e-6, 1)));
        text.Append(CultureInfo.InvariantCulture, $"{name,-20} n {pairs.Count}  Brier {brier:0.0000}  log {log:0.0000}  mean {pairs.Average(x => x.P):0.000}  AUC {Ranked(pairs):0.000}\n");
    }
}
