using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>A key of a mapping with the lines that it takes up.</summary>
/// <param name="Key">The key.</param>
/// <param name="Lead">Blank lines and remarks above it.</param>
/// <param name="Body">Its own lines, remarks among them; the first has the key.</param>
internal sealed record YamlBlock(string Key, ImmutableArray<string> Lead, ImmutableArray<string> Body)
{
    /// <summary>All its lines.</summary>
    public IEnumerable<string> Lines => Lead.Concat(Body);

    /// <summary>The same lines further to the right, or to the left where negative.</summary>
    public YamlBlock Shifted(int by) => by == 0 ? this : this with { Lead = [.. Lead.Select(l => Shift(l, by))], Body = [.. Body.Select(l => Shift(l, by))] };

    private static string Shift(string line, int by) => line.Length == 0 ? line : by > 0 ? new string(' ', by) + line : line[Math.Min(-by, YamlBlocks.Indent(line))..];
}

/// <summary>The lines of a mapping in block style, key by key. What follows the keys' indentation is never looked into.</summary>
/// <param name="Depth">Spaces before the keys.</param>
/// <param name="Blocks">The keys in order.</param>
/// <param name="Tail">Blank lines and remarks below the last key.</param>
internal sealed record YamlBlocks(int Depth, ImmutableArray<YamlBlock> Blocks, ImmutableArray<string> Tail)
{
    public YamlBlock? this[string key] => Blocks.FirstOrDefault(b => b.Key == key);

    /// <summary>Splits a file.</summary>
    public static YamlBlocks Of(string text) => Split(text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'), 0);

    /// <summary>Splits what stands below a key.</summary>
    public static YamlBlocks Below(YamlBlock block)
    {
        string[] lines = [.. block.Body.Skip(1)];
        return Split(lines, lines.Where(l => !IsRemark(l)).Select(Indent).FirstOrDefault());
    }

    /// <summary>Whether a line is blank or a remark.</summary>
    public static bool IsRemark(string line) => line.AsSpan().TrimStart() is [] or ['#', ..];

    /// <summary>Spaces before a line's text.</summary>
    public static int Indent(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    private static YamlBlocks Split(string[] lines, int depth)
    {
        var blocks = new List<YamlBlock>();
        var (lead, body, key) = (new List<string>(), new List<string>(), (string?)null);
        foreach (var line in lines)
        {
            if (IsRemark(line)) lead.Add(line);
            else if (KeyOf(line, depth) is { } next)
            {
                if (key is not null) blocks.Add(new(key, [], [.. body]));
                (key, body) = (next, [.. lead, line]);
                lead.Clear();
            }
            else
            {
                body.AddRange(lead);
                body.Add(line);
                lead.Clear();
            }
        }
        if (key is not null) blocks.Add(new(key, [], [.. body]));
        return new(depth, [.. blocks.Select(b => Led(b, depth))], [.. lead]);
    }

    // The lead is what stands above the line with the key.
    private static YamlBlock Led(YamlBlock block, int depth)
    {
        var at = block.Body.TakeWhile(l => IsRemark(l) || KeyOf(l, depth) != block.Key).Count();
        return block with { Lead = block.Body[..at], Body = block.Body[at..] };
    }

    private static string? KeyOf(string line, int depth)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > depth && Indent(line) == depth && line[depth] is not ('-' or '"' or '\'' or '{' or '[') ? line[depth..colon].TrimEnd() : null;
    }
}
