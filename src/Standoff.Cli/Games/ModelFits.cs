using System.Collections.Immutable;
using System.Globalization;
using Standoff.Cli.Faults;
using Standoff.Games.Models;

namespace Standoff.Cli.Games;

/// <summary>Models of the literature, fitted to a table.</summary>
internal static class ModelFits
{
    private static readonly ImmutableArray<string> WarPayoffs = ["status-quo", "war", "war-second"];
    private static readonly ImmutableArray<string> SignallingPayoffs = ["S_A", "V_A", "C_B", "W_A", "W_B", "a", "V_B"];
    private static readonly ImmutableArray<string> AudiencePayoffs = ["pair", "country"];
    private static readonly ImmutableArray<string> States = ["peace", "crisis", "war"];
    private static readonly ImmutableArray<string> Actions = ["none", "threat", "force"];

    /// <summary>The models by their names on the command line.</summary>
    public static ImmutableArray<string> Names { get; } = ["strategic-war", "signalling", "audience-costs"];

    /// <summary>Fits one.</summary>
    /// <param name="model">Its name.</param>
    /// <param name="table">The data.</param>
    /// <param name="payoffs">The terms of its payoffs, as written.</param>
    /// <param name="seed">Seed of random starts.</param>
    /// <param name="threads">Threads; results don't depend on it.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="FaultException">The data can't be read as the model's.</exception>
    public static FitReport Fit(string model, DataTable table, ImmutableArray<string> payoffs, ulong seed, int threads, CancellationToken stop) => model switch
    {
        "strategic-war" => StrategicWar(table, PayoffTerms.Parse(payoffs, WarPayoffs), stop),
        "signalling" => Signalling(table, PayoffTerms.Parse(payoffs, SignallingPayoffs), stop),
        _ => AudienceCosts(table, PayoffTerms.Parse(payoffs, AudiencePayoffs), seed, threads, stop),
    };

    private static FitReport StrategicWar(DataTable table, PayoffTerms terms, CancellationToken stop)
    {
        var (rows, notes) = Complete(table, row => terms.IsMissingIn(table, row, "") || table.Cell(row, "esc").IsMissing || (Flag(table, row, "esc") && table.Cell(row, "war").IsMissing));
        var disputes = rows.Select(row => new StrategicWarObservation(terms.Values(table, row), Flag(table, row, "esc"), Flag(table, row, "esc") && Flag(table, row, "war"))).ToImmutableArray();
        var fit = StrategicWarEstimation.Fit(disputes, null, stop);
        return new FitReport
        {
            Model = "strategic-war",
            Title = $"strategic war with agent error, probit · {Path.GetFileName(table.Name)}",
            Observations = (disputes.Length, "disputes"),
            Numbers = Numbers(terms, fit.Coefficients, fit.StandardErrors),
            LogLikelihood = fit.LogLikelihood,
            Iterations = fit.Iterations,
            HasConverged = fit.HasConverged,
            Notes = notes,
        };
    }

    private static FitReport Signalling(DataTable table, PayoffTerms terms, CancellationToken stop)
    {
        var (rows, notes) = Complete(table, row => terms.IsMissingIn(table, row, ""));
        var games = rows.Select(row => new SignallingObservation(terms.Values(table, row), table.Count(row, "sq"), table.Count(row, "cd"), table.Count(row, "sf"), table.Count(row, "bd"))).ToImmutableArray();
        var estimation = new SignallingEstimation(games);
        var first = table.Has("PRhat") && table.Has("PFhat")
            ? rows.Select(row => new SignallingBeliefs(Share(table, row, "PRhat"), Share(table, row, "PFhat"))).ToImmutableArray()
            : Pooled(games);
        // Which equilibrium each game is in does not hang on where the search starts: both starts, and the better end.
        var nested = estimation.NestedPseudoLikelihood(first, 200, null, stop);
        var once = estimation.ConstrainedMaximumLikelihood(estimation.PseudoLikelihood(first, null, stop), null, stop);
        var twice = double.IsFinite(nested.LogLikelihood) ? estimation.ConstrainedMaximumLikelihood(nested, null, stop) : once;
        var fit = twice.LogLikelihood >= once.LogLikelihood ? twice : once;
        return new FitReport
        {
            Model = "signalling",
            Title = $"crisis signalling, constrained maximum likelihood · {Path.GetFileName(table.Name)}",
            Observations = (games.Length, "games"),
            Numbers = Numbers(terms, fit.Coefficients, fit.StandardErrors),
            LogLikelihood = fit.LogLikelihood,
            Iterations = fit.Iterations,
            HasConverged = fit.HasConverged,
            Notes = [.. notes, string.Create(CultureInfo.InvariantCulture, $"Each game is in an equilibrium to {fit.Residual:0.#e0}. Nested pseudo-likelihood comes to {nested.LogLikelihood:0.0000}.")],
        };
    }

