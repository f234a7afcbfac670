using System.Globalization;

namespace Standoff.Backtest;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">Folder with <c>icb/</c>, <c>cow/</c> and the others.</param>
/// <param name="CutOffs">Years; none for those of the committed results.</param>
/// <param name="Tables">Folder <c>src/Standoff</c> to write the product's tables to, fitted to all that lies before the last cut-off.</param>
internal sealed record Options(string Data, IReadOnlyList<int> CutOffs, string? Tables)
{
    public const string Usage = "usage: Standoff.Backtest DATA [--cut-off YEAR]... [--write SRC/STANDOFF]   (DATA holds icb/, cow/, atop/, archigos/, gml_mid/)";

    private const int FirstYear = 1950;
    private const int LastYear = 2100;

    /// <summary>The options; <see langword="null"/> if the line cannot be understood.</summary>
    public static Options? Parse(IReadOnlyList<string> args)
    {
        if (args.Count % 2 == 0 || args[0].StartsWith('-')) return null;
        var (cutOffs, tables) = (new List<int>(), (string?)null);
        for (var i = 1; i < args.Count; i += 2)
        {
            if (args[i] == "--cut-off" && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear) cutOffs.Add(year);
            else if (args[i] == "--write") tables = args[i + 1];
            else return null;
        }
        return new(args[0], cutOffs, tables);
    }
}
