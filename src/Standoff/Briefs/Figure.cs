using System.Collections.Immutable;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>What a picture shows, apart from how it is drawn. Every figure has a table twin with the same numbers.</summary>
public abstract record Figure
{
    private Figure() { }

    /// <summary>Unique in the brief; the picture's element id.</summary>
    public required string Id { get; init; }

    /// <summary>Short title.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in a sentence or two, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>How to read it.</summary>
    public required Prose Caption { get; init; }

    /// <summary>The same as a table.</summary>
    public required Grid Twin { get; init; }

    /// <summary>Fifty equally likely futures, shared out among the outcomes.</summary>
    public sealed record Futures : Figure
    {
        /// <summary>Outcomes with their share.</summary>
        public required ImmutableArray<OutcomePoint> Outcomes { get; init; }
    }

    /// <summary>For each outcome fifty equally likely values of its probability.</summary>
    public sealed record Dotplots : Figure
    {
        /// <summary>Outcomes with their estimate.</summary>
        public required ImmutableArray<OutcomePoint> Outcomes { get; init; }
    }

    /// <summary>Cumulative probabilities over the horizon with their 90 % bands.</summary>
    public sealed record Curves : Figure
    {
        /// <summary>Lines in order of importance.</summary>
        public required ImmutableArray<CurveLine> Lines { get; init; }

        /// <summary>The day of week 0; <see langword="null"/> if unknown.</summary>
        public DateOnly? Start { get; init; }
    }

    /// <summary>How a number comes about, step by step.</summary>
    public sealed record Steps : Figure
    {
        /// <summary>Name and value after each step.</summary>
        public required ImmutableArray<StepPoint> Points { get; init; }
    }

    /// <summary>The ladder of escalation with the present rung.</summary>
    public sealed record Ladder : Figure
    {
        /// <summary>Rungs from the lowest up.</summary>
        public required ImmutableArray<RungPoint> Rungs { get; init; }
    }

    /// <summary>What happened and what is due, as exactly as the texts say.</summary>
    public sealed record Timeline : Figure
    {
        /// <summary>Entries by date.</summary>
        public required ImmutableArray<TimelineEntry> Entries { get; init; }

        /// <summary>The day of the forecast.</summary>
        public DateOnly? AsOf { get; init; }
    }

    /// <summary>Third parties between the two sides.</summary>
    public sealed record Stances : Figure
    {
        /// <summary>Who stands at the left end (−1).</summary>
        public required string Target { get; init; }

        /// <summary>Who stands at the right end (+1).</summary>
        public required string Challenger { get; init; }

        /// <summary>Third parties.</summary>
        public required ImmutableArray<StancePoint> Parties { get; init; }
    }

    /// <summary>What the most influential inputs change, as bars from a common middle.</summary>
    public sealed record Tornado : Figure
    {
        /// <summary>The value in the middle.</summary>
        public required double Middle { get; init; }

        /// <summary>Bars, longest first.</summary>
        public required ImmutableArray<TornadoBar> Bars { get; init; }
    }
}

/// <summary>An outcome in a figure.</summary>
/// <param name="Key">Stable key; it chooses colour and pattern.</param>
/// <param name="Name">As printed.</param>
/// <param name="Estimate">Mean and interval.</param>
/// <param name="Quantiles">Fifty equally likely values, rising.</param>
/// <param name="Number">The number.</param>
public sealed record OutcomePoint(string Key, string Name, Estimate Estimate, ImmutableArray<double> Quantiles, NumberNode Number);

/// <summary>A line of a curve figure.</summary>
/// <param name="Key">Stable key; it chooses colour and pattern.</param>
/// <param name="Name">Label at the line's end.</param>
/// <param name="Weeks">Values at weeks 0 ….</param>
/// <param name="Number">The number at the horizon.</param>
public sealed record CurveLine(string Key, string Name, ImmutableArray<Estimate> Weeks, NumberNode Number);

/// <summary>A step of a waterfall.</summary>
public sealed record StepPoint(string Name, double Value, NumberNode Number);

/// <summary>A rung with its probability and the claims that speak for it.</summary>
public sealed record RungPoint(string Name, double Weight, bool IsMode, ImmutableArray<string> Claims, NumberNode Number);

/// <summary>Something dated.</summary>
/// <param name="From">First day that it may mean.</param>
/// <param name="To">Last day that it may mean.</param>
/// <param name="OpenStart">Whether it may be earlier than <paramref name="From"/>.</param>
/// <param name="OpenEnd">Whether it may be later than <paramref name="To"/>.</param>
/// <param name="Edtf">The date as EDTF.</param>
/// <param name="Text">What it is.</param>
/// <param name="Claim">Its claim.</param>
/// <param name="Kind">What kind of entry.</param>
public sealed record TimelineEntry(DateOnly From, DateOnly To, bool OpenStart, bool OpenEnd, string Edtf, string Text, string Claim, TimelineKind Kind);

/// <summary>What kind of entry a timeline has.</summary>
public enum TimelineKind
{
    /// <summary>Presented as having happened.</summary>
    Event,

    /// <summary>Said to be coming, or possible.</summary>
    Ahead,

    /// <summary>The demand's deadline.</summary>
    Deadline,
}

/// <summary>A third party in the stance picture.</summary>
public sealed record StancePoint(string Name, double Stance, double Capacity, double Availability);

/// <summary>A bar of a tornado.</summary>
public sealed record TornadoBar(string Name, double Low, double High, NumberNode AtLow, NumberNode AtHigh);
