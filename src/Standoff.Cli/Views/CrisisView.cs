using System.Collections.Immutable;
using System.Text;
using Standoff.Briefs;
using Standoff.Crises;

namespace Standoff.Cli.Views;

/// <summary>What <c>standoff model</c> shows: the sides, the demand, where it stands, and each parameter with its grounds.</summary>
internal static class CrisisView
{
    private const int Values = 22;

    public static string Render(Crisis crisis, ImmutableArray<string> warnings, int width, Ink ink)
    {
        var text = new StringBuilder();
        text.Append(ink.Bold(TextLayout.Cut(crisis.Title, width))).Append('\n');
        Row(text, "challenger", Side(crisis.Challenger), width, ink);
        Row(text, "target", Side(crisis.Target), width, ink);
        Row(text, "demand", $"{crisis.Demand.Text}{Cited(crisis.Demand.Claims)}", width, ink);
        foreach (var offer in crisis.Offers) Row(text, "offer", $"{offer.By}: {offer.Text}{Cited(offer.Claims)}", width, ink);
        foreach (var threat in crisis.Threats) Row(text, "threat", $"{threat.By}: {threat.Text}{Cited(threat.Claims)}", width, ink);
        Row(text, "present rung", $"{crisis.Present.Mode} {NumberText.Percent(crisis.Present.Weights.Max())}{Cited(crisis.Present.Claims)}", width, ink);
        foreach (var party in crisis.ThirdParties) Row(text, "third party", $"{party.Name}, stance {NumberText.Quantity(party.Stance)}{Cited(party.Claims)}", width, ink);
        foreach (var choice in crisis.Classes) Row(text, "class", $"{choice.Name}, weight {NumberText.Percent(choice.Weight)}: {choice.Reason}", width, ink);
        text.Append('\n');
        var names = crisis.Parameters.Select(p => p.Name.Length).DefaultIfEmpty(0).Max() + 2;
        foreach (var parameter in crisis.Parameters) Append(text, parameter, names, width, ink);
        text.Append('\n').Append(ink.Faint(Uses(crisis))).Append('\n');
        foreach (var warning in warnings) Row(text, "!", warning, width, ink);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Parameter parameter, int names, int width, Ink ink)
    {
        var name = TextLayout.Pad(parameter.Name, names);
        var value = TextLayout.Pad($"{DistributionText.Range(parameter.Value)} [{GroundsLetter.Of(parameter.Grounds)}]", Values);
        var rest = parameter.Grounds == Grounds.Default ? ink.Faint(TextLayout.Cut(parameter.Unit, width - names - Values)) : TextLayout.Cut(Cited(parameter.Claims).Trim(), width - names - Values);
        text.Append(parameter.Grounds == Grounds.Default ? name : ink.Bold(name)).Append(value).Append(rest).Append('\n');
    }

    private static void Row(StringBuilder text, string name, string body, int width, Ink ink)
    {
        var lead = ink.Faint(TextLayout.Pad(name, 14));
        foreach (var line in TextLayout.Wrap(body, width - 14))
        {
            text.Append(lead).Append(line).Append('\n');
            lead = new string(' ', 14);
        }
    }

    private static string Side(Party party) => party.Leader is null ? party.Name : $"{party.Name} ({party.Leader})";

    private static string Cited(ImmutableArray<string> claims) => claims.IsDefaultOrEmpty ? "" : $" [{string.Join(' ', claims.Take(6))}{(claims.Length > 6 ? " …" : "")}]";

    private static string Uses(Crisis crisis) =>
        "use of items: " + string.Join(", ", crisis.Uses.GroupBy(u => u.Route).OrderBy(g => g.Key).Select(g => FormattableString.Invariant($"{g.Key.ToString().ToLowerInvariant()} {g.Count()}")));
}
