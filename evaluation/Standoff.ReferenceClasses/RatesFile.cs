using System.Globalization;

namespace Standoff.ReferenceClasses;

/// <summary>Writes the table that the product ships.</summary>
internal static class RatesFile
{
    public static void Write(string path, IEnumerable<ClassCounts> classes)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        var periods = Enumerable.Range(0, ClassCounts.Bounds.Length - 1).Select(p => $"{ClassCounts.Bounds[p]}-{ClassCounts.Bounds[p + 1]}");
        writer.WriteLine($"class\treading\tstate\tcell\t{string.Join('\t', periods)}");
        foreach (var c in classes)
            foreach (var (reading, state, cell, values) in c.Rows)
                writer.WriteLine($"{c.Key}\t{reading}\t{state}\t{cell}\t{string.Join('\t', values.Select(Format))}");
    }

    private static string Format(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
