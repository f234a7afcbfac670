using System.Text.Json;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace Standoff.LanguageModels;

/// <summary>Asks a model, patiently within limits, and writes down what it said; or looks up what it said before.</summary>
internal sealed class Dialogue : IDisposable
{
    private static readonly ChatOptions Asked = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(Prompt.Schema).RootElement.Clone(), "claims") };
    private readonly IChatClient? _client;
    private readonly LanguageModelOptions _options;
    private readonly ResiliencePipeline _pipeline;
    private readonly Lock _gate = new();
    private ModelFailure? _givenUp;
    private int _failedInARow;
    private volatile bool _refusesSchema;

    /// <summary>Begins with what is known.</summary>
    /// <param name="client">The model; <see langword="null"/> where only the recording is asked.</param>
    /// <param name="recording">What is known, and what is learnt.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock of waits and limits.</param>
    public Dialogue(IChatClient? client, Recording recording, LanguageModelOptions options, TimeProvider time)
    {
        (_client, Recording, _options) = (client, recording, options);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, options.Retries),
                ShouldHandle = new PredicateBuilder().Handle<LanguageModelException>(e => options.Retries > 0 && e.Failure.IsPassing),
                DelayGenerator = a => ValueTask.FromResult<TimeSpan?>(WaitBefore(a)),
            })
            .Build();
    }

    public Recording Recording { get; }

    /// <summary>The answer to a question, or why there is none.</summary>
    /// <exception cref="NotRecordedException">There is no model to ask, and the recording does not hold the question.</exception>
    public async Task<Exchange> AskAsync(Prompt prompt, CancellationToken stop)
    {
        var key = prompt.KeyFor(Recording.Model);
        if (Recording.Find(key) is { } known) return Checked(known);
        if (_client is null) throw new NotRecordedException();
        var exchange = GivenUp() is { } failure ? new Exchange(key, prompt.Data, null, failure, 0, 0) : await TryAsync(key, prompt, stop).ConfigureAwait(false);
        Recording.Keep(exchange);
        return exchange;
    }

    public void Dispose() => _client?.Dispose();

    // A recording is a file, and somebody may have edited it.
    private Exchange Checked(Exchange known)
    {
        try
        {
            if (known.Answer is { } answer) _ = Proposals.Parse(answer, _options.Proposals);
            return known;
        }
        catch (LanguageModelException unreadable)
        {
            return known with { Answer = null, Failure = unreadable.Failure };
        }
    }

    private async Task<Exchange> TryAsync(string key, Prompt prompt, CancellationToken stop)
    {
        try
        {
            var response = await _pipeline.ExecuteAsync(async t => await OnceAsync(prompt, t).ConfigureAwait(false), stop).ConfigureAwait(false);
            Note(null);
            return new Exchange(key, prompt.Data, response.Text, null, response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0);
        }
        catch (LanguageModelException failed) when (failed.Failure is ModelFailure.Status { Code: 400 or 422 } && !_refusesSchema)
        {
            // Older models and servers do not take a schema; the instructions have it, too.
            _refusesSchema = true;
            return await TryAsync(key, prompt, stop).ConfigureAwait(false);
        }
        catch (LanguageModelException failed)
        {
            Note(failed.Failure);
            return new Exchange(key, prompt.Data, null, failed.Failure, 0, 0);
        }
    }

    private async Task<ChatResponse> OnceAsync(Prompt prompt, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_options.Timeout);
        try
        {
            var response = await _client!.GetResponseAsync([new ChatMessage(ChatRole.System, Prompt.Instructions), new ChatMessage(ChatRole.User, prompt.Data)], _refusesSchema ? null : Asked, limit.Token).ConfigureAwait(false);
            // An answer that cannot be read is a failure like another: asked again, the model may do better.
            _ = Proposals.Parse(response.Text, _options.Proposals);
            return response;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested && fault is not OutOfMemoryException)
        {
            throw fault as LanguageModelException ?? new LanguageModelException(limit.IsCancellationRequested ? new ModelFailure.Slow(_options.Timeout) : FailureOf(fault));
        }
    }

    // The clients wrap what happened in their own ways, and throw anything at all at an answer that is not in their format.
    private static ModelFailure FailureOf(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is LanguageModelException { Failure: var failure }) return failure;
            if (inner is HttpRequestException or IOException) return new ModelFailure.Unreachable();
        }
        return new ModelFailure.Unreadable("it is not in the form of the provider's protocol");
    }

    private TimeSpan WaitBefore(RetryDelayGeneratorArguments<object> attempt)
    {
        if (attempt.Outcome.Exception is LanguageModelException { Failure: ModelFailure.Status { RetryAfter: { } asked } }) return asked < _options.LongestWait ? asked : _options.LongestWait;
        return _options.Wait * Math.Pow(2, attempt.AttemptNumber);
    }

    private ModelFailure? GivenUp()
    {
        lock (_gate) return _givenUp;
    }

    // A wrong key or name stays wrong; and a server that has failed again and again is left alone.
    private void Note(ModelFailure? failure)
    {
        lock (_gate)
        {
            _failedInARow = failure is null ? 0 : _failedInARow + 1;
            if (failure is ModelFailure.Status { Code: 401 or 403 or 404 } || _failedInARow >= _options.Patience) _givenUp ??= failure;
        }
    }
}

/// <summary>A recording was to be replayed, and does not hold what is asked.</summary>
public sealed class NotRecordedException() : Exception("The recording does not hold this question.");
