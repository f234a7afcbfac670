using System.Text.RegularExpressions;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>Who speaks where in a transcript: paragraphs that open with "MR. MILLER:" or with a label that comes again.</summary>
internal sealed partial class Transcript
{
    private readonly List<(int Start, int End, Voice Voice)> _turns = [];

    public Transcript(string text)
    {
        var labels = new List<(int Start, int End, string Title, string Name)>();
        foreach (Match match in Label().Matches(text)) labels.Add((match.Index, match.Index + match.Length, match.Groups["title"].Value, match.Groups["name"].Value));
        var counts = labels.GroupBy(l => l.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var turns = labels.Where(l => l.Title.Length > 0 || counts[l.Name] > 1).ToList();
        for (var i = 0; i < turns.Count; i++)
        {
            var (start, end, _, name) = turns[i];
            // One label does not make a transcript: its words end with the paragraph.
            var last = turns.Count > 1 ? i + 1 < turns.Count ? turns[i + 1].Start : text.Length : text.IndexOf('\n', end) is var line and >= 0 ? line : text.Length;
            _turns.Add((start, last, Speaking(name, new TextSpan(start, end - 1))));
        }
    }

    /// <summary>The voice of a place; <see langword="null"/> where nobody's turn is.</summary>
    public Voice? At(int offset)
    {
        foreach (var (start, end, voice) in _turns)
        {
            if (start <= offset && offset < end) return voice;
        }
        return null;
    }

    private static Voice Speaking(string name, TextSpan label)
    {
        var isAsker = name is "QUESTION" or "Q";
        var source = isAsker ? new Source("questioner", SourceKind.Anonymous) : new Source(Capitalised(name), SourceKind.Person);
        return Voice.Author.Enter(new Speaker([source], [], isAsker ? "" : source.Name, ""), ReportingLexicon.Find("say", FrameShape.That)!, [label], "label of a transcript");
    }

    private static string Capitalised(string name) =>
        string.Join(' ', name.Split(' ').Select(w => w.Length > 2 && !w.Contains('.', StringComparison.Ordinal) ? w[0] + w[1..].ToLowerInvariant() : w));

    [GeneratedRegex(@"(?<=^|\n)[ \t]*(?:(?<title>MR|MRS|MS|MISS|DR|SECRETARY|PRESIDENT|PRIME MINISTER|MINISTER|AMBASSADOR|GENERAL|ADMIRAL|SENATOR|CHAIRMAN|SIR|LORD)\.? )?(?<name>Q|QUESTION|[\p{Lu}][\p{Lu}'’-]+(?: [\p{Lu}][\p{Lu}'’.-]*){0,4})(?: \([^)\n]{2,40}\))?:[ \t]", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
