using System.Globalization;
using Standoff.Crises;

namespace Standoff.ReferenceClasses;

/// <summary>Events and weeks at risk of one class, by period since the trigger.</summary>
internal sealed class ClassCounts(string key)
{
    /// <summary>First weeks of the periods; the last value ends the follow-up.</summary>
    public static readonly double[] Bounds = [0, 2, 6, 13, 26, 52, 104];

    // Half of the first week.
    private const double SameDay = 0.5;

    private readonly SortedDictionary<(int Order, string Reading, string State, string Cell), double[]> _rows = [];

    public string Key { get; } = key;

    public int Cases { get; private set; }

    /// <summary>The crises that were counted; leaders and undated counts are none.</summary>
    public List<HistoricalCase> Members { get; } = [];

    public int FirstYear { get; private set; } = int.MaxValue;

    public int LastYear { get; private set; }

    public IEnumerable<(string Reading, string State, string Cell, double[] ByPeriod)> Rows =>
        _rows.Select(r => (r.Key.Reading, r.Key.State, r.Key.Cell, r.Value));

    /// <summary>Number of cases, era, and how the cases ended under both readings of the demand.</summary>
    public string Summary()
    {
        var endings = _rows.Where(r => r.Key.Cell is not ("weeks" or "cases")).GroupBy(r => (r.Key.Order, r.Key.Reading, r.Key.Cell))
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key.Reading[..1]}:{g.Key.Cell} {g.Sum(r => r.Value.Sum()):0.#}"));
        return string.Create(CultureInfo.InvariantCulture, $"{Key,-24} n={Cases,5} {FirstYear}-{LastYear}  {string.Join(", ", endings)}");
    }

    /// <summary>Adds a case with its endings under both readings and, if the data tell, its force.</summary>
    public void Add(HistoricalCase item, bool withForce)
    {
        Seen(item.Year);
        Members.Add(item);
        foreach (var reading in Enum.GetValues<Reading>()) AddEndings(item, reading);
        if (withForce) foreach (var reading in Enum.GetValues<Reading>()) AddForce(item, Name(reading), item.IsViolentStart ? "begun-violent" : "begun-quiet");
    }

    /// <summary>Adds a leader who is followed for two years after a trigger, whatever becomes of the crisis.</summary>
    public void AddLeader(int year, Exit exit, double? exitWeek)
    {
        Seen(year);
        var end = exit == Exit.StillIn ? Bounds[^1] : exitWeek ?? Bounds[^1];
        foreach (var reading in Enum.GetValues<Reading>())
        {
            Expose(Name(reading), "any", 0, end);
            if (exit is Exit.Irregular or Exit.Natural) Event(Name(reading), "any", nameof(Ending.InternalExit), end, 1);
            if (exit == Exit.Foreign) Event(Name(reading), "any", nameof(Ending.ForcibleRemoval), end, 1);
        }
    }

    /// <summary>Adds counts without dates, spread like the periods of another class.</summary>
    public void AddUndated(string cell, double count, double[] profile)
    {
        foreach (var reading in Enum.GetValues<Reading>())
            for (var p = 0; p < profile.Length; p++) Row(Name(reading), "quiet", cell)[p] += count * profile[p];
    }

    /// <summary>Sets how many cases stand behind undated counts.</summary>
    public void Count(int cases, int first, int last) => (Cases, FirstYear, LastYear) = (cases, first, last);

    private void AddEndings(HistoricalCase item, Reading reading)
    {
        var name = Name(reading);
        var force = item.IsViolentStart ? 0 : item.ForceWeek ?? double.PositiveInfinity;
        Expose(name, "quiet", 0, Math.Min(force, item.Weeks));
        Expose(name, "force", Math.Min(force, item.Weeks), item.Weeks);
        Expose(name, "any", 0, item.Weeks);
        var ending = item.Ended(reading);
        var state = ending is Ending.InternalExit or Ending.ForcibleRemoval ? "any" : item.Weeks > force ? "force" : "quiet";
        if (ending != Ending.None) Event(name, state, ending.ToString(), item.Weeks, 1);
    }

    /// <summary>
    /// When force came, apart in crises that began without and in those that a violent act set off, each with its own weeks at risk. How many cases there were stands in the first period.
    /// </summary>
    private void AddForce(HistoricalCase item, string reading, string state)
    {
        Row(reading, state, "cases")[0]++;
        // What answers a violent act comes days after it; on the same day it had a part of the first week to come in.
        var week = item.NewForceWeek is not { } at ? double.PositiveInfinity : item.IsViolentStart ? Math.Max(SameDay, at) : at;
        Expose(reading, state, 0, Math.Min(week, item.Weeks));
        if (item.NewForceWeek is null) return;
        for (var f = Force.Limited; f <= Force.Invasion; f++)
            if (item.Force[(int)f] > 0) Event(reading, state, f.ToString(), week, item.Force[(int)f]);
    }

    private static string Name(Reading reading) => reading == Reading.Departure ? "departure" : "policy";

    private void Seen(int year) => (Cases, FirstYear, LastYear) = (Cases + 1, Math.Min(FirstYear, year), Math.Max(LastYear, year));

    private void Event(string reading, string state, string cell, double week, double count)
    {
        if (PeriodOf(week) is { } period) Row(reading, state, cell)[period] += count;
    }

    private void Expose(string reading, string state, double from, double to)
    {
        var row = Row(reading, state, "weeks");
        for (var p = 0; p + 1 < Bounds.Length; p++)
            row[p] += Math.Max(0, Math.Min(to, Bounds[p + 1]) - Math.Max(from, Bounds[p]));
    }

    /// <summary>The period that a week ends in; an event on a bound belongs to the period before it.</summary>
    private static int? PeriodOf(double week)
    {
        var p = Array.FindIndex(Bounds, 1, b => week <= b);
        return p < 0 ? null : p - 1;
    }

    private double[] Row(string reading, string state, string cell)
    {
        var place = (reading == "policy" ? 0 : 1, reading, state, cell);
        return _rows.TryGetValue(place, out var row) ? row : _rows[place] = new double[Bounds.Length - 1];
    }
}
