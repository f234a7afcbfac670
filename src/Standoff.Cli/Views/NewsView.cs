using System.Text;
using Standoff.Cli.Pipelines;

namespace Standoff.Cli.Views;

/// <summary>What a run brought into the case: documents, claims, contradictions.</summary>
internal static class NewsView
{
    public static string Render(LedgerNews news, int width, Ink ink)
    {
        var text = new StringBuilder("\n").Append(ink.Bold("New in the ledger")).Append('\n');
        if (news.Documents.IsEmpty && news.Claims.IsEmpty && news.Contradictions.IsEmpty) return text.Append("nothing\n").ToString();
        foreach (var document in news.Documents)
            text.Append(ink.Good(TextLayout.Pad(document.Alias, 8))).Append(TextLayout.Cut(document.Document.Title ?? document.Document.Name, width - 8)).Append('\n');
        if (!news.Claims.IsEmpty) text.Append(FormattableString.Invariant($"{news.Claims.Length} claims, {news.Claims[0]} to {news.Claims[^1]}\n"));
        foreach (var clash in news.Contradictions)
        {
            var lead = ink.Warn($"{clash.First} ✗ {clash.Second} ");
            foreach (var line in TextLayout.Wrap(clash.Reason, width - 14))
            {
                text.Append(lead).Append(line).Append('\n');
                lead = new string(' ', 14);
            }
        }
        return text.ToString();
    }
}
