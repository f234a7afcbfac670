using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Mentions;
using Xunit;

namespace Standoff.Tests.Mentions;

public sealed class ReferenceTests
{
    private static readonly DateOnly s_date = new(2024, 6, 3);

    [Theory]
    [InlineData("Javier Milei and Nayib Bukele met. Both men spoke.", "men", "Javier Milei; Nayib Bukele")]
    [InlineData("Gen. Luka Marin met Gen. Petar Rusk. Neither general spoke.", "general", "Luka Marin; Petar Rusk")]
    [InlineData("Norway rejected the plan. Jordan and Yemen accepted it. Both countries need grain.", "countries", "Jordan; Yemen")]
    public void Nouns_for_two_mean_the_two_named_last(string text, string words, string names) => Assert.Equal(names, Read.NamesOf(text, words, s_date));

    [Theory]
    [InlineData("The regime in Pyongyang fired a missile.", "regime", "North Korea")]
    [InlineData("The new government in Kyiv refused.", "new government", "Ukraine")]
    [InlineData("Resolution 1973 allowed it.", "Resolution", "United Nations Security Council")]
    [InlineData("Hezbollah fired rockets. The group denied it.", "group", "Hezbollah")]
    [InlineData("North Korea fired. The South fired back.", "South", "South Korea")]
    [InlineData("The Seventh Fleet sailed.", "Seventh Fleet", "Seventh Fleet")]
    [InlineData("Hans Orel resigned. The envoy gave no reason.", "envoy", "Hans Orel")]
    [InlineData("Sudan is at war. The armed forces refused a truce.", "armed forces", "Sudanese armed forces")]
    [InlineData("Bashar al-Assad refused. His father would have agreed.", "His father", "Hafez al-Assad")]
    [InlineData("Sir Peter Lund spoke. Norway listened. Sir Peter left.", "Sir Peter", "Peter Lund")]
    [InlineData("The Rev. Ann Marling spoke. She left.", "She", "Ann Marling")]
    [InlineData("The ministers of Chad and Mali met.", "ministers", "")]
    public void A_description_means_what_was_introduced(string text, string words, string name) => Assert.Equal(name, Read.NameOf(text, words, s_date));

    [Theory]
    [InlineData("Lund and Moe had never met him.", "him", "")]
    [InlineData("Peter Lund met Karl Moe. Peter Lund and Karl Moe went to see him.", "him", "")]
    public void A_pronoun_never_means_a_subject_of_its_own_verb(string text, string words, string name) => Assert.Equal(name, Read.NameOf(text, words, s_date));

    [Theory]
    [InlineData("The deal was signed by Norway. It failed within a week.", "It", "")]
    [InlineData("The deal was signed by Norway. It rejected a second one.", "It", "Norway")]
    [InlineData("Karl Moe met Peter Lund. \"He is a liar,\" Peter Lund said.", "He", "Karl Moe")]
    [InlineData("Norwegian soldiers crossed the river. They met nobody.", "They", "Norway")]
    public void A_pronoun_means_what_may_do_what_it_does(string text, string words, string name) => Assert.Equal(name, Read.NameOf(text, words, s_date));

    [Fact]
    public void The_carriers_that_are_called_after_people_are_not_these_people() =>
        Assert.DoesNotContain(Read.Mentions("The United States sent two carriers. The carriers Eisenhower and Truman sailed.", s_date).All, m => m.Kind == MentionKind.Person);

    [Theory]
    [InlineData("Norway accused Barrent Airlines of fraud.", "Barrent Airlines", MentionKind.Organisation)]
    [InlineData("Armed men seized the port.", "Armed men", MentionKind.Group)]
    [InlineData("Libya is tense. Government forces shelled the port.", "Government forces", MentionKind.Force)]
    public void Bodies_and_bands_are_told_by_their_words(string text, string words, MentionKind kind) =>
        Assert.Equal(kind, Read.Mentions(text, s_date).All.Last(m => m.Span.Of(text) == words).Kind);

    [Theory]
    [InlineData("BELGRADE, June 2 - The army moved.", "BELGRADE", MentionKind.Place)]
    [InlineData("RUSSIA WARNS NORWAY", "RUSSIA", MentionKind.State)]
    public void Capitals_in_capitals_are_read(string text, string words, MentionKind kind) =>
        Assert.Equal(kind, Read.Mentions(text, s_date).All.First(m => m.Span.Of(text) == words).Kind);

    [Fact]
    public void Where_the_text_speaks_of_a_junta_its_generals_are_that() =>
        Assert.Equal("Nigerien junta", Read.NameOf("Niger's generals refused. The junta closed the border. The officers who overthrew the president were silent.", "officers", s_date));

    [Fact]
    public void The_body_whose_office_somebody_holds_does_not_act_with_him() =>
        Assert.False(Read.Mentions("Mark Rutte, the NATO secretary-general, spoke.", s_date).All.First(m => m.Name == "NATO").IsActor);

    [Theory]
    [InlineData("Orlandia refused. The embassy in Orlandia was closed.", "Orlandia", "Orlandia", MentionKind.State)]
    [InlineData("The capital of Vessia is calm. Vessian troops crossed the river.", "Vessian troops", "Vessia", MentionKind.Force)]
    [InlineData("Karthen's parliament met. Karthen wants peace.", "Karthen", "Karthen", MentionKind.State)]
    public void A_name_that_owns_or_does_what_only_states_do_is_a_state(string text, string words, string name, MentionKind kind)
    {
        var mention = Read.Mentions(text, s_date).All.Last(m => m.Span.Of(text) == words);
        Assert.Equal((name, kind), (mention.Name, mention.Kind));
    }

    [Fact]
    public void A_person_without_first_name_is_no_state() =>
        Assert.DoesNotContain(Read.Mentions("Brandvik refused. The plan surprised Brandvik. Mr Brandvik's foreign policy failed.", s_date).All, m => m.Kind == MentionKind.State);

    [Fact]
    public void The_cast_names_a_state_that_no_table_knows()
    {
        var cast = new CastList([new CastMember("Republic of Orlandia", MentionKind.State, "Republic of Orlandia", ["Orlandia", "Port Orland"])]);
        Assert.Equal(["Republic of Orlandia"], Read.Mentions("Port Orland refused. Orlandia waits.", s_date, cast).All.Select(m => m.Name).Distinct());
    }

    [Fact]
    public void An_invented_state_is_one_entity_however_often_it_is_named() =>
        Prop.ForAll(Gen.Choose(1, 30).ToArbitrary(), times =>
        {
            var text = "The capital of Orlandia is calm. " + string.Concat(Enumerable.Repeat("Orlandia refused. ", times));
            return Read.Mentions(text, s_date).All.Count(m => m is { Name: "Orlandia", Kind: MentionKind.State }) == times + 1;
        }).QuickCheckThrowOnFailure();
}
