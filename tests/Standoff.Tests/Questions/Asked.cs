using System.Text;
using Standoff.Claims;
using Standoff.Questions;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Tests.Questions;

/// <summary>Questions asked of a page.</summary>
internal static class Asked
{
    public static DateOnly Day { get; } = new(2030, 2, 10);

    public static Ledger Page(string text) => text.Length == 0 ? Pages() : Pages(text);

    public static Ledger Pages(params string[] texts) => LedgerBuilder.Build(
        [.. texts.Select((t, i) => ClaimReader.Read(((DocumentResult.Read)DocumentReader.Read(Encoding.UTF8.GetBytes(t), $"page{i}.txt", new DocumentOptions { Date = Day })).Document, ReaderOptions.Default))]);

    public static QuestionAnswer Of(string question, string page = "") => Of(question, Page(page));

    public static QuestionAnswer Of(string question, Ledger page) => QuestionAnswerer.Answer(QuestionReader.Read(question, Day), page, new QuestionOptions { Draws = 64, Jobs = 1 });

    public static double Mean(string question, string page = "") => Of(question, page).Probability.Mean;
}
