using System.Text.Json;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class MarkovLogitTests
{
    [Theory]
    [InlineData("random_S2_P2_A2_seed1")]
    [InlineData("random_S3_P2_A3_seed7")]
    [InlineData("random_S3_P4_Av_seed23")]
    [InlineData("random_S5_P2_A3_seed42")]
    [InlineData("random_S5_P3_A3_seed42")]
    public void Random_games_have_the_peers_strategies_and_values(string name)
    {
        using var file = JsonDocument.Parse(ReferenceGames.Read($"stochastic/{name}.json"));
        var expected = file.RootElement.GetProperty("qre").EnumerateArray().Where(q => q.GetProperty("ok").GetBoolean() && q.GetProperty("lam").ValueKind == JsonValueKind.Number).OrderBy(q => q.GetProperty("lam").GetDouble()).ToList();
        var branch = MarkovLogit.Follow(Game(file.RootElement), new LogitOptions { Rationalities = [.. expected.Select(q => q.GetProperty("lam").GetDouble())], ToTheLimit = false });
        Assert.Equal(expected.Count, branch.Chosen.Length);
        foreach (var (peer, point) in expected.Zip(branch.Chosen))
        {
            // The peer's λ is met to about 1e-7.
            Assert.True(point.Residual < 1e-9);
            AssertClose([.. Numbers(peer.GetProperty("sigma"))], point.Probabilities, 1e-6);
            AssertClose([.. Numbers(peer.GetProperty("V"))], point.Values, 1e-5);
        }
    }

    // A null λ in the file means the limit.
    [Theory]
    [InlineData("random_S2_P2_A2_seed1")]
    [InlineData("random_S3_P2_A3_seed7")]
    public void The_branch_ends_in_the_peers_equilibrium(string name)
    {
        using var file = JsonDocument.Parse(ReferenceGames.Read($"stochastic/{name}.json"));
        var peer = file.RootElement.GetProperty("qre").EnumerateArray().Single(q => q.GetProperty("lam").ValueKind == JsonValueKind.Null);
        var branch = MarkovLogit.Follow(Game(file.RootElement));
        Assert.Equal(LogitEnd.Limit, branch.End);
        AssertClose([.. Numbers(peer.GetProperty("sigma"))], branch.Last.Probabilities, 1e-4);
    }

    [Fact]
    public void One_state_without_future_is_the_normal_form_game()
    {
        var stochastic = new StochasticGame([[2, 2]], [0, 0], [[[9, 0], [0, 1], [0, 1], [1, 0]]], [[[1], [1], [1], [1]]]);
        var normal = NormalFormGame.Bimatrix(NormalFormLogitTests.Matrix([9, 0], [0, 1]), NormalFormLogitTests.Matrix([0, 1], [1, 0]));
        var options = new LogitOptions { Rationalities = [0.7], ToTheLimit = false };
        AssertClose(NormalFormLogit.Follow(normal, options).Chosen[0].Probabilities, MarkovLogit.Follow(stochastic, options).Chosen[0].Probabilities, 1e-10);
    }

    // The equations written out for each state, as a check on the elimination by states; in the second game a state leads to three others only.
    [Theory]
    [InlineData(12)]
    [InlineData(3)]
    public void Every_state_of_a_larger_game_obeys_the_logit_equations(int reached)
    {
        const int states = 12;
        var random = new Random(12);
        double[] Row(int state) => [.. Enumerable.Range(0, states).Select(next => (next - state + states) % states < reached ? random.NextDouble() : 0)];
        var transitions = Enumerable.Range(0, states).Select(s => Enumerable.Range(0, 6).Select(_ => Row(s) is var row ? row.Select(p => p / row.Sum()).ToArray() : []).ToArray()).ToArray();
        var payoffs = Enumerable.Range(0, states).Select(_ => Enumerable.Range(0, 6).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray()).ToArray();
        var game = new StochasticGame([.. Enumerable.Repeat(new[] { 2, 3 }, states)], [0.9, 0.8], payoffs, transitions);
        var point = MarkovLogit.Follow(game, new LogitOptions { Rationalities = [4], ToTheLimit = false }).Chosen[0];
        for (var state = 0; state < states; state++)
        {
            var (row, column) = (point.Probabilities.Slice(5 * state, 2), point.Probabilities.Slice((5 * state) + 2, 3));
            double Yield(int i, int j, int player) => payoffs[state][(3 * i) + j][player]
                + ((player == 0 ? 0.9 : 0.8) * Enumerable.Range(0, states).Sum(next => transitions[state][(3 * i) + j][next] * point.Values[(2 * next) + player]));
            double[] ofRow = [.. Enumerable.Range(0, 2).Select(i => Enumerable.Range(0, 3).Sum(j => column[j] * Yield(i, j, 0)))];
            double[] ofColumn = [.. Enumerable.Range(0, 3).Select(j => Enumerable.Range(0, 2).Sum(i => row[i] * Yield(i, j, 1)))];
            Assert.Equal(Math.Exp(4 * (ofRow[1] - ofRow[0])), row[1] / row[0], 1e-9);
            Assert.Equal(Math.Exp(4 * (ofColumn[2] - ofColumn[0])), column[2] / column[0], 1e-9);
            Assert.Equal(row.Zip(ofRow, (p, u) => p * u).Sum(), point.Values[2 * state], 1e-9);
            Assert.Equal(column.Zip(ofColumn, (p, u) => p * u).Sum(), point.Values[(2 * state) + 1], 1e-9);
        }
    }

    // 30 states, so that the shared system is factored by halves; twice, with the same bits.
    [Fact]
    public void A_game_of_thirty_states_reaches_a_limit_without_regret()
    {
        const int states = 30;
        var random = new Random(30);
        double[] Row() => [.. Enumerable.Range(0, states).Select(_ => random.NextDouble())];
        var transitions = Enumerable.Range(0, states).Select(_ => Enumerable.Range(0, 4).Select(_ => Row() is var row ? row.Select(p => p / row.Sum()).ToArray() : []).ToArray()).ToArray();
        var payoffs = Enumerable.Range(0, states).Select(_ => Enumerable.Range(0, 4).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray()).ToArray();
        var game = new StochasticGame([.. Enumerable.Repeat(new[] { 2, 2 }, states)], [0.9, 0.9], payoffs, transitions);
        var branch = MarkovLogit.Follow(game);
        Assert.Equal(LogitEnd.Limit, branch.End);
        Assert.True(branch.Last.Regret < 1e-6);
        Assert.Equal(branch.Last.Probabilities, MarkovLogit.Follow(game).Last.Probabilities);
    }

    // One player, one state that lasts for ever: keep 1 a period, or take 3 once and stay at 0 in the other state.
    [Fact]
    public void A_single_decider_at_the_limit_solves_the_dynamic_program()
    {
        var game = new StochasticGame([[2], [1]], [0.9], [[[1], [3]], [[0]]], [[[1, 0], [0, 1]], [[0, 1]]]);
        var last = MarkovLogit.Follow(game).Last;
        Assert.Equal(1, last.Probabilities[0], 1e-6);
        Assert.Equal(10, last.Values[0], 1e-4);
    }

    [Fact]
    public void A_table_that_is_no_game_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new StochasticGame([[1]], [0.9], [[[1]]], [[[0.5]]]));
        Assert.Equal("A row of transitions from state 0 is no probability distribution over 1 states.", error.Message);
    }

    internal static StochasticGame Game(JsonElement root)
    {
        var actions = root.GetProperty("nums_actions").EnumerateArray().Select(s => s.EnumerateArray().Select(n => n.GetInt32()).ToArray()).ToArray();
        var players = root.GetProperty("P").GetInt32();
        var payoffs = actions.Select((counts, s) => Profiles(counts).Select(profile => Enumerable.Range(0, players).Select(p => At(root.GetProperty("u")[s][p], profile).GetDouble()).ToArray()).ToArray()).ToArray();
        var transitions = actions.Select((counts, s) => Profiles(counts).Select(profile => Normal([.. Numbers(At(root.GetProperty("phi")[s], profile))])).ToArray()).ToArray();
        return new StochasticGame(actions, [.. Numbers(root.GetProperty("delta"))], payoffs, transitions);
    }

    // The file's rows sum to 1 within 1e-15 only.
    private static double[] Normal(double[] row) => Math.Abs(row.Sum() - 1) < 1e-9 ? row : throw new InvalidDataException("A row of the reference file does not sum to 1.");

    private static JsonElement At(JsonElement table, int[] profile) => profile.Aggregate(table, (t, action) => t[action]);

    private static IEnumerable<int[]> Profiles(int[] counts)
    {
        IEnumerable<int[]> profiles = [[]];
        foreach (var count in counts)
            profiles = profiles.SelectMany(head => Enumerable.Range(0, count).Select(action => (int[])[.. head, action]));
        return profiles;
    }

    // Nulls pad the actions that a player does not have.
    private static IEnumerable<double> Numbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Null => [],
        _ => [element.GetDouble()],
    };

    private static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
