namespace Standoff.LanguageModels;

/// <summary>Whose protocol a model is spoken to in.</summary>
public enum ModelProvider
{
    /// <summary>OpenAI's own service.</summary>
    OpenAI,

    /// <summary>Anthropic's service.</summary>
    Anthropic,

    /// <summary>A server that speaks OpenAI's protocol, such as Ollama or llama.cpp.</summary>
    Server,
}

/// <summary>Which language model is meant, and where it is.</summary>
/// <param name="Provider">Whose protocol it speaks.</param>
/// <param name="Name">The model's name there.</param>
/// <param name="Server">The server's address; <see langword="null"/> for a provider's own.</param>
public sealed record ModelName(ModelProvider Provider, string Name, Uri? Server)
{
    /// <summary>As it is written: <c>openai:NAME</c>, <c>anthropic:NAME</c> or <c>URL#NAME</c>.</summary>
    public override string ToString() => Provider switch
    {
        ModelProvider.OpenAI => "openai:" + Name,
        ModelProvider.Anthropic => "anthropic:" + Name,
        _ => $"{Server!.OriginalString}#{Name}",
    };

    /// <summary>Reads <c>openai:NAME</c>, <c>anthropic:NAME</c> or <c>URL#NAME</c>.</summary>
    public static ModelNameResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Any(char.IsControl)) return new ModelNameResult.Failed("it holds a control character");
        if (After(text, "openai:") is { } openai) return Named(ModelProvider.OpenAI, openai, null);
        if (After(text, "anthropic:") is { } anthropic) return Named(ModelProvider.Anthropic, anthropic, null);
        var at = text.IndexOf('#', StringComparison.Ordinal);
        if (at < 0) return new ModelNameResult.Failed("a model is openai:NAME, anthropic:NAME or URL#NAME");
        if (!Uri.TryCreate(text[..at], UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https")) return new ModelNameResult.Failed("what stands before # is no address of a server, such as http://localhost:11434/v1");
        // Names are recorded and printed; a password must not be in them.
        if (server.UserInfo.Length > 0 || server.Query.Length > 0) return new ModelNameResult.Failed("the address holds a user or a query; a key goes into the variable STANDOFF_MODEL_KEY");
        return Named(ModelProvider.Server, text[(at + 1)..], server);
    }

    private static string? After(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..] : null;

    private static ModelNameResult Named(ModelProvider provider, string name, Uri? server) =>
        string.IsNullOrWhiteSpace(name) ? new ModelNameResult.Failed("the name of the model is missing") : new ModelNameResult.Parsed(new ModelName(provider, name.Trim(), server));
}

/// <summary>A model's name, or why there is none.</summary>
public abstract record ModelNameResult
{
    private ModelNameResult()
    {
    }

    /// <summary>It was understood.</summary>
    public sealed record Parsed(ModelName Model) : ModelNameResult;

    /// <summary>It was not.</summary>
    /// <param name="Reason">Why, as half a sentence.</param>
    public sealed record Failed(string Reason) : ModelNameResult;
}
