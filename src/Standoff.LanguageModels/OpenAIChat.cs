using Microsoft.Extensions.AI;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using Wire = OpenAI.Chat;

namespace Standoff.LanguageModels;

/// <summary>OpenAI's client as an <see cref="IChatClient"/>, for what is asked of it here: one answer, under a schema.</summary>
internal sealed class OpenAIChat(Wire.ChatClient client) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = new Wire.ChatCompletionOptions();
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema, SchemaName: var name })
            asked.ResponseFormat = Wire.ChatResponseFormat.CreateJsonSchemaFormat(name ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true);
        var answer = (await client.CompleteChatAsync(messages.Select(Sent), asked, cancellationToken).ConfigureAwait(false)).Value;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(answer.Content.Select(c => c.Text))))
        {
            ModelId = answer.Model,
            Usage = answer.Usage is { } usage ? new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount } : null,
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(client) ? client : null;

    public void Dispose()
    {
        // The client owns nothing: the connection belongs to who opened it.
    }

    private static Wire.ChatMessage Sent(ChatMessage message) =>
        message.Role == ChatRole.System ? new Wire.SystemChatMessage(message.Text) : new Wire.UserChatMessage(message.Text);
}
