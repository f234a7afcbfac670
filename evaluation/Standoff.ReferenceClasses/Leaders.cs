using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>How a leader left office.</summary>
internal enum Exit
{
    StillIn,
    Regular,
    Natural,
    Irregular,
    Foreign,
}

/// <summary>A leader's tenure.</summary>
internal sealed record Tenure(int State, string Leader, DateOnly Start, DateOnly End, Exit Exit)
{
    /// <summary>Whether a foreign state put the leader in.</summary>
    public bool IsImposed { get; init; }

    /// <summary>Whether those who drove the leader out had foreign support.</summary>
    public bool FellWithForeignSupport { get; init; }
}

/// <summary>Archigos: who led which state, and how each left.</summary>
internal sealed class Leaders
{
    private readonly ILookup<int, Tenure> _tenures;

    public Leaders(string data) => _tenures = new HistoryFolder(data).Read("leaders").Rows
        .Where(r => r.Date("startdate") is not null && r.Date("enddate") is not null)
        .Select(r => new Tenure(r.Whole("gwcode")!.Value, r["leader"], r.Date("startdate")!.Value, r.Date("enddate")!.Value, ExitOf(r["exit"]))
        {
            IsImposed = r["entry"] == "Foreign Imposition",
            FellWithForeignSupport = r["exitcode"].Contains("with Foreign Support", StringComparison.Ordinal),
        })
        .ToLookup(t => t.State);

    public IEnumerable<Tenure> All => _tenures.SelectMany(t => t);

    public Tenure? At(int state, DateOnly day) => _tenures[state].LastOrDefault(t => t.Start <= day && day <= t.End);

    /// <summary>Who followed a leader.</summary>
    public Tenure? After(Tenure tenure) => At(tenure.State, tenure.End.AddDays(2));

    private static Exit ExitOf(string exit) => exit switch
    {
        "Regular" => Exit.Regular,
        "Irregular" => Exit.Irregular,
        "Foreign" => Exit.Foreign,
        "Natural Death" or "Retired Due to Ill Health" or "Suicide" => Exit.Natural,
        _ => Exit.StillIn,
    };
}
