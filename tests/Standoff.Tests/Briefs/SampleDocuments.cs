using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Tests.Briefs;

/// <summary>Three invented documents on an invented crisis between Arvenia and Tolmark.</summary>
internal static class SampleDocuments
{
    public const string Wire = """
        PORT SELVA, March 2 (Northern Wire) - Arvenia has given President Idris Vael of Tolmark until March 20 to leave office, two officials familiar with the talks told Northern Wire.
        The officials said that Vael and his family were offered safe passage to a third country.
        Arvenia moved seven warships and about 9,000 troops to the Selva Strait in February.
        Tolmark closed its northern airspace on March 1, the transport ministry announced.
        A spokesman for Vael denied that any call between the two leaders had taken place.
        Kessia, Tolmark's closest partner, said it would not send forces.
        Analysts said that strikes on the radar stations at Cape Orlo were possible before the deadline.
        It is unclear who would govern if Vael left.
        Oil rose two percent on the news.
        """;

    public const string OpEd = """
        The strait and the exit: why Port Selva cannot simply wait
        Nobody in Port Selva wants a war, and nobody there can say so aloud.
        President Marta Lindqvist promised in her campaign that no Arvenian soldier would die for another country's government.
        Her foreign minister reportedly told Vael by telephone on February 24 that the offer would not be made twice.
        Vael is said to have asked for amnesty for twelve generals in return.
        Arvenia seems to have refused.
        If the deadline passes without an answer, a climb-down would be remembered at the next election.
        A raid on the palace may look quick, but the day after has no plan.
        The Harrow Courier wrote that a second patrol boat was sunk on a spoken order from the defence minister.
        Most rulers who were offered such exits did not take them.
        What would the neighbours do?
        """;

    public const string Statement = """
        Statement of the Ministry of Foreign Affairs of Tolmark, 3 March 2027
        The Government of Tolmark rejects the ultimatum of Arvenia and will defend every metre of its soil.
        The President of the Republic spoke with no foreign leader in February.
        Eleven Arvenian warships stand within sight of our coast.
        Tolmark is ready to discuss elections before the end of 2027 if the fleet withdraws.
        The Assembly will open an inquiry into the sinking of the patrol boats next week.
        Tolmark thanks the Republic of Kessia and the Federation of Oss for their solidarity.
        """;

    public static ImmutableArray<LedgerDocument> All { get; } =
    [
        Read("s-1", "northern-wire", Wire, new DateOnly(2027, 3, 2), "Northern Wire", null, "Arvenia gives Tolmark's president until March 20", Genre.News, 0, WireClaims),
        Read("s-2", "strait-and-exit", OpEd, new DateOnly(2027, 3, 3), "The Selva Review", "J. Amsel", "The strait and the exit", Genre.Opinion, 1, OpEdClaims),
        Read("s-3", "tolmark-mfa", Statement, new DateOnly(2027, 3, 3), null, null, null, Genre.Official, 1, StatementClaims),
    ];

    private static IEnumerable<Claim> WireClaims(DocumentText text) =>
    [
        text.Claim("Arvenia has given President Idris Vael of Tolmark until March 20 to leave office", ClaimKind.Threat, Factuality.Uncommitted, Factuality.Certain, "2027-03-20", text.Anonymous("officials familiar with the talks")),
        text.Claim("Vael and his family were offered safe passage to a third country", ClaimKind.Offer, Factuality.Uncommitted, Factuality.Certain, null, text.Anonymous("officials familiar with the talks")),
        text.Claim("Arvenia moved seven warships and about 9,000 troops to the Selva Strait in February", ClaimKind.Event, Factuality.Certain, Factuality.Certain, "2027-02"),
        text.Claim("Tolmark closed its northern airspace on March 1", ClaimKind.Event, Factuality.Certain, Factuality.Certain, "2027-03-01", text.Organisation("Tolmark transport ministry")),
        text.Claim("any call between the two leaders had taken place", ClaimKind.Event, Factuality.Uncommitted, Factuality.CertainNot, null, text.Person("spokesman for Vael")),
        text.Claim("it would not send forces", ClaimKind.Commitment, Factuality.Uncommitted, Factuality.CertainNot, null, text.State("Kessia")),
        text.Claim("strikes on the radar stations at Cape Orlo were possible before the deadline", ClaimKind.Prediction, Factuality.Uncommitted, Factuality.Possible, "../2027-03-20", text.Anonymous("analysts")),
        text.Claim("who would govern if Vael left", ClaimKind.Unknown, Factuality.Uncommitted, Factuality.Uncommitted, null),
        text.Claim("Oil rose two percent on the news", ClaimKind.Event, Factuality.Certain, Factuality.Certain, "2027-03-02"),
    ];

