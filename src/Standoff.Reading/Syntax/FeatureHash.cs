namespace Standoff.Reading.Syntax;

/// <summary>The hash of words and features: the same in every process and on every machine, as the weights need it.</summary>
internal static class FeatureHash
{
    private const uint Odd1 = 0x9E3779B1;
    private const uint Odd2 = 0x85EBCA77;
    private const ulong Odd3 = 0x9E3779B97F4A7C15;

    public static uint Of(ReadOnlySpan<char> form)
    {
        var h = 2166136261u;
        foreach (var c in form) h = (h ^ c) * 16777619u;
        return Finish(h);
    }

    public static uint Finish(uint h)
    {
        h = (h ^ (h >> 15)) * Odd2;
        return h ^ (h >> 13);
    }

    public static uint Join(uint a, uint b) => Finish((a * Odd1) ^ (b + (a << 7) + Odd2));

    public static ulong Feature(uint template, uint a) => Feature(template, a, 0u);

    public static ulong Feature(uint template, uint a, uint b)
    {
        var h = (((ulong)a << 32) | b) ^ (template * Odd3);
        h = (h ^ (h >> 32)) * 0xD6E8FEB86659FD93ul;
        return (h ^ (h >> 29)) * Odd3;
    }

    public static ulong Feature(uint template, uint a, uint b, uint c) => Feature(template, a, Join(b, c));
}
