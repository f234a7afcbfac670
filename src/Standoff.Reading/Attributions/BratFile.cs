using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>
/// Attributions as a stand-off file of the annotation tool brat (Stenetorp et al. 2012): text-bound <c>Source</c>,
/// <c>Cue</c> and <c>Content</c> with offsets in Unicode code points, one event a line, and its class and frame as attributes.
/// </summary>
public static class BratFile
{
    /// <summary>The lines of a file; a stretch that runs over line ends is written as fragments, one a line.</summary>
    public static string Write(string text, ImmutableArray<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(text);
        var writer = new Writer(text);
        foreach (var attribution in attributions) writer.Add(attribution);
        return writer.ToString();
    }

    private sealed class Writer(string text)
    {
        private readonly StringBuilder _lines = new();
        private readonly int[] _points = CodePoints(text);
        private int _spans;
        private int _events;
        private int _attributes;

        public void Add(Attribution attribution)
        {
            var source = Bound("Source", attribution.Source);
            var cue = Bound("Cue", attribution.Cue);
            var content = Bound("Content", attribution.Content);
            var trigger = Bound("Attribution", attribution.Cue);
            var number = ++_events;
            _lines.Append(CultureInfo.InvariantCulture, $"E{number}\tAttribution:T{trigger}");
            foreach (var (role, id) in (ReadOnlySpan<(string, int)>)[("Source", source), ("Cue", cue), ("Content", content)])
            {
                if (id > 0) _lines.Append(CultureInfo.InvariantCulture, $" {role}:T{id}");
            }
            _lines.Append('\n');
            _lines.Append(CultureInfo.InvariantCulture, $"A{++_attributes}\tPart E{number} {attribution.Part}\n");
            _lines.Append(CultureInfo.InvariantCulture, $"A{++_attributes}\tClass E{number} {attribution.Class}\n");
            _lines.Append(CultureInfo.InvariantCulture, $"A{++_attributes}\tFrame E{number} {attribution.Frame}\n");
        }

        public override string ToString() => _lines.ToString();

        // The id of a text-bound annotation; 0 if it has no text.
        private int Bound(string label, ImmutableArray<TextSpan> spans)
        {
            var fragments = spans.SelectMany(Lines).ToList();
            if (fragments.Count == 0) return 0;
            var places = string.Join(';', fragments.Select(f => string.Create(CultureInfo.InvariantCulture, $"{_points[f.Start]} {_points[f.End]}")));
            _lines.Append(CultureInfo.InvariantCulture, $"T{++_spans}\t{label} {places}\t{string.Join(' ', fragments.Select(f => f.Of(text)))}\n");
            return _spans;
        }

        // brat's text column has no room for a line end: a stretch over several lines is a fragment for each.
        private IEnumerable<TextSpan> Lines(TextSpan span)
        {
            for (var start = span.Start; start < span.End;)
            {
                while (start < span.End && char.IsWhiteSpace(text[start])) start++;
                var end = start;
                while (end < span.End && text[end] is not ('\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\t')) end++;
                var next = end;
                while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
                if (end > start) yield return new TextSpan(start, end);
                start = Math.Max(next, start + 1);
            }
        }

        // For each place in UTF-16 the number of code points before it.
        private static int[] CodePoints(string text)
        {
            var points = new int[text.Length + 1];
            for (var i = 0; i < text.Length; i++)
                points[i + 1] = points[i] + (i > 0 && char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]) ? 0 : 1);
            return points;
        }
    }
}
