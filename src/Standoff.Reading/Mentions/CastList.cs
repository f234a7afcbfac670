using System.Collections.Immutable;

namespace Standoff.Reading.Mentions;

/// <summary>Who plays a part in a case, in the user's own words; it wins over the shipped gazetteer.</summary>
/// <param name="Entries">The cast.</param>
public sealed record CastList(ImmutableArray<CastMember> Entries);

/// <summary>One member of a cast.</summary>
/// <param name="Name">Plain name to report.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">Plain name of the state that it belongs to, if any.</param>
/// <param name="Aliases">Other ways in which texts write it.</param>
public sealed record CastMember(string Name, MentionKind Kind, string? State, ImmutableArray<string> Aliases);
