using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Events and weeks at risk of one class under one reading of the demand, by period since the trigger, from <c>reference-rates.tsv</c>.
/// </summary>
internal sealed class ClassCounts
{
    private const string Quiet = "quiet";
    private const string UnderForce = "force";
    private const string Either = "any";

    private static readonly ResourceTable Table = ResourceTable.Read("reference-rates.tsv");

    private readonly Dictionary<(string State, string Cell), double[]> _rows;

    public ClassCounts(string key, DemandKind demand)
    {
        var reading = demand == DemandKind.LeaderDeparture ? "departure" : "policy";
        _rows = Table.Rows.Where(r => r["class"] == key && r["reading"] == reading)
            .ToDictionary(r => (r["state"], r["cell"]), r => Enumerable.Range(4, Periods).Select(r.Number).ToArray());
    }

    /// <summary>First and last weeks of the periods.</summary>
    public static (double From, double To)[] Bounds { get; } = [.. Table.ColumnsFrom(4).Select(Bound)];

    public static int Periods => Bounds.Length;

    /// <summary>Events of a channel by period; the split of removals by force is not the data's and is left to the caller.</summary>
    public double[] Events(Channel channel, int state) => Row(StateOf(channel, state), Channels.CellOf(channel));

    /// <summary>Weeks at risk by period.</summary>
    public double[] Weeks(Channel channel, int state) => Row(StateOf(channel, state), "weeks");

    /// <summary>All events of an ending or level of force, whatever the state.</summary>
    public double Total(string cell) => _rows.Where(r => r.Key.Cell == cell).Sum(r => r.Value.Sum());

    /// <summary>Whether rates differ between quiet and force: exits of leaders are counted over both, force only starts from quiet.</summary>
    public static bool DependsOnState(Channel channel) => channel is Channel.Compliance or Channel.NegotiatedExit or Channel.Compromise
        or Channel.Withdrawal or Channel.Other;

    private static string StateOf(Channel channel, int state) => channel switch
    {
        >= Channel.Limited => Quiet,
        _ when !DependsOnState(channel) => Either,
        _ => state == 0 ? Quiet : UnderForce,
    };

    private double[] Row(string state, string cell) => _rows.GetValueOrDefault((state, cell)) ?? new double[Periods];

    private static (double From, double To) Bound(string header)
    {
        var ends = header.Split('-');
        return (double.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(ends[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
