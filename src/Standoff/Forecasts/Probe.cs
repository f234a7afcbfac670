using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>Something that might be otherwise; what is <see langword="null"/> stays as it is.</summary>
internal sealed record WhatIf
{
    /// <summary>A level for every parameter.</summary>
    public double[]? Levels { get; init; }

    /// <summary>Another version of the crisis: its parameters and where it stands.</summary>
    public Crisis? Crisis { get; init; }

    public Outside? Outside { get; init; }

    public CovariateShift? Shift { get; init; }

    /// <summary>Another power of the game.</summary>
    public double? Exponent { get; init; }
}

/// <summary>
/// Asks what the headline outcomes would be if something were otherwise, on few common draws. The game is solved once for each question whose game differs,
/// all else at its medians; by what its log ratio differs there from the case's own, the tilt of every draw is moved.
/// </summary>
/// <remarks>
/// To solve every draw again would be exact and cost as many solutions as there are draws. Classes, covariates and the force so far are exact as they are.
/// </remarks>
internal sealed class Probe
{
    /// <summary>Common draws, at most.</summary>
    public const int MostDraws = 64;

    /// <summary>Levels at which a parameter is asked about: the nodes of Gauss and Legendre on (0, 1) between the 1st and the 99th percentile.</summary>
    public static readonly ImmutableArray<double> ParameterLevels = [0.01, 0.046910077030668, 0.230765344947158, 0.5, 0.769234655052841, 0.953089922969332, 0.99];

    private readonly ParallelOptions _parallel;
    private readonly Run _pool;
    private readonly InsideView _median;
    private readonly Dictionary<(Start Start, StandoffParameters Parameters), Tilt> _moved = [];
    private double[][][][]? _atLevels;

    public Probe(ForecastModel model, ForecastOptions options, ParallelOptions parallel)
    {
        (Model, _parallel) = (model.Take(Math.Min(MostDraws, model.Draws)), parallel);
        _pool = Model.Pool;
        _median = Solve([Model.CaseParameters.AtMedians(Model.Start.Mode, Model.Departure)], Model.Start);
        Now = Model.AtHorizon(_pool, Spread.All, parallel);
    }

    /// <summary>The crisis as it is, on these draws.</summary>
    public ForecastModel Model { get; }

    /// <summary>Draws of each outcome as things are.</summary>
    public double[][] Now { get; }

    /// <summary>Draws of each outcome for each question.</summary>
    public double[][][] Ask(IReadOnlyList<WhatIf> questions)
    {
        var runs = Runs(questions);
        var answers = new double[runs.Length][][];
        Parallel.For(0, runs.Length, _parallel, i => answers[i] = Model.AtHorizon(runs[i], Spread.All, _parallel));
        return answers;
    }

    /// <summary>
    /// Draws of each outcome with one parameter at each of <see cref="ParameterLevels"/>, by place in <see cref="ParameterDraws.Uncertain"/> and level; asked once.
    /// </summary>
    public double[][][][] AtLevels => _atLevels ??= [.. Ask([.. Model.CaseParameters.Uncertain.SelectMany(k => ParameterLevels.Select(level => new WhatIf { Levels = At(k, level) }))]).Chunk(ParameterLevels.Length)];

    /// <summary>All parameters at their medians but one.</summary>
    public static double[] At(int parameter, double level)
    {
        var levels = new double[StandoffParameters.Names.Length];
        Array.Fill(levels, 0.5);
        levels[parameter] = level;
        return levels;
    }

    /// <summary>Means of each outcome for each question.</summary>
    public double[][] MeansOf(IReadOnlyList<WhatIf> questions) => [.. Ask(questions).Select(Means)];

    public static double[] Means(double[][] draws) => [.. draws.Select(d => Summaries.Mean(d))];

    private Run[] Runs(IReadOnlyList<WhatIf> questions)
    {
        var runs = new Run[questions.Count];
        var games = new (Start Start, StandoffParameters Parameters)?[questions.Count];
        Parallel.For(0, runs.Length, _parallel, i => (runs[i], games[i]) = (Other(questions[i]), GameOf(questions[i])));
        Solve(games.OfType<(Start Start, StandoffParameters Parameters)>());
        for (var i = 0; i < runs.Length; i++)
            if (games[i] is { } game) runs[i] = runs[i] with { Moved = _moved[game] };
        return runs;
    }

    // Games that begin alike fill the lanes together; those of earlier questions are known.
    private void Solve(IEnumerable<(Start Start, StandoffParameters Parameters)> games)
    {
        var alike = games.Distinct().Where(g => !_moved.ContainsKey(g)).GroupBy(g => g.Start, g => g.Parameters).Select(g => (Start: g.Key, Games: g.ToArray())).ToArray();
        var views = new InsideView[alike.Length];
        Parallel.For(0, alike.Length, _parallel, i => views[i] = Solve(alike[i].Games, alike[i].Start));
        for (var i = 0; i < alike.Length; i++)
            for (var place = 0; place < alike[i].Games.Length; place++) _moved[(alike[i].Start, alike[i].Games[place])] = From(views[i].One(place));
    }

    private Run Other(WhatIf question)
    {
        var run = _pool with { Outside = question.Outside, Exponent = question.Exponent ?? _pool.Exponent, Shift = question.Shift ?? _pool.Shift };
        return question.Crisis is { } crisis ? run with { Start = Start.OfCase(crisis, Model.Outside.Age.Weeks).Force, Shift = CovariateShift.Of(crisis, Model.Choices) } : run;
    }

    // What the question's own game is; nothing where it changes none.
    private (Start Start, StandoffParameters Parameters)? GameOf(WhatIf question)
    {
        if (question.Levels is { } levels) return (Model.Start, Model.CaseParameters.At(Model.Start.Mode, Model.Departure, levels));
        if (question.Crisis is not { } crisis) return null;
        var start = Model.Known(Start.OfCase(crisis, Model.Outside.Age.Weeks));
        return (start, Model.ClassParameters.OfCase(crisis, Model.Outside.Points, 1).AtMedians(start.Mode, Model.Departure));
    }

    private Tilt From(InsideView view) => Tilt.Between(view, _median, ForecastSettings.Shipped);

    private InsideView Solve(StandoffParameters[] games, Start start) => InsideView.Solve(games, start, Model.Departure, Model.Horizon, _parallel, Model.Held);
}
