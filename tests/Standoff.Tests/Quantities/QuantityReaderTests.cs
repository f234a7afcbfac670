using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Quantities;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Quantities;

public sealed class QuantityReaderTests
{
    private static string Read(string text) => string.Join(
        "; ",
        SyntaxReader.Shipped.Read(text, new TextSpan(0, text.Length)).SelectMany(s => QuantityReader.Read(s, s.Span))
            .Select(q => string.Create(CultureInfo.InvariantCulture, $"{(q.Quantity.Approximate ? "~" : "")}{q.Quantity.Value} {q.Quantity.Unit}")));

    [Theory]
    [InlineData("The navy sent 11 warships to the strait.", "11 warship")]
    [InlineData("About 15,000 troops are massed at the border.", "~15000 troop")]
    [InlineData("Some 1.2 million people have fled.", "~1200000 person")]
    [InlineData("The navy sent two amphibious ships.", "2 ship")]
    [InlineData("Two American aircraft carriers are near.", "2 aircraft carrier")]
    [InlineData("A dozen soldiers were killed.", "~12 soldier")]
    [InlineData("Two dozen soldiers were killed.", "~24 soldier")]
    [InlineData("Half a dozen soldiers were killed.", "~6 soldier")]
    [InlineData("Three-quarters of the soldiers went home.", "0.75 soldier")]
    [InlineData("Prices rose by a third.", "~33 percent")]
    [InlineData("Support fell to 44 percent.", "44 percent")]
    [InlineData("It supplied about 70% of the power.", "~70 percent")]
    [InlineData("The government spent $5 million on shelters.", "5000000 dollar")]
    [InlineData("The government spent more than €200 billion on shelters.", "~200000000000 euro")]
    [InlineData("He gave them 48 hours to leave.", "48 hour")]
    [InlineData("Up to 600,000 Iraqis could flee.", "~600000 iraqi")]
    [InlineData("France has 1,500 troops there and Britain about 1,100.", "1500 troop; ~1100 troop")]
    [InlineData("Nine of the fifteen members must agree.", "9 member; 15 member")]
    [InlineData("The army killed 45 and wounded at least 100.", "45 person; ~100 person")]
    [InlineData("One hundred and fifty soldiers crossed the river.", "150 soldier")]
    [InlineData("It is more than 100 times larger.", "~100 time")]
    [InlineData("It is a country of 25m.", "25000000 person")]
    [InlineData("The council adopted it by twelve votes to three.", "12 vote; 3 vote")]
    [InlineData("Some 900 sailors and marines were on board.", "~900 sailor and marine")]
    [InlineData("The port lies 300 nautical miles away.", "300 nautical mile")]
    [InlineData("The newer rocket can fly twice as far.", "2 time")]
    [InlineData("The poll found that one voter in four expected a war.", "0.25 voter")]
    public void A_number_keeps_its_counted_noun_and_its_hedge(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("In 2017 the president fled.")]
    [InlineData("On March 7 the president fled.")]
    [InlineData("One of the generals resigned.")]
    [InlineData("The second strike killed no one.")]
    [InlineData("Dozens of soldiers and several officers deserted.")]
    [InlineData("Tens of thousands of people marched.")]
    [InlineData("Resolution 1970 imposes an embargo.")]
    [InlineData("The three-day meeting ended.")]
    [InlineData("Two weeks after the landing the fleet withdrew.")]
    [InlineData("The meeting began at 5 p.m. in the capital.")]
    public void Dates_names_ordinals_and_vague_words_count_nothing(string text) => Assert.Equal("", Read(text));

    [Fact]
    public void Any_figures_are_read_inside_their_sentence_or_left() =>
        Prop.ForAll<string, int>((noise, n) =>
        {
            var text = $"About {n} {noise} troops, 9{new string('0', Math.Abs(n % 30))} trillion billion, a third of {n}{noise}, ${n}m and 1,{n} more.";
            return SyntaxReader.Shipped.Read(text, new TextSpan(0, text.Length))
                .All(s => QuantityReader.Read(s, s.Span).All(q => s.Span.Contains(q.Span) && q.Quantity.Value >= 0));
        }).QuickCheckThrowOnFailure();
}
