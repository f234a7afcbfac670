using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class AgentLogitResponseTests
{
    private const double Rationality = 3;

    [Fact]
    public void Derivatives_agree_with_differences_for_every_payoff()
    {
        var response = Response();
        var derivatives = response.Derivatives();
        const double step = 1e-5;
        for (var payoff = 0; payoff < response.Payoffs.Length; payoff++)
        {
            var (above, below) = (response.Payoffs.ToArray(), response.Payoffs.ToArray());
            above[payoff] += step;
            below[payoff] -= step;
            var (up, down) = (response.At(above).Probabilities, response.At(below).Probabilities);
            for (var move = 0; move < up.Length; move++)
                Assert.Equal((up[move] - down[move]) / (2 * step), derivatives.OfMove(move, payoff / 2, payoff % 2), 1e-8);
        }
    }

    // Whatever a payoff does to the probabilities of ends, they go on summing to one.
    [Fact]
    public void Derivatives_of_all_ends_sum_to_zero()
    {
        var response = Response();
        var derivatives = response.Derivatives();
        for (var end = 0; end < response.Ends.Length; end++)
            Assert.Equal(0, Enumerable.Range(0, response.Ends.Length).Sum(outcome => derivatives.OfEnd(outcome, end, 0)), 1e-12);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void A_draw_has_the_equilibrium_that_its_own_branch_leads_to(double spread)
    {
        var response = Response();
        var random = new Random(7);
        var draws = Enumerable.Range(0, 25).Select(_ => response.Payoffs.Select(p => p + (spread * ((2 * random.NextDouble()) - 1))).ToArray()).ToList();
        var results = response.AtEach(draws);
        for (var i = 0; i < draws.Count; i++)
        {
            Assert.NotEqual(LogitRoute.Missed, results[i].Route);
            var own = AgentLogit.Follow(Signals(draws[i]), new LogitOptions { Rationalities = [Rationality], ToTheLimit = false }).Chosen[0];
            Assert.All(own.Probabilities.Zip(results[i].Probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        }
    }

    [Fact]
    public void Draws_don_t_depend_on_the_number_of_threads()
    {
        var response = Response();
        var random = new Random(8);
        var draws = Enumerable.Range(0, 200).Select(_ => response.Payoffs.Select(p => p + random.NextDouble()).ToArray()).ToList();
        var (one, three) = (response.AtEach(draws, threads: 1), response.AtEach(draws, threads: 3));
        Assert.All(one.Zip(three), pair => Assert.Equal(pair.First.Probabilities.AsEnumerable(), pair.Second.Probabilities));
    }

    private static AgentLogitResponse Response() => AgentLogitResponse.Of(Signals([.. Enumerable.Range(0, 16).Select(i => ((i * 7 % 11) - 4) / 4.0)]), Rationality)!;

    // A sender of two types sends one of two signals; the receiver answers, knowing the signal only.
    private static ExtensiveGame Signals(double[] payoffs)
    {
        var next = 0;
        var (third, twoThirds) = (new Rational(1, 3), new Rational(2, 3));
        Play End() => Play.End(Exact(payoffs[next++]), Exact(payoffs[next++]));
        Play Answer(string signal) => Play.Move("B", signal, ("yield", End()), ("fight", End()));
        Play Type(string type) => Play.Move("A", type, ("loud", Answer("loud")), ("quiet", Answer("quiet")));
        return ExtensiveGame.From("Signals", ["A", "B"], Play.Chance(("weak", third, Type("weak")), ("strong", twoThirds, Type("strong"))));
    }

    private static Rational Exact(double value)
    {
        Assert.True(Rational.TryParse(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture), out var exact));
        return exact;
    }
}
