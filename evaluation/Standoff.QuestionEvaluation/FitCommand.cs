using System.Globalization;
using Standoff.Histories;

namespace Standoff.QuestionEvaluation;

/// <summary>Fits shares and factors to files of resolved questions, each with a weight, and prints them as the program's table.</summary>
internal static class FitCommand
{
    public static int Run(string[] args)
    {
        try
        {
            var answered = args.Where(a => !a.StartsWith('-')).SelectMany(Answered).ToList();
            if (args.Contains("--cross")) Cross(answered);
            else ShareFit.Of(answered.Select(a => (a.Answered, a.Weight))).Write(Console.Out);
            return 0;
        }
        catch (HistoryFault fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 2;
        }
    }

    // Each part of a file is answered with numbers fitted to all others; parts of two files may have one name.
    private static void Cross(List<(AnsweredQuestion Answered, double Weight, string Part)> answered)
    {
        foreach (var part in answered.Where(a => a.Answered.Question.Half is { Length: > 0 }).GroupBy(a => a.Part, StringComparer.Ordinal))
        {
            var fit = ShareFit.Of(answered.Where(a => a.Part != part.Key).Select(a => (a.Answered, a.Weight)));
            var scored = part.Select(a => (P: fit.Probability(a.Answered), Y: a.Answered.Question.CameTrue ? 1.0 : 0)).ToList();
            var rate = scored.Average(s => s.Y);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part.Key,-20} n {scored.Count,4}  Brier {scored.Average(s => (s.P - s.Y) * (s.P - s.Y)):0.0000}  own rate {rate * (1 - rate):0.0000}  mean {scored.Average(s => s.P):0.000}  AUC {Scores.Ranked(scored):0.000}"));
        }
    }

    private static IEnumerable<(AnsweredQuestion Answered, double Weight, string Part)> Answered(string file)
    {
        var (path, weight) = file.LastIndexOf(':') is var colon and > 0 && double.TryParse(file[(colon + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var given) ? (file[..colon], given) : (file, 1);
        var options = EvaluationOptions.Of([path, "--no-forecast"]);
        return ResolvedQuestion.Read(options).Select(q => (q.Answer(options), weight, $"{Path.GetFileNameWithoutExtension(path)} {q.Half}"));
    }
}
