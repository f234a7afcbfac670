using System.Text;
using Standoff.Claims;
using Standoff.Reading.Claims;

namespace Standoff.Cli.Views;

/// <summary>What <c>standoff ledger</c> shows: items with their grade, belief, origins and claims, then contradictions.</summary>
internal static class LedgerView
{
    public static string Render(Ledger ledger, int width, Ink ink)
    {
        var text = new StringBuilder();
        var claims = ledger.Claims.ToDictionary(c => c.Alias);
        foreach (var document in ledger.Documents)
            text.Append(ink.Bold(document.Alias)).Append(' ').Append(TextLayout.Cut(document.Document.Title ?? document.Document.Name, width - 6)).Append('\n');
        text.Append('\n');
        foreach (var item in ledger.Items) Append(text, item, claims, width, ink);
        foreach (var clash in ledger.Contradictions)
            AppendWrapped(text, ink.Warn($"{clash.First} ✗ {clash.Second}") + " ", 14, clash.Reason, width);
        text.Append('\n').Append(Many(ledger.Items.Length, "item")).Append(" from ").Append(Many(ledger.Claims.Length, "claim"))
            .Append(" of ").Append(Many(ledger.Documents.Length, "document")).Append(", ").Append(Many(ledger.Contradictions.Length, "contradiction"));
        if (!ledger.Withdrawn.IsEmpty) text.Append(", left out: ").AppendJoin(", ", ledger.Withdrawn);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, LedgerItem item, Dictionary<string, LedgerClaim> claims, int width, Ink ink)
    {
        AppendWrapped(text, ink.Bold(item.Alias) + " ", 6, item.Statement, width);
        var origins = item.Origins.Length == 1 ? item.Origins[0].Name : FormattableString.Invariant($"{item.Origins.Length} independent origins");
        var grade = FormattableString.Invariant($"{item.Grade} · belief {item.Belief.Value * 100:0} %");
        text.Append(' ', 6).Append(ink.Faint(TextLayout.Cut($"{grade} · {(item.IsOpinion ? "opinion" : origins)}", width - 6))).Append('\n');
        foreach (var claim in item.Claims.Select(c => claims[c]))
            text.Append(' ', 6).Append(ink.Good(claim.Alias)).Append(' ')
                .Append(ink.Faint(TextLayout.Cut($"{claim.Document} {SourcesOf(claim.Claim)} · {claim.Claim.Factuality.Code()} · {claim.Claim.Exact}", width - 12))).Append('\n');
    }

    private static string Many(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string SourcesOf(Claim claim) =>
        claim.Sources.IsEmpty ? "author" : string.Join(" ▸ ", claim.Sources.Select(s => s.Name.Length > 0 ? s.Name : "unnamed"));

    private static void AppendWrapped(StringBuilder text, string first, int indent, string body, int width)
    {
        var lead = first;
        foreach (var line in TextLayout.Wrap(body, width - indent))
        {
            text.Append(lead).Append(line).Append('\n');
            lead = new string(' ', indent);
        }
    }
}
