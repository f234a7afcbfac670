using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Mentions;

public sealed class MentionReaderTests
{
    private static readonly DateOnly s_date = new(2025, 12, 3);

    private static DocumentMentions Mentions(string text, CastList? cast = null, DateOnly? date = null) =>
        MentionReader.Read(text, SyntaxReader.Shipped.Read(text, new TextSpan(0, text.Length)), date ?? s_date, cast);

    private static string Actors(string text, CastList? cast = null) =>
        string.Join("; ", Mentions(text, cast).ActorsIn(new TextSpan(0, text.Length)).Select(m => m.Name));

    private static Mention The(string text, string words, DateOnly? date = null) =>
        Mentions(text, date: date).All.First(m => m.Span.Of(text) == words);

    [Theory]
    [InlineData("Washington rejected the plan.", "United States")]
    [InlineData("The Kremlin rejected the plan.", "Russia")]
    [InlineData("The White House rejected the plan.", "United States")]
    [InlineData("Britain and the UAE rejected the plan.", "United Kingdom; United Arab Emirates")]
    [InlineData("The U.S. rejected the plan.", "United States")]
    [InlineData("The Taipei government rejected the plan.", "Taiwan")]
    [InlineData("Iranian troops crossed the border.", "Iran")]
    [InlineData("Turkey's parliament refused.", "Turkey")]
    [InlineData("The UN Security Council met.", "United Nations Security Council")]
    [InlineData("Venezuelans voted.", "Venezuelans")]
    public void States_and_bodies_are_listed_by_their_plain_names(string text, string expected) => Assert.Equal(expected, Actors(text));

    [Theory]
    [InlineData("Ministers met in Paris.", "Paris", MentionKind.Place)]
    [InlineData("Paris rejected the plan.", "Paris", MentionKind.State)]
    [InlineData("He flew to Moscow.", "Moscow", MentionKind.Place)]
    [InlineData("They held talks with Moscow.", "Moscow", MentionKind.State)]
    [InlineData("It depends on Washington's choices.", "Washington", MentionKind.State)]
    public void A_capital_is_its_state_or_a_place_as_the_words_around_tell(string text, string words, MentionKind kind) => Assert.Equal(kind, The(text, words).Kind);

    [Theory]
    [InlineData("President Tomas Orel spoke. Orel said that he would stay.", "Orel", "Tomas Orel")]
    [InlineData("President Tomas Orel spoke. The minister left. The president stayed.", "president", "Tomas Orel")]
    [InlineData("Foreign Minister Ana Brel spoke to reporters. She said nothing new.", "She", "Ana Brel")]
    [InlineData("Gen. Luka Marin took power. The general promised elections.", "general", "Luka Marin")]
    [InlineData("Iran refused. It said nothing more.", "It", "Iran")]
    [InlineData("Lee Teng-hui won. Lee thanked the voters.", "Lee", "Lee Teng-hui")]
    [InlineData("The Free Harbour Movement (FHM) won. FHM leaders cheered.", "FHM", "Free Harbour Movement")]
    public void Short_forms_titles_and_pronouns_mean_the_one_introduced(string text, string words, string name) => Assert.Equal(name, The(text, words).Name);

    [Theory]
    [InlineData("Maduro refused to leave.", "Maduro", "Nicolás Maduro", 2025)]
    [InlineData("Bush spoke to Congress. Mr Bush left.", "Congress", "United States Congress", 2003)]
    [InlineData("The president of France refused.", "president", "Emmanuel Macron", 2024)]
    [InlineData("The president of France refused.", "president", "Jacques Chirac", 2003)]
    [InlineData("The French president refused.", "French president", "Nicolas Sarkozy", 2011)]
    public void Office_holders_are_known_by_date(string text, string words, string name, int year) =>
        Assert.Equal(name, The(text, words, new DateOnly(year, 6, 1)).Name);

    [Fact]
    public void A_general_without_state_serves_the_one_introduced() => Assert.Equal("Nigerien junta", The("Niger is tense. In Niger the junta closed the border.", "junta").Name);

    [Fact]
    public void A_nationality_that_describes_a_person_is_no_actor() => Assert.Equal("Ana Brel", Actors("French Foreign Minister Ana Brel refused."));

    [Fact]
    public void Unnamed_officials_and_outlets_are_no_actors() => Assert.Equal("", Actors("Senior officials told Reuters nothing."));

    [Fact]
    public void The_cast_of_the_case_wins_over_the_gazetteer()
    {
        var cast = new CastList([new CastMember("Ministry of Silence", MentionKind.Organisation, "Russia", ["Kremlin", "the tower"])]);
        Assert.Equal("Ministry of Silence", Actors("The Kremlin refused. So did the tower.", cast));
    }

    [Fact]
    public void A_token_finds_the_mention_that_it_heads()
    {
        const string text = "Iraqi troops crossed the border.";
        var sentence = SyntaxReader.Shipped.Read(text, new TextSpan(0, text.Length))[0];
        var mentions = MentionReader.Read(text, [sentence]);
        Assert.Equal((MentionKind.Force, "Iraq"), (mentions.At(sentence[1])!.Kind, mentions.NameOf(sentence[1])));
        Assert.Null(mentions.At(sentence[2]));
    }

    [Fact]
    public void Mentions_lie_in_the_text_in_order_whatever_the_text() =>
        Prop.ForAll<string>(noise =>
        {
            var text = $"Dr. {noise} al-{noise} of Iran's {noise} Council (IC), he said. {noise}";
            var all = Mentions(text).All;
            return all.All(m => m.Span.End <= text.Length && m.Span.Length > 0) && all.Select(m => m.Span).SequenceEqual(all.Select(m => m.Span).Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_state_is_found_by_its_names_and_codes()
    {
        var gazetteer = Gazetteer.Shipped;
        Assert.Equal(206, gazetteer.States.Length);
        Assert.All(gazetteer.States, s => Assert.Same(s, gazetteer.FindStateByIso(s.Iso)));
        Assert.Equal(("Venezuela", "VEN", 101), (gazetteer.FindState("Caracas")!.Name, gazetteer.FindState("Venezuelan")!.Iso, gazetteer.FindState("venezuela")!.Cow));
        Assert.Equal("United States", gazetteer.FindStateByCow(2)!.Name);
    }

    [Theory]
    [InlineData("Moscow denied the report.", 1979, "Soviet Union")]
    [InlineData("Moscow denied the report.", 2019, "Russia")]
    [InlineData("Belgrade denied the report.", 1995, "Yugoslavia")]
    public void A_capital_stands_for_the_state_that_it_served_at_the_time(string text, int year, string state) =>
        Assert.Equal(state, Assert.Single(Mentions(text, date: new DateOnly(year, 6, 1)).All).Name);

    [Fact]
    public void A_capital_that_somebody_leaves_is_a_place() =>
        Assert.Equal(MentionKind.Place, The("The envoy left Madrid on Friday.", "Madrid").Kind);

    [Fact]
    public void A_ship_called_after_a_place_is_not_that_place() =>
        Assert.DoesNotContain("Norway", Mentions("The frigate Oslo and the tanker Lima left the harbour. The cruiser Havana followed.").All.Select(m => m.State ?? ""));

    [Fact]
    public void Both_governments_are_the_parties_and_not_a_bystander_named_in_between() =>
        Assert.Equal(
            ["India", "Pakistan"],
            Mentions("India moved troops. Pakistan closed its border. India protested. Pakistan answered. Norway called for calm. Both governments are under pressure.").All
                .Where(m => m.Sentence == 5).Select(m => m.Name).Order(StringComparer.Ordinal));
}
