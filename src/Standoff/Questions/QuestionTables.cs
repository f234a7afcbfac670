using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Questions;

/// <summary>Single numbers: those of <c>settings.tsv</c>, and of <c>fitted.tsv</c> the shares of kinds and factors of what pages tell, fitted to resolved questions.</summary>
internal static class QuestionSettings
{
    private static readonly Dictionary<string, double> Values =
        new[] { "settings.tsv", "fitted.tsv" }.SelectMany(t => ResourceTable.Load("Questions", t).Rows).ToDictionary(r => r["key"], r => r.Number("value"), StringComparer.Ordinal);

    public static double Of(string key) => Values[key];
}

/// <summary>
/// How far what a page tells is taken at its judged worth: on resolved questions what has been decided and words on force come true more often than hopes of
/// a settlement, so each family of kinds has its factor, and so have acts done and what has been decided.
/// </summary>
internal static class EvidenceScale
{
    private const string Decided = "decided";
    private const string Done = "done";
    private const string Other = "other";

    /// <summary>All factors.</summary>
    public static ImmutableArray<string> Keys { get; } = [Decided, Done, "force", "settle", "breach", "leader", "capture", Other];

    /// <summary>The factor that a row of evidence has for a kind.</summary>
    public static string KeyOf(EvidenceRow row, QuestionKind kind) => row.Group == Decided ? Decided : row.IsDone ? Done : Keys.Contains(kind.Family) ? kind.Family : Other;

    /// <summary>Whether a factor is of what has been done or decided, which is a fact, and not of what is said of what may come.</summary>
    public static bool IsOfFacts(string key) => key is Decided or Done;

    /// <summary>The factor's value.</summary>
    public static double Of(EvidenceRow row, QuestionKind kind) => QuestionSettings.Of("told." + KeyOf(row, kind));
}

/// <summary>Counted rates of <c>question-rates.tsv</c>, per week, with half an event added as Jeffreys would.</summary>
internal sealed record CountedRate(string Key, string Name, double Events, double Weeks, string Era, string Citation, string Warning)
{
    private static readonly Dictionary<string, CountedRate> All = ResourceTable.Load("Questions", "question-rates.tsv").Rows
        .ToDictionary(r => r["key"], r => new CountedRate(r["key"], r["name"], r.Number("events"), r.Number("weeks"), r["era"], r["citation"], r["warning"]), StringComparer.Ordinal);

    /// <summary>Events per week at risk.</summary>
    public double Hazard => (Events + 0.5) / Weeks;

    public static CountedRate Of(string key) => All.TryGetValue(key, out var rate) ? rate
        : throw new ArgumentException($"question-rates.tsv has no row '{key}'.", nameof(key));

    /// <summary>Force of a reference class of crises over its first periods.</summary>
    public static CountedRate OfClass(string key)
    {
        var (counts, reference) = (ClassCounts.Of(key, DemandKind.PolicyChange), ReferenceClass.Of(key));
        double Early(double[] values) => values.Take((int)QuestionSettings.Of("first-periods")).Sum();
        var events = new[] { Channel.Limited, Channel.Raid, Channel.Invasion }.Sum(c => Early(counts.Events(c, 0)));
        return new CountedRate("class:" + key, $"force on the target's soil: {reference.Name}", events, Early(counts.Weeks(Channel.Limited, 0)), reference.Era, reference.Citation, reference.Warning);
    }
}

/// <summary>A term of a rate: a number, or a counted rate, times a factor.</summary>
internal sealed record RateTerm(string Key, double Factor)
{
    public static ImmutableArray<RateTerm> Parse(string text) => [.. text.Split('+', StringSplitOptions.TrimEntries).Select(Term)];

    private static RateTerm Term(string text)
    {
        var parts = text.Split(" x ", StringSplitOptions.TrimEntries);
        if (double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return new RateTerm("", number);
        return new RateTerm(parts[0], parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
    }
}

/// <summary>The rate from which a kind of question starts where nothing is at hand but the question.</summary>
internal sealed record RateRow(string Kind, ImmutableArray<RateTerm> Rate, double Spread, string Grounds)
{
    private static readonly Dictionary<string, RateRow> All = ResourceTable.Load("Questions", "rates.tsv").Rows
        .Select(r => new RateRow(r["kind"], RateTerm.Parse(r["rate"]), r.Number("spread"), r["grounds"])).ToDictionary(r => r.Kind, StringComparer.Ordinal);

    public static RateRow Of(QuestionKind kind) => All[kind.Key];
}
