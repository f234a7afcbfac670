using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Standoff.Crises;

/// <summary>What is open while a file is parsed, and what must not stand there: such a file is keys with values, never very deep.</summary>
internal sealed class YamlNesting
{
    private const int Deepest = 64;

    private readonly Stack<Level> _open = new();

    // Values that are complete: an alias within its own value would never end.
    private readonly HashSet<AnchorName> _anchors = [];

    private sealed record Level(Mark Start, bool IsMapping, AnchorName Anchor)
    {
        public bool IsKeyNext { get; set; } = IsMapping;
    }

    /// <summary>Where the innermost list or mapping opens.</summary>
    public Mark? Innermost => _open.TryPeek(out var level) ? level.Start : null;

    /// <summary>Takes the next event; what is wrong with it, else <see langword="null"/>.</summary>
    public string? Fault(ParsingEvent next)
    {
        if (next is MappingEnd or SequenceEnd) _anchors.Add(_open.Pop().Anchor);
        if (next is DocumentStart) _anchors.Clear();
        if (next is not (NodeEvent or AnchorAlias)) return null;
        if (IsKey() && next is not Scalar) return $"a key must be a name, not {(next is AnchorAlias ? "an alias" : next is MappingStart ? "a mapping" : "a list")}.";
        if (next is AnchorAlias alias && !_anchors.Contains(alias.Value)) return $"'*{alias.Value}' stands for nothing: no value above has the name '&{alias.Value}'; write the value itself.";
        if (next is Scalar { Anchor: var name }) _anchors.Add(name);
        if (next is MappingStart or SequenceStart) _open.Push(new Level(next.Start, next is MappingStart, ((NodeEvent)next).Anchor));
        return _open.Count > Deepest ? "this is nested deeper than such a file goes." : null;
    }

    // In a mapping keys and values take turns.
    private bool IsKey()
    {
        if (!_open.TryPeek(out var level) || !level.IsMapping) return false;
        var isKey = level.IsKeyNext;
        level.IsKeyNext = !isKey;
        return isKey;
    }
}
