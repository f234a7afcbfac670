using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Standoff.Questions;

/// <summary>A forecast of a question as it was kept.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="AsOf">The day from which it looked ahead.</param>
/// <param name="Deadline">The deadline that it took.</param>
/// <param name="Run">Hash of what it was computed from.</param>
/// <param name="Probability">What it said.</param>
/// <param name="Low">5th percentile.</param>
/// <param name="High">95th percentile.</param>
/// <param name="BaseRate">What the rates alone said.</param>
public sealed record KeptForecast(string Question, DateOnly AsOf, DateOnly Deadline, string Run, double Probability, double Low, double High, double BaseRate)
{
    /// <summary>What a question was answered with, as it is kept.</summary>
    public static KeptForecast Of(string question, QuestionAnswer answer, string run)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new(question, answer.Asked.AsOf, answer.Asked.Deadline, run, answer.Probability.Mean, answer.Probability.Low, answer.Probability.High, answer.BaseRate);
    }

    /// <summary>One line of <c>track-record.jsonl</c>, with its line end.</summary>
    public string Line() => string.Create(CultureInfo.InvariantCulture,
        $"{{\"question\":{JsonSerializer.Serialize(Question, KeptJson.Default.String)},\"as-of\":\"{AsOf:yyyy-MM-dd}\",\"deadline\":\"{Deadline:yyyy-MM-dd}\",\"run\":{JsonSerializer.Serialize(Run, KeptJson.Default.String)},\"probability\":{Probability:R},\"low\":{Low:R},\"high\":{High:R},\"base-rate\":{BaseRate:R}}}\n");

    /// <summary>All forecasts of a record, in its order.</summary>
    /// <exception cref="FormatException">A line is no kept forecast; the message has its number.</exception>
    public static ImmutableArray<KeptForecast> Read(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var kept = ImmutableArray.CreateBuilder<KeptForecast>();
        var number = 0;
        foreach (var line in lines.Split('\n'))
        {
            number++;
            if (line.Trim().Length > 0) kept.Add(ReadLine(line, number));
        }
        return kept.ToImmutable();
    }

    private static KeptForecast ReadLine(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            double Number(string key) => root.GetProperty(key).GetDouble() is var value and >= 0 and <= 1 ? value : throw new FormatException();
            DateOnly Day(string key) => DateOnly.ParseExact(root.GetProperty(key).GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new(root.GetProperty("question").GetString() ?? "", Day("as-of"), Day("deadline"), root.GetProperty("run").GetString() ?? "", Number("probability"), Number("low"), Number("high"), Number("base-rate"));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException(FormattableString.Invariant($"line {number} is no kept forecast"), fault);
        }
    }
}

/// <summary>A resolved question with what was said of it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Forecasts">How many forecasts count: the last of each day, up to the day of the answer and to the deadline.</param>
/// <param name="Probability">Their mean.</param>
/// <param name="BaseRate">The mean of their base rates.</param>
/// <param name="Brier">Mean of their squared errors.</param>
/// <param name="BaseBrier">The same of the base rates.</param>
/// <param name="LogScore">Mean of −log of what they gave to what came.</param>
public sealed record ScoredQuestion(Question Question, int Forecasts, double Probability, double BaseRate, double Brier, double BaseBrier, double LogScore);

/// <summary>How often what was said to be so likely came true.</summary>
/// <param name="From">Least probability.</param>
/// <param name="To">Greatest probability.</param>
/// <param name="Forecasts">How many forecasts said so.</param>
/// <param name="Mean">What they said on average.</param>
/// <param name="CameTrue">Share of them that came true.</param>
public sealed record CalibrationBin(double From, double To, int Forecasts, double Mean, double CameTrue);

/// <summary>The running record of a case: every question counts once, whatever the number of its forecasts.</summary>
public sealed record TrackRecord
{
    private const double Least = 1e-6;
    private static readonly double[] Bounds = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

    private TrackRecord(ImmutableArray<ScoredQuestion> scored, ImmutableArray<CalibrationBin> calibration, int open, int voided, int unscored) =>
        (Scored, Calibration, Open, Void, Unscored) = (scored, calibration, open, voided, unscored);

