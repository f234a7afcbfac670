namespace Standoff.Forecasts;

/// <summary>
/// The last games of classes that were solved. They depend on no claim: the same priors, age and points give the same games whatever the crisis, so that
/// forecasts made one after another share them.
/// </summary>
internal static class ClassGames
{
    // Hazards kept at most, some 32 MB: what a few forecasts of the usual size hold.
    private const int Most = 1 << 22;
    private static readonly LinkedList<(ClassGame Game, InsideView View)> Lately = [];

    /// <summary>The view of a game, solved unless it is kept.</summary>
    public static InsideView Of(ClassGame game, Func<InsideView> solve)
    {
        lock (Lately)
        {
            for (var node = Lately.First; node is not null; node = node.Next)
            {
                if (!node.Value.Game.SameAs(game)) continue;
                Lately.Remove(node);
                Lately.AddFirst(node);
                return node.Value.View;
            }
        }

        var view = solve();
        lock (Lately)
        {
            Lately.AddFirst((game, view));
            while (Lately.Count > 1 && Lately.Sum(l => (long)l.View.Hazards.Length) > Most) Lately.RemoveLast();
        }

        return view;
    }
}

/// <summary>What a class's games depend on.</summary>
/// <param name="Parameters">Priors.</param>
/// <param name="Start">Where they begin.</param>
/// <param name="Departure">Whether the demand is the leader's departure.</param>
/// <param name="Seed">Seed of the points.</param>
/// <param name="Draws">Number of draws.</param>
/// <param name="Horizon">Weeks.</param>
/// <param name="Held">Whether beliefs are held.</param>
/// <param name="Threads">Nothing depends on them; kept apart so that what is computed with other threads is computed.</param>
internal sealed record ClassGame(ParameterDraws Parameters, Start Start, bool Departure, ulong Seed, int Draws, int Horizon, bool Held, int Threads)
{
    public bool SameAs(ClassGame other) => (Departure, Seed, Draws, Horizon, Held, Threads) == (other.Departure, other.Seed, other.Draws, other.Horizon, other.Held, other.Threads)
        && Start.SameAs(other.Start) && Parameters.SameAs(other.Parameters);
}
