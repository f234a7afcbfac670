using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Text;

public sealed class DocumentReaderTests
{
    private static Document Read(string text, string name = "report.txt", DocumentOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), name, options);

    private static Document Read(byte[] bytes, string name = "report.txt", DocumentOptions? options = null) =>
        Assert.IsType<DocumentResult.Read>(DocumentReader.Read(bytes, name, options)).Document;

    private static string Refusal(byte[] bytes, string name = "report.txt") => Assert.IsType<DocumentResult.Refused>(DocumentReader.Read(bytes, name)).Reason;

    [Fact]
    public void The_id_is_the_sha256_of_the_bytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Read("abc").Id.Value);

    [Fact]
    // The letter in front keeps a text from looking like JSON, which is refused by name.
    public void Text_is_the_bytes_decoded_whatever_they_are() =>
        Prop.ForAll<NonEmptyString>(s =>
        {
            var text = "x" + new string([.. s.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]) + "\r\nx 🚢";
            return Read(text).Text == text && Read(text).InvalidSequences == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_byte_order_mark_stays_in_the_text()
    {
        Assert.Equal("\uFEFFTroops moved.", Read(Encoding.UTF8.GetPreamble().Concat("Troops moved."u8.ToArray()).ToArray()).Text);
        Assert.Equal("\uFEFFTroops moved.", Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Troops moved.")).ToArray()).Text);
        Assert.Equal("\uFEFFTroops moved.", Read(Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes("Troops moved.")).ToArray()).Text);
    }

    [Fact]
    public void Invalid_sequences_are_replaced_and_counted()
    {
        var document = Read([.. "a"u8, 0xFF, .. "b"u8, 0xE2, 0x82, .. "c"u8]);
        Assert.Equal("a\uFFFDb\uFFFDc", document.Text);
        Assert.Equal(2, document.InvalidSequences);
    }

    [Fact]
    public void A_replacement_character_of_the_text_itself_is_no_loss() => Assert.Equal(0, Read("a \uFFFD b").InvalidSequences);

    [Fact]
    public void A_lone_surrogate_in_utf16_is_replaced_and_counted()
    {
        var document = Read([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0]);
        Assert.Equal("\uFEFFa\uFFFDb", document.Text);
        Assert.Equal(1, document.InvalidSequences);
    }

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Equal("report.txt: there is no text in it; give a file that holds the report's text.", Refusal([]));

    [Fact]
    public void Binary_data_is_refused_with_the_place() =>
        Assert.Equal("a.bin: binary data (a zero byte at byte 3), not text; give plain text or HTML.", Refusal([1, 2, 3, 0, 5], "a.bin"));

    [Fact]
    public void A_pdf_is_refused_by_name() => Assert.Equal("a.pdf: a PDF, not text; give plain text or HTML.", Refusal("%PDF-1.7 x"u8.ToArray(), "a.pdf"));

    [Fact]
    public void More_than_20_MB_is_refused() =>
        Assert.Equal(
            "big.txt: 20,971,521 bytes, over the limit of 20,971,520 (20 MB) for one document; split it or give only the report.",
            Refusal(new byte[DocumentReader.MaxBytes + 1], "big.txt"));

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("blockquote")]
    public void Html_nested_deeper_than_512_is_refused_where_it_gets_too_deep(string element)
    {
        var html = "<html>\n<body>" + string.Concat(Enumerable.Repeat($"<{element}>", 100_000)) + "deep";
        var column = 7 + (510 * (element.Length + 2));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"deep.html:2:{column}: HTML nested deeper than 512 elements; give the article's text instead."), Refusal(Encoding.UTF8.GetBytes(html), "deep.html"));
    }

    [Fact]
    public void Many_paragraphs_without_end_tags_are_not_deep()
    {
        var html = "<html><body><ul>" + string.Concat(Enumerable.Repeat("<li><p>The ministry spoke of talks with the other side again.", 2000));
        Assert.Contains("The ministry spoke", Read(html, "flat.html").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DATE: 2024-05-06\nTroops moved.", "2024-05-06", 17)]
    [InlineData("\uFEFFDATE: 2024-05-06\r\nTroops moved.", "2024-05-06", 19)]
    [InlineData("Wednesday, January 29, 2020\n\nTroops moved.", "2020-01-29", 28)]
    [InlineData("Army crosses river\n2019-02-25\nhttps://example.org/2019\nTroops moved.", "2019-02-25", 0)]
    [InlineData("Army crosses river\nBy Ann Lee\nPublished 3 December 2025 at 10:40\nTroops moved.", "2025-12-03", 0)]
    [InlineData("GENEVA, March 2, 2022 (Agency) - Troops moved when nobody was looking, the ministry said.", "2022-03-02", 0)]
    [InlineData("The treaty of May 4, 1999 was broken again when troops moved over the border at dawn.", null, 0)]
    [InlineData("Troops moved.", null, 0)]
    public void The_date_comes_from_the_first_lines_or_is_unknown(string text, string? date, int prologue)
    {
        var document = Read(text);
        Assert.Equal(date is null ? null : DateOnly.Parse(date, CultureInfo.InvariantCulture), document.Date);
        Assert.Equal(prologue, document.Prologue);
    }

    [Fact]
    public void A_date_from_outside_wins() =>
        Assert.Equal(new DateOnly(2001, 1, 1), Read("DATE: 2024-05-06\nTroops moved.", options: new DocumentOptions { Date = new DateOnly(2001, 1, 1) }).Date);

    [Fact]
    public void Header_lines_give_origin_and_make_no_claims()
    {
        var document = Read("TITLE: River crossed\nOUTLET: The Harbour Post\nAUTHOR: Ann Lee\nGENRE: opinion\nDATE: 2024-05-06\nTroops moved.");
        Assert.Equal(("River crossed", "The Harbour Post", "Ann Lee", Genre.Opinion), (document.Title, document.Outlet, document.Author, document.Genre));
        Assert.Equal("Troops moved.", document.Text[document.Prologue..]);
    }

    [Theory]
    [InlineData("Opinion\nThe river should not have been crossed.", Genre.Opinion)]
    [InlineData("Statement by the foreign ministry on the river\nWe condemn it.", Genre.Official)]
    [InlineData("GENEVA (Reuters) - Troops moved.", Genre.News)]
    [InlineData("Troops moved.", Genre.Unknown)]
    public void The_genre_is_told_by_plain_signs_only(string text, Genre genre) => Assert.Equal(genre, Read(text).Genre);

    [Theory]
    [InlineData("The general said that his troops would leave the town by Sunday, and that talks had begun.", true)]
    [InlineData("Soften the onions in butter, then add the rice and stir until it is coated.", true)]
    [InlineData("Le général a déclaré que ses troupes quitteraient la ville dimanche et que des pourparlers avaient commencé.", false)]
    [InlineData("El general dijo que sus tropas abandonarán la ciudad el domingo y que las conversaciones han comenzado.", false)]
    [InlineData("Der General sagte, dass seine Truppen die Stadt am Sonntag verlassen und dass die Gespräche begonnen haben.", false)]
    [InlineData("قال الجنرال إن قواته ستغادر المدينة يوم الأحد وإن المحادثات بدأت", false)]
    [InlineData("将军说，他的部队将在星期天之前离开该镇。", false)]
    public void Other_languages_are_recognised(string text, bool english) => Assert.Equal(english, Read(text).IsEnglish);

    [Fact]
    public void An_article_page_gives_headline_and_paragraphs_without_furniture()
    {
        var document = Read(Page, "page.html");
        Assert.Equal("River crossed at dawn\n\nTroops of the eastern army crossed the river at dawn, the ministry said.\n\n“We saw them come,” a resident of the town said by telephone.", document.Text);
        Assert.Equal(("River crossed at dawn", "The Harbour Post", "Ann Lee", new DateOnly(2024, 5, 6)), (document.Title, document.Outlet, document.Author, document.Date));
        Assert.Equal("html-1", document.Extraction!.Version);
    }

    [Fact]
    public void Each_block_of_a_page_maps_to_its_place_in_the_markup()
    {
        var document = Read(Page, "page.html");
        var place = document.Extraction!.Map.Single(p => document.Text.AsSpan(p.Text).StartsWith("Troops"));
        Assert.StartsWith("<p>Troops", Page[place.Markup..], StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_data_dates_a_page_without_meta_elements()
    {
        const string html = """<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"H","datePublished":"2023-07-30T23:10:00-05:00","author":[{"name":"Bo Ek"}]}</script></head><body><p>Troops moved to the border.</p></body></html>""";
        Assert.Equal((new DateOnly(2023, 7, 30), "Bo Ek"), (Read(html, "a").Date, Read(html, "a").Author));
    }

    [Fact]
    public void A_page_without_text_is_refused() =>
        Assert.Equal("a.html: there is no readable text in the HTML; give the article's text instead.", Refusal("<html><body><nav>Home</nav></body></html>"u8.ToArray(), "a.html"));

    [Fact]
    public void A_page_that_declares_windows_1252_is_read_so() =>
        Assert.Contains("“Café” – no", Read([.. "<html><head><meta charset=\"windows-1252\"></head><body><p>"u8, 0x93, .. "Caf"u8, 0xE9, 0x94, .. " "u8, 0x96, .. " no</p></body></html>"u8], "a.html").Text, StringComparison.Ordinal);

    private const string Page = """
        <!DOCTYPE html>
        <html><head><title>River crossed | Harbour Post</title>
        <meta property="og:title" content="River crossed at dawn"><meta property="og:site_name" content="The Harbour Post">
        <meta property="article:published_time" content="2024-05-06T07:00:00Z"><meta name="author" content="Ann Lee"></head>
        <body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
        <header><h1>River crossed at dawn</h1></header>
        <div class="cookie-banner"><p>We value your privacy and use cookies to improve this site for everyone.</p></div>
        <article>
        <p>Troops of the
           eastern army crossed the <a href="/r">river</a> at dawn, the ministry said.</p>
        <script>var ads = 1;</script>
        <aside><p>Read more about the river and the towns that lie along its banks.</p></aside>
        <p>“We saw them come,” a resident of the town said by telephone.</p>
        <ul><li><a href="/1">Ten things to know about rivers</a></li></ul>
        </article>
        <footer><p>Copyright The Harbour Post. All rights reserved in all countries.</p></footer></body></html>
        """;
}
