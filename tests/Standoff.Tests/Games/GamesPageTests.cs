using System.Text.RegularExpressions;
using Standoff.Games.Forms;
using Standoff.Games.Models;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

/// <summary>The code of <c>docs/games.md</c>: each block there is the text of a sample here, and prints what the page says.</summary>
public sealed partial class GamesPageTests
{
    private static readonly Action<TextWriter>[] Samples = [Signals, Table, Draws, Fitting, Positions];

    [Fact]
    public void The_page_shows_code_that_runs_and_what_it_prints()
    {
        var page = File.ReadAllText(Repository.In("docs", "games.md"));
        var source = File.ReadAllText(Repository.In("tests", "Standoff.Tests", "Games", "GamesPageTests.cs"));
        var blocks = Block().Matches(page);
        Assert.Equal(Samples.Length, blocks.Count);
        Assert.Equal(Samples.Length, Regex.Count(page, "^```csharp", RegexOptions.Multiline));
        for (var i = 0; i < Samples.Length; i++)
        {
            var body = Regex.Match(source, $@"\b{Samples[i].Method.Name}\(TextWriter Console\)\n    \{{\n(?<body>.*?)\n    \}}", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["body"].Value;
            Assert.Equal(string.Join('\n', body.Split('\n').Select(line => line.Length > 8 ? line[8..] : "")), blocks[i].Groups["code"].Value);
            using var printed = new StringWriter { NewLine = "\n" };
            Samples[i](printed);
            Assert.Equal(blocks[i].Groups["output"].Value, printed.ToString());
        }
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)\n```\n+```text\n(?<output>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    private static void Signals(TextWriter Console)
    {
        Play Type(string type, Rational inWar, Rational rivalInWar) => Play.Move("Sender", type,
            ("mobilise", Play.Move("Receiver", "mobilised", ("yield", Play.End(1, 0)), ("fight", Play.End(inWar, rivalInWar)))),
            ("wait", Play.End(0, 1)));
        var game = ExtensiveGame.From("Signals", ["Sender", "Receiver"], Play.Chance(
            ("strong", new Rational(1, 3), Type("strong", new Rational(1, 4), -1)),
            ("weak", new Rational(2, 3), Type("weak", -1, 1))));
        var equilibrium = SequenceFormLemke.Solve(game);
        Console.WriteLine($"in equilibrium the weak type mobilises with probability {equilibrium.Behaviour[1][0]}; regret {equilibrium.Regret}");
        foreach (var point in AgentLogit.Follow(game, new LogitOptions { Rationalities = [1, 5, 20], ToTheLimit = false }).Chosen)
            Console.WriteLine(FormattableString.Invariant($"at λ = {point.Rationality} with probability {point.Probabilities[2]:F4}"));
    }

    private static void Table(TextWriter Console)
    {
        var chicken = NormalFormGame.Bimatrix(new Rational[,] { { 1, -1 }, { 2, -10 } }, new Rational[,] { { 1, 2 }, { -1, -10 } });
        foreach (var equilibrium in ExtremeEquilibria.Solve(chicken).Equilibria)
            Console.WriteLine($"{string.Join(" ", equilibrium.Profile.Strategies[0])} | {string.Join(" ", equilibrium.Profile.Strategies[1])} index {equilibrium.Stability.Index}");
    }

    private static void Draws(TextWriter Console)
    {
        var game = ExtensiveGame.From("Entry", ["Entrant", "Incumbent"], Play.Move("Entrant", "market",
            ("stay out", Play.End(0, 2)),
            ("enter", Play.Move("Incumbent", "entry", ("fight", Play.End(-1, -1)), ("share", Play.End(1, 1))))));
        var response = AgentLogitResponse.Of(game, rationality: 2)!;
        Console.WriteLine(FormattableString.Invariant($"enters with probability {response.Equilibrium.Probabilities[1]:F4}"));
        Console.WriteLine(FormattableString.Invariant($"and by {response.Derivatives().OfMove(move: 1, end: 2, player: 0):F4} more for each unit that sharing pays it"));
        double[][] draws = [.. Enumerable.Range(0, 1000).Select(i => response.Payoffs.Select((p, k) => p + (0.0005 * i * (k % 3))).ToArray())];
        var variants = response.AtEach(draws);
        Console.WriteLine(FormattableString.Invariant($"over {variants.Length} draws of the payoffs from {variants.Min(v => v.Probabilities[1]):F4} to {variants.Max(v => v.Probabilities[1]):F4}"));
    }

    private static void Fitting(TextWriter Console)
    {
        var chicken = NormalFormGame.Bimatrix(new Rational[,] { { 1, -1 }, { 2, -10 } }, new Rational[,] { { 1, 2 }, { -1, -10 } });
        var fit = LogitEstimation.Fit(chicken, [70, 30, 75, 25]);
        foreach (var maximum in fit.Maxima)
            Console.WriteLine(FormattableString.Invariant($"{maximum.Start}: λ = {maximum.Point.Rationality:F3} ({maximum.StandardError:F3}), log-likelihood {maximum.LogLikelihood:F2}"));
        Console.WriteLine(FormattableString.Invariant($"uniform play: log-likelihood {fit.UniformLogLikelihood:F2}"));
    }

    private static void Positions(TextWriter Console)
    {
        SpatialActor[] actors = [new("North", 3, [0.0], [0.8]), new("South", 1, [1.0], [0.9]), new("Centre", 1, [0.6], [0.3])];
        var history = new SpatialBargaining([.. actors]).Run();
        Console.WriteLine(FormattableString.Invariant($"mean by power and salience {history.Rounds[0].Mean[0]:F2}, after {history.Rounds.Length - 1} rounds {history.Rounds[^1].Expected[0]:F2}"));
        Console.WriteLine(FormattableString.Invariant($"combination {SpatialCombination.Fitted.Forecast([.. actors])[0]:F2}"));
    }
}
