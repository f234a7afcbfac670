using Standoff.Games.Formats;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class AgentLogitTests
{
    [Theory]
    [InlineData("ladder_4x2")]
    [InlineData("ladder_6x3")]
    [InlineData("ladder_8x4")]
    [InlineData("ladder_10x5")]
    public void Escalation_ladders_have_the_peers_probabilities_at_1_5_and_20(string name)
    {
        var game = Assert.IsType<ExtensiveGame>(ExtensiveGameText.Read(ReferenceGames.Read($"ladders/{name}.efg")).Game);
        var expected = ReferenceGames.ReadTable($"ladders/{name}.qre.csv").GroupBy(row => Math.Round(row[0])).ToDictionary(g => g.Key, g => g.Last());
        var branch = AgentLogit.Follow(game, new LogitOptions { Rationalities = [1, 5, 20], ToTheLimit = false });
        Assert.Equal(LogitEnd.Chosen, branch.End);
        foreach (var point in branch.Chosen)
        {
            // The peer's λ is off by up to 1e-7, and its corrector stops at about 1e-7 too.
            var peer = expected[point.Rationality];
            Assert.Equal(peer.Length - 1, point.Probabilities.Length);
            for (var i = 0; i < point.Probabilities.Length; i++)
                Assert.Equal(peer[i + 1], point.Probabilities[i], 1e-6);
            Assert.True(point.Residual < 1e-10);
        }
    }

    [Theory]
    [InlineData("ladder_4x2")]
    [InlineData("ladder_8x4")]
    public void The_branch_of_a_ladder_ends_in_an_equilibrium(string name)
    {
        var game = Assert.IsType<ExtensiveGame>(ExtensiveGameText.Read(ReferenceGames.Read($"ladders/{name}.efg")).Game);
        var branch = AgentLogit.Follow(game);
        Assert.Equal(LogitEnd.Limit, branch.End);
        Assert.True(branch.Last.Regret <= 1e-8 * game.PayoffRange);
    }

    // Player 1 stops for (2, 0) or goes on; player 2 then takes (0, 1) or gives (4, 0): a closed form for every λ.
    [Theory]
    [InlineData(0.5)]
    [InlineData(3.0)]
    public void Two_moves_in_turn_have_a_closed_form(double rationality)
    {
        var branch = AgentLogit.Follow(Trust(), new LogitOptions { Rationalities = [rationality], ToTheLimit = false });
        var gives = 1 / (1 + Math.Exp(rationality));
        var goesOn = 1 / (1 + Math.Exp(rationality * (2 - (4 * gives))));
        Assert.Equal(gives, branch.Chosen[0].Probabilities[3], 1e-12);
        Assert.Equal(goesOn, branch.Chosen[0].Probabilities[1], 1e-12);
    }

    [Fact]
    public void The_limit_of_a_perfect_information_game_is_subgame_perfect()
    {
        var branch = AgentLogit.Follow(Trust());
        Assert.Equal(LogitEnd.Limit, branch.End);
        Assert.Equal([1, 0, 1, 0], branch.Last.Probabilities.Select(p => Math.Round(p, 6)));
    }

    [Fact]
    public void A_player_who_forgets_is_named()
    {
        var forgets = Play.Move("A", "first", ("left", Play.Move("A", "second", ("x", Play.End(1)), ("y", Play.End(0)))), ("right", Play.Move("A", "second", ("x", Play.End(0)), ("y", Play.End(1)))));
        var error = Assert.Throws<ImperfectRecallException>(() => AgentLogit.Follow(ExtensiveGame.From("", ["A"], forgets)));
        Assert.Equal("At information set \"second\", A has forgotten an earlier move.", error.Message);
    }

    [Fact]
    public void A_cancelled_branch_gives_what_it_has()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var branch = AgentLogit.Follow(Trust(), cancellation: source.Token);
        Assert.Equal(LogitEnd.Cancelled, branch.End);
        Assert.Equal(0.5, branch.Last.Probabilities[0], 1e-12);
    }

    private static ExtensiveGame Trust() => ExtensiveGame.From("Trust", ["A", "B"], Play.Move(
        "A",
        "first",
        ("stop", Play.End(2, 0)),
        ("go on", Play.Move("B", "second", ("take", Play.End(0, 1)), ("give", Play.End(4, 0))))));
}
