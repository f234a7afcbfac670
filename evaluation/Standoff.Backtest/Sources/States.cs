using Standoff.Histories;

namespace Standoff.Backtest.Sources;

/// <summary>What is known of states and pairs of states in a year: power, rank, borders, alliances.</summary>
internal sealed class States
{
    // Capabilities are published with a lag: the last figure of so many years ago still stands.
    private const int LastKnown = 5;

    private readonly Dictionary<(int State, int Year), double> _shares = [];
    private readonly List<(int State, int From, int To)> _majors = [];
    private readonly ILookup<(int, int), (int From, int To)> _borders;
    private readonly HashSet<(int, int, int)> _allies = [];
    private readonly ILookup<(int State, int Year), int> _pacts;

    public States(DataFiles files)
    {
        foreach (var row in files.Read("nmc"))
            if (row.Number("cinc") is > 0 and { } share) _shares[(row.Whole("ccode")!.Value, row.Whole("year")!.Value)] = share;
        LastYear = _shares.Keys.Select(k => k.Year).DefaultIfEmpty(0).Max();
        // What holds in the last year of a record has not been seen to end.
        var majors = files.Read("majors");
        var (majorsEnd, borders) = (majors.Max(r => r.Whole("endyear")), files.Read("contiguity"));
        foreach (var row in majors)
            _majors.Add((row.Whole("ccode")!.Value, row.Whole("styear")!.Value, row.Whole("endyear") is { } end && end < majorsEnd ? end : int.MaxValue));
        var bordersEnd = borders.Max(r => r.Year("enddate"));
        _borders = borders.Where(r => r.Number("conttype") is >= 1 and <= 2)
            .SelectMany(r => Both(r).Select(pair => (Pair: pair, Span: (From: r.Year("stdate") ?? int.MinValue, To: r.Year("enddate") is { } to && to < bordersEnd ? to : int.MaxValue))))
            .ToLookup(b => b.Pair, b => b.Span);
        foreach (var row in files.Read("alliances"))
            if (row.Whole("atop_defense") == 1) foreach (var (a, b) in Both(row)) _allies.Add((a, b, row.Whole("year")!.Value));
        _pacts = _allies.ToLookup(a => (a.Item1, a.Item3), a => a.Item2);
        LastAllianceYear = _allies.Select(a => a.Item3).DefaultIfEmpty(0).Max();
    }

    /// <summary>
    /// A state's share of the system's capabilities (CINC) in the year before, or its last one known; after the record's last year, what it had
    /// then; <see langword="null"/> if there is none.
    /// </summary>
    public double? Share(int state, int year)
    {
        year = Math.Min(year, LastYear + 1);
        for (var y = year - 1; y >= year - LastKnown; y--)
            if (_shares.TryGetValue((state, y), out var share)) return share;
        return _shares.TryGetValue((state, year), out var first) ? first : null;
    }

    /// <summary>The share in that very year.</summary>
    public double? ShareIn(int state, int year) => _shares.TryGetValue((state, year), out var share) ? share : null;

    /// <summary>Last year with capabilities.</summary>
    public int LastYear { get; }

    /// <summary>Last year with alliances.</summary>
    public int LastAllianceYear { get; }

    public bool IsMajor(int state, int year) => _majors.Any(m => m.State == state && m.From <= year && year <= m.To);

    /// <summary>Whether the two share a land border or at most twelve miles of water; what is so in the record's last year stays so.</summary>
    public bool AreNeighbours(int first, int second, int year) => _borders[(first, second)].Any(s => s.From <= year && year <= s.To);

    /// <summary>Whether a defence pact binds the two; after the record's last year, whether one did then.</summary>
    public bool AreAllies(int first, int second, int year) => _allies.Contains((first, second, Math.Min(year, LastAllianceYear)));

    /// <summary>Whether any third state has promised a state to defend it.</summary>
    public bool HasAlly(int state, int year, int without) => _pacts[(state, Math.Min(year, LastAllianceYear))].Any(ally => ally != without);

    /// <summary>Major powers that have promised a state to defend it.</summary>
    public bool HasMajorAlly(int state, int year, int? without) =>
        _majors.Any(m => m.State != without && m.State != state && m.From <= year && year <= m.To && AreAllies(state, m.State, year));

    private static (int, int)[] Both(HistoryRow row)
    {
        var (a, b) = (row.Whole("ccode1")!.Value, row.Whole("ccode2")!.Value);
        return [(a, b), (b, a)];
    }
}
