using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Events;

/// <summary>What an actor does to another, by the root types of PLOVER (Open Event Data Alliance 2018).</summary>
public enum EventType
{
    /// <summary>Agrees, offers, promises to cooperate.</summary>
    Agree,

    /// <summary>Meets, visits, talks, negotiates, mediates.</summary>
    Consult,

    /// <summary>Praises, backs, recognises, apologises, signs.</summary>
    Support,

    /// <summary>Works, trades, exercises with another, shares what it knows.</summary>
    Cooperate,

    /// <summary>Gives money, arms, relief, protection, asylum.</summary>
    Aid,

    /// <summary>Gives way: resigns, releases, returns, eases, retreats, keeps a truce.</summary>
    Yield,

    /// <summary>Asks, urges, demands.</summary>
    Request,

    /// <summary>Criticises, accuses, sues, investigates.</summary>
    Accuse,

    /// <summary>Rejects, refuses, vetoes, defies.</summary>
    Reject,

    /// <summary>Threatens, warns, gives an ultimatum.</summary>
    Threaten,

    /// <summary>Demonstrates, strikes, riots.</summary>
    Protest,

    /// <summary>Reduces relations: ends aid or talks, breaks ties, expels envoys.</summary>
    Sanction,

    /// <summary>Deploys or alerts forces, shows weapons.</summary>
    Mobilize,

    /// <summary>Arrests, deports, seizes, bans, blockades, imposes sanctions.</summary>
    Coerce,

    /// <summary>Uses violence.</summary>
    Assault,
}

/// <summary>Whether an event is said to be so.</summary>
public enum EventPolarity
{
    /// <summary>It is.</summary>
    Affirmed,

    /// <summary>The text says that it is not.</summary>
    Negated,

    /// <summary>Somebody in the text says that it is not, or calls the report of it false.</summary>
    Denied,
}

/// <summary>How an event stands to what happened.</summary>
public enum EventModality
{
    /// <summary>The author tells it as having happened or happening.</summary>
    Happened,

    /// <summary>Somebody in the text tells it so.</summary>
    Reported,

    /// <summary>Somebody is accused of it.</summary>
    Alleged,

    /// <summary>Somebody demands it.</summary>
    Demanded,

    /// <summary>Somebody threatens it.</summary>
    Threatened,

    /// <summary>Somebody agrees, offers, promises or plans it.</summary>
    Promised,

    /// <summary>Somebody refuses it; its polarity is negated.</summary>
    Refused,

    /// <summary>Somebody allows it.</summary>
    Permitted,

    /// <summary>It depends on a condition, or is one.</summary>
    Conditional,

    /// <summary>It may happen or have happened.</summary>
    Possible,

    /// <summary>It is expected, feared or believed.</summary>
    Expected,
}

/// <summary>Somebody or something that acts or is acted on.</summary>
/// <param name="Span">Where the noun phrase stands.</param>
/// <param name="Words">The noun phrase; for a pronoun what it stands for, where known.</param>
/// <param name="Name">Plain name of the actor that the phrase names; the phrase itself where it names none.</param>
public sealed record EventParticipant(TextSpan Span, string Words, string Name);

/// <summary>
/// A political event in PLOVER's terms. The type is what an act counts as (to promise a release is AGREE, to refuse it
/// REJECT); whether it happened, is denied, demanded or depends on a condition stands apart from it in
/// <see cref="Polarity"/> and <see cref="Modality"/>. What is promised, refused or demanded is an event of its own with
/// that modality.
/// </summary>
public sealed record PoliticalEvent
{
    /// <summary>The root type.</summary>
    public required EventType Type { get; init; }

    /// <summary>How it is done (<c>release</c>, <c>arrest</c>, <c>visit</c> …); <see langword="null"/> where PLOVER has no mode for it.</summary>
    public string? Mode { get; init; }

    /// <summary>The area of politics (<c>military</c>, <c>economic</c>, <c>legal</c> …); <see langword="null"/> where nothing tells it.</summary>
    public string? Context { get; init; }

    /// <summary>The CAMEO code, two to four digits; its first two are the root.</summary>
    public required string Cameo { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<EventParticipant> Actors { get; init; } = [];

    /// <summary>Who is acted on.</summary>
    public ImmutableArray<EventParticipant> Recipients { get; init; } = [];

    /// <summary>Whether it is said to be so.</summary>
    public EventPolarity Polarity { get; init; }

    /// <summary>How it stands to what happened.</summary>
    public EventModality Modality { get; init; }

    /// <summary>The word that tells the event.</summary>
    public required Anchor Anchor { get; init; }

    /// <summary>The anchored word as the text has it.</summary>
    public required string Exact { get; init; }

    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }
}
