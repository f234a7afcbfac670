using System.Collections.Immutable;

namespace Standoff.Games.Models;

/// <summary>
/// Where the parameters of a sample stand in one vector, and how a pair's own 13 follow from them: by player the payoffs of crisis, of war, of threatening, of
/// force and of backing down, then those of returned hostility by state.
/// </summary>
internal sealed class AudienceCostLayout
{
    /// <summary>Number of a pair's own parameters.</summary>
    public const int OwnCount = 13;

    private const int PerPlayer = 5;
    private readonly int ofPair;
    private readonly int ofCountry;
    private readonly (int Parameter, int Own, double Weight)[][] links;

    public AudienceCostLayout(AudienceCostSample sample)
    {
        (ofPair, ofCountry) = (sample.Pairs[0].RegressorsFirst.Length, sample.Countries[0].Length);
        Count = CostOf(sample.Countries.Length);
        links = [.. sample.Pairs.Select(p => Links(p, sample.Countries).ToArray())];
    }

    /// <summary>Number of parameters.</summary>
    public int Count { get; }

    /// <summary>A pair's own parameters.</summary>
    public double[] Own(ReadOnlySpan<double> parameters, int pair)
    {
        var own = new double[OwnCount];
        foreach (var (parameter, to, weight) in links[pair])
            own[to] += weight * parameters[parameter];
        return own;
    }

    /// <summary>Sets the payoffs of a month: u_i(a, b, s) by the pair's own parameters.</summary>
    public static void SetPayoffs(AudienceCostEquations equations, ReadOnlySpan<double> own)
    {
        for (var entry = 0; entry < equations.Payoffs.Length; entry++)
        {
            var (player, state, mine, theirs) = (entry / 27, entry / 9 % 3, entry / 3 % 3, entry % 3);
            var of = own.Slice(player * PerPlayer, PerPlayer);
            equations.Payoffs[entry] = (state > 0 ? of[state - 1] : 0) + (mine > 0 ? of[mine + 1] : 0)
                + (mine > 0 && theirs > 0 ? own[(2 * PerPlayer) + state] : 0)
                + (IsBackingDown(state, mine, theirs) ? of[4] : 0);
        }
    }

    /// <summary>∂Φ/∂(own parameters) at the evaluated point, by value and parameter.</summary>
    public static void WriteOwnDerivatives(AudienceCostEquations equations, Span<double> sides)
    {
        sides.Clear();
        for (var row = 0; row < AudienceCostDynamics.ValueCount; row++)
        {
            var (player, state, mine) = (row / 9, row / 3 % 3, row % 3);
            var into = sides.Slice(row * OwnCount, OwnCount);
            var of = into.Slice(player * PerPlayer, PerPlayer);
            if (state > 0)
                of[state - 1] = 1;
            if (mine > 0)
                of[mine + 1] = 1;
            for (var theirs = 0; theirs < 3; theirs++)
            {
                var chance = equations.Probabilities[AudienceCostEquations.At(1 - player, state, theirs)];
                if (mine > 0 && theirs > 0)
                    into[(2 * PerPlayer) + state] += chance;
                if (IsBackingDown(state, mine, theirs))
                    of[4] += chance;
            }
        }
    }

    /// <summary>Adds first and second derivatives by a pair's own parameters to those by all parameters.</summary>
    public void Spread(int pair, ReadOnlySpan<double> first, ReadOnlySpan<double> second, double[] gradient, double[] curvature)
    {
        foreach (var (parameter, own, weight) in links[pair])
        {
            gradient[parameter] += weight * first[own];
            foreach (var (other, otherOwn, otherWeight) in links[pair])
                curvature[(parameter * gradient.Length) + other] += weight * otherWeight * second[(own * OwnCount) + otherOwn];
        }
    }

    /// <summary>A vector of parameters in the model's terms.</summary>
    public AudienceCostParameters Named(ImmutableArray<double> all) => new(
        all[..ofPair],
        all[ofPair..(2 * ofPair)],
        all[(2 * ofPair)..((2 * ofPair) + ofCountry)],
        all[((2 * ofPair) + ofCountry)..BothOf(0)],
        all[BothOf(0)..CostOf(0)],
        all[CostOf(0)..]);

    /// <summary>A parameter at a random start, by a number in [0, 1): levels between −2 and 2, slopes a twentieth of that, audience costs between −2 and 0.</summary>
    public double RandomStart(int parameter, double draw)
    {
        if (parameter >= CostOf(0))
            return -2 * draw;
        var within = parameter < 2 * ofPair ? parameter % ofPair : (parameter - (2 * ofPair)) % ofCountry;
        return ((2 * draw) - 1) * (within == 0 || parameter >= BothOf(0) ? 2 : 0.1);
    }

    /// <summary>Where a country's audience cost stands.</summary>
    public int CostOf(int country) => BothOf(0) + 3 + country;

    private static bool IsBackingDown(int state, int mine, int theirs) => state > 0 && theirs >= state && mine < state;

    private int BothOf(int state) => (2 * ofPair) + (2 * ofCountry) + state;

    private IEnumerable<(int Parameter, int Own, double Weight)> Links(AudienceCostObservation pair, ImmutableArray<ImmutableArray<double>> countries)
    {
        for (var player = 0; player < 2; player++)
        {
            var (country, own) = (player == 0 ? pair.First : pair.Second, player * PerPlayer);
            var regressors = player == 0 ? pair.RegressorsFirst : pair.RegressorsSecond;
            for (var k = 0; k < 2 * ofPair; k++)
                yield return (k, own + (k / ofPair), regressors[k % ofPair]);
            for (var k = 0; k < 2 * ofCountry; k++)
                yield return ((2 * ofPair) + k, own + 2 + (k / ofCountry), countries[country][k % ofCountry]);
            yield return (CostOf(country), own + 4, 1);
        }

        for (var state = 0; state < 3; state++)
            yield return (BothOf(state), (2 * PerPlayer) + state, 1);
    }
}
