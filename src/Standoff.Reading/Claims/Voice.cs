using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>Who vouches for a clause and how firmly, as the frames around it leave it.</summary>
internal sealed record Voice
{
    /// <summary>The author's own voice, certain.</summary>
    public static Voice Author { get; } = new();

    /// <summary>The chain so far, outermost first.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>The words that attribute or hedge so far.</summary>
    public ImmutableArray<TextSpan> Cues { get; init; } = [];

    /// <summary>What the author commits to, before the clause's own modals and negation.</summary>
    public Factuality AuthorLevel { get; init; } = Factuality.Certain;

    /// <summary>What the innermost source commits to, before the clause's own modals and negation.</summary>
    public Factuality SourceLevel { get; init; } = Factuality.Certain;

    /// <summary>Kind that the frame gives its content, if it does.</summary>
    public ClaimKind? Kind { get; init; }

    /// <summary>Whether the content may overrule <see cref="Kind"/>.</summary>
    public bool KindYields { get; init; }

    /// <summary>The if-clause over the clause.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>Plain name of the innermost speaker, and of the state that he speaks for.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>State of the innermost speaker, if known.</summary>
    public string SpeakerState { get; init; } = "";

    /// <summary>Token of the innermost verb of saying in the sentence; -1 if there is none.</summary>
    public int CueToken { get; init; } = -1;

    /// <summary>The rule that gave the sources.</summary>
    public string Rule { get; init; } = "author's own voice";

    /// <summary>Whether somebody else than the author vouches.</summary>
    public bool IsReported => Sources.Length > 0;

    /// <summary>The voice inside a frame.</summary>
    public Voice Enter(Speaker speaker, ReportingEntry entry, IEnumerable<TextSpan> cues, string rule) => this with
    {
        Sources = [.. Sources, .. speaker.Chain.Where((s, i) => i == speaker.Chain.Length - 1 || !Sources.Contains(s))],
        Cues = [.. Cues, .. speaker.Cues, .. cues],
        AuthorLevel = entry.Author == Factuality.Certain ? AuthorLevel : speaker.Chain.Length == 0 && !IsReported ? entry.Author : Factuality.Uncommitted,
        SourceLevel = entry.Source,
        Kind = entry.Kind,
        KindYields = entry.KindYields,
        Condition = null,
        Speaker = speaker.Name,
        SpeakerState = speaker.State,
        Rule = rule,
    };

    /// <summary>The voice with a further cue.</summary>
    public Voice WithCue(TextSpan cue) => this with { Cues = [.. Cues, cue] };

    /// <summary>The voice of something said to be not known.</summary>
    public Voice Unknown(IEnumerable<TextSpan> cues, string rule) => this with
    {
        Cues = [.. Cues, .. cues],
        AuthorLevel = Factuality.Uncommitted,
        SourceLevel = Factuality.Uncommitted,
        Kind = ClaimKind.Unknown,
        KindYields = false,
        Rule = IsReported ? Rule : rule,
    };
}

/// <summary>Somebody who speaks in a sentence.</summary>
/// <param name="Chain">The hops that his words came through, outermost first, himself last.</param>
/// <param name="Cues">Words that tell of the hops.</param>
/// <param name="Name">His plain name.</param>
/// <param name="State">The state that he is or speaks for, if known.</param>
internal sealed record Speaker(ImmutableArray<Source> Chain, ImmutableArray<TextSpan> Cues, string Name, string State)
{
    /// <summary>Nobody named: a bare "reportedly".</summary>
    public static Speaker Unnamed { get; } = new([new Source("", SourceKind.Anonymous)], [], "", "");
}
