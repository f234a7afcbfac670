using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Standoff.Briefs;

/// <summary>
/// Running text. It is written as an interpolated string into which words, numbers of the trace and claims fit, but no
/// bare <see cref="int"/> or <see cref="double"/>: a number without a derivation does not compile.
/// </summary>
public sealed record Prose(ImmutableArray<Inline> Runs)
{
    /// <summary>No text.</summary>
    public static Prose Empty { get; } = new(ImmutableArray<Inline>.Empty);

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Runs.IsEmpty;

    /// <summary>Text from an interpolated string.</summary>
    public static Prose Of(ProseBuilder text) => text.Build();

    /// <summary>Plain words.</summary>
    public static Prose Words(string text) => text.Length == 0 ? Empty : new([new Inline.Plain(text)]);

    /// <summary>One number.</summary>
    public static Prose Number(NumberNode node) => new([new Inline.Number(node)]);

    /// <summary>Claims side by side; <see cref="Empty"/> if there are none.</summary>
    public static Prose Claims(ImmutableArray<string> aliases)
    {
        if (aliases.IsDefaultOrEmpty) return Empty;
        var runs = ImmutableArray.CreateBuilder<Inline>();
        foreach (var alias in aliases)
        {
            if (runs.Count > 0) runs.Add(new Inline.Plain(" "));
            runs.Add(new Inline.Claim(alias));
        }
        return new Prose(runs.ToImmutable());
    }

    /// <summary>The text without links.</summary>
    public override string ToString() => string.Concat(Runs.Select(r => r switch
    {
        Inline.Plain p => p.Text,
        Inline.Strong s => s.Text,
        Inline.Quote q => $"“{q.Text}”",
        Inline.Code c => c.Text,
        Inline.Number n => n.Node.Text,
        Inline.Claim c => $"[{c.Alias}]",
        Inline.Sentence s => s.Text,
        _ => "",
    }));
}

/// <summary>Gathers the runs of an interpolated string.</summary>
[InterpolatedStringHandler]
public readonly ref struct ProseBuilder
{
    private readonly ImmutableArray<Inline>.Builder _runs;

    /// <summary>Called by the compiler.</summary>
    public ProseBuilder(int literalLength, int formattedCount) => _runs = ImmutableArray.CreateBuilder<Inline>((formattedCount * 2) + 1);

    /// <summary>Adds the words between holes.</summary>
    public void AppendLiteral(string text) => _runs.Add(new Inline.Plain(text));

    /// <summary>Adds words.</summary>
    public void AppendFormatted(string text)
    {
        if (text.Length > 0) _runs.Add(new Inline.Plain(text));
    }

    /// <summary>Adds a run.</summary>
    public void AppendFormatted(Inline run) => _runs.Add(run);

    /// <summary>Adds a number.</summary>
    public void AppendFormatted(NumberNode node) => _runs.Add(new Inline.Number(node));

    /// <summary>Adds running text.</summary>
    public void AppendFormatted(Prose prose) => _runs.AddRange(prose.Runs);

    internal Prose Build() => new(_runs.ToImmutable());
}
