using Standoff.Reading.Mentions;
using Xunit;

namespace Standoff.Tests.Mentions;

public sealed class LeaderTableTests
{
    // A handover, an acting holder, a result that both sides claim.
    private const int MonthsTogether = 4;

    private static readonly string[] s_offices = ["president", "prime minister", "premier", "chancellor", "king", "emir", "sultan", "supreme leader", "secretary of state", "secretary-general"];

    private static readonly Leader[] s_leaders = [.. Enumerable.Range(0, Gazetteer.Shipped.Leaders.Count).Select(i => Gazetteer.Shipped.Leaders[i])];

    [Fact]
    public void Nobody_leaves_before_he_comes() => Assert.All(s_leaders, l => Assert.True(l.To is not { } to || l.From <= to, l.Name));

    [Fact]
    public void Everybody_serves_a_state_or_a_body_of_the_tables() =>
        Assert.Equal(
            ["Arab League", "European Union", "International Atomic Energy Agency", "NATO", "United Nations"],
            s_leaders.Select(l => l.State).Where(s => Gazetteer.Shipped.FindState(s)?.Name != s).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_hold_one_office_of_a_state_at_a_time()
    {
        foreach (var office in s_leaders.Where(l => s_offices.Contains(l.Office)).GroupBy(l => (l.State, l.Office)))
        {
            var terms = office.OrderBy(l => l.From).ToList();
            for (var i = 1; i < terms.Count; i++)
            {
                var ends = terms[i - 1].To is { } to && terms[i].To is { } other ? (to < other ? to : other) : terms[i - 1].To ?? terms[i].To ?? DateOnly.MaxValue;
                Assert.True(ends <= terms[i].From.AddMonths(MonthsTogether), $"{office.Key}: {terms[i - 1].Name} and {terms[i].Name}, {terms[i].From}");
            }
        }
    }

    [Fact]
    public void A_leader_is_found_by_name_by_surname_and_by_state()
    {
        foreach (var leader in s_leaders)
        {
            Assert.Contains(leader, Gazetteer.Shipped.Leaders.Named(leader.Name));
            Assert.Contains(leader, Gazetteer.Shipped.Leaders.Of(leader.State));
            Assert.Contains(leader, Gazetteer.Shipped.Leaders.WithSurname(PersonNames.Plain(PersonNames.SurnameOf(leader.Name, leader.State))));
        }
    }

    [Fact]
    public void The_states_with_most_weight_have_a_head_on_every_day_since_1946()
    {
        // Places are empty between a fall and the next appointment; two months cover all of these.
        foreach (var state in (string[])["United States", "United Kingdom", "India", "Israel", "Mexico", "Cuba", "Chile", "Australia"])
        {
            var terms = Gazetteer.Shipped.Leaders.Of(state).Where(l => l.IsHead || l.Office == "general").ToList();
            for (var day = new DateOnly(1948, 6, 1); day.Year < 2025; day = day.AddMonths(1))
                Assert.True(terms.Exists(t => t.HeldOfficeOn(day) || t.HeldOfficeOn(day.AddMonths(2))), $"{state} {day}");
        }
    }
}
