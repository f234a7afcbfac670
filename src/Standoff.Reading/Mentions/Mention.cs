using Standoff.Reading.Text;

namespace Standoff.Reading.Mentions;

/// <summary>A place where the text names or stands for somebody or something that can act.</summary>
/// <param name="Span">The words of the mention.</param>
/// <param name="Name">Its plain name as a reader would list it: "United States" for "Washington", the full name for a surname or a pronoun.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">Plain name of the state that it is, serves or belongs to, where known.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Head">Index of its head token in the sentence.</param>
/// <param name="Form">How the text refers to it.</param>
public sealed record Mention(TextSpan Span, string Name, MentionKind Kind, string? State, int Sentence, int Head, MentionForm Form)
{
    /// <summary>Whether a reader would list it among the actors of a content; a nationality that only describes a person is none.</summary>
    public bool IsActor { get; init; } = true;
}

/// <summary>What a mention stands for.</summary>
public enum MentionKind
{
    /// <summary>A state, also through its capital or seat of government.</summary>
    State,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>A government, ministry, party, alliance, company or other body.</summary>
    Organisation,

    /// <summary>A newspaper, agency, broadcaster or site.</summary>
    Outlet,

    /// <summary>An army, fleet, guard or armed group, also its troops.</summary>
    Force,

    /// <summary>A place that does not act.</summary>
    Place,

    /// <summary>Unnamed people who vouch for something: officials, diplomats, witnesses.</summary>
    AnonymousGroup,

    /// <summary>People as a group: Venezuelans, protesters, West African leaders.</summary>
    Group,
}

/// <summary>How a mention refers.</summary>
public enum MentionForm
{
    /// <summary>By a name.</summary>
    Name,

    /// <summary>By an adjective of nationality inside another phrase ("Venezuelan airspace").</summary>
    Demonym,

    /// <summary>By a noun ("the general", "the government", "Nigerien troops").</summary>
    Nominal,

    /// <summary>By a pronoun or possessive.</summary>
    Pronoun,
}
