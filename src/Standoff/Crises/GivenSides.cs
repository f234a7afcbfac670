using System.Collections.Immutable;
using Standoff.Reading.Mentions;

namespace Standoff.Crises;

/// <summary>Sides that the user names and no table knows: texts are read for them as for any other.</summary>
public static class GivenSides
{
    /// <summary>The cast with every named side that neither it nor the shipped names know, as a state; the same cast where all are known.</summary>
    public static CastList? AddedTo(CastList? cast, params IEnumerable<string?> sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        ImmutableArray<CastMember> strangers = [.. sides.OfType<string>().Distinct(StringComparer.Ordinal).Where(s => !IsKnown(s, cast)).Select(s => new CastMember(s, MentionKind.State, s, []))];
        return strangers.IsEmpty ? cast : new CastList([.. cast?.Entries ?? [], .. strangers]);
    }

    // What is no proper name ("the rebels") is left to the texts.
    private static bool IsKnown(string side, CastList? cast) => !IsName(side) || Gazetteer.Shipped.Knows(side) || ActorRegister.IsBody(side) || ActorRegister.GroupOf(side) is not null
        || (cast?.Entries ?? []).Any(m => m.Aliases.Prepend(m.Name).Contains(side, StringComparer.OrdinalIgnoreCase));

    private static bool IsName(string side) => side.Length > 0 && char.IsUpper(side[0]) && side.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '’' or '.');
}
