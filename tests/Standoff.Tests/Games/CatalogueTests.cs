using System.Collections.Immutable;
using System.Text.Json;
using Standoff.Games.Formats;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

/// <summary>What every game of the catalogue and every solver that takes it must agree on.</summary>
public sealed class CatalogueTests
{
    private static readonly string[] TableSolvers = ["pure", "dominance", "lemke-howson", "support", "extreme", "logit", "branches"];
    private static readonly string[] TreeSolvers = ["backward", "sequence-lp", "sequence-lemke", "subgame-perfect", "logit", "strategic-form"];

    public static TheoryData<string> Games => [.. Files().Select(f => Path.GetRelativePath(Repository.In("catalog"), f))];

    public static TheoryData<string, string> TablesAndSolvers => Pairs(".nfg", TableSolvers);

    public static TheoryData<string, string> TreesAndSolvers => Pairs(".efg", TreeSolvers);

    [Fact]
    public void There_are_forty_games_or_more_and_the_page_lists_each()
    {
        var page = File.ReadAllText(Repository.In("catalog", "README.md"));
        Assert.True(Files().Length >= 40);
        Assert.All(Files(), file => Assert.Contains($"]({Path.GetRelativePath(Repository.In("catalog"), file)})", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void A_game_is_the_same_after_it_was_written_and_read_again(string path)
    {
        var text = Text(path);
        var (once, again) = Path.GetExtension(path) switch
        {
            ".nfg" => (NormalFormGameText.Write(Table(path)), NormalFormGameText.Write(NormalFormGameText.Read(NormalFormGameText.Write(Table(path))).Game!)),
            ".efg" => (ExtensiveGameText.Write(Tree(path)), ExtensiveGameText.Write(ExtensiveGameText.Read(ExtensiveGameText.Write(Tree(path))).Game!)),
            _ => (StochasticGameText.Write(States(path)), StochasticGameText.Write(StochasticGameText.Read(StochasticGameText.Write(States(path))).Game!)),
        };
        Assert.Equal(once, again);
        Assert.NotEmpty(text);
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void Nobody_regrets_anything_in_an_equilibrium_that_is_known(string path)
    {
        if (Path.GetExtension(path) == ".json" || Known(path).TryGetProperty("forgets", out _))
            return;
        var tree = Path.GetExtension(path) == ".efg" ? Tree(path) : SimultaneousTree.Of(Table(path));
        var form = SequenceForm.Of(tree);
        Assert.All(Equilibria(path), profile => Assert.Equal(Rational.Zero, BestResponse.Exploitability(form, profile)));
    }

    [Theory]
    [MemberData(nameof(TablesAndSolvers))]
    public void A_solver_of_tables_agrees_with_what_is_known(string path, string solver)
    {
        var (game, known) = (Table(path), Equilibria(path));
        switch (solver)
        {
            case "pure":
                Assert.All(known.Where(IsPure), profile => Assert.Contains(PureEquilibria.Solve(game), pure => pure.Select((s, player) => profile[player][s]).All(p => p == Rational.One)));
                break;
            case "dominance":
                var left = IteratedDominance.Solve(game).Surviving;
                Assert.All(known, profile => Assert.All(profile.Select((mixed, player) => (mixed, player)), p => Assert.DoesNotContain(Enumerable.Range(0, p.mixed.Length), s => p.mixed[s].Sign > 0 && !left[p.player].Contains(s))));
                break;
            case "lemke-howson" when game.Players.Length == 2:
                Assert.All(LemkeHowson.SolveFromAllLabels(game), e => Assert.Equal(Rational.Zero, e.Regret));
                break;
            case "support" when game.Players.Length == 2 && SupportEnumeration.Solve(game) is { IsComplete: true } supports:
                Assert.Equal(Number(path, "extreme"), supports.Equilibria.Length);
                break;
            case "extreme" when game.Players.Length == 2:
                AssertExtreme(path, ExtremeEquilibria.Solve(game));
                break;
            case "logit":
                var branch = NormalFormLogit.Follow(game);
                Assert.Equal(LogitEnd.Limit, branch.End);
                Assert.True(game.Regret(Mixed(game, branch.Last)) <= 1e-8 * game.PayoffRange);
                if (Known(path).TryGetProperty("principal", out var principal))
                    AssertNear(principal, branch.Last.Probabilities);
                break;
            case "branches":
                var limits = NormalFormLogit.FindBranches(game, new LogitSearch { Starts = 12 }).Branches.SelectMany(b => b.Limits);
                Assert.All(limits, limit => Assert.True(game.Regret(Mixed(game, limit)) <= 1e-7 * game.PayoffRange));
                break;
        }
    }

    [Theory]
    [MemberData(nameof(TreesAndSolvers))]
    public void A_solver_of_trees_agrees_with_what_is_known(string path, string solver)
    {
        var (game, known) = (Tree(path), Known(path));
        if (known.TryGetProperty("forgets", out var set))
        {
            Assert.Equal(set.GetString(), game.FirstWithImperfectRecall()?.Name);
            Assert.Throws<ImperfectRecallException>(() => SequenceForm.Of(game));
            return;
        }

        var twoPlayers = game.Players.Length == 2;
        switch (solver)
        {
            case "backward" when game.HasPerfectInformation:
                Assert.Equal(Strings(known.GetProperty("payoffs")), BackwardInduction.Solve(game).Payoffs.Select(p => p.ToString()));
                break;
            case "sequence-lp" when known.TryGetProperty("value", out var value):
                var solution = SequenceFormLinearProgram.Solve(game);
                Assert.Equal((value.GetString(), "0"), (solution.Payoffs[0].ToString(), solution.Regret.ToString()));
                break;
            case "sequence-lemke" when twoPlayers:
                Assert.Equal(Rational.Zero, SequenceFormLemke.Solve(game).Regret);
                break;
            case "subgame-perfect" when twoPlayers:
                Assert.Equal(Rational.Zero, SubgamePerfect.Solve(game).Regret);
                break;
            case "logit":
                AssertLimit(path, game);
                break;
            case "strategic-form" when twoPlayers && known.TryGetProperty("extreme", out _):
                AssertExtreme(path, ExtremeEquilibria.Solve(StrategicForm.Of(game)));
                break;
        }
    }

    // Blackwell and Ferguson: worth one half a period, though player 1 hardly ever stops.
    [Fact]
    public void The_big_match_has_its_value()
    {
        var (path, tolerance) = ("blackwell-ferguson-1968/big-match.json", 1e-5);
        var last = MarkovLogit.Follow(States(path)).Last;
        Assert.All(Strings(Known(path).GetProperty("values")).Zip(last.Values), pair => Assert.Equal(Exact(pair.First).ToDouble(), pair.Second, tolerance));
        Assert.All(Strings(Known(path).GetProperty("strategy")).Zip(last.Probabilities), pair => Assert.Equal(Exact(pair.First).ToDouble(), pair.Second, tolerance));
    }

    private static void AssertExtreme(string path, EquilibriumSet found)
    {
        Assert.All(found.Equilibria, e => Assert.Equal(Rational.Zero, e.Profile.Regret));
        Assert.Equal((Number(path, "extreme"), Number(path, "components")), (found.Equilibria.Length, found.Components));
        if (Known(path).TryGetProperty("perfect", out _))
            Assert.Equal(Number(path, "perfect"), found.Equilibria.Count(e => e.Stability.IsPerfect));
        if (Known(path).TryGetProperty("all", out var all) && all.GetBoolean())
            Assert.Equal(Equilibria(path).Select(Line).Order(StringComparer.Ordinal), found.Equilibria.Select(e => Line(e.Profile.Strategies)).Order(StringComparer.Ordinal));
    }

    private static void AssertLimit(string path, ExtensiveGame game)
    {
        var branch = AgentLogit.Follow(game);
        Assert.Equal(LogitEnd.Limit, branch.End);
        Assert.True(branch.Last.Regret <= 1e-8 * game.PayoffRange);
        if (Known(path).TryGetProperty("principal", out var principal))
            AssertNear(principal, branch.Last.Probabilities);
        // Exact best responses to the rounded limit, as a check on the solver's own regret.
        var next = 0;
        ImmutableArray<Rational> Rounded(InformationSet set)
        {
            var shares = branch.Last.Probabilities.Slice((next += set.Actions.Length) - set.Actions.Length, set.Actions.Length).Select(p => new Rational((long)Math.Round(p * 1e9), 1_000_000_000)).ToArray();
            shares[0] += Rational.One - shares.Aggregate(Rational.Zero, (a, b) => a + b);
            return [.. shares];
        }

        var gain = BestResponse.Exploitability(SequenceForm.Of(game), [.. game.InformationSets.Select(Rounded)]);
        Assert.True(gain.ToDouble() <= 1e-6 * game.PayoffRange, $"exploitability {gain.ToDouble()}");
    }

    private static void AssertNear(JsonElement expected, ImmutableArray<double> probabilities) =>
        Assert.All(expected.EnumerateArray().SelectMany(c => c.EnumerateArray()).Zip(probabilities), pair => Assert.Equal(pair.First.GetDouble(), pair.Second, 1e-4));

    private static IReadOnlyList<double[]> Mixed(NormalFormGame game, LogitPoint point)
    {
        var next = 0;
        return [.. game.Players.Select(p => point.Probabilities.Slice((next += p.Strategies.Length) - p.Strategies.Length, p.Strategies.Length).ToArray())];
    }

    private static bool IsPure(ImmutableArray<ImmutableArray<Rational>> profile) => profile.All(mixed => mixed.Contains(Rational.One));

    private static string Line(ImmutableArray<ImmutableArray<Rational>> profile) => string.Join(" | ", profile.Select(s => string.Join(' ', s)));

    private static string[] Files() => [.. Directory.GetFiles(Repository.In("catalog"), "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".nfg" or ".efg" || (Path.GetExtension(f) == ".json" && !f.EndsWith(".known.json", StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    private static TheoryData<string, string> Pairs(string ending, string[] solvers)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var file in Files().Where(f => Path.GetExtension(f) == ending))
        {
            foreach (var solver in solvers)
                pairs.Add(Path.GetRelativePath(Repository.In("catalog"), file), solver);
        }

        return pairs;
    }

    private static string Text(string path) => File.ReadAllText(Repository.In("catalog", path));

    private static NormalFormGame Table(string path) => NormalFormGameText.Read(Text(path)) is { IsGame: true, Game: var game } ? game : throw new InvalidDataException(path);

    private static ExtensiveGame Tree(string path) => ExtensiveGameText.Read(Text(path)) is { IsGame: true, Game: var game } ? game : throw new InvalidDataException(path);

    private static StochasticGame States(string path) => StochasticGameText.Read(Text(path)) is { IsGame: true, Game: var game } ? game : throw new InvalidDataException(path);

    private static JsonElement Known(string path) => JsonElement.Parse(Text(Path.ChangeExtension(path, ".known.json")));

    private static int Number(string path, string key) => Known(path).GetProperty(key).GetInt32();

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(e => e.GetString()!);

    private static List<ImmutableArray<ImmutableArray<Rational>>> Equilibria(string path) => [.. Known(path).GetProperty("equilibria").EnumerateArray()
        .Select(e => e.GetProperty("strategies").EnumerateArray().Select(s => Strings(s).Select(Exact).ToImmutableArray()).ToImmutableArray())];

    private static Rational Exact(string text) => Rational.TryParse(text, out var value) ? value : throw new InvalidDataException(text);
}
