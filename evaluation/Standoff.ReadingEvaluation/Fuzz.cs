using System.Globalization;
using System.Text;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.ReadingEvaluation;

/// <summary>
/// Reads texts that nobody wrote: the words of real files shuffled, cut, doubled and mixed with odd characters. Every
/// claim must stand in its text byte for byte, and nothing may throw.
/// </summary>
internal static class Fuzz
{
    private static readonly string[] Odd = ["\u0000", "\ud83d", "🚢", "“", "”", "\"", "(", ")", ";", ":", "—", "\n", "\n\n", "مرحبا", "according to", "that", "which", "said", ", he said,", "if", "who", "not", "is unclear", "?", "’s"];

    public static int Run(int count, int seed, string[] files)
    {
        var words = files.SelectMany(f => File.ReadAllText(f).Split(' ')).ToArray();
        var random = new Random(seed);
        var faults = 0;
        for (var n = 0; n < count; n++)
        {
            var text = Text(words, random);
            try
            {
                var reading = ClaimReader.Read(new Document(new DocumentId("f"), "f", text, new DateOnly(2020, 1, 1)), new ReaderOptions { Attributions = true });
                if (reading.Claims.All(c => c.Anchor.Span.Of(text) == c.Exact && c.Cues.All(q => q.End <= text.Length)) && reading.Attributions.All(a => a.Source.Concat(a.Cue).Concat(a.Content).All(s => s.End <= text.Length))) continue;
                Console.WriteLine("anchor: " + text);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                Console.WriteLine(fault + "\n" + text);
            }
            if (++faults >= 5) break;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} texts, seed {seed}, {faults} faults."));
        return faults == 0 ? 0 : 1;
    }

    // Stretches of real prose with an odd thing at every few words.
    private static string Text(string[] words, Random random)
    {
        var text = new StringBuilder();
        var (at, length, oddity) = (random.Next(words.Length), random.Next(1, 120), random.Next(2, 30));
        for (var i = 0; i < length; i++)
        {
            if (random.Next(oddity) == 0) text.Append(Odd[random.Next(Odd.Length)]).Append(' ');
            if (random.Next(12) == 0) at = random.Next(words.Length);
            text.Append(words[(at + i) % words.Length]).Append(' ');
        }
        return text.ToString();
    }
}