    private static FitReport AudienceCosts(DataTable table, PayoffTerms terms, ulong seed, int threads, CancellationToken stop)
    {
        var (rows, notes) = Complete(table, row => terms.IsMissingIn(table, row, ".1", ".2"));
        ImmutableArray<string> names = [.. rows.SelectMany(row => new[] { table.Cell(row, "first").Text, table.Cell(row, "second").Text }).Distinct(StringComparer.Ordinal)];
        var sample = new AudienceCostSample { Countries = Countries(table, terms[1], rows, names), Pairs = [.. rows.Select(row => Pair(table, terms[0], row, names))] };
        var fit = new AudienceCostEstimation(sample, new AudienceCostOptions { Seed = seed, Threads = threads }).Fit(null, stop);
        stop.ThrowIfCancellationRequested();
        return new FitReport
        {
            Model = "audience-costs",
            Title = $"dynamic audience costs, constrained maximum likelihood · {Path.GetFileName(table.Name)}",
            Observations = (sample.Pairs.Length, "pairs"),
            Numbers = [.. Labels(terms, names).Zip(fit.Parameters.All.Zip(fit.StandardErrors.All), (label, n) => new FittedNumber(label.Of, label.Name, n.First, n.Second))],
            LogLikelihood = fit.LogLikelihood,
            Iterations = fit.Iterations,
            HasConverged = fit.HasConverged,
            Notes =
            [
                .. notes,
                string.Create(CultureInfo.InvariantCulture, $"Each pair is in an equilibrium to {fit.Residual:0.#e0}. The likelihood has many maxima; the random starts came to {string.Join(", ", fit.StartLogLikelihoods.Select(l => l.ToString("0.00", CultureInfo.InvariantCulture)))}."),
            ],
        };
    }

    private static IEnumerable<(string Of, string Name)> Labels(PayoffTerms terms, ImmutableArray<string> countries) =>
    [
        .. from state in States.Skip(1) from term in terms[0] select (state, term.Name),
        .. from action in Actions.Skip(1) from term in terms[1] select (action, term.Name),
        .. States.Select(state => ("both hostile", state)),
        .. countries.Select(country => ("audience cost", country)),
    ];

    private static AudienceCostObservation Pair(DataTable table, ImmutableArray<DataTerm> terms, ImmutableArray<DataCell> row, ImmutableArray<string> names)
    {
        var (first, second) = (names.IndexOf(table.Cell(row, "first").Text), names.IndexOf(table.Cell(row, "second").Text));
        if (first == second) throw table.Bad(table.Cell(row, "second"), $"'{names[first]}' is paired with itself");
        var counts = from side in (ImmutableArray<string>)[".1", ".2"] from state in States from action in Actions select table.Count(row, $"{state}.{action}{side}");
        return new AudienceCostObservation(first, second, [.. terms.Select(t => t.Value(table, row, ".1"))], [.. terms.Select(t => t.Value(table, row, ".2"))], [.. counts]);
    }

    // A country stands in several rows, always with the same values.
    private static ImmutableArray<ImmutableArray<double>> Countries(DataTable table, ImmutableArray<DataTerm> terms, ImmutableArray<ImmutableArray<DataCell>> rows, ImmutableArray<string> names)
    {
        var countries = new ImmutableArray<double>[names.Length];
        foreach (var row in rows)
        {
            foreach (var (side, suffix) in (ImmutableArray<(string, string)>)[("first", ".1"), ("second", ".2")])
            {
                var country = names.IndexOf(table.Cell(row, side).Text);
                ImmutableArray<double> values = [.. terms.Select(t => t.Value(table, row, suffix))];
                if (countries[country].IsDefault) countries[country] = values;
                for (var k = 0; k < terms.Length; k++)
                {
                    if (values[k] != countries[country][k]) throw table.Bad(terms[k].Cell(table, row, suffix)!.Value, $"{names[country]} has another value of {terms[k].Name} in an earlier line");
                }
            }
        }
        return [.. countries];
    }

    private static (ImmutableArray<ImmutableArray<DataCell>> Rows, ImmutableArray<string> Notes) Complete(DataTable table, Func<ImmutableArray<DataCell>, bool> isMissing)
    {
        var rows = table.Rows.Where(row => !isMissing(row)).ToImmutableArray();
        var left = table.Rows.Length - rows.Length;
        if (rows.IsEmpty) throw new FaultException(Fault.NoFit(table.Name, "every line lacks a value of some term"));
        return (rows, left == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"Left out: {left} line{(left == 1 ? "" : "s")} that lack a value.")]);
    }

    private static ImmutableArray<SignallingBeliefs> Pooled(ImmutableArray<SignallingObservation> games)
    {
        double Share(Func<SignallingObservation, double> part, Func<SignallingObservation, double> whole) => Math.Clamp(games.Sum(part) / Math.Max(games.Sum(whole), 1), 0.01, 0.99);
        var beliefs = new SignallingBeliefs(Share(g => g.Conflict + g.BackDown, g => g.Concession + g.Conflict + g.BackDown), Share(g => g.Conflict, g => g.Conflict + g.BackDown));
        return [.. games.Select(_ => beliefs)];
    }

    private static bool Flag(DataTable table, ImmutableArray<DataCell> row, string column) =>
        table.Cell(row, column) is var cell && cell.Text is "0" or "1" ? cell.Text == "1" : throw table.Bad(cell, $"'{cell.Text}' in {column} is neither 0 nor 1");

    private static double Share(DataTable table, ImmutableArray<DataCell> row, string column) =>
        table.Number(row, column) is var share and > 0 and < 1 ? share : throw table.Bad(table.Cell(row, column), $"'{table.Cell(row, column).Text}' in {column} is no probability between 0 and 1");

    private static ImmutableArray<FittedNumber> Numbers(PayoffTerms terms, ImmutableArray<ImmutableArray<double>> values, ImmutableArray<ImmutableArray<double>> errors) =>
        [.. terms.Payoffs.SelectMany((payoff, k) => terms[k].Select((term, i) => new FittedNumber(payoff, term.Name, values[k][i], errors[k][i])))];
}
