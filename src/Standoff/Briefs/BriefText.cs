using System.Collections.Immutable;

namespace Standoff.Briefs;

/// <summary>The key judgements as plain lines, for a terminal.</summary>
public static class BriefText
{
    /// <summary>One line each, without links or markup: likelihood, then confidence.</summary>
    public static ImmutableArray<string> KeyJudgements(Brief brief) =>
        [.. brief.Sections.First(s => s.Id == "key-judgements").Blocks.SelectMany(Lines)];

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Block.Judgement j => [j.Likelihood.ToString().Trim(), "  " + j.Confidence.ToString().Trim()],
        Block.Paragraph p => [p.Text.ToString().Trim()],
        Block.Caution c => ["Note: " + c.Text.ToString().Trim()],
        _ => [],
    };
}
