using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Standoff.Tests.LanguageModels;

/// <summary>What a server sends back.</summary>
internal sealed record ServerAnswer(int Status, byte[] Body, string? RetryAfter = null, string? Location = null)
{
    /// <summary>An answer of a model in the form of OpenAI's protocol.</summary>
    public static ServerAnswer OpenAI(string text) => new(200, Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = "x",
        ["object"] = "chat.completion",
        ["created"] = 0,
        ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = "stop", ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text } }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 20, ["total_tokens"] = 120 },
    }.ToJsonString()));

    /// <summary>An answer of a model in the form of Anthropic's protocol.</summary>
    public static ServerAnswer Anthropic(string text) => new(200, Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = "msg_x",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = "m",
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
        ["stop_reason"] = "end_turn",
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 100, ["output_tokens"] = 20 },
    }.ToJsonString()));

    public static ServerAnswer Raw(string body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body));
}

/// <summary>A server on this machine that answers as a test tells it to.</summary>
internal sealed class ModelServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, ServerAnswer?> _answer;
    private readonly ManualResetEventSlim _over = new();

    /// <summary>Begins to listen on a free port.</summary>
    /// <param name="answer">From the body of a request to what is sent back; <see langword="null"/> for no answer at all.</param>
    public ModelServer(Func<string, ServerAnswer?> answer)
    {
        _answer = answer;
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(ListenAsync);
    }

    public string Address { get; }

    /// <summary>The model's name on a command line.</summary>
    public string Model => Address + "/v1#test-model";

    /// <summary>Requests as they came: headers, then body.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public void Dispose()
    {
        _over.Set();
        _listener.Close();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => Serve(context));
            }
            catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = reader.ReadToEnd();
            Requests.Enqueue($"{context.Request.Url!.AbsolutePath}\n{context.Request.Headers}\n{body}");
            var answer = _answer(body);
            if (answer is null) _over.Wait(CancellationToken.None);
            else Send(context.Response, answer);
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The client has had enough.
        }
    }

    private static void Send(HttpListenerResponse response, ServerAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        if (answer.RetryAfter is { } wait) response.Headers["Retry-After"] = wait;
        if (answer.Location is { } location) response.Headers["Location"] = location;
        response.OutputStream.Write(answer.Body);
        response.Close();
    }

    /// <summary>The data that a request asks about.</summary>
    public static JsonElement DataOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        var content = json.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        var text = content.ValueKind == JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(c => c.GetProperty("text").GetString()));
        using var data = JsonDocument.Parse(text);
        return data.RootElement.Clone();
    }
}
