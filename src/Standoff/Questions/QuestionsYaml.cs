using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Standoff.Questions;

/// <summary>
/// <c>questions.yaml</c>: read as a whole, changed line by line, so that comments, order and spelling of what people wrote stay as they are.
/// </summary>
public static class QuestionsYaml
{
    /// <summary>Name and version of the format.</summary>
    public const string Schema = "standoff-questions/1";

    /// <summary>An empty file.</summary>
    public static string Empty => $"schema: {Schema}\nquestions:\n";

    /// <summary>Reads a file; every fault is told with its line and what was expected.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">Its name, for faults.</param>
    public static QuestionsYamlResult Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        return new QuestionsYamlReader(fileName).Read(text);
    }

    /// <summary>The text with an answer set at a question; an answer that stands there is replaced.</summary>
    /// <exception cref="KeyNotFoundException">No question has the id.</exception>
    public static string Resolve(string text, string id, Resolution resolution)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(resolution);
        var question = Find(text, id);
        var indent = new string(' ', (int)question.Children.Keys.First().Start.Column - 1);
        var written = new StringBuilder().Append(indent).Append("resolved:\n")
            .Append(indent).Append("  on: ").Append(Day(resolution.On)).Append('\n')
            .Append(indent).Append("  answer: ").Append(resolution.Answer.ToString().ToLowerInvariant()).Append('\n');
        if (resolution.Note.Length > 0) written.Append(indent).Append("  note: ").Append(Quoted(resolution.Note)).Append('\n');
        var lines = Lines(text);
        var old = question.Children.Where(p => p.Key is YamlScalarNode { Value: "resolved" }).Select(p => ((int)p.Key.Start.Line, LastLine(p.Value))).Cast<(int From, int To)?>().FirstOrDefault();
        var (from, to) = old ?? (LastLine(question) + 1, LastLine(question));
        if (from > 1 && from - 2 < lines.Count && !lines[from - 2].EndsWith('\n')) lines[from - 2] += "\n";
        lines.RemoveRange(from - 1, to - from + 1);
        lines.Insert(from - 1, written.ToString());
        return string.Concat(lines);
    }

    /// <summary>The text with a question added behind the last.</summary>
    public static string Add(string text, Question question)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(question);
        if (string.IsNullOrWhiteSpace(text)) text = Empty;
        var list = Questions(text);
        var indent = list is { Children: [YamlMappingNode first, ..] } ? new string(' ', Math.Max(0, (int)first.Children.Keys.First().Start.Column - 3)) : "  ";
        var entry = new StringBuilder().Append(indent).Append("- id: ").Append(question.Id).Append('\n').Append(indent).Append("  text: ").Append(Quoted(question.Text)).Append('\n');
        if (question.Criteria.Length > 0) entry.Append(indent).Append("  criteria: ").Append(Quoted(question.Criteria)).Append('\n');
        if (question.Opens is { } opens) entry.Append(indent).Append("  opens: ").Append(Day(opens)).Append('\n');
        if (question.Deadline is { } deadline) entry.Append(indent).Append("  deadline: ").Append(Day(deadline)).Append('\n');
        if (question.Source.Length > 0) entry.Append(indent).Append("  source: ").Append(Quoted(question.Source)).Append('\n');
        var lines = Lines(text);
        var at = list is { Children.Count: > 0 } ? LastLine(list) : lines.Count;
        if (at > 0 && !lines[at - 1].EndsWith('\n')) lines[at - 1] += "\n";
        lines.Insert(at, entry.ToString());
        return string.Concat(lines);
    }

    /// <summary>An id that no question of the list has: <c>q-7</c>.</summary>
    public static string NextId(ImmutableArray<Question> questions)
    {
        var number = 1;
        while (questions.Any(q => q.Id == FormattableString.Invariant($"q-{number}"))) number++;
        return FormattableString.Invariant($"q-{number}");
    }

    private static YamlMappingNode Find(string text, string id) =>
        Questions(text)?.Children.OfType<YamlMappingNode>().FirstOrDefault(q => q.Children.Any(p => p is { Key: YamlScalarNode { Value: "id" }, Value: YamlScalarNode { Value: { } value } } && value == id))
        ?? throw new KeyNotFoundException($"No question has the id '{id}'.");

    private static YamlSequenceNode? Questions(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] && root.Children.FirstOrDefault(p => p.Key is YamlScalarNode { Value: "questions" }).Value is YamlSequenceNode list ? list : null;
    }

    // The last line that a scalar of the node stands on: the marks of a block end where the next begins, behind comments.
    private static int LastLine(YamlNode node) => node switch
    {
        YamlMappingNode mapping when mapping.Children.Count > 0 => mapping.Children.Max(p => Math.Max((int)p.Key.Start.Line, LastLine(p.Value))),
        YamlSequenceNode sequence when sequence.Children.Count > 0 => sequence.Children.Max(LastLine),
        YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } block => (int)block.End.Line - 1,
        _ => (int)node.End.Line,
    };

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text) quoted.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", < ' ' => " ", _ => c.ToString() });
        return quoted.Append('"').ToString();
    }
}
