using System.Collections.Immutable;
using System.Text;
using Standoff.Briefs;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Cli.Views;

/// <summary>What <c>standoff explain</c> shows: where a number, claim, item, document or parameter comes from, down to the sentence.</summary>
internal sealed class ExplainView
{
    private readonly StringBuilder _text = new();
    private readonly Brief _brief;
    private readonly Ledger _ledger;
    private readonly Crisis _crisis;
    private readonly int _width;
    private readonly Ink _ink;
    private readonly HashSet<string> _shown = [];

    private ExplainView(Brief brief, Ledger ledger, Crisis crisis, int width, Ink ink) =>
        (_brief, _ledger, _crisis, _width, _ink) = (brief, ledger, crisis, width, ink);

    /// <summary>The derivation of an id; <see langword="null"/> where nothing has it.</summary>
    public static string? Render(string id, Brief brief, Ledger ledger, Crisis crisis, int width, Ink ink)
    {
        var view = new ExplainView(brief, ledger, crisis, width, ink);
        return view.Find(id) ? view._text.ToString() : null;
    }

    private bool Find(string id)
    {
        if (_brief.Trace.Numbers.FirstOrDefault(n => n.Id == id) is { } number) Number(number, 0);
        else if (_brief.Trace.Claims.FirstOrDefault(c => c.Alias == id) is { } claim) Claim(claim);
        else if (_ledger.Items.FirstOrDefault(i => i.Alias == id) is { } item) Item(item);
        else if (_brief.Trace.Documents.FirstOrDefault(d => d.Alias == id) is { } document) Document(document);
        else if (_crisis.Parameters.FirstOrDefault(p => string.Equals(p.Name, id, StringComparison.OrdinalIgnoreCase)) is { } parameter) Parameter(parameter);
        else return false;
        return true;
    }

    private void Number(NumberNode number, int depth)
    {
        Line(depth, number.Id + " ", $"{number.Label}: {number.Text} [{GroundsLetter.Of(number.Grounds)} {GroundsLetter.Meaning(number.Grounds)}]", _ink.Bold);
        if (!_shown.Add(number.Id))
        {
            Line(depth + 1, "", "(see above)");
            return;
        }
        Line(depth + 1, "= ", number.Lineage.Formula);
        if (number.Lineage.Place.Length > 0) Line(depth + 1, "from ", number.Lineage.Place);
        foreach (var claim in Claims(number.Lineage.Claims)) Quote(claim, depth + 1);
        foreach (var input in number.Lineage.Inputs.Distinct())
            if (_brief.Trace.Numbers.FirstOrDefault(n => n.Id == input) is { } node) Number(node, depth + 1);
    }

    private void Claim(TracedClaim claim)
    {
        Quote(claim, 0);
        Line(1, "", $"{claim.Kind} · {claim.Commitment}{(claim.Time.Length > 0 ? $" · {claim.Time}" : "")}");
        Line(1, "", $"item {claim.Item} · graded {claim.Grade} · goes back to {claim.Origin}");
        Line(1, "use: ", claim.Use);
        foreach (var number in _brief.Trace.RestingOn[claim.Alias])
            Line(1, "↑ ", $"{number.Id} {number.Label}: {number.Text}");
        foreach (var rule in _ledger.Claims.Where(c => c.Alias == claim.Alias).SelectMany(c => c.Claim.Why))
            Line(1, "why: ", rule);
    }

    private void Item(LedgerItem item)
    {
        Line(0, item.Alias + " ", item.Statement, _ink.Bold);
        Line(1, "", FormattableString.Invariant($"graded {item.Grade} · belief {item.Belief.Value * 100:0} % at even odds · ℓ {NumberText.Quantity(item.LogLikelihoodRatio)} nats{(item.IsOpinion ? " · opinion, moves nothing" : "")}"));
        foreach (var origin in item.Origins)
            Line(1, "origin ", $"{origin.Name}: ℓ {NumberText.Quantity(origin.LogLikelihoodRatio)} from {string.Join(", ", origin.Claims)}");
        foreach (var use in _crisis.Uses.Where(u => u.Item == item.Alias))
            Line(1, "use: ", $"{use.Route.ToString().ToLowerInvariant()}{(use.Target.Length > 0 ? $" {use.Target}" : "")} — {use.Reason}");
        foreach (var clash in _ledger.Contradictions.Where(c => c.First == item.Alias || c.Second == item.Alias))
            Line(1, "✗ ", $"{(clash.First == item.Alias ? clash.Second : clash.First)}: {clash.Reason}");
        foreach (var claim in Claims(item.Claims)) Quote(claim, 1);
    }

    private void Document(TracedDocument document)
    {
        Line(0, document.Alias + " ", $"{document.Name} ({document.Provenance})", _ink.Bold);
        Line(1, "sha-256 ", document.Hash);
        foreach (var claim in _brief.Trace.Claims.Where(c => c.Document == document.Alias))
            Line(1, claim.Alias + " ", $"{claim.Text}{(claim.IsUsed ? "" : " (no use)")}", _ink.Good);
    }

    private void Parameter(Parameter parameter)
    {
        Line(0, parameter.Name + " ", $"{DistributionText.Range(parameter.Value)} {parameter.Unit} [{GroundsLetter.Of(parameter.Grounds)} {GroundsLetter.Meaning(parameter.Grounds)}]", _ink.Bold);
        Line(1, "prior ", DistributionText.Format(parameter.Prior));
        Line(1, "", parameter.Reason);
        foreach (var evidence in parameter.Evidence)
        {
            Line(1, $"{evidence.Item} ", FormattableString.Invariant($"evidence row {evidence.Row}, group {evidence.Group}, ℓ {NumberText.Quantity(evidence.LogLikelihoodRatio)} nats"));
            foreach (var claim in Claims(evidence.Claims)) Quote(claim, 2);
        }
        if (parameter.Evidence.IsDefaultOrEmpty) Line(1, "", "No item of the ledger supports it: it stays at its default.");
    }

    private void Quote(TracedClaim claim, int depth)
    {
        Line(depth, claim.Alias + " ", $"{(claim.Sources.Length > 0 ? claim.Sources : "author")}: {claim.Text}", _ink.Good);
        if (!_shown.Add(claim.Alias)) return;
        var document = _brief.Trace.Documents.FirstOrDefault(d => d.Alias == claim.Document);
        var sentence = document?.Sentences.FirstOrDefault(s => s.Id == claim.Sentence);
        if (document is null || sentence is null) return;
        Line(depth + 1, "", FormattableString.Invariant($"“{sentence.Text.Trim()}” — {document.Name}, {claim.Document}:{claim.Span.Start}–{claim.Span.End}"));
    }

    private IEnumerable<TracedClaim> Claims(ImmutableArray<string> aliases) =>
        aliases.IsDefaultOrEmpty ? [] : aliases.Distinct().Select(a => _brief.Trace.Claims.FirstOrDefault(c => c.Alias == a)).OfType<TracedClaim>();

    private void Line(int depth, string lead, string body, Func<string, string>? style = null)
    {
        var indent = Math.Min(depth, 8) * 2;
        var shown = style is null ? lead : style(lead);
        foreach (var line in TextLayout.Wrap(body, Math.Max(_width - indent - lead.Length, 24)))
        {
            _text.Append(' ', indent).Append(shown).Append(line).Append('\n');
            shown = new string(' ', lead.Length);
        }
    }
}
