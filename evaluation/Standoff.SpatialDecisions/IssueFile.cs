using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Models;

namespace Standoff.SpatialDecisions;

/// <summary>An issue that was decided.</summary>
/// <param name="Name">The data's number of the issue.</param>
/// <param name="Proposal">The proposal that it's part of: issues of one proposal were decided together.</param>
/// <param name="Actors">Actors that cared, on one dimension from 0 to 1.</param>
/// <param name="Outcome">What was decided, from 0 to 100.</param>
/// <param name="Reference">What would have held without a decision, where that is known.</param>
internal sealed record Issue(string Name, string Proposal, ImmutableArray<SpatialActor> Actors, double Outcome, double? Reference);

/// <summary>The table of issues and actors.</summary>
internal static class IssueFile
{
    public static ImmutableArray<Issue> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split(',');
        var (issue, actor, power, position, salience) = (Column("issue"), Column("actor"), Column("power_gdp"), Column("position"), Column("salience"));
        var (outcome, reference) = (Column("outcome"), Column("reference_point"));
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).GroupBy(cells => cells[issue], StringComparer.Ordinal)
            .Select(rows => new Issue(rows.Key, rows.Key[..rows.Key.LastIndexOf('i')], [.. rows.Where(r => Number(r[salience]) > 0).Select(Actor)], Number(rows.First()[outcome]), rows.First()[reference].Length > 0 ? Number(rows.First()[reference]) : null))];

        int Column(string name) => Array.IndexOf(columns, name);
        SpatialActor Actor(string[] cells) => new(cells[actor], Number(cells[power]), [Number(cells[position]) / 100], [Number(cells[salience]) / 100]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
