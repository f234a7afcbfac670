using System.Globalization;
using Standoff.Crises;

namespace Standoff.ReferenceClasses;

/// <summary>Judgements that the data do not settle, from <c>mapping.tsv</c>.</summary>
internal sealed class Mapping
{
    private readonly Dictionary<string, double> _values = Lines()
        .Select(line => line.Split('\t')).ToDictionary(f => f[0], f => double.Parse(f[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>
    /// Severity of violence as shares of none, limited, raid, invasion. War, or a removal by force after serious clashes, is an
    /// invasion; minor clashes are limited.
    /// </summary>
    public double[] Force(int violence, Ending ending) => violence switch
    {
        4 => [0, 0, 0, 1],
        3 when ending == Ending.ForcibleRemoval => [0, 0, 0, 1],
        3 => [0, 1 - _values["serious-clash-as-raid"], _values["serious-clash-as-raid"], 0],
        2 => [0, 1, 0, 0],
        _ => [1, 0, 0, 0],
    };

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(Mapping).Assembly.GetManifestResourceStream("Standoff.ReferenceClasses.Resources.mapping.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
    }
}
