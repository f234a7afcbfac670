using System.Collections.Frozen;
using Standoff.Reading.Text;

namespace Standoff.Reading.Mentions;

/// <summary>Classes of nouns of political reporting, from the table <c>Nouns.tsv</c>.</summary>
internal static class NounClasses
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_classes = ResourceTable.Read("Mentions.Resources.Nouns.tsv")
        .GroupBy(r => r[1]).ToFrozenDictionary(g => g.Key, g => g.Select(r => r[0]).ToFrozenSet());

    /// <summary>"the island", "the kingdom": states that a noun may mean.</summary>
    public static FrozenDictionary<string, string[]> Epithets { get; } = ResourceTable.Read("Mentions.Resources.Epithets.tsv")
        .ToFrozenDictionary(r => r[0], r => r[1].Split(';', StringSplitOptions.TrimEntries));

    public static FrozenSet<string> Titles { get; } = s_classes["title"];
    public static FrozenSet<string> TitleModifiers { get; } = s_classes["title-modifier"];
    public static FrozenSet<string> StateLeaders { get; } = s_classes["state-leader"];
    public static FrozenSet<string> Forces { get; } = s_classes["force"];
    public static FrozenSet<string> Institutions { get; } = s_classes["institution"];
    public static FrozenSet<string> Governments { get; } = s_classes["government"];
    public static FrozenSet<string> Legislatures { get; } = s_classes["legislature"];
    public static FrozenSet<string> Juntas { get; } = s_classes["junta"];
    public static FrozenSet<string> Rebels { get; } = s_classes["rebel"];
    public static FrozenSet<string> Groups { get; } = s_classes["group"];
    public static FrozenSet<string> BareGroups { get; } = s_classes["bare-group"];
    public static FrozenSet<string> Anonymous { get; } = s_classes["anonymous"];
    public static FrozenSet<string> Countries { get; } = s_classes["country"];
    public static FrozenSet<string> Bodies { get; } = s_classes["body"];
    public static FrozenSet<string> OrganisationHeads { get; } = s_classes["org-head"];
    public static FrozenSet<string> OutletHeads { get; } = s_classes["outlet-head"];
    public static FrozenSet<string> PlaceHeads { get; } = s_classes["place-head"];
    public static FrozenSet<string> PlaceStarts { get; } = s_classes["place-start"];
    public static FrozenSet<string> ThingHeads { get; } = s_classes["thing-head"];
    public static FrozenSet<string> StateOutlets { get; } = s_classes["state-outlet"];
    public static FrozenSet<string> OutletNouns { get; } = s_classes["outlet-noun"];
    public static FrozenSet<string> Ministries { get; } = s_classes["ministry"];
    public static FrozenSet<string> Coups { get; } = s_classes["coup"];
    public static FrozenSet<string> PartyNouns { get; } = s_classes["party-noun"];
    public static FrozenSet<string> Vessels { get; } = s_classes["vessel"];
    public static FrozenSet<string> Particles { get; } = s_classes["particle"];
    public static FrozenSet<string> Kin { get; } = s_classes["kin"];
    public static FrozenSet<string> PersonPairs { get; } = s_classes["person-pair"];
    public static FrozenSet<string> Referring { get; } = s_classes["referring"];
    /// <summary>What is of a state where it stands before its name: "the government of X"; "X's government" may be a person's.</summary>
    public static FrozenSet<string> OfState { get; } = s_classes["of-state"];

    public static FrozenSet<string> StateOwned { get; } = s_classes["state-owned"];
    public static FrozenSet<string> StateActs { get; } = s_classes["state-act"];
    public static FrozenSet<string> Crowns { get; } = s_classes["crown"];
    public static FrozenSet<string> RulingOffices { get; } = s_classes["ruling-office"];
    public static FrozenSet<string> ArmedMen { get; } = s_classes["armed-man"];
    public static FrozenSet<string> SharedOffices { get; } = s_classes["shared-office"];
    public static FrozenSet<string> Seated { get; } = s_classes["seated"];
    public static FrozenSet<string> CommonSurnames { get; } = s_classes["common-surname"];
}
