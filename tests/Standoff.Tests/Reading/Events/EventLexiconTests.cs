using Standoff.Reading.Events;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Events;

public sealed class EventLexiconTests
{
    private static readonly string[] Patterns = ["*", "@*", "-", "to", "objto", "adjto", "subj", "that", "ing", "~actor", "~human", "~place"];

    [Fact]
    public void Every_class_of_objects_that_a_verb_asks_for_has_nouns()
    {
        var classes = ResourceTable.Read("Events.Resources.nouns.tsv").Select(r => r[1]).ToHashSet();
        string[] unknown = [.. ResourceTable.Read("Events.Resources.verbs.tsv").SelectMany(r => r[1].Split(',')).Distinct().Where(o => !Patterns.Contains(o.TrimStart('=')) && !classes.Contains(o.TrimStart('=', '@')))];
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_code_of_the_lexicon_is_one_of_the_table()
    {
        var codes = ResourceTable.Read("Events.Resources.codes.tsv").Select(r => r[0]).ToHashSet();
        var used = ResourceTable.Read("Events.Resources.verbs.tsv").Concat(ResourceTable.Read("Events.Resources.nouns.tsv")).Concat(ResourceTable.Read("Events.Resources.compositions.tsv")).Select(r => r[2])
            .Concat(ResourceTable.Read("Events.Resources.shifts.tsv").SelectMany(r => new[] { r[0], r[2] })).Where(c => char.IsAsciiDigit(c[0]));
        string[] unknown = [.. used.Distinct().Where(c => !codes.Contains(c))];
        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("verbs.tsv", 0, 1, 2)]
    [InlineData("nouns.tsv", 0, 1, 2)]
    [InlineData("codes.tsv", 0)]
    [InlineData("shifts.tsv", 0, 1)]
    [InlineData("compositions.tsv", 0, 1)]
    [InlineData("irregular.tsv", 0)]
    public void No_row_stands_twice_and_each_has_its_source(string table, params int[] key)
    {
        var rows = ResourceTable.Read("Events.Resources." + table);
        Assert.Empty(rows.GroupBy(r => string.Join('|', key.Select(k => r[k]))).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(rows.Where(r => r[^1].Length == 0).Select(r => r[0]));
    }

    [Theory]
    [InlineData("withdraw", "to", EventType.Yield)]
    [InlineData("overthrow", "-", EventType.Protest)]
    public void A_verb_of_the_lexicon_is_found_by_its_form_where_the_lemma_is_unknown(string verb, string other, EventType type)
    {
        Assert.NotEqual(verb, other);
        Assert.Contains(EventLexicon.Verb("?", verb + "s"), s => s.Code?.Type == type);
    }

    [Theory]
    [InlineData("stop", "163", "085")]
    [InlineData("stop", "072", "162")]
    [InlineData("refuse", "0841", "124")]
    [InlineData("intend", "195", "138")]
    [InlineData("plan", "040", "036")]
    [InlineData("demand", "111", "100")]
    [InlineData("do", "111", "111")]
    public void What_governs_an_act_makes_another_of_it(string governing, string inner, string expected) =>
        Assert.Equal(expected, EventCode.Under(Enum.Parse<EventOperator>(governing, ignoreCase: true), EventCode.Of(inner))?.Cameo);

    [Fact]
    public void To_fail_to_attack_is_no_event() => Assert.Null(EventCode.Under(EventOperator.Fail, EventCode.Of("190")));
}
