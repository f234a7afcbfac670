using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Standoff.Tests.Mentions;

public sealed class LeaderTests
{
    private static readonly (string Surname, string State, int Year, string Name)[] s_held =
    [
        ("Eisenhower", "United States", 1957, "Dwight D. Eisenhower"),
        ("Nehru", "India", 1959, "Jawaharlal Nehru"),
        ("Nkrumah", "Ghana", 1961, "Kwame Nkrumah"),
        ("Sukarno", "Indonesia", 1963, "Sukarno"),
        ("Allende", "Chile", 1972, "Salvador Allende"),
        ("Videla", "Argentina", 1978, "Jorge Videla"),
        ("Ceausescu", "Romania", 1984, "Nicolae Ceausescu"),
        ("Babangida", "Nigeria", 1990, "Ibrahim Babangida"),
        ("Kuchma", "Ukraine", 1998, "Leonid Kuchma"),
        ("Koizumi", "Japan", 2004, "Junichiro Koizumi"),
        ("Rajapaksa", "Sri Lanka", 2009, "Mahinda Rajapaksa"),
        ("Rajapaksa", "Sri Lanka", 2021, "Gotabaya Rajapaksa"),
        ("Castillo", "Peru", 2022, "Pedro Castillo"),
        ("Fico", "Slovakia", 2024, "Robert Fico"),
    ];

    public static TheoryData<string, string, int, string> Held =>
        [.. s_held.Select(h => (h.Surname, h.State, h.Year, h.Name))];

    [Theory]
    [MemberData(nameof(Held))]
    public void A_surname_means_the_one_in_office_of_a_state_that_the_text_names(string surname, string state, int year, string name) =>
        Assert.Equal(name, Read.NameOf($"{state} is tense. {surname} refused to resign.", surname, new DateOnly(year, 6, 1)));

    [Theory]
    [InlineData("Bush warned Iraq.", "Bush", 1990, "George H. W. Bush")]
    [InlineData("Bush warned Iraq.", "Bush", 2003, "George W. Bush")]
    [InlineData("Kim tested a missile. North Korea denied it.", "Kim", 2017, "Kim Jong Un")]
    [InlineData("Kim tested a missile. North Korea denied it.", "Kim", 2009, "Kim Jong Il")]
    [InlineData("Kim met the delegates. South Korea welcomed it.", "Kim", 1999, "Kim Dae-jung")]
    [InlineData("Clinton met the delegates.", "Clinton", 1995, "Bill Clinton")]
    [InlineData("May met the delegates.", "May", 2018, "Theresa May")]
    [InlineData("Castro told Moscow that he would fight.", "Castro", 1962, "Fidel Castro")]
    [InlineData("Castro told Moscow that he would fight.", "Castro", 2012, "Raúl Castro")]
    public void A_surname_that_several_bore_means_the_one_of_the_date(string text, string surname, int year, string name) =>
        Assert.Equal(name, Read.NameOf(text, surname, new DateOnly(year, 6, 1)));

    [Fact]
    public void A_month_is_nobody_even_where_the_minister_of_that_name_speaks() =>
        Assert.Equal(1, Read.Mentions("May met the delegates. The truce began in May. It ended on May 5.", new DateOnly(2018, 6, 1)).All.Count(m => m.Name == "Theresa May"));

    [Fact]
    public void A_surname_of_a_small_states_leader_means_nobody_where_that_state_is_not_named() =>
        Assert.Equal("", Read.NameOf("The crowd cheered for Arthur.", "Arthur", new DateOnly(2001, 6, 1)));

    [Theory]
    [InlineData("The Cuban prime minister spoke.", "Cuban prime minister", 1961, "Fidel Castro")]
    [InlineData("The premier of China spoke.", "premier", 1990, "Li Peng")]
    [InlineData("The British foreign secretary spoke.", "British foreign secretary", 1982, "Francis Pym")]
    [InlineData("The Russian foreign minister spoke.", "Russian foreign minister", 2012, "Sergei Lavrov")]
    [InlineData("Kuwait was quiet. The emir spoke.", "emir", 1990, "Jaber al-Ahmad al-Sabah")]
    [InlineData("The Iranian shah spoke.", "Iranian shah", 1975, "Mohammad Reza Pahlavi")]
    [InlineData("The ruler of Libya spoke.", "ruler", 1986, "Muammar Gaddafi")]
    [InlineData("The NATO secretary-general spoke.", "NATO secretary-general", 1999, "Javier Solana")]
    public void An_office_means_its_holder_of_the_date_however_it_is_called(string text, string words, int year, string name) =>
        Assert.Equal(name, Read.NameOf(text, words, new DateOnly(year, 5, 1)));

    [Theory]
    [InlineData("The Soviet Union changed after Stalin. It feared a new Stalin.", "Stalin", 1987, "Joseph Stalin")]
    [InlineData("Sayyid Ali Hosseini Khamenei refused.", "Sayyid Ali Hosseini Khamenei", 2020, "Ali Khamenei")]
    public void A_leader_is_known_after_his_time_and_by_a_longer_name(string text, string words, int year, string name) =>
        Assert.Equal(name, Read.NameOf(text, words, new DateOnly(year, 5, 1)));

    [Fact]
    public void A_former_president_is_not_the_president() =>
        Assert.Equal("Bill Clinton", Read.NameOf("Former President Jimmy Carter flew to Haiti. The American president was silent.", "American president", new DateOnly(1994, 9, 1)));

    [Theory]
    [InlineData(1985, "Burma")]
    [InlineData(1995, "Myanmar")]
    public void A_state_is_called_as_it_was_called_at_the_time(int year, string name) =>
        Assert.Equal(name, Read.NameOf("Rangoon rejected the demand.", "Rangoon", new DateOnly(year, 6, 1)));

    [Theory]
    [InlineData("Moscow", 1979, "Soviet Union")]
    [InlineData("Russia", 1979, "Soviet Union")]
    [InlineData("Serbia", 1995, "Serbia")]
    [InlineData("Hanoi", 1968, "North Vietnam")]
    [InlineData("Hanoi", 1990, "Vietnam")]
    [InlineData("Bonn", 1970, "West Germany")]
    [InlineData("Saigon", 1970, "South Vietnam")]
    [InlineData("East Germany", 1970, "East Germany")]
    [InlineData("Macedonia", 1999, "Macedonia")]
    [InlineData("Macedonia", 2022, "North Macedonia")]
    public void A_name_stands_for_the_state_that_it_meant_at_the_time(string words, int year, string name) =>
        Assert.Equal(name, Read.NameOf($"{words} rejected the demand.", words, new DateOnly(year, 6, 1)));

    [Fact]
    public void A_leader_is_found_on_every_day_of_his_term_and_keeps_his_name() =>
        Prop.ForAll(Gen.Choose(0, 364).ToArbitrary(), Gen.Elements(s_held).ToArbitrary(), (day, held) =>
            Read.NameOf($"{held.State} is tense. President {held.Surname} refused.", $"President {held.Surname}", new DateOnly(held.Year, 1, 1).AddDays(day)) == held.Name
            || day > 330 || day < 35).QuickCheckThrowOnFailure();
}
