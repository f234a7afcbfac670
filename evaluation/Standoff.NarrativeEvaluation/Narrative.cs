using System.Collections.Immutable;
using System.Text.Json;
using Standoff.Histories;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;

namespace Standoff.NarrativeEvaluation;

/// <summary>Who triggered a crisis for whom.</summary>
/// <param name="Challenger">The state that triggered it.</param>
/// <param name="Target">The state for which it did.</param>
/// <param name="Day">The day; the middle of the month or year where no more is coded.</param>
internal sealed record CodedPair(State Challenger, State Target, DateOnly Day);

/// <summary>A crisis with what its narrative told as of the trigger.</summary>
/// <param name="Number">Number of the crisis.</param>
/// <param name="Name">As the data set calls it.</param>
/// <param name="Pairs">Every pair of which one state triggered the crisis for the other, the first first.</param>
/// <param name="Text">The narrative up to the trigger.</param>
internal sealed record Narrative(int Number, string Name, ImmutableArray<CodedPair> Pairs, string Text)
{
    private const int MultipleOrNoState = 990;
    private const int MiddleMonth = 7;
    private const int MiddleDay = 15;
    private const int Halves = 2;
    private const uint Mixing = 2_654_435_761;
    private const int Half = 16;

    /// <summary>Day of the first trigger.</summary>
    public DateOnly Day => Pairs[0].Day;

    /// <summary>Whether rules may be made on it; the other half is for the report alone. By a hash of the number, so that neighbours in time fall on both sides.</summary>
    public bool IsForDevelopment => (unchecked((uint)Number * Mixing) >> Half) % Halves == 0;

    /// <summary>What the program reads out of it.</summary>
    public Reading.Claims.Reading Read() => ClaimReader.Read(new Document(new DocumentId($"icb-{Number}"), Name, Text, Day), ReaderOptions.Default);

    /// <summary>All crises that one state triggered for at least one other and that have a narrative.</summary>
    /// <exception cref="HistoryFault">A file is missing or cannot be used.</exception>
    public static IReadOnlyList<Narrative> All(string folder)
    {
        var texts = Texts(Path.Combine(folder, "icb", "icb_crisis_summaries.jsonl"));
        var rows = new HistoryFolder(folder).Read("icb").Rows;
        return
        [
            .. rows.GroupBy(r => r.Whole("crisno")!.Value).OrderBy(g => g.Key)
                .Select(g => (Number: g.Key, Name: g.First()["crisname"], Pairs: Coded(g)))
                .Where(c => c.Pairs.Length > 0 && texts.ContainsKey(c.Number))
                .Select(c => new Narrative(c.Number, c.Name, c.Pairs, NarrativeCut.AsOf(texts[c.Number].Before, texts[c.Number].Summary, c.Pairs[0].Day))),
        ];
    }

    private static ImmutableArray<CodedPair> Coded(IEnumerable<HistoryRow> rows) =>
        [.. rows.Select(Pair).OfType<CodedPair>().OrderBy(p => p.Day).ThenBy(p => p.Target.Cow)];

    private static CodedPair? Pair(HistoryRow row) =>
        row.Whole("trigent") is > 0 and < MultipleOrNoState and var by && row.Whole("cracid") is { } target && by != target
        && Gazetteer.Shipped.FindStateByCow(by) is { } challenger && Gazetteer.Shipped.FindStateByCow(target) is { } under && row.Whole("yrtrig") is { } year
            ? new(challenger, under, new DateOnly(year, Within(row.Whole("motrig"), 12, MiddleMonth), Math.Min(Within(row.Whole("datrig"), 31, MiddleDay), DateTime.DaysInMonth(year, Within(row.Whole("motrig"), 12, MiddleMonth)))))
            : null;

    private static int Within(int? value, int most, int otherwise) => value is { } known && known >= 1 && known <= most ? known : otherwise;

    private static Dictionary<int, (string Before, string Summary)> Texts(string file)
    {
        if (!File.Exists(file)) throw new HistoryFault(file, 0, 0, "is missing; it holds the narratives of the crises, which are not shipped.");
        var texts = new Dictionary<int, (string, string)>();
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            string Of(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
            texts[json.RootElement.GetProperty("crisno").GetInt32()] = ($"{Of("background_and_pre_crisis")}\n\n{Of("pre_crisis")}".Trim(), Of("summary"));
        }
        return texts;
    }
}
