using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Standoff.Crises;

/// <summary>Reads one parameter of a crisis file.</summary>
internal sealed class ParameterNode(StandoffPrior prior, YamlMapping node, Mark place, YamlFaults faults)
{
    /// <summary>The parameter as the table has it.</summary>
    public static Parameter Default(StandoffPrior prior) => new()
    {
        Name = prior.Name,
        Prior = prior.Prior,
        Value = prior.Prior,
        Unit = prior.Unit,
        Grounds = Grounds.Default,
        Reason = $"No claim bears on it; default: {prior.Grounds}.",
    };

    public Parameter Read()
    {
        var value = Distribution("value");
        var before = Distribution("prior") ?? prior.Prior;
        var unit = node.Text("unit", prior.Unit);
        var grounds = node.Word("grounds", CrisisWords.GroundsOf, ["S", "I", "A", "D", "C"], Grounds.Default);
        var reason = node.Text("reason", Default(prior).Reason);
        var evidence = node.List("evidence", "an item of evidence").Select(Evidence).ToImmutableArray();
        node.Close();
        if (value is not null && grounds != Grounds.Analyst)
            faults.Add(place, $"the value of '{prior.Name}' overrides its evidence only with 'grounds: A'; write that too, or take the value out.");
        return new Parameter
        {
            Name = prior.Name,
            Prior = before,
            Value = grounds == Grounds.Analyst && value is not null ? value : faults.Any ? before : ParameterUpdate.Posterior(before, evidence),
            Unit = unit,
            Grounds = grounds,
            Reason = reason,
            Evidence = evidence,
            Claims = [.. evidence.SelectMany(e => e.Claims).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private Distribution? Distribution(string key)
    {
        if (node.Node(key) is not { } at) return null;
        var result = DistributionText.Parse((at as YamlScalarNode)?.Value ?? "", prior.Unit == "probability");
        if (result.Value is null) faults.Add(at.Start, $"the {key} of '{prior.Name}' cannot be read: {result.Error}.", result.Position);
        return result.Value;
    }

    private Evidence Evidence(YamlMapping entry)
    {
        var evidence = new Evidence(entry.Text("item"), entry.Text("row"), entry.Text("group"), entry.Number("weight", double.NegativeInfinity, double.PositiveInfinity), entry.Claims()) { About = entry.Text("about", "") };
        entry.Close();
        var table = EvidenceTable.Shipped;
        if (table.Find(evidence.Row) is null) faults.Add(entry.Place, $"the evidence table has no row '{evidence.Row}'.");
        if (table.FindGroup(evidence.Group) is null) faults.Add(entry.Place, $"the evidence table has no group '{evidence.Group}'.");
        return evidence;
    }
}
