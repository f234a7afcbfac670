using System.Globalization;
using System.Text;
using Standoff.Cli.Views;

namespace Standoff.Cli.Games;

/// <summary>A solution as a person reads it.</summary>
internal static class SolutionText
{
    private const int MostProfiles = 50;
    private const int MostChoices = 60;
    private const int BarCells = 10;

    public static string Render(LoadedGame game, GameSolution solution, int width, Ink ink)
    {
        var text = new StringBuilder(ink.Bold(TextLayout.Cut(GameText.Heading(game), width))).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"method {solution.Method} · {Count(solution.Profiles.Length, "profile")}{(solution.Iterations > 0 ? $" · {Count(solution.Iterations, "step")}" : "")}\n");
        for (var i = 0; i < Math.Min(solution.Profiles.Length, MostProfiles); i++) Append(text, solution, i, game is LoadedGame.Stochastic, width, ink);
        if (solution.Profiles.Length > MostProfiles) text.Append(CultureInfo.InvariantCulture, $"\n… {solution.Profiles.Length - MostProfiles} more profiles: see --json\n");
        if (solution.Notes.Length > 0) text.Append('\n');
        foreach (var note in solution.Notes) text.AppendJoin('\n', TextLayout.Wrap(note, width)).Append('\n');
        return text.ToString();
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void Append(StringBuilder text, GameSolution solution, int number, bool isStochastic, int width, Ink ink)
    {
        var profile = solution.Profiles[number];
        var rationality = profile.Rationality is { } lambda ? $" at λ = {lambda.ToString("G6", CultureInfo.InvariantCulture)}" : "";
        var labels = profile.Labels.Length > 0 ? $" ({string.Join(", ", profile.Labels)})" : "";
        text.Append('\n').Append(ink.Bold(TextLayout.Cut(string.Create(CultureInfo.InvariantCulture, $"{number + 1}. {profile.Kind}{rationality}{labels}"), width))).Append('\n');
        if (profile.Payoffs.Length <= 12) text.Append(isStochastic ? "   values by state and player " : "   payoffs ").AppendJoin(", ", profile.Payoffs.Select(Short)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"   regret {Small(profile.Regret)}{(profile.Exact.Length > 0 ? ", exact" : $", residual {Small(profile.Residual)}")}\n");
        for (var choice = 0; choice < Math.Min(solution.Choices.Length, MostChoices); choice++) Append(text, solution.Choices[choice], profile, choice, width, ink);
        if (solution.Choices.Length > MostChoices) text.Append(CultureInfo.InvariantCulture, $"   … {solution.Choices.Length - MostChoices} more choices: see --json\n");
    }

    private static void Append(StringBuilder text, Choice choice, SolvedProfile profile, int number, int width, Ink ink)
    {
        var name = choice.Name.Length > 0 && choice.Name != choice.Player ? $"{choice.Player} · {choice.Name}" : choice.Player;
        text.Append("   ").Append(TextLayout.Cut(name, width - 3)).Append('\n');
        for (var i = 0; i < choice.Choices.Length; i++)
        {
            var probability = profile.Probabilities[number][i];
            if (profile.Exact.Length > 0 && probability == 0 && choice.Choices.Length > 3) continue;
            var exact = profile.Exact.Length > 0 && profile.Exact[number][i].ToString() is { Length: <= 24 } fraction && fraction.Contains('/', StringComparison.Ordinal) ? $"  = {fraction}" : "";
            text.Append("     ").Append(ink.Good(Bar(probability))).Append(' ').Append(Short(probability).PadLeft(9)).Append("  ").Append(TextLayout.Cut(choice.Choices[i], Math.Max(8, width - 50))).Append(exact).Append('\n');
        }
    }

    private static string Bar(double share)
    {
        var filled = (int)Math.Round(Math.Clamp(share, 0, 1) * BarCells, MidpointRounding.AwayFromZero);
        return new string('█', filled) + new string('·', BarCells - filled);
    }

    private static string Short(double value) => value == Math.Round(value) && Math.Abs(value) < 1e9
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) is < 1e-4 or >= 1e6 ? "0.###e0" : "0.######", CultureInfo.InvariantCulture);

    private static string Small(double value) => value == 0 ? "0" : value.ToString("0.#e0", CultureInfo.InvariantCulture);
}