    /// <summary>Resolved questions with a forecast before the answer, in the file's order.</summary>
    public ImmutableArray<ScoredQuestion> Scored { get; }

    /// <summary>Bins that hold a forecast.</summary>
    public ImmutableArray<CalibrationBin> Calibration { get; }

    /// <summary>Questions that are open.</summary>
    public int Open { get; }

    /// <summary>Questions that were given up.</summary>
    public int Void { get; }

    /// <summary>Questions that are resolved and have no forecast that counts.</summary>
    public int Unscored { get; }

    /// <summary>Mean Brier score; 0 is best, 0.25 is what even odds get.</summary>
    public double Brier => Mean(s => s.Brier);

    /// <summary>Mean Brier score of the base rates.</summary>
    public double BaseBrier => Mean(s => s.BaseBrier);

    /// <summary>Mean logarithmic score in nats; 0 is best.</summary>
    public double LogScore => Mean(s => s.LogScore);

    /// <summary>1 − Brier / Brier of the base rates; <see langword="null"/> where the base rates make no error.</summary>
    public double? Skill => BaseBrier > 0 ? 1 - (Brier / BaseBrier) : null;

    /// <summary>Scores the kept forecasts of the resolved questions.</summary>
    public static TrackRecord Of(ImmutableArray<Question> questions, ImmutableArray<KeptForecast> kept)
    {
        var answered = questions.Where(q => q.Resolved is { Answer: not QuestionOutcome.Void }).Select(q => (Question: q, Forecasts: Counting(q, kept))).ToList();
        var pairs = answered.Where(p => p.Forecasts.Length > 0).ToList();
        var said = pairs.SelectMany(p => p.Forecasts.Select(f => (f.Probability, Outcome: Outcome(p.Question)))).ToList();
        return new TrackRecord([.. pairs.Select(p => Score(p.Question, p.Forecasts))], Bins(said),
            questions.Count(q => q.Resolved is null), questions.Count(q => q.Resolved is { Answer: QuestionOutcome.Void }), answered.Count - pairs.Count);
    }

    // What is said after the deadline knows the answer, whenever that was written down.
    private static KeptForecast[] Counting(Question question, ImmutableArray<KeptForecast> kept) =>
        [.. kept.Where(f => f.Question == question.Id && f.AsOf <= question.Resolved!.On && f.AsOf <= (question.Deadline ?? f.Deadline)).GroupBy(f => f.AsOf).OrderBy(g => g.Key).Select(g => g.Last())];

    private static double Outcome(Question question) => question.Resolved!.Answer == QuestionOutcome.Yes ? 1 : 0;

    private static ScoredQuestion Score(Question question, KeptForecast[] forecasts)
    {
        var outcome = Outcome(question);
        return new ScoredQuestion(question, forecasts.Length, forecasts.Average(f => f.Probability), forecasts.Average(f => f.BaseRate),
            forecasts.Average(f => Square(f.Probability - outcome)), forecasts.Average(f => Square(f.BaseRate - outcome)),
            forecasts.Average(f => -Math.Log(Math.Max(Least, outcome > 0 ? f.Probability : 1 - f.Probability))));
    }

    private static ImmutableArray<CalibrationBin> Bins(List<(double Probability, double Outcome)> said)
    {
        var bins = ImmutableArray.CreateBuilder<CalibrationBin>();
        for (var i = 0; i + 1 < Bounds.Length; i++)
        {
            var (from, to, last) = (Bounds[i], Bounds[i + 1], i + 2 == Bounds.Length);
            var held = said.Where(s => s.Probability >= from && (s.Probability < to || last)).ToList();
            if (held.Count > 0) bins.Add(new CalibrationBin(from, to, held.Count, held.Average(s => s.Probability), held.Average(s => s.Outcome)));
        }
        return bins.ToImmutable();
    }

    private static double Square(double value) => value * value;

    private double Mean(Func<ScoredQuestion, double> score) => Scored.IsEmpty ? 0 : Scored.Average(score);
}
