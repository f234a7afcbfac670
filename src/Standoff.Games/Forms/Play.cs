using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Forms;

/// <summary>
/// A piece of a game tree as one writes it down:
/// <code>
/// Play.Chance(("weak", half, Play.Move("A", "weak", ("fight", Play.End(0, 1)), ("leave", Play.End(1, 0)))), …)
/// </code>
/// Moves of a player with the same name of their information set can't be told apart by that player.
/// </summary>
public abstract record Play
{
    private Play() { }

    /// <summary>Chance draws one of the branches.</summary>
    public static Play Chance(params ReadOnlySpan<(string Name, Rational Probability, Play Then)> branches) => new ChanceMove([.. branches]);

    /// <summary>A player chooses, knowing the information set and no more.</summary>
    public static Play Move(string player, string informationSet, params ReadOnlySpan<(string Name, Play Then)> actions) => new PlayerMove(player, informationSet, [.. actions]);

    /// <summary>The game ends with these payoffs, one for each player in the order of their names.</summary>
    public static Play End(params ReadOnlySpan<Rational> payoffs) => new Ending([.. payoffs]);

    /// <summary>A draw of chance.</summary>
    public sealed record ChanceMove(ImmutableArray<(string Name, Rational Probability, Play Then)> Branches) : Play;

    /// <summary>A move of a player.</summary>
    public sealed record PlayerMove(string Player, string InformationSet, ImmutableArray<(string Name, Play Then)> Actions) : Play;

    /// <summary>An end of the game.</summary>
    public sealed record Ending(ImmutableArray<Rational> Payoffs) : Play;
}
