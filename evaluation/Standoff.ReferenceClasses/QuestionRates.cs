using System.Globalization;

namespace Standoff.ReferenceClasses;

/// <summary>How often, per week at risk, something that questions ask for came about.</summary>
/// <param name="Key">What came about, under which circumstances: <c>force.quiet.neighbours</c>.</param>
/// <param name="Name">As a person would say it.</param>
/// <param name="Events">How often it came about.</param>
/// <param name="Weeks">Weeks at risk.</param>
/// <param name="Era">Years counted.</param>
/// <param name="Citation">Where the figures come from.</param>
/// <param name="Warning">What the figures do not tell.</param>
internal sealed record QuestionRate(string Key, string Name, double Events, double Weeks, string Era, string Citation, string Warning);

/// <summary>Counts the rates by which questions are answered and writes them as the product ships them.</summary>
internal static class QuestionRates
{
    /// <summary>Weeks of a year, as the product counts them.</summary>
    public const double WeeksAYear = 365.25 / 7;

    /// <summary>Writes the table.</summary>
    /// <param name="data">Folder of the data sets.</param>
    /// <param name="path">The table.</param>
    public static void Write(string data, string path)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("# Events and weeks at risk, counted by evaluation/Standoff.ReferenceClasses; do not edit.");
        writer.WriteLine("key\tname\tevents\tweeks\tera\tcitation\twarning");
        foreach (var rate in new DisputeRates(data).All().Concat(new LeaderRates(data).All()).Concat(EndRates.All(data)))
            writer.WriteLine(string.Join('\t', rate.Key, rate.Name, Text(rate.Events), Text(rate.Weeks), rate.Era, rate.Citation, rate.Warning));
    }

    private static string Text(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
