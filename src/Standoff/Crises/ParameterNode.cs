using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Standoff.Crises;

/// <summary>Reads one parameter of a crisis file.</summary>
/// <param name="prior">The parameter's row of the table.</param>
/// <param name="proposed">Where it stands before anything is said of it in this crisis.</param>
/// <param name="file">The file's name.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class ParameterNode(StandoffPrior prior, PriorProposal proposed, string file, YamlFaults faults)
{
    // Far more than any number of reports can weigh; the update stays exact up to there.
    private const double LargestWeight = 1e6;

    private readonly ParameterDomain _domain = StandoffParameters.DomainOf(prior.Name);

    /// <summary>The parameter of which the file says nothing.</summary>
    public static Parameter Default(StandoffPrior prior, PriorProposal proposed) => new()
    {
        Name = prior.Name,
        Prior = proposed.Prior,
        Value = proposed.Prior,
        Unit = prior.Unit,
        Grounds = proposed.Grounds,
        Reason = proposed.Reason,
    };

    /// <summary>The parameter at a node: a mapping, or its value alone.</summary>
    /// <param name="value">The node.</param>
    /// <param name="place">Where its name stands.</param>
    public Parameter Read(YamlNode value, Mark place)
    {
        if (value is YamlScalarNode { Value: not (null or "" or "~" or "null") } scalar) return ByAnalyst(Distribution(scalar, "value"), null, ByHand.Sentence(file), prior.Unit, []);
        var node = YamlMapping.Of(value, $"'{prior.Name}'", faults);
        var (own, before) = (Distribution(node.Node("value"), "value"), Distribution(node.Node("prior"), "prior"));
        var unit = node.Text("unit", prior.Unit);
        var written = node.Word<Grounds>("grounds", CrisisWords.GroundsOf, ["S", "I", "A", "D", "C"]);
        var reason = node.Text("reason", "");
        var evidence = node.List("evidence", "an item of evidence").Select(Evidence).ToImmutableArray();
        node.Close();
        if (own is not null && written is not (null or Grounds.Analyst))
            faults.Add(place, $"the value of '{prior.Name}' overrides its evidence only with 'grounds: A'; write that, or take the value or the grounds out.");
        // Who sets a value in a file of the program may leave the sentence of the default behind.
        if (own is not null) return ByAnalyst(own, before, reason.Length > 0 && reason != proposed.Reason ? reason : ByHand.Sentence(file), unit, evidence);
        // A prior other than the proposed one, of which nothing is said, was set by hand as well.
        var isSet = reason.Length == 0 && (written == Grounds.Analyst || (before is not null && before != proposed.Prior));
        return Of(before ?? proposed.Prior, faults.Any ? before ?? proposed.Prior : ParameterUpdate.Posterior(before ?? proposed.Prior, evidence), unit, evidence) with
        {
            Grounds = written ?? (isSet ? Grounds.Analyst : proposed.Grounds),
            Reason = reason.Length > 0 ? reason : isSet ? ByHand.Sentence(file) : proposed.Reason,
        };
    }

    private Parameter ByAnalyst(Distribution? value, Distribution? before, string reason, string unit, ImmutableArray<Evidence> evidence) =>
        Of(before ?? proposed.Prior, value ?? proposed.Prior, unit, evidence) with { Grounds = Grounds.Analyst, Reason = reason };

    private Parameter Of(Distribution before, Distribution value, string unit, ImmutableArray<Evidence> evidence) => Default(prior, proposed) with
    {
        Prior = before,
        Value = value,
        Unit = unit,
        Evidence = evidence,
        Claims = [.. evidence.SelectMany(e => e.Claims).Distinct().Order(StringComparer.Ordinal)],
    };

    private Distribution? Distribution(YamlNode? at, string key)
    {
        if (at is null) return null;
        var result = DistributionText.Parse((at as YamlScalarNode)?.Value ?? "", _domain);
        var cut = result.Value is { } told ? _domain.Cut(told) : null;
        if (result.Value is null) faults.Add(at.Start, $"the {key} of '{prior.Name}' cannot be read: {result.Error}.", result.Position);
        else if (cut is null) faults.Add(at.Start, $"the {key} of '{prior.Name}' cannot be used: half or more of {DistributionText.Format(result.Value)} lies outside what it may be; it must lie {_domain.Words}.");
        return cut;
    }

    private Evidence Evidence(YamlMapping entry)
    {
        var evidence = new Evidence(entry.Text("item"), entry.Text("row"), entry.Text("group"), entry.Number("weight", -LargestWeight, LargestWeight), entry.Claims()) { About = entry.Text("about", "") };
        entry.Close();
        var table = EvidenceTable.Shipped;
        if (table.Find(evidence.Row) is null) faults.Add(entry.Place, $"the evidence table has no row '{evidence.Row}'.");
        if (table.FindGroup(evidence.Group) is null) faults.Add(entry.Place, $"the evidence table has no group '{evidence.Group}'.");
        return evidence;
    }
}
