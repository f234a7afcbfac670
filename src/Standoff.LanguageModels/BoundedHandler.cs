using System.Net;

namespace Standoff.LanguageModels;

/// <summary>
/// Between the providers' clients and the network: answers of bounded length, no redirects (they would carry the text to somewhere
/// else), and a server's refusals as one kind of failure whichever client asked.
/// </summary>
internal sealed class BoundedHandler(int limit) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (!response.IsSuccessStatusCode) throw new LanguageModelException(new ModelFailure.Status((int)response.StatusCode, WaitOf(response)));
            var body = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            var type = response.Content.Headers.ContentType;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) { Headers = { ContentType = type } }, RequestMessage = request };
        }
        finally
        {
            response.Dispose();
        }
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken stop)
    {
        using var stream = await content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int n;
        while ((n = await stream.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0)
        {
            bytes.Write(buffer, 0, n);
            if (bytes.Length > limit) throw new LanguageModelException(new ModelFailure.TooLong());
        }
        return bytes.ToArray();
    }

    // A date instead of seconds would need the clock.
    private static TimeSpan? WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
