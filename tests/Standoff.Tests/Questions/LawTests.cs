using FsCheck;
using FsCheck.Fluent;
using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class LawTests
{
    // Rounding in sums of some hundred terms.
    private const double Tolerance = 1e-12;

    private static readonly string[] Pages =
    [
        "",
        "Spain demanded that Morocco withdraw its troops from the island by 1 March or face the consequences. Morocco refused. Spain sent two warships to the strait.",
        "Spanish aircraft struck targets in Morocco for a third day. Morocco fired rockets at Malaga. The king of Morocco said that there would be no surrender.",
        "A ceasefire between Spain and Morocco took effect on Sunday. Spain accused Morocco of violating it. Talks are scheduled for 20 February in Lisbon.",
    ];

    private static readonly string[] Kinds = [.. QuestionKind.All.Select(k => k.Key)];

    private static Arbitrary<(string Kind, int Page, int Days, int More)> Cases() => Gen.Elements(Kinds)
        .SelectMany(k => Gen.Choose(0, Pages.Length - 1), (k, p) => (k, p))
        .SelectMany(x => Gen.Choose(0, 400), (x, d) => (x.k, x.p, d))
        .SelectMany(x => Gen.Choose(0, 200), (x, m) => (x.k, x.p, x.d, m)).ToArbitrary();

    private static readonly Standoff.Claims.Ledger[] Ledgers = [.. Pages.Select(Asked.Page)];

    private static AskedQuestion Question(string kind, int days, bool negated = false) => new()
    {
        Text = "made",
        Kind = QuestionKind.Of(kind)!,
        Actor = QuestionKind.Of(kind)!.Family == "leader" ? "Morocco" : "Spain",
        Target = QuestionKind.Of(kind)!.Family == "leader" ? null : "Morocco",
        AsOf = Asked.Day,
        Opens = Asked.Day,
        Deadline = Asked.Day.AddDays(days),
        IsNegated = negated,
    };

    private static Standoff.Forecasts.Estimate Answer(AskedQuestion question, int page) =>
        QuestionAnswerer.Answer(question, Ledgers[page], new QuestionOptions { Draws = 32, Jobs = 1 }).Probability;

    [Fact]
    public void A_later_deadline_is_never_less_likely() => Prop.ForAll(Cases(), c =>
    {
        var (sooner, later) = (Answer(Question(c.Kind, c.Days), c.Page), Answer(Question(c.Kind, c.Days + c.More), c.Page));
        return later.Mean >= sooner.Mean - Tolerance && later.Low >= sooner.Low - Tolerance && later.High >= sooner.High - Tolerance;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_question_and_its_negation_sum_to_one() => Prop.ForAll(Cases(), c =>
    {
        var (yes, no) = (Answer(Question(c.Kind, c.Days), c.Page), Answer(Question(c.Kind, c.Days, negated: true), c.Page));
        return Math.Abs(yes.Mean + no.Mean - 1) < Tolerance && Math.Abs(yes.Low + no.High - 1) < Tolerance;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_crisis_that_speaks_of_the_wider_kind_alone_bounds_the_narrower_one() =>
        Assert.All((int[])[1, 2, 9, 60], days => Assert.True(Answer(Question("war", days), 1).Mean <= Answer(Question("clash", days), 1).Mean + Tolerance));

    [Fact]
    public void What_another_kind_contains_is_never_likelier() => Prop.ForAll(Cases(), c =>
        QuestionKind.Of(QuestionKind.Of(c.Kind)!.Within) is not { } wider || Answer(Question(c.Kind, c.Days), c.Page).Mean <= Answer(Question(wider.Key, c.Days), c.Page).Mean + Tolerance)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Answers_are_probabilities_inside_their_intervals() => Prop.ForAll(Cases(), c =>
    {
        var answer = Answer(Question(c.Kind, c.Days), c.Page);
        return answer is { Low: >= 0, High: <= 1 } && answer.Low <= answer.Mean && answer.Mean <= answer.High;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Will Spain invade Morocco by 1 April?", "Will Spain's ground troops enter Morocco by 1 April?", "Will Spain strike Morocco by 1 April?")]
    [InlineData("Will Vladimir Putin go into exile in 2030?", "Will Vladimir Putin cease to be president of Russia in 2030?", null)]
    [InlineData("Will Vladimir Putin die in 2030?", "Vladimir Putin out in 2030?", null)]
    public void Kinds_that_contain_one_another_are_ordered_in_words_too(string narrow, string wide, string? wider)
    {
        foreach (var page in Pages)
        {
            Assert.True(Asked.Mean(narrow, page) <= Asked.Mean(wide, page) + Tolerance);
            if (wider is not null) Assert.True(Asked.Mean(wide, page) <= Asked.Mean(wider, page) + Tolerance);
        }
    }

    [Theory]
    [InlineData("Will Spain strike Morocco by 31 March 2030?", "Spain strikes Morocco by March 31?")]
    [InlineData("Will Spain strike Morocco by 31 March 2030?", "Will Morocco be attacked by Spain before 1 April 2030?")]
    [InlineData("Will Spain strike Morocco by 31 March 2030?", "Will there be a Spanish air strike on Morocco by the end of March?")]
    [InlineData("Spain x Morocco ceasefire by March 31?", "Will Morocco and Spain agree to a ceasefire by the end of March 2030?")]
    [InlineData("Will Vladimir Putin cease to be president of Russia in 2030?", "Vladimir Putin out as President of Russia by end of the year?")]
    public void The_same_question_in_other_words_gets_the_same_answer(string one, string other)
    {
        foreach (var page in Pages) Assert.Equal(Asked.Of(one, page).Probability, Asked.Of(other, page).Probability);
    }

    [Fact]
    public void Within_days_not_nearly_as_much_comes_about_as_within_a_year()
    {
        Assert.All(Enumerable.Range(1, Pages.Length - 1), page => Assert.True(Answer(Question("capture", 2), page).Mean < 0.4 * Answer(Question("capture", 365), page).Mean));
        double Hazard(int days) => QuestionAnswerer.Answer(Question("capture", days), Ledgers[3], new QuestionOptions { UsesForecast = false }).Hazard;
        // A day more or less changes little, at the end of the linear clock as elsewhere.
        Assert.All(Enumerable.Range(10, 10), days => Assert.InRange(Hazard(days + 1) / Hazard(days), 1, 1.12));
    }
}
