using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>A mention while the document is being read: tokens of a sentence and what they stand for.</summary>
internal sealed class NameMention(int sentence, int from, int to, Entity entity, MentionForm form)
{
    public int Sentence { get; } = sentence;

    /// <summary>First token.</summary>
    public int From { get; set; } = from;

    /// <summary>One past the last token.</summary>
    public int To { get; set; } = to;

    public Entity Entity { get; set; } = entity;
    public MentionForm Form { get; } = form;

    /// <summary>Kind where it differs from the entity's: troops that count as their state, a capital that is a place.</summary>
    public MentionKind? KindHere { get; init; }

    /// <summary>Whether a reader would list it among the actors of a content.</summary>
    public bool IsActor { get; set; } = true;

    /// <summary>Whether it was read as a capital or seat of government, which may be a mere place.</summary>
    public bool IsSeat { get; init; }

    public MentionKind Kind => KindHere ?? Entity.Kind;

    public Mention In(Sentence sentence) => new(
        sentence[From].Span.Union(sentence[To - 1].Span), Entity.Name, Kind, Kind == MentionKind.State ? Entity.State ?? Entity.Name : Entity.State, Sentence, HeadIn(sentence), Form)
    { IsActor = IsActor };

    /// <summary>The token of the mention that depends on one outside.</summary>
    public int HeadIn(Sentence sentence)
    {
        for (var i = From; i < To; i++)
            if (sentence[i].HeadIndex < From || sentence[i].HeadIndex >= To) return i;
        return To - 1;
    }
}
