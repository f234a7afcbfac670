using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Claims;

/// <summary>What an opinion piece says in its author's own voice: views, and reports among them.</summary>
public sealed class CommentaryTests
{
    [Theory]
    [InlineData("The army is divided.", true)]
    [InlineData("Iraq's army stands divided.", true)]
    [InlineData("The Iraqi army remains loyal to its president.", true)]
    [InlineData("The army of Iraq is deserting its president.", true)]
    [InlineData("The Iraqi public rallies behind its president.", true)]
    [InlineData("Iraqi generals no longer obey him.", true)]
    [InlineData("Iraq defies the ultimatum.", true)]
    [InlineData("Iran is determined to fight.", true)]
    [InlineData("Iran plans an invasion of Iraq.", true)]
    [InlineData("Iran has staked its credibility on the demand.", true)]
    [InlineData("On Monday the Iranian navy seized an Iraqi tanker.", false)]
    [InlineData("Two Iraqi generals deserted on Monday.", false)]
    [InlineData("Iraqi officers have deserted to Iran.", false)]
    [InlineData("Iraq defied the ultimatum on Monday.", false)]
    [InlineData("Iran has 50,000 troops ready on the border with Iraq.", false)]
    [InlineData("The Strait of Hormuz is closed to Iraqi ships.", false)]
    [InlineData("China is occupied with its trade dispute with the United States.", false)]
    [InlineData("Iran's troops are massed at the border.", false)]
    public void What_only_its_author_can_judge_moves_nothing(string sentence, bool isView)
    {
        Assert.Equal(isView, IsOpinion(sentence, Genre.Opinion));
        if (!isView) Assert.False(IsOpinion(sentence, Genre.News));
    }

    [Theory]
    [InlineData("Iraqi officers are deserting to Iran.")]
    [InlineData("Iraq defies the ultimatum.")]
    [InlineData("The Iraqi public rallies behind its president.")]
    public void A_reporter_tells_of_it_as_of_anything_else(string sentence) => Assert.False(IsOpinion(sentence, Genre.News));

    [Fact]
    public void What_a_report_tells_too_is_no_view()
    {
        const string Sentence = "Iraqi officers are deserting to Iran.";

        Assert.False(Assert.Single(LedgerBuilder.Build([Read(Sentence, Genre.Opinion, "a"), Read(Sentence, Genre.News, "b")]).Items).IsOpinion);
    }

    private static bool IsOpinion(string sentence, Genre genre) => LedgerBuilder.Build([Read(sentence, genre, "a")]).Items[0].IsOpinion;

    private static Standoff.Reading.Claims.Reading Read(string sentence, Genre genre, string name) =>
        ClaimReader.Read(new Document(new DocumentId(name), name, sentence, new DateOnly(2030, 3, 5), Genre: genre), new ReaderOptions());
}
