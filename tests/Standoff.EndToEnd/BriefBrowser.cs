using Microsoft.Playwright;
using Standoff.Tests.Briefs;
using Standoff.Web;
using Xunit;

namespace Standoff.EndToEnd;

/// <summary>Chromium as the system has it, and the brief of the invented case as a file on disk.</summary>
public sealed class BriefBrowser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-brief-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address => new Uri(Path.Combine(_folder, "brief.html")).AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        await File.WriteAllTextAsync(Path.Combine(_folder, "brief.html"), BriefHtml.Render(SampleBrief.Brief, """{"schema":"standoff/1"}"""));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
    }

    /// <summary>A page that shows the brief; skips the test, and says so, where there is no Chromium and no one insists on it.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail($"{Chromium} is not there, and CI is set.");
            Assert.Skip($"{Chromium} is not there.");
        }
        var context = await _browser.NewContextAsync(options ?? new());
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
