using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Questions;

/// <summary>Reads a file of questions and says where it is wrong.</summary>
internal sealed class QuestionsYamlReader(string file)
{
    private readonly YamlFaults _faults = new(file);

    public QuestionsYamlResult Read(string text)
    {
        if (YamlMapping.OfFile(text, "expected 'questions:' with a list below it", _faults) is not { } root) return new QuestionsYamlResult([], _faults.All);
        var questions = Questions(root);
        return new QuestionsYamlResult(_faults.Any ? [] : questions, _faults.All);
    }

    private ImmutableArray<Question> Questions(YamlMapping root)
    {
        var schema = root.Text("schema", QuestionsYaml.Schema);
        if (schema != QuestionsYaml.Schema) _faults.Add(root.PlaceOf("schema"), $"the schema '{schema}' is not known; expected {QuestionsYaml.Schema}.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var questions = root.List("questions", "a question").Select(q => Question(q, seen)).ToImmutableArray();
        root.Close();
        return questions;
    }

    private Question Question(YamlMapping node, HashSet<string> seen)
    {
        var question = new Question
        {
            Id = node.Text("id"),
            Text = node.Text("text"),
            Criteria = node.Text("criteria", ""),
            Opens = node.Day("opens"),
            Deadline = node.Day("deadline"),
            Source = node.Text("source", ""),
            Maps = Map(node.Mapping("maps", "'maps'")),
            Resolved = Resolved(node.Mapping("resolved", "'resolved'")),
        };
        node.Close();
        if (question.Id.Length > 0 && !seen.Add(question.Id)) _faults.Add(node.Place, $"the id '{question.Id}' stands here twice; give each question its own.");
        if (question is { Opens: { } opens, Deadline: { } deadline } && deadline < opens) _faults.Add(node.Place, "'deadline' must not lie before 'opens'.");
        return question;
    }

    private QuestionMap? Map(YamlMapping? node)
    {
        if (node is null) return null;
        var kind = node.Text("kind", "");
        if (kind.Length > 0 && QuestionKind.Of(kind) is null) _faults.Add(node.Node("kind")!.Start, $"'{kind}' is no kind of question; expected one of {string.Join(", ", QuestionKind.All.Select(k => k.Key))}.");
        var map = new QuestionMap(QuestionKind.Of(kind), Name(node, "actor"), Name(node, "target"), Negated(node), Cells(node));
        node.Close();
        return map;
    }

    private static string? Name(YamlMapping node, string key) => node.Text(key, "") is { Length: > 0 } name ? name : null;

    private bool? Negated(YamlMapping node)
    {
        var text = node.Text("negated", "");
        if (text is "true" or "yes") return true;
        if (text is "false" or "no") return false;
        if (text.Length > 0) _faults.Add(node.Node("negated")!.Start, $"'negated' must be true or false, not '{text}'.");
        return null;
    }

    private CellSet? Cells(YamlMapping node)
    {
        var force = node.Word<Force>("force", CrisisWords.Find<Force>, CrisisWords.All<Force>().Skip(1), Force.None);
        var endings = node.Claims("endings").Select(e => Ending(e, node)).OfType<Ending>().ToImmutableArray();
        return endings.IsEmpty && force == Force.None ? null : new CellSet(endings, force == Force.None ? null : force);
    }

    private Ending? Ending(string word, YamlMapping node)
    {
        if (CrisisWords.Find<Ending>(word) is { } ending and not Standoff.Crises.Ending.None) return ending;
        _faults.Add(node.Node("endings")!.Start, $"'{word}' is no ending; expected one of {string.Join(", ", CrisisWords.All<Ending>().Skip(1))}.");
        return null;
    }

    private Resolution? Resolved(YamlMapping? node)
    {
        if (node is null) return null;
        var on = node.Day("on");
        if (on is null && node.Node("on") is null) _faults.Add(node.Place, "the key 'on' is missing in 'resolved'; expected the day of the answer, such as 2030-01-31.");
        var answer = node.Word<QuestionOutcome>("answer", CrisisWords.Find<QuestionOutcome>, CrisisWords.All<QuestionOutcome>(), QuestionOutcome.Void);
        if (node.Node("answer") is null) _faults.Add(node.Place, "the key 'answer' is missing in 'resolved'; expected yes, no or void.");
        var resolution = new Resolution(on ?? default, answer, node.Text("note", ""));
        node.Close();
        return resolution;
    }
}
