using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Standoff.LanguageModels;

/// <summary>Opens the way to a model. Nothing is sent before it is asked something.</summary>
internal static class ModelConnection
{
    // Anthropic's protocol wants a limit; the answer to one question is far shorter.
    private const int MostTokens = 16_000;

    /// <summary>The client of a model; the network is its alone, and goes with it.</summary>
    /// <param name="model">Which model.</param>
    /// <param name="options">The limits.</param>
    /// <param name="environment">Looks a variable up.</param>
    /// <exception cref="LanguageModelException">The provider's key is not set.</exception>
    public static IChatClient Open(ModelName model, LanguageModelOptions options, Func<string, string?> environment)
    {
        var http = new HttpClient(new BoundedHandler(options.AnswerBytes)) { Timeout = Timeout.InfiniteTimeSpan };
        return new Owned(ClientOf(model, http, environment), http);
    }

    private static IChatClient ClientOf(ModelName model, HttpClient http, Func<string, string?> environment) => model.Provider switch
    {
        ModelProvider.OpenAI => OverOpenAI(model.Name, Key(environment, "OPENAI_API_KEY"), Address(environment, "OPENAI_BASE_URL"), http),
        ModelProvider.Anthropic => OverAnthropic(model.Name, Key(environment, "ANTHROPIC_API_KEY"), Address(environment, "ANTHROPIC_BASE_URL"), http),
        // A provider's key is never sent to another server. The protocol wants some key where the server wants none.
        _ => OverOpenAI(model.Name, environment("STANDOFF_MODEL_KEY") is { Length: > 0 } key ? key : "none", model.Server, http),
    };

    private static OpenAIChat OverOpenAI(string name, string key, Uri? address, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        if (address is not null) options.Endpoint = address;
        return new OpenAIChat(new OpenAI.Chat.ChatClient(name, new ApiKeyCredential(key), options));
    }

    private static IChatClient OverAnthropic(string name, string key, Uri? address, HttpClient http)
    {
        var client = new AnthropicClient { ApiKey = key, HttpClient = http, MaxRetries = 0, Timeout = TimeSpan.FromHours(1) };
        if (address is not null) client = new AnthropicClient { ApiKey = key, HttpClient = http, MaxRetries = 0, Timeout = TimeSpan.FromHours(1), BaseUrl = address.OriginalString };
        return client.AsIChatClient(name, MostTokens);
    }

    private static string Key(Func<string, string?> environment, string variable) =>
        environment(variable) is { Length: > 0 } key ? key.Trim() : throw new LanguageModelException(new ModelFailure.NoKey(variable));

    private static Uri? Address(Func<string, string?> environment, string variable) =>
        environment(variable) is { Length: > 0 } text && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;

    private sealed class Owned(IChatClient client, HttpClient http) : DelegatingChatClient(client)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing) http.Dispose();
        }
    }
}
