using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>
/// Every payoff, rate, weight and rationality of the standoff game for one draw, and where it starts.
/// Payoffs of the challenger are in units of compliance, the leader's in units of about the office he holds over the solved horizon.
/// Defaults, ranges and grounds: <see cref="StandoffPriors"/>.
/// </summary>
public sealed partial record StandoffParameters
{
    private readonly double[] values;

    private StandoffParameters(double[] values) => this.values = values;

    // Records copy by this constructor: the copy needs an array of its own.
    private StandoffParameters(StandoffParameters other)
    {
        values = (double[])other.values.Clone();
        Start = other.Start;
        DemandIsDeparture = other.DemandIsDeparture;
        ThirdParties = other.ThirdParties;
    }

    /// <summary>The reference class: shipped defaults, a bare demand at the start of a crisis.</summary>
    public static StandoffParameters Default { get; } =
        new([.. StandoffPriors.All.Select(p => p.Default)]) { Start = StandoffState.Outset };

    /// <summary>Names of the numbers as tables and <c>crisis.yaml</c> write them (<c>audience-cost</c>), in the order of <see cref="FromValues"/>.</summary>
    public static ImmutableArray<string> Names => StandoffPriors.Names;

    /// <summary>Where the crisis stands at week 0.</summary>
    public StandoffState Start { get; init; }

    /// <summary>Whether the core demand is that the leader leaves; then giving way is a (negotiated) exit.</summary>
    public bool DemandIsDeparture { get; init; }

    /// <summary>What stands behind either side; nobody does in the class.</summary>
    public ThirdPartySupport ThirdParties { get; init; }

    /// <summary>The number of that name.</summary>
    /// <exception cref="ArgumentException">No parameter has the name.</exception>
    public double this[string name] => values[IndexOf(name)];

    /// <summary>Parameters from all numbers in the order of <see cref="Names"/>.</summary>
    public static StandoffParameters FromValues(ReadOnlySpan<double> values, StandoffState start, bool demandIsDeparture)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Names.Length);
        return new StandoffParameters(values.ToArray()) { Start = start, DemandIsDeparture = demandIsDeparture };
    }

    /// <summary>A copy with one number changed.</summary>
    /// <exception cref="ArgumentException">No parameter has the name.</exception>
    public StandoffParameters With(string name, double value)
    {
        var copy = new StandoffParameters(this);
        copy.values[IndexOf(name)] = value;
        return copy;
    }

    /// <summary>Position of a number in <see cref="Names"/>.</summary>
    /// <exception cref="ArgumentException">No parameter has the name.</exception>
    public static int IndexOf(string name)
    {
        var index = Names.IndexOf(name);
        return index >= 0 ? index : throw new ArgumentException($"The standoff game has no parameter \"{name}\".", nameof(name));
    }

    /// <summary>Equal numbers and equal start.</summary>
    public bool Equals(StandoffParameters? other) =>
        other is not null && Start == other.Start && DemandIsDeparture == other.DemandIsDeparture && ThirdParties == other.ThirdParties && values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, DemandIsDeparture, AudienceCost, ChallengerRationality);

    /// <summary>Throws where a number lies outside what the game can mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Names the parameter and its range.</exception>
    public void Validate()
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (name, value) = (Names[i], values[i]);
            var domain = Range((Index)i);
            if (!domain.Holds(value))
                throw new ArgumentOutOfRangeException(name, value, $"{name} must lie {domain.Words}.");
        }

        if (ChallengerInitiative + LeaderInitiative > 1 + 1e-12)
            throw new ArgumentOutOfRangeException(nameof(ChallengerInitiative), "The initiatives of challenger and leader must not sum to more than 1.");
    }

    /// <summary>The values that a number may have.</summary>
    internal static ParameterDomain DomainOf(string name) => Range((Index)IndexOf(name));

    private static ParameterDomain Range(Index index) => StandoffPriors.All[(int)index].Unit switch
    {
        "probability" => new(0, 1),
        "factor/week" => new(1e-9, 1),
        "weight" when index is Index.WeightHold or Index.WeightDefy or Index.WeightRefuse => new(1e-300, 1e300),
        // Costs and gaps, whose priors lie above nought.
        "payoff" when StandoffPriors.All[(int)index].Prior is Distribution.LogNormal => new(0, 1e6),
        "payoff" => new(-1e6, 1e6),
        "ratio" => new(1e-9, 1e9),
        "log/support" => new(0, 400),
        _ => new(0, 1e9),
    };
}
