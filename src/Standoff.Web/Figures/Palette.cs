namespace Standoff.Web.Figures;

/// <summary>
/// Colour and pattern of what a figure shows, by class <c>k0</c> … <c>k7</c> of the style sheet (Okabe and Ito's
/// colours, each with its own dash). The same ending has the same one in every figure.
/// </summary>
internal static class Palette
{
    private const int Rest = 7;

    private static readonly (string Part, int Index)[] Endings =
    [
        ("negotiated", 0), ("forcible", 1), ("removal", 1), ("compromise", 2), ("internal", 3), ("within", 3), ("withdraw", 4), ("drop", 4), ("compliance", 5),
        ("invasion", 3), ("raid", 4), ("limited", 1), ("strike", 1), ("none", 6), ("hold", 6), ("other", Rest),
    ];

    public static int Of(string key, int position)
    {
        var known = Array.Find(Endings, e => key.Contains(e.Part, StringComparison.OrdinalIgnoreCase));
        return known.Part is null ? position % (Rest + 1) : known.Index;
    }

    public static string Name(int index) => $"k{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