    private static IEnumerable<Claim> OpEdClaims(DocumentText text) =>
    [
        text.Claim("President Marta Lindqvist promised in her campaign that no Arvenian soldier would die for another country's government", ClaimKind.Commitment, Factuality.Certain, Factuality.Certain, null),
        text.Claim("Her foreign minister reportedly told Vael by telephone on February 24", ClaimKind.Event, Factuality.Uncommitted, Factuality.Uncommitted, "2027-02-24", text.Anonymous("")),
        text.Claim("the offer would not be made twice", ClaimKind.Threat, Factuality.Uncommitted, Factuality.CertainNot, null, text.Person("Arvenian foreign minister")),
        text.Claim("asked for amnesty for twelve generals in return", ClaimKind.Demand, Factuality.Uncommitted, Factuality.Uncommitted, null, text.Anonymous("")),
        text.Claim("Arvenia seems to have refused", ClaimKind.Event, Factuality.Probable, Factuality.Probable, null),
        text.Claim("a climb-down would be remembered at the next election", ClaimKind.Prediction, Factuality.Probable, Factuality.Probable, null),
        text.Claim("A raid on the palace may look quick", ClaimKind.Assessment, Factuality.Possible, Factuality.Possible, null),
        text.Claim("the day after has no plan", ClaimKind.Assessment, Factuality.Certain, Factuality.Certain, null),
        text.Claim("a second patrol boat was sunk on a spoken order from the defence minister", ClaimKind.Event, Factuality.Uncommitted, Factuality.Certain, "2027-01/2027-02", text.Outlet("Harrow Courier")),
        text.Claim("Most rulers who were offered such exits did not take them", ClaimKind.Assessment, Factuality.Certain, Factuality.Certain, null),
    ];

    private static IEnumerable<Claim> StatementClaims(DocumentText text) =>
    [
        text.Claim("The Government of Tolmark rejects the ultimatum of Arvenia", ClaimKind.Position, Factuality.Certain, Factuality.Certain, "2027-03-03"),
        text.Claim("The President of the Republic spoke with no foreign leader in February", ClaimKind.Event, Factuality.CertainNot, Factuality.CertainNot, "2027-02"),
        text.Claim("Eleven Arvenian warships stand within sight of our coast", ClaimKind.State, Factuality.Certain, Factuality.Certain, "2027-03-03"),
        text.Claim("Tolmark is ready to discuss elections before the end of 2027", ClaimKind.Offer, Factuality.Certain, Factuality.Certain, "../2027-12-31"),
        text.Claim("The Assembly will open an inquiry into the sinking of the patrol boats next week", ClaimKind.Commitment, Factuality.Certain, Factuality.Certain, "2027-03-08/2027-03-14"),
        text.Claim("Tolmark thanks the Republic of Kessia and the Federation of Oss for their solidarity", ClaimKind.Position, Factuality.Certain, Factuality.Certain, "2027-03-03"),
    ];

    private static LedgerDocument Read(string alias, string name, string text, DateOnly date, string? outlet, string? author, string? title, Genre genre, int prologueLines, Func<DocumentText, IEnumerable<Claim>> claims)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var id = new DocumentId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var lines = new DocumentText(id, text);
        var found = claims(lines).OrderBy(c => c.Anchor.Span).ToImmutableArray();
        var sentences = lines.Spans.Select((span, i) => new ReadSentence(span, lines.StatusOf(i, found))).ToImmutableArray();
        var document = new Document(id, name, text, date, outlet, author, title, genre, 0, prologueLines);
        return new LedgerDocument(alias, new Standoff.Reading.Claims.Reading(document, sentences, found));
    }
}

/// <summary>A text whose lines are its sentences.</summary>
internal sealed class DocumentText
{
    private readonly DocumentId _id;
    private readonly string _text;

    public DocumentText(DocumentId id, string text)
    {
        (_id, _text) = (id, text);
        var start = 0;
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var line in text.Split('\n'))
        {
            spans.Add(new TextSpan(start, start + line.Length));
            start += line.Length + 1;
        }
        Spans = spans.ToImmutable();
    }

    public ImmutableArray<TextSpan> Spans { get; }

    public Claim Claim(string exact, ClaimKind kind, Factuality factuality, Factuality sourceFactuality, string? time, params Source[] sources)
    {
        var start = _text.IndexOf(exact, StringComparison.Ordinal);
        if (start < 0) throw new ArgumentException($"The sample does not contain: {exact}", nameof(exact));
        var span = new TextSpan(start, start + exact.Length);
        return new Claim
        {
            Id = new ClaimId($"{_id.Short}-{start}"),
            Anchor = new Anchor(_id, span),
            Exact = exact,
            Sentence = Spans.IndexOf(Spans.First(s => s.Contains(span))),
            Factuality = factuality,
            SourceFactuality = sourceFactuality,
            Kind = kind,
            Time = time is null ? null : Edtf(time),
            Sources = [.. sources],
        };
    }

    public SentenceStatus StatusOf(int sentence, ImmutableArray<Claim> claims)
    {
        if (claims.Any(c => c.Sentence == sentence)) return SentenceStatus.Read;
        return Spans[sentence].Of(_text).EndsWith('?') ? SentenceStatus.Unread : SentenceStatus.NoClaim;
    }

    public Source Anonymous(string name) => new(name, SourceKind.Anonymous);
    public Source Organisation(string name) => new(name, SourceKind.Organisation);
    public Source Outlet(string name) => new(name, SourceKind.Outlet);
    public Source Person(string name) => new(name, SourceKind.Person);
    public Source State(string name) => new(name, SourceKind.State);

    private static Edtf Edtf(string value)
    {
        var ends = value.Split('/');
        return new Edtf(value, First(ends[0]), Last(ends[^1]));
    }

    private static DateOnly? First(string value) => value == ".." ? null : value.Length == 7 ? DateOnly.Parse(value + "-01", System.Globalization.CultureInfo.InvariantCulture) : DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Last(string value) => value == ".." ? null : value.Length == 7 ? First(value)!.Value.AddMonths(1).AddDays(-1) : First(value);
}
