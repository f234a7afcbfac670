using Standoff.Reading.Text;

namespace Standoff.Reading.Events;

/// <summary>A CAMEO code with what it is in PLOVER (<c>codes.tsv</c>).</summary>
/// <param name="Cameo">Two to four digits.</param>
/// <param name="Type">PLOVER's root type.</param>
/// <param name="Mode">PLOVER's mode, if it has one.</param>
/// <param name="Context">PLOVER's context, if the code tells one.</param>
/// <param name="IsMutual">Whether what A does with B, B does with A.</param>
internal sealed record EventCode(string Cameo, EventType Type, string? Mode, string? Context, bool IsMutual)
{
    private static readonly Dictionary<string, EventCode> Codes = ResourceTable.Read("Events.Resources.codes.tsv").ToDictionary(r => r[0], Row);

    private static readonly Dictionary<(EventOperator, string), string> Compositions = ResourceTable.Read("Events.Resources.compositions.tsv")
        .ToDictionary(r => (Enum.Parse<EventOperator>(r[0], ignoreCase: true), r[1]), r => r[2]);

    private static readonly Dictionary<(string, string), string> Shifts = ResourceTable.Read("Events.Resources.shifts.tsv").ToDictionary(r => (r[0], r[1]), r => r[2]);

    private static readonly string[] TypeNames = Array.ConvertAll(Enum.GetNames<EventType>(), n => n.ToUpperInvariant());

    /// <summary>The code of its digits.</summary>
    public static EventCode Of(string cameo) => Codes[cameo];

    /// <summary>PLOVER's word for a type: <c>AGREE</c> …</summary>
    public static string Word(EventType type) => TypeNames[(int)type];

    /// <summary>What an operator makes of an act: "refuse" and a release are a rejection. The code's own row comes before its type's, that before the row for any act.</summary>
    /// <returns><see langword="null"/> where the operator makes no event of it.</returns>
    public static EventCode? Under(EventOperator op, EventCode? inner)
    {
        if (op == EventOperator.Do) return inner;
        if (op == EventOperator.Plan) return inner is null ? null : Under(EventOperator.Intend, inner);
        var code = inner is null ? Compositions.GetValueOrDefault((op, "-"))
            : Compositions.GetValueOrDefault((op, inner.Cameo)) ?? Compositions.GetValueOrDefault((op, Word(inner.Type))) ?? Compositions.GetValueOrDefault((op, "*"));
        return code switch { null => null, "same" => inner, _ => Of(code) };
    }

    /// <summary>The code that a word in the act's phrase makes of it: troops sent to keep the peace are aid.</summary>
    public EventCode With(string word) => Shifts.TryGetValue((Cameo, word), out var shifted) ? Of(shifted) : this;

    private static EventCode Row(string[] cells) =>
        new(cells[0], Enum.Parse<EventType>(cells[1], ignoreCase: true), Cell(cells[2]), Cell(cells[3]), cells[4] == "yes");

    private static string? Cell(string cell) => cell == "-" ? null : cell;
}

/// <summary>What a word does to the act that it governs.</summary>
internal enum EventOperator
{
    /// <summary>Nothing: a light verb or an aspect ("launch an attack", "begin to withdraw").</summary>
    Do,

    /// <summary>Ends it.</summary>
    Stop,

    /// <summary>Binds itself to it (agree, offer, promise).</summary>
    Intend,

    /// <summary>Binds itself to it together with another, or to another's good (agree, offer, consent).</summary>
    Offer,

    /// <summary>Means to do it without binding itself (plan, hope, will).</summary>
    Plan,

    /// <summary>Will not do it.</summary>
    Refuse,

    /// <summary>Does not bring it about.</summary>
    Fail,

    /// <summary>Asks another for it.</summary>
    Demand,

    /// <summary>Calls on others to do it to a third.</summary>
    Incite,

    /// <summary>Threatens it.</summary>
    Threaten,

    /// <summary>Lets another do it.</summary>
    Permit,

    /// <summary>Keeps another from it.</summary>
    Forbid,

    /// <summary>Commands it.</summary>
    Order,

    /// <summary>Says it.</summary>
    Say,

    /// <summary>Makes no political event of it: "release a report", "fight a disease".</summary>
    None,
}
