using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Standoff.Briefs;
using Standoff.Tests.Briefs;
using Standoff.Web;
using Xunit;

namespace Standoff.Tests.Web;

public sealed class BriefHtmlTests
{
    private const string Bundle = """{"schema":"standoff/1","note":"</script><script>alert(1)</script>"}""";

    private static readonly string Html = BriefHtml.Render(SampleBrief.Brief, Bundle);

    private static readonly IHtmlDocument Page = new HtmlParser().ParseDocument(Html);

    [Fact]
    public void Every_link_leads_to_something_in_the_file()
    {
        var ids = Page.All.Select(e => e.Id).OfType<string>().ToHashSet();
        var links = Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(links.Count > 500);
        Assert.All(links, l => Assert.StartsWith("#", l, StringComparison.Ordinal));
        Assert.Empty(links.Where(l => !ids.Contains(l[1..])).Distinct());
    }

    [Fact]
    public void No_id_stands_twice() =>
        Assert.Empty(Page.All.Select(e => e.Id).Where(i => !string.IsNullOrEmpty(i)).GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_number_chip_shows_its_grounds_and_leads_to_a_derivation()
    {
        var chips = Page.QuerySelectorAll("a.n").ToList();
        Assert.True(chips.Count > 150);
        Assert.All(chips, c =>
        {
            Assert.Matches("^[SIADC]$", c.QuerySelector(".g")!.TextContent);
            var derivation = Page.GetElementById(c.GetAttribute("href")![1..])!;
            Assert.NotEmpty(derivation.QuerySelector(".formula")!.TextContent);
            Assert.NotEmpty(derivation.QuerySelectorAll(".from"));
        });
    }

    [Fact]
    public void The_trace_goes_from_a_number_over_a_claim_to_the_words_of_a_sentence()
    {
        var claim = Page.GetElementById(SampleCase.Alias("Arvenia has given"))!;
        var sentence = Page.GetElementById(claim.QuerySelector("a.c")!.GetAttribute("href")![1..])!;
        Assert.Contains("Arvenia has given President Idris Vael of Tolmark until March 20 to leave office", sentence.QuerySelector("mark")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(sentence.QuerySelectorAll("a.c"), a => a.GetAttribute("href") == "#" + claim.Id);
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        Assert.Empty(Page.QuerySelectorAll("[src],link,iframe,object,embed,img,form,base"));
        Assert.DoesNotMatch(@"https?:|url\(|@import|//[a-z]", Regex.Replace(Html, "<script.*?</script>", "", RegexOptions.Singleline));
        Assert.StartsWith("default-src 'none'; ", Page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_allows_the_one_script_by_its_hash_and_the_script_is_small()
    {
        var script = Page.QuerySelector("script:not([type])")!.TextContent;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src 'sha256-{hash}'", Page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.True(script.Length <= 10_000);
    }

    [Fact]
    public void The_case_lies_in_the_file_and_cannot_break_out_of_its_element()
    {
        var bundle = Page.GetElementById("standoff-bundle")!.TextContent;
        Assert.Equal("</script><script>alert(1)</script>", System.Text.Json.JsonDocument.Parse(bundle).RootElement.GetProperty("note").GetString());
        Assert.Equal(2, Page.Scripts.Length);
    }

    [Fact]
    public void Every_picture_has_a_name_a_description_and_a_table_twin()
    {
        var figures = Page.QuerySelectorAll("figure").ToList();
        Assert.True(figures.Count >= 8);
        Assert.All(figures, f =>
        {
            Assert.Equal(2, f.QuerySelectorAll("svg[role=img]").Length);
            Assert.All(f.QuerySelectorAll("svg"), s =>
            {
                Assert.NotEmpty(s.QuerySelector("title")!.TextContent);
                Assert.NotEmpty(s.QuerySelector("desc")!.TextContent);
            });
            Assert.NotEmpty(f.QuerySelectorAll("details table tbody tr"));
        });
    }

    [Fact]
    public void No_drawing_leaks_the_digits_of_a_double() =>
        Assert.All(Page.QuerySelectorAll("svg").Select(s => s.OuterHtml), s => Assert.DoesNotMatch(@"\d\.\d{3,}|NaN|∞|Infinity|E-\d", s));

    [Fact]
    public void A_hostile_text_stays_text()
    {
        var forecast = SampleForecast.Forecast with { Warnings = ["<img src=x onerror=alert(1)> & \"quotes\""] };
        var crisis = SampleCase.Crisis with { Title = "</title><script>alert(1)</script>" };
        var page = new HtmlParser().ParseDocument(BriefHtml.Render(BriefBuilder.Build(SampleCase.Ledger, crisis, forecast, SampleBrief.Options)));
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Single(page.Scripts);
        Assert.Equal("</title><script>alert(1)</script>", page.Title);
    }

    [Fact]
    public void The_same_brief_gives_the_same_bytes_and_is_small()
    {
        Assert.Equal(Html, BriefHtml.Render(SampleBrief.Brief, Bundle));
        Assert.True(Html.Length < 700_000, $"{Html.Length} characters");
        Assert.DoesNotContain("\r", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_caption_and_heads_its_columns_and_rows() => Assert.All(Page.QuerySelectorAll("table"), t =>
    {
        Assert.NotEmpty(t.QuerySelector("caption")!.TextContent);
        Assert.All(t.QuerySelectorAll("thead th"), h => Assert.Equal("col", h.GetAttribute("scope")));
        Assert.All(t.QuerySelectorAll("tbody tr"), r => Assert.Equal("row", r.FirstElementChild!.GetAttribute("scope")));
    });
}
