using System.Collections.Immutable;
using Standoff.Cli.Faults;

namespace Standoff.Cli.Games;

/// <summary>What a coefficient multiplies: 1, a column, its root or logarithm, or whether a column says a word.</summary>
/// <param name="Name">As it was written.</param>
/// <param name="Column">The column; empty for the constant.</param>
/// <param name="Function">"", "sqrt" or "log".</param>
/// <param name="Word">The word that the column is compared with; <see langword="null"/> where it holds numbers.</param>
internal sealed record DataTerm(string Name, string Column, string Function, string? Word)
{
    /// <summary>Reads a term such as <c>const</c>, <c>trade</c>, <c>sqrt(trade)</c> or <c>regime=dem</c>.</summary>
    public static DataTerm Parse(string text)
    {
        if (text is "const" or "1") return new DataTerm("const", "", "", null);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0) return new DataTerm(text, text[..equals], "", text[(equals + 1)..]);
        foreach (var function in (ReadOnlySpan<string>)["sqrt", "log"])
        {
            if (text.StartsWith(function + "(", StringComparison.Ordinal) && text.EndsWith(')')) return new DataTerm(text, text[(function.Length + 1)..^1], function, null);
        }
        return new DataTerm(text, text, "", null);
    }

    /// <summary>Its cell in a row, where it has one.</summary>
    public DataCell? Cell(DataTable table, ImmutableArray<DataCell> row, string suffix = "") => Column.Length == 0 ? null : table.Cell(row, ColumnIn(table, suffix));

    /// <summary>Its value in a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row.</param>
    /// <param name="suffix">What a column's name ends with where there is one for each side.</param>
    /// <exception cref="FaultException">The cell holds no number, or one that has no root or logarithm.</exception>
    public double Value(DataTable table, ImmutableArray<DataCell> row, string suffix = "")
    {
        if (Column.Length == 0) return 1;
        var column = ColumnIn(table, suffix);
        if (Word is not null) return table.Cell(row, column).Text == Word ? 1 : 0;
        var value = table.Number(row, column);
        return Function switch
        {
            "sqrt" => value >= 0 ? Math.Sqrt(value) : throw table.Bad(table.Cell(row, column), $"'{table.Cell(row, column).Text}' in {column} has no root"),
            "log" => value > 0 ? Math.Log(value) : throw table.Bad(table.Cell(row, column), $"'{table.Cell(row, column).Text}' in {column} has no logarithm"),
            _ => value,
        };
    }

    private string ColumnIn(DataTable table, string suffix) => suffix.Length > 0 && table.Has(Column + suffix) ? Column + suffix : Column;
}

/// <summary>The terms of each payoff of a model.</summary>
internal sealed class PayoffTerms
{
    private readonly ImmutableArray<ImmutableArray<DataTerm>> _terms;

    private PayoffTerms(ImmutableArray<string> payoffs, ImmutableArray<ImmutableArray<DataTerm>> terms) => (Payoffs, _terms) = (payoffs, terms);

    /// <summary>The model's payoffs.</summary>
    public ImmutableArray<string> Payoffs { get; }

    public ImmutableArray<DataTerm> this[int payoff] => _terms[payoff];

    /// <summary>Reads <c>PAYOFF=TERM,TERM,…</c> for some of the payoffs; the others have no term.</summary>
    /// <exception cref="FaultException">Nothing is given, or a payoff that the model does not have, or has twice.</exception>
    public static PayoffTerms Parse(ImmutableArray<string> texts, ImmutableArray<string> payoffs)
    {
        if (texts.IsEmpty) throw Bad($"no --payoff given; write --payoff NAME=TERM,TERM,… for {string.Join(", ", payoffs)}");
        var terms = payoffs.Select(_ => ImmutableArray<DataTerm>.Empty).ToArray();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var payoff = equals < 0 ? -1 : payoffs.IndexOf(text[..equals].Trim());
            if (payoff < 0) throw Bad($"--payoff {text}: names none of {string.Join(", ", payoffs)}; write it as {payoffs[0]}=const,COLUMN");
            if (terms[payoff].Length > 0) throw Bad($"--payoff {text}: {payoffs[payoff]} has its terms already");
            terms[payoff] = [.. text[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(DataTerm.Parse)];
            if (terms[payoff].GroupBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw Bad($"--payoff {text}: '{twice.Key}' stands there twice");
        }
        return new PayoffTerms(payoffs, [.. terms]);
    }

    /// <summary>Whether a row lacks something that a term reads.</summary>
    public bool IsMissingIn(DataTable table, ImmutableArray<DataCell> row, params ReadOnlySpan<string> suffixes)
    {
        foreach (var suffix in suffixes)
        {
            if (_terms.Any(t => t.Any(term => term.Cell(table, row, suffix) is { IsMissing: true }))) return true;
        }
        return false;
    }

    /// <summary>Values of all terms in a row, by payoff.</summary>
    public ImmutableArray<ImmutableArray<double>> Values(DataTable table, ImmutableArray<DataCell> row) =>
        [.. _terms.Select(terms => terms.Select(t => t.Value(table, row)).ToImmutableArray())];

    private static FaultException Bad(string message) => new(Fault.Usage($"{message} — see standoff game --help"));
}
