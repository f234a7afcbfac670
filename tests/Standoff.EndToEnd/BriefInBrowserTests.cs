using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Standoff.EndToEnd;

public sealed class BriefInBrowserTests(BriefBrowser browser) : IClassFixture<BriefBrowser>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task The_brief_breaks_no_rule_of_accessibility(ColorScheme scheme, int width)
    {
        var page = await browser.OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
        // A dozen derivations and claims stand for the hundreds that the same component writes: the check reads every node's colours.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true; }); document.querySelectorAll('.d:nth-of-type(n + 12), tbody tr:nth-of-type(n + 5)').forEach(d => d.remove())");
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    [Fact]
    public async Task Nothing_but_the_file_is_asked_for()
    {
        var page = await browser.OpenAsync();
        var asked = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal([browser.Address], asked);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Without_script_a_number_leads_to_its_derivation_and_back_leads_home()
    {
        var page = await browser.OpenAsync(new() { JavaScriptEnabled = false });
        var chip = page.Locator("main .likelihood a.n").First;
        var target = (await chip.GetAttributeAsync("href"))!;
        await chip.ClickAsync();
        Assert.EndsWith(target, page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(target)).ToBeInViewportAsync();
        await page.GoBackAsync();
        Assert.Equal(browser.Address, page.Url);
    }

    [Fact]
    public async Task With_script_a_drawer_shows_the_derivation_down_to_the_sentence_and_gives_the_focus_back()
    {
        var page = await browser.OpenAsync();
        await page.Locator("main section#ladder a.c").First.ClickAsync();
        var drawer = page.Locator(".why-drawer");
        await Assertions.Expect(drawer).ToBeVisibleAsync();
        await Assertions.Expect(drawer.Locator("blockquote")).ToContainTextAsync("Arvenia moved seven warships");
        await drawer.Locator("a[href^='#s1-']").ClickAsync();
        await Assertions.Expect(drawer.Locator("mark").First).ToContainTextAsync("Arvenia moved seven warships");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(drawer).ToBeHiddenAsync();
        Assert.Equal("c", await page.EvaluateAsync<string>("document.activeElement.className"));
    }

    [Fact]
    public async Task The_keyboard_walks_the_numbers_and_asks_why()
    {
        var page = await browser.OpenAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("j");
        Assert.Equal("n", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("w");
        await Assertions.Expect(page.Locator(".why-drawer .formula")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("n", await page.EvaluateAsync<string>("document.activeElement.className"));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task The_page_never_scrolls_sideways(int width)
    {
        var page = await browser.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }

    [Fact]
    public async Task Print_opens_what_is_folded()
    {
        var page = await browser.OpenAsync(new() { JavaScriptEnabled = false });
        var folded = page.Locator("#sources details.fold li").First;
        await Assertions.Expect(folded).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(folded).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("nav.contents")).ToBeHiddenAsync();
    }
}
