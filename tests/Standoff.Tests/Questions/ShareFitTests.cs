using System.Globalization;
using Standoff.QuestionEvaluation;
using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class ShareFitTests
{
    private const string Strike = "Will Spain strike Morocco by 1 May 2030?";
    private const string StaysAway = "Will Pedro Sanchez still be prime minister of Spain on 1 May 2030?";
    private const double Enough = 1e-3;
    private static readonly Dictionary<string, double> Unfitted = Fitted([]);

    [Fact]
    public void Without_questions_shares_stand_between_what_was_judged_and_the_mean_of_all()
    {
        var mean = Share(QuestionKind.All.Average(k => Logit(JudgedOf(k))));
        Assert.All(QuestionKind.All, k => Assert.InRange(Unfitted["share." + k.Key], Math.Min(JudgedOf(k), mean) - Enough, Math.Max(JudgedOf(k), mean) + Enough));
    }

    [Fact]
    public void Words_are_taken_for_less_than_the_pages_on_which_they_were_written_say()
    {
        Assert.Equal(0.28, Unfitted["told.force"], 2);
        Assert.Equal(0.8, Unfitted["told.done"], 2);
    }

    [Fact]
    public void What_is_judged_rare_stays_rare() => Assert.InRange(Unfitted["share.nuclear-use"], 0, 0.02);

    private static double JudgedOf(QuestionKind kind) => QuestionKind.Of(kind.Within) is { } wider ? Math.Min(kind.Judged, JudgedOf(wider)) : kind.Judged;

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static double Share(double logit) => 1 / (1 + Math.Exp(-logit));

    [Theory]
    [InlineData(Strike, "share.strike", true)]
    [InlineData(StaysAway, "share.leader-out", false)]
    public void A_share_follows_what_came_of_the_kinds_questions(string question, string key, bool risesWithYes)
    {
        var (yes, no) = (Fitted(Asked(question, 12, 0))[key], Fitted(Asked(question, 0, 12))[key]);
        Assert.True(risesWithYes ? yes > no + 0.1 : no > yes + 0.1, $"{yes} after yes, {no} after no");
    }

    [Fact]
    public void With_many_questions_the_fit_says_what_came()
    {
        var fit = ShareFit.Of(Asked(Strike, 150, 50));
        Assert.InRange(fit.Probability(Answered(Strike, cameTrue: true)), 0.65, 0.77);
    }

    [Fact]
    public void No_kind_is_likelier_than_the_one_that_holds_it()
    {
        var fitted = Fitted(Asked("Will Spain invade Morocco by 1 May 2030?", 40, 0));
        Assert.True(fitted["share.invasion"] <= fitted["share.raid"] && fitted["share.raid"] <= fitted["share.strike"]);
    }

    private static Dictionary<string, double> Fitted(IEnumerable<(AnsweredQuestion, double)> questions)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        ShareFit.Of(questions).Write(text);
        return text.ToString().Split('\n').Select(l => l.Split('\t')).Where(c => c.Length == 5 && c[0] != "key").ToDictionary(c => c[0], c => double.Parse(c[1], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(AnsweredQuestion, double)> Asked(string question, int yes, int no) =>
        Enumerable.Range(0, yes + no).Select(i => (Answered(question, i < yes), 1.0));

    private static AnsweredQuestion Answered(string question, bool cameTrue) =>
        new ResolvedQuestion(question, Questions.Asked.Day, cameTrue, null, null, null).Answer(EvaluationOptions.Of(["-", "--no-forecast"]));
}
