using System.Collections.Immutable;
using System.Text;
using Standoff.Reading.Claims;

namespace Standoff.Briefs;

/// <summary>A brief as Markdown.</summary>
public static class BriefMarkdown
{
    /// <summary>The whole brief as CommonMark with pipe tables; pictures become their table twins; line ends are LF.</summary>
    public static string Write(Brief brief)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Escape(brief.Title)).Append("\n\n");
        if (brief.Handling.Length > 0) text.Append("**").Append(Escape(brief.Handling)).Append("**\n\n");
        text.Append('*').Append(Escape(brief.Question)).Append("*\n\n");
        text.Append("As of ").Append(brief.AsOf is { } day ? NumberText.Day(day) : "an unknown day").Append(" · run `").Append(brief.Run).Append("`\n");
        foreach (var section in brief.Sections)
        {
            text.Append("\n## ").Append(Escape(section.Title)).Append('\n');
            foreach (var block in section.Blocks) Write(text, block, brief);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block, Brief brief)
    {
        switch (block)
        {
            case Block.Paragraph p: text.Append('\n').Append(Line(p.Text)).Append('\n'); break;
            case Block.Judgement j: text.Append("\n- ").Append(Line(j.Likelihood)).Append("  \n  ").Append(Line(j.Confidence)).Append('\n'); break;
            case Block.Caution c: text.Append("\n> **Note.** ").Append(Line(c.Text)).Append('\n'); break;
            case Block.Heading h: text.Append("\n### ").Append(Escape(h.Text)).Append('\n'); break;
            case Block.Bullets b: Bullets(text, b); break;
            case Block.Facts f: Facts(text, f); break;
            case Block.Table t: Table(text, t.Grid); break;
            case Block.Picture p: text.Append("\n### ").Append(Escape(p.Figure.Title)).Append("\n\n").Append(Line(p.Figure.Caption)).Append('\n'); Table(text, p.Figure.Twin); break;
            case Block.Fold f: text.Append("\n### ").Append(Escape(f.Summary)).Append('\n'); foreach (var inner in f.Blocks) Write(text, inner, brief); break;
            case Block.Derivations: Derivations(text, brief.Trace); break;
            case Block.Claims: Claims(text, brief.Trace); break;
            case Block.Texts: Texts(text, brief.Trace); break;
        }
    }

    private static void Bullets(StringBuilder text, Block.Bullets bullets)
    {
        text.Append('\n');
        for (var i = 0; i < bullets.Items.Length; i++)
            text.Append(bullets.Ordered ? $"{NumberText.Count((long)i + 1)}. " : "- ").Append(Line(bullets.Items[i])).Append('\n');
    }

    private static void Facts(StringBuilder text, Block.Facts facts)
    {
        text.Append('\n');
        foreach (var fact in facts.Rows) text.Append("- **").Append(Escape(fact.Name)).Append(":** ").Append(Line(fact.Text)).Append('\n');
    }

    private static void Table(StringBuilder text, Grid grid)
    {
        text.Append("\n*").Append(Escape(grid.Caption)).Append("*\n\n|");
        foreach (var column in grid.Columns) text.Append(' ').Append(Cell(Escape(column.Name))).Append(" |");
        text.Append("\n|");
        foreach (var column in grid.Columns) text.Append(column.IsNumeric ? " ---: |" : " --- |");
        text.Append('\n');
        foreach (var row in grid.Rows)
        {
            text.Append('|');
            foreach (var cell in row) text.Append(' ').Append(Cell(Line(cell))).Append(" |");
            text.Append('\n');
        }
    }

    private static void Derivations(StringBuilder text, Trace trace)
    {
        text.Append("\n### Numbers\n\n");
        foreach (var number in trace.Numbers)
        {
            text.Append("- <a id=\"").Append(number.Id).Append("\"></a>**").Append(number.Id).Append("** ").Append(Escape(number.Label)).Append(": ").Append(number.Text).Append(" [").Append(GroundsLetter.Of(number.Grounds)).Append("]. ").Append(Escape(number.Lineage.Formula));
            AppendLinks(text, " From ", number.Lineage.Inputs);
            AppendLinks(text, " Claims ", number.Lineage.Claims);
            if (number.Lineage.Place.Length > 0) text.Append(" Place: ").Append(Escape(number.Lineage.Place)).Append('.');
            text.Append('\n');
        }
    }

    private static void AppendLinks(StringBuilder text, string lead, ImmutableArray<string> ids)
    {
        if (!ids.IsDefaultOrEmpty) text.Append(lead).AppendJoin(", ", ids.Select(i => $"[{i}](#{i})")).Append('.');
    }

    private static void Claims(StringBuilder text, Trace trace)
    {
        text.Append("\n### Claims\n\n");
        foreach (var claim in trace.Claims)
        {
            text.Append("- <a id=\"").Append(claim.Alias).Append("\"></a>**").Append(claim.Alias).Append("** “").Append(Escape(claim.Text)).Append("” (").Append(claim.Kind).Append(", ").Append(claim.Commitment).Append(") ");
            text.Append(claim.Sources.Length > 0 ? Escape(claim.Sources) : "author’s own voice").Append("; ").Append(claim.Document).Append(' ').Append(claim.Span).Append("; ").Append(claim.Item).Append(' ').Append(claim.Grade).Append(". ").Append(Escape(claim.Use)).Append('\n');
        }
    }

    private static void Texts(StringBuilder text, Trace trace)
    {
        text.Append("\n### Sentences\n");
        foreach (var document in trace.Documents)
        {
            text.Append("\n**").Append(document.Alias).Append("** ").Append(Escape(document.Name)).Append(" (").Append(Escape(document.Provenance)).Append(")\n\n");
            foreach (var sentence in document.Sentences)
                text.Append("> ").Append(sentence.FollowsGap ? "… " : "").Append(Escape(OneLine(sentence.Text))).Append(sentence.Status == SentenceStatus.Unread ? " *(unread)*" : "").Append("  \n");
            if (document.Hidden > 0) text.Append("\n*Sentences not shown: ").Append(NumberText.Count((long)document.Hidden)).Append("*\n");
        }
    }

    private static string Line(Prose prose) => string.Concat(prose.Runs.Select(r => r switch
    {
        Inline.Plain p => Escape(p.Text),
        Inline.Strong s => $"**{Escape(s.Text)}**",
        Inline.Quote q => $"“{Escape(OneLine(q.Text))}”",
        Inline.Code c => $"`{c.Text}`",
        Inline.Number n => $"[{n.Node.Text}](#{n.Node.Id}) \\[{GroundsLetter.Of(n.Node.Grounds)}\\]",
        Inline.Claim c => $"[{c.Alias}](#{c.Alias})",
        Inline.Sentence s => Escape(s.Text),
        _ => "",
    })).Trim();

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#') escaped.Append('\\');
            escaped.Append(c is '\n' or '\r' ? ' ' : c);
        }
        return escaped.ToString();
    }
}
