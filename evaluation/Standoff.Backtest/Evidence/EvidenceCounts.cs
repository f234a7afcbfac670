using Standoff.Backtest.Sources;
using Standoff.Histories;
using Standoff.ReferenceClasses;

namespace Standoff.Backtest.Evidence;

/// <summary>One line of <c>counted-evidence.tsv</c>: an evidence row, the stand-in for it in the data, and the ending it is set against.</summary>
internal sealed record CountedEvidence(string Key, string Set, string Item, string Among, string Ending, string StandsFor, string Warning)
{
    public static IReadOnlyList<CountedEvidence> All { get; } = Load();

    private static CountedEvidence[] Load()
    {
        using var stream = typeof(CountedEvidence).Assembly.GetManifestResourceStream("Standoff.Backtest.Resources.counted-evidence.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Skip(1)
            .Select(l => l.Split('\t')).Select(f => new CountedEvidence(f[0], f[1], f[2], f[3], f[4], f[5], f[6]))];
    }
}

/// <summary>Counts the items of <c>counted-evidence.tsv</c> by ending, in cases before a year.</summary>
internal sealed class EvidenceCounts
{
    private const int NoSingleState = 990;

    private readonly ILookup<string, (HistoryRow Row, double Weight)> _sets;
    private readonly Dictionary<int, bool> _mediated;
    private readonly Dictionary<string, bool> _internalExits;
    private readonly States _states;

    public EvidenceCounts(DataFiles files, States states, int cutOff)
    {
        _states = states;
        var icb = files.Read("icb").Where(r => r.Whole("cracid") is not null && r.Whole("yrtrig") < cutOff && IsOfOneState(r)).ToList();
        var gml = DisputeCases.Rows(files).Where(r => r.Whole("year") < cutOff).ToList();
        var size = icb.GroupBy(r => r["crisno"], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        _sets = icb.Select(r => (Set: "icb", Item: (r, 1.0 / size[r["crisno"]]))).Concat(gml.Select(r => (Set: "gml", Item: (r, 1.0)))).ToLookup(r => r.Set, r => r.Item);
        _mediated = files.ReadIfThere("icb-system").Where(r => r.Whole("crisno") is not null && r["mediation"].Length > 0)
            .ToDictionary(r => r.Whole("crisno")!.Value, r => !r["mediation"].StartsWith("No ", StringComparison.Ordinal));
        _internalExits = IcbCrises.ReadAll(files.Folder, new Leaders(files.Folder), new Mapping()).GroupBy(c => c.Case.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Case.Policy == Crises.Ending.InternalExit, StringComparer.Ordinal);
    }

    /// <summary>The counts of one item; empty where the data lack its column.</summary>
    public FourCells Of(CountedEvidence evidence)
    {
        var cells = default(FourCells);
        foreach (var (row, weight) in _sets[evidence.Set])
            if (Matches(row, evidence.Among) != false && Matches(row, evidence.Item) is { } item && Ended(row, evidence.Ending) is { } ending) cells = cells.With(item, ending, weight);
        return cells;
    }

    private static bool IsOfOneState(HistoryRow row) => row.Whole("trigent") is > 0 and < NoSingleState && row.Whole("trigent") != row.Whole("cracid");

    /// <summary>Whether a row has the item; <see langword="null"/> where that is not known.</summary>
    private bool? Matches(HistoryRow row, string item)
    {
        if (item == "-") return true;
        if (item == "mediated") return _mediated.TryGetValue(row.Whole("crisno")!.Value, out var mediated) ? mediated : null;
        if (item == "ally") return _states.HasAlly(row.Whole("cracid")!.Value, row.Whole("yrtrig")!.Value, row.Whole("trigent")!.Value);
        var (column, values) = item.Split(' ') is [var c, var v] ? (c, v) : throw new FormatException($"counted-evidence.tsv: '{item}' is neither known nor column and values.");
        if (row.Whole(column) is not { } value) return null;
        return values.EndsWith('+') ? value >= Number(values[..^1]) : values.Split('|').Select(Number).Contains(value);
    }

    private bool? Ended(HistoryRow row, string ending) => ending switch
    {
        "defeat" => Outcome(row, 4),
        "compromise" => Outcome(row, 2),
        "war" => row.Whole("sevvio") is { } severity ? severity == 4 : null,
        "success" => row.Whole("outcome") is >= 1 and <= 6 and var outcome ? outcome is 1 or 4 : null,
        "internal-exit" => _internalExits.TryGetValue($"icb-{row["crisno"]}-{row["actor"]}", out var fell) ? fell : null,
        _ => throw new FormatException($"counted-evidence.tsv: '{ending}' is no ending."),
    };

    private static bool? Outcome(HistoryRow row, int code) => row.Whole("outcom") is >= 1 and <= 4 and var outcome ? outcome == code : null;

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
