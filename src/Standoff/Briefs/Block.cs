using System.Collections.Immutable;

namespace Standoff.Briefs;

/// <summary>A part of a section.</summary>
public abstract record Block
{
    private Block() { }

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(Prose Text) : Block;

    /// <summary>
    /// A judgement: how likely, and apart from it how sure the evidence makes us (ICD 203 keeps the two out of one
    /// sentence).
    /// </summary>
    /// <param name="Likelihood">The sentence with the likelihood word and the number.</param>
    /// <param name="Confidence">The sentence on confidence.</param>
    public sealed record Judgement(Prose Likelihood, Prose Confidence) : Block;

    /// <summary>A list.</summary>
    /// <param name="Items">One entry each.</param>
    /// <param name="Ordered">Whether order means rank.</param>
    public sealed record Bullets(ImmutableArray<Prose> Items, bool Ordered = false) : Block;

    /// <summary>A heading inside a section.</summary>
    public sealed record Heading(string Text) : Block;

    /// <summary>Names with what they stand for.</summary>
    public sealed record Facts(ImmutableArray<Fact> Rows) : Block;

    /// <summary>A table with a caption.</summary>
    public sealed record Table(Grid Grid) : Block;

    /// <summary>A picture with its table twin.</summary>
    public sealed record Picture(Figure Figure) : Block;

    /// <summary>Something that the reader must not miss.</summary>
    public sealed record Caution(Prose Text) : Block;

    /// <summary>Something long that opens on demand.</summary>
    public sealed record Fold(string Summary, ImmutableArray<Block> Blocks) : Block;

    /// <summary>The derivations of all numbers.</summary>
    public sealed record Derivations : Block;

    /// <summary>All claims with their source, grade and use.</summary>
    public sealed record Claims : Block;

    /// <summary>The sentences of the documents that may be shown.</summary>
    public sealed record Texts : Block;
}

/// <summary>A name with what it stands for.</summary>
public sealed record Fact(string Name, Prose Text);

/// <summary>A table: caption, columns, rows of cells in the order of the columns; the first cell heads its row.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Column heads.</param>
/// <param name="Rows">Cells.</param>
public sealed record Grid(string Caption, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Prose>> Rows)
{
    /// <summary>Whether rows are kept to one line, so that the whole can be taken in at once.</summary>
    public bool IsDense { get; init; }
}

/// <summary>A column's head, and whether its cells are numbers.</summary>
public sealed record Column(string Name, bool IsNumeric = false);
