namespace Standoff.Forecasts;

/// <summary>
/// Randomised Halton points: the radical inverse of the draw's number in the dimension's prime base, each digit permuted at random.
/// Any prefix is evenly spread, so the first 512 draws serve as common draws of the whole run.
/// </summary>
/// <remarks>Halton 1960; the permutation of every digit independently is Owen's (2017).</remarks>
internal sealed class QuasiRandom
{
    private static readonly int[] Primes = FirstPrimes(512);

    private readonly double[][] _points;

    /// <summary>All points of a run.</summary>
    public QuasiRandom(ulong seed, int draws, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, Primes.Length);
        _points = [.. Enumerable.Range(0, dimensions).Select(d => Dimension(seed, draws, d))];
    }

    private QuasiRandom(double[][] points) => _points = points;

    /// <summary>The first draws alone.</summary>
    public QuasiRandom Take(int draws) => new([.. _points.Select(p => p[..draws])]);

    /// <summary>Number of draws.</summary>
    public int Draws => _points.Length == 0 ? 0 : _points[0].Length;

    /// <summary>The points of one dimension, one in (0, 1) a draw.</summary>
    public ReadOnlySpan<double> this[int dimension] => _points[dimension];

    private static double[] Dimension(ulong seed, int draws, int dimension)
    {
        var prime = Primes[dimension];
        var generator = new SplitMix(seed, (ulong)dimension);
        var points = new double[draws];
        var digits = Enumerable.Range(0, draws).ToArray();
        for (var place = 1.0 / prime; place > 1e-9; place /= prime)
        {
            var permutation = generator.Permutation(prime);
            for (var i = 0; i < draws; i++)
            {
                points[i] += permutation[digits[i] % prime] * place;
                digits[i] /= prime;
            }
        }
        for (var i = 0; i < draws; i++) points[i] = Math.Clamp(points[i] + (5e-10 * generator.NextUnit()), 1e-9, 1 - 1e-9);
        return points;
    }

    private static int[] FirstPrimes(int count)
    {
        var primes = new List<int>();
        for (var n = 2; primes.Count < count; n++)
            if (primes.TrueForAll(p => n % p != 0)) primes.Add(n);
        return [.. primes];
    }
}

/// <summary>Steele, Lea and Flood's SplitMix64, one stream per number.</summary>
internal struct SplitMix
{
    private ulong _state;

    public SplitMix(ulong seed, ulong stream)
    {
        _state = seed;
        _state = Next() ^ (stream * 0x9E3779B97F4A7C15);
    }

    /// <summary>A number in [0, 1).</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A random order of 0 … count − 1 (Fisher and Yates).</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 1; i < count; i++)
        {
            var j = (int)(NextUnit() * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
