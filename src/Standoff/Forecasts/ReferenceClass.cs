using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>A set of historical cases with the rates at which they ended, as <c>reference-classes.tsv</c> lists it.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Name">As printed.</param>
/// <param name="Definition">Which cases count.</param>
/// <param name="N">How many cases.</param>
/// <param name="Era">Years of the triggers.</param>
/// <param name="Parent">Key of the broader class that it is pooled towards; empty for the broadest.</param>
/// <param name="Challenger"><c>any</c>, <c>major</c> (power), <c>us</c> or <c>organisation</c>.</param>
/// <param name="Target"><c>any</c> or <c>minor</c> (no major power).</param>
/// <param name="Demand"><c>any</c> or a <see cref="DemandKind"/>.</param>
/// <param name="Act"><c>any</c>, <c>threat</c>, <c>display</c>, <c>sanctions</c>, <c>ultimatum</c>, <c>ultimatum-refused</c> or <c>ultimatum-refused-ready</c>.</param>
/// <param name="Adjacent"><c>any</c>, or <c>yes</c> for neighbours.</param>
/// <param name="Informs">What its counts speak to: <c>endings</c>, <c>force</c>, <c>exits</c> of leaders, or single endings by name.</param>
/// <param name="Weight">Relative weight in a pool: the closer the class, the more.</param>
/// <param name="Citation">Where the figures come from.</param>
/// <param name="Warning">Selection effects.</param>
public sealed record ReferenceClass(
    string Key, string Name, string Definition, int N, string Era, string Parent, string Challenger, string Target, string Demand,
    string Act, string Adjacent, ImmutableArray<string> Informs, double Weight, string Citation, string Warning)
{
    /// <summary>All shipped classes, in the order of the table.</summary>
    public static ImmutableArray<ReferenceClass> All { get; } = [.. ResourceTable.Load("Forecasts", "reference-classes.tsv").Rows.Select(FromRow)];

    /// <summary>The class of a key.</summary>
    /// <exception cref="UnknownReferenceClassException">No such class.</exception>
    public static ReferenceClass Of(string key) => All.FirstOrDefault(c => c.Key == key) ?? throw new UnknownReferenceClassException(key);

    /// <summary>Whether its weeks count from an ultimatum and not from the act that set the crisis off.</summary>
    internal bool IsOfUltimatums => Act.StartsWith("ultimatum", StringComparison.Ordinal);

    /// <summary>Whether its challengers are those who felt threatened first.</summary>
    internal bool IsOfAnswers => Act == "answer";

    /// <summary>An exit by agreement is seen only where both the ending and the leader's fate are known.</summary>
    internal bool InformsOn(Channel channel) => Has(channel.ToString()) || channel switch
    {
        >= Channel.Limited => Has("force"),
        Channel.NegotiatedExit => Has("endings") && Has("exits"),
        _ => Has(Channels.IsExit(channel) ? "exits" : "endings"),
    };

    private bool Has(string word) => Informs.Contains(word, StringComparer.Ordinal);

    private static ReferenceClass FromRow(ResourceRow r) => new(
        r["key"], r["name"], r["definition"], (int)r.Number("n"), r["era"], r["parent"], r["challenger"], r["target"], r["demand"],
        r["act"], r["adjacent"], r.List("informs", ' '), r.Number("weight"), r["citation"], r["warning"]);
}

/// <summary>A crisis names a reference class that the table does not have.</summary>
public sealed class UnknownReferenceClassException(string key)
    : Exception($"There is no reference class '{key}'. Known: {string.Join(", ", ReferenceClass.All.Select(c => c.Key))}.")
{
    /// <summary>The unknown key.</summary>
    public string Key { get; } = key;
}
