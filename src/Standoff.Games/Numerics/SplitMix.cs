namespace Standoff.Games.Numerics;

/// <summary>Random numbers from a seed, the same on every machine (Steele, Lea and Flood 2014).</summary>
internal struct SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next number, uniform in [0, 1).</summary>
    public double Next()
    {
        state += 0x9E3779B97F4A7C15;
        var x = state;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return ((x ^ (x >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
