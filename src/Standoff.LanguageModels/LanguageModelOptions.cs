namespace Standoff.LanguageModels;

/// <summary>Limits within which a model is asked.</summary>
public sealed record LanguageModelOptions
{
    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How often a question is asked again after a failure that may pass.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The wait before the first repetition; it doubles with each.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that a server may ask for.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After so many questions in a row without an answer no more are asked.</summary>
    public int Patience { get; init; } = 3;

    /// <summary>Most sentences in one question.</summary>
    public int SentencesPerQuestion { get; init; } = 24;

    /// <summary>Most UTF-16 code units of text in one question, unless a single sentence is longer.</summary>
    public int LengthOfQuestion { get; init; } = 4000;

    /// <summary>Sentences before the first that are given as context.</summary>
    public int Context { get; init; } = 4;

    /// <summary>Most bytes of an answer as it comes from the server.</summary>
    public int AnswerBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Most proposals of one answer that are looked at.</summary>
    public int Proposals { get; init; } = 400;

    /// <summary>The least share of an answer's proposals that must stand in the text, for the answer to be used at all.</summary>
    public double LeastShare { get; init; } = 0.5;
}
