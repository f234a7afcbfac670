using System.Text;
using Xunit;

namespace Standoff.Tests;

/// <summary>
/// Compares what a person sees with a file that a person has read. On a difference the new text is written beside it as
/// <c>*.received.*</c>; it is accepted by moving it over the file.
/// </summary>
internal static class GoldenFile
{
    public static void Verify(string actual, params string[] path)
    {
        var expected = Repository.In(path);
        var received = Path.ChangeExtension(expected, ".received" + Path.GetExtension(expected));
        var accepted = File.Exists(expected) ? File.ReadAllText(expected) : null;
        if (accepted == actual)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(expected)!);
        File.WriteAllText(received, actual, new UTF8Encoding(false));
        Assert.Fail($"{expected} differs from what the program makes now{FirstDifference(accepted, actual)}. If the new text is right: mv '{received}' '{expected}'");
    }

    private static string FirstDifference(string? accepted, string actual)
    {
        if (accepted is null) return " (there is no accepted file)";
        var (old, now) = (accepted.Split('\n'), actual.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(old.Length, now.Length)).FirstOrDefault(i => old[i] != now[i], Math.Min(old.Length, now.Length));
        return $", first in line {at + 1}:\n- {old.ElementAtOrDefault(at)}\n+ {now.ElementAtOrDefault(at)}\n";
    }
}
