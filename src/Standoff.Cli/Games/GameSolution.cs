using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Cli.Games;

/// <summary>Somebody's choice in a game: what the probabilities of a solution are about.</summary>
/// <param name="Player">Who chooses.</param>
/// <param name="Name">Where; empty where there is only one place.</param>
/// <param name="Choices">Among what.</param>
internal sealed record Choice(string Player, string Name, ImmutableArray<string> Choices);

/// <summary>One profile of a solution with its certificate.</summary>
internal sealed record SolvedProfile
{
    /// <summary>What it is.</summary>
    public required string Kind { get; init; }

    /// <summary>λ, for logit equilibria.</summary>
    public double? Rationality { get; init; }

    /// <summary>By choice and alternative.</summary>
    public required ImmutableArray<ImmutableArray<double>> Probabilities { get; init; }

    /// <summary>The same, exact; empty where they are not.</summary>
    public ImmutableArray<ImmutableArray<Rational>> Exact { get; init; } = [];

    /// <summary>Expected payoffs by player; by state and player for a stochastic game.</summary>
    public required ImmutableArray<double> Payoffs { get; init; }

    /// <summary>The most that a player (one decision, for logit equilibria) can gain alone.</summary>
    public required double Regret { get; init; }

    /// <summary>Largest violation of the equations; 0 where the solution is exact.</summary>
    public double Residual { get; init; }

    /// <summary>What else is known of it, such as "strict".</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>A profile of exact probabilities.</summary>
    public static SolvedProfile Of(string kind, ImmutableArray<ImmutableArray<Rational>> exact, IEnumerable<Rational> payoffs, Rational regret, params ImmutableArray<string> labels) => new()
    {
        Kind = kind,
        Exact = exact,
        Probabilities = [.. exact.Select(c => c.Select(p => p.ToDouble()).ToImmutableArray())],
        Payoffs = [.. payoffs.Select(p => p.ToDouble())],
        Regret = regret.ToDouble(),
        Labels = labels,
    };
}

/// <summary>What a method found.</summary>
internal sealed record GameSolution
{
    /// <summary>The method's name on the command line.</summary>
    public required string Method { get; init; }

    public required ImmutableArray<Choice> Choices { get; init; }

    public required ImmutableArray<SolvedProfile> Profiles { get; init; }

    /// <summary>What is to be known about the result, each a sentence.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Steps, pivots or cases.</summary>
    public int Iterations { get; init; }

    /// <summary>Whether the method came to its end.</summary>
    public bool IsComplete { get; init; } = true;
}
