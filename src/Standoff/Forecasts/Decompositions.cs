using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// What each group of inputs adds to an outcome: the chosen classes in place of the broadest, what names, date and acts set apart, the parameters
/// that claims moved, those that an analyst set, where the crisis stands, and the game. Shapley shares over all sets of groups, on common draws.
/// </summary>
internal sealed class Decompositions
{
    /// <summary>Common draws, at most.</summary>
    public const int MostDraws = 256;

    private readonly ForecastModel _model;
    private readonly (string Key, string Name)[] _groups;
    private readonly double[][] _shares;

    private Decompositions(ForecastModel model, (string Key, string Name)[] groups, double[][] shares) => (_model, _groups, _shares) = (model, groups, shares);

    /// <summary>Shares of the groups on common draws.</summary>
    public static Decompositions Of(ForecastModel model, ForecastOptions options, ParallelOptions parallel)
    {
        var sets = new Sets(model.Take(Math.Min(MostDraws, model.Draws)), parallel);
        return new(model, sets.Groups, ShapleyValues.Of(sets.Groups.Length, sets.Worth).Shares);
    }

    /// <summary>By outcome what is left of its probability without the shares, and the shares.</summary>
    public ImmutableArray<Decomposition> Of(double[] headline) =>
        [.. _model.Outcomes.Select((o, k) => new Decomposition(o.Key, headline[k] - _shares.Sum(s => s[k]), [.. _groups.Select((g, i) => new GroupShare(g.Key, g.Name, _shares[i][k]))]))];

    /// <summary>The forecast with any set of groups in force.</summary>
    private sealed class Sets
    {
        private static readonly (string Key, string Name)[] All =
        [
            ("classes", "The chosen classes"), ("covariates", "Names, date and acts"), ("parameters", "Moved parameters"),
            ("edits", "Edited parameters"), ("position", "Where it stands"), ("game", "The game"),
        ];

        private readonly ForecastModel _model;
        private readonly ParallelOptions _parallel;
        private readonly Outside[] _outsides;
        private readonly Dictionary<(bool Parameters, bool Edits, bool Position), InsideView> _games = [];

        public Sets(ForecastModel model, ParallelOptions parallel)
        {
            (_model, _parallel) = (model, parallel);
            Groups = [.. All.Where(g => IsThere(g.Key))];
            _outsides = [Broadest(), model.Outside];
            _games[(false, false, false)] = model.ClassGame;
            _games[(IsThere("parameters"), IsThere("edits"), true)] = model.CaseGame;
            if (!(IsThere("parameters") && IsThere("edits"))) _games[(IsThere("parameters"), IsThere("edits"), false)] = model.ClaimsGame(parallel);
            _games[(false, false, true)] = model.PlaceGame(parallel);
        }

        public (string Key, string Name)[] Groups { get; }

        public double[] Worth(ulong set)
        {
            bool Has(string key) => Array.FindIndex(Groups, g => g.Key == key) is var place and >= 0 && (set >> place & 1) == 1;
            var (position, outside) = (Has("position"), _outsides[Has("classes") ? 1 : 0]);
            var tilt = Has("game") ? Tilt.Between(Game(Has("parameters"), Has("edits"), position), _model.ClassGame, ForecastSettings.Shipped) : Tilt.None(_model.Horizon);
            var run = ForecastModel.Pooled(tilt, (position ? _model.Start : _model.ClassStart).Force, Has("covariates") ? Shift(position, outside) : CovariateShift.None, Has("game") ? ForecastSettings.Shipped.TiltExponent : 0);
            return _model.Means(run with { Outside = outside }, _parallel);
        }

        private bool IsThere(string key) => key switch
        {
            "parameters" => _model.Crisis.Parameters.Any(p => p.Grounds != Grounds.Analyst && !p.Value.Equals(p.Prior)),
            "edits" => _model.Crisis.Parameters.Any(p => p.Grounds == Grounds.Analyst && !p.Value.Equals(p.Prior)),
            "position" => !_model.Start.SameAs(_model.ClassStart),
            "covariates" => _model.Shift.Largest > 0,
            _ => true,
        };

        private InsideView Game(bool parameters, bool edits, bool position)
        {
            var key = (parameters, edits, position);
            if (_games.TryGetValue(key, out var known)) return known;
            var crisis = _model.Crisis with { Parameters = [.. _model.Crisis.Parameters.Select(p => (p.Grounds == Grounds.Analyst ? edits : parameters) ? p : p with { Value = p.Prior })] };
            var draws = _model.ClassParameters.OfCase(crisis, _model.Outside.Points, _model.Draws, _model.CaseParameters);
            return _games[key] = InsideView.Solve(draws, position ? _model.Start : _model.ClassStart, _model.Departure, _model.Draws, _model.Horizon, _parallel, _model.Held);
        }

        private CovariateShift Shift(bool position, Outside outside) => CovariateShift.Of(position ? _model.Crisis : _model.Crisis with { Present = PresentState.Rung([]) }, outside.Choices);

        // With all chosen ones at weight 0 the broadest stands in; the points stay.
        private Outside Broadest()
        {
            var broadest = ReferenceClass.All[0].Key;
            var others = _model.Choices.Where(c => c.Name != broadest).Select(c => c with { Weight = 0 });
            return _model.Outside.Reweighted([.. others, new ClassChoice(broadest, 1, "")]);
        }
    }
}
