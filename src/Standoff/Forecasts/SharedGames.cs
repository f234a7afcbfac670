namespace Standoff.Forecasts;

/// <summary>
/// What versions of one crisis share, on the same draws: games whose parameters and start are equal are solved once, and equal starts are one, so that
/// what moves tell from there is found once.
/// </summary>
internal sealed class SharedGames
{
    private readonly List<Start> _starts;
    private readonly List<(GameKey Key, Lazy<InsideView> View)> _views = [];

    public SharedGames() => _starts = [];

    private SharedGames(List<Start> starts) => _starts = starts;

    /// <summary>For the same versions on other draws: starts stay the same.</summary>
    public SharedGames OnOtherDraws() => new(_starts);

    /// <summary>The start that was met first among those equal to it.</summary>
    public Start Of(Start start)
    {
        lock (_starts)
        {
            var same = _starts.Find(s => s.SameAs(start));
            if (same is null) _starts.Add(same = start);
            return same;
        }
    }

    /// <summary>The view of a game, solved unless it is known; who asks while it is being solved waits.</summary>
    public InsideView Of(GameKey key, Func<InsideView> solve)
    {
        Lazy<InsideView>? same;
        lock (_views)
        {
            same = _views.Find(v => v.Key.SameAs(key)).View;
            if (same is null) _views.Add((key, same = new(solve)));
        }

        return same.Value;
    }
}

/// <summary>What the games of a version depend on, apart from draws, seed and horizon, which are the same in all.</summary>
/// <param name="Class">Priors.</param>
/// <param name="Parameters">Parameters, the class's or the case's.</param>
/// <param name="Start">Where they begin.</param>
/// <param name="Departure">Whether the demand is the leader's departure.</param>
internal sealed record GameKey(ParameterDraws Class, ParameterDraws Parameters, Start Start, bool Departure)
{
    public bool SameAs(GameKey other) => Departure == other.Departure && Start.SameAs(other.Start) && Parameters.SameAs(other.Parameters) && Class.SameAs(other.Class);
}
