namespace Standoff.Web.Figures;

/// <summary>
/// Colour and pattern of what a figure shows, by class <c>k0</c> … <c>k9</c> of the style sheet (after Okabe and
/// Ito, darkened or lightened to contrast, each with its own dash). The same ending has the same one in every figure.
/// </summary>
internal static class Palette
{
    private const int Rest = 7;

    private static readonly (string Part, int Index)[] Endings =
    [
        ("negotiated", 0), ("forcible", 1), ("compromise", 2), ("internal", 3), ("withdraw", 4), ("compliance", 5),
        ("invasion", 8), ("raid", 4), ("limited", 1), ("strikes", 9), ("none", 6), ("open", 6), ("other", Rest), ("fades", Rest),
    ];

    public static int Of(string key, int position)
    {
        var known = Array.Find(Endings, e => key.Contains(e.Part, StringComparison.OrdinalIgnoreCase));
        return known.Part is null ? position % (Rest + 1) : known.Index;
    }

    public static string Name(int index) => $"k{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
