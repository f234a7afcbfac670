using System.Globalization;

namespace Standoff.LanguageModels;

/// <summary>Why a model gave no answer that can be used.</summary>
public abstract record ModelFailure
{
    private ModelFailure()
    {
    }

    /// <summary>What happened, as half a sentence; it holds nothing that the server sent.</summary>
    public abstract string Reason { get; }

    /// <summary>Whether asking again may help.</summary>
    internal virtual bool IsPassing => true;

    /// <summary>The variable with the key is not set.</summary>
    public sealed record NoKey(string Variable) : ModelFailure
    {
        /// <inheritdoc/>
        public override string Reason => $"the environment variable {Variable} with the key is not set";

        internal override bool IsPassing => false;
    }

    /// <summary>The server could not be reached, or broke the connection off.</summary>
    public sealed record Unreachable : ModelFailure
    {
        /// <inheritdoc/>
        public override string Reason => "the server could not be reached, or broke off";
    }

    /// <summary>The server refused the request, or failed.</summary>
    /// <param name="Code">The HTTP status.</param>
    /// <param name="RetryAfter">How long it asks to be left alone.</param>
    public sealed record Status(int Code, TimeSpan? RetryAfter) : ModelFailure
    {
        /// <inheritdoc/>
        public override string Reason => string.Create(CultureInfo.InvariantCulture, $"the server answered with status {Code}{Meaning}");

        internal override bool IsPassing => Code is 408 or 429 or >= 500;

        private string Meaning => Code switch
        {
            401 or 403 => " (the key is not accepted)",
            404 => " (it knows no such model or path)",
            429 => " (too many requests, or the quota is used up)",
            _ => "",
        };
    }

    /// <summary>No answer came in time.</summary>
    /// <param name="Limit">The time allowed for one answer.</param>
    public sealed record Slow(TimeSpan Limit) : ModelFailure
    {
        /// <inheritdoc/>
        public override string Reason => string.Create(CultureInfo.InvariantCulture, $"no answer came within {Limit.TotalSeconds:0.###} s");
    }

    /// <summary>The answer is longer than any honest one.</summary>
    public sealed record TooLong : ModelFailure
    {
        /// <inheritdoc/>
        public override string Reason => "the answer was longer than the limit";

        internal override bool IsPassing => false;
    }

    /// <summary>The answer is not in the form that was asked for.</summary>
    public sealed record Unreadable(string What) : ModelFailure
    {
        /// <inheritdoc/>
        public override string Reason => $"the answer could not be read: {What}";
    }

    /// <summary>A failure that a recording tells of.</summary>
    public sealed record Recorded(string Told) : ModelFailure
    {
        /// <inheritdoc/>
        public override string Reason => Told;

        internal override bool IsPassing => false;
    }
}

/// <summary>Carries a failure up to where it is told.</summary>
public sealed class LanguageModelException(ModelFailure failure) : Exception(failure?.Reason)
{
    /// <summary>What happened.</summary>
    public ModelFailure Failure { get; } = failure ?? throw new ArgumentNullException(nameof(failure));
}
