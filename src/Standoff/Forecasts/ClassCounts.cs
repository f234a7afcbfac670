using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Events and weeks at risk of one class under one reading of the demand, by period since the trigger, from <c>reference-rates.tsv</c>.
/// </summary>
internal sealed class ClassCounts
{
    private const string Quiet = "quiet";
    private const string UnderForce = "force";
    private const string BegunQuiet = "begun-quiet";
    private const string BegunViolent = "begun-violent";
    private const string Either = "any";
    private const int FirstPeriod = 4;

    private static readonly ResourceTable Table = ResourceTable.Load("Forecasts", "reference-rates.tsv");
    private static readonly ImmutableArray<string> PeriodColumns = [.. Table.Columns.Skip(FirstPeriod)];
    private static readonly Dictionary<(string Class, string Reading), ClassCounts> All = Table.Rows
        .GroupBy(r => (r["class"], r["reading"])).ToDictionary(g => g.Key, g => new ClassCounts(g));

    private readonly Dictionary<(string State, string Cell), double[]> _rows;

    private ClassCounts(IEnumerable<ResourceRow> rows) =>
        _rows = rows.ToDictionary(r => (r["state"], r["cell"]), r => PeriodColumns.Select(r.Number).ToArray());

    /// <summary>First and last weeks of the periods.</summary>
    public static (double From, double To)[] Bounds { get; } = [.. PeriodColumns.Select(Bound)];

    public static int Periods => Bounds.Length;

    /// <summary>The counts of a class for a demand.</summary>
    public static ClassCounts Of(string key, DemandKind demand) => All[(key, demand == DemandKind.LeaderDeparture ? "departure" : "policy")];

    /// <summary>Events of a channel by period; the split of removals by force is not the data's and is left to the caller.</summary>
    public double[] Events(Channel channel, int state) => Row(StateOf(channel, state), Channels.CellOf(channel));

    /// <summary>Weeks at risk by period.</summary>
    public double[] Weeks(Channel channel, int state) => Row(StateOf(channel, state), "weeks");

    /// <summary>All events of an ending, whatever the state.</summary>
    public double Total(string cell) => _rows.Where(r => r.Key.Cell == cell).Sum(r => r.Value.Sum());

    /// <summary>Crises that began without force, or with a violent act, of which force is counted; 0 where none is.</summary>
    public double Cases(bool isViolent) => Row(isViolent ? BegunViolent : BegunQuiet, "cases").Sum();

    /// <summary>Crises of those in which force came to a level and no higher after the beginning.</summary>
    public double Reached(string level, bool isViolent) => Row(isViolent ? BegunViolent : BegunQuiet, level).Sum();

    /// <summary>
    /// Whether rates differ between quiet and force: exits of leaders are counted over both. Force starts from quiet, and new force where a violent act set the crisis off.
    /// </summary>
    public static bool DependsOnState(Channel channel) => !Channels.IsExit(channel);

    private static string StateOf(Channel channel, int state) => channel switch
    {
        >= Channel.Limited => state == 0 ? BegunQuiet : BegunViolent,
        _ when !DependsOnState(channel) => Either,
        _ => state == 0 ? Quiet : UnderForce,
    };

    private double[] Row(string state, string cell) => _rows.GetValueOrDefault((state, cell)) ?? new double[Periods];

    private static (double From, double To) Bound(string column)
    {
        var ends = column.Split('-');
        return (double.Parse(ends[0], CultureInfo.InvariantCulture), double.Parse(ends[1], CultureInfo.InvariantCulture));
    }
}
