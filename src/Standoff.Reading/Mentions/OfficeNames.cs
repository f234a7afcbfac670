using System.Collections.Frozen;
using Standoff.Reading.Text;

namespace Standoff.Reading.Mentions;

/// <summary>Offices that go by several names: "premier" and "prime minister", "foreign secretary" and "secretary of state".</summary>
internal static class OfficeNames
{
    private static readonly FrozenDictionary<string, string> s_office = ResourceTable.Read("Mentions.Resources.Offices.tsv")
        .ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>One name for an office however it is written.</summary>
    public static string Of(string written) => s_office.GetValueOrDefault(written, written);

    /// <summary>Whether a text that asks for one office may mean the holder of another: "the ruler" whoever rules, by office or by arms.</summary>
    public static bool Answers(string held, string asked) => Of(held) == Of(asked) || (Of(asked) is "head" or "leader" && NounClasses.RulingOffices.Contains(Of(held)));
}
