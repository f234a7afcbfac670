namespace Standoff.Reading.Mentions;

/// <summary>Grammatical gender and number of what a name stands for, as pronouns tell them apart.</summary>
internal enum Gender
{
    Unknown,
    Male,
    Female,
    Thing,
    Many,
}

/// <summary>Somebody or something that a document names, gathered over its mentions.</summary>
internal sealed class Entity(string name, MentionKind kind, string? state)
{
    public string Name { get; set; } = name;
    public MentionKind Kind { get; } = kind;
    public string? State { get; set; } = state;
    public Gender Gender { get; set; } = kind switch
    {
        MentionKind.Person => Gender.Unknown,
        MentionKind.Group or MentionKind.AnonymousGroup => Gender.Many,
        _ => Gender.Thing,
    };

    /// <summary>Offices that the document or the gazetteer gives him ("president", "foreign minister", "general").</summary>
    public HashSet<string> Offices { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often its name stands in the document.</summary>
    public int Count { get; set; }

    public bool IsHead { get; set; }
}
