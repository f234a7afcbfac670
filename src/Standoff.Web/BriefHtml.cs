using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Standoff.Briefs;
using Standoff.Web.Pages;

namespace Standoff.Web;

/// <summary>A brief as one self-contained HTML file.</summary>
public static class BriefHtml
{
    private static readonly string Style = Resource("brief.css");
    private static readonly string Script = Resource("brief.js");

    /// <summary>The file's text: no external request, works without JavaScript, the same bytes for the same brief.</summary>
    /// <param name="brief">What to show.</param>
    /// <param name="bundle">The case's JSON envelope, embedded so that the file can be opened again; none if null.</param>
    public static string Render(Brief brief, string? bundle = null)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy()).Append("\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Standoff\">\n")
            .Append("<title>").Append(WebUtility.HtmlEncode(brief.Title)).Append("</title>\n")
            .Append("<style>").Append(Style).Append("</style>\n</head>\n<body>\n")
            .Append(Body(brief));
        if (bundle is not null)
            page.Append("\n<script type=\"application/json\" id=\"standoff-bundle\">").Append(InScript(bundle)).Append("</script>");
        return page.Append("\n<script>").Append(Script).Append("</script>\n</body>\n</html>\n").Replace("\r\n", "\n").ToString();
    }

    private static string Policy()
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));
        return $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'";
    }

    // HtmlRenderer alone needs no host, writes no keys and reads no configuration. The encoder escapes every kind of space but
    // the plain one; these two stand beside every number.
    private static string Body(Brief brief)
    {
        using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(BriefPage.Brief)] = brief });
        return renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<BriefPage>(parameters)).ToHtmlString()).GetAwaiter().GetResult()
            .Replace("&#x202F;", "\u202F", StringComparison.Ordinal).Replace("&#xA0;", "\u00A0", StringComparison.Ordinal);
    }

    // JSON may escape any character, so a closing tag in a string cannot end the element.
    private static string InScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using var stream = typeof(BriefHtml).Assembly.GetManifestResourceStream($"Standoff.Web.Resources.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
