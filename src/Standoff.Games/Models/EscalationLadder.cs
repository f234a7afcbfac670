using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>
/// A war of attrition on an escalation ladder with two-sided private costs of war: the sides take turns; on its rung each concedes or escalates, and past the last rung there is
/// war. Conceding costs more the higher the rung (audience costs, Fearon 1994), and so does holding on.
/// </summary>
public sealed record EscalationLadder
{
    /// <summary>Number of rungs, at least 1.</summary>
    public required int Rungs { get; init; }

    /// <summary>By side, the costs of war of its types, which are equally likely.</summary>
    public required ImmutableArray<ImmutableArray<Rational>> WarCosts { get; init; }

    /// <summary>By side, its share of the stake in war.</summary>
    public required ImmutableArray<Rational> WarShares { get; init; }

    /// <summary>What conceding costs for each rung climbed.</summary>
    public required Rational AudienceCost { get; init; }

    /// <summary>What each rung takes from the stake.</summary>
    public required Rational RungCost { get; init; }

    /// <summary>The tree, for two players A and B; each knows its own type and what has been played.</summary>
    /// <exception cref="ArgumentException">There is no rung, or not two sides with a type each.</exception>
    public ExtensiveGame Game()
    {
        if (Rungs < 1 || WarCosts.Length != 2 || WarShares.Length != 2 || WarCosts.Any(c => c.IsEmpty))
            throw new ArgumentException("A ladder needs a rung, and two sides with at least one type each.");
        var share = new Rational(1, WarCosts[0].Length * WarCosts[1].Length);
        var deals = from a in Enumerable.Range(0, WarCosts[0].Length)
                    from b in Enumerable.Range(0, WarCosts[1].Length)
                    select (FormattableString.Invariant($"{a},{b}"), share, From(a, b));
        return ExtensiveGame.From("Escalation ladder", ["A", "B"], Play.Chance([.. deals]));
    }

    private Play From(int a, int b)
    {
        Rational held = RungCost * Rungs;
        var play = Play.End(WarShares[0] - WarCosts[0][a] - held, WarShares[1] - WarCosts[1][b] - held);
        for (var rung = Rungs - 1; rung >= 0; rung--)
        {
            var (concedes, wins) = (-(AudienceCost * rung), Rational.One - (RungCost * rung));
            var isA = rung % 2 == 0;
            play = Play.Move(
                isA ? "A" : "B",
                FormattableString.Invariant($"rung {rung}, type {(isA ? a : b)}"),
                ("concede", isA ? Play.End(concedes, wins) : Play.End(wins, concedes)),
                ("escalate", play));
        }

        return play;
    }
}
