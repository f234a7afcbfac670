using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.LanguageModels;

/// <summary>A document as read with a model's help.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Tally">What the model proposed, and what was kept.</param>
/// <param name="Failures">Why questions got no answer; the rules' claims stand in their place.</param>
public sealed record ModelReading(Standoff.Reading.Claims.Reading Reading, Tally Tally, ImmutableArray<ModelFailure> Failures);

/// <summary>
/// Reads documents with a language model. The model proposes claims, the text decides which stand: see <see cref="DropReason"/>. In
/// sentences of which it says nothing that stands, the claims of <see cref="ClaimReader"/> stand. Safe to use from several threads.
/// </summary>
public sealed class LanguageModelReader : IDisposable
{
    private readonly Dialogue _dialogue;
    private readonly LanguageModelOptions _options;

    internal LanguageModelReader(IChatClient? client, Recording recording, LanguageModelOptions options, TimeProvider time) =>
        (_dialogue, _options) = (new Dialogue(client, recording, options, time), options);

    /// <summary>A reader that asks a model over the network.</summary>
    /// <param name="model">Which model.</param>
    /// <param name="options">The limits.</param>
    /// <param name="environment">Looks up the variables with the providers' keys.</param>
    /// <exception cref="LanguageModelException">The key is not set.</exception>
    public static LanguageModelReader Connect(ModelName model, LanguageModelOptions options, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(environment);
        return new LanguageModelReader(ModelConnection.Open(model, options, environment), new Recording(model.ToString()), options, TimeProvider.System);
    }

    /// <summary>A reader that asks a client of the caller's, and disposes of it in the end.</summary>
    /// <param name="client">The client.</param>
    /// <param name="model">What the model is called in claims and recordings.</param>
    /// <param name="options">The limits; the length of an answer is the client's to limit.</param>
    public static LanguageModelReader Over(IChatClient client, string model, LanguageModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentNullException.ThrowIfNull(options);
        return new LanguageModelReader(client, new Recording(model), options, TimeProvider.System);
    }

    /// <summary>A reader that asks nobody, and takes every answer from a recording.</summary>
    public static LanguageModelReader Replay(Recording recording, LanguageModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(options);
        return new LanguageModelReader(null, recording, options, TimeProvider.System);
    }

    /// <summary>What was asked and answered so far.</summary>
    public Recording Recording => _dialogue.Recording;

    /// <summary>Reads a document, one question after the other.</summary>
    /// <exception cref="NotRecordedException">A recording is replayed that was made of something else.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ModelReading> ReadAsync(Document document, ReaderOptions options, CancellationToken stop)
    {
        var byRule = ClaimReader.Read(document, options);
        if (!document.IsEnglish) return new ModelReading(byRule, Tally.Empty, []);
        var spans = SpanReader.Of(document, options);
        var verifier = new ClaimVerifier(spans, "language model " + Recording.Model);
        var (claims, tally, failures) = (new List<Claim>(), Tally.Empty, ImmutableArray.CreateBuilder<ModelFailure>());
        foreach (var prompt in Prompt.Of(spans, _options))
        {
            var exchange = await _dialogue.AskAsync(prompt, stop).ConfigureAwait(false);
            var (found, counts) = Judge(exchange, prompt, verifier);
            if (exchange.Failure is { } failure) failures.Add(failure);
            tally = tally.Add(counts with { Questions = 1, TokensIn = exchange.TokensIn, TokensOut = exchange.TokensOut });
            claims.AddRange(found);
        }
        var reading = Merged(byRule, claims);
        return new ModelReading(reading, tally with { ByRule = reading.Claims.Length - claims.Count }, failures.ToImmutable());
    }

    /// <inheritdoc/>
    public void Dispose() => _dialogue.Dispose();

    // None where there was no answer that can be read, or one that is mostly invented.
    private (ImmutableArray<Claim> Claims, Tally Tally) Judge(Exchange exchange, Prompt prompt, ClaimVerifier verifier)
    {
        if (exchange.Answer is not { } answer) return ([], new Tally { Failed = 1 });
        var (claims, tally) = verifier.Verify(prompt, Proposals.Parse(answer, _options.Proposals));
        return tally.Kept < _options.LeastShare * tally.Proposed ? ([], tally with { Kept = 0, SetAside = 1 }) : (claims, tally);
    }

    // The model speaks for the sentences of which it says something that stands; it can silence none: an instruction hidden in a text
    // could ask it to.
    private static Standoff.Reading.Claims.Reading Merged(Standoff.Reading.Claims.Reading byRule, List<Claim> claims)
    {
        var spoken = claims.Select(c => c.Sentence).ToHashSet();
        return byRule with
        {
            Claims = [.. claims.Concat(byRule.Claims.Where(c => !spoken.Contains(c.Sentence))).OrderBy(c => c.Anchor.Span)],
            Sentences = [.. byRule.Sentences.Select((s, i) => spoken.Contains(i) ? s with { Status = SentenceStatus.Read } : s)],
        };
    }
}
