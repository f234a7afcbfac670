using Standoff.Crises;
using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class QuestionsYamlTests
{
    private const string File = """
        # asked at the desk
        schema: standoff-questions/1
        questions:
          # the first
          - id: q-1
            text: Will Spain strike Morocco by 31 March 2030?   # as it was asked
            criteria: >
              force on Moroccan soil,
              as two agencies report
            source: two agencies

          - text: "Will it end by May?"
            id: end
            opens: 2030-02-01
            deadline: 2030-05-31
            maps:
              actor: Spain
              target: Morocco
              endings: [compliance, withdrawal]   # either
              force: invasion

        """;

    [Fact]
    public void Questions_are_read_in_their_order()
    {
        var questions = QuestionsYaml.Read(File, "questions.yaml").Questions;
        Assert.Equal(["q-1", "end"], questions.Select(q => q.Id));
        Assert.Equal(new DateOnly(2030, 5, 31), questions[1].Deadline);
        Assert.Equal([Ending.Compliance, Ending.Withdrawal], questions[1].Maps!.Cells!.Endings);
        Assert.Equal(Force.Invasion, questions[1].Maps!.Cells!.AtLeast);
    }

    [Fact]
    public void An_answer_is_set_without_touching_what_people_wrote()
    {
        var resolved = QuestionsYaml.Resolve(File, "q-1", new Resolution(new DateOnly(2030, 3, 3), QuestionOutcome.Yes, "two \"agencies\": yes"));
        Assert.Equal(File, resolved.Replace("    resolved:\n      on: 2030-03-03\n      answer: yes\n      note: \"two \\\"agencies\\\": yes\"\n", "", StringComparison.Ordinal));
        Assert.Equal(new Resolution(new DateOnly(2030, 3, 3), QuestionOutcome.Yes, "two \"agencies\": yes"), QuestionsYaml.Read(resolved, "q").Questions[0].Resolved);
    }

    [Fact]
    public void A_second_answer_takes_the_place_of_the_first()
    {
        var first = QuestionsYaml.Resolve(File, "end", new Resolution(new DateOnly(2030, 3, 3), QuestionOutcome.Yes, ""));
        var second = QuestionsYaml.Resolve(first, "end", new Resolution(new DateOnly(2030, 4, 4), QuestionOutcome.Void, ""));
        Assert.Equal(first.Replace("2030-03-03", "2030-04-04", StringComparison.Ordinal).Replace("answer: yes", "answer: void", StringComparison.Ordinal), second);
    }

    [Fact]
    public void A_question_is_added_behind_the_last()
    {
        var added = QuestionsYaml.Add(File, new Question { Id = "q-2", Text = "Will \"talks\" be held by June 2030?" });
        Assert.StartsWith(File.TrimEnd('\n'), added, StringComparison.Ordinal);
        Assert.Equal("Will \"talks\" be held by June 2030?", QuestionsYaml.Read(added, "q").Questions[2].Text);
        Assert.Equal("q-2", QuestionsYaml.NextId(QuestionsYaml.Read(File, "q").Questions));
    }

    [Fact]
    public void A_first_question_makes_the_file() =>
        Assert.Equal("schema: standoff-questions/1\nquestions:\n  - id: q-1\n    text: \"Will it?\"\n", QuestionsYaml.Add("", new Question { Id = "q-1", Text = "Will it?" }));

    [Fact]
    public void A_file_without_a_last_line_end_takes_an_answer() =>
        Assert.Empty(QuestionsYaml.Read(QuestionsYaml.Resolve("questions:\n- id: a\n  text: Will it?", "a", new Resolution(new DateOnly(2030, 1, 1), QuestionOutcome.No, "")), "q").Faults);

    [Theory]
    [InlineData("", "q.yaml:1:1: the file is empty; expected 'questions:' with a list below it.")]
    [InlineData("questions:\n  - id: a\n", "q.yaml:2:5: the key 'text' is missing in a question.")]
    [InlineData("questions:\n  - id: a\n    text: b\n    deadlin: 2030-01-01\n", "q.yaml:4:5: unknown key 'deadlin' in a question; expected one of id, text, criteria, opens, deadline, source, maps, resolved.")]
    [InlineData("questions:\n  - id: a\n    text: b\n    deadline: soon\n", "q.yaml:4:15: 'deadline' must be a day such as 2030-01-31, between 1800 and 2199.")]
    [InlineData("questions:\n  - id: a\n    text: b\n  - id: a\n    text: c\n", "q.yaml:4:5: the id 'a' stands here twice; give each question its own.")]
    [InlineData("questions:\n  - id: a\n    text: b\n    resolved:\n      on: 2030-01-01\n      answer: maybe\n", "q.yaml:6:15: 'maybe' is no answer; expected one of yes, no, void.")]
    [InlineData("questions:\n  - id: a\n    text: b\n    resolved:\n      answer: no\n", "q.yaml:5:7: the key 'on' is missing in 'resolved'; expected the day of the answer, such as 2030-01-31.")]
    [InlineData("questions:\n  - id: a\n    text: b\n    opens: 2030-02-02\n    deadline: 2030-01-01\n", "q.yaml:2:5: 'deadline' must not lie before 'opens'.")]
    [InlineData("schema: other/1\nquestions:\n", "q.yaml:1:9: the schema 'other/1' is not known; expected standoff-questions/1.")]
    public void A_fault_says_where_and_what_was_expected(string text, string message) =>
        Assert.Equal([message], QuestionsYaml.Read(text, "q.yaml").Faults.Select(f => f.ToString()));

    [Fact]
    public void A_persons_map_goes_before_what_is_read()
    {
        var question = new Question { Id = "a", Text = "Will it come to blows by May 2030?", Maps = new QuestionMap(QuestionKind.Of("clash"), "Spain", "Morocco", null, null) };
        var asked = question.Ask(new DateOnly(2030, 2, 1));
        Assert.Equal(("clash", "Spain", "Morocco"), (asked.Kind.Key, asked.Actor, asked.Target));
    }

    [Theory]
    [InlineData("Is it over by June?", "endings: [compliance, compromise, withdrawal]", "agreement")]
    [InlineData("Is it over by June?", "force: raid", "raid")]
    [InlineData("Is it over by June?", "endings: [negotiated-exit, internal-exit, forcible-removal]", "leader-out")]
    [InlineData("Is it over by June?", "endings: [internal-exit]", "leader-ousted")]
    [InlineData("Is it over by June?", "endings: [withdrawal]\n      force: invasion", "invasion")]
    [InlineData("Will Morocco withdraw its forces from the island by June?", "endings: [compliance, compromise]", "forces-withdrawn")]
    public void Cells_say_whose_rates_stand_beside_them(string text, string cells, string kind)
    {
        var question = QuestionsYaml.Read($"questions:\n  - id: a\n    text: {text}\n    maps:\n      actor: Spain\n      target: Morocco\n      {cells}\n", "q").Questions.Single();
        Assert.Equal(kind, question.Ask(new DateOnly(2030, 2, 1)).Kind.Key);
    }

    [Fact]
    public void Words_that_move_with_the_day_do_not_open_behind_a_deadline_that_stands()
    {
        var question = new Question { Id = "a", Text = "Will Spain strike Morocco in the next quarter?", Deadline = new DateOnly(2030, 6, 30) };
        Assert.Equal(new DateOnly(2030, 4, 15), question.Ask(new DateOnly(2030, 4, 15)).Opens);
    }

    // The schema is edited by hand; what it lists must be what the reader takes.
    [Fact]
    public void The_published_schema_lists_the_kinds_and_keys_that_are_read()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText(Repository.In("schemas", "questions.schema.json")));
        var definitions = schema.RootElement.GetProperty("$defs");
        string[] Words(string definition, string property) => [.. definitions.GetProperty(definition).GetProperty("properties").GetProperty(property).GetProperty("enum").EnumerateArray().Select(e => e.GetString()!)];
        Assert.Equal(QuestionKind.All.Select(k => k.Key), Words("map", "kind"));
        Assert.Equal(CrisisWords.All<Force>().Skip(1), Words("map", "force"));
        Assert.Equal(["id", "text", "criteria", "opens", "deadline", "source", "maps", "resolved"], definitions.GetProperty("question").GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }
}
