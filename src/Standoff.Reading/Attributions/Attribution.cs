using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Who is said to have said, thought, wanted or felt what: a source, the words that tie the two, and the content.
/// All spans count UTF-16 code units of the document's text; each role's fragments stand in text order and do not touch.
/// </summary>
/// <param name="Source">Fragments of the phrase that names the source; empty where nobody is named.</param>
/// <param name="Cue">Fragments of the words that attribute ("said", "has called for", "according to").</param>
/// <param name="Content">Fragments of what is attributed, several where the cue or another sentence stands between.</param>
/// <param name="Part">What sort of word the cue is.</param>
/// <param name="Class">What sort of attitude the cue reports.</param>
/// <param name="Frame">How the content hangs on the cue.</param>
public sealed record Attribution(
    ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content, CuePart Part, CueClass Class, CueFrame Frame);

/// <summary>What sort of word a cue is.</summary>
public enum CuePart
{
    /// <summary>"said", "has called for".</summary>
    Verb,

    /// <summary>"the claim that …", "his call for …".</summary>
    Noun,

    /// <summary>"is certain that …".</summary>
    Adjective,

    /// <summary>"reportedly".</summary>
    Adverb,

    /// <summary>"according to", a colon.</summary>
    Phrase,
}

/// <summary>What sort of attitude a cue reports.</summary>
public enum CueClass
{
    /// <summary>Said or written.</summary>
    Speech,

    /// <summary>Praised, blamed, backed or rejected.</summary>
    Judgement,

    /// <summary>Held to be so, expected or doubted.</summary>
    Belief,

    /// <summary>Known, learnt, remembered or noticed.</summary>
    Knowledge,

    /// <summary>Planned, wanted, decided or refused.</summary>
    Intention,

    /// <summary>Feared, hoped, liked or regretted.</summary>
    Emotion,

    /// <summary>Shown by a document, a figure or a study.</summary>
    Evidence,

    /// <summary>How things look, to nobody named.</summary>
    Seeming,
}

/// <summary>How the content of an attribution hangs on its cue.</summary>
public enum CueFrame
{
    /// <summary>A finite clause, with or without "that": "said that …", "…, he said".</summary>
    That,

    /// <summary>An indirect question: "asked whether …", "knows what …".</summary>
    Wh,

    /// <summary>An infinitive: "plans to …".</summary>
    Inf,

    /// <summary>An infinitive behind the one spoken to: "urged them to …".</summary>
    ObjInf,

    /// <summary>A clause whose subject stands as an object, or as the subject of a passive: "wants them to …", "is expected to …".</summary>
    Raise,

    /// <summary>A gerund: "denied targeting …".</summary>
    Ing,

    /// <summary>A noun phrase: "praised the plan".</summary>
    Np,

    /// <summary>Somebody and what he is charged with: "accused them of …".</summary>
    Of,

    /// <summary>Something and what it is seen as: "described it as …".</summary>
    As,

    /// <summary>Something and what it is called: "called it a bluff".</summary>
    Pred,

    /// <summary>A phrase behind a preposition: "talked about …", "called for …".</summary>
    Preposition,

    /// <summary>Words in quotation marks.</summary>
    Quote,

    /// <summary>The clause whose object feels: "it surprised him that …".</summary>
    Experiencer,

    /// <summary>The whole clause: "according to …", "reportedly".</summary>
    Clause,

    /// <summary>A headline with its source before or behind a colon.</summary>
    Colon,
}
